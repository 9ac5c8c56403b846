"""Lines of words as the template reads them: strings, styled strings, marks; never anything to be parsed."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain, groupby, pairwise
from typing import Any

from statuts.language.typesetting import superiors, typeset
from statuts.model import sheet
from statuts.render.html_view import Change, Fate, Line, Mark, Words
from statuts.render.pdf.breaks import LONGEST, broken
from statuts.render.pdf.pieces import Piece
from statuts.render.pdf.signs import Signs

_BLANKS = re.compile(r"[ \t\r\n]+")
_INDENT = re.compile(r"(?m)^ +| {2,}")
_TITLE = 120
"""Characters of a heading that stand in the outline."""
_BREAK: Piece = {"br": True}


class Lines:
    """Sets lines in one language; collects the anchors that there are, and those that are led to."""

    def __init__(self, language: str, signs: Signs) -> None:
        self._language, self._signs = language, signs
        self.anchors: set[str] = set()
        self.wanted: set[str] = set()

    def plain(self, text: str) -> str:
        """Words without any style."""
        return self._signs.fit(typeset(text, self._language))

    def anchor(self, name: str) -> str:
        """The name the first time it is given, then nothing."""
        if name in self.anchors:
            return ""
        self.anchors.add(name)
        return name

    def runs(self, line: sheet.Line) -> list[Piece]:
        """A line of the paper's own words."""
        texts = _cut(typeset("".join(run.text for run in line), self._language), [run.text for run in line])
        found: list[Piece] = []
        for run, text in zip(line, texts, strict=True):
            styles = "".join(s for s, on in (("b", run.strong), ("i", run.em), ("c", run.code)) if on)
            pieces = self._styled(text, styles)
            if run.anchor:
                self.wanted.add(run.anchor)
                pieces = [{"to": run.anchor, "p": pieces}]
            found += pieces
        return broken(found)

    def words(self, line: Line, *, verbatim: bool = False, longest: int = LONGEST) -> list[Piece]:
        """A line of a text with its marks; words of more than `longest` characters may be broken."""
        return broken(_Writer(self, verbatim).written(line), longest)

    def whole(self, line: Line, fate: Fate, *, verbatim: bool = False, longest: int = LONGEST) -> list[Piece]:
        """The same; where all of it left for another place, what has no mark of its own is drawn so."""
        pieces = self.words(line, verbatim=verbatim, longest=longest)
        if not (fate.moved and fate.wrap == "del"):
            return pieces
        found: list[Piece] = []
        for is_marked, group in groupby(pieces, lambda piece: isinstance(piece, dict) and "m" in piece):
            some = [*group]
            found += some if is_marked else [{"m": "moved-del", "p": some}]
        return found

    def fate(self, fate: Fate) -> dict[str, Any]:
        """What stands beside and above an alinéa; only what there is."""
        bar = "moved" if fate.moved else "changed" if fate.changed else ""
        moved = fate.move.anchor if fate.move else ""
        ids = [*filter(self.anchor, [*fate.anchors, moved] if moved else fate.anchors)]
        numbers = [f"C{r.first}" if r.first == r.last else f"C{r.first}–C{r.last}" for r in fate.runs]
        notes: list[dict[str, str]] = []
        for note in fate.notes:
            if note.target:
                self.wanted.add(note.target)
            notes.append({"t": self.plain(note.text), "to": note.target})
        values = {"bar": bar, "n": " ".join(numbers), "notes": notes, "ids": ids}
        return {name: value for name, value in values.items() if value}

    def _styled(self, text: str, styles: str, *, fine: bool = True) -> list[Piece]:
        found: list[Piece] = []
        for rank, part in enumerate(text.split("\n")):
            if rank:
                found.append(_BREAK)
            if not part:
                continue
            cut = superiors(part, self._language) if fine and "c" not in styles else [(part, False)]
            for piece, superior in cut:
                own = styles + "^" * superior
                fit = self._signs.fit(piece)
                found.append({"t": fit, "s": own} if own else fit)
        return found

    def styled(self, words: Words, text: str, *, verbatim: bool) -> list[Piece]:
        """Words in their styles, with `text` as it is to be seen."""
        if words.br:
            return [_BREAK]
        flags = (("b", words.strong), ("i", words.em), ("c", words.code), ("l", words.link))
        return self._styled(text, "".join(s for s, on in flags if on), fine=not verbatim)

    def seen(self, text: str, *, verbatim: bool) -> str:
        """What is seen of a text: in prose, spaces that hold; in code, as many as there are."""
        if verbatim:
            return _INDENT.sub(lambda match: "\u00a0" * len(match.group()), text.replace("\t", "    "))
        return typeset(text, self._language)


class _Writer:
    """Writes one line, knowing at each mark what stands before it: neither glued words nor two spaces."""

    def __init__(self, lines: Lines, verbatim: bool) -> None:
        self._lines, self._verbatim = lines, verbatim
        self._spaced = True
        self._drawn = ""

    def written(self, line: Line) -> list[Piece]:
        marks = [(change, mark) for change in line for mark in change.marks if _is_seen(mark)]
        texts = self._texts([words for _, mark in marks for words in mark.words])
        found: list[Piece] = []
        at = 0
        last: Change | None = None
        for change, mark in marks:
            if change is not last and change.anchor and self._lines.anchor(change.anchor):
                found.append({"a": change.anchor})
            last = change
            count = len(mark.words)
            found += self._mark(mark, texts[at : at + count])
            at += count
        return found

    def _texts(self, words: Sequence[Words]) -> list[str]:
        """The texts of a line, typeset as one: a space may stand in one mark and its « ; » in the next."""
        if self._verbatim:
            return [self._lines.seen(w.text, verbatim=True) for w in words]
        flat = [w.text if w.br else _BLANKS.sub(" ", w.text) for w in words]
        for rank in reversed(range(len(flat))):  # nothing is drawn below a last space
            flat[rank] = flat[rank].rstrip()
            if flat[rank]:
                break
        return _cut(self._lines.seen("".join(flat), verbatim=False), flat)

    def _mark(self, mark: Mark, texts: Sequence[str]) -> list[Piece]:
        drawn = _name(mark) if mark.op and not (mark.folded or mark.bare) else ""
        found: list[Piece] = []
        if drawn and not self._spaced and (mark.gap or self._drawn not in ("", drawn)):
            found.append(" ")
            self._spaced = True
        sign = self._lines.plain(mark.sign) if mark.sign and drawn else ""
        inner: list[Piece] = []
        for words, text in zip(mark.words, texts, strict=True):
            inner += self._lines.styled(words, self._without_double(text), verbatim=self._verbatim)
        if sign:
            inner.append({"g": sign})
            self._spaced = False
        if not inner:
            return found
        self._drawn = drawn
        return [*found, {"m": drawn, "p": inner}] if drawn else [*found, *_joined(inner)]

    def _without_double(self, text: str) -> str:
        if not text or self._verbatim:
            self._spaced = text[-1:].isspace()
            return text
        if self._spaced and text.startswith(" "):
            text = text[1:]
        if text:
            self._spaced = text[-1].isspace()
        return text


def _is_seen(mark: Mark) -> bool:
    """Of what is folded, the new text alone is seen."""
    return mark.op != "del" or not mark.folded


def _name(mark: Mark) -> str:
    if mark.moved:
        return f"moved-{mark.op}"
    if mark.by == "both":
        return "both"
    return f"sub-{mark.op}" if mark.by == "subamendment" else mark.op


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Strings in a row as one."""
    found: list[Piece] = []
    for piece in pieces:
        if found and isinstance(piece, str) and isinstance(found[-1], str):
            found[-1] += piece
        else:
            found.append(piece)
    return found


def _cut(text: str, like: Sequence[str]) -> list[str]:
    """`text` in pieces as long as those of `like`."""
    ends = [*chain((0,), _sums(like))]
    return [text[a:b] for a, b in pairwise(ends)]


def _sums(texts: Iterable[str]) -> Iterable[int]:
    at = 0
    for text in texts:
        at += len(text)
        yield at


def shortened(text: str) -> str:
    """A heading for the outline and the head of each page."""
    text = " ".join(text.split())
    return text if len(text) <= _TITLE else text[: _TITLE - 1].rstrip() + "…"


def plain_of(line: Line) -> str:
    """The words of a line as the new text has them; where nothing is left of it, as the old one had them."""
    marks = [mark for change in line for mark in change.marks]
    for lost in ("del", "ins"):
        words = "".join(w.text for mark in marks if mark.op != lost for w in mark.words)
        if words.strip():
            return shortened(words)
    return ""

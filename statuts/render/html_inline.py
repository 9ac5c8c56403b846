"""The words of one alinéa as marks: which stay, go or come, in which style; names for what has no letters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from statuts.language.invisible import named
from statuts.model.message import Message, msg
from statuts.model.redline import Op, Segment
from statuts.render.html_context import Context
from statuts.render.html_view import Change, Line, Mark, Words
from statuts.render.styles import CODE, EM, LINK, SIGN, STRONG, Row, ranges, together

_OPS = {Op.EQUAL: "", Op.DELETE: "del", Op.INSERT: "ins"}
_BREAK = re.compile(r" {2,}\r?\n")
# The end of an alinéa and the marks of the next.
_SEAM = re.compile(r"[ \t\r]*\n[ \t\r\n>]*(?:[-*+•–—]|#{1,6})?[ \t]*")
_SPACES = {
    " ": msg("space"),
    "\t": msg("tab"),
    "\u00a0": msg("no-break space"),
    "\u202f": msg("narrow no-break space"),
    "\u2009": msg("thin space"),
}
_SIGNS = {"**": msg("bold"), "__": msg("bold"), "*": msg("italics"), "_": msg("italics"), "`": msg("code")}
_LONGEST_SIGN = 60
# What a line must not break: « neutre », mot ; and 1 500 €.
_TIED = re.compile(r"((?:« )?\S{1,24}(?: [;:!?»€%]+)+|« \S{1,24}|\d{1,3}(?: \d{3})+(?!\d)(?: [€%])?)")


def line_of(segments: Sequence[Segment], context: Context, *, markup: bool = True) -> Line:
    """The marks of an alinéa's segments. Without `markup`, signs are characters like any other."""
    marks = list(_with_gaps(_Reader(segments, context, markup).marks()))
    groups = [(n, tuple(mark for _, mark in group)) for n, group in groupby(marks, key=lambda pair: pair[0])]
    changes = []
    for rank, (number, group) in enumerate(groups):
        if number is None:
            changes.append(Change(None, group))
            continue
        anchor = context.place(number, group[0].op == "del") if group[0].moved else ""
        changes.append(context.change(number, group, closing=rank + 1 < len(groups), anchor=anchor))
    return tuple(changes)


def sign_of(text: str, context: Context) -> str:
    """What to call a difference that has no letters: « gras », « espace insécable », « ¶ »."""
    if "\n" in text:
        return "¶" if text.count("\n") > 1 or text.strip() else "↵"
    if text.isspace():
        names: dict[str, Message] = _SPACES
        return ", ".join(dict.fromkeys(context.say(names[c]) if c in names else named(c) for c in text))
    if text.startswith("]("):
        return named(text[2:].removesuffix(")")[:_LONGEST_SIGN])
    sign = _SIGNS.get(text)
    return context.say(sign) if sign else named(text[:_LONGEST_SIGN])


Numbered = tuple[int | None, Mark]


def _with_gaps(marks: Iterator[Numbered]) -> Iterator[Numbered]:
    """The same marks, with room before an insertion that touches the deletion it replaces."""
    previous: Mark | None = None
    for number, mark in marks:
        touches = previous is not None and previous.op == "del" and mark.op == "ins"
        if touches and previous is not None and not any(m.bare or m.sign for m in (previous, mark)):
            mark = replace(mark, gap=True)  # noqa: PLW2901
        yield number, mark
        previous = mark


class _Reader:
    """Walks both texts of an alinéa at once, so that each word has the style its own text gives it."""

    def __init__(self, segments: Sequence[Segment], context: Context, markup: bool) -> None:
        self._segments, self._context = segments, context
        old = "".join([s.text for s in segments if s.op is not Op.INSERT])
        new = "".join([s.text for s in segments if s.op is not Op.DELETE])
        self._old, self._new = _styles(old, markup), _styles(new, markup)
        self._seams = {s.change for s in segments if s.change and "\n" in s.text and _SEAM.fullmatch(s.text)}

    def marks(self) -> Iterator[Numbered]:
        for segment in self._segments:
            if segment.op is Op.EQUAL:
                yield from self._equal(segment.text)
            else:
                yield from self._differing(segment)

    def _equal(self, text: str) -> Iterator[Numbered]:
        """Words that stay. A character that is a sign of markup in one text only is read in the other."""
        words: list[Words] = []
        for part, old, new in together(text, self._old.take(len(text)), self._new.take(len(text))):
            if (old ^ new) & SIGN:
                if words:
                    yield None, Mark("", tuple(words))
                    words = []
                op = "del" if new & SIGN else "ins"
                yield None, Mark(op, tuple(_words(part, (old if op == "del" else new) & ~SIGN)), folded=True)
            else:
                words += _words(part, new)
        if words:
            yield None, Mark("", tuple(words))

    def _differing(self, segment: Segment) -> Iterator[Numbered]:
        text, op, folded = segment.text, _OPS[segment.op], not self._context.visible(segment)
        by = segment.by.value if segment.by else ""
        styles = self._old if segment.op is Op.DELETE else self._new
        parts = [(text[a:b], mask) for a, b, mask in styles.take(len(text))]
        letters = named("".join([part for part, mask in parts if not mask & SIGN]).replace("\r", ""))
        if named(text).isspace() and "\n" not in text and segment.change in self._seams:
            # between two alinéas made one; their border is the sign
            yield segment.change, Mark(op, (Words(text),), folded, bare=True, by=by)
            return
        if not letters.strip() or ("\n" in text and _SEAM.fullmatch(text)):
            spaces = "".join([c for c in letters if c.isspace()])
            space = (Words(spaces),) if spaces else ()
            sign = sign_of(text, self._context)
            yield segment.change, Mark(op, space, folded, sign=sign, moved=segment.moved, by=by)
            return
        words = [w for part, mask in parts for w in _words(part, mask)]
        before, words, after = _trimmed(words)
        for some, bare in ((before, True), (words, False), (after, True)):
            if some:
                mark = Mark(op, tuple(some), folded, bare=bare, moved=segment.moved, by=by)
                yield segment.change, mark


def _styles(text: str, markup: bool) -> Row[int]:
    return Row(ranges(text) if markup else [(len(text), 0)])


def _words(text: str, mask: int) -> Iterator[Words]:
    """Signs vanish; two spaces before a line end break the line."""
    if mask & SIGN:
        return
    styles = (bool(mask & STRONG), bool(mask & EM), bool(mask & CODE), bool(mask & LINK))
    for rank, part in enumerate(_BREAK.split(text)):
        if rank:
            yield Words("\n", br=True)
        if part:
            for rest in (piece for piece in _TIED.split(part.replace("\r", "")) if piece):
                yield Words(named(rest), *styles, tied=" " in rest and _TIED.fullmatch(rest) is not None)


def _trimmed(words: list[Words]) -> tuple[list[Words], list[Words], list[Words]]:
    """The spaces at both edges apart: a line through or below them would say nothing."""
    before: list[Words] = []
    after: list[Words] = []
    first, last = words[0].text, words[-1].text
    if (lead := first[: len(first) - len(first.lstrip())]) and first.strip():
        before, words = [Words(lead)], [_with_text(words[0], first.lstrip()), *words[1:]]
        last = words[-1].text
    if (trail := last[len(last.rstrip()) :]) and last.strip():
        after, words = [Words(trail)], [*words[:-1], _with_text(words[-1], last.rstrip())]
    return before, words, after


def _with_text(words: Words, text: str) -> Words:
    return replace(words, text=text)

"""The places of a hand-made redline that are hardly what its author meant: where, and why.

Both texts are looked at, the one with every mark accepted and the one with every mark rejected, but only
where a mark touches them: what was published without a mark is not doubted.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from statuts.language.neighbours import (
    cannot_end,
    clash,
    is_elided,
    lost_apostrophe,
    missing_elision,
    wrong_elision,
)
from statuts.language.words import Token, is_word, tokens
from statuts.model.document import Remark
from statuts.model.message import Message, msg
from statuts.model.redline import Op
from statuts.model.tracked import Piece
from statuts.tracked.strikebold import LEAD, MarkedBlock, marked_blocks

_DASHES = "—–"
_HEADING = re.compile(r"\s*(?:article|art\.|titre|chapitre|section|annexe|préambule)\b", re.IGNORECASE)
_LEAD = re.compile(LEAD)
_ABBREVIATIONS = frozenset("art al cf etc ex m mm mme mmes p pp n no vol ss chap".split())
_BULLETS = frozenset("-–—•*|#>")
_CONTEXT = 5  # units, at most, that a quotation goes back
_RUN_ON = (":", ";", ",")

_SAYS: dict[str, Callable[[str], Message]] = {
    "clash": lambda words: msg("“{words}”: two words that cannot follow each other.", words=words),
    "repeated-word": lambda words: msg("“{words}”: the same word twice in a row.", words=words),
    "bold-beside-bold": lambda words: msg(
        "“{words}”: two bold words side by side and nothing struck; is the first one old?", words=words
    ),
    "lost-apostrophe": lambda words: msg("“{words}”: an elision has lost its apostrophe.", words=words),
    "elision": lambda words: msg("“{words}”: an elision that does not fit the word after it.", words=words),
    "dash": lambda words: msg("“{words}”: a dash is glued to a mark.", words=words),
    "lower-case": lambda words: msg(
        "“{words}”: a sentence now begins with a lower-case letter.", words=words
    ),
    "space": lambda words: msg("“{words}”: a space too many or too few beside a sign.", words=words),
    "punctuation": lambda words: msg(
        "“{words}”: punctuation marks that cannot follow each other.", words=words
    ),
    "cut-short": lambda words: msg(
        "“{words}”: something is missing before the punctuation mark.", words=words
    ),
    "bold-heading": lambda words: msg(
        "“{words}”: a heading in bold; it is read as text that was added.", words=words
    ),
}


@dataclass(frozen=True, slots=True)
class _Side:
    """One of a block's two texts, its units, and the places where a mark touches it."""

    text: str
    tokens: list[Token]
    starts: list[int]
    ends: list[int]
    line_ends: list[int]

    def is_touched(self, start: int, end: int) -> bool:
        """Whether a mark lies in, or at a border of, this stretch."""
        last = bisect_right(self.starts, end) - 1
        return last >= 0 and self.ends[last] >= start

    def lines_before(self, offset: int) -> int:
        """How many line ends stand before `offset`."""
        return bisect_right(self.line_ends, offset)

    def quoted(self, first: int, last: int) -> str:
        """The units `first` to `last` and a word on either side, on one line."""
        start, end = first, last
        while start > max(first - _CONTEXT, 0) and (start == first or not self._opens(start)):
            if self.tokens[start - 1].key in _BULLETS:
                break
            start -= 1
        if end + 1 < len(self.tokens) and is_word(self.tokens[end + 1].key):
            end += 1
            if is_elided(self.tokens[end].key) and end + 1 < len(self.tokens):
                end += 1
        return " ".join(self.text[self.tokens[start].start : self.tokens[end].end].split())

    def _opens(self, number: int) -> bool:
        """Whether a quotation may begin here: with a word, and not in the middle of one."""
        return is_word(self.tokens[number].key) and not is_elided(self.tokens[number - 1].key)


def suspicions(text: str) -> tuple[Remark, ...]:
    """Every suspicious place of a text marked by hand, each once, by line: code and sentence."""
    found: dict[tuple[int, str, str], Remark] = {}
    before = ""
    for block in marked_blocks(text):
        for remark in block.remarks:
            found[remark.line, remark.code, str(remark.message)] = remark
        if any(piece.op is not Op.EQUAL for piece in block.literal):
            for line, code, words in _in_block(block, before):
                found.setdefault((line, code, words), Remark(line, code, _SAYS[code](words)))
        before = "".join([piece.text for piece in block.literal]).rstrip() or before
    return tuple(sorted(found.values(), key=lambda remark: remark.line))


def _in_block(block: MarkedBlock, before: str) -> Iterator[tuple[int, str, str]]:
    yield from _in_marks(block)
    for out in (Op.DELETE, Op.INSERT):
        side = _side(block.pieces, out)
        for offset, code, words in (*_in_text(side), *_in_sentences(side, before)):
            yield block.line + side.lines_before(offset), code, words


def _side(pieces: tuple[Piece, ...], out: Op) -> _Side:
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for piece in pieces:
        size = 0 if piece.op is out else len(piece.text)
        if piece.op is not Op.EQUAL:
            starts.append(at)
            ends.append(at + size)
        if size:
            parts.append(piece.text)
        at += size
    text = "".join(parts)
    return _Side(text, tokens(text), starts, ends, [m.start() for m in re.finditer("\n", text)])


def _in_marks(block: MarkedBlock) -> Iterator[tuple[int, str, str]]:
    """What the marks themselves show: bold beside bold, dashes glued to them, headings in bold."""
    pieces = block.literal
    nothing = Piece(Op.EQUAL, "")
    line = block.line
    for number, piece in enumerate(pieces):
        before = pieces[number - 1] if number else nothing
        after = pieces[number + 1] if number + 1 < len(pieces) else nothing
        if piece.op is Op.EQUAL and not piece.text.strip(" ") and before.op is after.op is Op.INSERT:
            yield line, "bold-beside-bold", " ".join([*before.text.split()[-3:], *after.text.split()[:3]])
        if {piece.op, before.op} == {Op.EQUAL, Op.DELETE} and (words := _glued_dash(before.text, piece.text)):
            yield line, "dash", words
        heads = number == 0 or (number == 1 and not before.text.strip(" >"))
        if heads and piece.op is Op.INSERT and _HEADING.match(piece.text):
            yield line, "bold-heading", " ".join(piece.text.split()[:6])
        line += piece.text.count("\n")


def _glued_dash(left: str, right: str) -> str:
    """The dash at the border of two pieces, between the words around it, where it is glued to one."""
    here, there = left[-1:], right[:1]
    if not (
        here and there and (here + there).strip(_DASHES).isalpha() and len((here + there).strip(_DASHES)) == 1
    ):
        return ""
    before = left.rstrip(_DASHES + " ").rsplit(maxsplit=1)[-1:]
    after = right.lstrip(_DASHES + " ").split(maxsplit=1)[:1]
    start = len(left) - len(left.rstrip(_DASHES + " "))
    end = len(right) - len(right.lstrip(_DASHES + " "))
    return "".join([*before, left[len(left) - start :], right[:end], *after])


def _in_text(side: _Side) -> Iterator[tuple[int, str, str]]:
    """Neighbours that cannot be: words, elisions, signs and their spaces."""
    units = side.tokens
    for number in range(len(units) - 1):
        one, two = units[number], units[number + 1]
        # A mark just behind a comma has to do with what stands before it.
        reach = two.end if is_word(two.key) or number + 2 == len(units) else units[number + 2].start
        if not side.is_touched(one.start, reach):
            continue
        gap = side.text[one.end : two.start]
        if gap.strip():
            continue
        third = units[number + 2].key.lower() if number + 2 < len(units) else ""
        code = _fault(one.key, gap, two.key, third, units[number - 1].key.lower() if number else "")
        if code:
            yield one.start, code, side.quoted(number, number + 1)


def _fault(one: str, gap: str, two: str, third: str, before: str) -> str | None:
    if is_word(one) and is_word(two):
        return _fault_of_words(one, gap, two, third, before)
    low = one.lower()
    if is_word(one) and two in {",", "."}:
        if gap and "\n" not in gap:
            return "space"
        return "cut-short" if cannot_end(low, before) else None
    if is_word(one) and two in {";", ":"}:
        return "cut-short" if cannot_end(low, before) else None
    if one == "," and is_word(two):
        return None if gap or two[0].isdigit() else "space"
    if one in {",", ";", ":"} and two in {",", ";", ":", "."}:
        return "punctuation"
    return "punctuation" if one == "." and two in {",", ";", "."} and before not in _ABBREVIATIONS else None


def _fault_of_words(one: str, gap: str, two: str, third: str, before: str) -> str | None:
    first, second = one.lower(), two.lower()
    if is_elided(first):
        return "elision" if wrong_elision(first, two) else None
    if not gap:
        return None
    if lost_apostrophe(first, second) and not before[:1].isdigit():
        return "lost-apostrophe"
    if missing_elision(first, second if not two.isupper() else two):
        return "elision"
    if clash(first, second, third):
        return "repeated-word" if first == second else "clash"
    return None


def _in_sentences(side: _Side, before: str) -> Iterator[tuple[int, str, str]]:
    """Lower-case words where a sentence begins: at the head of a paragraph, and after a full stop."""
    lead = _LEAD.match(side.text)
    start = lead.end() if lead else 0
    units = side.tokens
    is_item = bool(side.text[:start].strip(" >#|"))
    for number, unit in enumerate(units):
        if not side.text[unit.start].islower() or not side.is_touched(unit.start, unit.start):
            continue
        if unit.start == start:
            begins = not is_item and not before.endswith(_RUN_ON)
        else:
            begins = (
                number > 1
                and units[number - 1].key in {".", "!", "?"}
                and units[number - 2].key.lower() not in _ABBREVIATIONS
                and side.text[units[number - 1].end : unit.start].isspace()
            )
        if begins:
            yield unit.start, "lower-case", side.quoted(number, number)

"""The marks people make by hand: `~~old~~` and `**new**`, read literally, written and escaped.

The notation, as read and as written:

- a mark never crosses a blank line nor the start of a list item, a heading or a table row;
- one space between a deletion and the insertion that follows it belongs to the notation;
- one space before a mark that begins with a comma, a full stop or a closing bracket belongs to it too;
- a space that a mark taken out would leave doubled, or before such a sign, goes out with it;
- a block that holds nothing but deletions goes out whole (and comes in whole: nothing but insertions);
- inside a deletion, `**` is text; inside an insertion, `~~…~~` is a deletion;
- two or more `*` (or `~`) side by side that belong to the text take a backslash each (`\\*\\*`), and
  backslashes that stand before them are doubled.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from statuts.model.document import Remark
from statuts.model.message import Message, msg
from statuts.model.redline import Op
from statuts.model.tracked import Piece, Tracked, joined

_LIST_MARK = r"(?:[-+*•–—]|\d{1,9}[.)°]|[a-z][.)])[ \t]"
LEAD = rf"[ \t>]*(?:{_LIST_MARK}[ \t]*)?(?:#{{1,6}}[ \t]+|\|[ \t]*)?"
"""What stands in a line before its words: quotation, list, heading and table marks."""

# A block ends with its blank lines, or where the next line opens an item, a heading or a row.
_BLOCK_END = re.compile(
    rf"\r?\n(?:[ \t>]*(?:\r?\n|\Z))+|\r?\n(?=[ \t>]*(?:{_LIST_MARK}|#{{1,6}}[ \t]|\|))|\Z"
)
_LEAD = re.compile(LEAD)
_BLANK_LINES = re.compile(r"(?<=\n)(?:[ \t>]*\r?\n)+\Z")
_RULE = re.compile(r"[ \t]*\*(?:[ \t]*\*)+")
SIGNS = re.compile(r"(?<!\\)(?:(?:\\*+\*){2,}|(?:\\*+~){2,})")
SIGN = re.compile(r"(\\*+)([*~])")
"""Runs of two signs or more, and one sign, each with the backslashes before it."""

_NOTHING_LEFT = re.compile(r"[\s|=#>*_-]*")

TIGHT = ",.)]…"
"""Signs that no space stands before."""

_STRIKE, _BOLD = "~~", "**"


@dataclass(frozen=True, slots=True)
class _Bit:
    """Text (as meant), or one sign of a mark."""

    text: str
    is_mark: bool = False


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block as marked: `line` where it starts, the pieces between its marks, the same with spaces settled.

    `literal` keeps two marks of one kind apart, with the space between them; `pieces` is what it means.
    """

    line: int
    literal: tuple[Piece, ...]
    pieces: tuple[Piece, ...]
    remarks: tuple[Remark, ...]


def marked_blocks(text: str) -> Iterator[MarkedBlock]:
    """The blocks of a text marked by hand, in order."""
    line = 1
    # Whether a blank line, or nothing, stands in front once the marks of a kind are out.
    parted = {Op.DELETE: True, Op.INSERT: True}
    for block in _blocks(text):
        read = _read_block(block, line, parted)
        yield read
        line += block.count("\n")
        for out in parted:
            if left := "".join([piece.text for piece in read.pieces if piece.op is not out]):
                parted[out] = not left.strip() or _BLANK_LINES.search(left) is not None


def read_strikebold(text: str) -> Tracked:
    """The tracked changes of a text marked by hand; a mark that stands alone is kept as text."""
    return Tracked(joined([piece for block in marked_blocks(text) for piece in block.pieces]))


def _alone(words: str) -> Message:
    return msg("“{words}”: this mark has no other end in its paragraph; it is kept as text.", words=words)


def _blocks(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = _BLOCK_END.search(text, start)
        stop = max(end.end() if end else len(text), start + 1)
        yield text[start:stop]
        start = stop


def _read_block(block: str, line: int, parted: dict[Op, bool]) -> MarkedBlock:
    if not ("**" in block or "~~" in block or "\\" in block) or _RULE.fullmatch(block.rstrip()):
        plain = (Piece(Op.EQUAL, block),)
        return MarkedBlock(line, plain, plain, ())
    bits = _bits(block)
    literal, lonely = _paired(bits)
    remarks = []
    here, reached = line, 0
    for position in lonely:
        here += sum(bit.text.count("\n") for bit in bits[reached:position])
        reached = position
        after = "".join([bit.text for bit in bits[position : position + 4]])
        remarks.append(Remark(here, "mark-alone", _alone(" ".join(after.split(maxsplit=4)[:4]))))
    pieces = _spaced(_whole(joined(literal), block, parted))
    return MarkedBlock(line, joined(literal), pieces, tuple(remarks))


def _bits(block: str) -> list[_Bit]:
    """The block cut at its marks, escapes undone."""
    bits: list[_Bit] = []
    position = 0
    opened = dict.fromkeys("*~", False)
    for run in SIGNS.finditer(block):
        bits.append(_Bit(block[position : run.start()]))
        position = run.end()
        bare = 0
        for sign in SIGN.finditer(run.group()):
            slashes, char = sign[1], sign[2]
            if slashes:
                bits += _bare(char, bare, opened)
                bare = 0
            bits.append(_Bit("\\" * (len(slashes) // 2)))
            if len(slashes) % 2:
                bits.append(_Bit(char))
            else:
                bare += 1
        bits += _bare(run.group()[-1], bare, opened)
    bits.append(_Bit(block[position:]))
    return [bit for bit in bits if bit.text]


def _bare(char: str, count: int, opened: dict[str, bool]) -> list[_Bit]:
    """What `count` signs in a row are: a mark, two of them, a mark beside a single sign, or text."""
    mark, single = _Bit(char * 2, is_mark=True), _Bit(char)
    inside = opened[char]
    if count == 2:
        opened[char] = not inside
        return [mark]
    if count == 3 and char == "*":
        opened[char] = not inside
        return [single, mark] if inside else [mark, single]
    if count == 4 and inside:
        return [mark, mark]
    return [_Bit(char * count)]


def _paired(bits: list[_Bit]) -> tuple[list[Piece], list[int]]:
    """The pieces of a block, and the positions of the marks that have no other end."""
    pieces: list[Piece] = []
    lonely: list[int] = []
    strikes = [i for i, bit in enumerate(bits) if bit.is_mark and bit.text == _STRIKE]
    bolds = [i for i, bit in enumerate(bits) if bit.is_mark and bit.text == _BOLD]
    next_strike = _following(strikes, len(bits))
    next_bold = _following(bolds, len(bits))
    position, bold_end = 0, -1
    while position < len(bits):
        bit = bits[position]
        here = Op.INSERT if position < bold_end else Op.EQUAL
        if not bit.is_mark:
            pieces.append(Piece(here, bit.text))
        elif position == bold_end:
            bold_end = -1
        elif bit.text == _STRIKE:
            end = next_strike[position]
            if end is None or (here is Op.INSERT and end > bold_end):
                lonely.append(position)
                pieces.append(Piece(here, bit.text))
            else:
                pieces.append(Piece(Op.DELETE, "".join([b.text for b in bits[position + 1 : end]])))
                position = end
        else:
            end = next_bold[position]
            if end is None:
                lonely.append(position)
                pieces.append(Piece(here, bit.text))
            else:
                bold_end = end
        position += 1
    return pieces, lonely


def _following(positions: list[int], size: int) -> list[int | None]:
    """For each place, the first of `positions` after it."""
    result: list[int | None] = [None] * size
    following: int | None = None
    remaining = list(positions)
    for place in range(size - 1, -1, -1):
        result[place] = following
        if remaining and remaining[-1] == place:
            following = remaining.pop()
    return result


def _whole(pieces: tuple[Piece, ...], block: str, parted: dict[Op, bool]) -> list[Piece]:
    """A block whose words are all struck, or all new, is so with its list mark and its line ends.

    The blank line after it stays where without it nothing would part the blocks around (`parted`).
    """
    lead = _LEAD.match(block)
    start = lead.end() if lead else 0
    ops = {piece.op for piece in pieces if piece.op is not Op.EQUAL}
    rest = "".join([piece.text for piece in pieces if piece.op is Op.EQUAL])
    if len(ops) != 1 or not _NOTHING_LEFT.fullmatch(rest[start:]):
        return list(pieces)
    op = ops.pop()
    text = "".join([piece.text for piece in pieces])
    blank = None if parted[op] else _BLANK_LINES.search(text)
    end = blank.start() if blank else len(text)
    return [Piece(op, text[:end]), Piece(Op.EQUAL, text[end:])]


def _spaced(pieces: list[Piece]) -> tuple[Piece, ...]:
    """The spaces of the notation taken out, and those that a mark would leave over given to it."""
    result: list[Piece] = []
    last = {Op.DELETE: "\n", Op.INSERT: "\n"}  # the sign in front, once the marks of this kind are out
    for position, piece in enumerate(pieces):
        before = pieces[position - 1] if position else Piece(Op.EQUAL, "")
        after = pieces[position + 1] if position + 1 < len(pieces) else Piece(Op.EQUAL, "")
        text = piece.text
        if piece.op is Op.EQUAL:
            if is_notation(before, piece, after):
                text = text[:-1]
            if before.op is not Op.EQUAL and last[before.op].isspace() and re.match(r" (?! )", text):
                result.append(Piece(before.op, " "))
                last[Op.INSERT if before.op is Op.DELETE else Op.DELETE] = " "
                text = text[1:]
        elif after.op is Op.EQUAL and is_tight(after.text):
            _take_space_in_front(result, piece.op)
        if before.op is Op.DELETE and piece.op is Op.INSERT and last[Op.DELETE].isspace():
            text = text.removeprefix(" ")
        if text:
            result.append(Piece(piece.op, text))
        for out in last:
            if text and piece.op is not out:
                last[out] = text[-1]
    return joined(result)


def _take_space_in_front(pieces: list[Piece], op: Op) -> None:
    """Give the space before the marks of this kind that end `pieces` to them."""
    position = len(pieces) - 1
    while position >= 0 and pieces[position].op is op:
        position -= 1
    if position >= 0 and pieces[position].op is Op.EQUAL and pieces[position].text.endswith(" "):
        pieces[position : position + 1] = [Piece(Op.EQUAL, pieces[position].text[:-1]), Piece(op, " ")]


def is_notation(before: Piece, between: Piece, after: Piece) -> bool:
    """Whether the last space of `between` parts marks, and belongs to neither text."""
    if not between.text.endswith(" ") or after.op is Op.EQUAL:
        return False
    beside = before.op is Op.DELETE and after.op is Op.INSERT and not between.text.strip(" ")
    return beside or after.text[0] in TIGHT


def is_tight(text: str) -> bool:
    """Whether `text` begins where no space can stand before it: at a sign, or at a line's end."""
    return not text or text[0] in TIGHT or text[0] in "\r\n"

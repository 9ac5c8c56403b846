"""Where the alinéas of either text begin and end inside a redline, whose blocks are those of the new one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from statuts.diff.inverse import segments_of_block
from statuts.markdown.blocks import read_blocks
from statuts.model.document import Block, BlockKind
from statuts.model.redline import Op, Part, Segment, Side
from statuts.render.html_blocks import TABLE, VERBATIM, Piece
from statuts.render.items import own_mark

_DEEPEST = 8
_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r(?!\n))[ \t>]*[\r\n][\s>]*\Z")
_INNER = re.compile(r"[\r\n]")


class Alinea(NamedTuple):
    """One alinéa as one of the texts has it: what stands before its words, and how deep."""

    kind: BlockKind
    lead: str
    depth: int

    @property
    def quotes(self) -> int:
        """How many quotations stand around it."""
        if self.kind in VERBATIM or self.kind is BlockKind.HEADING:
            return 0
        return min(max(self.lead.count(">"), self.kind is BlockKind.QUOTE), _DEEPEST)

    @property
    def level(self) -> int:
        """How many lists stand around it."""
        if self.kind is BlockKind.HEADING:
            return 0
        return min(max(self.depth - self.quotes, self.kind is BlockKind.ITEM), _DEEPEST)

    @property
    def mark(self) -> str:
        """What stands before an item; a dash for a bullet, nothing for what is no item."""
        return (own_mark(self.lead) or "–") if self.kind is BlockKind.ITEM else ""

    @property
    def is_bullet(self) -> bool:
        """Whether any dash can stand for its mark."""
        return self.kind is BlockKind.ITEM and not own_mark(self.lead)


@dataclass(frozen=True, slots=True)
class Atom:
    """A segment inside one alinéa of each text that has it; `in_old`, `in_new`: words there, no sign."""

    segment: Segment
    old: Alinea | None
    in_old: bool
    in_new: bool


class Placed(NamedTuple):
    """A block of the redline: the alinéa it is in the new text, if any, and all it is made of."""

    piece: Piece
    new: Alinea | None
    atoms: list[Atom]


class Sides:
    """The blocks of one article, in order, with the segments that belong to a text."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.segments = [list(segments_of_block(piece.block.segments, piece.side)) for piece in pieces]
        self._old = [_text(segments, Op.INSERT) for segments in self.segments]
        self._starts = [0, *accumulate(map(len, self._old))]

    def placed(self, start: int, end: int) -> Iterator[Placed]:
        """The blocks `start` to `end`, none of them in a table."""
        while start < end:
            stop = self._cluster(start, end)
            blocks = self._old_blocks(start, stop) if self._is_hard(start, stop) else None
            if blocks:
                yield from self._read_together(start, stop, blocks)
            else:
                for k in range(start, stop):
                    yield self._one(k)
            start = stop

    def _cluster(self, start: int, end: int) -> int:
        """The blocks of both texts from `start` on that may share an alinéa of the old one: no blank line
        stood between them."""
        stop = start + 1
        if self.pieces[start].side is not Side.BOTH:
            return stop
        old = self._old[start]
        while stop < end and self.pieces[stop].side is Side.BOTH and not _BLANK_LINE.search(old):
            old += self._old[stop]
            stop += 1
        return stop

    def _is_hard(self, start: int, stop: int) -> bool:
        if self.pieces[start].side is not Side.BOTH:
            return False
        differing = [s for some in self.segments[start:stop] for s in some if s.op is not Op.EQUAL]
        if not differing:
            return False
        return (
            stop > start + 1
            or self._may_be_other(start)
            or any(
                s.part is Part.LEAD or (s.op is Op.DELETE and s.part is Part.TEXT and _INNER.search(s.text))
                for s in differing
            )
        )

    def _may_be_other(self, k: int) -> bool:
        """Whether the block may be words in one text only: a line across, code or HTML in the other."""
        old = self._old[k]
        wordless = not any(map(str.isalnum, old)) or old.lstrip().startswith("<")
        return wordless or self.pieces[k].block.kind in VERBATIM

    def _one(self, k: int) -> Placed:
        """A block that is one alinéa in each text that has it."""
        piece, segments = self.pieces[k], self.segments[k]
        alinea = _alinea(piece, segments)
        is_old = piece.side is not Side.NEW and bool(self._old[k])
        new = None if piece.side is Side.OLD else alinea
        atoms = []
        for segment in segments:
            words = segment.part is Part.TEXT
            old = alinea if is_old and segment.op is not Op.INSERT else None
            late = old is not None and piece.is_late(segment)
            atoms.append(Atom(segment, old, old is not None and (words or late), words))
        return Placed(piece, new, atoms)

    def _read_together(self, start: int, stop: int, blocks: Sequence[Block]) -> Iterator[Placed]:
        """Blocks whose old alinéas, `blocks`, may begin and end elsewhere than the new ones."""
        borders = list(_borders(blocks))
        at = rank = 0
        for k in range(start, stop):
            piece, atoms = self.pieces[k], list[Atom]()
            for segment in self.segments[k]:
                words, rest = segment.part is Part.TEXT, segment
                if segment.op is Op.INSERT:
                    atoms.append(Atom(segment, None, False, words))
                    continue
                while rest.text:
                    while at >= borders[rank][0]:
                        rank += 1
                    border, alinea, in_old = borders[rank]
                    part = rest._replace(text=rest.text[: border - at])
                    atoms.append(Atom(part, alinea, in_old, words))
                    at += len(part.text)
                    rest = rest._replace(text=rest.text[len(part.text) :])
            yield Placed(piece, _alinea(piece, self.segments[k]), atoms)

    def _old_blocks(self, start: int, stop: int) -> list[Block]:
        """What the old text has where the blocks `start` to `stop` stand; nothing where that is not whole."""
        at, found = 0, list[Block]()
        for block in self._whole:
            if self._starts[start] <= at < self._starts[stop]:
                found.append(block)
            at += len(block.raw)
        return found if "".join([block.raw for block in found]) == "".join(self._old[start:stop]) else []

    @cached_property
    def _whole(self) -> list[Block]:
        return read_blocks("".join(self._old)).blocks


def _borders(blocks: Sequence[Block]) -> Iterator[tuple[int, Alinea, bool]]:
    """Where the lead, the words and the tail of each block end, and whether these are its words."""
    at = 0
    for block in blocks:
        alinea = Alinea(block.kind, block.lead, block.depth)
        for text, words in ((block.lead, False), (block.body, True), (block.tail, False)):
            at += len(text)
            yield at, alinea, words


def _alinea(piece: Piece, segments: Sequence[Segment]) -> Alinea:
    lost = Op.INSERT if piece.side is Side.OLD else Op.DELETE
    lead = _text([s for s in segments if s.part is Part.LEAD], lost)
    return Alinea(piece.block.kind, lead, piece.block.depth)


def _text(segments: Sequence[Segment], lost: Op) -> str:
    return "".join([s.text for s in segments if s.op is not lost])


def is_row(piece: Piece) -> bool:
    """Whether a block is a row of a table, or the line of dashes below its header."""
    return piece.block.kind in TABLE and (piece.block.kind is BlockKind.ROW or piece.block.group > 0)

"""Where the alinéas of either text begin and end inside a redline, whose blocks are those of the new one."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from statuts.diff.inverse import segments_of_block
from statuts.model.document import Block, BlockKind
from statuts.model.redline import ArticleChange, Op, Part, Segment, Side
from statuts.render.flow_apart import set_apart
from statuts.render.html_blocks import VERBATIM, Piece, pieces_of
from statuts.render.items import own_mark

_DEEPEST = 8


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


class _Border(NamedTuple):
    """Where a part of an alinéa ends in the old text of an article, and whether it is its words."""

    end: int
    alinea: Alinea
    words: bool


class Sides:
    """The blocks of one article, in order, with the segments that belong to a text."""

    def __init__(self, article: ArticleChange) -> None:
        self.pieces = pieces_of(article)
        # of an article that no comparison made, or that was made one-sided, blocks are the alinéas there are
        told = "".join([block.raw for block in article.before]) == "".join(map(_old, self.pieces))
        before = article.before if told else ()
        if told:
            self.pieces = set_apart(self.pieces, before)
        self.segments = [list(segments_of_block(piece.block.segments, piece.side)) for piece in self.pieces]
        self._starts = list(accumulate((len(_old(piece)) for piece in self.pieces), initial=0))
        self._borders = list(_borders(before))
        self._ends = [border.end for border in self._borders]

    def placed(self, start: int, end: int) -> Iterator[Placed]:
        """The blocks `start` to `end`, none of them in a table."""
        for k in range(start, end):
            new = None if self.pieces[k].side is Side.OLD else _alinea(self.pieces[k], self.segments[k])
            yield Placed(self.pieces[k], new, list(self._cut(k) if self._borders else self._whole(k)))

    def _whole(self, k: int) -> Iterator[Atom]:
        """A block that is one alinéa in each text that has it."""
        piece = self.pieces[k]
        alinea = _alinea(piece, self.segments[k])
        for segment in self.segments[k]:
            old = None if segment.op is Op.INSERT else alinea
            words = segment.part is Part.TEXT
            yield Atom(segment, old, old is not None and (words or piece.is_late(segment)), words)

    def _cut(self, k: int) -> Iterator[Atom]:
        """A block of the new text, cut where a part of an old alinéa ends."""
        at = self._starts[k]
        for segment in self.segments[k]:
            words = segment.part is Part.TEXT
            if segment.op is Op.INSERT:
                yield Atom(segment, None, False, words)
                continue
            rest = segment.text
            while rest:
                border = self._borders[bisect_right(self._ends, at)]
                text, rest = rest[: border.end - at], rest[border.end - at :]
                yield Atom(segment._replace(text=text), border.alinea, border.words, words)
                at += len(text)


def _borders(blocks: Sequence[Block]) -> Iterator[_Border]:
    """Where the lead, the words and the tail of each block end."""
    at = 0
    for block in blocks:
        alinea = Alinea(block.kind, block.lead, block.depth)
        for text, words in ((block.lead, False), (block.body, True), (block.tail, False)):
            at += len(text)
            yield _Border(at, alinea, words)


def _alinea(piece: Piece, segments: Sequence[Segment]) -> Alinea:
    lost = Op.INSERT if piece.side is Side.OLD else Op.DELETE
    lead = _text([s for s in segments if s.part is Part.LEAD], lost)
    return Alinea(piece.block.kind, lead, piece.block.depth)


def _old(piece: Piece) -> str:
    return _text(list(segments_of_block(piece.block.segments, piece.side)), Op.INSERT)


def _text(segments: Sequence[Segment], lost: Op) -> str:
    return "".join([s.text for s in segments if s.op is not lost])

"""Three texts in one redline: current, proposed, sub-amended; and whose change each one is.

Two redlines are laid over each other on the text they share, the proposed one. Every character of it came
from the current text or from the proposal, and stays or is struck by the sub-amendment.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby

from statuts.diff.compare import compare
from statuts.diff.inverse import effective_side, segments_of_block
from statuts.diff.numbering import numbered
from statuts.diff.places import Place
from statuts.diff.three_articles import Chained
from statuts.model.document import Block, Document
from statuts.model.redline import (
    FOLDED,
    ArticleChange,
    Author,
    BlockChange,
    BlockStatus,
    Op,
    Redline,
    Segment,
    Side,
)


def compare_three(
    current: Document, proposed: Document, subamended: Document, labels: tuple[str, str, str]
) -> Redline:
    """The redline of `subamended` against `current`, each change with its author.

    The current text is what is equal or struck by one of the two; the sub-amended one what is equal or
    added. What the proposal added and the sub-amendment struck again is shown and belongs to neither.
    """
    first = compare(current, proposed, labels[0], labels[1])
    second = compare(proposed, subamended, labels[1], labels[2])
    laid_over = _Overlay(first, Chained(first, second, current, subamended)).articles(second)
    articles = _with_before(laid_over, current)
    everything = [Place(a, k) for a, article in enumerate(articles) for k in range(len(article.blocks))]
    notes = tuple(dict.fromkeys(first.notes + second.notes))
    return Redline(first.old, second.new, numbered(articles, everything), notes, proposed=first.new)


def _with_before(articles: Iterable[ArticleChange], current: Document) -> list[ArticleChange]:
    """The articles, each with the blocks of the current text that stand in it."""
    blocks = iter([block for section in current.sections for block in section.blocks])
    told: list[ArticleChange] = []
    rest = 0
    for article in articles:
        mine: list[Block] = []
        rest += _length_before(article)
        while rest > 0:
            mine.append(next(blocks))
            rest -= len(mine[-1].raw)
        told.append(replace(article, before=tuple(mine)))
    return told


def _length_before(article: ArticleChange) -> int:
    sides = ((block, effective_side(article, block)) for block in article.blocks)
    segments = (s for block, side in sides for s in segments_of_block(block.segments, side))
    return sum(len(s.text) for s in segments if s.op is not Op.INSERT)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of the first redline: a segment, its block, and its article."""

    segment: Segment
    block: BlockChange
    article: ArticleChange


class _Overlay:
    """The first redline as a queue, consumed as the second one goes along the proposed text."""

    def __init__(self, first: Redline, chained: Chained) -> None:
        self._chained = chained
        self._pieces = list(_pieces(first))
        self._at = 0
        self._used = 0  # characters already taken from the current piece
        self._last: ArticleChange | None = None  # the article the last piece was taken from
        self._fresh = count(1)
        self._numbers: dict[tuple[Author, int], int] = {}

    def articles(self, second: Redline) -> tuple[ArticleChange, ...]:
        """The articles of the second redline, with what the first one did to them, and what it repealed."""
        result: list[ArticleChange] = []
        for article in second.articles:
            result += self._repealed()
            blocks: list[BlockChange] = []
            for block in article.blocks:
                blocks += self._block(article, block)
            blocks += self._whole(self._struck(within=self._last))
            result.append(replace(self._chained.of(article), side=Side.BOTH, blocks=tuple(blocks)))
        while self._at < len(self._pieces):
            result += self._repealed()
            rest = tuple(self._whole(self._struck()))
            if rest:
                result[-1] = replace(result[-1], blocks=(*result[-1].blocks, *rest))
        return tuple(result)

    def _repealed(self) -> Iterator[ArticleChange]:
        """Articles that the proposal repealed here: they stand in the first redline alone."""
        while self._at < len(self._pieces) and self._pieces[self._at].article.side is Side.OLD:
            article = self._pieces[self._at].article
            blocks = []
            while self._at < len(self._pieces) and self._pieces[self._at].article is article:
                block = self._pieces[self._at].block
                pieces = [p for p in self._pieces[self._at :] if p.block is block]
                self._at += len(pieces)
                blocks.append(block._replace(side=Side.OLD, move=None, segments=self._owned(pieces)))
            yield replace(article, blocks=tuple(blocks))

    def _struck(
        self, within: ArticleChange | None = None, block: BlockChange | None = None, *, whole: bool = False
    ) -> list[_Piece]:
        """What the proposal struck just here; only `within` an article, or in one `block`, where that is
        given; only `whole` alinéas, where that is asked for."""
        found: list[_Piece] = []
        while self._at < len(self._pieces) and not self._used:
            piece = self._pieces[self._at]
            if piece.segment.op is not Op.DELETE or piece.article.side is Side.OLD:
                break
            if within is not None and piece.article is not within:
                break
            if block is not None and piece.block is not block:
                break
            if whole and piece.block.side is not Side.OLD:
                break
            self._at += 1
            found.append(piece)
        return found

    def _whole(self, struck: Sequence[_Piece]) -> Iterator[BlockChange]:
        """Blocks of their own for what was struck."""
        for _, pieces in groupby(struck, key=lambda piece: id(piece.block)):
            mine = list(pieces)
            statuses = (BlockStatus.DELETED,)
            yield mine[0].block._replace(
                statuses=statuses, side=Side.OLD, move=None, segments=self._owned(mine)
            )

    def _block(self, article: ArticleChange, block: BlockChange) -> Iterator[BlockChange]:
        """A block of the second redline, and before it the whole blocks that the first one struck there."""
        side = effective_side(article, block)
        segments: list[Segment] = []
        arrived: int | None = None
        last: BlockChange | None = None
        if side is Side.NEW:  # what the proposal struck here comes before what is put in its place
            yield from self._whole(self._struck(within=self._last, whole=True))
        for bare in segments_of_block(block.segments, side):
            segment = _known(bare, block)
            moved = block.move is not None
            if segment.op is Op.INSERT:
                if last is not None:
                    segments += self._owned(self._struck(block=last))
                segments.append(self._by(segment, Author.SUBAMENDMENT, moved))
                continue
            rest = segment.text
            while rest:
                struck = self._struck()
                if not segments:  # alinéas that went, and then perhaps words of the one that follows
                    end = max((k for k, p in enumerate(struck, 1) if p.block.side is Side.OLD), default=0)
                    yield from self._whole(struck[:end])
                    struck = struck[end:]
                segments += self._owned(struck)
                taken, origin = self._take(len(rest))
                segments.append(self._fate(segment, taken, origin, moved))
                rest = rest[len(taken) :]
                last = origin.block
                arrived = last.move if arrived is None else arrived
        if last is not None:  # a line end that the proposal struck belongs to its alinéa
            segments += self._owned(self._struck(block=last))
        if segments:
            yield block._replace(
                side=Side.BOTH,
                move=self._hidden(arrived, segments),
                segments=tuple(segments),
                statuses=_statuses(block, segments),
            )

    def _hidden(self, arrived: int | None, segments: Sequence[Segment]) -> int | None:
        """The number of the proposal's move that brought an alinéa here, where no segment bears it since the
        sub-amendment took all of it away.
        """
        if arrived is None:
            return None
        number = self._numbers.setdefault((Author.PROPOSAL, arrived), next(self._fresh))
        return None if any(s.change == number for s in segments) else number

    def _take(self, most: int) -> tuple[str, _Piece]:
        """The next piece of the proposed text, at most `most` characters of it."""
        piece = self._pieces[self._at]
        self._last = piece.article
        text = piece.segment.text[self._used : self._used + most]
        self._used += len(text)
        if self._used == len(piece.segment.text):
            self._at, self._used = self._at + 1, 0
        return text, piece

    def _fate(self, second: Segment, text: str, origin: _Piece, moved: bool) -> Segment:
        first = origin.segment
        if second.op is Op.DELETE:
            author = Author.BOTH if first.op is Op.INSERT else Author.SUBAMENDMENT
            return self._by(second._replace(text=text), author, moved)
        if first.op is Op.INSERT:
            whole = first._replace(text=text, part=second.part)
            return self._by(whole, Author.PROPOSAL, origin.block.move is not None)
        return Segment(Op.EQUAL, text, second.part)

    def _owned(self, pieces: Sequence[_Piece]) -> tuple[Segment, ...]:
        return tuple(self._by(p.segment, Author.PROPOSAL, p.block.move is not None) for p in pieces)

    def _by(self, segment: Segment, author: Author, moved: bool) -> Segment:
        number = segment.change
        if segment.cls in FOLDED:
            number = None
        else:
            source = Author.PROPOSAL if author is Author.PROPOSAL else Author.SUBAMENDMENT
            key = (source, number or 0)
            number = self._numbers.setdefault(key, next(self._fresh)) if number else next(self._fresh)
        return segment._replace(by=author, change=number, moved=segment.moved or moved)


def _pieces(redline: Redline) -> Iterator[_Piece]:
    for article in redline.articles:
        for block in article.blocks:
            for segment in segments_of_block(block.segments, effective_side(article, block)):
                if segment.text:
                    yield _Piece(_known(segment, block), block, article)


def _known(segment: Segment, block: BlockChange) -> Segment:
    """The segment under its own number, or that of its alinéa's move."""
    if segment.op is Op.EQUAL or segment.change is not None:
        return segment
    return segment._replace(change=block.move)


def _statuses(block: BlockChange, segments: Sequence[Segment]) -> tuple[BlockStatus, ...]:
    plain: set[BlockStatus] = {BlockStatus.UNCHANGED, BlockStatus.MODIFIED}
    kept = [s for s in block.statuses if s not in plain]
    if any(s.cls is not None and s.cls not in FOLDED for s in segments) and not kept:
        kept.append(BlockStatus.MODIFIED)
    return tuple(kept) or (BlockStatus.UNCHANGED,)

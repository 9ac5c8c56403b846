"""The texts inside a paper: parts of a governed text with or without marks, and prose written for it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from statuts.diff.alineas import unchanged
from statuts.markdown.read import read
from statuts.model.document import Block, BlockKind, Document, Section, SectionKind
from statuts.model.redline import (
    ArticleChange,
    ArticleSide,
    ArticleStatus,
    BlockChange,
    BlockStatus,
    Redline,
    Side,
)
from statuts.model.sheet import Look, Passage

QUOTED = 4
"""The rank of a heading of the text where a paper quotes it below headings of its own."""
_TOP, _LOWEST = 2, 6


def quoted(section: Section) -> Passage:
    """A part of a text as it stands, quoted by a paper."""
    return Passage(_untouched(section.blocks), Look.PLAIN, QUOTED, quoted=True)


def as_it_is(section: Section, level: int) -> Passage:
    """A part of a text as it stands, where the paper is that text; its heading is of `level`."""
    return Passage(_untouched(section.blocks), Look.PLAIN, level)


def marked(article: ArticleChange) -> Passage:
    """A part of a text with its changes tracked and numbered; a moved one as if it had stayed."""
    return Passage(in_place(article), Look.REDLINE, QUOTED, quoted=True)


def drawn(article: ArticleChange) -> Passage:
    """The same, where only the eye is told: one side of a comparison is no text to accept or reject."""
    return Passage(in_place(article), Look.MARKED, QUOTED, quoted=True)


def whole_redline(redline: Redline) -> tuple[Passage, ...]:
    """All of a redline in reading order, its headings by their depth."""
    levels = _levels(b for a in redline.articles for b in a.blocks)
    return tuple(Passage(article, Look.REDLINE, _LOWEST, levels) for article in redline.articles)


def whole_text(document: Document) -> tuple[Passage, ...]:
    """All of a text in order, its headings by their depth."""
    levels = _levels(b for s in document.sections for b in s.blocks)
    return tuple(
        Passage(_untouched(section.blocks), Look.PLAIN, _LOWEST, levels) for section in document.sections
    )


def prose(source: str) -> Passage:
    """Markdown that a person wrote for this paper."""
    blocks = [block for section in read(source).sections for block in section.blocks]
    return Passage(_untouched(blocks), Look.PROSE, QUOTED)


def in_place(article: ArticleChange) -> ArticleChange:
    """A moved article as if it had stayed: in a paper, what was edited on the way is what one looks for."""
    if article.side is not Side.NEW or article.old is None:
        return article
    blocks = tuple(_in_place(block, article.blocks[0].move) for block in article.blocks)
    return replace(article, side=Side.BOTH, blocks=blocks)


def _in_place(block: BlockChange, move: int | None) -> BlockChange:
    """An alinéa of an article whose own move is `move`: one that came from another stood elsewhere before."""
    if block.side is not Side.NEW or block.move != move:
        return block
    return block._replace(side=Side.OLD if BlockStatus.DELETED in block.statuses else Side.BOTH)


def _untouched(blocks: Iterable[Block]) -> ArticleChange:
    side = ArticleSide("", "", "", "")
    kept = tuple(unchanged(block) for block in blocks if block.kind is not BlockKind.FRONT_MATTER)
    return ArticleChange(SectionKind.ARTICLE, (ArticleStatus.UNCHANGED,), Side.BOTH, side, side, kept)


def _levels(blocks: Iterable[Block | BlockChange]) -> Mapping[int, int]:
    """The highest heading of the text stands right below the paper's own."""
    depths = sorted({block.depth for block in blocks if block.kind is BlockKind.HEADING})
    return {depth: min(_TOP + rank, _LOWEST) for rank, depth in enumerate(depths)}

"""The blank lines beside an alinéa that came or went belong to that change, not to the layout."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from statuts.model.redline import ArticleChange, BlockChange, ChangeClass, Op, Segment, Side


def attribute_separators(articles: Sequence[ArticleChange]) -> tuple[ArticleChange, ...]:
    """The same articles, where a line end differs only because of what follows it.

    Without this, adding a paragraph at the end would also count as a change of layout in the one before.
    """
    result = [
        replace(article, blocks=tuple(map(_own, article.blocks)))
        if any(block.move is not None for block in article.blocks)
        else article
        for article in articles
    ]
    blocks_in_order = (
        (a, k, block) for a, article in enumerate(articles) for k, block in enumerate(article.blocks)
    )
    both = Side.BOTH  # looked up once
    for (a, k, _), (_, _, following) in pairwise(blocks_in_order):
        if following.side is both:
            continue
        block, cause = result[a].blocks[k], _cause(following)
        if cause is None or block.side is Side.OLD or not _tail_differs(block):
            continue
        blocks = list(result[a].blocks)
        blocks[k] = _attributed(block, cause)
        result[a] = replace(result[a], blocks=tuple(blocks))
    return tuple(result)


def _own(block: BlockChange) -> BlockChange:
    """An alinéa that moved has other neighbours: its own line end goes with the move."""
    if block.move is None or not _tail_differs(block):
        return block
    return _attributed(block, block.move)


def _cause(block: BlockChange) -> int | None:
    """The number of the change that made this alinéa come or go."""
    if block.side is Side.BOTH:
        return None
    return block.move if block.move is not None else min(block.changes, default=None)


def _tail_differs(block: BlockChange) -> bool:
    return any(s.is_separator and s.cls is ChangeClass.LAYOUT for s in block.segments)


def _attributed(block: BlockChange, cause: int) -> BlockChange:
    def mine(segment: Segment) -> Segment:
        if segment.is_separator and segment.op is not Op.EQUAL:
            return segment._replace(change=cause, cls=ChangeClass.WORDING)
        return segment

    return block._replace(segments=tuple(mine(s) for s in block.segments))

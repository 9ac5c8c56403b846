"""The blank lines beside an alinéa that came or went belong to that change, not to the layout."""

from collections.abc import MutableSequence, Sequence
from itertools import pairwise

from statuts.diff.places import Place, put
from statuts.model.redline import ArticleChange, BlockChange, ChangeClass, Op, Segment, Side


def attribute_separators(articles: MutableSequence[ArticleChange], differ: Sequence[Place]) -> None:
    """Where a line end differs only because of what follows it, make it part of that change.

    Without this, adding a paragraph at the end would also count as a change of layout in the one before.
    `differ` holds the alinéas that differ, in reading order: no other has such a line end.
    """
    both, old = Side.BOTH, Side.OLD  # looked up once
    changed: dict[Place, BlockChange] = {}
    for place in differ:
        block = articles[place.article].blocks[place.block]
        if block.move is not None and _tail_differs(block):  # it has other neighbours: its line end moved too
            changed[place] = _attributed(block, block.move)
    for place, after in pairwise(differ):
        following = articles[after.article].blocks[after.block]
        if following.side is both or not _follows(articles, place, after):
            continue
        block = changed.get(place) or articles[place.article].blocks[place.block]
        cause = _cause(following)
        if cause is not None and block.side is not old and _tail_differs(block):
            changed[place] = _attributed(block, cause)
    put(articles, changed)


def _follows(articles: Sequence[ArticleChange], place: Place, after: Place) -> bool:
    """True where no alinéa stands between two."""
    if place.article == after.article:
        return after.block == place.block + 1
    return after.block == 0 and not any(
        article.blocks[place.block + 1 :] if a == place.article else article.blocks
        for a, article in enumerate(articles[place.article : after.article], place.article)
    )


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

"""C1 … Cn: the changes numbered in reading order, the same in every output."""

from collections.abc import Sequence

from statuts.diff.places import Place, put
from statuts.model.redline import ArticleChange, BlockChange


def numbered(articles: Sequence[ArticleChange], differ: Sequence[Place]) -> tuple[ArticleChange, ...]:
    """The same articles with their changes numbered in reading order, from 1, without a hole.

    `differ` holds the alinéas that differ, in reading order: in no other is there a number.
    """
    blocks = {place: articles[place.article].blocks[place.block] for place in differ}
    final: dict[int, int] = {}
    for block in blocks.values():
        if block.move is not None:
            final.setdefault(block.move, len(final) + 1)
        for segment in block.segments:
            if segment.change is not None:
                final.setdefault(segment.change, len(final) + 1)
    result = list(articles)
    if any(number != provisional for provisional, number in final.items()):
        put(result, {place: _renumbered(block, final) for place, block in blocks.items()})
    return tuple(result)


def _renumbered(block: BlockChange, final: dict[int, int]) -> BlockChange:
    kind, statuses, side, segments, depth, group, move = block
    numbered = [s if s.change is None else s.renumbered(final[s.change]) for s in segments]
    return BlockChange(
        kind, statuses, side, tuple(numbered), depth, group, final[move] if move is not None else None
    )

"""C1 … Cn: the changes numbered in reading order, the same in every output."""

from collections.abc import Iterable, Mapping, Sequence

from statuts.diff.places import Place, put
from statuts.model.redline import ArticleChange, BlockChange, ChangeClass, Part, Segment, Side


def numbered(articles: Sequence[ArticleChange], differ: Sequence[Place]) -> tuple[ArticleChange, ...]:
    """The same articles with their changes numbered in reading order, from 1, without a hole.

    `differ` holds the alinéas that differ, in reading order: in no other is there a number.
    """
    blocks = {place: articles[place.article].blocks[place.block] for place in differ}
    final, alone = _in_reading_order(blocks.values())
    if alone:
        beside = _beside(blocks.values(), alone)
        blocks = {place: _line_ends_joined(block, alone, beside) for place, block in blocks.items()}
        final, _ = _in_reading_order(blocks.values())
    result = list(articles)
    if alone or any(number != provisional for provisional, number in final.items()):
        put(result, {place: _renumbered(block, final) for place, block in blocks.items()})
    return tuple(result)


def _in_reading_order(blocks: Iterable[BlockChange]) -> tuple[dict[int, int], set[int]]:
    """The final number of each change, and those changes that line ends alone bear: nobody would see them."""
    final: dict[int, int] = {}
    alone: set[int] = set()
    tail = Part.TAIL  # looked up once
    for block in blocks:
        if block.move is not None:
            final.setdefault(block.move, len(final) + 1)
            alone.discard(block.move)
        for segment in block.segments:
            number = segment.change
            if number is None:
                continue
            is_new = number not in final
            if is_new:
                final[number] = len(final) + 1
            if segment.part is tail and segment.is_separator and not block.is_cut:
                if is_new:
                    alone.add(number)
            elif alone:
                alone.discard(number)
    return final, alone


def _beside(blocks: Iterable[BlockChange], alone: set[int]) -> Mapping[int, Segment]:
    """For each number that only line ends bear, as when all words beside them moved: what stands there
    instead, of the same author.
    """
    found: dict[int, Segment] = {}
    for block in sorted(blocks, key=lambda block: block.side is Side.BOTH):  # the cause of a line end first
        for segment in block.segments:
            if segment.change is None or segment.change not in alone or segment.change in found:
                continue
            for other in block.segments:
                if other.change is not None and other.change not in alone and other.by is segment.by:
                    found[segment.change] = other
                    break
    return found


def _line_ends_joined(block: BlockChange, alone: set[int], beside: Mapping[int, Segment]) -> BlockChange:
    def joined(segment: Segment) -> Segment:
        if segment.change is None or segment.change not in alone:
            return segment
        cause = beside.get(segment.change)
        if cause is None:
            return segment._replace(change=None, cls=ChangeClass.LAYOUT)
        return segment._replace(change=cause.change, cls=cause.cls)

    return block._replace(segments=tuple(map(joined, block.segments)))


def _renumbered(block: BlockChange, final: dict[int, int]) -> BlockChange:
    kind, statuses, side, segments, depth, group, move = block
    numbered = [s if s.change is None else s.renumbered(final[s.change]) for s in segments]
    return BlockChange(
        kind, statuses, side, tuple(numbered), depth, group, final[move] if move is not None else None
    )

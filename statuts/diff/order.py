"""What keeps its place and what moved: the heaviest increasing run of pairs, and the reading order."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

Pair = tuple[int, int]


def in_place(pairs: Sequence[Pair], weigh: Callable[[Pair], int]) -> set[Pair]:
    """The heaviest choice of pairs (old index, new index) in which both indices only grow.

    For pairs of articles: those that keep their order, a short one moving past a long one. An index
    may stand in several pairs; at most one of them is chosen. Cost O(n log n).
    """
    if all(i < k and j < m for (i, j), (k, m) in pairwise(pairs)):
        return set(pairs)  # nothing moved: nothing need be weighed
    weights = [weigh(pair) for pair in pairs]
    order = sorted(range(len(pairs)), key=lambda k: (pairs[k][0], -pairs[k][1]))
    size = max((new for _, new in pairs), default=-1) + 2
    best: list[tuple[int, int]] = [(0, -1)] * (size + 1)  # Fenwick tree of (weight, pair) maxima by new index
    back: dict[int, int] = {}
    top = (0, -1)
    for k in order:
        at = pairs[k][1] + 1
        found = (0, -1)
        i = at - 1
        while i > 0:
            found = max(found, best[i], key=lambda entry: entry[0])
            i -= i & -i
        back[k] = found[1]
        here = (found[0] + max(weights[k], 1), k)
        top = max(top, here, key=lambda entry: entry[0])
        i = at
        while i <= size:
            best[i] = max(best[i], here, key=lambda entry: entry[0])
            i += i & -i
    stays = set()
    k = top[1]
    while k >= 0:
        stays.add(pairs[k])
        k = back[k]
    return stays


def reading_order(
    old_count: int, new_count: int, stays: set[tuple[int, int]]
) -> list[tuple[int | None, int | None]]:
    """Both sides in one sequence: what stays in its place; before it, what left, then what came."""
    sequence: list[tuple[int | None, int | None]] = []
    i = j = 0
    for old, new in [*sorted(stays), (old_count, new_count)]:
        sequence += [(k, None) for k in range(i, old)]
        sequence += [(None, k) for k in range(j, new)]
        if old < old_count or new < new_count:
            sequence.append((old, new))
        i, j = old + 1, new + 1
    return sequence


def stretches(left: range, right: range, pairs: Sequence[Pair]) -> Iterator[tuple[range, range, Pair | None]]:
    """The two ranges before each of the pairs, with that pair, and those after the last one."""
    i, j = left.start, right.start
    for pair in pairs:
        yield range(i, pair[0]), range(j, pair[1]), pair
        i, j = pair[0] + 1, pair[1] + 1
    yield range(i, left.stop), range(j, right.stop), None

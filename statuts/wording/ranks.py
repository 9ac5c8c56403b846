"""How one of several things is named by its rank."""

from collections.abc import Sequence


def ranks_of(indices: Sequence[int], count: int) -> tuple[int, ...]:
    """How some of `count` things are named: from the end where they are the last ones."""
    if len(indices) > 1 and list(indices) == list(range(count - len(indices), count)):
        return tuple(range(-len(indices), 0))
    return tuple(rank_of(k, count) for k in indices)


def rank_of(k: int, count: int) -> int:
    """The rank by which the thing of index `k` is named: « dernier » where there are more than two."""
    return -1 if count > 2 and k == count - 1 else k + 1

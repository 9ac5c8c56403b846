"""How one of several things is named by its rank."""

from collections.abc import Sequence
from itertools import pairwise


def ranks_of(indices: Sequence[int], count: int) -> tuple[int, ...]:
    """How some of `count` things are named: from the end where they are the last ones."""
    if len(indices) > 1 and list(indices) == list(range(count - len(indices), count)):
        return tuple(range(-len(indices), 0))
    return tuple(rank_of(k, count) for k in indices)


def rank_of(k: int, count: int) -> int:
    """The rank by which the thing of index `k` is named: « dernier » where there are more than two."""
    return -1 if count > 2 and k == count - 1 else k + 1


def is_run(numbers: Sequence[str]) -> bool:
    """Whether numbers are told by the first and the last, « 17 à 21 »; two are named both."""
    return len(numbers) > 2 and all(
        a.isdecimal() and b.isdecimal() and int(b) == int(a) + 1 for a, b in pairwise(numbers)
    )

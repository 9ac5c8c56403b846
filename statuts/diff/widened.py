"""A change widened over units that stay beside it, where what it would cut is read as one."""

from collections.abc import Callable, Sequence

from statuts.diff.sequence import Hunk


def widened(
    found: Sequence[Hunk], end: int, before: Callable[[Hunk], int], after: Callable[[Hunk], int]
) -> list[Hunk]:
    """The same changes, each with as many units `before` and `after` it as these say, but none of another's.

    `end` is how many units the old text has.
    """
    result: list[Hunk] = []
    done = 0
    for hunk, limit in zip(found, [*(hunk.a0 for hunk in found[1:]), end], strict=True):
        left, right = min(before(hunk), hunk.a0 - done), min(after(hunk), limit - hunk.a1)
        result.append(Hunk(hunk.a0 - left, hunk.a1 + right, hunk.b0 - left, hunk.b1 + right))
        done = hunk.a1 + right
    return result


def run_of(keys: Sequence[str], belongs: Callable[[str], bool], start: int, step: int) -> int:
    """How many units in a row from `start`, in steps of 1 or -1, belong together."""
    k = start
    while 0 <= k < len(keys) and belongs(keys[k]):
        k += step
    return abs(k - start)

"""Shortest edit script between two lists, through diff-match-patch: the floor every comparison stands on."""

from collections.abc import Hashable, Iterator, Sequence
from functools import cache
from itertools import compress, count
from operator import ne
from typing import Any, NamedTuple


class Hunk(NamedTuple):
    """`a[a0:a1]` was replaced by `b[b0:b1]`; one of both may be empty, never both."""

    a0: int
    a1: int
    b0: int
    b1: int


def turned(hunk: Hunk) -> Hunk:
    """The same change, seen from the other text."""
    return Hunk(hunk.b0, hunk.b1, hunk.a0, hunk.a1)


def hunks(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[Hunk]:
    """Where `a` and `b` differ, in order; between two hunks both are equal.

    Deterministic: no time-out takes part in the result. The cost is O((n + m) × differences): callers
    bound the sizes.
    """
    start, a1, b1 = middle(a, b)
    if start == a1 and start == b1:
        return []
    if start in (a1, b1) or (a1 - start == 1 and b1 - start == 1):
        return [Hunk(start, a1, start, b1)]
    return _script(a[start:a1], b[start:b1], start)


def middle(a: Sequence[Hashable], b: Sequence[Hashable]) -> tuple[int, int, int]:
    """Where both begin to differ, and where that ends in `a` and in `b`."""
    start = _common_prefix(a, b)
    end = _common_suffix(a, b, start)
    return start, len(a) - end, len(b) - end


def staying(found: Sequence[Hunk], size: int) -> dict[int, int]:
    """The places of the units of the old text that stay, each with its place in the new one."""
    stays: dict[int, int] = {}
    i = j = 0
    for hunk in found:
        stays.update(zip(range(i, hunk.a0), range(j, hunk.b0), strict=True))
        i, j = hunk.a1, hunk.b1
    stays.update(zip(range(i, size), range(j, size - i + j), strict=True))
    return stays


def _script(a: Sequence[Hashable], b: Sequence[Hashable], offset: int) -> list[Hunk]:
    """The script of two lists that begin and end differently."""
    shared = set(a).intersection(b)
    kept_a = [i for i, item in enumerate(a) if item in shared]  # what only one side has can never stay
    kept_b = [j for j, item in enumerate(b) if item in shared]
    own, other = [a[i] for i in kept_a], [b[j] for j in kept_b]
    if own != other:
        stays = list(_common(own, other))
        kept_a, kept_b = [kept_a[i] for i, _ in stays], [kept_b[j] for _, j in stays]
    found: list[Hunk] = []
    at_a = at_b = 0
    for stay_a, stay_b in zip(kept_a, kept_b, strict=True):
        if at_a < stay_a or at_b < stay_b:
            found.append(Hunk(at_a + offset, stay_a + offset, at_b + offset, stay_b + offset))
        at_a, at_b = stay_a + 1, stay_b + 1
    if at_a < len(a) or at_b < len(b):
        found.append(Hunk(at_a + offset, len(a) + offset, at_b + offset, len(b) + offset))
    return found


def _common(a: Sequence[Hashable], b: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """The pairs of indices that stay, by the shortest edit script."""
    codes: dict[Hashable, str] = {}
    old = "".join([codes.setdefault(item, _character(len(codes))) for item in a])
    new = "".join([codes.setdefault(item, _character(len(codes))) for item in b])
    i = j = 0
    for op, text in _engine().diff_main(old, new, False):
        size = len(text)
        if op == 0:
            yield from zip(range(i, i + size), range(j, j + size), strict=True)
        i += size if op <= 0 else 0
        j += size if op >= 0 else 0


@cache
def _engine() -> Any:
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # the default of one second would make the result depend on the machine
    return engine


def _character(index: int) -> str:
    """The `index`-th code point that is no surrogate."""
    return chr(index + 1 if index < 0xD7FF else index + 0x801)


def _common_prefix(a: Sequence[Hashable], b: Sequence[Hashable]) -> int:
    return next(compress(count(), map(ne, a, b)), min(len(a), len(b)))


def _common_suffix(a: Sequence[Hashable], b: Sequence[Hashable], start: int) -> int:
    limit = min(len(a), len(b)) - start
    return min(next(compress(count(), map(ne, reversed(a), reversed(b))), limit), limit)

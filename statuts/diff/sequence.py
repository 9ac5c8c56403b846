"""Shortest edit script between two lists, through diff-match-patch: the floor every comparison stands on."""

from collections.abc import Hashable, Sequence
from functools import cache
from typing import Any, NamedTuple


class Hunk(NamedTuple):
    """`a[a0:a1]` was replaced by `b[b0:b1]`; one of both may be empty, never both."""

    a0: int
    a1: int
    b0: int
    b1: int


def hunks(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[Hunk]:
    """Where `a` and `b` differ, in order; between two hunks both are equal.

    Deterministic: no time-out takes part in the result. The cost is O((n + m) × differences): callers
    bound the sizes.
    """
    start = _common_prefix(a, b)
    end = _common_suffix(a, b, start)
    a1, b1 = len(a) - end, len(b) - end
    if start == a1 and start == b1:
        return []
    if start in (a1, b1) or (a1 - start == 1 and b1 - start == 1):
        return [Hunk(start, a1, start, b1)]
    return _script(a[start:a1], b[start:b1], start)


def _script(a: Sequence[Hashable], b: Sequence[Hashable], offset: int) -> list[Hunk]:
    codes: dict[Hashable, str] = {}
    old = "".join([codes.setdefault(item, _character(len(codes))) for item in a])
    new = "".join([codes.setdefault(item, _character(len(codes))) for item in b])
    found: list[Hunk] = []
    i = j = offset
    pending: tuple[int, int] | None = None
    for op, text in _engine().diff_main(old, new, False):
        if op == 0:
            if pending is not None:
                found.append(Hunk(pending[0], i, pending[1], j))
                pending = None
            i += len(text)
            j += len(text)
            continue
        if pending is None:
            pending = (i, j)
        if op < 0:
            i += len(text)
        else:
            j += len(text)
    if pending is not None:
        found.append(Hunk(pending[0], i, pending[1], j))
    return found


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
    n = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        n += 1
    return n


def _common_suffix(a: Sequence[Hashable], b: Sequence[Hashable], start: int) -> int:
    limit = min(len(a), len(b)) - start
    n = 0
    while n < limit and a[-1 - n] == b[-1 - n]:
        n += 1
    return n

"""A bracket is not marked without its partner where few words stand between: « [-15-]{+quinze (15)+} »."""

from collections.abc import Sequence

from statuts.diff.sequence import Hunk

_FEW = (
    3  # units between two marks that are struck and written again rather than tear a pair of brackets apart
)
_BRACKETS = {"(": 1, ")": -1}

Keys = Sequence[str]


def with_brackets(a: Keys, b: Keys, found: list[Hunk]) -> list[Hunk]:
    """The same changes, two neighbours made one where one holds a bracket and the other its partner."""
    if len(found) < 2 or not any(_holds(a, h.a0, h.a1) or _holds(b, h.b0, h.b1) for h in found):
        return found  # nearly always
    open_a = [_open(a, h.a0, h.a1) for h in found]
    open_b = [_open(b, h.b0, h.b1) for h in found]
    result: list[Hunk] = []
    still_a = still_b = 0
    for hunk, more_a, more_b in zip(found, open_a, open_b, strict=True):
        last = result[-1] if result else None
        near = last is not None and hunk.a0 - last.a1 <= _FEW
        if last and near and (0 < still_a == -more_a or 0 < still_b == -more_b):
            result[-1] = Hunk(last.a0, hunk.a1, last.b0, hunk.b1)
            still_a, still_b = still_a + more_a, still_b + more_b
        else:
            result.append(hunk)
            still_a, still_b = more_a, more_b
    return result


def _holds(keys: Keys, start: int, end: int) -> bool:
    return start < end and not _BRACKETS.keys().isdisjoint(keys[start:end])


def _open(keys: Keys, start: int, end: int) -> int:
    """How many brackets open in these units that do not close; below zero, how many only close."""
    return sum([_BRACKETS.get(key, 0) for key in keys[start:end]])

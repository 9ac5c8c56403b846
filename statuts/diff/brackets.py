"""A bracket is not marked without its partner where few words stand between: « [-15-]{+quinze (15)+} »."""

from collections.abc import Sequence

from statuts.diff.sequence import Hunk
from statuts.diff.widened import widened

_FEW = (
    3  # units between two marks that are struck and written again rather than tear a pair of brackets apart
)
_BRACKETS = {"(": 1, ")": -1}

Keys = Sequence[str]


def with_brackets(a: Keys, b: Keys, found: list[Hunk]) -> list[Hunk]:
    """The same changes, two neighbours made one where one holds a bracket and the other its partner."""
    if not any(_holds(a, h.a0, h.a1) or _holds(b, h.b0, h.b1) for h in found):
        return found  # nearly always
    open_a = [_open(a, h.a0, h.a1) for h in found]
    open_b = [_open(b, h.b0, h.b1) for h in found]
    result: list[Hunk] = []
    still_a = still_b = 0
    for hunk, more_a, more_b in zip(found, open_a, open_b, strict=True):
        last = result[-1] if result else None
        near = last is not None and hunk.a0 - last.a1 <= _FEW
        evened = still_a != still_b and still_a + more_a == still_b + more_b
        if last and near and (0 < still_a == -more_a or 0 < still_b == -more_b or evened):
            result[-1] = Hunk(last.a0, hunk.a1, last.b0, hunk.b1)
            still_a, still_b = still_a + more_a, still_b + more_b
        else:
            result.append(hunk)
            still_a, still_b = more_a, more_b
    return _closed(a, b, result)


def _closed(a: Keys, b: Keys, found: Sequence[Hunk]) -> list[Hunk]:
    """The same, each with the partner of a bracket both its sides have: « [-trois (3)-]{+cinq (5)+} ans »."""

    def before(hunk: Hunk) -> int:
        missing = min(-_open(a, hunk.a0, hunk.a1), -_open(b, hunk.b0, hunk.b1))
        near = a[max(0, hunk.a0 - _FEW) : hunk.a0][::-1]
        return near.index("(") + 1 if missing > 0 and "(" in near else 0

    def after(hunk: Hunk) -> int:
        missing = min(_open(a, hunk.a0, hunk.a1), _open(b, hunk.b0, hunk.b1))
        near = a[hunk.a1 : hunk.a1 + _FEW]
        return near.index(")") + 1 if missing > 0 and ")" in near else 0

    return widened(found, len(a), before, after)


def closes(keys: Keys, start: int, end: int) -> bool:
    """Whether the last of these units closes a bracket that opens among them."""
    return keys[end - 1] == ")" and _open(keys, start, end - 1) > 0


def opens(keys: Keys, start: int, end: int) -> bool:
    """Whether the first of these units opens a bracket that closes among them."""
    return keys[start] == "(" and _open(keys, start + 1, end) < 0


def _holds(keys: Keys, start: int, end: int) -> bool:
    return start < end and not _BRACKETS.keys().isdisjoint(keys[start:end])


def _open(keys: Keys, start: int, end: int) -> int:
    """How many brackets open in these units that do not close; below zero, how many only close."""
    return sum([_BRACKETS.get(key, 0) for key in keys[start:end]])

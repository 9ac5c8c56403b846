"""A bracket is not marked without its partner where few words stand between: « [-15-]{+quinze (15)+} »."""

from collections.abc import Sequence
from itertools import pairwise

from statuts.diff.sequence import Hunk
from statuts.diff.weights import CLOSING, OPENING
from statuts.diff.widened import widened

_FEW = (
    3  # units between two marks that are struck and written again rather than tear a pair of brackets apart
)
_BRACKETS = {OPENING: 1, CLOSING: -1}

Keys = Sequence[str]


def with_brackets(a: Keys, b: Keys, found: list[Hunk]) -> list[Hunk]:
    """The same changes, near ones made one where the first holds a bracket and the last its partner."""
    if not any(_holds(a, h.a0, h.a1) or _holds(b, h.b0, h.b1) for h in found):
        return found  # nearly always
    result: list[Hunk] = []
    since = still_a = still_b = 0  # the change since which brackets are open, and how many
    for hunk in found:
        more_a, more_b = _open(a, hunk.a0, hunk.a1), _open(b, hunk.b0, hunk.b1)
        evened = still_a != still_b and still_a + more_a == still_b + more_b
        ends = 0 < still_a == -more_a or 0 < still_b == -more_b or evened
        if ends and _kept([*result[since:], hunk]) <= _FEW:
            result[since:] = [Hunk(result[since].a0, hunk.a1, result[since].b0, hunk.b1)]
            still_a, still_b = still_a + more_a, still_b + more_b
        else:
            result.append(hunk)
            if more_a or more_b:
                since, still_a, still_b = len(result) - 1, more_a, more_b
    return _closed(a, b, result)


def _kept(found: Sequence[Hunk]) -> int:
    """How many units stay between the first of these changes and the last."""
    return sum([after.a0 - before.a1 for before, after in pairwise(found)])


def _closed(a: Keys, b: Keys, found: Sequence[Hunk]) -> list[Hunk]:
    """The same, each with the partner of a bracket both its sides have: « [-trois (3)-]{+cinq (5)+} ans »."""

    def before(hunk: Hunk) -> int:
        missing = min(-_open(a, hunk.a0, hunk.a1), -_open(b, hunk.b0, hunk.b1))
        near = _signs(a[max(0, hunk.a0 - _FEW) : hunk.a0])[::-1]
        return near.index(OPENING) + 1 if missing > 0 and OPENING in near else 0

    def after(hunk: Hunk) -> int:
        missing = min(_open(a, hunk.a0, hunk.a1), _open(b, hunk.b0, hunk.b1))
        near = _signs(a[hunk.a1 : hunk.a1 + _FEW])
        return near.index(CLOSING) + 1 if missing > 0 and CLOSING in near else 0

    return widened(found, len(a), before, after)


def closes(keys: Keys, start: int, end: int) -> bool:
    """Whether the last of these units closes a bracket that opens among them."""
    return keys[end - 1][:1] == CLOSING and _open(keys, start, end - 1) > 0


def opens(keys: Keys, start: int, end: int) -> bool:
    """Whether the first of these units opens a bracket that closes among them."""
    return keys[start][:1] == OPENING and _open(keys, start + 1, end) < 0


def _signs(keys: Keys) -> list[str]:
    """How each key begins: a bracket of a pair that is told apart (`whole_pairs.py`) is a bracket too."""
    return [key[:1] for key in keys]


def _holds(keys: Keys, start: int, end: int) -> bool:
    return start < end and not _BRACKETS.keys().isdisjoint(_signs(keys[start:end]))


def _open(keys: Keys, start: int, end: int) -> int:
    """How many brackets open in these units that do not close; below zero, how many only close."""
    return sum([_BRACKETS.get(sign, 0) for sign in _signs(keys[start:end])])

"""A number keeps its own unit: « de [-trois-]{+deux+} ans{+, renouvelables une fois, soit quatre ans+} »."""

from collections.abc import Sequence
from itertools import pairwise

from statuts.diff.ranges import is_bound
from statuts.diff.sequence import Hunk, turned
from statuts.language.function_words import AMOUNT_SIGNS, FUNCTION_WORDS
from statuts.language.words import is_word

Keys = Sequence[str]


def with_own_units(a: Keys, b: Keys, found: list[Hunk]) -> list[Hunk]:
    """The same changes; what came, or went, between a number and its unit stands behind the unit."""
    result: list[Hunk] = []
    end = Hunk(len(a), len(a), len(b), len(b))
    for hunk, after in pairwise([*found, end]):
        a0, a1, b0, b1 = hunk
        parts: list[Hunk] = []
        if a1 < after.a0 - 1:  # room for the unit
            if a1 - a0 < b1 - b0:
                parts = _parted(a, b, hunk, after.a0 - a1)
            else:
                parts = [turned(part) for part in _parted(b, a, turned(hunk), after.b0 - b1)]
        result += parts or [hunk]
    return result


def _parted(short: Keys, long: Keys, hunk: Hunk, kept: int) -> list[Hunk]:
    """The changes of which the first leaves a number its unit; none where no number lost it.

    `kept`: how many units of the text stay behind; what a number counts may be several, « € par séance ».
    """
    s0, s1, l0, l1 = hunk
    own = l0 + s1 - s0  # where the unit stands that follows the first number
    if s1 - s0 > 1 or l1 - own < 2 or long[own] != short[s1]:
        return []
    size = 1
    while size < min(kept, l1 - own) and long[own + size] == short[s1 + size]:
        size += 1
    while size > 1 and long[own + size - 1] in FUNCTION_WORDS:
        size -= 1  # « € », not « € pour les »
    if size == kept or own + size >= l1:
        return []
    if not _is_unit(short[s1]) or not is_bound(long[l1 - 1]) or not _follows_number(short, long, hunk):
        return []
    changed = [Hunk(s0, s1, l0, own)] if s0 < s1 else []
    return [*changed, Hunk(s1 + size, s1 + size, own + size, l1 + size)]


def _follows_number(short: Keys, long: Keys, hunk: Hunk) -> bool:
    s0, s1, l0, _ = hunk
    if s0 == s1:
        return s0 > 0 and is_bound(short[s0 - 1])
    return is_bound(short[s0]) and is_bound(long[l0])


def _is_unit(key: str) -> bool:
    return key in AMOUNT_SIGNS or (is_word(key) and key not in FUNCTION_WORDS)

"""Whoever has a value keeps it as his: « pour [-deux-]{+trois+} ans{+ et le trésorier pour deux ans+} ».

Kept for its letters' sake, it would become that of another one without a mark.
"""

from collections.abc import Sequence
from itertools import pairwise

from statuts.diff.ranges import is_bound
from statuts.diff.sequence import Hunk, turned
from statuts.diff.telling import is_number
from statuts.language.function_words import CONTRACTED, DETERMINERS, FUNCTION_WORDS, JOINING, PREPOSITIONS
from statuts.language.words import SENTENCE_ENDS, is_word

_OTHERS = (DETERMINERS - CONTRACTED).union("celui celle ceux celles".split())  # how another one begins
_ENDS = SENTENCE_ENDS | JOINING | PREPOSITIONS | CONTRACTED

Keys = Sequence[str]


def with_own_values(a: Keys, b: Keys, found: list[Hunk]) -> list[Hunk]:
    """The same changes, another one who came or went with a value of his own marked together with it."""
    result: list[Hunk] = []
    end = Hunk(len(a), len(a), len(b), len(b))
    for hunk, after in pairwise([*found, end]):
        last = result[-1] if result else Hunk(0, 0, 0, 0)
        if hunk.a0 == hunk.a1:
            parts = _before(a, b, last, hunk, after.a0 - hunk.a1)
            behind = [] if parts else _behind(a, b, last, hunk, after.a0 - hunk.a1)
        elif hunk.b0 == hunk.b1:
            turns = turned(last), turned(hunk), after.b0 - hunk.b1
            parts = list(map(turned, _before(b, a, *turns)))
            behind = [] if parts else list(map(turned, _behind(b, a, *turns)))
        else:
            parts, behind = [], []
        if parts:
            result[-1:] = parts
        else:
            result += behind or [hunk]
    return result


def _behind(short: Keys, long: Keys, last: Hunk, hunk: Hunk, kept: int) -> list[Hunk]:
    """The changes that leave a value to whom it was said of; none where no other one took it.

    « élu {+pour trois ans et le trésorier +}pour deux ans » keeps two years for another office; but « [-Les
    actifs-]{+Les jeunes+} paient {+5 €, les actifs +}10 € » keeps it for those who had it, struck in `last`.
    """
    s0, s1, l0, l1 = hunk
    if s0 < s1 or not _introduces(long[l0]):
        return []
    joint = next((k for k in range(l0 + 1, l1 - 2) if long[k] in JOINING), l0)  # « et le trésorier »
    size = joint - l0
    if (
        not 0 < size <= kept
        or long[joint + 1].casefold() not in _OTHERS
        or not is_word(long[l1 - 1])
        or long[l1 - 1] in FUNCTION_WORDS
    ):
        return []
    if size < len(short) - s0 and short[s0 + size] not in _ENDS:
        return []
    if any(key in short[last.a0 : last.a1] and _says(key) for key in long[joint + 1 : l1]):
        return []
    differ = [k for k in range(size) if short[s0 + k] != long[l0 + k]]
    if len(differ) != 1 or not _is_value(short[s0 + differ[0]], long[l0 + differ[0]]):
        return []
    at = differ[0]
    return [
        Hunk(s0 + at, s0 + at + 1, l0 + at, l0 + at + 1),
        Hunk(s0 + size, s0 + size, joint, l1 + size),
    ]


def _before(short: Keys, long: Keys, last: Hunk, hunk: Hunk, kept: int) -> list[Hunk]:
    """The changes instead of `last` and `hunk` that leave a value to whom it is said of behind it.

    « de [-trois-]{+deux+} ans {+pour le président et de quatre ans +}pour les autres » gives theirs to him.
    """
    s0, s1, l0, l1 = last
    unit = hunk.a0 - s1
    own = hunk.b1 - unit - 1  # where the value stands that the new text gives to him
    if s1 - s0 != 1 or l1 - l0 != 1 or s0 == 0 or own <= hunk.b0 + 2 or unit < 1 or not kept:
        return []
    if long[hunk.b0] not in PREPOSITIONS or long[hunk.b0] != short[hunk.a0] or long[own - 1] != short[s0 - 1]:
        return []
    if [*long[own + 1 : hunk.b1]] != [*short[s1 : hunk.a0]] or not _is_value(short[s0], long[own]):
        return []
    return [Hunk(s0, s0, l0, own)] if short[s0] == long[own] else [Hunk(s0, s1, l0, own + 1)]


def _introduces(key: str) -> bool:
    """« pour trois ans », « au tiers », « trois ans »: how what is said of someone begins."""
    return key in PREPOSITIONS or key in CONTRACTED or is_bound(key)


def _is_value(one: str, other: str) -> bool:
    return _says(one) and _says(other) and is_number(one) == is_number(other)


def _says(key: str) -> bool:
    return is_word(key) and key not in FUNCTION_WORDS

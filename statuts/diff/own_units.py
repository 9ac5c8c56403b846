"""A number keeps its own unit: « de [-trois-]{+deux+} ans{+, renouvelables une fois, soit quatre ans+} »; and
whoever has a value keeps it as his: « pour [-deux-]{+trois+} ans{+ et le trésorier pour deux ans+} ».
"""

from collections.abc import Sequence

from statuts.diff.ranges import is_bound
from statuts.diff.sequence import Hunk
from statuts.diff.telling import is_number
from statuts.language.function_words import (
    AMOUNT_SIGNS,
    CONTRACTED,
    DETERMINERS,
    FUNCTION_WORDS,
    JOINING,
    PREPOSITIONS,
)
from statuts.language.words import SENTENCE_ENDS, is_word

_OTHERS = (DETERMINERS - CONTRACTED).union(
    "celui celle ceux celles".split()
)  # how one begins who has another value
_ENDS = SENTENCE_ENDS | JOINING

Keys = Sequence[str]


def with_own_units(a: Keys, b: Keys, found: list[Hunk]) -> list[Hunk]:
    """The same changes; what came, or went, between a number and its unit stands behind the unit, and another
    one with a value of his own behind the value.
    """
    result: list[Hunk] = []
    for n, hunk in enumerate(found):
        a0, a1, b0, b1 = hunk
        parts: list[Hunk] = []
        if a1 < (found[n + 1].a0 if n + 1 < len(found) else len(a)) - 1:  # room for the unit
            after = found[n + 1] if n + 1 < len(found) else Hunk(len(a), len(a), len(b), len(b))
            if a1 - a0 < b1 - b0:
                parts = _parted(a, b, hunk, after.a0 - a1) or _held(a, b, hunk, after.a0 - a1)
            else:
                other = _turned(hunk)
                parts = _parted(b, a, other, after.b0 - b1) or _held(b, a, other, after.b0 - b1)
                parts = [_turned(part) for part in parts]
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


def _held(short: Keys, long: Keys, hunk: Hunk, kept: int) -> list[Hunk]:
    """The changes that leave a value to whom it was said of; none where no other one took it.

    « élu {+pour trois ans et le trésorier +}pour deux ans » keeps two years for another office.
    """
    s0, s1, l0, l1 = hunk
    if s0 < s1 or not _introduces(long[l0]):
        return []
    joint = next((k for k in range(l0 + 1, l1 - 2) if long[k] in JOINING), l0)  # « et le trésorier »
    size = joint - l0
    if not 0 < size <= kept or long[joint + 1].casefold() not in _OTHERS or long[l1 - 1] in _ENDS:
        return []
    if size < len(short) - s0 and short[s0 + size] not in _ENDS:
        return []
    differ = [k for k in range(size) if short[s0 + k] != long[l0 + k]]
    if len(differ) != 1 or not _is_value(short[s0 + differ[0]], long[l0 + differ[0]]):
        return []
    at = differ[0]
    if at + 1 == size:
        return [Hunk(s0 + at, s0 + size, l0 + at, l1 + size)]
    return [
        Hunk(s0 + at, s0 + at + 1, l0 + at, l0 + at + 1),
        Hunk(s0 + size, s0 + size, joint, l1 + size),
    ]


def _introduces(key: str) -> bool:
    """« pour trois ans », « au tiers », « trois ans »: how what is said of someone begins."""
    return key in PREPOSITIONS or key in CONTRACTED or is_bound(key)


def _is_value(one: str, other: str) -> bool:
    return all(is_word(key) and key not in FUNCTION_WORDS for key in (one, other)) and (
        is_number(one) == is_number(other)
    )


def _follows_number(short: Keys, long: Keys, hunk: Hunk) -> bool:
    s0, s1, l0, _ = hunk
    if s0 == s1:
        return s0 > 0 and is_bound(short[s0 - 1])
    return is_bound(short[s0]) and is_bound(long[l0])


def _is_unit(key: str) -> bool:
    return key in AMOUNT_SIGNS or (is_word(key) and key not in FUNCTION_WORDS)


def _turned(hunk: Hunk) -> Hunk:
    """The same change, seen from the other text."""
    return Hunk(hunk.b0, hunk.b1, hunk.a0, hunk.a1)

"""Two values that changed places are marked: « le [-bureau-]{+comité+} écrit au [-comité-]{+bureau+} ».

Kept for its letters' sake, the sender of a letter would become its addressee without a mark.
"""

from collections.abc import Sequence

from statuts.diff.clusters import refined_within, shift, touching_as_one
from statuts.diff.ranges import is_bound, is_of_bound, next_bound, range_end
from statuts.diff.sequence import Hunk, hunks
from statuts.diff.weights import HUNK_COST, weights
from statuts.language.function_words import CONTRACTED, DETERMINERS, JOINING, PREPOSITIONS, TOWARDS
from statuts.language.spelling import is_misspelt
from statuts.language.words import SENTENCE_ENDS, is_word

_LONGEST = 2 * HUNK_COST + 300  # weight above which what stays between two marks is more than a value
_LONGEST_NAME = 3000  # and where the other value is there whole: « M. Luc Petit, »
_LONGEST_DUTY = 6000  # and where the other one's duty is there: « et le trésorier tient le fichier »
_SAID = 4  # units with which something is said of another one: « et le trésorier signe »
_PARTS = {
    **{word: word for word in "pour contre par avant après dès depuis envers sous vers chez".split()},
    **dict.fromkeys(TOWARDS, "à"),
}
"""Prepositions that say which part someone has; the contracted ones are one with « à »."""

Keys = Sequence[str]


def with_exchanges(a: Keys, b: Keys, found: list[Hunk]) -> list[Hunk]:
    """The same changes, a value struck and written again that stays only because it took another part."""
    result: list[Hunk] = []
    replaced = False
    for hunk in found:
        last = result[-1] if result else None
        if last and _one_sided(last) and _one_sided(last) == -_one_sided(hunk):
            parts = _exchange(a, b, last, hunk)
            if parts:
                result[-1:] = parts
                replaced = True
                continue
        result.append(hunk)
    return touching_as_one(result) if replaced else result


def _one_sided(hunk: Hunk) -> int:
    """-1 where only the old text has something, 1 where only the new one has, else 0."""
    return (hunk.a0 == hunk.a1) - (hunk.b0 == hunk.b1)


def _exchange(a: Keys, b: Keys, first: Hunk, last: Hunk) -> list[Hunk]:
    """The changes that replace these two, if what stays between them has another part in the sentence."""
    stays = a[first.a1 : last.a0]
    weighs = sum(weights(stays))
    if not SENTENCE_ENDS.isdisjoint(stays) or weighs > _LONGEST_DUTY:
        return []
    whole = Hunk(first.a0, last.a1, first.b0, last.b1)
    joint = _joint_of_another(_own(a, b, first), _own(a, b, last), stays)
    if joint:  # what is said of the one, then the other one, then what is said of him
        own, other = (joint, len(stays)) if first.a0 < first.a1 else (len(stays), joint)
        i, j = whole.a0 + own, whole.b0 + other
        return [Hunk(whole.a0, i, whole.b0, j), *refined_within(a, b, Hunk(i, whole.a1, j, whole.b1))]
    if weighs > _LONGEST_NAME:
        return []
    between = _between(_own(a, b, first), _own(a, b, last))
    if between:
        a1 = first.a1 - between if first.a0 < first.a1 else last.a0
        b1 = first.b1 - between if first.b0 < first.b1 else last.b0
        return [
            Hunk(whole.a0, a1, whole.b0, b1),
            *_anew(a, b, Hunk(a1, a1 + between, b1, b1 + between)),
            Hunk(a1 + between, whole.a1, b1 + between, whole.b1),
        ]
    if (weighs > _LONGEST and not all(map(is_of_bound, stays))) or not _takes_another_part(a, b, first, last):
        return []
    old, new = _turning_points(a, b, first, last)
    if old is None or new is None:
        return _anew(a, b, whole, range(first.a1, last.a0))
    return [
        *_anew(a, b, Hunk(whole.a0, old, whole.b0, new)),
        *_anew(a, b, Hunk(old, old + 1, new, new + 1)),
        *_anew(a, b, Hunk(old + 1, whole.a1, new + 1, whole.b1)),
    ]


def _own(a: Keys, b: Keys, hunk: Hunk) -> Keys:
    """What the one side has that the other has not."""
    return a[hunk.a0 : hunk.a1] or b[hunk.b0 : hunk.b1]


def _between(before: Keys, after: Keys) -> int:
    """How many units stand between the two values, where `before` is a value and these, `after` these and
    that value; 0 where it is not so, or where they say nothing.
    """
    if len(before) != len(after):
        return 0
    for size in range(len(before) - 1, 0, -1):
        if before[:-size] == after[size:] and all(map(_is_alike, before[-size:], after[:size])):
            return size if sum(weights(before[-size:])) > HUNK_COST else 0
    return 0


def _is_alike(one: str, other: str) -> bool:
    """« présidente », « président »: the office of another person."""
    return one == other or is_misspelt(one, other)


def _joint_of_another(before: Keys, after: Keys, stays: Keys) -> int:
    """Where in `before` another one is named, of whom is said what stays; 0 where it is not so.

    « Le trésorier [-encaisse les dons et le secrétaire -]tient le fichier{+ et le secrétaire encaisse…+} ».
    """
    if after[0] not in JOINING or len(after) < _SAID or not stays:
        return 0
    joint = next((k for k in range(len(before) - 1, 1, -1) if before[k] in JOINING), 0)
    other = before[joint + 1 :]
    is_named = _begins_with_article(other) and all(is_word(key) and key not in _PARTS for key in other)
    if not joint or not is_named or not _begins_with_article(after[1:]):
        return 0
    return 0 if _begins_with_article(stays) or _begins_with_article(before) else joint


def _begins_with_article(keys: Keys) -> bool:
    return len(keys) > 1 and keys[0] in DETERMINERS and keys[0] not in CONTRACTED


def _takes_another_part(a: Keys, b: Keys, first: Hunk, last: Hunk) -> bool:
    """Whether what stays between two changes follows another preposition than before, and the first change
    holds what stands there: « par le [-président au -]bureau{+ au président+} »; or it ends a range no more.
    """
    part = _last_preposition(_own(a, b, first))
    after = next(filter(is_word, _own(a, b, last)), "")
    if part in _PARTS and part == _PARTS.get(after):
        other = _last_preposition(a[: first.a0])
        if other and other != part:
            return True
    if not any(map(is_bound, a[first.a1 : first.a1 + 2])):
        return False
    end_old, end_new = range_end(a, first.a1), range_end(b, first.b1)
    if bool(end_old) == bool(end_new):
        return False
    return (next_bound(b, last.b0) if end_old else next_bound(a, last.a0)) == (end_old or end_new)


def _last_preposition(keys: Keys) -> str:
    """The preposition at the end of these units, whatever article follows it; else nothing."""
    for key in reversed(keys[-3:]):
        if key in PREPOSITIONS or key in CONTRACTED:
            return _PARTS.get(key, key)
        if key not in DETERMINERS:
            break
    return ""


def _turning_points(a: Keys, b: Keys, first: Hunk, last: Hunk) -> tuple[int | None, int | None]:
    """Where in each text the preposition stands that parts the two values."""
    if first.a0 < first.a1:
        return _leading(a, range(first.a1 - 1, first.a0 - 1, -1)), _leading(b, range(last.b0, last.b1))
    return _leading(a, range(last.a0, last.a1)), _leading(b, range(first.b1 - 1, first.b0 - 1, -1))


def _leading(keys: Keys, places: range) -> int | None:
    return next((k for k in places if keys[k] in _PARTS), None)


def _anew(a: Keys, b: Keys, whole: Hunk, stay_nowhere: range = range(0)) -> list[Hunk]:
    """The changes of a stretch; units of the old text can be told to stay nowhere."""
    own = ["" if k in stay_nowhere else a[k] for k in range(whole.a0, whole.a1)]
    return [shift(hunk, whole.a0, whole.b0) for hunk in hunks(own, b[whole.b0 : whole.b1])]

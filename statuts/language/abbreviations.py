"""Stops that end an abbreviation, and no sentence: « art. 5 », « L. 612-4 », « M. Dupont », « C.A.F. »."""

from collections.abc import Sequence

from statuts.language.function_words import FUNCTION_WORDS

ABBREVIATIONS = frozenset(
    "art al p ex cf m mm me mme mmes mlle dr pr no n num vol éd réf tél av bd bld pl st ste etc v".split()
)
_LONGEST = max(map(len, ABBREVIATIONS))
STOP = "\N{ONE DOT LEADER}"
"""The key of such a stop, where it must not be taken for the end of a sentence."""

_BEFORE_NAMES = frozenset("m mm me mme mmes mlle dr pr st ste".split())
_STREETS = frozenset("av bd bld pl".split())
_BEFORE_INITIALS = _BEFORE_NAMES.union("madame monsieur et ou par à de av bd rue place , ; : ( - .".split())


def is_abbreviation(key: str) -> bool:
    """True for what a stop may shorten: « art », « M », an initial."""
    return key.casefold() in ABBREVIATIONS or _is_initial(key)


def with_stops_apart(keys: list[str]) -> list[str]:
    """The same keys of units, those of such stops replaced by `STOP`."""
    result = keys
    k = -1
    for _ in range(keys.count(".")):
        k = keys.index(".", k + 1)
        if k and len(keys[k - 1]) <= _LONGEST and _is_within(keys, k):
            result = list(keys) if result is keys else result
            result[k] = STOP
    return result


def _is_within(keys: Sequence[str], k: int) -> bool:
    if not k or not is_abbreviation(keys[k - 1]):
        return False
    before, after = keys[k - 1], keys[k + 1] if k + 1 < len(keys) else ""
    if _is_initial(before):
        return _follows_an_initial(keys, k, before, after)
    if before.casefold() in _STREETS:
        return after[:1].isalpha()
    if before.casefold() in _BEFORE_NAMES and before[:1].isupper():
        return after[:1].isalpha()
    return after[:1].isdigit() or after[:1].islower() or after in (",", ";", ")", "(")


def _follows_an_initial(keys: Sequence[str], k: int, before: str, after: str) -> bool:
    """« C.A.F. », « L. 612-4 », « M. et Mme », « J.-P. Roux »; but « la salle A. Le bureau »."""
    if _is_initial(after) or (k > 2 and keys[k - 2] == "." and _is_initial(keys[k - 3])):
        return True
    if after == "-":
        return k + 2 < len(keys) and _is_initial(keys[k + 2])
    if not after[:1].isupper():
        return after[:1].isalnum()
    return before == "M" or (
        after.casefold() not in FUNCTION_WORDS and (k == 1 or keys[k - 2].casefold() in _BEFORE_INITIALS)
    )


def _is_initial(key: str) -> bool:
    return len(key) == 1 and key.isalpha() and key.isupper()

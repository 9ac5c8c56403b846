"""A number in words is marked whole, as one in figures is: « [-vingt mille-]{+trente mille+} euros »."""

from collections.abc import Sequence

from statuts.diff.sequence import Hunk
from statuts.language.function_words import NUMERALS

Keys = Sequence[str]


def with_numerals(a: Keys, b: Keys, found: Sequence[Hunk]) -> list[Hunk]:
    """The same changes, each with what stays of a number in words that it begins or ends inside."""
    if not any(_ends_with_one(a, h.a0, h.a1) or _ends_with_one(b, h.b0, h.b1) for h in found):
        return list(found)  # nearly always
    result: list[Hunk] = []
    following = [*(hunk.a0 for hunk in found[1:]), len(a)]
    for hunk, limit in zip(found, following, strict=True):
        a0, a1, b0, b1 = hunk
        if _is_one_of(a, b, a0, b0, hunk):
            done = result[-1].a1 if result else 0
            while a0 > done and is_numeral(a[a0 - 1]):
                a0, b0 = a0 - 1, b0 - 1
        if _is_one_of(a, b, a1 - 1, b1 - 1, hunk):
            while a1 < limit and is_numeral(a[a1]):
                a1, b1 = a1 + 1, b1 + 1
        result.append(Hunk(a0, a1, b0, b1))
    return result


def is_numeral(key: str) -> bool:
    """True for a number in words, or a part of one: « vingt », « trente-cinq »."""
    return key in NUMERALS or ("-" in key and NUMERALS.issuperset(key.split("-")))


def _ends_with_one(keys: Keys, start: int, end: int) -> bool:
    return start < end and (is_numeral(keys[start]) or is_numeral(keys[end - 1]))


def _is_one_of(a: Keys, b: Keys, i: int, j: int, hunk: Hunk) -> bool:
    """Whether the unit at this end of a change is a numeral, on either side."""
    in_old, in_new = hunk.a0 <= i < hunk.a1, hunk.b0 <= j < hunk.b1
    return (in_old and is_numeral(a[i])) or (in_new and is_numeral(b[j]))

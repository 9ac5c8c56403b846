"""A number in words, a date, « C.A. » are marked whole: « [-vingt mille-]{+trente mille+} euros »."""

from collections.abc import Callable, Sequence

from statuts.diff.clusters import touching_as_one
from statuts.diff.sequence import Hunk
from statuts.diff.widened import run_of, widened
from statuts.language.abbreviations import STOP
from statuts.language.function_words import MONTHS, NUMERALS

Keys = Sequence[str]


def with_numerals(a: Keys, b: Keys, found: Sequence[Hunk]) -> list[Hunk]:
    """The same changes, each with what stays of a number in words or a date that it begins or ends inside."""
    if "mois" in a and any(_keeps_a_months_name(a, b, hunk) for hunk in found):
        found = _but_for_months(a, b, found)
    if not any(_ends_with_one(a, h.a0, h.a1) or _ends_with_one(b, h.b0, h.b1) for h in found):
        return list(found)  # nearly always

    def before(hunk: Hunk) -> int:
        for belongs in (is_numeral, _is_letter):
            if _is_one_of(belongs, a, b, hunk.a0, hunk.b0, hunk):
                run = run_of(a, belongs, hunk.a0 - 1, -1)
                return run - (run > 0 and a[hunk.a0 - run] == STOP)  # of « bd. », before « V. Hugo »
        return 0

    def after(hunk: Hunk) -> int:
        for belongs in (is_numeral, _is_letter):
            if _is_one_of(belongs, a, b, hunk.a1 - 1, hunk.b1 - 1, hunk):
                return run_of(a, belongs, hunk.a1, 1)
        return int(_cuts_a_date(a, b, hunk))

    return widened(found, len(a), before, after)


def _keeps_a_months_name(a: Keys, b: Keys, hunk: Hunk) -> bool:
    """« [-au-]{+dans les six+} mois [-de juin-]{+de la clôture+} »: a month is no number of them."""
    a1, b1 = hunk.a1, hunk.b1
    if hunk.a0 == a1 or hunk.b0 == b1 or not _is_month_next(a, a1) or not _is_month_next(b, b1):
        return False
    return _names_a_month(a, a1) != _names_a_month(b, b1)


def _is_month_next(keys: Keys, k: int) -> bool:
    return k < len(keys) and keys[k] == "mois"


def _names_a_month(keys: Keys, k: int) -> bool:
    return k + 2 < len(keys) and keys[k + 1] in ("de", "d'") and keys[k + 2] in MONTHS


def _but_for_months(a: Keys, b: Keys, found: Sequence[Hunk]) -> list[Hunk]:
    def after(hunk: Hunk) -> int:
        return 2 if _keeps_a_months_name(a, b, hunk) else 0  # « mois de »

    return touching_as_one(widened(found, len(a), lambda hunk: 0, after))


def is_numeral(key: str) -> bool:
    """True for a number in words, or a part of one: « vingt », « trente-cinq »."""
    return key in NUMERALS or ("-" in key and NUMERALS.issuperset(key.split("-")))


def _ends_with_one(keys: Keys, start: int, end: int) -> bool:
    if start == end:
        return False
    first, last = keys[start], keys[end - 1]
    return is_numeral(first) or is_numeral(last) or last in MONTHS or _is_letter(first) or _is_letter(last)


def _is_letter(key: str) -> bool:
    """True for a part of « C.A. », a letter or a stop."""
    return key == STOP or (len(key) == 1 and key.isupper())


def _is_one_of(belongs: Callable[[str], bool], a: Keys, b: Keys, i: int, j: int, hunk: Hunk) -> bool:
    """Whether the unit at this end of a change is a part of what is read whole, on either side."""
    in_old, in_new = hunk.a0 <= i < hunk.a1, hunk.b0 <= j < hunk.b1
    return (in_old and belongs(a[i])) or (in_new and belongs(b[j]))


def _cuts_a_date(a: Keys, b: Keys, hunk: Hunk) -> bool:
    """« la loi [-de 1901-]{+du 1er juillet 1901+} »: the year of a date that is another one, unless its month
    or its day alone changed.
    """
    a0, a1, b0, b1 = hunk
    if a0 == a1 or b0 == b1 or a1 == len(a) or len(a[a1]) != 4 or not a[a1].isdecimal():
        return False
    in_old, in_new = a[a1 - 1] in MONTHS, b[b1 - 1] in MONTHS
    return in_old != in_new or (in_old and min(a1 - a0, b1 - b0) > 1)

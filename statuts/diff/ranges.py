"""Ranges: « du 1er au 15 avril », « entre 50 et 100 euros », « de 18 h à 19 h 30 »; which end a number is."""

from collections.abc import Sequence

from statuts.language.function_words import MEASURES, MONTHS, NUMERALS, TOWARDS, WEEKDAYS

_NEAR = 6  # units before « et » among which « entre » makes it the end of a range
_UNITS = 3  # units between a bound and what leads to the other one: « 15 mars au »

Keys = Sequence[str]


def is_bound(key: str) -> bool:
    """True for what a range may begin or end with: « 15 », « 1er », « lundi »."""
    return key[:1].isdigit() or key in NUMERALS or key in WEEKDAYS


def is_of_bound(key: str) -> bool:
    """True for what may be written of an end of a range: « 11 h 30 », « 15 avril 2025 »."""
    return is_bound(key) or key in MEASURES or key in MONTHS


def range_end(keys: Keys, k: int) -> str:
    """The word that makes the number at `k` the end of a range: « à », or the « et » of « entre »."""
    k -= 1
    while k > 1 and keys[k] == "h" and keys[k - 1].isdigit():  # of « 19 h 30 »
        k -= 2
    while k > 0 and keys[k] in ("le", "la", "les", "l'"):
        k -= 1
    if k < 0:
        return ""
    if keys[k] == "et":
        return "et" if "entre" in keys[max(0, k - _NEAR) : k] else ""
    return "à" if keys[k] in TOWARDS else ""


def next_bound(keys: Keys, k: int) -> str:
    """The word that leads from the number that ends before `k` to the end of its range; else nothing."""
    for key in keys[k : k + _UNITS]:
        if key in TOWARDS:
            return "à"
        if key == "et":
            return key
        if not is_of_bound(key):
            break
    return ""

"""A number as a list shows it: « 3 », « III », « c », « 3e », « trois »."""

from collections.abc import Callable

from statuts.language.grammar import capitalised, cardinal, ordinal
from statuts.language.numbering import to_roman

_LONGEST = 26 * 8  # beyond, letters say nothing to anybody


def _letters(number: int) -> str:
    """a … z, aa, bb … zz, aaa …"""
    again, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (again + 1) if 0 < number <= _LONGEST else str(number)


def _roman(number: int) -> str:
    return to_roman(number) if 0 < number < 400 else str(number)


def _rank(number: int) -> str:
    return "1er" if number == 1 else f"{number}e"


def _rank_in_words(number: int) -> str:
    return "Premier" if number == 1 else capitalised(ordinal(number, "fr"))


def _circled(number: int) -> str:
    return chr(ord("①") + number - 1) if 0 < number <= 20 else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "ordinal": _rank,
    "cardinalText": lambda number: capitalised(cardinal(number)),
    "ordinalText": _rank_in_words,
    "decimalEnclosedCircle": _circled,
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda _: "",
}


def figure(number: int, form: str) -> str:
    """The number in one of Word's formats; an unknown one is decimal."""
    return _FORMATS.get(form, str)(number)

"""The day a text was adopted, as its file's name or its own words have it; which of the two is said."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("janvier january", "février fevrier february", "mars march", "avril april", "mai may", "juin june",
         "juillet july", "août aout august", "septembre september", "octobre october", "novembre november",
         "décembre decembre december"), 1,
    )
    for name in names.split()
}  # fmt: skip
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?!\d)")
_FRENCH = re.compile(r"(?<!\d)(0?[1-9]|[12]\d|3[01])[-_./ ](0?[1-9]|1[0-2])[-_./ ]((?:19|20)\d\d)(?!\d)")
_IN_WORDS = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:er|st|nd|rd|th)?[\s_-]+({'|'.join(_MONTHS)})[\s_-]+((?:19|20)\d\d)(?!\d)", re.I
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_DECIDED = re.compile(r"(?:adopt|modifi|approuv|vot|mis)\w*[^.\n]{0,120}", re.I)


def day_in_name(name: str) -> date | None:
    """The day a file's name tells: `2009-05-16`, `16-05-2009`, « 16 mai 2009 », `20090516`."""
    for found in _days(name):
        return found
    return None


def year_in_name(name: str) -> int | None:
    """The year, where the name tells no day."""
    match = _YEAR.search(name)
    return int(match[1]) if match else None


def day_in_words(text: str) -> date | None:
    """The latest day on which the text says it was adopted or amended: in its first and last lines."""
    lines = text.splitlines()
    ends = "\n".join([*lines[:25], *lines[-15:]])
    found = [day for match in _DECIDED.finditer(ends) for day in _days(match[0])]
    return max(found, default=None)


def _days(text: str) -> Iterator[date]:
    for match in _ISO.finditer(text):
        with suppress(ValueError):
            yield date(int(match[1]), int(match[2]), int(match[3]))
    for match in _FRENCH.finditer(text):
        with suppress(ValueError):
            yield date(int(match[3]), int(match[2]), int(match[1]))
    for match in _IN_WORDS.finditer(text):
        with suppress(ValueError):
            yield date(int(match[3]), _MONTHS[match[2].lower()], int(match[1]))

"""Days as people write them: « 1er juillet 2021 », "1 July 2021".

A table of months: to load a library of all the world's calendars takes as long as the rest of a command.
"""

from datetime import date

from statuts.language.function_words import MONTHS

_ENGLISH = "January February March April May June July August September October November December".split()


def in_full(day: date, language: str) -> str:
    """The day, the month in letters, the year."""
    if language == "en":
        return f"{day.day} {_ENGLISH[day.month - 1]} {day.year}"
    # Imprimerie nationale: only the first of the month takes an ordinal.
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {MONTHS[day.month - 1]} {day.year}"

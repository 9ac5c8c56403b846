"""Days in full are what Babel, which knows every calendar, would write."""

from datetime import date, timedelta

import pytest
from babel.dates import format_date

from statuts.language.dates import in_full


@pytest.mark.parametrize(("language", "locale"), [("fr", "fr_FR"), ("en", "en_GB")])
def test_every_day_of_a_year_is_written_as_babel_writes_it(language: str, locale: str) -> None:
    for n in range(366):
        day = date(2024, 1, 1) + timedelta(n)
        wanted = format_date(day, "d MMMM y", locale=locale)
        if language == "fr" and day.day == 1:
            wanted = wanted.replace("1 ", "1er ", 1)
        assert in_full(day, language) == wanted


def test_days_long_ago_and_far_ahead_are_written_too() -> None:
    assert in_full(date(1, 3, 1), "fr") == "1er mars 1"
    assert in_full(date(9999, 12, 31), "en") == "31 December 9999"

"""The weights by which words are aligned add up to the same everywhere."""

import pytest

from statuts.diff.weights import HUNK_COST, border, weight
from statuts.language.function_words import FUNCTION_WORDS, NUMERALS

UNITS = sorted(
    {
        *FUNCTION_WORDS,
        *NUMERALS,
        "association",
        "l'",
        "rue",
        "mars",
        "€",
        "%",
        "ou",
        ".",
        ";",
        ":",
        ",",
        "|",
        "1 500",
        "(",
        "¶",
        "",
    }
)


def test_no_redline_depends_on_how_a_python_adds_floats_up() -> None:
    assert all(type(weight(unit)) is int for unit in UNITS)
    assert type(HUNK_COST) is int


@pytest.mark.parametrize("before", UNITS)
def test_half_of_two_borders_is_a_whole_number(before: str) -> None:
    assert all(type(border(before, after)) is int and border(before, after) % 2 == 0 for after in UNITS)

"""Sentences are written as the language writes them."""

import pytest

from statuts.language.grammar import capitalised, definite, in_series, listed, ordinal


@pytest.mark.parametrize(
    ("number", "french", "english"),
    [
        (1, "première", "first"),
        (2, "deuxième", "second"),
        (4, "quatrième", "fourth"),
        (5, "cinquième", "fifth"),
        (9, "neuvième", "ninth"),
        (11, "onzième", "eleventh"),
        (12, "douzième", "twelfth"),
        (17, "dix-septième", "seventeenth"),
        (20, "vingtième", "twentieth"),
        (21, "vingt et unième", "twenty-first"),
        (22, "vingt-deuxième", "twenty-second"),
        (70, "soixante-dixième", "seventieth"),
        (71, "soixante et onzième", "seventy-first"),
        (80, "quatre-vingtième", "eightieth"),
        (81, "quatre-vingt-unième", "eighty-first"),
        (91, "quatre-vingt-onzième", "ninety-first"),
        (99, "quatre-vingt-dix-neuvième", "ninety-ninth"),
        (100, "100e", "100th"),
    ],
)
def test_a_resolution_has_its_rank_in_words(number: int, french: str, english: str) -> None:
    assert ordinal(number, "fr") == french
    assert ordinal(number, "en") == english


@pytest.mark.parametrize(
    ("body", "french"),
    [
        ("assemblée générale extraordinaire", "l’assemblée générale extraordinaire"),
        ("Assemblée générale", "l’assemblée générale"),
        ("AGE", "l’AGE"),
        ("CA", "le CA"),
        ("conseil d’administration", "le conseil d’administration"),
        ("Réunion des fondateurs", "la réunion des fondateurs"),
        ("les fondateurs", "les fondateurs"),
        ("L'assemblée", "l'assemblée"),
        ("Zorglub", "zorglub"),
    ],
)
def test_a_body_takes_its_article_where_its_gender_is_known(body: str, french: str) -> None:
    assert definite(body, "fr") == french


def test_in_english_the_article_is_not_said_twice() -> None:
    assert definite("the board", "en") == "the board"
    assert definite("general meeting", "en") == "the general meeting"


def test_lists_end_as_the_language_ends_them() -> None:
    assert listed(["a"], "fr") == "a"
    assert listed([], "fr") == ""
    assert listed(["a", "b", "c"], "fr") == "a, b et c"
    assert listed(["a", "b"], "en") == "a and b"
    assert in_series(["a", "b"], "en") == "a; b"
    assert in_series(["a", "b"], "fr") == "a\u202f; b"
    assert capitalised("l’AGE décide") == "L’AGE décide"

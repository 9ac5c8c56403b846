"""Numbers as people write them, their normal form, their order, and the one that comes in between."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuts.language.numbering import (
    find_number,
    find_number_in_words,
    from_roman,
    inserted_after,
    normal_form,
    order,
    to_roman,
)
from statuts.markdown.labels import LabelKind, read_label, title_after

NUMBERS = """
    1 1 | 07 7
    1er 1 | 1ᵉʳ 1 | 1<sup>er</sup> 1 | 1^er^ 1 | 1° 1 | premier 1 | PREMIER 1 | première 1 | unique unique
    I 1 | IV 4 | XXIX 29 | IV bis 4-bis | 12 bis 12-bis | 12bis 12-bis | 12-bis 12-bis | 6bisbis 6-bisbis
    12 ter A 12-ter-a | 3 quinquies 3-quinquies | 8 a 8-a | 2a 2-a | 4-1 4-1 | 4.1 4.1 | 2.4.1 2.4.1 | A a
"""
PAIRS = [
    entry.strip().rpartition(" ")[::2] for line in NUMBERS.strip().splitlines() for entry in line.split("|")
]


@pytest.mark.parametrize(("written", "key"), PAIRS)
def test_number_is_recognised_whole_and_has_its_normal_form(written: str, key: str) -> None:
    assert find_number(f"Article {written} – Objet", len("Article ")) == (
        written,
        key,
        len("Article " + written),
    )
    assert normal_form(written) == key


WRITTEN_OUT = """
    un 1 | DEUX 2 | Dix-sept bis 17-bis | vingt et un 21 | vingt-et-un 21 | quatre-vingt-dix-neuf 99
    second 2 | DEUXIÈME 2 | TROISIEME 3 | soixante et onzième 71
"""


@pytest.mark.parametrize(
    ("written", "key"),
    [e.strip().rpartition(" ")[::2] for line in WRITTEN_OUT.strip().splitlines() for e in line.split("|")],
)
def test_number_written_out_is_a_number_behind_its_word(written: str, key: str) -> None:
    assert find_number_in_words(f"Article {written} – Objet", len("Article "))[:2] == (written, key)  # type: ignore[index]
    assert normal_form(written) == key
    assert read_label(f"ARTICLE {written} : Objet").key == key


@pytest.mark.parametrize(
    "heading", ["Section deux roues", "Article six mois", "Partie une fois", "Titre dernier"]
)
def test_word_that_goes_on_is_no_number_of_a_heading(heading: str) -> None:
    assert read_label(heading).kind is LabelKind.NONE


@pytest.mark.parametrize("word", ["", "membres", "Il", "L'", "bis", "–", "12 membres", "27 juin"])
def test_word_is_no_number(word: str) -> None:
    assert normal_form(word) == ""


def test_keys_sort_as_articles_follow_each_other() -> None:
    keys = "1 2 4 4-1 4-2 6-bis 6-bisbis 6-ter 8 8-a 8-b 9 12-bis 12-bis-a 13".split()
    assert sorted(sorted(keys), key=order) == keys
    assert sorted(["4.10", "4.2", "4"], key=order) == ["4", "4.2", "4.10"]


@pytest.mark.parametrize(
    ("key", "following"),
    [
        ("12", "12-bis"),
        ("12-bis", "12-ter"),
        ("4.1", "4.1-bis"),
        ("8-a", "8-a-bis"),
        ("1-vicies", "1-viciesbis"),
    ],
)
def test_article_put_in_between_takes_the_next_adverb(key: str, following: str) -> None:
    assert inserted_after(key) == following
    assert order(key) < order(following)


@given(st.integers(1, 399))
def test_roman_figures_come_back(number: int) -> None:
    assert from_roman(to_roman(number)) == number
    assert normal_form(to_roman(number)) in (str(number), to_roman(number).lower())


@pytest.mark.parametrize("written", ["IIII", "VX", "IC", "MC", "", "Il"])
def test_ill_formed_roman_figures_are_none(written: str) -> None:
    assert from_roman(written) == 0


@pytest.mark.parametrize(
    ("heading", "kind", "number", "title"),
    [
        ("Article 12 – Pouvoirs", LabelKind.ARTICLE, "12", "Pouvoirs"),
        ("Article n° 4 : Siège", LabelKind.ARTICLE, "4", "Siège"),
        ("Article L'objet", LabelKind.NONE, "", "Article L'objet"),
        ("Article 8 à distance", LabelKind.ARTICLE, "8", "à distance"),
        ("Article 2 A – Objet", LabelKind.ARTICLE, "2 A", "Objet"),
        ("Article 1er bis. Nom", LabelKind.ARTICLE, "1er bis", "Nom"),
        ("**Article 5** – Le *bureau*", LabelKind.ARTICLE, "5", "Le bureau"),
        ("Art. 12bis [Siège](http://x.fr)", LabelKind.ARTICLE, "12bis", "Siège"),
        ("Articles 3 et 4", LabelKind.NONE, "", "Articles 3 et 4"),
        ("Article\u00a07\u00a0: Durée", LabelKind.ARTICLE, "7", "Durée"),
        ("27e Région", LabelKind.NONE, "", "27e Région"),
        ("2021 : bilan", LabelKind.NONE, "", "2021 : bilan"),
        ("3 membres au moins", LabelKind.NONE, "", "3 membres au moins"),
        ("3. Objet", LabelKind.NUMBER, "3", "Objet"),
        ("3) Objet", LabelKind.NUMBER, "3", "Objet"),
        ("IV – Membres", LabelKind.NUMBER, "IV", "Membres"),
        ("a) L’assemblée générale", LabelKind.NUMBER, "a", "L’assemblée générale"),
        ("Titre II – Membres", LabelKind.DIVISION, "II", "Membres"),
        ("Titres et mérites", LabelKind.NONE, "", "Titres et mérites"),
        ("Participation", LabelKind.NONE, "", "Participation"),
        ("PARTIE V", LabelKind.DIVISION, "V", ""),
        ("Annexe", LabelKind.ANNEX, "", ""),
        ("ANNEXE – Barème", LabelKind.ANNEX, "", "Barème"),
        ("Annexe A : Barème", LabelKind.ANNEX, "A", "Barème"),
        ("Préambule", LabelKind.PREAMBLE, "", "Préambule"),
        ("Sous-section 2 : Vote", LabelKind.SECTION, "2", "Vote"),
        ("C’est ici", LabelKind.NONE, "", "C’est ici"),
        ("Démission", LabelKind.NONE, "", "Démission"),
    ],
)
def test_label_is_told_from_the_title(heading: str, kind: LabelKind, number: str, title: str) -> None:
    label = read_label(heading)
    assert (label.kind, label.number, title_after(heading, label)) == (kind, number, title)

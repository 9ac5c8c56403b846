"""The reasons go with the article their heading names, and none is lost."""

import pytest

from statuts.diff.compare import compare
from statuts.markdown.read import read
from statuts.papers.rationale import Rationale, read_rationale

OLD = """## Article 1er – Objet

Un lieu neutre et ouvert à tous.

## Article 12 bis – Siège social

Le siège est à Loches.
"""
NEW = OLD.replace("neutre", "apartisan").replace("Loches", "Tours")


def reasons(source: str) -> Rationale:
    return read_rationale(source, compare(read(OLD), read(NEW)).articles)


@pytest.mark.parametrize(
    "heading",
    [
        "objet",
        "Objet",
        "Article 1er",
        "Article 1",
        "ARTICLE PREMIER",
        "Article 1er – Objet",
        "Art. 1 : le but",
    ],
)
def test_a_heading_names_an_article_by_id_number_or_title(heading: str) -> None:
    found = reasons(f"## {heading}\n\nParce que.\n")
    assert found.by_article == {"objet": "Parce que."}
    assert found.general == ""


def test_one_text_without_headings_is_about_the_whole() -> None:
    assert reasons("Il est temps.\n\n- un\n- deux\n").general == "Il est temps.\n\n- un\n- deux"


def test_the_title_of_the_file_is_no_reason() -> None:
    found = reasons(
        "# Exposé des motifs\n\nEn général.\n\n## Siège social\n\nLe bail finit.\n\n### Détail\n\nEn mai.\n"
    )
    assert found.general == "En général."
    assert found.by_article == {"siege-social": "Le bail finit.\n\n### Détail\n\nEn mai."}


def test_reasons_for_an_article_that_does_not_change_are_kept_and_remarked_upon() -> None:
    found = reasons("## Article 9\n\nPour rien.\n\n## Article 12 bis\n\nLe bail.\n")
    assert "Pour rien." in found.general
    assert found.by_article == {"siege-social": "Le bail."}
    assert [str(remark) for remark in found.remarks] == [
        "The reasons under “Article 9” are about no article that changes."
    ]

"""The three panes of an act: every link arrives, every id is one element's, both texts are there to be read."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from html_page import Reader
from test_html_safety import ATTRIBUTES, POLICY, PROBES, TAGS

from statuts.desk.sources import source
from statuts.diff.compare import compare
from statuts.i18n import set_language
from statuts.markdown.read import read
from statuts.press.act_page import act_page
from statuts.wording.languages import language
from statuts.wording.write import Wording, write

OLD = """# Statuts

## Article 1 – Objet

L'association est neutre et défend l'ensemble des acteurs.

Elle agit partout en France.

## Article 2 – Siège

Le siège est à Lyon. Il peut être transféré.

## Article 3 – Membres

Les membres sont admis par le bureau.

Ils paient une cotisation.

## Article 4 – Radiation

La radiation est prononcée par le conseil.

## Article 5 – Durée

La durée est illimitée.
"""
NEW = """# Statuts

## Article 1 – Objet

L'association est apartisane et défend les acteurs.

Elle agit partout en France.

## Article 2 – Siège

Le siège est à Lyon.

Il peut être transféré.

## Article 3 – Membres

Les membres sont admis par le conseil.

Ils paient une cotisation.

Un tarif réduit existe.

## Article 4 – Durée

La durée est illimitée.
"""
NOT_TEXT = {"hidden", "num", "note", "bullet"}


def page_of(
    tmp_path: Path, old: str, new: str, style: str = "", templates: Path | None = None
) -> tuple[Wording, str]:
    set_language("en")
    for name, text in (("a.md", old), ("b.md", new)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    sources = source(str(tmp_path / "a.md"), None, None), source(str(tmp_path / "b.md"), None, None)
    before, after = read(old), read(new)
    redline = compare(before, after, "a.md", "b.md")
    found = write(redline, before, after, language("fr"))
    return found, act_page(found, redline, sources, "statuts", "fr", templates)


def panes(page: Reader, n: int) -> list[str]:
    """The words of the n-th pane of each block, white space evened."""
    holders = [e for e in page.elements if "three" in e.classes]
    found = []
    for holder in holders:
        mine = [e for e in page.elements if e.path and e.path[-1] is holder]
        found.append(
            "".join(
                text
                for path, text in page.texts
                if mine[n] in path and not any(e.classes & NOT_TEXT or e.tag == "h3" for e in path)
            )
        )
    return ["".join(text.split()) for text in found]


@pytest.fixture
def made(tmp_path: Path) -> tuple[Wording, Reader]:
    found, page = page_of(tmp_path, OLD, NEW)
    return found, Reader(page)


def test_ids_are_unique_and_every_link_arrives(made: tuple[Wording, Reader]) -> None:
    _, page = made
    ids = page.ids()
    assert len(ids) == len(set(ids))
    links = [e.attributes["href"] for e in page.elements if e.tag == "a"]
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_every_instruction_links_to_its_changes_and_each_of_them_back(made: tuple[Wording, Reader]) -> None:
    found, page = made
    links = [
        "".join(e.text)
        for e in page.elements
        if e.tag == "a" and any("said" in around.classes for around in e.path)
    ]
    assert all(each.changes for each in found.instructions)
    assert set(links) == {f"C{number}" for each in found.instructions for number in each.changes}
    backs = [e for e in page.elements if e.tag == "a" and any("num" in p.classes for p in e.path)]
    assert {e.attributes["href"] for e in backs} <= {f"#i{n + 1}" for n in range(len(found.instructions))}


def test_the_act_is_there_to_the_letter(made: tuple[Wording, Reader]) -> None:
    found, page = made
    said = "".join(
        text
        for path, text in page.texts
        if any("said" in e.classes for e in path) and not any(e.tag == "a" for e in path)
    )
    assert "".join(said.split()) == "".join(found.text.split())


def test_both_texts_of_an_amended_article_are_complete(made: tuple[Wording, Reader]) -> None:
    _, page = made
    before, after = "".join(panes(page, 1)), "".join(panes(page, 2))
    for article, text, new in (("1", before, OLD), ("3", before, OLD), ("1", after, NEW), ("3", after, NEW)):
        body = re.split(r"^## ", new, flags=re.M)
        part = next(p for p in body if p.startswith(f"Article {article}"))
        assert "".join(part.split()) in text
    assert "Laradiationestprononcéeparleconseil." in before
    assert "radiation" not in after


def test_a_pure_deletion_is_linked_in_the_text_before(tmp_path: Path) -> None:
    found, text = page_of(tmp_path, "# Article 1\n\nUn mot de trop ici.\n", "# Article 1\n\nUn mot ici.\n")
    page = Reader(text)
    assert len(found.instructions) == 1
    assert "#before-c1" in [e.attributes.get("href") for e in page.elements]
    assert "after-c1" not in page.ids()


def test_what_was_cut_in_two_is_one_alinea_before_and_two_after(made: tuple[Wording, Reader]) -> None:
    _, page = made
    held = [
        "".join(e.text) for e in page.elements if e.tag == "p" and "alinea" in e.classes and "Lyon" in "".join(e.text)
    ]  # fmt: skip
    assert len(held) == 2
    assert "transféré" in held[0]
    assert "transféré" not in held[1]


def test_what_is_folded_stands_in_each_text_as_it_is_there(tmp_path: Path) -> None:
    old = "# Article 1\n\nUn mot\nneutre d'ici,  là.\n"
    new = "# Article 1\n\nUn mot apartisan d’ici, là.\n"
    page = Reader(page_of(tmp_path, old, new)[1])
    assert "Unmotneutred'ici,là." in panes(page, 1)[0]
    assert "Unmotapartisand’ici,là." in panes(page, 2)[0]


def test_struck_is_never_after_and_added_never_before(made: tuple[Wording, Reader]) -> None:
    _, page = made
    for holder in (e for e in page.elements if "three" in e.classes):
        before, after = [e for e in page.elements if e.path and e.path[-1] is holder][1:]
        assert not any(e.tag == "ins" and before in e.path for e in page.elements)
        assert not any(e.tag == "del" and after in e.path for e in page.elements)


def test_no_script_one_policy_and_headings_in_order(made: tuple[Wording, Reader]) -> None:
    _, page = made
    check(page)
    levels = [int(e.tag[1]) for e in page.elements if re.fullmatch("h[1-6]", e.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def check(page: Reader) -> None:
    for element in page.elements:
        assert element.tag in TAGS, element
        assert set(element.attributes) <= ATTRIBUTES, element
        assert element.attributes.get("href", "#").startswith("#"), element
    policies = [e.attributes["content"] for e in page.elements if "http-equiv" in e.attributes]
    assert policies == [POLICY]
    assert sum(e.tag == "style" for e in page.elements) == 1
    assert len(page.ids()) == len(set(page.ids()))


# A line each: what cannot be told in an alinéa, or is no text, is refused before a page is made.
HOSTILE = [
    p for p in PROBES if "\n" not in p and "\x00" not in p and not p.startswith(("#", "-", "1.", "<!--["))
]


@pytest.mark.parametrize("probe", HOSTILE)
def test_a_hostile_text_adds_nothing(tmp_path: Path, probe: str) -> None:
    old, new = (
        "# Article 1\n\nUn mot neutre.\n",
        f"# Article 1\n\nUn mot {probe} là.\n\nPuis {probe} encore.\n",
    )
    for one, other in ((old, new), (new, old)):
        check(Reader(page_of(tmp_path, one, other)[1]))


def test_a_template_of_ones_own_replaces_the_page(tmp_path: Path) -> None:
    (tmp_path / "act.html").write_text("<p>{{ paper.parts | length }}</p>", encoding="utf-8")
    assert page_of(tmp_path, OLD, NEW, templates=tmp_path)[1].startswith("<p>")


def test_words_on_two_lines_of_the_source_stay_apart(tmp_path: Path) -> None:
    old = "# Article 1\n\nElle est révoquée par\nun vote neutre.\n"
    new = "# Article 1\n\nElle est révoquée\npar un vote libre.\n"
    text = page_of(tmp_path, old, new)[1]
    assert re.search(r"révoquée\s+par\s+un vote", text)
    assert "parun" not in text


def test_what_concerns_several_articles_stands_apart(tmp_path: Path) -> None:
    parts = [
        f"## Article {n}\n\nRègle {word}.\n"
        for n, word in ((1, "une"), (2, "deux"), (3, "trois"), (4, "quatre"))
    ]
    old = "\n".join(parts)
    gone = [parts[0], *(re.sub(r"Article (\d)", lambda m: f"Article {int(m[1]) - 1}", p) for p in parts[2:])]
    found, text = page_of(tmp_path, old, "\n".join(gone))
    page = Reader(text)
    headings = ["".join(e.text) for e in page.elements if e.tag == "h2"]
    assert headings == ["Article 2", "Renumbering"]
    assert "deviennent" in found.text
    assert "Règletrois" not in panes(page, 1)[1]
    assert "Article3" in panes(page, 1)[1]

"""What the page of a redline promises: one id a change, links that lead somewhere, words for every status."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from html_page import Masthead, Reader, page_for

from statuts.cli import run
from statuts.model.redline import ChangeClass
from statuts.render.html_accent import NIGHT, PAPER, accents, contrast

ROOT = Path(__file__).parent.parent
FOLDER = Path(__file__).parent / "cases" / "html"
OLD, NEW = ((FOLDER / name).read_bytes().decode() for name in ("old.md", "new.md"))
EXAMPLE = Path(__file__).parent / "example" / "versions"


@pytest.fixture(scope="module")
def page() -> Reader:
    return Reader(page_for(OLD, NEW))


def total(page: Reader) -> int:
    return max(int(m[1]) for m in (re.fullmatch(r"c(\d+)", name) for name in page.ids()) if m)


def test_every_change_has_one_id_and_no_id_stands_twice(page: Reader) -> None:
    ids = page.ids()
    assert len(ids) == len(set(ids))
    assert {f"c{n}" for n in range(1, total(page) + 1)} <= set(ids)


def test_every_link_stays_on_the_page_and_leads_to_an_id(page: Reader) -> None:
    assert page.links()
    for link in page.links():
        assert link.startswith("#")
        assert link[1:] in page.ids()


def test_each_change_leads_to_the_one_before_and_the_one_after(page: Reader) -> None:
    chain = {}
    for pager in (e for e in page.elements if "pager" in e.classes):
        number = next(e.attributes["id"] for e in reversed(pager.path) if "id" in e.attributes)
        links = [e for e in page.elements if e.tag == "a" and e.path and e.path[-1] is pager]
        chain[number] = {next(iter(e.classes)): e.attributes["href"][1:] for e in links}
    last = total(page)
    for n in range(1, last + 1):
        assert chain[f"c{n}"].get("before") == (f"c{n - 1}" if n > 1 else None)
        assert chain[f"c{n}"].get("after") == (f"c{n + 1}" if n < last else None)


def test_every_number_stands_in_the_margin_and_none_inside_a_sentence(page: Reader) -> None:
    numbers = {"".join(e.text) for e in page.elements if "num" in e.classes}
    assert numbers == {f"C{n}" for n in range(1, total(page) + 1)}
    for element in (e for e in page.elements if "num" in e.classes):
        assert element.path[-1].classes & {"nums", "rn"}


def test_a_word_is_said_before_everything_struck_added_or_moved(page: Reader) -> None:
    marks = [e for e in page.elements if e.tag in ("ins", "del") and e.within("main")]
    assert marks
    for mark in marks:
        if mark.classes & {"bare"}:
            continue
        spoken = [e for e in page.elements if e.path and e.path[-1] is mark and "hidden" in e.classes]
        assert spoken or "moved" in {c for e in mark.path for c in e.classes}, mark
    said = "".join("".join(e.text) for e in page.elements if "hidden" in e.classes)
    assert all(word in said for word in ("deleted:", "added:", "moved from here:", "moved to here:"))


def test_what_moved_says_so_and_links_both_ways(page: Reader) -> None:
    notes = {
        "".join(e.text): e.attributes["href"]
        for e in page.elements
        if e.tag == "a" and "note" in e.path[-1].classes
    }
    there = next(link for text, link in notes.items() if text.startswith("moved further down"))
    back = next(link for text, link in notes.items() if text.startswith("moved from further up"))
    assert there == f"{back}-bis"


def test_the_order_of_headings_skips_no_level(page: Reader) -> None:
    levels = [int(e.tag[1]) for e in page.elements if re.fullmatch(r"h[1-6]", e.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_statuses_are_said_in_words(page: Reader) -> None:
    tags = " ".join("".join(e.text) for e in page.elements if "tags" in e.classes)
    assert "modified" in tags
    assert "moved" in tags
    assert "renumbered (formerly article 8)" in tags
    notes = " ".join("".join(e.text) for e in page.elements if "note" in e.classes)
    assert "paragraph split" in notes
    assert "replaced as a whole" in notes


def test_unchanged_articles_in_a_row_are_folded_under_their_labels(page: Reader) -> None:
    labels = ["".join(e.text) for e in page.elements if "labels" in e.classes]
    assert labels == ["Article 5 – A · Article 6 – B · Article 7 – C"]


def test_a_text_without_a_change_is_shown_whole_and_says_so() -> None:
    page = Reader(page_for(OLD, OLD))
    assert not [e for e in page.elements if e.tag == "details"]
    assert not [e for e in page.elements if e.tag in ("ins", "del") and e.within("main")]
    assert "No change of wording" in "".join(text for _, text in page.texts)


def test_a_table_is_a_table_with_its_columns_matched(page: Reader) -> None:
    rows = [
        ["".join(e.text).strip() for e in page.elements if e.tag in ("th", "td") and e.path[-1] is row]
        for row in page.elements
        if row.tag == "tr"
    ]
    assert {len(row) for row in rows} == {4}  # the numbers, and the three columns of the new text
    assert rows[0][1] == "Membre"
    assert rows[0][3] == "Montant"
    assert "Passif | sympathisant" in rows[2][1]
    assert sum(e.tag == "th" for e in page.elements) == 3


def test_what_is_folded_is_counted_and_stands_in_the_page(page: Reader) -> None:
    label = next(
        "".join(e.text) for e in page.elements if e.tag == "label" and e.attributes["for"] == "folded"
    )
    assert "1 of typography" in label
    assert any("f" in e.classes for e in page.elements if e.tag == "del")
    everything = Reader(page_for(OLD, NEW, frozenset(ChangeClass)))
    assert "folded" not in everything.ids()
    assert not any("f" in e.classes for e in everything.elements)


def test_what_is_hidden_on_demand_is_not_in_the_chain_of_changes() -> None:
    page = Reader(
        page_for("Un mot neutre, d'ici.", "Un mot apartisan, d’ici.", frozenset({ChangeClass.TYPOGRAPHY}))
    )
    assert "c1" in page.ids()
    assert "#c1" not in page.links()


def test_three_texts_tell_whose_change_is_whose(tmp_path: Path) -> None:
    for name, text in (
        ("a", "Le mot neutre est ici."),
        ("b", "Le mot apartisan est ici."),
        ("c", "Le mot libre est là."),
    ):
        (tmp_path / f"{name}.md").write_text(f"# Article 1\n\n{text}\n", encoding="utf-8")
    target = tmp_path / "r.html"
    names = [str(tmp_path / f"{name}.md") for name in "abc"]
    assert run(["--lang", "en", "compare", *names, "--format", "html", "-o", str(target)]) == 0
    page = Reader(target.read_text(encoding="utf-8"))
    assert "v-mid" in page.ids()
    assert page.reading(without="ins") == "Article1Lemotneutreestici."
    assert page.reading(without="del") == "Article1Lemotlibreestlà."


def test_the_archive_says_whose_text_it_is_and_who_decided(tmp_path: Path) -> None:
    target = tmp_path / "r.html"
    arguments = ["compare", "2009-06-30", "2024-06-15", "--archive", str(EXAMPLE), "--format", "html"]
    assert run([*arguments, "-o", str(target)]) == 0
    text = target.read_text(encoding="utf-8")
    assert '<html lang="fr">' in text
    assert "Les Ateliers de la Garenne" in text
    assert "assemblée générale extraordinaire du 15 juin 2024" in text
    assert "2 juillet 2024" in text
    page = Reader(text)
    assert len(page.ids()) == len(set(page.ids()))


def test_a_template_of_ones_own_replaces_the_page(tmp_path: Path) -> None:
    (tmp_path / "redline.html").write_text(
        "<p>{{ page.head.title }} : {{ page.total }}</p>", encoding="utf-8"
    )
    for name, text in (("a.md", "Un."), ("b.md", "Deux.")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    target = tmp_path / "r.html"
    arguments = ["--lang", "en", "compare", str(tmp_path / "a.md"), str(tmp_path / "b.md"), "-o", str(target)]
    assert run([*arguments, "--templates", str(tmp_path)]) == 0
    assert target.read_text(encoding="utf-8") == "<p>Tracked changes : 1</p>"


def test_the_page_is_the_same_from_run_to_run() -> None:
    assert page_for(OLD, NEW) == page_for(OLD, NEW)


@pytest.mark.parametrize("colour", ["", "#8b4513", "#ffee00", "#000", "red", "#12345", "#ffffff", "url(x)"])
def test_the_colour_of_an_association_can_always_be_read(colour: str) -> None:
    day, night = accents(colour)
    assert re.fullmatch("#[0-9a-f]{6}", day)
    assert contrast(day, PAPER) >= 4.5
    assert contrast(night, NIGHT) >= 4.5


def test_the_foot_of_each_sheet_cannot_break_out_of_the_style_sheet() -> None:
    head = Masthead("fr", 'a";}</style><script>b', "x", "y", association="\\22 'x'", status="{url(//e)}")
    page = page_for("Un.", "Deux.", head=head)
    foot = re.findall(r'content:"([^\n]*?)";width', page)[0]
    assert not set("\"\\<>{};'") & set(foot)
    Reader(page)


def test_of_three_texts_a_move_that_was_taken_back_links_its_three_places(tmp_path: Path) -> None:
    start = "## Buts\n\nLe but est de jouer.\n\n"
    seat = "## Siège\n\nLe siège est fixé à la mairie de Lyon.\n\n"
    members = "## Membres\n\nLes membres paient la cotisation de l'année en cours.\n\n"
    names = []
    for name, text in (
        ("a", start + seat + members),
        ("b", start + members + seat),
        ("c", start + seat + members),
    ):
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
        names.append(str(tmp_path / f"{name}.md"))
    target = tmp_path / "r.html"
    assert run(["--lang", "en", "compare", *names, "--format", "html", "-o", str(target)]) == 0
    page = Reader(target.read_text(encoding="utf-8"))
    ids = page.ids()
    assert {"c1", "c1-bis", "c2", "c2-bis"} <= set(ids)
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.links()} <= set(ids)
    notes = ["".join(e.text) for e in page.elements if "note" in e.classes]
    assert "moved by the proposal, see C1 in its other place" in notes[0]
    tags = " ".join("".join(e.text) for e in page.elements if "tags" in e.classes)
    assert "moved back by the sub-amendment" in tags

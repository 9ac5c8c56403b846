"""The page of an act: every instruction beside the text before and after, tied to the changes it brings about."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from statuts.cli import run

STATUTES = (Path(__file__).parent / "cases" / "wording" / "statutes.md").read_text(encoding="utf-8")
REVISED = (
    STATUTES.replace("neutre", "apartisane")
    .replace("deux ans", "trois ans")
    .replace("## Article 5 – Bureau\n\n(Abrogé)\n", "")
    .replace("## Article 2", "## Article 1 bis – Moyens\n\nDes <b>moyens</b> & des fins.\n\n## Article 2")
)


class _Page(HTMLParser):
    """The ids of a page, what its links lead to, the tags it holds."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        found = dict(attrs)
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if (found.get("href") or "").startswith("#"):
            self.targets.append(str(found["href"])[1:])


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STATUTS_LANG", "fr")
    Path("avant.md").write_text(STATUTES, encoding="utf-8")
    Path("apres.md").write_text(REVISED, encoding="utf-8")
    assert run(["wording", "avant.md", "apres.md", "-o", "formules.html"]) == 0
    return Path("formules.html").read_text(encoding="utf-8")


def test_every_instruction_leads_to_the_changes_it_brings_about(page: str) -> None:
    read = _Page()
    read.feed(page)
    assert len(read.ids) == len(set(read.ids))
    assert read.targets
    assert set(read.targets) <= set(read.ids)
    assert {"C1", "C2"} <= set(re.findall(r">(C\d+)</a>", page))


def test_the_three_panes_hold_the_instruction_and_both_texts(page: str) -> None:
    assert (
        "le mot\u00a0: «\u00a0neutre\u00a0» est remplacé par le mot\u00a0: «\u00a0apartisane\u00a0»" in page
    )
    assert "L’article 5 des statuts est abrogé." in page
    assert page.count("Article 1er – Objet") >= 3
    assert "Aucun\u00a0: ce texte est nouveau." in page or "ce texte est nouveau" in page


def test_the_page_runs_no_script_and_shows_what_a_text_holds_as_it_is(page: str) -> None:
    read = _Page()
    read.feed(page)
    assert not read.tags & {"script", "img", "iframe", "link", "b"}
    assert "&lt;b&gt;" in page

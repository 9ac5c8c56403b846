"""The site in a real browser, from a folder as from a USB stick: read, searched, printed, by keyboard, with axe."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from budget import LONG
from chromium import IN_A_BROWSER
from site_archive import living_archive
from test_site_safety import PROBES, probed

from statuts.cli import run

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python (pip)")

pytestmark = IN_A_BROWSER
PAIR = "statuts/2017-11-25--2024-06-15.html"
KINDS = {
    "start": "index.html",
    "text": "statuts/index.html",
    "version": "statuts/version-2017-11-25.html",
    "versions": "statuts/versions.html",
    "pair": PAIR,
    "article": "statuts/article-conseil-d-administration.html",
    "proposal": "statuts/proposition-conseil-2027.html",
    "comparison": "statuts/proposition-conseil-2027--tableau.html",
    "meeting": "assemblee.html",
    "proposals": "propositions.html",
    "search": "recherche.html",
    "compare": "statuts/comparer.html",
}
EVERY = [(width, scheme) for width in (1280, 320) for scheme in ("light", "dark")]
LOOKS = {kind: EVERY if LONG else EVERY[3 * (k % 2) :][:1] for k, kind in enumerate(KINDS)}
"""How each kind of page is looked at: in every way by `make test-long`, else wide and light, or narrow and dark."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("browsed")
    archive = living_archive(root)
    words = ["--url", "https://garenne.example.org/", "--papers", "markdown", "--archive", str(archive)]
    assert run(["publish", "-o", str(root / "site"), *words]) == 0
    return root / "site"


@pytest.fixture
def show(browser: Any, site: Path) -> Iterator[Any]:
    contexts, said, asked = [], [], []

    def opened(path: str, width: int = 1280, scheme: str = "light", *, script: bool = True) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce",
            java_script_enabled=script,
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto((site / path).as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not said
    assert all(url.startswith("file://") for url in asked), asked


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on_any_kind_of_page(show: Any, kind: str) -> None:
    for width, scheme in LOOKS[kind]:
        page = show(KINDS[kind], width, scheme)
        if kind == "search":
            page.fill("#words", "conseil")
        found = axe.Axe().run(page, options={"preload": False}).response["violations"]
        assert not found, [(v["id"], [n["html"][:150] for n in v["nodes"][:3]]) for v in found]


@pytest.mark.parametrize("kind", KINDS)
def test_a_narrow_screen_needs_no_sideways_scrolling(show: Any, kind: str) -> None:
    page = show(KINDS[kind], 320, "dark")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("kind", ["text", "pair", "proposal", "compare", "search", "versions"])
def test_the_keyboard_alone_reaches_everything(show: Any, kind: str) -> None:
    page = show(KINDS[kind])
    wanted = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, select, summary, input, [tabindex="0"]')]
        .filter(e => e.checkVisibility() && !e.disabled && e.tabIndex >= 0)
        .filter(e => e.type !== 'radio' || e.checked).map((e, k) => { e.dataset.stop = k; return k; })"""
    )
    reached = set()
    for _ in range(len(wanted) + 5):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.dataset.stop"))
    assert set(map(str, wanted)) <= reached


def test_without_a_script_every_page_is_there_to_be_read(show: Any) -> None:
    assert "Loches" in show(KINDS["text"], script=False).inner_text("main")
    pair = show(PAIR, script=False)
    assert "adhérent·es" in pair.inner_text("main")
    assert not pair.is_visible(".steps")
    search = show(KINDS["search"], script=False)
    assert not search.is_visible("#words")
    assert search.is_visible("text=Article 2 – Objet")
    compare = show(KINDS["compare"], script=False)
    assert not compare.is_visible("#old")
    assert compare.is_visible("main a:has-text('Statuts constitutifs')")


def test_the_search_works_from_a_folder_whatever_the_accents(show: Any) -> None:
    page = show(KINDS["search"])
    page.fill("#words", "TRESORIER conges")
    assert page.inner_text("#found") == "Aucun article trouvé"
    page.fill("#words", "  president   conseil ")
    assert page.inner_text("#found").endswith("articles trouvés")
    assert {word.lower() for word in page.locator("mark").all_inner_texts()} <= {"président", "conseil"}
    assert not page.is_visible("#lists")
    page.locator("#results a").first.click()
    assert "/statuts/index.html#" in page.url or "/reglement-interieur/index.html#" in page.url
    assert page.evaluate("document.querySelector(':target') !== null")


def test_two_versions_are_chosen_from_two_lists(show: Any) -> None:
    page = show(KINDS["compare"])
    page.select_option("#old", "1998-03-14")
    page.select_option("#new", "2009-05-16")
    page.click("#go")
    assert page.url.endswith("/1998-03-14--2009-05-16.html")
    page.go_back()
    page.select_option("#old", "2017-11-25")
    page.select_option("#new", "2009-05-16")
    page.click("#go")
    assert page.url.endswith("/2009-05-16--2017-11-25.html"), (
        "the older one is the old text, whatever the order"
    )


def test_changes_are_gone_through_by_key_and_only_what_changes_can_be_shown(show: Any) -> None:
    page = show(PAIR)
    page.keyboard.press("ArrowRight")
    assert page.url.endswith("#c1")
    page.click("button.next")
    assert page.url.endswith("#c2")
    before = page.locator("main .alinea:visible").count()
    page.click("label[for=only]")
    assert page.locator("main .alinea:visible").count() < before


def test_what_changes_alone_takes_nothing_from_the_reasons_nor_from_the_contents(show: Any) -> None:
    page = show(KINDS["proposal"])
    page.click("label[for=only]")
    assert page.is_visible("text=plus de voix")
    page.click(".contents summary")
    assert page.locator(".contents li:visible").count() == 2


def test_a_page_is_printed_without_its_tools(show: Any) -> None:
    page = show(KINDS["proposal"])
    page.emulate_media(media="print")
    for tool in (".parts", ".views", ".options", ".trail"):
        assert not page.is_visible(tool), tool
    assert page.is_visible("h1")
    assert page.is_visible("text=Ce qui est soumis au vote >> nth=-1")


def test_nothing_of_two_hundred_probes_runs(browser: Any, tmp_path: Path) -> None:
    some = [p for p in PROBES if p.strip() and p.isprintable()]
    everywhere = "".join(c for c in " ".join(" ".join(some).split()) if c.isprintable())
    archive = probed(tmp_path, some[:: 1 if LONG else 8], everywhere)
    words = ["--drafts", "--no-papers", "--archive", str(archive)]
    assert run(["publish", "-o", str(tmp_path / "site"), *words]) == 0
    page = browser.new_context().new_page()
    said: list[str] = []
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    every = sorted((tmp_path / "site").rglob("*.html"))
    kinds = [f for f in every if "article-" not in f.name] + [f for f in every if "article-" in f.name][:3]
    for file in kinds:
        page.goto(file.as_uri())
        if file.name == "recherche.html":
            page.fill("#words", "script")
            assert page.locator("#results li").count() > 3
            assert page.locator("#results script, #results img").count() == 0
    page.context.close()
    assert not said
    assert all(url.startswith("file://") for url in asked)

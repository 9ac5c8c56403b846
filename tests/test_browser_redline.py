"""The page of a redline in a real browser: narrow, in the dark, printed, by keyboard, with nothing fetched."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import IN_A_BROWSER
from html_page import page_for

pytestmark = IN_A_BROWSER

FOLDER = Path(__file__).parent / "cases" / "html"
OLD, NEW = ((FOLDER / name).read_bytes().decode() for name in ("old.md", "new.md"))

CONTRAST = """() => {
  const channels = c => c.match(/[\\d.]+/g).map(Number);
  const luminance = c => { const [r, g, b] = channels(c).slice(0, 3).map(v => v / 255)
    .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126*r + .7152*g + .0722*b; };
  const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
    const a = channels(c); if (a.length < 4 || a[3] > 0) return c; } return 'rgb(255,255,255)'; };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !e.checkVisibility() || e.closest('.hidden')) continue;
    const [a, b] = [luminance(getComputedStyle(e).color), luminance(ground(e))].sort((x, y) => y - x);
    found.push([(a + .05) / (b + .05), walker.currentNode.data.trim().slice(0, 30)]);
  }
  return found.sort((x, y) => x[0] - y[0])[0];
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    target = tmp_path_factory.mktemp("page") / "redline.html"
    long = "anticonstitutionnellement" * 4
    table = (
        "\n| a | b | c | d |\n|---|---|---|---|\n| " + " | ".join(["une cellule assez longue"] * 4) + " |\n"
    )
    target.write_text(page_for(OLD + table, NEW + table + f"\n{long}\n", language="fr"), encoding="utf-8")
    return target.as_uri()


@pytest.fixture
def show(browser: Any, address: str) -> Iterator[Any]:
    contexts = []

    def opened(width: int = 1280, scheme: str = "light", fragment: str = "") -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(address + fragment)
        return page

    yield opened
    for context in contexts:
        context.close()


def text_of(page: Any) -> str:
    return str(page.locator("main").inner_text())


def test_nothing_is_fetched_and_no_script_is_there_to_run(browser: Any, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    assert asked == [address]
    assert said == []
    assert page.locator("script").count() == 0
    context.close()


@pytest.mark.parametrize("width", [320, 360, 768, 1056, 1280])
def test_the_page_never_scrolls_sideways(show: Any, width: int) -> None:
    page = show(width)
    for view in ("v-both", "v-old", "v-new"):
        page.locator(f"label[for={view}]").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("label[for=v-both]").click()
    page.locator("#folded").check()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_finger_finds_every_target_on_a_phone(show: Any) -> None:
    page = show(360)
    for selector in (".num", ".views label", "nav a", ".fold label", ".note a", "summary"):
        for box in (e.bounding_box() for e in page.locator(selector).all() if e.is_visible()):
            assert box["height"] >= 43.5, selector
            assert box["width"] >= 43.5 or selector == ".num", selector


def test_the_keyboard_reaches_the_views_and_the_focus_is_seen(show: Any) -> None:
    page = show()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "v-both":
            break
    assert page.evaluate("document.activeElement.id") == "v-both"
    outline = "getComputedStyle(document.querySelector('label[for={}]')).outlineStyle"
    assert page.evaluate(outline.format("v-both")) == "solid"
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "v-old"
    assert page.evaluate(outline.format("v-old")) == "solid"
    assert "apartisane" not in text_of(page)
    assert "Elle est neutre." in text_of(page)
    page.keyboard.press("ArrowRight")
    assert "Elle est apartisane." in text_of(page)
    assert "neutre" not in text_of(page)


def test_a_view_shows_one_text_without_marks_numbers_or_notes(show: Any) -> None:
    page = show()
    page.locator("label[for=v-old]").click()
    old = text_of(page)
    assert "Préambule d'une ligne." in old
    assert "C1" not in old
    assert "Article 2 – Durée" in old
    assert "Article 8 – Fin" in old
    page.locator("label[for=v-new]").click()
    new = text_of(page)
    assert "Préambule d’une ligne." in new
    assert "Article 2 – Durée" not in new
    assert "Article 8 – Durée" in new


def test_what_is_folded_is_shown_when_asked_for(show: Any) -> None:
    page = show()
    quote = page.locator("del.f").first
    assert not quote.is_visible()
    page.locator("label[for=folded]").click()
    assert quote.is_visible()


def test_one_follows_the_changes_by_their_links(show: Any) -> None:
    page = show()
    page.locator("nav a").click()
    for number in range(1, 6):
        assert page.evaluate("location.hash") == f"#c{number}"
        assert page.locator(f"#c{number} > .pager").is_visible()
        assert (
            page.evaluate("[...document.querySelectorAll('.pager')].filter(e => e.checkVisibility()).length")
            == 1
        )
        page.locator(f"#c{number} > .pager .after").click()
    page.locator("#c6 > .pager .before").click()
    assert page.evaluate("location.hash") == "#c5"


def test_a_change_one_arrives_at_is_not_under_the_bar(show: Any) -> None:
    page = show(fragment="#c20")
    bar = page.locator(".bar").bounding_box()
    assert page.locator("#c20").bounding_box()["y"] >= bar["y"] + bar["height"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out_from_its_ground(show: Any, scheme: str) -> None:
    page = show(scheme=scheme)
    page.locator("#folded").check()
    ratio, words = page.evaluate(CONTRAST)
    assert ratio >= 4.5, words
    grounds = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (grounds == "rgb(255, 253, 250)") == (scheme == "light")


def test_numbers_stand_in_the_margin_when_it_is_wide_and_above_when_it_is_not(show: Any) -> None:
    for width, beside in ((1280, True), (360, False)):
        page = show(width)
        number = page.locator(".alinea .num").nth(1).bounding_box()
        words = page.locator(".alinea:has(.num) > p:last-child").first.bounding_box()
        assert (number["x"] + number["width"] <= words["x"]) == beside


def test_in_grey_the_strike_the_underline_and_the_bar_are_enough(show: Any) -> None:
    page = show()
    page.emulate_media(media="print")
    style = "(s, p) => getComputedStyle(document.querySelector(s))[p]"

    def of(selector: str, name: str) -> str:
        return str(page.evaluate(f"([s, p]) => ({style})(s, p)", [selector, name]))

    assert "line-through" in of("main del:not(.f,.moved,.bare)", "textDecorationLine")
    assert "underline" in of("main ins:not(.f,.moved,.bare)", "textDecorationLine")
    assert of("main ins:not(.f,.moved,.bare)", "color") == "rgb(0, 0, 0)"
    assert of(".alinea.changed", "borderLeftWidth") == "2px"
    assert of(".alinea.moved", "borderLeftStyle") == "dotted"
    for control in (".views", "nav", ".fold"):
        assert of(control, "display") == "none"


def test_the_print_carries_every_number_and_the_unchanged_articles(show: Any, tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext here: apt-get install poppler-utils")
    page = show()
    target = tmp_path / "r.pdf"
    page.pdf(path=str(target), prefer_css_page_size=True)
    text = subprocess.run(
        ["pdftotext", "-layout", str(target), "-"], capture_output=True, text=True, check=True
    ).stdout
    last = max(
        int(name[1:])
        for name in page.evaluate("[...document.querySelectorAll('.num')].map(e => e.innerText)")
    )
    assert all(f"C{n}" in text for n in range(1, last + 1))
    assert "Toujours rien ici." in text
    assert "1/3" in text.replace(" ", "")

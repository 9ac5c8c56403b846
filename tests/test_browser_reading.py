"""Reading a redline in a browser: only what changes, large print, on a screen for all, from change to change by key."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import IN_A_BROWSER

pytestmark = IN_A_BROWSER
SCRIPT = Path(__file__).parent.parent / "templates" / "reading.js"

OLD = """# Article 1

Premier alinéa, neutre.

Deuxième alinéa.

Troisième alinéa.

Quatrième alinéa.

- un point
- un autre point
- encore un point
- le dernier point, neutre

# Article 2

Rien ne change ici.

# Article 3

Une phrase qui part d'ici et que l'on retrouve plus bas dans ce texte.

Rien ici.

Rien là.

Rien du tout.

Fin de l'article, à la majorité simple.
"""
NEW = (
    OLD.replace("neutre", "apartisan")
    .replace("simple", "absolue")
    .replace("Une phrase qui part d'ici et que l'on retrouve plus bas dans ce texte.\n\n", "")
    + "\nUne phrase qui part d'ici et que l'on retrouve plus bas dans ce texte.\n"
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, str]:
    """The page as it is sent by mail, and one that loads the script, as the site does."""
    from statuts.diff.compare import compare
    from statuts.i18n import say
    from statuts.markdown.read import read
    from statuts.press.templates import templates_in
    from statuts.render.filtering import DEFAULT
    from statuts.render.html import Masthead, page_of
    from statuts.render.templating import filled

    folder = tmp_path_factory.mktemp("reading")
    (folder / "reading.js").write_bytes(SCRIPT.read_bytes())
    own = folder / "templates"
    own.mkdir()
    shipped = (SCRIPT.parent / "redline.html").read_text(encoding="utf-8")
    steered = shipped.replace("bar.reading(page)", "bar.reading(page, true)")
    steered = steered.replace("style-src", "script-src 'self'; style-src")
    (own / "redline.html").write_text(steered.replace("</body>", '<script src="reading.js"></script></body>'))
    redline = compare(read(OLD), read(NEW), "ancien", "nouveau")
    head = Masthead("fr", "Titre", "texte actuel", "texte proposé")
    page = page_of(redline, DEFAULT, head, lambda message: say(message, "fr"))
    found = {}
    for scripted, templates in ((False, None), (True, own)):
        target = folder / f"{scripted}.html"
        target.write_text(filled(templates_in(templates, "fr"), "redline.html", {"page": page}))
        found[scripted] = target.as_uri()
    return found


@pytest.fixture
def show(browser: Any, pages: dict[bool, str]) -> Iterator[Any]:
    contexts = []

    def opened(scripted: bool, width: int = 1280) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, reduced_motion="reduce", java_script_enabled=True
        )
        contexts.append(context)
        page = context.new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.goto(pages[scripted])
        return page

    yield opened
    for context in contexts:
        context.close()


def seen(page: Any) -> str:
    return str(page.locator("main").inner_text())


@pytest.mark.parametrize("scripted", [False, True])
def test_only_what_changes_keeps_every_change_and_its_neighbours(show: Any, scripted: bool) -> None:
    page = show(scripted)
    numbers = "[...document.querySelectorAll('main .num')].filter(e => e.checkVisibility()).length"
    before = page.evaluate(numbers)
    page.locator("label[for=only]").click()
    assert page.evaluate(numbers) == before > 3
    text = seen(page)
    assert "Deuxième alinéa." in text  # beside a change
    assert "Troisième alinéa." not in text
    assert "Rien ne change ici." not in text
    assert "encore un point" in text
    assert "un autre point" not in text
    assert "Article 1" in text
    page.locator("label[for=only]").click()
    assert "Troisième alinéa." in seen(page)


def test_large_print_enlarges_every_word_and_nothing_scrolls_sideways(show: Any) -> None:
    page = show(False, 320)
    size = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    before = page.evaluate(size)
    page.locator("label[for=large]").click()
    assert page.evaluate(size) >= 1.3 * before
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_on_a_screen_for_all_without_the_script_one_article_is_shown_at_a_time(show: Any) -> None:
    page = show(False)
    page.locator("label[for=projector]").click()
    page.locator("nav a").click()
    assert "Article 1" in seen(page)
    assert "Article 3" not in seen(page)
    assert page.locator("footer").is_hidden()


def test_arrows_go_from_change_to_change_and_say_where_one_is(show: Any) -> None:
    page = show(True)
    status = page.locator(".steps [role=status]")
    assert status.inner_text() == "4 modifications"
    for number in (1, 2, 3):
        page.keyboard.press("ArrowRight")
        assert page.evaluate("location.hash") == f"#c{number}"
        assert status.inner_text() == f"C{number} sur 4"
        assert page.evaluate("document.activeElement.id") == f"c{number}"
    page.keyboard.press("ArrowLeft")
    assert status.inner_text() == "C2 sur 4"
    assert page.said == []


def test_buttons_do_what_arrows_do(show: Any) -> None:
    page = show(True)
    page.locator(".steps .next").click()
    page.locator(".steps .next").click()
    page.locator(".steps .previous").click()
    assert page.locator(".steps [role=status]").inner_text() == "C1 sur 4"


def test_arrows_leave_the_views_and_the_fields_alone(show: Any) -> None:
    page = show(True)
    page.locator("#v-both").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "v-old"
    assert page.evaluate("location.hash") == ""


def test_in_a_view_without_marks_no_arrow_leads_to_what_is_hidden(show: Any) -> None:
    page = show(True)
    page.locator("label[for=v-new]").click()
    page.locator("body").click()
    for _ in range(9):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(20)
        target = page.evaluate("location.hash")
        assert not target or page.locator(target).evaluate("e => e.checkVisibility()")


def test_on_a_screen_for_all_every_stop_shows_one_change_whole_and_none_is_left_out(show: Any) -> None:
    page = show(True)
    page.locator("label[for=projector]").click()
    stops = []
    for _ in range(9):
        stop = page.evaluate("location.hash")
        if stops and stop == stops[-1]:
            break
        stops.append(stop)
        shown = page.evaluate(
            "[...document.querySelectorAll('main :is(.alinea, tr)')].filter(e => e.checkVisibility() && !e.matches('.on-stage')).map(e => e.innerText)"
        )
        assert all("Article" in text for text in shown), shown
        bearers = page.locator(f"main .num[href='{stop.removesuffix('-bis')}']")
        assert all(bearers.nth(k).is_visible() for k in range(bearers.count()))
        page.keyboard.press("PageDown")
    assert {stop.removesuffix("-bis") for stop in stops} == {f"#c{n}" for n in range(1, 5)}
    page.keyboard.press("Escape")
    assert "Troisième alinéa." in seen(page)


def test_the_way_back_leaves_the_page_at_once(show: Any) -> None:
    page = show(True)
    before = page.evaluate("history.length")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert page.evaluate("history.length") == before

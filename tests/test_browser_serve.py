"""The drafting page in a real browser: typing, a conflict, a crash, the adoption, the screen of the room, the keyboard."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from budget import LONG
from chromium import IN_A_BROWSER
from serving import PLACE, ROOT, archive_in, await_answer, free_port, served

pytestmark = IN_A_BROWSER

ARTICLE = f"{PLACE}/articles/objet"
KINDS = [
    "/",
    PLACE,
    f"{PLACE}/lecture",
    ARTICLE,
    f"{PLACE}/adopter",
    f"{PLACE}/seance",
    f"{PLACE}/ecran",
    "/textes/statuts/1998-03-14",
    "/rien",
]


@pytest.fixture(autouse=True)
def spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATUTS_LANG", "fr")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return archive_in(tmp_path)


@pytest.fixture
def address(root: Path) -> Iterator[str]:
    with served(root) as (found, _process):
        yield found


@pytest.fixture
def window(browser: Any) -> Iterator[Any]:
    """Opens a window; fails the test for anything said on the console or fetched from elsewhere."""
    said: list[str] = []
    with ExitStack() as closing:

        def opened(url: str, context: Any = None, width: int = 1280, scheme: str = "light") -> Any:
            if context is None:
                context = browser.new_context(
                    viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
                )
                closing.callback(context.close)
            page = context.new_page()
            page.on("pageerror", lambda error: said.append(str(error)))
            page.on("request", lambda request: "//127.0.0.1:" in request.url or said.append(request.url))
            page.on(
                "console", lambda message: "Content Security" in message.text and said.append(message.text)
            )
            page.goto(url)
            return page

        yield opened
        assert [each for each in said if not each.startswith("data:")] == []


def retype(page: Any, old: str, new: str) -> None:
    """Change a word of the text as a person would: choose it, then type."""
    at = page.locator("#typed").input_value().index(old)
    page.locator("#typed").focus()
    page.evaluate("([a, b]) => document.getElementById('typed').setSelectionRange(a, b)", [at, at + len(old)])
    page.keyboard.type(new)


def test_drafting_neutre_into_apartisan_shows_c1_and_its_wording_before_anything_is_saved(
    window: Any, address: str
) -> None:
    page = window(address + ARTICLE)
    assert page.locator("#live ins").count() == 0
    retype(page, "neutre", "apartisan")
    page.locator("#live ins", has_text="apartisan").wait_for()
    assert page.locator("#live del").inner_text().endswith("neutre")
    assert page.locator("#live .num").all_inner_texts() == ["C1"]
    wording = page.locator(".wording").inner_text().replace("\u00a0", " ")
    assert "le mot : « neutre » est remplacé par le mot : « apartisan »" in wording
    page.locator("#state", has_text="Brouillon gardé").wait_for()
    page.keyboard.press("Control+s")
    page.get_by_text("Enregistré.").wait_for()
    page.goto(address + PLACE)
    assert page.locator(".redline .num").all_inner_texts() == ["C1"]


def test_two_windows_on_one_article_are_both_shown_and_merged_by_hand(
    window: Any, address: str, root: Path
) -> None:
    one, other = window(address + ARTICLE), window(address + ARTICLE)
    retype(one, "neutre", "ouvert")
    one.get_by_role("button", name="Enregistrer").click()
    one.get_by_text("Enregistré.").wait_for()
    retype(other, "neutre", "apartisan")
    other.get_by_role("button", name="Enregistrer").click()
    other.get_by_role("heading", name="Modifié entre-temps").wait_for()
    assert "espace ouvert" in other.locator(".two pre").inner_text()
    area = other.locator("#m-text")
    assert "espace apartisan" in area.input_value()
    area.fill(area.input_value().replace("apartisan", "ouvert et apartisan"))
    other.get_by_role("button", name="Enregistrer le texte de droite").click()
    other.get_by_text("Enregistré.").wait_for()
    assert "ouvert et apartisan" in (root / "statuts/proposals/age-2026/objet.md").read_text(encoding="utf-8")


def start(root: Path, port: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "statuts", "serve", "--archive", str(root), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    await_answer(f"http://127.0.0.1:{port}/")
    return process


def test_a_server_killed_while_one_types_loses_nothing_nor_does_a_page_that_is_closed(
    window: Any, root: Path
) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    process = start(root, port)
    try:
        page = window(address + ARTICLE)
        retype(page, "neutre", "apartisan")
        page.locator("#state", has_text="Brouillon gardé").wait_for()
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        retype(page, "autonome", "autonome, saisi pendant la panne")
        page.locator("#state", has_text="ne répond pas").wait_for()
        process = start(root, port)
        page.locator("#state", has_text="Brouillon gardé").wait_for(timeout=15_000)
        elsewhere = window(address + ARTICLE)  # another browser: only the server can know
        kept = elsewhere.locator(".resume pre").first.inner_text()
        assert "apartisan et autonome, saisi pendant la panne" in kept
        assert "espace neutre" in elsewhere.locator("#typed").input_value()

        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        retype(page, "panne", "seconde panne")
        page.locator("#state", has_text="ne répond pas").wait_for()
        context = page.context
        page.close()
        process = start(root, port)
        back = window(address + ARTICLE, context)  # the same browser: its page had kept the text
        back.locator("section.resume:has(#resume-page) pre.mine", has_text="seconde panne").wait_for()
        back.locator("button.take").click()
        assert "seconde panne" in back.locator("#typed").input_value()
        back.locator("#state", has_text="Brouillon gardé").wait_for()
        back.get_by_role("button", name="Enregistrer").click()
        back.get_by_text("Enregistré.").wait_for()
        assert back.locator("section.resume").count() == 0
    finally:
        process.kill()
        process.wait()


def test_a_draft_is_set_aside_when_its_author_says_so(window: Any, address: str) -> None:
    page = window(address + ARTICLE)
    retype(page, "neutre", "apartisan")
    page.locator("#state", has_text="Brouillon gardé").wait_for()
    page.reload()
    page.get_by_role("button", name="Écarter").click()
    page.wait_for_load_state()
    assert page.locator("section.resume").count() == 0
    page.reload()
    assert page.locator("section.resume").count() == 0


def test_a_form_that_was_begun_is_offered_again_after_the_page_was_closed(window: Any, address: str) -> None:
    page = window(address + PLACE)
    page.locator("#f-rationale").fill("Une assemblée n’est pas neutre.")
    page.reload()
    assert page.locator("#f-rationale").input_value() == ""
    assert "n’est pas neutre" in page.locator(".notice .told").inner_text()
    page.get_by_role("button", name="Reprendre").click()
    assert page.locator("#f-rationale").input_value() == "Une assemblée n’est pas neutre."
    page.locator("#faits button.main").click()
    page.wait_for_url("**#faits")
    assert page.locator("#f-rationale").input_value() == "Une assemblée n’est pas neutre."
    assert page.locator(".notice").count() == 0


def test_the_assembly_adopts(window: Any, address: str, root: Path) -> None:
    page = window(address + ARTICLE)
    retype(page, "neutre", "apartisan")
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_text("Enregistré.").wait_for()
    page.goto(address + PLACE)
    page.get_by_role("button", name="Soumettre au vote").click()
    page.get_by_role("link", name="Inscrire la décision").click()
    page.get_by_label("Jour de la décision").fill("2026-12-12")
    page.get_by_label("Voix pour").fill("51")
    page.get_by_role("button", name="Relire").click()
    assert "12 décembre 2026" in page.locator(".told").inner_text()
    page.get_by_role("button", name="Adopter").click()
    page.get_by_text("Notez cette empreinte").wait_for()
    digest = page.locator(".notice code").inner_text()
    assert digest in (root / "statuts/2026-12-12/version.toml").read_text(encoding="utf-8")


def test_the_room_follows_a_sub_amendment_as_it_is_typed_and_it_leaves_a_trace(
    window: Any, address: str, root: Path
) -> None:
    page = window(address + ARTICLE)
    retype(page, "neutre", "apartisan")
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_text("Enregistré.").wait_for()
    screen = window(address + PLACE + "/ecran")
    secretary = window(address + PLACE + "/seance")
    retype(secretary, "apartisan", "apartisan, laïque")
    secretary.locator("#live ins.sub", has_text="laïque").wait_for()
    screen.locator("ins.sub", has_text="laïque").wait_for()
    assert screen.locator("#screen del").first.inner_text().endswith("neutre")
    assert screen.locator("#screen ins:not(.sub)").first.inner_text().endswith("apartisan")
    secretary.get_by_label("Déposé par").fill("Mme Roux")
    screen.get_by_text("déposé par Mme Roux").wait_for()
    secretary.get_by_label("Voix contre").fill("30")
    secretary.get_by_role("button", name="Rejeté").click()
    secretary.get_by_role("heading", name="Sous-amendement").first.wait_for()
    kept = (root / "statuts/proposals/age-2026-sous-amendement/proposal.toml").read_text(encoding="utf-8")
    assert 'status = "refused"' in kept
    assert "Mme Roux" in kept


PLAYED = ["review", "conflict"]
LOOKED_AT = (  # an ordinary run looks at every page once, a long one at all of them in every light and width
    [(width, scheme, [*KINDS, *PLAYED]) for width in (1280, 320) for scheme in ("light", "dark")]
    if LONG
    else [(1280, "light", [*KINDS[::2], "review"]), (320, "dark", [*KINDS[1::2], "conflict"])]
)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page with something on each of its pages: a change, a finding, a draft, a trace."""
    from serving import client_of, form, get, post

    root = archive_in(tmp_path_factory.mktemp("lived"))
    client = client_of(root)
    fields = form(get(client, ARTICLE).text, ARTICLE)
    post(
        client,
        ARTICLE,
        {**fields, "text": fields["text"].replace("neutre", "apartisan") + "\nVoir l'article 9.\n"},
    )
    post(client, f"{ARTICLE}/brouillon", {"text": "## Article 1 – Objet\n\nUn brouillon.\n", "base": "x"})
    draft = {"article": "objet", "text": fields["text"], "author": "Ana"}
    post(client, f"{PLACE}/seance/brouillon", draft)
    with served(root) as (found, _process):
        yield found


@pytest.mark.parametrize(("width", "scheme", "kinds"), LOOKED_AT)
def test_no_page_has_a_fault_that_axe_knows_and_none_scrolls_sideways(
    window: Any, lived: str, width: int, scheme: str, kinds: list[str]
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not here (pip)").Axe()
    found: list[str] = []
    page = window(lived + "/", None, width, scheme)
    for kind in kinds:
        if kind == "review":
            page.goto(lived + PLACE + "/adopter")
            page.get_by_label("Jour de la décision").fill("2026-12-12")
            page.get_by_role("button", name="Relire").click()
        elif kind == "conflict":
            page.goto(lived + ARTICLE)
            page.evaluate("document.querySelector('[name=base]').value = 'x'")
            page.locator("#typed").fill("## Article 1 – Objet\n\nTout autre chose.\n")
            page.get_by_role("button", name="Enregistrer").click()
            page.get_by_role("heading", name="Modifié entre-temps").wait_for()
        else:
            page.goto(lived + kind)
        page.wait_for_load_state()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, kind
        result = axe.run(page).response
        assert result["passes"], "axe looked at the page"
        found += [f"{kind}: {v['id']} {[n['target'] for n in v['nodes']][:3]}" for v in result["violations"]]
    assert found == []


STOPS = """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
  .filter(e => e.checkVisibility() && !e.disabled && !(e.type === 'radio' && !e.checked))
  .filter(e => !e.closest('.pager')).length"""


@pytest.mark.parametrize("kind", KINDS if LONG else [ARTICLE, f"{PLACE}/adopter"])
def test_the_keyboard_alone_reaches_everything_and_the_focus_is_seen(
    window: Any, lived: str, kind: str
) -> None:
    page = window(lived + kind)
    wanted = page.evaluate(STOPS)
    page.evaluate("window.reached = new Set()")
    unseen = []
    for _ in range(wanted + 40):
        page.keyboard.press("Tab")
        state = page.evaluate(
            """() => { const e = document.activeElement; if (e === document.body) return null;
               window.reached.add(e); const s = getComputedStyle(e);
               const label = e.labels && e.labels[0] ? getComputedStyle(e.labels[0]) : s;
               return [e.outerHTML.slice(0, 80), s.outlineStyle !== 'none' || label.outlineStyle !== 'none']; }"""
        )
        if state and not state[1]:
            unseen.append(state[0])
    assert page.evaluate("window.reached.size") >= wanted
    assert unseen == []


def test_the_keyboard_alone_begins_writes_moves_and_saves(window: Any, address: str, root: Path) -> None:
    page = window(address + "/")

    def tab_to(selector: str) -> None:
        for _ in range(80):
            if page.evaluate("s => document.activeElement.matches(s)", selector):
                return
            page.keyboard.press("Tab")
        raise AssertionError(selector)

    tab_to("#title")
    page.keyboard.type("Un espace libre")
    page.keyboard.press("Enter")
    page.wait_for_url("**/un-espace-libre")
    tab_to("button[value=descendre]")
    page.keyboard.press("Enter")
    page.wait_for_url("**#p-objet")
    tab_to("a[href$='/articles/objet']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/objet")
    tab_to("#typed")
    page.keyboard.press("Control+End")
    page.keyboard.type("\nElle est libre.")
    page.locator("#live ins", has_text="Elle est libre.").wait_for()
    tab_to("button[value=enregistrer]")
    page.keyboard.press("Enter")
    page.get_by_text("Enregistré.").wait_for()
    kept = (root / "statuts/proposals/un-espace-libre/objet.md").read_text(encoding="utf-8")
    assert kept.endswith("Elle est libre.\n")


def test_hostile_words_run_nothing_in_the_browser(window: Any, address: str) -> None:
    from test_html_safety import PROBES

    page = window(address + ARTICLE)
    page.evaluate("() => { window.alert = () => { window.ran = true } }")
    page.locator("#typed").fill("## Article 1 – Objet\n\n" + "\n\n".join(PROBES) + "\n")
    page.locator("#live ins").first.wait_for()
    page.locator("#state", has_text="Brouillon gardé").wait_for()
    assert page.locator("#live script, #live img, #live iframe, #live [onclick]").count() == 0
    assert page.evaluate("window.ran") is None

"""`statuts document`, through the front door: whole papers, the user's templates, and every bad input."""

import json
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from statuts.cli import run
from statuts.diff.compare import compare
from statuts.markdown.read import read

ROOT = Path(__file__).parent.parent
REAL = str(ROOT / "versions")
EXAMPLE = str(ROOT / "tests" / "example" / "versions")
CORPUS = ROOT.parent / "shared" / "reference" / "corpus" / "zeste-de-savoir"

OLD = "# Statuts\n\n## Article 1er – Objet\n\nUn espace neutre et ouvert à tous les habitants de la ville.\n"
NEW = OLD.replace("neutre", "apartisan")

Capture = pytest.CaptureFixture[str]

ALLOWED = frozenset(
    "html head meta title style body header footer main nav article section div p span h1 h2 h3 h4 h5 h6"
    " dl dt dd ul ol li table thead tbody tr th td blockquote pre code strong em del ins br hr a".split()
)
ATTRIBUTES = frozenset("lang charset name content http-equiv class id href scope aria-label".split())


class Page(HTMLParser):
    """What a browser would make of a page: its tags, ids, links and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.levels: list[int] = []
        self.text = ""
        self._style = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED, tag
        assert {name for name, _ in attrs} <= ATTRIBUTES, attrs
        values = dict(attrs)
        self.ids += [str(values["id"])] if "id" in values else []
        self.links += [str(values["href"])] if "href" in values else []
        self.levels += [int(tag[1])] if tag[0] == "h" and tag[1:].isdigit() else []
        self._style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._style = False

    def handle_data(self, data: str) -> None:
        self.text += "" if self._style else data


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Two small files, in an empty folder that one stands in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STATUTS_LANG", "en")
    Path("old.md").write_text(OLD, encoding="utf-8")
    Path("new.md").write_text(NEW, encoding="utf-8")
    return ["old.md", "new.md"]


def made(capsys: Capture, *arguments: str) -> str:
    assert run(["--lang", "en", "document", *arguments]) == 0
    return capsys.readouterr().out


def test_a_proposal_from_two_files_takes_its_facts_from_the_options(pair: list[str], capsys: Capture) -> None:
    out = made(
        capsys, "proposal", *pair, "--meeting", "assembly", "--date", "2026-06-20", "--place", "Loches",
        "--association", "The Bridge", "--author", "The board", "--format", "markdown",
    )  # fmt: skip
    for fact in ("The Bridge", "Assembly", "20 June 2026", "Loches", "The board", "~~neutre~~ **apartisan**"):
        assert fact in out
    assert "The assembly, having deliberated, decides to amend article 1er" in out


def test_what_is_missing_is_printed_blank_and_listed_on_standard_error(
    pair: list[str], capsys: Capture
) -> None:
    assert run(["--lang", "en", "document", "proposal", *pair]) == 0
    out, err = capsys.readouterr()
    assert "…………" in out
    assert "Missing: date of the meeting" in err
    assert "Missing: name of the association" in err


def test_the_reasons_go_below_the_article_they_are_about(pair: list[str], capsys: Capture) -> None:
    Path("reasons.md").write_text("## Article 1\n\nTo say **what** we mean.\n", encoding="utf-8")
    out = made(capsys, "proposal", *pair, "--rationale", "reasons.md", "--format", "markdown")
    assert "To say **what** we mean." in out
    assert "Not given" not in out
    out = made(capsys, "proposal", *pair, "--rationale", "reasons.md")
    assert "To say <strong>what</strong> we mean." in out


def test_the_format_follows_the_name_of_the_file(pair: list[str]) -> None:
    assert run(["document", "proposal", *pair, "-o", "p.md"]) == 0
    assert run(["document", "proposal", *pair, "-o", "p.html"]) == 0
    assert Path("p.md").read_text(encoding="utf-8").startswith("# ")
    assert Path("p.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    "arguments",
    [
        ["proposal", "anterieure", "2021-06-21", "--archive", REAL],
        ["proposal", "1998-03-14", "2009-05-16", "--archive", EXAMPLE],
        ["proposal", "2017-11-25", "2024-06-15", "--archive", EXAMPLE],
        [
            "proposal",
            "reglement-interieur:2009-10-03",
            "reglement-interieur:2024-09-14",
            "--archive",
            EXAMPLE,
        ],
        ["consolidated", "--archive", REAL],
        ["consolidated", "grille-adhesion:", "--archive", REAL],
        ["consolidated", "--archive", EXAMPLE],
        ["consolidated", "@2015-01-01", "--archive", EXAMPLE],
        ["consolidated", "reglement-interieur:", "--archive", EXAMPLE],
    ],
    ids=" ".join,
)
def test_every_paper_is_one_safe_page_and_valid_markdown(arguments: list[str], capsys: Capture) -> None:
    page = Page(made(capsys, *arguments))
    assert len(page.ids) == len(set(page.ids))
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
    assert page.levels[0] == 1
    assert page.levels.count(1) == 1
    markdown = made(capsys, *arguments, "--format", "markdown")
    assert "{%" not in markdown
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)
    assert html.count("<h1>") == 1
    assert "~~" not in html
    assert "\n\n\n" not in markdown


def test_the_page_numbers_the_changes_as_compare_does(capsys: Capture) -> None:
    arguments = ["2017-11-25", "2024-06-15", "--archive", EXAMPLE]
    page = Page(made(capsys, "proposal", *arguments))
    assert run(["compare", *arguments, "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    numbers = {
        s["change"] for a in data["articles"] for b in a["blocks"] for s in b["segments"] if s["change"]
    }
    assert {anchor for anchor in page.ids if anchor[0] == "c" and anchor[1:].isdigit()} >= {
        f"c{n}" for n in numbers
    }


@pytest.mark.parametrize("pair_", ["anterieure 2021-06-21", "2017-11-25 2024-06-15"])
def test_the_papers_take_nothing_away_from_the_texts(pair_: str, capsys: Capture) -> None:
    archive = REAL if "anterieure" in pair_ else EXAMPLE
    assert run(["show", pair_.split()[1], "--archive", archive]) == 0
    source = capsys.readouterr().out
    page = Page(made(capsys, "consolidated", pair_.split()[1], "--archive", archive))
    wanted = Counter(words(" ".join(b.body for s in read(source).sections for b in s.blocks)))
    assert not wanted - Counter(words(page.text))


def words(text: str) -> list[str]:
    kept = "".join(c if c.isalnum() or c in "’'·-" else " " for c in text)
    return [word for word in kept.split() if any(c.isalnum() for c in word)]


def test_the_real_case_says_what_is_known_and_what_is_not(capsys: Capture) -> None:
    page = Page(made(capsys, "consolidated", "--archive", REAL))
    for fact in (
        "La 27e Région",
        "Oasis21",
        "21 juin 2021",
        "822aedf241790491aa3ac08547e7daf4470db5258fd28c5f117434613514f8eb",
    ):
        assert fact in page.text


def test_a_users_template_replaces_the_one_that_comes_with_the_program(
    pair: list[str], capsys: Capture
) -> None:
    Path("mine").mkdir()
    words = "<p>Chers membres, {{ paper.parts[0].heading }}</p>"
    Path("mine/proposal.html").write_text(words, encoding="utf-8")
    for format_ in ("markdown", "html"):
        out = made(capsys, "proposal", *pair, "--templates", "mine", "--format", format_)
        assert "Chers membres, Article 1er – Objet" in out
    assert "<h1>" in made(capsys, "clean", *pair, "--templates", "mine"), "the other one is still ours"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ paper.quorum_needed }}", "quorum_needed"),
        ("{{ votes }}", "votes"),
        ("line\n{% if %}", "2"),
    ],
)
def test_a_name_that_is_not_there_is_an_error_that_names_it(
    pair: list[str], capsys: Capture, template: str, said: str
) -> None:
    Path("mine").mkdir()
    Path("mine/proposal.html").write_text(template, encoding="utf-8")
    command = ["document", "proposal", *pair, "--templates", "mine", "--format", "markdown", "-o", "out.md"]
    assert run(command) == 2
    err = capsys.readouterr().err
    assert "proposal.html" in err
    assert said in err
    assert not Path("out.md").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["proposal", "old.md", "missing.md"],
        ["proposal", "old.md", "new.md", "--date", "20 juin"],
        ["proposal", "old.md", "new.md", "--rationale", "missing.md"],
        ["proposal", "old.md", "new.md", "--templates", "nowhere"],
        ["proposal", "old.md", "new.md", "--format", "doc"],
        ["consolidated"],
        ["consolidated", "1900-01-01", "--archive", EXAMPLE],
        ["consolidated", "@1900-01-01", "--archive", EXAMPLE],
        ["minute"],
    ],
    ids=" ".join,
)
def test_bad_input_is_one_message_and_nothing_written(
    pair: list[str], capsys: Capture, arguments: list[str]
) -> None:
    assert (
        run(["document", *arguments, "-o", "out.html"] if len(arguments) > 1 else ["document", *arguments])
        == 2
    )
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    assert not Path("out.html").exists()


PROBES = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style><script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "{{ 7*7 }}",
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "\u202eevil",
]


@pytest.mark.parametrize("probe", PROBES)
def test_no_fact_and_no_text_can_become_code(pair: list[str], capsys: Capture, probe: str) -> None:
    Path("old.md").write_text(f"# {probe}\n\n## Article 1 – {probe}\n\nUn {probe} deux.\n", encoding="utf-8")
    Path("new.md").write_text(f"# {probe}\n\n## Article 1 – {probe}\n\nUn {probe} trois.\n", encoding="utf-8")
    Path("why.md").write_text(f"{probe}\n\n## Article 1\n\n{probe}\n", encoding="utf-8")
    out = made(
        capsys, "proposal", *pair, "--meeting", probe, "--place", probe, "--association", probe,
        "--author", probe, "--rationale", "why.md",
    )  # fmt: skip
    Page(out)
    assert out.count("<style>") == out.count("</style>") == 1
    assert "Un 49" not in out
    assert "\u202e" not in out


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real statutes is not here")
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_real_statutes_make_papers(number: int, capsys: Capture) -> None:
    names = [str(CORPUS / str(number) / f"{name}.md") for name in ("before", "after")]
    page = Page(made(capsys, "proposal", *names))
    before, after = (read(Path(name).read_text(encoding="utf-8")) for name in names)
    assert len(page.ids) == len(set(page.ids))
    assert compare(before, after).changes
    assert "~~" not in MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(
        made(capsys, "proposal", *names, "--format", "markdown")
    )

"""`statuts import`, `compare`, `accept` and `reject` on the files people have, through the front door."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from budget import LONG
from docx.shared import RGBColor

from statuts.cli import run
from statuts.markdown.read import read

ROOT = Path(__file__).parent.parent
REAL = ROOT / "versions" / "statuts"
CORPUS = ROOT.parent / "shared" / "reference" / "corpus" / "zeste-de-savoir"
PAIRS = [(REAL / "anterieure" / "objet.md", REAL / "2021-06-21" / "objet.md")]
PAIRS += [(CORPUS / n / "before.md", CORPUS / n / "after.md") for n in "1234" if CORPUS.is_dir()]
OFFICE = shutil.which("soffice")
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that one stands in, and an archive that is begun."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STATUTS_LANG", "en")
    monkeypatch.delenv("STATUTS_ARCHIVE", raising=False)
    assert run(["init", "--name", "The Bridge"]) == 0
    return tmp_path


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The new text of every pair in each format: ours where we write it, LibreOffice's for the rest."""
    folder = tmp_path_factory.mktemp("saved")
    for n, (_old, new) in enumerate(PAIRS):
        for suffix in ("docx", "odt"):
            assert run(["compare", str(new), str(new), "-o", str(folder / f"{n}.{suffix}")]) == 0
    if OFFICE:
        for suffix in ("pdf", "html", "rtf", "doc"):
            command = [OFFICE, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", suffix,
                       "--outdir", str(folder), *map(str, sorted(folder.glob("*.docx")))]  # fmt: skip
            subprocess.run(command, capture_output=True, check=True, timeout=300)
    return folder


def changes(capsys: Capture, old: Path, new: Path) -> str:
    """What `compare` says of two files, in its first line."""
    capsys.readouterr()
    assert run(["compare", str(old), str(new), "--summary"]) == 0
    return capsys.readouterr().out.splitlines()[0]


@pytest.mark.parametrize("suffix", ["docx", "odt", "pdf", "html", "rtf", "doc"])
def test_real_statutes_come_back_from_every_format(
    here: Path, saved: Path, capsys: Capture, suffix: str
) -> None:
    if suffix not in ("docx", "odt") and not OFFICE:
        pytest.skip("no soffice here: apt-get install libreoffice-writer")
    slow = suffix in ("rtf", "doc") and not LONG  # an office is started for each
    for n, (_old, new) in enumerate(PAIRS[:1] if slow else PAIRS):
        file = saved / f"{n}.{suffix}"
        assert changes(capsys, new, file) == "No change of wording.", file.name
        assert run(["import", str(file), "-o", "back.md"]) == 0
        wanted, found = (read(path.read_text(encoding="utf-8")) for path in (new, Path("back.md")))
        assert [s.heading.key for s in found.articles if s.heading] == [
            s.heading.key for s in wanted.articles if s.heading
        ]


@pytest.mark.parametrize("suffix", ["docx", "odt"])
def test_both_sides_of_tracked_changes_are_the_two_texts(here: Path, capsys: Capture, suffix: str) -> None:
    for old, new in PAIRS:
        assert run(["compare", str(old), str(new), "-o", f"t.{suffix}"]) == 0
        for verb, wanted in (("accept", new), ("reject", old)):
            assert run([verb, f"t.{suffix}", "-o", "side.md"]) == 0
            assert changes(capsys, wanted, Path("side.md")) == "No change of wording."


def test_nothing_is_written_before_it_is_confirmed(here: Path, saved: Path, capsys: Capture) -> None:
    file = str(saved / "0.docx")
    assert run(["import", file, "--adopted", "2021-06-21"]) == 2
    assert "--yes" in capsys.readouterr().err
    assert not (here / "versions" / "statuts").exists()
    assert run(["import", file, "--adopted", "2021-06-21", "--dry-run"]) == 0
    assert not (here / "versions" / "statuts").exists()
    assert run(["import", file, "--adopted", "2021-06-21", "--yes"]) == 0
    assert (here / "versions" / "statuts" / "2021-06-21" / "objet.md").exists()


def test_the_filed_copy_is_compared_with_what_was_voted(here: Path, saved: Path, capsys: Capture) -> None:
    assert run(["import", str(PAIRS[0][1]), "--adopted", "2021-06-21"]) == 0
    capsys.readouterr()
    assert run(["compare", "2021-06-21", str(saved / "0.docx"), "--exit-code", "--summary"]) in (0, 1)
    assert capsys.readouterr().out.startswith("No change of wording.")


def word(path: str, paragraphs: list[tuple[str, dict[str, object]]]) -> None:
    """A Word file as a person types it: each paragraph's words, bold, style, colour of some of them."""
    document = docx.Document()
    for text, look in paragraphs:
        paragraph = document.add_paragraph(style=look.get("style"))
        for n, part in enumerate(re.split(r"(\[\[.*?\]\])", text)):
            made = paragraph.add_run(part.strip("[]"))
            made.bold = bool(look.get("bold")) or None
            if n % 2:
                made.font.strike = "strike" in look or None
                if "colour" in look:
                    made.font.color.rgb = RGBColor.from_string(str(look["colour"]))
    document.save(path)


TYPED: list[tuple[str, dict[str, object]]] = [
    ("STATUTS DE L’ASSOCIATION LE PONT", {"bold": True}),
    ("Article 1 – Nom", {"bold": True}),
    ("L’association s’appelle Le Pont.", {}),
    ("ARTICLE 2 : SIÈGE", {}),
    ("Le siège est à Tours.", {}),
    ("Article 3. Durée", {"style": "Heading 2"}),
    ("Elle est illimitée.", {}),
    ("Fait à Tours, le 3 mai 2020", {}),
    ("Le président", {}),
]


def test_headings_that_are_only_bold_or_capitals_are_recognised_and_said_to_be_guesses(
    here: Path, capsys: Capture
) -> None:
    word("s.docx", TYPED)
    capsys.readouterr()
    assert run(["import", "s.docx", "--json", "-o", "s.md"]) == 0
    account = json.loads(capsys.readouterr().out)
    text = Path("s.md").read_text(encoding="utf-8")
    assert [s.label for s in read(text).articles] == [
        "Article 1 – Nom",
        "ARTICLE 2 : SIÈGE",
        "Article 3. Durée",
    ]
    assert account["lost"] == []
    assert account["words"] == account["kept"] + sum(
        len(re.findall(r"[^\W_]+", o["words"])) for o in account["left_out"]
    )
    assert "Fait à Tours" not in text
    assert any("signature" in one["why"] for one in account["left_out"])


def test_every_guess_can_be_denied(here: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    word(
        "s.docx",
        [
            ("Article 1", {"bold": True}),
            ("Un.", {}),
            ("Dispositions diverses", {"bold": True}),
            ("Deux.", {}),
        ],
    )
    answers: Iterator[str] = iter(["n"] * 20)
    monkeypatch.setattr("click.confirm", lambda *a, **k: next(answers) == "y")
    assert run(["import", "s.docx", "--interactive", "-o", "s.md"]) == 0
    assert "# Dispositions" not in Path("s.md").read_text(encoding="utf-8")
    assert run(["import", "s.docx", "-o", "s.md"]) == 0
    assert "# Dispositions" in Path("s.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("look", [{"strike": True}, {"colour": "C00000"}], ids=["struck", "red"])
def test_marks_made_by_hand_are_read_and_said_to_be_a_guess(
    here: Path, capsys: Capture, look: dict[str, object]
) -> None:
    document = docx.Document()
    document.add_paragraph("Article 1 – Objet", style="Heading 2")
    paragraph = document.add_paragraph("Un espace ")
    old, space, new = paragraph.add_run("neutre"), paragraph.add_run(" "), paragraph.add_run("apartisan")
    paragraph.add_run(" et ouvert.")
    assert space.text == " "
    old.font.strike = True if "strike" in look else None
    if "colour" in look:
        old.font.color.rgb = RGBColor.from_string(str(look["colour"]))
    new.bold = True
    document.save("main.docx")
    assert run(["accept", "main.docx", "-o", "new.md"]) == 0
    assert "guess" in capsys.readouterr().err
    assert run(["reject", "main.docx", "-o", "old.md"]) == 0
    assert (
        Path("new.md").read_text(encoding="utf-8").split("\n\n")[1].split()
        == "Un espace apartisan et ouvert.".split()
    )
    assert (
        Path("old.md").read_text(encoding="utf-8").split("\n\n")[1].split()
        == "Un espace neutre et ouvert.".split()
    )


def test_tracked_changes_become_a_proposal_on_top_of_the_old_text(here: Path, capsys: Capture) -> None:
    old, new = PAIRS[0]
    assert run(["compare", str(old), str(new), "-o", "projet.docx"]) == 0
    assert run(["import", "projet.docx", "--tracked", "--as", "age-2021", "--yes"]) == 0
    capsys.readouterr()
    assert run(["compare", "version-importee", "age-2021", "--summary"]) == 0
    assert capsys.readouterr().out.startswith("17 changes.")
    assert run(["import", "projet.docx", "--tracked", "--as", "encore", "--yes"]) == 0, "the same base serves"


def test_tracked_changes_on_another_text_are_refused_with_the_difference(here: Path, capsys: Capture) -> None:
    Path("autre.md").write_text("# Statuts\n\n## Article 1\n\nTout autre chose.\n", encoding="utf-8")
    assert run(["import", "autre.md", "--adopted", "2000-01-01"]) == 0
    old, new = PAIRS[0]
    assert run(["compare", str(old), str(new), "-o", "projet.docx"]) == 0
    assert run(["import", "projet.docx", "--tracked", "--yes"]) == 2
    assert "is not" in capsys.readouterr().err


def test_a_folder_of_old_statutes_becomes_a_chain(here: Path, capsys: Capture) -> None:
    base = "# Statuts\n\n## Article 1 – Nom\n\nLe Pont.\n\n## Article 2 – Siège\n\nÀ Tours.\n"
    later = base.replace("À Tours", "À Loches").replace("Article 2", "Article 3").replace(
        "## Article 3", "## Article 2 – But\n\nRelier.\n\n## Article 3")  # fmt: skip
    Path("b.md").write_text(later, encoding="utf-8")
    Path("a.md").write_text(base, encoding="utf-8")
    assert run(["compare", "b.md", "b.md", "-o", "statuts-2009-05-16.docx"]) == 0
    assert run(["compare", "a.md", "a.md", "-o", "statuts 14 mars 1998.odt"]) == 0
    capsys.readouterr()
    assert run(["import", "statuts-2009-05-16.docx", "statuts 14 mars 1998.odt", "--dates", "--yes"]) == 0
    err = capsys.readouterr().err
    assert err.index("14 March 1998") < err.index("16 May 2009")
    assert "1 article inserted" in err
    assert run(["log", "--article", "siege"]) == 0
    assert run(["verify"]) == 0


@pytest.mark.parametrize("names", [["statuts.md"], ["a-2009-05-16.md", "b-2009-05-16.md"]], ids=len)
def test_a_chain_without_days_or_with_one_twice_is_refused(
    here: Path, capsys: Capture, names: list[str]
) -> None:
    for name in names:
        Path(name).write_text("# Statuts\n\n## Article 1\n\nUn.\n", encoding="utf-8")
    assert run(["import", *names, "--dates", "--yes"]) == 2
    assert not (here / "versions" / "statuts").exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.docx", b"PK\x03\x04 broken"), ("a.docx", b""), ("a.odt", b"hello"), ("a.pdf", b"%PDF-1.7\n"),
     ("a.rtf", b"{\\rtf1 broken"), ("a.html", b""), ("a.docx", b"%PDF-1.4 no")],
    ids=lambda value: value if isinstance(value, str) else None,
)  # fmt: skip
@pytest.mark.parametrize("verb", ["import", "accept", "compare"])
def test_a_broken_file_is_one_message(here: Path, capsys: Capture, verb: str, name: str, data: bytes) -> None:
    Path(name).write_bytes(data)
    command = {
        "import": ["import", name, "--yes"],
        "accept": ["accept", name],
        "compare": ["compare", name, name],
    }
    code = run(command[verb])
    err = capsys.readouterr().err
    assert code in (0, 2)
    assert "Traceback" not in err
    assert err or code == 0

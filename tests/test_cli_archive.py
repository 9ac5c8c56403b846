"""The archive through the front door: begun, filled, added to, verified; and what must not happen to it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from statuts.cli import run

ROOT = Path(__file__).parent.parent
BEFORE = "# Statuts\n\n## Article 1 – Objet\n\nUn espace neutre.\n\n## Article 2 – Siège\n\nÀ Paris.\n"
AFTER = (
    "# Statuts\n\n## Article 1 – Objet\n\nUn espace apartisan.\n\n## Article 2 – Durée\n\nIllimitée.\n\n"
    "## Article 3 – Siège\n\nÀ Paris.\n"
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with two texts."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("STATUTS_ARCHIVE", raising=False)
    Path("avant.md").write_text(BEFORE, encoding="utf-8")
    Path("apres.md").write_text(AFTER, encoding="utf-8")
    return tmp_path


def said(capfd: pytest.CaptureFixture[str], *words: str, code: int = 0) -> tuple[str, str]:
    assert run(["--lang", "fr", *words]) == code
    return capfd.readouterr()


def filled(capfd: pytest.CaptureFixture[str]) -> None:
    said(capfd, "init", "--name", "Les Amis du Four", "--town", "Paris")
    said(capfd, "import", "avant.md", "--adopted", "1965-03-01")
    said(capfd, "import", "apres.md", "--adopted", "21/06/2021")


def tree() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


def test_a_text_brought_in_is_given_back_byte_for_byte(capfd: pytest.CaptureFixture[str]) -> None:
    filled(capfd)
    assert said(capfd, "show", "2021-06-21")[0] == AFTER
    assert said(capfd, "show", "@1999-12-31")[0] == BEFORE
    assert "aucun défaut" in said(capfd, "verify")[0]


def test_an_article_keeps_its_id_when_its_number_changes(capfd: pytest.CaptureFixture[str]) -> None:
    filled(capfd)
    assert "Article 2 – Siège" in said(capfd, "show", "1965-03-01", "--article", "siege")[0]
    assert "Article 3 – Siège" in said(capfd, "show", "2021-06-21", "--article", "siege")[0]


def test_an_id_once_given_is_never_given_again(capfd: pytest.CaptureFixture[str]) -> None:
    filled(capfd)
    Path("autre.md").write_text(AFTER.replace("## Article 2 – Durée\n\nIllimitée.\n\n", ""), encoding="utf-8")
    said(capfd, "import", "autre.md", "--adopted", "2022-01-01")
    new = AFTER.replace("Illimitée.", "La durée de l'exercice est d'une année civile.")
    Path("encore.md").write_text(new, encoding="utf-8")
    said(capfd, "import", "encore.md", "--adopted", "2023-01-01")
    assert "année civile" in said(capfd, "show", "2023-01-01", "--article", "duree-2")[0]


def test_line_ends_and_a_byte_order_mark_are_made_plain(capfd: pytest.CaptureFixture[str]) -> None:
    said(capfd, "init", "--name", "Essai")
    Path("windows.md").write_bytes(b"\xef\xbb\xbf" + BEFORE.replace("\n", "\r\n").encode())
    said(capfd, "import", "windows.md")
    assert said(capfd, "show")[0] == BEFORE


def test_a_dry_run_writes_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    before = tree()
    assert "n’a été écrit" in said(capfd, "init", "--name", "Essai", "--dry-run")[1]
    assert tree() == before
    filled(capfd)
    before = tree()
    Path("recu.txt").write_text("reçu", encoding="utf-8")
    before = tree()
    said(capfd, "import", "avant.md", "--adopted", "2024-01-01", "--dry-run")
    said(capfd, "record", "2021-06-21", "declared", "--date", "2021-07-15", "--dry-run")
    said(capfd, "attach", "2021-06-21", "recu.txt", "--dry-run")
    assert tree() == before


def test_what_is_learnt_later_leaves_the_adopted_text_alone(capfd: pytest.CaptureFixture[str]) -> None:
    filled(capfd)
    adopted = {name: data for name, data in tree().items() if "2021-06-21" in name}
    Path("proces-verbal.pdf").write_bytes(b"%PDF-1.7 essai")
    said(capfd, "record", "2021-06-21", "declared", "--date", "2021-07-15")
    said(capfd, "record", "2021-06-21", "receipt", "--value", "W751234567")
    said(capfd, "attach", "2021-06-21", "proces-verbal.pdf")
    said(capfd, "attach", "2021-06-21", "proces-verbal.pdf")  # the same again: nothing to do
    assert {name: data for name, data in tree().items() if name in adopted} == adopted
    out = said(capfd, "log")[0]
    assert "15 juillet 2021" in out
    assert out.count("proces-verbal.pdf") == 1
    assert "aucun défaut" in said(capfd, "verify")[0]


def test_another_file_of_the_same_name_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    filled(capfd)
    Path("recu.txt").write_text("un", encoding="utf-8")
    said(capfd, "attach", "2021-06-21", "recu.txt")
    Path("recu.txt").write_text("deux", encoding="utf-8")
    assert "déjà joint" in said(capfd, "attach", "2021-06-21", "recu.txt", code=2)[1]


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda v: (v / "objet.md").write_text("autre chose\n", encoding="utf-8"), "E003"),
        (lambda v: (v / "objet.md").unlink(), "E002"),
        (lambda v: (v / "de-trop.md").write_text("# de trop\n", encoding="utf-8"), "E004"),
        (lambda v: (v / "version.toml").write_text("format = \n", encoding="utf-8"), "E001"),
        (lambda v: (v / "SHA256SUMS").write_text("rien\n", encoding="utf-8"), "E010"),
        (lambda v: shutil.rmtree(v.parent / "1965-03-01"), "E009"),
        (lambda v: ((v / "objet.md").unlink(), (v / "objet.md").symlink_to("siege.md")), "E005"),
        (lambda v: (v.parent / "register.toml").write_text("format = 2\n", encoding="utf-8"), "E011"),
    ],
)
def test_every_damage_has_its_code(damage: object, code: str, capfd: pytest.CaptureFixture[str]) -> None:
    filled(capfd)
    damage(Path("versions/statuts/2021-06-21"))  # type: ignore[operator]
    found = json.loads(said(capfd, "verify", "--json", code=1)[0])
    assert code in [finding["code"] for finding in found["findings"]]
    assert not found["sound"]


def test_half_written_debris_is_reported_and_swept_by_the_next_change(
    capfd: pytest.CaptureFixture[str],
) -> None:
    filled(capfd)
    debris = Path("versions/statuts/.statuts-99-2022-01-01")
    debris.mkdir()
    (debris / "objet.md").write_text("moitié", encoding="utf-8")
    assert "W001" in said(capfd, "verify")[0]
    said(capfd, "record", "2021-06-21", "declared")
    assert not debris.exists()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["init", "--name", " "], "nom de l’association est vide"),
        (["import", "rien.md"], "n’existe pas"),
        (["import", "avant.md", "--text", "../ailleurs"], "ne peut pas être un nom"),
        (["import", "avant.md", "--as", "con"], "ne peut pas être un nom"),
        (["import", "avant.md", "--as", "a\nb"], "ne peut pas être un nom"),
        (["import", "avant.md", "--adopted", "1965-03-01"], "il y a déjà une version"),
        (["import", "avant.md", "--adopted", "31/02/2020"], "n’est pas une date"),
        (["record", "2099-01-01", "declared"], "2099-01-01"),
        (["attach", "2021-06-21", "rien.pdf"], "n’existe pas"),
        (["verify", "--anchor", "xyz"], "n’est pas une empreinte"),
    ],
)
def test_bad_input_is_one_message_and_changes_nothing(
    words: list[str], expected: str, capfd: pytest.CaptureFixture[str]
) -> None:
    filled(capfd)
    before = tree()
    out, err = said(capfd, *words, code=2)
    assert expected in err
    assert "Traceback" not in err + out
    assert tree() == before


HOSTILE = [
    *(f"{device}{n}" for device in ("com", "lpt", "COM", "LPT") for n in range(10)),
    *("con", "prn", "aux", "nul", "CON", "con.md", "proposals", "attachments", "rationale"),
    *(f"a{chr(code)}b" for code in (*range(33), 0x7F, 0x85, 0xA0, 0x200B, 0x202E, 0x2028, 0xFEFF)),
    *("a:b", "a*b", "a?b", "a|b", "a<b", "a>b", 'a"b', "a'b", "a;b", "a&b", "$HOME", "`id`", "%PATH%"),
    *(
        "e\u0301",
        "\u00e9",
        "\u0430",
        "ﬁ",
        "ａ",
        "𝐚",
        "١",
        "a" * 300,
        "",
        "../../etc/passwd",
        "..\\..",
        "//x",
        "\\\\x",
    ),
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hundred_hostile_ids_are_refused_everywhere(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    filled(capfd)
    before = tree()
    for words in (["import", "avant.md", f"--as={name}"], ["propose", f"--insert={name}", "avant.md", "x"]):
        if name or words[0] == "propose":
            said(capfd, *words, code=2)
    assert tree() == before


@pytest.mark.parametrize(
    "name",
    [
        "..",
        ".",
        "/etc",
        "a/b",
        "a\\b",
        "C:",
        "~",
        "a\x00b",
        "nul",
        "COM1",
        "A",
        "é",
        "a.",
        " a",
        "a ",
        "-a",
        "a--b",
        "a" * 81,
    ],
)
def test_a_hostile_name_never_becomes_a_path(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    filled(capfd)
    before = tree()
    said(capfd, "import", "avant.md", "--text", name, code=2)
    said(capfd, "import", "avant.md", f"--as={name}", code=2)
    assert tree() == before


def test_an_archive_is_read_and_verified_without_the_program(capfd: pytest.CaptureFixture[str]) -> None:
    filled(capfd)
    script = ROOT / "docs" / "verify_archive.py"
    archives = [Path("versions"), ROOT / "versions", ROOT / "tests" / "example" / "versions"]
    for archive in archives:
        done = subprocess.run(
            [sys.executable, "-I", str(script), str(archive)], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
    Path("versions/statuts/1965-03-01/objet.md").write_text("x\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-I", str(script), "versions"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "was altered" in done.stdout


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="no sha256sum here")
def test_sha256sum_alone_verifies_a_version(capfd: pytest.CaptureFixture[str]) -> None:
    filled(capfd)
    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    folder = Path("versions/statuts/2021-06-21")
    assert (
        subprocess.run(command, cwd=folder, check=False, env=os.environ, capture_output=True).returncode == 0
    )

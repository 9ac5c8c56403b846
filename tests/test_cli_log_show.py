"""`log`, `show`, and the ways to name a text on the command line."""

import json
from pathlib import Path

import pytest

from statuts.cli import run
from statuts.desk.sources import source
from statuts.errors import ArchiveError, InputError

HERE = Path(__file__).parent
ROOT = HERE.parent
REAL = ROOT / "versions"
EXAMPLE = HERE / "example" / "versions"


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder of the project, where `versions/` is found without being named."""
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("STATUTS_ARCHIVE", raising=False)


def said(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str, code: int = 0) -> tuple[str, str]:
    assert run(["--lang", "en", *arguments]) == code
    out, err = capfdbinary.readouterr()
    return out.decode(), err.decode()


# --------------------------------------------------------------------------------------------- log


def test_log_lists_the_newest_version_first_and_says_what_is_missing(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    out, err = said(capfdbinary, "log")
    assert err == ""
    assert out.index("AGE du 21 juin 2021") < out.index("Statuts antérieurs")
    assert "  quorum: reached, no figure recorded, “Jean précise qu'on a le quorum.”" in out
    assert out.count("  votes: not recorded") == 2
    assert "  adopted on: date not known" in out
    assert "  adopted on: 21 June 2021" in out


def test_log_tells_a_figure_where_there_is_one(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    out, _ = said(capfdbinary, "log", "--archive", str(EXAMPLE))
    assert "  attendance: 112 members, 41 present, 17 represented" in out
    assert "  votes: 44 for, 9 against, 4 abstentions, 1 blank vote" in out
    assert "  votes: 47 for, 0 against, 2 abstentions, 1 blank vote, 0 void votes" in out
    assert "Suppression des commissaires aux comptes – refused" in out
    assert "(correction of a slip of the pen)" in out
    assert "  in force from: 1 September 2009" in out
    assert "  receipt: 16 January 2018, W372099999" in out


def test_log_tells_a_limit_without_a_day_as_worded(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    out, _ = said(capfdbinary, "log", "grille-adhesion")
    assert "  validity: à titre expérimental pour l'année à venir (end not dated)" in out


def test_log_as_json_has_null_for_what_is_not_recorded(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    out, _ = said(capfdbinary, "log", "--json")
    newest, oldest = json.loads(out)
    assert (newest["adopted"], oldest["adopted"]) == ("2021-06-21", None)
    assert newest["decision"]["resolutions"][0]["votes"] is None
    assert newest["decision"]["date"] == "2021-06-21"
    assert newest["decision"]["present"] is None


def test_log_of_an_unknown_text_names_the_texts(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    out, err = said(capfdbinary, "log", "status", code=2)
    assert out == ""
    assert "Hint: its texts: statuts, grille-adhesion" in err


# -------------------------------------------------------------------------------------------- show


def test_show_prints_the_text_byte_for_byte(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["--lang", "en", "show", "2021-06-21"]) == 0
    assert capfdbinary.readouterr().out == (REAL / "statuts/2021-06-21/objet.md").read_bytes()


def test_show_writes_the_same_bytes_to_a_file(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    out, _ = said(capfdbinary, "show", "anterieure", "-o", str(tmp_path / "x.md"))
    assert out == ""
    assert (tmp_path / "x.md").read_bytes() == (REAL / "statuts/anterieure/objet.md").read_bytes()


def test_show_prints_one_article_of_a_day(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    arguments = ["show", "@2000-01-01", "--article", "bureau", "--archive", str(EXAMPLE)]
    out, _ = said(capfdbinary, *arguments)
    assert out.startswith("### Article 15 – Bureau\n")


def test_show_names_the_nearest_article(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    _, err = said(capfdbinary, "show", "--article", "obje", code=2)
    assert "Hint: did you mean “objet”?" in err


def test_show_of_an_unknown_version_names_the_nearest_and_all(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    out, err = said(capfdbinary, "show", "2021-06-12", code=2)
    assert out == ""
    assert err == (
        "Error: “statuts” has no version “2021-06-12”.\n"
        "Hint: did you mean 2021-06-21? Its versions: anterieure, 2021-06-21\n"
    )


@pytest.mark.parametrize("verb", ["log", "show"])
def test_the_help_has_an_example(verb: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    out, _ = said(capfdbinary, verb, "--help")
    assert f"Example: statuts {verb}" in out


def test_without_an_archive_one_message_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    _, err = said(capfdbinary, "show", code=2)
    assert err.startswith("Error: there is no archive here")


# ----------------------------------------------------------------------------------- naming a text


@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("2021-06-21", "2021-06-21"),
        ("anterieure", "anterieure"),
        ("statuts-anterieurs", "anterieure"),
        ("statuts:anterieure", "anterieure"),
        ("statuts:", "2021-06-21"),
        ("", "2021-06-21"),
        ("@2020-05-01", "anterieure"),
        ("grille-adhesion:", "2021-06-21"),
        ("grille-adhesion:@2021-12-31", "2021-06-21"),
    ],
)
def test_a_version_may_be_named_in_these_ways(name: str, version: str) -> None:
    found = source(name, None, None)
    assert found.version is not None
    assert found.version.name == version
    assert found.archive is not None
    assert found.text == found.archive.source(found.version)


def test_a_path_is_a_file_even_where_there_is_an_archive() -> None:
    found = source("versions/statuts/anterieure/objet.md")
    assert (found.label, found.version) == ("objet.md", None)


def test_a_file_without_extension_is_read_where_no_version_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("projet").write_text("Texte.\n", encoding="utf-8")
    assert source("projet").text == "Texte.\n"
    assert source("projet", REAL).text == "Texte.\n"


def test_a_word_that_is_both_a_file_and_a_version_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("anterieure").write_text("Texte.\n", encoding="utf-8")
    with pytest.raises(InputError, match="both a file and a version") as caught:
        source("anterieure", REAL)
    assert "./anterieure" in str(caught.value.hint)
    assert source("./anterieure", REAL).version is None


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("2021-06-12", "has no version"),
        ("grille-adhesion", "is a text, not a version"),
        ("grille:2021-06-21", "holds no text “grille”"),
        ("@2021", "is not a date"),
        ("grille-adhesion:@2020-01-01", "nothing was in force"),
    ],
)
def test_a_name_that_means_nothing_is_an_error_of_the_archive(name: str, words: str) -> None:
    with pytest.raises(ArchiveError, match=words):
        source(name)


def test_an_empty_folder_is_no_proposal(tmp_path: Path) -> None:
    for file in REAL.rglob("*.*"):
        if file.is_file():
            copy = tmp_path / file.relative_to(REAL)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    (tmp_path / "statuts" / "proposals" / "age-2026").mkdir(parents=True)
    with pytest.raises(ArchiveError, match="no version “age-2026”"):
        source("age-2026", tmp_path)


def test_a_folder_is_said_to_be_one_unless_a_version_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("textes").mkdir()
    Path("anterieure").mkdir()
    with pytest.raises(InputError, match="is a folder"):
        source("textes", REAL)
    assert source("anterieure", REAL).version is not None


@pytest.mark.parametrize("name", ["x" * 5000, "x" * 5000 + ".md", "\udcff", "🙂", "a:b:c", "@", "-x"])
def test_a_hostile_name_is_an_error_like_any_other(name: str) -> None:
    with pytest.raises((ArchiveError, InputError)):
        source(name)


def test_a_missing_file_is_an_error_of_the_file() -> None:
    with pytest.raises(InputError, match="does not exist"):
        source("nulle-part.md")

"""What the docs show is what the program does: every command in them is run, every file they name is there."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import served

from statuts.cli import VERBS, run

ROOT = Path(__file__).parent.parent
PAGES = ["README.md", "docs/guide.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/checks.md"]

OLD = (ROOT / "tests" / "cases" / "readme" / "avant.md").read_text(encoding="utf-8")
NEW = (ROOT / "tests" / "cases" / "readme" / "apres.md").read_text(encoding="utf-8")
RESOLUTIONS = (
    "Résolution n° 1 : À l’article 2, remplacer le montant : « 1 000 € » par le montant : « 1 500 € ».\n"
)
WORDING = "À l’article 1er, le mot : « apartisan » est remplacé par le mot : « libre ».\n"
LOGO = bytes.fromhex(  # one white point
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8ffff3f0005fe02fe"
    "dccc59e70000000049454e44ae426082"
)
DRAFT = "La cotisation est de ~~20~~ **25** € par an.\n"


def commands() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for line in (ROOT / page).read_text(encoding="utf-8").splitlines():
            if re.match(r"    statuts \w", line):
                yield page, line.strip()


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of other programs that the docs name."""
    texts, folder = tmp_path_factory.mktemp("texts"), tmp_path_factory.mktemp("saved")
    for name, text in (("avant.md", OLD), ("apres.md", NEW)):
        (texts / name).write_text(text, encoding="utf-8")
    old, new = str(texts / "avant.md"), str(texts / "apres.md")
    for pair, names in (
        ((old, old), ("statuts.docx", "statuts.odt", "statuts-2009-05-16.docx")),
        ((new, new), ("statuts-2021-06-21.docx",)),
        ((old, new), ("projet.docx",)),
    ):
        for name in names:
            assert run(["compare", *pair, "-o", str(folder / name)]) == 0
    assert run(["document", "clean", old, old, "-o", str(folder / "copie-deposee.pdf")]) == 0
    return folder


@pytest.mark.parametrize(("page", "command"), list(commands()))
def test_every_command_in_the_docs_runs(
    page: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, saved: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "versions", "registre")  # some commands write
    monkeypatch.setenv("STATUTS_ARCHIVE", str(tmp_path / "registre"))
    Path("avant.md").write_text(OLD, encoding="utf-8")
    Path("apres.md").write_text(NEW, encoding="utf-8")
    Path("sous-amende.md").write_text(NEW.replace("1 500", "1 200"), encoding="utf-8")
    Path("projet.md").write_text(DRAFT, encoding="utf-8")
    Path("resolutions.txt").write_text(RESOLUTIONS, encoding="utf-8")
    Path("formules.txt").write_text(WORDING, encoding="utf-8")
    Path("mes-modeles").mkdir()
    Path("proces-verbal.pdf").write_bytes(b"%PDF-1.7")
    Path("logo.png").write_bytes(LOGO)
    for name in saved.iterdir():
        shutil.copy(name, name.name)
    if shlex.split(command)[1] == "serve":  # it ends when it is told to
        with served(tmp_path / "registre", *shlex.split(command)[2:]) as (address, _process):
            assert address
        return
    assert run(shlex.split(command)[1:]) == 0


def test_the_story_in_the_readme_can_be_played_from_beginning_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("STATUTS_ARCHIVE", raising=False)
    monkeypatch.setenv("STATUTS_LANG", "fr")
    for name, version in (("avant.md", "anterieure"), ("apres.md", "2021-06-21")):
        shutil.copy(ROOT / "versions" / "statuts" / version / "objet.md", name)
    Path("proces-verbal.pdf").write_bytes(b"%PDF-1.7")
    story = re.search(
        r"<!-- histoire -->\n```\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S
    )
    assert story
    for command in story[1].splitlines():
        assert run(shlex.split(command)[1:]) == 0, command
    assert "aucun défaut" in capfd.readouterr().out
    assert run(["show", "2021-06-21"]) == 0
    assert capfd.readouterr().out == Path("apres.md").read_text(encoding="utf-8")


def test_the_output_in_the_readme_is_the_programs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATUTS_LANG", "fr")
    monkeypatch.setenv("COLUMNS", "80")
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"<!-- sortie : statuts (.*?) -->\n```\n(.*?)```", text, re.S)
    assert shown
    monkeypatch.chdir(ROOT)
    for command, output in shown:
        run(shlex.split(command))
        assert capsys.readouterr().out == output


@pytest.mark.parametrize("page", PAGES)
def test_every_link_in_the_docs_leads_to_a_file(page: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", (ROOT / page).read_text(encoding="utf-8")):
        if not target.startswith("https:"):
            assert (ROOT / page).parent.joinpath(target).exists(), target


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("verb", list(VERBS))
def test_every_verb_has_a_help_with_an_example(
    verb: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--lang", language, verb, "--help"]) == 0
    out = capsys.readouterr().out
    assert f"statuts {verb}" in out.split("--help")[-1], "an example closes the help"


def test_every_verb_is_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [verb for verb in VERBS if f"statuts {verb}" not in text] == []

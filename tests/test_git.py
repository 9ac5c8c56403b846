"""An archive in git: two proposals never conflict, and the documented driver shows a redline."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from statuts.cli import run

ROOT = Path(__file__).parent.parent
TEXT = "## Article 1 – Objet\n\nUn espace neutre.\n\n## Article 2 – Siège\n\nÀ Paris.\n"

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="no git here")


def git(*words: str) -> str:
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "STATUTS_LANG": "fr",
        "GIT_CONFIG_NOSYSTEM": "1",
        "HOME": str(Path.cwd()),
    }
    who = ("-c", "user.name=Essai", "-c", "user.email=essai@example.org")
    done = subprocess.run(["git", *who, *words], capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive of one version, committed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("STATUTS_ARCHIVE", raising=False)
    Path("avant.md").write_text(TEXT, encoding="utf-8")
    git("init", "-q", "-b", "main")
    assert run(["init", "--name", "Essai"]) == 0
    assert run(["import", "avant.md", "--adopted", "2020-01-01"]) == 0
    git("add", "versions")
    git("commit", "-q", "-m", "début")


def test_two_proposals_made_apart_merge_without_a_conflict() -> None:
    for name, words in (("un", ["--repeal", "siege"]), ("deux", ["--term", "neutre", "ouvert"])):
        git("checkout", "-q", "-b", name, "main")
        assert run(["propose", name, *words]) == 0
        git("add", "versions")
        git("commit", "-q", "-m", name)
    git("checkout", "-q", "main")
    git("merge", "-q", "un")
    git("merge", "-q", "-m", "les deux", "deux")
    assert run(["verify"]) == 0
    assert run(["merge", "un", "deux", "--as", "commun"]) == 0


def test_the_documented_driver_shows_a_redline() -> None:
    guide = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
    command = re.search(r"git config diff\.statuts\.command \"(.*)\"\n", guide)
    assert command
    git("config", "diff.statuts.command", command[1].replace("\\", ""))
    assert run(["propose", "un", "--edit", "objet"]) == 0
    file = Path("versions/statuts/proposals/un/objet.md")
    git("add", "versions")
    file.write_text(file.read_text(encoding="utf-8").replace("neutre", "apartisan"), encoding="utf-8")
    assert "[-neutre-]{+apartisan+}" in git("diff")


def test_git_changes_no_byte_of_an_archive() -> None:
    git("config", "core.autocrlf", "true")
    git("clone", "-q", ".", "copie")
    assert run(["verify", "--archive", "copie/versions"]) == 0


def test_an_adoption_is_committed_and_tagged_when_asked(capfd: pytest.CaptureFixture[str]) -> None:
    git("config", "user.name", "Essai")
    git("config", "user.email", "essai@example.org")
    assert run(["propose", "un", "--term", "neutre", "ouvert"]) == 0
    assert run(["adopt", "un", "--date", "2026-01-01", "--commit"]) == 0
    assert git("tag").split() == ["statuts-2026-01-01"]
    assert git("status", "--porcelain", "versions") == ""


def test_without_git_the_version_is_adopted_all_the_same(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["propose", "un", "--term", "neutre", "ouvert"]) == 0
    monkeypatch.setenv("PATH", "")
    assert run(["adopt", "un", "--date", "2026-01-01", "--commit"]) == 2
    assert "git" in capfd.readouterr().err
    assert run(["show", "2026-01-01"]) == 0

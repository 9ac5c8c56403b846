"""An archive with something of everything for its site: the example, and proposals at each stage."""

import shutil
from pathlib import Path

from statuts.cli import run

EXAMPLE = Path(__file__).parent / "example" / "versions"


def small_archive(root: Path) -> Path:
    """The internal rules alone, with one proposal: for what has nothing to do with what pages say."""
    archive = root / "versions"
    shutil.copytree(EXAMPLE / "reglement-interieur", archive / "reglement-interieur")
    shutil.copy(EXAMPLE / "archive.toml", archive)
    words = ["--text", "reglement-interieur", "--title", "Sans stages", "--repeal", "stages", "--ready"]
    assert run(["propose", "stages-2027", *words, "--archive", str(archive)]) == 0
    return archive


def living_archive(root: Path) -> Path:
    """A copy of the example with a proposal put to the vote, its variant, a draft, one withdrawn, one refused."""
    archive = root / "versions"
    shutil.copytree(EXAMPLE, archive)

    def proposal(name: str, *words: str, **articles: tuple[str, str]) -> None:
        assert run(["propose", name, *words, "--archive", str(archive)]) == 0
        for article, (old, new) in articles.items():
            id = article.replace("_", "-")
            assert run(["propose", name, "--edit", id, "--archive", str(archive)]) == 0
            file = archive / "statuts" / "proposals" / name / f"{id}.md"
            text = file.read_text(encoding="utf-8")
            assert old in text, text
            file.write_text(text.replace(old, new), encoding="utf-8")

    proposal(
        "conseil-2027", "--title", "Un conseil plus ouvert", "--author", "le conseil d’administration",
        "--summary", "Le conseil passe de neuf à douze membres.", "--summary", "Les mineurs peuvent y siéger.",
        "--summary", "Rien ne change pour les cotisations.", "--ready",
        "--meeting", "assemblée générale extraordinaire", "--date", "2027-06-12", "--hour", "18 h 30", "--place", "Loches",
        "--members", "164", objet=("a pour", "a désormais pour"), siege_social=("Loches", "Tours"),
    )  # fmt: skip
    folder = archive / "statuts" / "proposals" / "conseil-2027"
    (folder / "rationale.md").write_text(
        "Le conseil peine à se renouveler.\n\nIl gagnerait à être **plus large** :\n\n- plus de voix ;\n- plus d’âges.\n",
        encoding="utf-8",
    )
    proposal(
        "duree-2027", "--title", "Une durée limitée", duree=("illimitée", "de quatre-vingt-dix-neuf ans")
    )
    proposal("siege-2026", "--title", "Un siège à Tours", siege_social=("Loches", "Tours"))
    assert run(["withdraw", "siege-2026", "--archive", str(archive)]) == 0
    proposal("moyens-2026", "--title", "Sans règlement", "--repeal", "reglement-interieur")
    words = [
        "--date",
        "2026-03-14",
        "--body",
        "assemblée générale extraordinaire",
        "--pour",
        "12",
        "--contre",
        "40",
    ]
    assert run(["refuse", "moyens-2026", *words, "--archive", str(archive)]) == 0
    return archive

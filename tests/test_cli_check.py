"""`statuts check` through the front door: files, versions, the day a declaration is due, exit codes."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from statuts.amend.checks_facts import deadline, fact_findings
from statuts.cli import check as verb
from statuts.cli import run
from statuts.model.archive import (
    Association,
    Decision,
    Entry,
    Fact,
    FactKind,
    Regime,
    Resolution,
    Version,
    VersionKind,
    Votes,
)
from statuts.model.document import SectionKind

EXAMPLE = Path(__file__).parent / "example" / "versions"
REAL = Path(__file__).parent.parent / "versions"
Said = Callable[..., str]


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Said:
    """What the program prints in a folder of its own, once its exit code is the expected one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("STATUTS_ARCHIVE", raising=False)
    monkeypatch.setattr(verb, "today", lambda: date(2021, 8, 1))

    def say(*words: str, code: int) -> str:
        assert run(["--lang", "fr", "check", *words]) == code
        out, err = capfd.readouterr()
        return out or err

    return say


def test_a_sound_file_has_no_finding(said: Said) -> None:
    Path("bon.md").write_text(
        "## Article 1 – Objet\n\nVoir l’article 2.\n\n## Article 2 – Durée\n\nUn an.\n", encoding="utf-8"
    )
    assert said("bon.md", code=0) == "bon.md\nRien à signaler.\n"
    assert json.loads(said("bon.md", "--json", code=0)) == {"text": "bon.md", "base": None, "findings": []}


def test_a_finding_names_code_article_and_line(said: Said) -> None:
    Path("x.md").write_text("## Article 1 – Objet\n\nVoir l’article 23.\n", encoding="utf-8")
    assert "C004  Article 1 – Objet, ligne 3 : « l’article 23 » : il n’y a pas d’article 23." in said(
        "x.md", code=1
    ).replace("\u00a0", " ")
    (finding,) = json.loads(said("x.md", "--json", code=1))["findings"]
    assert (finding["code"], finding["article"], finding["line"]) == ("C004", "Article 1 – Objet", 3)


def test_with_a_base_what_the_change_left_is_told(said: Said) -> None:
    Path("avant.md").write_text(
        "## Article 1\n\nUn lieu neutre, un bulletin neutre, un avis neutre.\n", encoding="utf-8"
    )
    Path("apres.md").write_text(
        "## Article 1\n\nUn lieu libre, un bulletin neutre, un avis libre.\n", encoding="utf-8"
    )
    out = said("apres.md", "--base", "avant.md", code=1)
    assert out.startswith("avant.md → apres.md\nC009")


def test_without_a_name_the_latest_version_is_held_against_the_one_it_follows(said: Said) -> None:
    out = said("--archive", str(EXAMPLE), code=1)
    assert "25 novembre 2017 → Statuts modifiés par l’AGE du 15 juin 2024" in out
    assert "C015" in out
    assert "C016" not in out


def test_the_real_case_says_what_is_not_recorded_and_when_the_declaration_was_due(said: Said) -> None:
    out = said("2021-06-21", "--archive", str(REAL), code=1)
    assert "C016" in out
    assert "expire le 21 septembre 2021" in out.replace("\u00a0", " ")
    assert "C004" not in out, "of a text known in part, nothing follows from what is not there"


def test_another_text_than_the_statutes_is_not_declared(said: Said) -> None:
    assert "Rien à signaler." in said("grille-adhesion:", "--archive", str(REAL), code=0)


def test_bad_input_is_one_message(said: Said) -> None:
    assert said("nulle-part.md", code=2).startswith("Erreur")
    shutil.copytree(EXAMPLE, "registre")
    assert said("2077-01-01", "--archive", "registre", code=2).startswith("Erreur")


@pytest.mark.parametrize(
    ("decided", "last"),
    [
        (date(2021, 6, 21), date(2021, 9, 21)),
        (date(2023, 11, 30), date(2024, 2, 29)),
        (date(2022, 11, 30), date(2023, 2, 28)),
        (date(2021, 10, 31), date(2022, 1, 31)),
        (date(2021, 12, 31), date(2022, 3, 31)),
    ],
)
def test_the_three_months_end_on_the_same_day_or_on_the_last_of_the_month(decided: date, last: date) -> None:
    assert deadline(decided) == last


def version(decision: Decision) -> Version:
    entry = Entry(SectionKind.ARTICLE, "objet", sha256="0")
    return Version("statuts", "v", "V", VersionKind.ADOPTION, (entry,), "", "", decision=decision)


WHOLE = Decision(
    "assemblée générale", date(2021, 6, 21), resolutions=(Resolution("Objet", votes=Votes(pour=12)),)
)


@pytest.mark.parametrize(
    ("regime", "facts", "codes"),
    [
        (Regime.LAW_1901, (), ["C016"]),
        (Regime.LAW_1901, (Fact("v", FactKind.DECLARED, date(2021, 9, 21)),), []),
        (Regime.LAW_1901, (Fact("v", FactKind.DECLARED, date(2021, 9, 22)),), ["C017"]),
        (Regime.LAW_1901, (Fact("v", FactKind.DECLARED),), ["C016"]),
        (Regime.PUBLIC_UTILITY, (Fact("v", FactKind.DECLARED, date(2021, 7, 1)),), ["C018"]),
        (
            Regime.PUBLIC_UTILITY,
            (Fact("v", FactKind.DECLARED, date(2021, 7, 1)), Fact("v", FactKind.APPROVED)),
            [],
        ),
        (Regime.ALSACE_MOSELLE, (), ["C019"]),
        (Regime.ALSACE_MOSELLE, (Fact("v", FactKind.INSCRIBED, date(2021, 7, 1)),), []),
    ],
)
def test_each_regime_has_its_facts(regime: Regime, facts: tuple[Fact, ...], codes: list[str]) -> None:
    found = fact_findings(Association("A", regime=regime), version(WHOLE), facts, date(2021, 8, 1))
    assert [f.code.value for f in found] == codes


def test_a_version_of_which_nothing_is_known_says_so() -> None:
    found = fact_findings(Association("A"), version(Decision()), (), date(2021, 8, 1))
    assert [f.code.value for f in found] == ["C013", "C014", "C015", "C016"]

"""Whoever reads a version is told what was adopted after it, when that begins, and whether this one ended."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from make_archive import article, write_version

from statuts.cli import outlook as edge
from statuts.cli import run
from statuts.i18n import say, say_date, say_number
from statuts.model.archive import (
    Decision,
    Fact,
    FactKind,
    Regime,
    TextHistory,
    Version,
    VersionKind,
)
from statuts.papers.outlook import outlook
from statuts.render.voice import Voice

ENGLISH = Voice("en", lambda m: say(m, "en"), lambda d: say_date(d, "en"), lambda n: say_number(n, "en"))
TODAY = date(2026, 11, 25)

OLD = Version(
    "statuts", "2001-05-12", "Old", VersionKind.ADOPTION, (), "d", "m", date(2001, 5, 12),
    decision=Decision("general meeting", date(2001, 5, 12)),
)  # fmt: skip
NEW = replace(OLD, name="new", label="New", adopted=date(2026, 10, 3), follows="2001-05-12")


def told(
    *versions: Version,
    of: int = 0,
    today: date | None = TODAY,
    facts: tuple[Fact, ...] = (),
    regime: Regime = Regime.LAW_1901,
    text: str = "statuts",
) -> tuple[str, ...]:
    return outlook(TextHistory(text, "Statutes", versions, facts), versions[of], regime, ENGLISH, today)


def test_the_version_in_force_needs_no_word() -> None:
    assert told(OLD) == ()
    assert told(OLD, NEW, of=1) == ()


def test_a_version_that_was_replaced_says_by_what_and_since_when() -> None:
    assert told(OLD, NEW) == (
        "This version is not in force any more: “New” (the general meeting of 3 October 2026)"
        " replaced it on 3 October 2026.",
    )


def test_a_change_adopted_but_not_yet_in_force_is_said_with_its_day() -> None:
    later = replace(NEW, in_force=date(2027, 1, 1))
    assert told(OLD, later) == (
        "A later version was adopted, “New” (the general meeting of 3 October 2026):"
        " it enters into force on 1 January 2027.",
    )
    assert told(OLD, later, of=1) == (
        "This version was adopted, but enters into force only on 1 January 2027.",
    )


def test_what_is_not_dated_is_said_not_to_be() -> None:
    unknown = replace(NEW, adopted=None, decision=Decision())
    assert told(OLD, unknown) == (
        "A later version was adopted, “New” (a decision that is not recorded);"
        " when it enters into force is not recorded.",
    )
    trial = replace(OLD, validity="on trial for a year")
    assert told(trial) == ("This version has a limit, “on trial for a year”; its last day is not recorded.",)


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (date(2026, 8, 31), "This version is not in force any more: it ended on 31 August 2026."),
        (date(2026, 11, 25), "The last day of this version in force is 25 November 2026."),
        (date(2027, 8, 31), "The last day of this version in force is 31 August 2027."),
    ],
)
def test_an_end_is_said_before_and_after_it(last: date, said: str) -> None:
    assert told(replace(OLD, ends=last)) == (said,)


def test_of_several_later_versions_the_next_and_the_last_are_named() -> None:
    last = replace(NEW, name="last", label="Last", adopted=date(2026, 11, 1), decision=Decision("board"))
    assert told(OLD, NEW, last)[1] == "The version adopted last is “Last” (the board of 1 November 2026)."


def test_without_a_day_to_judge_by_the_sentence_holds_on_any_day() -> None:
    assert told(OLD, replace(NEW, in_force=date(2027, 1, 1)), today=None) == (
        "“New” (the general meeting of 3 October 2026) replaces this version from 1 January 2027 on.",
    )


def test_where_another_authority_must_speak_first_its_silence_is_said() -> None:
    assert (
        "takes effect only once approved; no approval is recorded"
        in told(OLD, NEW, regime=Regime.PUBLIC_UTILITY)[0]
    )
    assert "takes effect only once approved" in told(OLD, NEW, of=1, regime=Regime.PUBLIC_UTILITY)[0]
    assert "inscribed in the register" in told(OLD, NEW, regime=Regime.ALSACE_MOSELLE)[0]
    assert told(OLD, NEW, of=1, regime=Regime.PUBLIC_UTILITY, text="reglement-interieur") == ()
    assert told(OLD, regime=Regime.PUBLIC_UTILITY) == (), "the first statutes amend nothing"


def test_an_approval_that_came_later_is_the_day_it_takes_effect() -> None:
    approved = (Fact("new", FactKind.APPROVED, date(2026, 12, 24)),)
    assert told(OLD, NEW, facts=approved, regime=Regime.PUBLIC_UTILITY)[0].endswith(
        "it enters into force on 24 December 2026."
    )


# --- through the front door ------------------------------------------------------------------------


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two versions; the second was adopted, and begins on 1 January 2027."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(edge, "today", lambda: TODAY)
    (tmp_path / "archive.toml").write_text('format = 1\n[association]\nname = "X"\n', encoding="utf-8")
    one = 'label = "Old"\nkind = "adoption"\nadopted = 2001-05-12'
    two = 'label = "New"\nkind = "adoption"\nadopted = 2026-10-03\nin_force = 2027-01-01'
    write_version(tmp_path, "statuts", "2001-05-12", [article("un", "## Un\n\nA.\n")], one)
    write_version(tmp_path, "statuts", "2026-10-03", [article("un", "## Un\n\nB.\n")], two, "2001-05-12")
    return tmp_path


LATER = "A later version was adopted, “New” (a decision of 3 October 2026 (body not recorded)): it enters into force on 1 January 2027.\n"
EARLY = "This version was adopted, but enters into force only on 1 January 2027.\n"


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["show", "2001-05-12"], LATER),
        (["show", "@2026-11-25"], LATER),
        (["show"], EARLY),
        (["compare", "2001-05-12", "2026-10-03"], EARLY),
        (["compare", "2001-05-12", "draft.md"], LATER),
        (["compare", "2026-10-03", "2001-05-12"], LATER),
        (["document", "consolidated", "2001-05-12"], LATER),
        (["document", "consolidated"], EARLY),
    ],
)
def test_show_compare_and_the_consolidated_paper_say_it_on_standard_error(
    command: list[str], said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    Path("draft.md").write_text("## Un\n\nC.\n", encoding="utf-8")
    assert run(["--lang", "en", *command]) == 0
    assert said in capfd.readouterr().err


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("format_", ["html", "markdown"])
def test_the_consolidated_paper_says_it_in_its_head(format_: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["document", "consolidated", "2001-05-12", "--format", format_]) == 0
    page = capfd.readouterr().out
    assert page.count("remplace cette version à compter du 1er janvier 2027") == 1
    assert page.index("remplace cette version") < page.rindex("A.")

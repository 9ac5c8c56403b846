"""The consolidated text holds every word, says where each article comes from, and what is not known."""

from dataclasses import replace
from datetime import date

from statuts.i18n import say, say_date, say_number
from statuts.markdown.read import read
from statuts.model.archive import (
    ArticleEvent,
    ArticleNote,
    Association,
    Decision,
    Fact,
    FactKind,
    Quorum,
    Regime,
    Resolution,
    Result,
    Seat,
    TextHistory,
    Version,
    VersionKind,
    Votes,
)
from statuts.papers.consolidated import Consolidated, ConsolidatedCase, consolidated
from statuts.render.filtering import DEFAULT
from statuts.render.passage_markdown import passage
from statuts.render.voice import Voice

ENGLISH = Voice("en", lambda m: say(m, "en"), lambda d: say_date(d, "en"), lambda n: say_number(n, "en"))
TEXT = """# Statutes of The Bridge

Under the law of 1901.

## TITLE I – Aims

### Article 1 – Name

The Bridge.

| Fee | Amount |
| --- | ---: |
| one | 10 € |

### Article 2 – Aims

- to meet
  - often
- to print
"""

FIRST = Version(
    "statuts", "1998-03-14", "First statutes", VersionKind.ADOPTION, (), "d1", "m1", date(1998, 3, 14),
    decision=Decision("founding meeting", date(1998, 3, 14)),
)  # fmt: skip
SECOND = replace(
    FIRST,
    name="2009-05-16",
    adopted=date(2009, 5, 16),
    decision=Decision("general meeting", date(2009, 5, 16)),
)
FIXED = replace(
    SECOND,
    name="2009-06-30",
    adopted=date(2009, 6, 30),
    kind=VersionKind.CORRECTION,
    decision=Decision("board"),
)
THIRD = replace(SECOND, name="2017-11-25", adopted=date(2017, 11, 25), digest="d" * 64)
FOURTH = replace(SECOND, name="2024-06-15", label="Statutes of 2024", adopted=date(2024, 6, 15))
ASSOCIATION = Association("The Bridge", rna="W372099999", seat=Seat("3 Market Place", "37600", "Loches"))


def paper(version: Version, *versions: Version, facts: tuple[Fact, ...] = (),
          notes: tuple[ArticleNote, ...] = (),
          association: Association = ASSOCIATION, text: str = "statuts") -> Consolidated:  # fmt: skip
    history = TextHistory(text, "Statuts", versions, facts)
    case = ConsolidatedCase(
        association, history, version, read(TEXT), {"aims": "objet"}, {"objet": notes} if notes else {}, {}
    )
    return consolidated(case, ENGLISH)


def test_every_word_of_the_text_is_printed() -> None:
    made = paper(FIRST, FIRST)
    printed = " ".join(["#", made.title, *(passage(piece.text, DEFAULT) for piece in made.pieces)])
    assert set(TEXT.split()) <= set(printed.split())
    assert passage(made.pieces[-1].text, DEFAULT).endswith("- to meet\n  - often\n- to print")


def test_headings_stand_below_that_of_the_paper() -> None:
    made = paper(FIRST, FIRST)
    assert made.title == "Statutes of The Bridge"
    assert [(piece.label, piece.level) for piece in made.pieces] == [
        ("", 0),
        ("TITLE I – Aims", 2),
        ("Article 1 – Name", 3),
        ("Article 2 – Aims", 3),
    ]


def test_the_history_line_groups_the_days_of_one_body_and_tells_corrections_apart() -> None:
    made = paper(FOURTH, FIRST, SECOND, FIXED, THIRD, FOURTH)
    assert made.history == (
        "Statutes adopted by the founding meeting on 14 March 1998,"
        " amended by the general meeting on 16 May 2009,"
        " a slip of the pen corrected by the board on 30 June 2009,"
        " amended by the general meeting on 25 November 2017 and 15 June 2024."
    )


def test_the_history_stops_at_the_version_printed_and_names_the_one_that_replaced_it() -> None:
    made = paper(THIRD, FIRST, THIRD, FOURTH)
    assert "2024" not in made.history
    assert made.outlook == (
        "“Statutes of 2024” (the general meeting of 15 June 2024) replaces this version from 15 June 2024 on.",
    )
    assert paper(FOURTH, FIRST, FOURTH).outlook == ()


def test_an_origin_without_a_date_is_said_to_have_none() -> None:
    made = paper(SECOND, replace(FIRST, adopted=None, decision=Decision()), SECOND)
    assert made.history.startswith(
        "Statutes whose date of adoption is not known (“First statutes”), amended by"
    )


def test_an_article_tells_its_life_the_latest_first() -> None:
    unknown = replace(FIRST, adopted=None, decision=Decision())
    notes = (
        ArticleNote(ArticleEvent.PRESENT, unknown),
        ArticleNote(ArticleEvent.MODIFIED, SECOND),
        ArticleNote(ArticleEvent.MODIFIED, FIXED),
    )
    made = paper(FIXED, unknown, SECOND, FIXED, notes=notes)
    assert made.pieces[-1].notes == (
        "Slip of the pen corrected by the board of 30 June 2009",
        "Amended by the general meeting of 16 May 2009",
        "Original version: “First statutes”, date not known",
    )


def test_a_repealed_article_is_named_at_the_end() -> None:
    notes = (ArticleNote(ArticleEvent.INSERTED, SECOND), ArticleNote(ArticleEvent.REPEALED, THIRD))
    made = paper(THIRD, FIRST, SECOND, THIRD, notes=notes)
    assert [(gone.label, gone.notes) for gone in made.gone] == [
        (
            "Objet",
            "Repealed by the general meeting of 25 November 2017;"
            " Created by the general meeting of 16 May 2009",
        )
    ]


def test_a_quorum_without_a_figure_and_votes_without_a_count_are_said_so() -> None:
    decision = Decision(
        "general meeting",
        date(2009, 5, 16),
        quorum=Quorum(reached=True, said="We have it."),
        resolutions=(
            Resolution("Aims", "statuts", ("objet",), Result.ADOPTED),
            Resolution("Fees", "grille", result=Result.ADOPTED),
            Resolution("Name", "", (), Result.REFUSED, Votes(pour=1, contre=1200, blancs=0)),
        ),
    )
    made = paper(replace(SECOND, decision=decision), FIRST, SECOND)
    rows = {row.name: row.value for row in made.decision}
    assert rows["Quorum"] == "quorum reached (no figure recorded); in the minutes: “We have it.”"
    assert rows["Place"] == "not recorded"
    assert [(vote.subject, vote.result, vote.votes) for vote in made.votes] == [
        ("Aims", "adopted", "votes: not recorded in the minutes"),
        ("Name", "refused", "1 for, 1,200 against, 0 blank votes"),
    ]
    assert "votes or result of “Aims”: not recorded" in made.missing
    assert "figure of the quorum: not recorded" in made.missing


def test_a_validity_that_ends_is_said_with_its_last_day_or_without() -> None:
    trial = replace(FIRST, validity="on trial for a year")
    assert paper(trial, trial).validity == "On trial for a year (last day not recorded)"
    assert "last day of validity: not recorded" in paper(trial, trial).missing
    ending = replace(trial, ends=date(1999, 3, 13))
    assert paper(ending, ending).validity == "On trial for a year (until 13 March 1999)"
    assert "last day of validity: not recorded" not in paper(ending, ending).missing
    assert paper(FIRST, FIRST).validity == ""


def test_what_makes_an_amendment_binding_depends_on_the_law_and_the_text() -> None:
    def missing(regime: Regime, text: str = "statuts") -> str:
        return " ".join(
            paper(FIRST, FIRST, association=replace(ASSOCIATION, regime=regime), text=text).missing
        )

    assert "Declared to the authorities: not recorded" in missing(Regime.LAW_1901)
    assert "Approved: not recorded" in missing(Regime.PUBLIC_UTILITY)
    assert "Inscribed in the register of associations: not recorded" in missing(Regime.ALSACE_MOSELLE)
    assert "Declared" not in missing(Regime.LAW_1901, "grille-adhesion")


def test_what_the_register_learnt_later_is_printed() -> None:
    facts = (
        Fact("1998-03-14", FactKind.DECLARED, date(1998, 3, 27)),
        Fact("1998-03-14", FactKind.RECEIPT, None, "W372099999"),
    )
    rows = [(row.name, row.value) for row in paper(FIRST, FIRST, facts=facts).facts]
    assert ("Declared to the authorities", "27 March 1998") in rows
    assert ("Receipt", "W372099999") in rows


def test_a_text_known_in_part_says_so() -> None:
    assert any(
        "only those printed here" in fact for fact in paper(replace(FIRST, complete=False), FIRST).missing
    )

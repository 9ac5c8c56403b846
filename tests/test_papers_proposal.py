"""The proposal says every change once, with its texts, its reasons and its resolution."""

from datetime import date

import pytest
from markdown_it import MarkdownIt

from statuts.diff.compare import compare
from statuts.i18n import say, say_date, say_number
from statuts.markdown.read import read
from statuts.model.archive import Decision, Resolution, Result, Version, VersionKind, Votes
from statuts.model.sheet import Passage
from statuts.papers.case import AmendmentCase, Meeting
from statuts.papers.names import TextKind, TextName
from statuts.papers.passages import marked
from statuts.papers.proposal import Proposal, proposal
from statuts.papers.rationale import NO_RATIONALE, read_rationale
from statuts.render.filtering import DEFAULT
from statuts.render.passage_markdown import changes, escape, passage
from statuts.render.voice import BLANK, Voice

ENGLISH = Voice("en", lambda m: say(m, "en"), lambda d: say_date(d, "en"), lambda n: say_number(n, "en"))
STATUTES = TextName(TextKind.STATUTES, "Statuts")
GENERAL_MEETING = Meeting("general meeting", date(2026, 6, 20), "Loches")

OLD = """# Statuts

## Article 1 – Name

The association is called “The Bridge”.

## Article 2 – Aims

The association is a neutral place for everybody in the town and its surroundings.

## Article 3 – Seat

The seat is in Loches. It is moved as article 4 says.

## Article 4 – Board

The board has six members elected for two years by the general meeting.

## Article 5 – Patrons

Patrons are named by the board for their merits and pay no fee at all.

## Article 6 – End

The association ends when two thirds of its members so decide.
"""


def paper(
    old: str, new: str, meeting: Meeting = GENERAL_MEETING, reasons: str = "", **more: object
) -> Proposal:
    before, after = read(old), read(new)
    redline = compare(before, after, "old", "new")
    rationale = read_rationale(reasons, redline.articles) if reasons else NO_RATIONALE
    case = AmendmentCase(redline, before, after, STATUTES, "The Bridge", meeting, rationale, **more)  # type: ignore[arg-type]
    return proposal(case, ENGLISH)


def md(shown: Passage | None) -> str:
    """A passage as Markdown, which is easy to read in a test."""
    return passage(shown, DEFAULT) if shown else ""


def test_an_amended_article_has_both_texts_the_redline_and_its_resolution() -> None:
    made = paper(OLD, OLD.replace("neutral place", "non-partisan place"))
    (part,) = made.parts
    assert part.heading == "Article 2 – Aims"
    assert part.numbers == "C1"
    assert "neutral place" in md(part.old)
    assert "non-partisan place" in md(part.new)
    assert "~~neutral~~ **non-partisan** place" in md(part.redline)
    assert tuple(changes(part.redline, DEFAULT)) == ("C1 – ~~neutral~~ **non-partisan**",)
    assert part.resolution.heading == "First resolution"
    assert part.resolution.sentence == (
        "The general meeting, having deliberated, decides to amend article 2 (“Aims”) of the statutes,"
        " which now reads as proposed above."
    )
    assert made.consequence is None


def test_an_inserted_article_is_placed_by_the_article_before_it() -> None:
    made = paper(
        OLD, OLD.replace("## Article 3", "## Article 2 bis – Means\n\nIt prints a paper.\n\n## Article 3")
    )
    (part,) = made.parts
    assert part.old is None
    assert (
        "decides to insert into the statutes, after article 2, an article 2 bis (“Means”)"
        in part.resolution.sentence
    )


def test_a_repealed_article_has_no_proposed_text() -> None:
    start, end = OLD.index("## Article 5"), OLD.index("## Article 6")
    made = paper(OLD, OLD[:start] + OLD[end:])
    (part,) = made.parts
    assert part.new is None
    assert "Patrons are named" in md(part.old)
    assert "decides to repeal article 5 (“Patrons”) of the statutes." in part.resolution.sentence


def test_renumbering_is_one_resolution_with_a_table_and_the_references() -> None:
    new = OLD
    for number in (6, 5, 4, 3, 2):
        new = new.replace(f"Article {number} –", f"Article {number + 1} –")
    new = new.replace("as article 4 says", "as article 5 says")
    new = new.replace(
        "## Article 3 – Aims", "## Article 2 – Kind\n\nIt follows the law of 1901.\n\n## Article 3 – Aims"
    )
    made = paper(OLD, new)
    assert [part.heading for part in made.parts] == ["Article 2 – Kind"]
    assert made.consequence is not None
    first = made.consequence.table[0]
    assert (first.old, first.new) == ("Article 2 – Aims", "Article 3 – Aims")
    assert len(made.consequence.table) == 5
    assert [follower.heading for follower in made.consequence.followers] == ["Article 4 – Seat"]
    sentence = made.consequence.resolution.sentence
    assert made.consequence.resolution.heading == "Second resolution"
    assert "decides, as a consequence, to renumber the articles of the statutes as follows:" in sentence
    assert "articles 2 to 6 become articles 3 to 7 respectively" in sentence
    assert "The references from one article to another follow (C" in sentence


def test_a_new_title_alone_is_voted_on_as_such() -> None:
    made = paper(OLD, OLD.replace("Article 3 – Seat", "Article 3 – Registered office"))
    assert (
        "decides to entitle article 3 (“Seat”) of the statutes “Registered office”."
        in made.parts[0].resolution.sentence
    )


def test_a_moved_article_is_voted_on_once() -> None:
    start, end = OLD.index("## Article 2"), OLD.index("## Article 3")
    moved = OLD[:start] + OLD[end:] + "\n" + OLD[start:end]
    made = paper(OLD, moved)
    sentences = [part.resolution.sentence for part in made.parts]
    assert len(sentences) == 1
    assert (
        "decides to move article 2 (“Aims”) of the statutes after article 6, its wording unchanged."
        in sentences[0]
    )


def test_every_numbered_change_stands_in_the_paper_once() -> None:
    new = (
        OLD.replace("neutral", "open")
        .replace("six members", "nine members")
        .replace("two years", "three years")
    )
    made = paper(OLD, new)
    redline = compare(read(OLD), read(new))
    listed = [line.split(" – ")[0] for part in made.parts for line in changes(part.redline, DEFAULT)]
    assert listed == [f"C{n}" for n in range(1, redline.changes + 1)]


def test_typography_is_counted_and_named_but_not_voted_on() -> None:
    made = paper(OLD, OLD.replace("“The Bridge”", "« The Bridge »").replace("neutral", "open"))
    assert [part.heading for part in made.parts] == ["Article 2 – Aims"]
    assert "Article 1 – Name" in made.tidied
    assert made.folded


def test_what_is_not_known_is_left_blank_and_said_missing() -> None:
    made = paper(OLD, OLD.replace("neutral", "open"), Meeting())
    assert (made.meeting.body, made.meeting.day, made.meeting.place) == (BLANK, BLANK, BLANK)
    assert made.parts[0].resolution.sentence.startswith(BLANK + ", having deliberated")
    assert made.missing == (
        "body that decides",
        "date of the meeting",
        "place of the meeting",
        "reasons for the proposal",
    )


def test_an_adopted_version_shows_the_votes_the_archive_holds_and_no_others() -> None:
    decision = Decision(
        "general meeting",
        date(2026, 6, 20),
        resolutions=(
            Resolution("Aims", "statuts", ("aims",), Result.ADOPTED, Votes(pour=12, contre=0)),
            Resolution("Rules", "reglement-interieur", ("aims",), Result.REFUSED),
        ),
    )
    version = Version(
        "statuts",
        "2026-06-20",
        "Statuts de 2026",
        VersionKind.ADOPTION,
        (),
        "",
        "",
        date(2026, 6, 20),
        decision=decision,
    )
    made = paper(OLD, OLD.replace("neutral", "open").replace("six members", "nine members"), adopted=version)
    assert made.status == "Adopted by the general meeting of 20 June 2026"
    assert [part.recorded for part in made.parts] == [
        "“Aims”: adopted; 12 for, 0 against",
        "no resolution on this article is recorded",
    ]


def test_nothing_that_changes_is_nothing_to_vote_on() -> None:
    made = paper(OLD, OLD)
    assert made.parts == ()
    assert made.headline == "No change of wording."


@pytest.mark.parametrize(
    ("heading", "new", "said"),
    [
        (
            "## TITRE I – Aims",
            "## TITRE I – Purposes",
            "decides to entitle title I (“Aims”) of the statutes “Purposes”",
        ),
        ("## Préambule", None, "decides to repeal the preamble of the statutes"),
        ("## Annexe 1 – Fees", None, "decides to repeal annex 1 (“Fees”) of the statutes"),
    ],
)
def test_what_is_no_article_is_called_what_it_is(heading: str, new: str | None, said: str) -> None:
    text = f"\n\n{'Ten euros a year, to be paid in June.' if 'TITRE' not in heading else ''}\n\n"
    start = "" if "Préambule" not in heading else heading + text
    end = heading + text if "Annexe" in heading else ""
    middle = heading + text if "TITRE" in heading else ""
    old = f"{start}{middle}### Article 1 – Name\n\nThe Bridge.\n\n{end}"
    made = paper(old, old.replace(heading + text, f"{new}{text}" if new else ""))
    assert said in " ".join(part.resolution.sentence for part in made.parts)


def test_the_redline_in_the_paper_marks_what_compare_marks() -> None:
    before, after = read(OLD), read(OLD.replace("six members", "nine members"))
    article = next(a for a in compare(before, after).articles if a.changes)
    quoted = md(marked(article))
    assert quoted.splitlines()[0] == "> #### Article 4 – Board"
    assert "> The board has ~~six~~ **nine** members" in quoted


@pytest.mark.parametrize(
    "text", ["a*b*c", "# x", "- x", "1. x", "a | b", "<script>", "[x](y)", "a_b_", "`x`", "~~x~~", "\\"]
)
def test_a_fact_cannot_become_markdown(text: str) -> None:
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(escape(text))
    expected = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert html.strip() == f"<p>{expected}</p>"

"""The ballot paper: one line a resolution; of variants that exclude each other, one choice."""

from collections.abc import Sequence
from dataclasses import dataclass

from statuts.language.grammar import capitalised
from statuts.model.message import msg
from statuts.papers.agenda import items_of
from statuts.papers.case import AmendmentCase, day_or_blank
from statuts.papers.gaps import meeting_gaps
from statuts.papers.paper import Paper
from statuts.render.voice import BLANK, Voice


@dataclass(frozen=True, slots=True)
class BallotLine:
    """A resolution to vote on: what it is called, what it is about, the changes it decides on."""

    heading: str
    subject: str
    numbers: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Variants that exclude each other: one of them may be chosen, or none."""

    heading: str
    variants: tuple[BallotLine, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about one proposal, or about several variants: lines, or a choice."""

    title: str
    lines: tuple[BallotLine, ...]
    choice: Choice | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot(Paper):
    """The paper of a vote."""

    body: str
    day: str
    place: str
    questions: tuple[Question, ...]


def ballot(groups: Sequence[Sequence[AmendmentCase]], voice: Voice) -> Ballot:
    """The ballot on some amendments; those of one group exclude each other."""
    first = groups[0][0]
    meeting, say = first.meeting, voice.say
    several = len(groups) > 1
    return Ballot(
        language=voice.language,
        title=say(msg("Ballot paper")),
        association=first.association or BLANK,
        status=say(msg("Amendment {of}", of=say(first.text.with_of()))),
        band=say(first.standing.band),
        digest=first.redline.new.sha256 if not several and len(groups[0]) == 1 else "",
        body=capitalised(meeting.body) or BLANK,
        day=day_or_blank(meeting.day, voice),
        place=meeting.place or BLANK,
        questions=tuple(_question(group, voice, several=several) for group in groups),
        missing=tuple(map(say, meeting_gaps(first.association, meeting))),
    )


def _question(group: Sequence[AmendmentCase], voice: Voice, *, several: bool) -> Question:
    if len(group) > 1:
        variants = tuple(
            BallotLine(
                voice.say(msg("Variant {letter}", letter=chr(ord("A") + rank))),
                case.title or case.redline.new.label,
                case.author,
            )
            for rank, case in enumerate(group)
        )
        heading = voice.say(msg("Variants: choose one, or none"))
        return Question("", (), Choice(heading, variants))
    case = group[0]
    lines = tuple(
        BallotLine(item.resolution.heading, _subject(item.heading, item.statuses), item.numbers)
        for item in items_of(case, voice)
    )
    return Question(case.title if several else "", lines, None)


def _subject(heading: str, statuses: Sequence[str]) -> str:
    return f"{heading} ({', '.join(statuses)})" if statuses else heading

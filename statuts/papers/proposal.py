"""What is put to the vote: each change with its texts, reasons and resolution, as a template prints it."""

from dataclasses import dataclass

from statuts.diff.statistics import statistics
from statuts.language.grammar import capitalised
from statuts.model.message import msg
from statuts.model.redline import ArticleChange, ArticleStatus
from statuts.model.sheet import Passage
from statuts.papers.agenda import Item, items_of, said_of
from statuts.papers.case import AmendmentCase, Meeting, day_or_blank
from statuts.papers.gaps import meeting_gaps, reasons_gaps
from statuts.papers.names import change_numbers, changes_of, heading_of
from statuts.papers.paper import Paper
from statuts.papers.passages import marked, prose, quoted
from statuts.papers.resolutions import Resolution, is_consequence, renumbered, tidied
from statuts.render import summary
from statuts.render.facts import decision_name
from statuts.render.filtering import DEFAULT
from statuts.render.voice import BLANK, Voice


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to vote on. `old` or `new` is None where there is no such text; `rationale` where none
    was given; `recorded` says the result the archive holds, and is empty where it holds none. `wording` is
    the sentences that amend it, a paragraph each.
    """

    anchor: str
    heading: str
    statuses: tuple[str, ...]
    numbers: str
    old: Passage | None
    new: Passage | None
    redline: Passage
    rationale: Passage | None
    resolution: Resolution
    recorded: str
    wording: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A line of the table of old and new numbers."""

    old: str
    new: str
    numbers: str


@dataclass(frozen=True, slots=True)
class Follower:
    """An article of which only references to others change."""

    heading: str
    numbers: str
    redline: Passage


@dataclass(frozen=True, slots=True)
class Consequence:
    """What follows from renumbering: the table, the references, and the one resolution on all of it."""

    numbers: str
    table: tuple[Renumbered, ...]
    followers: tuple[Follower, ...]
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class MeetingLines:
    """The meeting as it is printed, with room to fill in what is not known."""

    body: str
    day: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Paper):
    """The paper of a proposal."""

    meeting: MeetingLines
    author: str
    old_label: str
    new_label: str
    old_digest: str
    headline: str
    figures: tuple[str, ...]
    summary: tuple[str, ...]
    rationale: Passage | None
    parts: tuple[Part, ...]
    consequence: Consequence | None
    tidied: str
    folded: tuple[str, ...]
    notes: tuple[str, ...]


def proposal(case: AmendmentCase, voice: Voice) -> Proposal:
    """The paper for the assembly that decides on `case`."""
    redline, say = case.redline, voice.say
    figures = statistics(redline)
    items = items_of(case, voice)
    return Proposal(
        language=voice.language,
        title=say(msg("Proposed amendment {of}", of=say(case.text.with_of()))),
        association=case.association or BLANK,
        meeting=_meeting(case.meeting, voice),
        author=case.author,
        status=status_of(case, voice),
        band=say(case.standing.band),
        adopted=case.adopted is not None,
        old_label=redline.old.label,
        new_label=redline.new.label,
        old_digest=redline.old.sha256,
        digest=redline.new.sha256,
        headline=say(summary.headline(figures)),
        figures=tuple(map(say, [*summary.articles(figures), *summary.words(figures)])),
        summary=tuple(case.summary),
        rationale=prose(case.rationale.general) if case.rationale.general else None,
        parts=tuple(_part(case, item, item.article, voice) for item in items if item.article),
        consequence=next((_consequence(case, item, voice) for item in items if item.article is None), None),
        tidied=tidied(redline, voice),
        folded=tuple(map(say, summary.folded(figures, DEFAULT))),
        notes=tuple(map(say, redline.notes)),
        missing=tuple(map(say, (*meeting_gaps(case.association, case.meeting), *reasons_gaps(case, voice)))),
    )


def _part(case: AmendmentCase, item: Item, article: ArticleChange, voice: Voice) -> Part:
    old, new = case.old_section(article.old), case.new_section(article.new)
    reasons = case.rationale.by_article.get(article.shown.id, "")
    recorded = said_of(item.recorded, voice)
    if case.adopted and not recorded:
        recorded = voice.say(msg("no resolution on this article is recorded"))
    number = item.resolution.anchor.removeprefix("resolution-")
    return Part(
        anchor=f"vote-{number}",
        heading=item.heading,
        statuses=item.statuses,
        numbers=item.numbers,
        old=quoted(old) if old else None,
        new=quoted(new) if new else None,
        redline=marked(article),
        rationale=prose(reasons) if reasons else None,
        resolution=item.resolution,
        recorded=recorded,
        wording=item.wording,
    )


def _consequence(case: AmendmentCase, item: Item, voice: Voice) -> Consequence:
    followers = [article for article in case.redline.articles if is_consequence(article)]
    return Consequence(
        numbers=item.numbers,
        table=tuple(
            Renumbered(part.old.label, part.new.label, change_numbers(part.changes, voice))
            for part in renumbered(case.redline)
        ),
        followers=tuple(
            Follower(heading_of(article, voice), change_numbers(changes_of(article), voice), marked(article))
            for article in followers
            if ArticleStatus.MODIFIED in article.statuses
        ),
        resolution=item.resolution,
    )


def _meeting(meeting: Meeting, voice: Voice) -> MeetingLines:
    day = day_or_blank(meeting.day, voice)
    return MeetingLines(capitalised(meeting.body) or BLANK, day, meeting.place or BLANK)


def status_of(case: AmendmentCase, voice: Voice) -> str:
    """How far the new text has come, in a sentence."""
    if case.adopted is None:
        return voice.say(msg("Draft put to the vote"))
    return voice.say(msg("Adopted by {by}", by=decision_name(case.adopted, voice)))

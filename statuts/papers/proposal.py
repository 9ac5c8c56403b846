"""What is put to the vote: each change with its texts, reasons and resolution, as a template prints it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from statuts.diff.statistics import statistics
from statuts.language.grammar import capitalised, in_series
from statuts.model.archive import Version
from statuts.model.document import Document, Section
from statuts.model.instruction import Instruction
from statuts.model.message import Message, msg
from statuts.model.redline import ArticleChange, ArticleSide, ArticleStatus, Redline
from statuts.papers.act_text import sentence_paragraphs
from statuts.papers.names import TextName, change_numbers, changes_of, heading_of
from statuts.papers.rationale import Rationale
from statuts.papers.resolutions import (
    Resolution,
    Resolver,
    is_consequence,
    is_voted,
    numbers_of,
    renumbered,
    tidied,
)
from statuts.papers.setting import Set, Setter
from statuts.render import facts, summary
from statuts.render.facts import decision_name
from statuts.render.filtering import DEFAULT
from statuts.render.voice import BLANK, Voice


@dataclass(frozen=True, slots=True)
class Meeting:
    """Who decides, when and where; empty or None is a fact that is not known."""

    body: str = ""
    day: date | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class ProposalCase:
    """All that a proposal is made of. `adopted` is the new text's version, where it is one already;
    `recorded` gives the archive's id of a section of the new text, by the id it was read with. `act` is
    the amending wording of the whole, checked; empty where none could be written.
    """

    redline: Redline
    old: Document
    new: Document
    text: TextName
    association: str
    meeting: Meeting
    rationale: Rationale
    author: str = ""
    adopted: Version | None = None
    recorded: Mapping[str, str] | None = None
    act: Sequence[Instruction] = ()


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
    old: Set | None
    new: Set | None
    redline: Set
    changes: tuple[Set, ...]
    rationale: Set | None
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
    redline: Set
    changes: tuple[Set, ...]


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


@dataclass(frozen=True, slots=True)
class Proposal:
    """The paper of a proposal, every word of it in its language; `digest` is that of the new text."""

    language: str
    title: str
    association: str
    meeting: MeetingLines
    author: str
    status: str
    adopted: bool
    old_label: str
    new_label: str
    old_digest: str
    digest: str
    headline: str
    figures: tuple[str, ...]
    rationale: Set | None
    parts: tuple[Part, ...]
    consequence: Consequence | None
    tidied: str
    folded: tuple[str, ...]
    notes: tuple[str, ...]
    missing: tuple[str, ...]


def proposal(case: ProposalCase, setter: Setter, voice: Voice) -> Proposal:
    """The paper for the assembly that decides on `case`."""
    redline, say = case.redline, voice.say
    figures = statistics(redline)
    resolver = Resolver(redline, case.text, case.meeting.body, voice)
    voted = [article for article in redline.articles if is_voted(article)]
    parts = tuple(_part(case, article, number, resolver, setter) for number, article in enumerate(voted, 1))
    of = say(case.text.with_of())
    return Proposal(
        language=voice.language,
        title=say(msg("Proposed amendment {of}", of=of)),
        association=case.association or BLANK,
        meeting=_meeting(case.meeting, voice),
        author=case.author,
        status=_status(case, voice),
        adopted=case.adopted is not None,
        old_label=redline.old.label,
        new_label=redline.new.label,
        old_digest=redline.old.sha256,
        digest=redline.new.sha256,
        headline=say(summary.headline(figures)),
        figures=tuple(map(say, [*summary.articles(figures), *summary.words(figures)])),
        rationale=setter.prose(case.rationale.general) if case.rationale.general else None,
        parts=parts,
        consequence=_consequence(case, len(parts) + 1, resolver, setter),
        tidied=tidied(redline, voice),
        folded=tuple(map(say, summary.folded(figures, DEFAULT))),
        notes=tuple(map(say, redline.notes)),
        missing=tuple(map(say, _missing(case, voted, voice))),
    )


def _part(
    case: ProposalCase, article: ArticleChange, number: int, resolver: Resolver, setter: Setter
) -> Part:
    voice = resolver.voice
    old, new = _section(case.old, article.old), _section(case.new, article.new)
    reasons = case.rationale.by_article.get(article.shown.id, "")
    return Part(
        anchor=f"vote-{number}",
        heading=heading_of(article, voice),
        statuses=_statuses(article, voice),
        numbers=change_numbers(changes_of(article), voice),
        old=setter.quoted(old) if old else None,
        new=setter.quoted(new) if new else None,
        redline=setter.redline(article),
        changes=setter.changes(article),
        rationale=setter.prose(reasons) if reasons else None,
        resolution=resolver.resolution(number, resolver.act(article)),
        recorded=_recorded(case, article, voice),
        wording=_wording(case, article),
    )


def _wording(case: ProposalCase, article: ArticleChange) -> tuple[str, ...]:
    """The sentences of the act that bring about the changes of an article, each once."""
    own = set(changes_of(article))
    said = dict.fromkeys(each.wording for each in case.act if own.intersection(each.changes))
    return tuple(paragraph for sentence in said for paragraph in sentence_paragraphs(sentence))


def _section(document: Document, side: ArticleSide | None) -> Section | None:
    return next((section for section in document.sections if side and section.id == side.id), None)


def _statuses(article: ArticleChange, voice: Voice) -> tuple[str, ...]:
    said = [
        voice.say(summary.ARTICLE_STATUS_NAMES[s])
        for s in article.statuses
        if s is not ArticleStatus.UNCHANGED
    ]
    return tuple(said)


def _consequence(case: ProposalCase, number: int, resolver: Resolver, setter: Setter) -> Consequence | None:
    voice = resolver.voice
    followers = [article for article in case.redline.articles if is_consequence(article)]
    table = renumbered(case.redline)
    if not followers and not table:
        return None
    return Consequence(
        numbers=numbers_of(followers, voice),
        table=tuple(
            Renumbered(part.old.label, part.new.label, change_numbers(part.changes, voice)) for part in table
        ),
        followers=tuple(
            Follower(
                heading_of(article, voice),
                change_numbers(changes_of(article), voice),
                setter.redline(article),
                setter.changes(article),
            )
            for article in followers
            if ArticleStatus.MODIFIED in article.statuses
        ),
        resolution=resolver.resolution(number, resolver.renumbering_act(followers)),
    )


def _meeting(meeting: Meeting, voice: Voice) -> MeetingLines:
    day = voice.day(meeting.day) if meeting.day else BLANK
    return MeetingLines(capitalised(meeting.body) or BLANK, day, meeting.place or BLANK)


def _status(case: ProposalCase, voice: Voice) -> str:
    if case.adopted is None:
        return voice.say(msg("Draft put to the vote"))
    return voice.say(msg("Adopted by {by}", by=decision_name(case.adopted, voice)))


def _recorded(case: ProposalCase, article: ArticleChange, voice: Voice) -> str:
    if case.adopted is None:
        return ""
    name = article.shown.id
    name = (case.recorded or {}).get(name, name)
    resolutions = [
        r
        for r in case.adopted.decision.resolutions
        if name in r.articles and r.text in ("", case.adopted.text)
    ]
    said = [
        voice.say(
            msg("“{subject}”: {result}; {votes}", subject=vote.subject, result=vote.result, votes=vote.votes)
        )
        for vote in facts.decided(resolutions, voice)
    ]
    return in_series(said, voice.language) or voice.say(msg("no resolution on this article is recorded"))


def _missing(case: ProposalCase, voted: Sequence[ArticleChange], voice: Voice) -> list[Message]:
    without = [heading_of(a, voice) for a in voted if a.shown.id not in case.rationale.by_article]
    given = (
        (case.association, msg("name of the association")),
        (case.meeting.body, msg("body that decides")),
        (case.meeting.day, msg("date of the meeting")),
        (case.meeting.place, msg("place of the meeting")),
    )
    missing = [message for fact, message in given if not fact]
    if without and not case.rationale.general:
        if len(without) == len(voted):
            missing.append(msg("reasons for the proposal"))
        else:
            missing.append(msg("reasons for: {articles}", articles=in_series(without, voice.language)))
    return missing

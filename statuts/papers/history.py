"""Where the wording comes from: the history line of a text, the note below each of its articles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from statuts.language.grammar import capitalised, definite, in_series, listed
from statuts.model.archive import ArticleEvent, ArticleNote, Version, VersionKind
from statuts.model.message import Message, msg, msgn
from statuts.papers.names import TextKind, TextName
from statuts.render.facts import decision_name
from statuts.render.voice import Voice


def history_line(text: TextName, versions: Sequence[Version], voice: Voice) -> str:
    """« Statuts adoptés par … le …, modifiés par l’assemblée générale extraordinaire les … »

    `versions` are those up to the one that is printed, oldest first.
    """
    statutes = text.kind is TextKind.STATUTES
    clauses = [voice.say(_adopted(versions[0], statutes, voice))]
    for (kind, body), group in groupby(versions[1:], key=lambda v: (v.kind, v.decision.body)):
        days = [day for version in group if (day := version.adopted or version.decision.day) is not None]
        clauses.append(_amended(kind, statutes, body, days, voice))
    sentence = ", ".join(clauses) + "."
    latest = versions[-1]
    if latest.in_force and latest.in_force != latest.adopted:
        start = voice.day(latest.in_force)
        in_force = (
            msg("In force, as they stand here, from {day}.", day=start)
            if statutes
            else msg("In force, as it stands here, from {day}.", day=start)
        )
        sentence += " " + voice.say(in_force)
    return sentence


def _adopted(first: Version, statutes: bool, voice: Voice) -> Message:
    day = first.adopted or first.decision.day
    if day is None:
        if statutes:
            return msg("Statutes whose date of adoption is not known (“{label}”)", label=first.label)
        return msg("Text whose date of adoption is not known (“{label}”)", label=first.label)
    if not first.decision.body:
        if statutes:
            return msg("Statutes adopted on {day}", day=voice.day(day))
        return msg("Text adopted on {day}", day=voice.day(day))
    body = definite(first.decision.body, voice.language)
    if statutes:
        return msg("Statutes adopted by {body} on {day}", body=body, day=voice.day(day))
    return msg("Text adopted by {body} on {day}", body=body, day=voice.day(day))


def _amended(kind: VersionKind, statutes: bool, body: str, days: Sequence[date], voice: Voice) -> str:
    when = listed([voice.day(day) for day in days], voice.language)
    who = definite(body, voice.language) if body else voice.say(msg("a body that is not recorded"))
    values: dict[str, str | int] = {"body": who, "days": when}
    count = max(len(days), 1)
    if not days:
        values["days"] = voice.say(msg("(date not known)"))
        return voice.say(msg("then changed by {body} {days}", **values))
    if kind is VersionKind.CORRECTION:
        message = msgn(
            "a slip of the pen corrected by {body} on {days}",
            "slips of the pen corrected by {body} on {days}",
            count, **values,
        )  # fmt: skip
    elif kind is VersionKind.RESTORATION:
        message = msgn(
            "an earlier wording restored by {body} on {days}",
            "earlier wordings restored by {body} on {days}",
            count, **values,
        )  # fmt: skip
    elif statutes:  # two messages, since French agrees with « les statuts » or « le texte »
        message = msgn("amended by {body} on {days}", "amended by {body} on {days}", count, **values)
    else:
        message = msgn(
            "since amended by {body} on {days}", "since amended by {body} on {days}", count, **values
        )
    return voice.say(message)


def article_lines(notes: Iterable[ArticleNote], voice: Voice) -> tuple[str, ...]:
    """What happened to an article, the latest first: « Modifié par … du … », « Version d’origine : … »."""
    return tuple(article_line(note, voice) for note in reversed(tuple(notes)))


def article_line(note: ArticleNote, voice: Voice) -> str:
    """One event in the life of an article, with the decision behind it."""
    version = note.version
    by = decision_name(version, voice)
    if note.event is ArticleEvent.PRESENT:
        if version.adopted and version.decision.body:
            return voice.say(msg("Original version: {by}", by=by))
        if not (version.adopted or version.decision.body or version.decision.day):
            return voice.say(msg("Original version: “{label}”, date not known", label=version.label))
        return voice.say(msg("Original version: “{label}”, {by}", label=version.label, by=by))
    if version.kind is VersionKind.CORRECTION:
        return voice.say(msg("Slip of the pen corrected by {by}", by=by))
    if version.kind is VersionKind.RESTORATION:
        return voice.say(msg("Earlier wording restored by {by}", by=by))
    said = {
        ArticleEvent.INSERTED: msg("Created by {by}", by=by),
        ArticleEvent.MODIFIED: msg("Amended by {by}", by=by),
        ArticleEvent.TYPOGRAPHY: msg("Typography or layout corrected by {by}", by=by),
        ArticleEvent.HEADED: msg("Number or title changed by {by}", by=by),
        ArticleEvent.MOVED: msg("Moved by {by}", by=by),
        ArticleEvent.REPEALED: msg("Repealed by {by}", by=by),
    }
    return voice.say(said[note.event])


def repealed(
    notes: Mapping[str, tuple[ArticleNote, ...]], labels: Mapping[str, str], voice: Voice
) -> Iterator[tuple[str, str]]:
    """The articles repealed before this version, each with its last label and what happened to it."""
    for name, events in notes.items():
        if events[-1].event is ArticleEvent.REPEALED:
            yield capitalised(labels.get(name, name)), in_series(article_lines(events, voice), voice.language)

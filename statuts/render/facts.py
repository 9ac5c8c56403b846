"""What the archive records of a decision, in sentences; and which facts it does not hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from statuts.language.grammar import definite
from statuts.model.archive import (
    Decision,
    Fact,
    FactKind,
    Quorum,
    Regime,
    Result,
    Version,
    Votes,
)
from statuts.model.archive import Resolution as Decided
from statuts.model.message import Message, msg, msgn
from statuts.render.voice import Voice

_RESULTS = {
    Result.ADOPTED: msg("adopted"),
    Result.REFUSED: msg("refused"),
    Result.WITHDRAWN: msg("withdrawn"),
}
# What makes an amendment of the statutes binding, by the law the association lives under:
# loi 1901 art. 5; décret 1901 art. 13-1; code civil local art. 71.
EXPECTED = {
    Regime.LAW_1901: (FactKind.DECLARED,),
    Regime.PUBLIC_UTILITY: (FactKind.DECLARED, FactKind.APPROVED),
    Regime.ALSACE_MOSELLE: (FactKind.INSCRIBED,),
}
_FACTS = {
    FactKind.DECLARED: msg("Declared to the authorities"),
    FactKind.RECEIPT: msg("Receipt"),
    FactKind.JOAFE: msg("Published in the JOAFE"),
    FactKind.APPROVED: msg("Approved"),
    FactKind.INSCRIBED: msg("Inscribed in the register of associations"),
    FactKind.ATTACHED: msg("Attached"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A fact and its name; `missing` says that the value stands for one that is not recorded."""

    name: str
    value: str
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Vote:
    """A resolution that was voted on, with its result and its count in words."""

    subject: str
    result: str
    votes: str
    missing: bool


def decision_rows(decision: Decision, voice: Voice) -> Iterator[Row]:
    """The facts of one decision, those that are not recorded included."""
    say = voice.say
    yield _row(say(msg("Body")), decision.body, voice)
    yield _row(say(msg("Date")), voice.day(decision.day) if decision.day else "", voice)
    if decision.hour:
        yield Row(say(msg("Hour")), decision.hour)
    yield _row(say(msg("Place")), decision.place, voice)
    yield _row(say(msg("Notice sent on")), voice.day(decision.convened) if decision.convened else "", voice)
    yield _row(say(msg("Attendance")), attendance(decision, voice), voice)
    yield _row(say(msg("Quorum")), quorum(decision.quorum, voice), voice)
    if decision.note:
        yield Row(say(msg("Note")), decision.note)


def version_rows(
    version: Version, facts: Sequence[Fact], expected: Sequence[FactKind], voice: Voice
) -> Iterator[Row]:
    """The dates and limits of a version, and what was learnt after its adoption or is still `expected`."""
    say = voice.say
    yield _row(say(msg("Adopted on")), voice.day(version.adopted) if version.adopted else "", voice)
    if version.in_force and version.in_force != version.adopted:
        yield Row(say(msg("In force from")), voice.day(version.in_force))
    if version.ends or version.validity:
        yield Row(say(msg("Validity")), validity(version, voice))
    for fact in facts:
        parts = [voice.day(fact.day) if fact.day else "", fact.value]
        yield _row(say(_FACTS[fact.kind]), ", ".join(part for part in parts if part), voice)
    known = {fact.kind for fact in facts}
    for kind in expected:
        if kind not in known:
            yield _row(say(_FACTS[kind]), "", voice)
    if version.note:
        yield Row(say(msg("Note")), version.note)


def validity(version: Version, voice: Voice) -> str:
    """How long a version holds: « à titre expérimental (dernier jour non consigné) »; empty without limit."""
    if version.ends is None and not version.validity:
        return ""
    if version.ends is None:
        return voice.say(msg("{validity} (last day not recorded)", validity=version.validity))
    until = voice.say(msg("until {day}", day=voice.day(version.ends)))
    return f"{version.validity} ({until})" if version.validity else until


def _row(name: str, value: str, voice: Voice) -> Row:
    return Row(name, value or voice.say(msg("not recorded")), missing=not value)


def attendance(decision: Decision, voice: Voice) -> str:
    """« 164 membres, 52 présents, 23 représentés »; empty where no figure is recorded."""
    said: list[Message] = []
    if (count := decision.members) is not None:
        said.append(msgn("{number} member", "{number} members", count, number=voice.number(count)))
    if (count := decision.present) is not None:
        said.append(msgn("{number} present", "{number} present", count, number=voice.number(count)))
    if (count := decision.represented) is not None:
        said.append(msgn("{number} represented", "{number} represented", count, number=voice.number(count)))
    return ", ".join(map(voice.say, said))


def quorum(quorum: Quorum | None, voice: Voice) -> str:
    """« quorum atteint (chiffre non consigné) »; empty where nothing at all is recorded."""
    if quorum is None or quorum == Quorum():
        return ""
    say = voice.say
    figure = (
        say(msg("no figure recorded"))
        if quorum.required is None
        else say(
            msgn(
                "{number} member required",
                "{number} members required",
                quorum.required,
                number=voice.number(quorum.required),
            )
        )
    )
    if quorum.reached is None:
        text = figure
    elif quorum.reached:
        text = say(msg("quorum reached ({figure})", figure=figure))
    else:
        text = say(msg("quorum not reached ({figure})", figure=figure))
    if quorum.said:
        text += say(msg("; in the minutes: “{words}”", words=quorum.said))
    return text


def votes(votes: Votes | None, voice: Voice) -> str:
    """« 47 pour, 2 abstentions »; empty where no count is recorded."""
    if votes is None:
        return ""
    said: list[Message] = [msg("unanimous")] if votes.unanimous else []
    if (count := votes.pour) is not None:
        said.append(msgn("{number} for", "{number} for", count, number=voice.number(count)))
    if (count := votes.contre) is not None:
        said.append(msgn("{number} against", "{number} against", count, number=voice.number(count)))
    if (count := votes.abstentions) is not None:
        said.append(msgn("{number} abstention", "{number} abstentions", count, number=voice.number(count)))
    if (count := votes.blancs) is not None:
        said.append(msgn("{number} blank vote", "{number} blank votes", count, number=voice.number(count)))
    if (count := votes.nuls) is not None:
        said.append(msgn("{number} void vote", "{number} void votes", count, number=voice.number(count)))
    return ", ".join(map(voice.say, said))


def decided(resolutions: Sequence[Decided], voice: Voice) -> tuple[Vote, ...]:
    """The resolutions of a decision, with what is known of each vote."""
    return tuple(_vote(resolution, voice) for resolution in resolutions)


def _vote(resolution: Decided, voice: Voice) -> Vote:
    result = _RESULTS[resolution.result] if resolution.result else msg("result not recorded")
    counted = votes(resolution.votes, voice)
    return Vote(
        resolution.subject,
        voice.say(result),
        counted or voice.say(msg("votes: not recorded in the minutes")),
        missing=not counted or resolution.result is None,
    )


def decision_name(version: Version, voice: Voice) -> str:
    """« l’assemblée générale extraordinaire du 21 juin 2021 »; says what of it is not known."""
    day = version.adopted or version.decision.day
    body = version.decision.body
    if body and day:
        return voice.say(msg("{body} of {day}", body=definite(body, voice.language), day=voice.day(day)))
    if body:
        return voice.say(msg("{body} (date not known)", body=definite(body, voice.language)))
    if day:
        return voice.say(msg("a decision of {day} (body not recorded)", day=voice.day(day)))
    return voice.say(msg("a decision that is not recorded"))


def missing_facts(
    version: Version, rows: Sequence[Row], votes: Sequence[Vote], voice: Voice
) -> tuple[str, ...]:
    """What a reader may look for and will not find, each as a short noun phrase."""
    said: list[Message] = [msg("{fact}: not recorded", fact=row.name) for row in rows if row.missing]
    if version.validity and version.ends is None:
        said.append(msg("last day of validity: not recorded"))
    if not votes:
        said.append(msg("no resolution is recorded"))
    said += [
        msg("votes or result of “{subject}”: not recorded", subject=vote.subject)
        for vote in votes
        if vote.missing
    ]
    if version.decision.quorum is not None and version.decision.quorum.required is None:
        said.append(msg("figure of the quorum: not recorded"))
    if not version.complete:
        said.append(msg("the other articles of the text: only those printed here are known"))
    return tuple(voice.say(message) for message in said)

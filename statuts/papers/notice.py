"""The convocation: when and where, the agenda, who must be there in numbers, and the proposal annexed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from statuts.language.grammar import capitalised, definite
from statuts.model.archive import Rule
from statuts.model.message import msg
from statuts.papers.case import AmendmentCase, day_or_blank
from statuts.papers.gaps import notice_gaps
from statuts.papers.paper import Paper
from statuts.papers.proposal import Proposal, proposal
from statuts.render.facts import Row
from statuts.render.voice import BLANK, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Paper):
    """The paper that calls a meeting. `rules` are the association's own, in words and numbers, each with its
    clause; `proposal` is annexed.
    """

    invitation: str
    day: str
    hour: str
    place: str
    agenda: tuple[str, ...]
    resolutions: tuple[str, ...]
    rules: tuple[Row, ...]
    proposal: Proposal


def notice(case: AmendmentCase, voice: Voice) -> Notice:
    """The convocation of the meeting that decides on `case`."""
    say, meeting = voice.say, case.meeting
    body = definite(meeting.body, voice.language) if meeting.body else BLANK
    annexed = proposal(case, voice)
    resolutions = [f"{part.resolution.heading} – {part.heading}" for part in annexed.parts]
    if annexed.consequence:
        resolutions.append(f"{annexed.consequence.resolution.heading} – {say(_RENUMBERING)}")
    return Notice(
        language=voice.language,
        title=say(msg("Notice of meeting")),
        association=case.association or BLANK,
        status=capitalised(meeting.body) or BLANK,
        band=say(case.standing.band),
        digest=case.redline.new.sha256,
        invitation=say(msg("You are invited to {body} of {association}.", body=body,
                           association=case.association or BLANK)),
        day=day_or_blank(meeting.day, voice),
        hour=meeting.hour or BLANK,
        place=meeting.place or BLANK,
        agenda=(
            say(msg("Presentation of the proposed amendment {of}", of=say(case.text.with_of()))),
            say(msg("Discussion")),
            say(msg("Vote on the resolutions")),
        ),
        resolutions=tuple(resolutions),
        rules=tuple(_rules(case, voice)),
        proposal=annexed,
        missing=(*annexed.missing, *map(say, notice_gaps(meeting, case.rules))),
    )  # fmt: skip


_RENUMBERING = msg("Renumbering and references")
_RULES = {
    "proposer": msg("Who may propose"),
    "notice": msg("Notice"),
    "quorum": msg("Quorum"),
    "majority": msg("Majority"),
}


def _rules(case: AmendmentCase, voice: Voice) -> Iterator[Row]:
    """The association's own rules; where the archive holds none on quorum or majority, room to write."""
    for rule in case.rules:
        name = voice.say(_RULES[rule.id]) if rule.id in _RULES else capitalised(rule.id)
        number = _in_numbers(rule, case, voice)
        said = f"{capitalised(rule.wording)} ({rule.clause})"
        yield Row(name, f"{said}. {number}" if number else f"{said}.")
    for id in ("quorum", "majority"):
        if case.rule(id) is None:
            yield Row(voice.say(_RULES[id]), BLANK, missing=True)


def _in_numbers(rule: Rule, case: AmendmentCase, voice: Voice) -> str:
    """« Soit 55 membres sur 164. »; what cannot be counted is left to be filled in."""
    say, meeting = voice.say, case.meeting
    if rule.id == "notice" and rule.days is not None and meeting.day:
        last = meeting.day - timedelta(days=rule.days)
        return say(msg("To be sent by {day} at the latest.", day=voice.day(last)))
    if rule.id != "quorum":
        return ""
    wanted = rule.asked_of(meeting.members) if meeting.members is not None else None
    if wanted is None or meeting.members is None:
        members = voice.number(meeting.members) if meeting.members is not None else "…………"
        return say(msg("That is {wanted} members out of {members}.", wanted="…………", members=members))
    return say(
        msg(
            "That is {wanted} members out of {members}.",
            wanted=voice.number(wanted),
            members=voice.number(meeting.members),
        )
    )

"""The vote is recorded: the decision form, what the rules say of it, and the text in force it makes."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from flask import Flask, redirect, request
from werkzeug import Response

from statuts.archive.read import Archive
from statuts.desk.adoption import Adopted, Ready, prepared, refused
from statuts.desk.drafting import OPEN
from statuts.desk.proposals import STAGES
from statuts.errors import ConflictError, ProposalError, StatutsError
from statuts.language.invisible import named
from statuts.model.archive import Decision, Resolution, Votes
from statuts.model.message import Message, msg
from statuts.model.parts import joined
from statuts.model.proposal import Proposal
from statuts.web.changes import address
from statuts.web.facts import decision_told, one_line, read_day, read_number
from statuts.web.room import Room, digest

FIELDS: Mapping[str, Message] = {
    "body": msg("Body that decided"),
    "day": msg("Day of the decision"),
    "hour": msg("Hour"),
    "place": msg("Place"),
    "convened": msg("Day of the convocation"),
    "members": msg("Members"),
    "present": msg("Present"),
    "represented": msg("Represented"),
    "quorum": msg("Quorum"),
    "pour": msg("Votes for"),
    "contre": msg("Votes against"),
    "abstentions": msg("Abstentions"),
    "blancs": msg("Blank votes"),
    "nuls": msg("Void votes"),
    "in_force": msg("In force from"),
}
_DAYS = frozenset({"day", "convened", "in_force"})
_NUMBERS = frozenset("members present represented pour contre abstentions blancs nuls".split())
_ASKED = frozenset({"body", "day", "place", "convened", "members", "present", "quorum", "pour", "contre"})
"""Facts that are told to be missing where the form leaves them blank."""


def add_decision(app: Flask, room: Room) -> None:
    """The form, the page that is read before anything is written, and the writing."""

    @app.get("/propositions/<text>/<name>/adopter")
    def form(text: str, name: str) -> Response:
        archive = room.archive()
        proposal = room.proposal(archive, text, name)
        decision = proposal.decision
        known = {
            "body": decision.body,
            "day": decision.day.isoformat() if decision.day else "",
            "hour": decision.hour,
            "place": decision.place,
            "convened": decision.convened.isoformat() if decision.convened else "",
            "members": "" if decision.members is None else str(decision.members),
        }
        return _page(room, archive, proposal, known)

    @app.post("/propositions/<text>/<name>/adopter")
    def decide(text: str, name: str) -> Response:
        archive = room.archive()
        proposal = room.proposal(archive, text, name)
        told = {key: one_line(request.form.get(key, "")) for key in (*FIELDS, "unanimous", "resultat")}
        step = request.form.get("acte", "")
        try:
            if told["resultat"] == "rejetee":
                return _refuse(room, archive, proposal, told, step)
            ready = _ready(archive, proposal, told)
        except StatutsError as error:
            hint = room.say(error.hint) if error.hint else ""
            return _page(
                room, archive, proposal, told, problem=f"{room.say(error.message)} {hint}", status=400
            )
        if step != "confirmer":
            return _page(room, archive, proposal, told, ready=ready)
        if request.form.get("empreinte", "") != digest(joined(ready.parts)):
            raise ConflictError(
                msg("the proposal was changed since this page was shown: nothing was adopted."),
                msg("look at it again, then record the decision"),
            )
        adopted = ready.write(archive)
        return redirect(f"/textes/{text}/{adopted.name}?adopte", 303)

    @app.post("/propositions/<text>/<name>/adopter/corriger")
    def correct(text: str, name: str) -> Response:
        archive = room.archive()
        proposal = room.proposal(archive, text, name)
        told = {key: one_line(request.form.get(key, "")) for key in (*FIELDS, "unanimous", "resultat")}
        return _page(room, archive, proposal, told)


def _ready(archive: Archive, proposal: Proposal, told: Mapping[str, str]) -> Ready:
    if not told["day"]:
        raise ProposalError(
            msg("the day of the decision is missing."),
            msg("it is the one fact that cannot be left blank here"),
        )
    return prepared(archive, proposal, _decided(told), Adopted(in_force=read_day(told["in_force"])))


def _decided(told: Mapping[str, str]) -> Callable[[Resolution], Decision]:
    """The decision that a form tells, around the resolution it is about."""

    def decided(resolution: Resolution) -> Decision:
        return replace(decision_told(told), resolutions=(replace(resolution, votes=votes_told(told)),))

    return decided


def votes_told(form: Mapping[str, str]) -> Votes | None:
    """The votes that a form tells; None where it tells none. Raises `ProposalError`."""
    pour, contre, abstentions, blancs, nuls = (
        read_number(form.get(name, "")) for name in ("pour", "contre", "abstentions", "blancs", "nuls")
    )
    votes = Votes(pour, contre, abstentions, blancs, nuls, bool(form.get("unanimous", "")))
    return None if votes == Votes() else votes


def _refuse(room: Room, archive: Archive, proposal: Proposal, told: Mapping[str, str], step: str) -> Response:
    changed = refused(proposal, _decided(told))
    if step != "confirmer":
        return _page(room, archive, proposal, told, refusing=True)

    def change(_archive: Archive, found: Proposal) -> Proposal:
        return refused(found, _decided(told))

    room.writer().change_proposal(proposal.text, proposal.name, change)
    return redirect(address(changed), 303)


def _page(
    room: Room,
    archive: Archive,
    proposal: Proposal,
    told: Mapping[str, str],
    *,
    ready: Ready | None = None,
    refusing: bool = False,
    problem: str = "",
    status: int = 200,
) -> Response:
    rules = [rule for rule in archive.association.rules if rule.text in ("", proposal.text)]
    values = {
        "association": archive.association,
        "proposal": proposal,
        "open": proposal.stage in OPEN,
        "stage": room.say(STAGES[proposal.stage]),
        "told": {key: told.get(key, "") for key in (*FIELDS, "unanimous", "resultat")},
        "rules": rules,
        "problem": problem,
        "review": ready is not None or refusing,
        "refusing": refusing,
        "said": [(room.say(FIELDS[key]), _shown(room, key, told[key])) for key in FIELDS if told.get(key)],
        "lacking": [room.say(FIELDS[key]) for key in FIELDS if key in _ASKED and not told.get(key)],
        "remarks": [room.say(remark) for remark in ready.remarks] if ready else [],
        "digest": digest(joined(ready.parts)) if ready else "",
        "address": address(proposal),
    }
    return room.page("desk_adopt.html", values, status)


def _shown(room: Room, key: str, value: str) -> str:
    """A fact as people write it."""
    if key in _DAYS and (day := read_day(value)):
        return room.kit.voice.day(day)
    if key in _NUMBERS and (number := read_number(value)) is not None:
        return room.kit.voice.number(number)
    if key == "quorum":
        return room.say(msg("reached") if value == "oui" else msg("not reached"))
    return named(value)

"""What changes a proposal as a whole: begun, told about; articles inserted, moved, repealed; its stage."""

from dataclasses import replace

from flask import Flask, redirect, request
from werkzeug import Response

from statuts.archive.read import Archive
from statuts.desk.drafting import (
    Change,
    as_written,
    begun,
    fresh_name,
    heading_like,
    inserted,
    rearranged,
    repealed,
    restored,
    shifted,
    still_open,
)
from statuts.desk.proposals import checked_stage, ground_of
from statuts.errors import ConflictError, ProposalError
from statuts.model.message import msg
from statuts.model.parts import Part
from statuts.model.proposal import Proposal, Stage
from statuts.web.conflict import Clash, conflict
from statuts.web.facts import NAMES, Facts, one_line
from statuts.web.pages import overview
from statuts.web.room import Room, state_of

_STAGES = {"projet": Stage.DRAFT, "vote": Stage.PROPOSED, "retrait": Stage.WITHDRAWN}
_STEPS = {"monter": -1, "descendre": 1}


def address(proposal: Proposal) -> str:
    """Where the page of a proposal is."""
    return f"/propositions/{proposal.text}/{proposal.name}"


def add_changes(app: Flask, room: Room) -> None:
    """The forms of the first page and of a proposal's page."""
    _add_arranging(app, room)

    @app.post("/propositions")
    def begin() -> Response:
        archive = room.archive()
        text, title = request.form.get("text", ""), one_line(request.form.get("title", ""))
        if text not in archive.texts:
            raise ProposalError(msg("this text is not in the archive."), msg("choose one of the list"))
        if not title:
            raise ProposalError(msg("the proposal has no title."), msg("say in a few words what it is about"))
        taken = [*archive.proposals(text), *(version.name for version in archive.versions(text))]
        base = request.form.get("base", "")
        base = base if base in archive.proposals(text) else ""
        new = begun(archive, text, fresh_name(title, taken, "proposition"), title, base or None)
        new = replace(new, author=one_line(request.form.get("author", "")))
        room.writer().save_proposal(new)
        return redirect(address(new), 303)

    @app.post("/propositions/<text>/<name>/faits")
    def tell(text: str, name: str) -> Response:
        archive = room.archive()
        room.proposal(archive, text, name)
        form = request.form

        def change(_archive: Archive, found: Proposal) -> Proposal:
            still_open(found)
            there = Facts.of(found)
            told = Facts.told(form, there)
            if form.get("base", "") != there.digest and told != there:
                raise ConflictError(msg("this proposal was changed meanwhile."))
            return told.put(found)

        try:
            changed = room.writer().change_proposal(text, name, change)
        except ConflictError:
            return _told_twice(room, text, name)
        return redirect(address(changed) + ("#plan" if "numeros" in request.args else "#faits"), 303)

    @app.post("/propositions/<text>/<name>/etape")
    def stage(text: str, name: str) -> Response:
        room.proposal(room.archive(), text, name)
        wanted = _STAGES.get(request.form.get("etape", ""))
        if wanted is None:
            raise ProposalError(msg("this stage is not known."), msg("go back and choose again"))

        def change(_archive: Archive, found: Proposal) -> Proposal:
            return replace(found, stage=checked_stage(found, wanted))

        return redirect(address(room.writer().change_proposal(text, name, change)), 303)


def _add_arranging(app: Flask, room: Room) -> None:
    """What the list of articles offers."""

    @app.post("/propositions/<text>/<name>/articles")
    def arrange(text: str, name: str) -> Response:
        archive = room.archive()
        room.proposal(archive, text, name)
        form = request.form
        act, article = form.get("acte", ""), form.get("article", "")
        made: list[str] = []

        def change(_archive: Archive, found: Proposal) -> Proposal:
            still_open(found)
            if form.get("base", "") != state_of(found):
                raise ConflictError(msg("this proposal was changed meanwhile."))
            base = ground_of(_archive, found).parts
            if act == "inserer":
                name_, done = _insertion(_archive, found, base)
                made.append(name_)
            else:
                done = _arranged(act, article, base)
            return rearranged(found, base, done)

        try:
            changed = room.writer().change_proposal(text, name, change)
        except ConflictError as error:
            archive = room.archive()
            notice = (
                room.say(error.message)
                + " "
                + room.say(msg("This is how it stands now; nothing of yours was done."))
            )
            return overview(room, archive, room.proposal(archive, text, name), notice, 409)
        if made:
            return redirect(f"{address(changed)}/articles/{made[0]}", 303)
        return redirect(f"{address(changed)}#p-{article}", 303)


def _arranged(act: str, article: str, base: tuple[Part, ...]) -> Change:
    if act in _STEPS:
        return shifted(article, _STEPS[act])
    if act == "abroger":
        return repealed(article)
    if act == "retablir":
        return restored(article, base)
    raise ProposalError(msg("this cannot be done to an article."), msg("go back and choose again"))


def _insertion(archive: Archive, found: Proposal, base: tuple[Part, ...]) -> tuple[str, Change]:
    title, after = one_line(request.form.get("title", "")), request.form.get("after", "")
    if not title:
        raise ProposalError(msg("the new article has no title."), msg("say in a few words what it is about"))
    parts = as_written(found, base)
    used = {entry.id for version in archive.versions(found.text) for entry in version.contents}
    name = fresh_name(title, [*used, *(part.id for part in parts)], "article")
    return name, inserted(name, after, heading_like(parts, after, title, found.numbering))


def _told_twice(room: Room, text: str, name: str) -> Response:
    """Somebody else told other facts: both are shown, field by field."""
    proposal = room.archive().proposal(text, name)
    there = Facts.of(proposal)
    told = Facts.told(request.form, there)
    clashes = [
        Clash.of(field, room.say(label), there.value(field), told.value(field), room.kit.voice)
        for field, label in NAMES.items()
        if told.value(field) != there.value(field)
    ]
    return conflict(
        room, proposal, clashes, {"base": there.digest}, f"{address(proposal)}/faits", address(proposal)
    )

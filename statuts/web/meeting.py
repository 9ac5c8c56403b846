"""During the meeting: a sub-amendment is typed, the room sees it, and what became of it is kept."""

from dataclasses import dataclass, replace

from flask import Flask, abort, redirect, request
from werkzeug import Response

from statuts.amend.outcome import outcome
from statuts.archive.read import Archive
from statuts.desk.adoption import refused
from statuts.desk.drafting import OPEN, begun, fresh_name, rearranged, reworded, still_open, tidy
from statuts.desk.drafts import Draft
from statuts.errors import ConflictError, ProposalError, StatutsError
from statuts.model.archive import Decision, Resolution, Result
from statuts.model.document import SectionKind
from statuts.model.message import msg
from statuts.model.names import is_name
from statuts.model.parts import Part
from statuts.model.proposal import Proposal, Stage
from statuts.render.templating import filled
from statuts.web.changes import address
from statuts.web.decision import votes_told
from statuts.web.facts import one_line
from statuts.web.live import as_data, now
from statuts.web.pages import label_of
from statuts.web.preview import of_three
from statuts.web.room import Known, Room, digest


@dataclass(frozen=True, slots=True)
class Screen:
    """What is projected: the article, what was typed so far, and what tells whether it is still the same."""

    article: str
    typed: str
    author: str
    stamp: str


def add_meeting(app: Flask, room: Room) -> None:
    """The secretary's page, and the one that is projected."""

    @app.get("/propositions/<text>/<name>/seance")
    def secretary(text: str, name: str) -> Response:
        archive = room.archive()
        proposal = room.proposal(archive, text, name)
        return _secretary(room, archive, proposal, request.args.get("article", ""))

    @app.post("/propositions/<text>/<name>/seance")
    def settle(text: str, name: str) -> Response:
        archive = room.archive()
        proposal = room.proposal(archive, text, name)
        form = request.form
        article, typed = form.get("article", ""), form.get("text", "")
        if form.get("acte") == "apercu":  # without a script
            _kept(room, archive, proposal, article, typed)
            return redirect(f"{address(proposal)}/seance?article={article}", 303)
        if form.get("acte") == "effacer":
            _forget(room, proposal, article)
            return redirect(f"{address(proposal)}/seance?article={article}", 303)
        made = _traced(room, archive, proposal, article, typed)
        _forget(room, proposal, article)
        return redirect(f"{address(made)}?seance", 303)

    @app.post("/propositions/<text>/<name>/seance/apercu")
    def live(text: str, name: str) -> Response:
        archive = room.archive()
        proposal = room.proposal(archive, text, name)
        known = room.known(archive, proposal)
        article = request.form.get("article", "")
        try:
            typed = tidy(request.form.get("text", ""))
            _part(known, proposal, article)
            shown = {"preview": of_three(known, proposal, article, typed, room.kit.voice)}
        except StatutsError as error:
            return as_data({"problem": room.say(error.message)})
        return as_data({"redline": filled(room.kit.templates, "desk_preview.html", shown)})

    @app.post("/propositions/<text>/<name>/seance/brouillon")
    def keep_typed(text: str, name: str) -> Response:
        archive = room.archive()
        proposal = room.proposal(archive, text, name)
        _kept(room, archive, proposal, request.form.get("article", ""), request.form.get("text", ""))
        return as_data({"kept": True})

    @app.get("/propositions/<text>/<name>/ecran")
    def screen(text: str, name: str) -> Response:
        archive = room.archive()
        proposal = room.proposal(archive, text, name)
        return room.page("desk_screen.html", _screen_values(room, archive, proposal))

    @app.get("/propositions/<text>/<name>/ecran/etat")
    def state(text: str, name: str) -> Response:
        archive = room.archive()
        proposal = room.proposal(archive, text, name)
        shown = _shown(room, proposal, room.known(archive, proposal))
        if shown.stamp == request.args.get("depuis", ""):
            return as_data({"same": True})
        html = filled(room.kit.templates, "desk_screen_text.html", _screen_values(room, archive, proposal))
        return as_data({"stamp": shown.stamp, "html": html})


def _parts(known: Known, proposal: Proposal) -> list[Part]:
    parts = outcome(known.parts, proposal).parts
    return [part for part in parts if not part.is_heading]


def _part(known: Known, proposal: Proposal, article: str) -> Part:
    found = [part for part in _parts(known, proposal) if part.id == article]
    return found[0] if found else abort(404)


def _shown(room: Room, proposal: Proposal, known: Known) -> Screen:
    """What the secretary typed last. Where nothing was typed, the first article that changes."""
    parts = _parts(known, proposal)
    ids = [part.id for part in parts]
    last = room.drafts.find((proposal.text, proposal.name, "seance"))
    touched = [name for name in ids if name in {op.article for op in proposal.operations}]
    plain = [part.id for part in parts if part.kind is SectionKind.ARTICLE]
    article = last.text if last and last.text in ids else (touched or plain or ids or [""])[0]
    draft = room.drafts.find((proposal.text, proposal.name, "seance", article)) if article else None
    words = next((part.markdown for part in parts if part.id == article), "")
    typed = tidy(draft.text) if draft and draft.text.strip() else words
    author = draft.beside if draft else ""
    return Screen(article, typed, author, digest("\0".join((article, typed, author, words)))[:16])


def _kept(room: Room, archive: Archive, proposal: Proposal, article: str, typed: str) -> None:
    known = room.known(archive, proposal)
    part = _part(known, proposal, article)
    author = one_line(request.form.get("author", ""))
    room.drafts.keep(
        (proposal.text, proposal.name, "seance", article), Draft(typed, digest(part.markdown), now(), author)
    )
    room.drafts.keep((proposal.text, proposal.name, "seance"), Draft(article, "", now()))


def _forget(room: Room, proposal: Proposal, article: str) -> None:
    if is_name(article):
        room.drafts.drop((proposal.text, proposal.name, "seance", article))


def _secretary(room: Room, archive: Archive, proposal: Proposal, article: str) -> Response:
    known = room.known(archive, proposal)
    shown = _shown(room, proposal, known)
    article = article or shown.article
    part = _part(known, proposal, article)
    draft = room.drafts.find((proposal.text, proposal.name, "seance", article))
    typed = draft.text if draft and draft.text.strip() else part.markdown
    values = {
        "association": archive.association,
        "proposal": proposal,
        "open": proposal.stage in OPEN,
        "article": article,
        "label": label_of(part),
        "others": [(other.id, label_of(other)) for other in _parts(known, proposal)],
        "text": typed,
        "author": draft.beside if draft else "",
        "base": digest(part.markdown),
        "moved_on": bool(draft and draft.base != digest(part.markdown)),
        "day": proposal.decision.day.isoformat() if proposal.decision.day else "",
        "preview": of_three(known, proposal, article, tidy(typed), room.kit.voice),
        "address": address(proposal),
    }
    return room.page("desk_meeting.html", values)


def _screen_values(room: Room, archive: Archive, proposal: Proposal) -> dict[str, object]:
    known = room.known(archive, proposal)
    shown = _shown(room, proposal, known)
    preview = of_three(known, proposal, shown.article, shown.typed, room.kit.voice)
    return {
        "association": archive.association,
        "proposal": proposal,
        "screen": shown,
        "preview": preview,
        "address": address(proposal),
    }


def _traced(room: Room, archive: Archive, proposal: Proposal, article: str, typed: str) -> Proposal:
    """The sub-amendment as a proposal of its own, retained or refused: the trace of what was moved."""
    still_open(proposal)
    known = room.known(archive, proposal)
    part = _part(known, proposal, article)
    if request.form.get("base", "") != digest(part.markdown):
        raise ConflictError(
            msg("the proposal was changed since this sub-amendment was begun."),
            msg("its text is kept: open the page of the meeting again and look at it"),
        )
    if tidy(typed) == part.markdown:
        raise ProposalError(
            msg("this sub-amendment changes nothing."), msg("type the text as it would become, then go on")
        )
    taken = [*archive.proposals(proposal.text), *(v.name for v in archive.versions(proposal.text))]
    name = fresh_name(f"{proposal.name[:50]}-sous-amendement", taken, "sous-amendement")
    title = room.say(msg("Sub-amendment to {article}", article=label_of(part)))
    new = begun(archive, proposal.text, name, title, proposal.name)
    new = replace(new, author=one_line(request.form.get("author", "")), numbering=proposal.numbering)
    parts = outcome(known.parts, proposal).parts
    new = rearranged(new, parts, reworded(article, typed))
    votes = votes_told(request.form)

    def decided(resolution: Resolution) -> Decision:
        return replace(proposal.decision, resolutions=(replace(resolution, votes=votes),))

    if request.form.get("acte") == "rejeter":
        new = refused(new, decided)
    else:
        resolution = Resolution(title, proposal.text, (article,), Result.ADOPTED)
        new = replace(new, stage=Stage.PROPOSED, decision=decided(resolution))
    room.writer().save_proposal(new)
    return new

"""An article is written: its text, the reasons beside it, and what happens when somebody else wrote too."""

from dataclasses import replace

from flask import Flask, abort, redirect, request
from werkzeug import Response

from statuts.archive.read import Archive
from statuts.desk.drafting import OPEN, as_written, rearranged, reworded, still_open, tidy
from statuts.desk.proposals import ground_of
from statuts.errors import ConflictError, StatutsError
from statuts.model.message import msg
from statuts.model.proposal import Proposal
from statuts.web.changes import address
from statuts.web.conflict import Clash, conflict
from statuts.web.facts import Facts
from statuts.web.pages import label_of
from statuts.web.preview import findings, of_article
from statuts.web.room import Known, Room, digest


def text_of(proposal: Proposal, known: Known, article: str) -> str | None:
    """The wording of an article as proposed; None where the proposal has no such article."""
    return next((part.markdown for part in as_written(proposal, known.parts) if part.id == article), None)


def add_writing(app: Flask, room: Room) -> None:
    """The editor."""

    @app.get("/propositions/<text>/<name>/articles/<article>")
    def edit(text: str, name: str, article: str) -> Response:
        archive = room.archive()
        proposal = room.proposal(archive, text, name)
        return editor(room, archive, proposal, article, resumed="reprendre" in request.args)

    @app.post("/propositions/<text>/<name>/articles/<article>")
    def save(text: str, name: str, article: str) -> Response:
        archive = room.archive()
        proposal = room.proposal(archive, text, name)
        form = request.form
        if text_of(proposal, room.known(archive, proposal), article) is None:
            abort(404)
        typed = form.get("text", "")
        if form.get("acte") == "apercu":  # without a script
            return editor(room, archive, proposal, article, typed=typed)

        def change(_archive: Archive, found: Proposal) -> Proposal:
            still_open(found)
            known = room.known(_archive, found)
            there = text_of(found, known, article)
            if there is None or (digest(there) != form.get("base", "") and tidy(typed) != there):
                raise ConflictError(msg("this article was changed meanwhile."))
            facts = Facts.of(found)
            told = Facts.told({"rationale": form["rationale"]} if "rationale" in form else {}, facts)
            if told != facts:
                if digest(facts.rationale) != form.get("base_rationale", ""):
                    raise ConflictError(msg("the rationale was changed meanwhile."))
                found = replace(found, rationale=told.put(found).rationale)
            return rearranged(found, ground_of(_archive, found).parts, reworded(article, typed))

        try:
            changed = room.writer().change_proposal(text, name, change)
        except ConflictError:
            return _written_twice(room, text, name, article)
        room.drafts.drop((text, name, "article", article))
        return redirect(f"{address(changed)}/articles/{article}?enregistre", 303)


def editor(
    room: Room,
    archive: Archive,
    proposal: Proposal,
    article: str,
    *,
    typed: str | None = None,
    resumed: bool = False,
) -> Response:
    """The page of the editor; `typed` is what was typed and not saved, `resumed` asks for the draft."""
    known = room.known(archive, proposal)
    there = text_of(proposal, known, article)
    if there is None:
        abort(404)
    draft = room.drafts.find((proposal.text, proposal.name, "article", article))
    rationale = Facts.of(proposal).rationale
    if draft is not None and (draft.text, draft.beside) in ((there, rationale), (there, "")):
        draft = None
    reasons = rationale if typed is None else request.form.get("rationale", rationale)
    if resumed and draft is not None:
        typed, reasons = draft.text, draft.beside
    shown = there if typed is None else typed
    preview, checks, problem = None, [], ""
    try:
        asked = rearranged(proposal, known.parts, reworded(article, shown))
        preview = of_article(known, asked, article, room.kit.voice)
        checks = findings(known, asked, article, room.kit.voice)
    except StatutsError as error:
        problem = room.say(error.message)
    parts = as_written(proposal, known.parts)
    values = {
        "association": archive.association,
        "proposal": proposal,
        "open": proposal.stage in OPEN,
        "article": article,
        "label": next(label_of(part) for part in parts if part.id == article),
        "others": [(part.id, label_of(part)) for part in parts if not part.is_heading],
        "text": shown,
        "saved_text": there,
        "base": digest(there),
        "rationale": reasons,
        "base_rationale": digest(rationale),
        "draft": draft if typed is None else None,
        "saved": "enregistre" in request.args,
        "preview": preview,
        "checks": checks,
        "problem": problem,
        "address": f"/propositions/{proposal.text}/{proposal.name}/articles/{article}",
    }
    return room.page("desk_article.html", values)


def _written_twice(room: Room, text: str, name: str, article: str) -> Response:
    archive = room.archive()
    proposal = archive.proposal(text, name)
    known = room.known(archive, proposal)
    there = text_of(proposal, known, article)
    mine = tidy(request.form.get("text", ""))
    voice = room.kit.voice
    clashes = []
    if there != mine:
        clashes.append(Clash.of("text", room.say(msg("Text of the article")), there or "", mine, voice))
    facts = Facts.of(proposal)
    told = Facts.told({"rationale": request.form.get("rationale", facts.rationale)}, facts)
    if told != facts:
        clashes.append(
            Clash.of("rationale", room.say(msg("Rationale")), facts.rationale, told.rationale, voice)
        )
    hidden = {"base": digest(there or ""), "base_rationale": digest(facts.rationale)}
    if there == mine:
        hidden["text"] = mine
    target = f"{address(proposal)}/articles/{article}"
    return conflict(room, proposal, clashes, hidden, target, target)

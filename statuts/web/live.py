"""What the script of the editor asks while one types: the redline at once, the checks after; drafts kept."""

import json
from datetime import UTC, datetime

from flask import Flask, abort, redirect, request
from flask import Response as Answer
from werkzeug import Response

from statuts.desk.drafting import OPEN, rearranged, reworded
from statuts.desk.drafts import Draft
from statuts.errors import StatutsError
from statuts.render.templating import filled
from statuts.web.preview import findings, of_article
from statuts.web.room import Room
from statuts.web.writing import text_of


def as_data(data: object, status: int = 200) -> Response:
    """An answer for the script."""
    return Answer(json.dumps(data, ensure_ascii=False), status, content_type="application/json")


def add_live(app: Flask, room: Room) -> None:
    """The preview, which changes nothing; and the draft."""

    @app.post("/propositions/<text>/<name>/articles/<article>/apercu")
    def preview(text: str, name: str, article: str) -> Response:
        archive = room.archive()
        proposal = room.proposal(archive, text, name)
        known = room.known(archive, proposal)
        if text_of(proposal, known, article) is None:
            abort(404)
        voice = room.kit.voice
        try:
            asked = rearranged(proposal, known.parts, reworded(article, request.form.get("text", "")))
            if request.form.get("quoi") == "verifications":
                values = {"checks": findings(known, asked, article, voice)}
                return as_data({"checks": filled(room.kit.templates, "desk_checks.html", values)})
            shown = {"preview": of_article(known, asked, article, voice)}
        except StatutsError as error:
            return as_data({"problem": room.say(error.message)})
        return as_data({"redline": filled(room.kit.templates, "desk_preview.html", shown)})

    @app.post("/propositions/<text>/<name>/articles/<article>/brouillon")
    def keep_draft(text: str, name: str, article: str) -> Response:
        archive = room.archive()
        proposal = room.proposal(archive, text, name)
        if text_of(proposal, room.known(archive, proposal), article) is None or proposal.stage not in OPEN:
            abort(404)
        words = (text, name, "article", article)
        if request.form.get("acte") == "ecarter":
            room.drafts.drop(words)
            if request.headers.get("Accept", "").startswith("application/json"):
                return as_data({"kept": False})
            return redirect(f"/propositions/{text}/{name}/articles/{article}", 303)
        form = request.form
        draft = Draft(form.get("text", ""), form.get("base", ""), now(), form.get("rationale", ""))
        room.drafts.keep(words, draft)
        return as_data({"kept": True})


def now() -> str:
    """This moment, as drafts note it."""
    return datetime.now(UTC).isoformat(timespec="seconds")

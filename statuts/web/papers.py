"""Any paper, to be downloaded: made by the press, never shown inside these pages."""

from flask import Flask, abort
from flask import Response as Answer
from werkzeug import Response

from statuts.model.proposal import Stage
from statuts.web.kit import SUFFIXES
from statuts.web.room import Room


def add_papers(app: Flask, room: Room) -> None:
    """The papers of proposals and of versions."""

    @app.get("/propositions/<text>/<name>/papiers/<kind>.<suffix>")
    def of_proposal(text: str, name: str, kind: str, suffix: str) -> Response:
        found = room.proposal(room.archive(), text, name)
        return _printed(f"{text}:{name}", found.stage, kind, suffix)

    @app.get("/textes/<text>/<name>/papiers/<kind>.<suffix>")
    def of_version(text: str, name: str, kind: str, suffix: str) -> Response:
        room.version(room.archive(), text, name)
        return _printed(f"{text}:{name}", Stage.ADOPTED, kind, suffix)

    def _printed(name: str, stage: Stage, kind: str, suffix: str) -> Response:
        offer = next((offer for offer in room.kit.offers(stage) if offer.kind == kind), None)
        if offer is None or suffix not in SUFFIXES:
            abort(404)
        format_, type_, _label = SUFFIXES[suffix]
        answer = Answer(room.kit.prints(name, kind, format_), content_type=type_)
        file = f"{offer.label}-{name.replace(':', '-')}.{suffix}"
        answer.headers.set("Content-Disposition", "attachment", filename=file)
        return answer

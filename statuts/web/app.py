"""The drafting page as an application: who may ask, which pages there are, what is said where one is not."""

from pathlib import Path

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from statuts.errors import ArchiveError, ConflictError, ProposalError, StatutsError
from statuts.model.message import Message, msg
from statuts.web.changes import add_changes
from statuts.web.decision import add_decision
from statuts.web.door import Door, add_door
from statuts.web.kit import Kit
from statuts.web.live import add_live
from statuts.web.looks import add_looks
from statuts.web.meeting import add_meeting
from statuts.web.pages import add_pages
from statuts.web.papers import add_papers
from statuts.web.room import Room
from statuts.web.security import guard
from statuts.web.writing import add_writing

LARGEST = 1_000_000
"""Bytes of a request: no article is longer."""

_SAID = {
    403: msg("This request does not come from a page of this program: nothing was changed."),
    404: msg("There is no such page."),
    405: msg("This page cannot be asked for in that way."),
    413: msg("What was sent is larger than one megabyte: nothing was changed."),
    421: msg("This address is not that of the drafting page."),
}
_FAILED = msg("The page could not be made.")


def create_app(root: Path, kit: Kit) -> Flask:
    """The application for the archive in `root`."""
    app = Flask("statuts.web", static_folder=None, template_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST
    app.config["MAX_FORM_MEMORY_SIZE"] = LARGEST
    room = Room(root, kit)
    door = Door(kit.passphrase)
    guard(app, kit.hosts, door.enters)
    add_looks(app, room)
    if kit.passphrase:
        add_door(app, room, door)
    for add in (add_pages, add_changes, add_writing, add_live, add_meeting, add_decision, add_papers):
        add(app, room)

    @app.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response:
        return _told(room, _SAID.get(error.code or 500, _FAILED), None, error.code or 500)

    @app.errorhandler(StatutsError)
    def failed(error: StatutsError) -> Response:
        status = 409 if isinstance(error, ConflictError | ArchiveError) else 400
        return _told(room, error.message, error.hint, 400 if isinstance(error, ProposalError) else status)

    @app.errorhandler(Exception)
    def broken(error: Exception) -> Response:
        app.logger.exception("a page failed", exc_info=error)
        return _told(
            room,
            _FAILED,
            msg("this is a fault of the program; your drafts are kept: go back and copy them"),
            500,
        )

    return app


def _told(room: Room, message: Message, hint: Message | None, status: int) -> Response:
    """What went wrong, as a page or, for the script of a page, as data. It tells nothing of the archive."""
    if request.headers.get("Accept", "").startswith("application/json"):
        return Response(
            _json({"error": room.say(message), "hint": room.say(hint) if hint else ""}),
            status,
            content_type="application/json",
        )
    known = status not in (403, 421)
    values = {"message": room.say(message), "hint": room.say(hint) if hint else "", "inside": known}
    return room.page("desk_error.html", values, status)


def _json(data: object) -> str:
    import json

    return json.dumps(data, ensure_ascii=False)

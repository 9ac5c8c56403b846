"""The style sheet and the script of the pages: from templates too, so that a house may change its look."""

import re
from functools import cache

from flask import Flask
from flask import Response as Answer
from werkzeug import Response

from statuts.render.html_accent import accents
from statuts.render.templating import filled
from statuts.web.room import Room

_STYLE = re.compile(r"</?style>")


def add_looks(app: Flask, room: Room) -> None:
    """`/look.css`, `/desk.js`, and `/reading.js`, which goes from change to change."""

    @cache
    def look(accent: str) -> str:
        page = {"accent": accents(accent), "running": ""}
        shared = _STYLE.sub("", filled(room.kit.templates, "redline_look.html", {"page": page}))
        return shared + filled(room.kit.templates, "desk.css", {})

    @cache
    def script() -> str:
        return filled(room.kit.templates, "desk.js", {})

    @cache
    def reading() -> str:
        return filled(room.kit.templates, "reading.js", {})

    @app.get("/reading.js")
    def steps() -> Response:
        return Answer(reading(), content_type="text/javascript; charset=utf-8")

    @app.get("/look.css")
    def style() -> Response:
        return Answer(look(room.archive().association.accent), content_type="text/css; charset=utf-8")

    @app.get("/desk.js")
    def code() -> Response:
        return Answer(script(), content_type="text/javascript; charset=utf-8")

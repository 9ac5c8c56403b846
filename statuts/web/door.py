"""The shared mode: one passphrase for all, asked for once a browser, no faster than a person types."""

import secrets
import time
from hmac import compare_digest
from threading import Lock

from flask import Flask, Request, redirect, request
from werkzeug import Response

from statuts.web.room import Room

COOKIE = "statuts"
_OPEN = frozenset({"/entrer", "/look.css", "/desk.js", "/reading.js"})
_MOST_FAILURES = 5
_WINDOW = 60.0
"""Seconds in which so many failures make everybody wait: one passphrase, one count."""


class Door:
    """Knows who came in. Nothing of it outlives the server."""

    def __init__(self, passphrase: str) -> None:
        self._passphrase = passphrase.encode()
        self._tokens: set[str] = set()
        self._failures: list[float] = []
        self._lock = Lock()

    def is_in(self, asked: Request) -> bool:
        """Whether a request comes from a browser that was let in."""
        if not self._passphrase:
            return True
        token = asked.cookies.get(COOKIE, "")
        with self._lock:
            return any(compare_digest(token.encode(), known.encode()) for known in self._tokens)

    def waits(self) -> bool:
        """Whether too many wrong ones were tried a moment ago."""
        with self._lock:
            now = time.monotonic()
            self._failures = [at for at in self._failures if now - at < _WINDOW]
            return len(self._failures) >= _MOST_FAILURES

    def let_in(self, said: str) -> str | None:
        """A token for the right passphrase; None for any other."""
        if not compare_digest(said.encode(), self._passphrase):
            with self._lock:
                self._failures.append(time.monotonic())
            return None
        token = secrets.token_urlsafe(32)
        with self._lock:
            self._tokens.add(token)
        return token

    def enters(self, asked: Request) -> Response | None:
        """The way to the door for whoever is not in yet."""
        if asked.path in _OPEN or self.is_in(asked):
            return None
        return redirect("/entrer", 303)


def add_door(app: Flask, room: Room, door: Door) -> None:
    """The page that asks for the passphrase."""

    @app.get("/entrer")
    def ask() -> Response:
        return room.page("desk_door.html", {"wrong": False, "waits": False})

    @app.post("/entrer")
    def enter() -> Response:
        if door.waits():
            return room.page("desk_door.html", {"wrong": False, "waits": True}, 429)
        token = door.let_in(request.form.get("passphrase", ""))
        if token is None:
            return room.page("desk_door.html", {"wrong": True, "waits": False}, 403)
        answer: Response = redirect("/", 303)
        answer.set_cookie(COOKIE, token, httponly=True, samesite="Strict", path="/")
        return answer

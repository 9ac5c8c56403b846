"""Who may ask, and how: the Host first, then the Origin, then the passphrase; headers on every answer.

Host before all else, since a page of another site may make its own name lead to this machine: without it,
every further look at « the same origin » would be made with the attacker's own name.
"""

from collections.abc import Callable

from flask import Flask, Request, abort, request
from werkzeug import Response

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    # not `no-referrer`: browsers then send « Origin: null » with our own forms, and over plain HTTP to
    # another machine they send no Sec-Fetch-Site that could stand for it
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "no-store",
}


def guard(app: Flask, hosts: frozenset[str], enters: Callable[[Request], Response | None]) -> None:
    """Look at every request before any page does. `enters` gives an answer to whoever may not come in."""

    @app.before_request
    def look() -> Response | None:
        if request.environ.get("HTTP_HOST", "").lower() not in hosts:
            abort(421)
        if request.method not in SAFE and not is_own(request):
            abort(403)
        return enters(request)

    @app.after_request
    def head(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers[name] = value
        response.headers.pop("Server", None)
        return response


def is_own(asked: Request) -> bool:
    """Whether a request that changes something comes from a page of ours; without any proof it does not."""
    origin = asked.headers.get("Origin")
    site = asked.headers.get("Sec-Fetch-Site")
    if origin is not None and origin.lower() != f"http://{asked.environ['HTTP_HOST']}".lower():
        return False
    if site is not None and site != "same-origin":
        return False
    return origin is not None or site is not None

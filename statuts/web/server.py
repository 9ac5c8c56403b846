"""Serves the application with waitress, whose own answers carry the same headers as ours."""

import logging
import socket

from flask import Flask
from waitress import create_server
from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer
from waitress.task import ErrorTask

from statuts.web.security import HEADERS

_THREADS = 16
_LARGEST = 4_000_000
"""Bytes of a request that are read at all: beyond, not even a polite answer in the page's language."""


class _Refusal(ErrorTask):  # type: ignore[misc]
    """What waitress says of a request that no page ever sees: malformed, or far too large."""

    def execute(self) -> None:
        self.response_headers.extend(HEADERS.items())
        super().execute()


class _Channel(HTTPChannel):  # type: ignore[misc]
    error_task_class = _Refusal


def server(app: Flask, listening: socket.socket) -> BaseWSGIServer:
    """A server that listens at a socket; `run` runs it until it is interrupted."""
    logging.getLogger("waitress").setLevel(logging.ERROR)  # a queue is no news to who sits at the terminal
    made = create_server(
        app,
        sockets=[listening],
        threads=_THREADS,
        ident=None,
        clear_untrusted_proxy_headers=True,
        max_request_body_size=_LARGEST,
    )
    made.channel_class = _Channel
    return made

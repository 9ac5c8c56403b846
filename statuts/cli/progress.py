"""For whoever waits at a terminal: after a second, that the program is at work, and how far it is."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from statuts.i18n import _

if TYPE_CHECKING:
    from threading import Event

PATIENCE = 1.0
"""Seconds that pass without a word."""

_BEAT = 0.5
_ERASE = "\r\x1b[K"

_stop: "list[Event]" = []
_done = 0


def reached(count: int) -> None:
    """How many versions are done."""
    global _done  # noqa: PLW0603 - one command, one count
    _done = count


def hush() -> None:
    """No word from here on: the result is about to be written."""
    if _stop:
        _stop.pop().set()
        sys.stderr.write(_ERASE)
        sys.stderr.flush()


@contextmanager
def waiting() -> Iterator[None]:
    """Say after a second that the work goes on, each half second anew; only on a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from threading import Event, Thread

    over = Event()
    _stop[:] = [over]
    reached(0)
    Thread(target=_tell, args=(over, time.monotonic()), daemon=True).start()
    try:
        yield
    finally:
        if over.is_set():
            _stop.clear()
        else:
            hush()


def _tell(over: "Event", start: float) -> None:
    wait = PATIENCE
    while not over.wait(wait):
        seconds = int(time.monotonic() - start)
        text = _("At work for {seconds} s").format(seconds=seconds)
        if _done:
            text = _("At work for {seconds} s: {count} versions").format(seconds=seconds, count=_done)
        # back to the margin: whatever is written next stands over it
        sys.stderr.write(f"{_ERASE}{text}\r")
        sys.stderr.flush()
        wait = _BEAT

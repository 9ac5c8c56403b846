"""The terminal's own facts: its width, whether it takes colours; the rendering itself is pure."""

import os
import shutil
import sys

from statuts.i18n import say
from statuts.model.redline import ChangeClass, Redline
from statuts.render.terminal import Screen, render


def on_screen(redline: Redline, shown: frozenset[ChangeClass], full: bool) -> str:
    """The redline for the terminal this runs in; plain marks where it is no terminal or NO_COLOR is set."""
    width = max(40, min(shutil.get_terminal_size((80, 24)).columns, 100))
    return render(redline, shown, Screen(width, _colours(), full), say)


def _colours() -> bool:
    if os.environ.get("NO_COLOR"):  # https://no-color.org
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"

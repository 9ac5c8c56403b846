"""`statuts accept FILE`: the new text out of tracked changes."""

import click

from statuts.cli.tracked_input import verb
from statuts.i18n import _


def command() -> click.Command:
    """The verb, in the current language."""
    return verb(
        "accept",
        _("Give the new text out of a text with tracked changes."),
        lambda reading: reading.new(),
    )

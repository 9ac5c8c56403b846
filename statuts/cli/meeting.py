"""The options that tell of a meeting to come."""

import click

from statuts.cli import options
from statuts.i18n import _


def meeting_options() -> list[click.Parameter]:
    """The options that tell of a meeting."""
    return [
        click.Option(
            ["--meeting", "body"],
            default="",
            metavar=_("TEXT"),
            help=_("The body that decides (else as the archive has it)."),
        ),
        options.day("--date", _("The day of the meeting."), name="day"),
        click.Option(
            ["--hour"], default="", metavar=_("TEXT"), help=_("Its hour, as people say it: “18 h 30”.")
        ),
        click.Option(["--place"], default="", metavar=_("TEXT"), help=_("The place of the meeting.")),
        options.day("--convened", _("Day of the convocation.")),
        click.Option(
            ["--members"], type=click.IntRange(min=0), metavar=_("NUMBER"), help=_("How many may vote.")
        ),
    ]

"""What is said of a meeting to come: a proposal keeps it, and its papers print it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import click

from statuts.cli import options
from statuts.i18n import _
from statuts.model.archive import Decision

_FACTS = ("body", "day", "hour", "place", "convened", "members")


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


def planned(known: Decision, told: Mapping[str, Any]) -> Decision:
    """The meeting as it was known, with what is told of it now."""
    return replace(known, **{name: told[name] for name in _FACTS if told.get(name) not in (None, "")})

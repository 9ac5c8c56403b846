"""What is said of a decision on the command line, or in a file of its own: every figure may be missing."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from statuts.archive.facts import read_decision
from statuts.cli import options
from statuts.desk.files import read_text
from statuts.i18n import _
from statuts.model.archive import Decision, Quorum, Resolution, Votes


def decision_options() -> list[click.Parameter]:
    """The options that tell of a decision."""
    numbers = {
        "members": _("How many members there are."),
        "present": _("How many were present."),
        "represented": _("How many were represented."),
        "pour": _("Votes for."),
        "contre": _("Votes against."),
        "abstentions": _("Abstentions."),
        "blancs": _("Blank votes."),
        "nuls": _("Void votes."),
    }
    return [
        options.day("--date", _("Day of the decision."), name="day"),
        click.Option(["--body"], metavar=_("WORDS"), help=_("The body that decided.")),
        click.Option(["--hour"], metavar=_("TEXT"), help=_("Its hour, as people say it: “18 h 30”.")),
        click.Option(["--place"], metavar=_("WORDS"), help=_("Where it met.")),
        options.day("--convened", _("Day of the convocation.")),
        *[
            click.Option([f"--{name}"], type=click.IntRange(min=0), metavar=_("NUMBER"), help=help_)
            for name, help_ in numbers.items()
        ],
        click.Option(["--unanimous"], is_flag=True, help=_("It was unanimous.")),
        click.Option(["--quorum"], type=click.BOOL, metavar="true|false", help=_("Was it reached?")),
        click.Option(
            ["--decision", "file"],
            type=click.Path(path_type=Path),
            metavar=_("FILE"),
            help=_("The decision as TOML, as in version.toml: several resolutions, each with its votes."),
        ),
    ]


def decision_of(said: Mapping[str, Any], resolution: Resolution) -> Decision:
    """The decision that the options tell, over what the file says; `resolution` where no file lists any.

    Raises `ArchiveError` for a file that is no decision, with the line.
    """
    file: Path | None = said["file"]
    decision = read_decision(read_text(file), str(file)) if file else Decision()
    votes = Votes(
        said["pour"], said["contre"], said["abstentions"], said["blancs"], said["nuls"], said["unanimous"]
    )
    told = {
        name: said[name]
        for name in ("body", "day", "hour", "place", "convened", "members", "present", "represented")
        if said[name] is not None
    }
    if said["quorum"] is not None:
        told["quorum"] = replace(decision.quorum or Quorum(), reached=said["quorum"])
    if not decision.resolutions:
        told["resolutions"] = (replace(resolution, votes=votes if votes != Votes() else None),)
    return replace(decision, **told)

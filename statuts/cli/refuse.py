"""`statuts refuse NAME`: the assembly voted against a proposal; the text stays as it is."""

from pathlib import Path
from typing import Any

import click

from statuts.archive.write import Writer
from statuts.cli import options
from statuts.cli.decision import decision_of, decision_options
from statuts.desk.adoption import refused
from statuts.desk.versions import opened
from statuts.i18n import _


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "refuse",
        callback=_refuse,
        help=_("Record that a proposal was refused, and the decision; the text stays as it is."),
        epilog=_("Example: statuts refuse age-2026 --date 2026-12-12 --pour 12 --contre 40"),
        params=[
            click.Argument(["name"], metavar=_("NAME")),
            options.text(),
            *decision_options(),
            options.dry_run(),
            options.archive(),
        ],
    )


def _refuse(name: str, text: str, dry_run: bool, archive: Path | None, **said: Any) -> None:
    found = opened(archive)
    proposal = found.proposal(text, name)
    changed = refused(proposal, lambda resolution: decision_of(said, resolution))
    if not dry_run:
        Writer(found.root).save_proposal(changed)
    click.echo(_("Refused: {name}").format(name=proposal.title), err=True)
    options.say_if_dry(dry_run)

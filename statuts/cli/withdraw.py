"""`statuts withdraw NAME`: a proposal is taken back; it stays to be read."""

from dataclasses import replace
from pathlib import Path

import click

from statuts.archive.write import Writer
from statuts.cli import options
from statuts.desk.proposals import checked_stage
from statuts.desk.versions import opened
from statuts.i18n import _
from statuts.model.proposal import Stage


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "withdraw",
        callback=_withdraw,
        help=_("Take a proposal back; its files stay, to be read later."),
        epilog=_("Example: statuts withdraw age-2026"),
        params=[
            click.Argument(["name"], metavar=_("NAME")),
            options.text(),
            options.dry_run(),
            options.archive(),
        ],
    )


def _withdraw(name: str, text: str, dry_run: bool, archive: Path | None) -> None:
    found = opened(archive)
    proposal = found.proposal(text, name)
    changed = replace(proposal, stage=checked_stage(proposal, Stage.WITHDRAWN))
    if not dry_run:
        Writer(found.root).save_proposal(changed)
    click.echo(_("Withdrawn: {name}").format(name=proposal.title), err=True)
    options.say_if_dry(dry_run)

"""The two verbs that end a proposal without changing the text."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from statuts.archive.write import Writer
from statuts.cli import options
from statuts.cli.proposals import checked_stage
from statuts.cli.versions import opened
from statuts.i18n import _, say
from statuts.model.message import Message
from statuts.model.proposal import Stage


def stage_verb(name: str, help_: str, example: str, stage: Stage, done: Message) -> click.Command:
    """A verb that sends a proposal to `stage`."""
    return click.Command(
        name,
        callback=partial(_send, stage, done),
        help=help_,
        epilog=example,
        params=[
            click.Argument(["name"], metavar=_("NAME")),
            click.Option(["--text"], default="statuts", metavar=_("TEXT"), help=_("Which text it changes.")),
            options.dry_run(),
            options.archive(),
        ],
    )


def _send(stage: Stage, done: Message, name: str, text: str, dry_run: bool, archive: Path | None) -> None:
    found = opened(archive)
    proposal = found.proposal(text, name)
    changed = replace(proposal, stage=checked_stage(proposal, stage))
    if not dry_run:
        Writer(found.root).save_proposal(changed)
    click.echo(say(Message(done.text, {"name": proposal.title})), err=True)
    if dry_run:
        click.echo(_("Nothing was written (--dry-run)."), err=True)

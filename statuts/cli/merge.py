"""`statuts merge NAME NAME…`: several proposals made one; where they meet, both sides are shown."""

from dataclasses import replace
from pathlib import Path

import click

from statuts.archive.write import Writer
from statuts.cli import options
from statuts.cli.proposal_report import reported
from statuts.desk.merging import merged_proposal
from statuts.desk.versions import opened
from statuts.errors import ProposalError
from statuts.i18n import _
from statuts.model.message import msg
from statuts.model.names import NAMES_HINT, is_name
from statuts.model.proposal import Stage


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "merge",
        callback=_merge,
        help=_("Make several proposals one; where they meet, both sides and both results are named."),
        epilog=_("Example: statuts merge age-2026 age-2027 --as projet-commun"),
        params=[
            click.Argument(["names"], nargs=-1, required=True, metavar=_("NAME NAME…")),
            click.Option(
                ["--as", "name"], required=True, metavar=_("NAME"), help=_("Name of the new proposal.")
            ),
            click.Option(["--title"], default="", metavar=_("WORDS"), help=_("Its title.")),
            options.text(),
            options.dry_run(),
            options.archive(),
        ],
    )


def _merge(
    names: tuple[str, ...], name: str, title: str, text: str, dry_run: bool, archive: Path | None
) -> None:
    found = opened(archive)
    if len(set(names)) < 2:
        raise ProposalError(msg("name two proposals at least."), msg("see them with “statuts status”"))
    if not is_name(name):
        raise ProposalError(msg("“{name}” cannot be a name.", name=name[:80]), NAMES_HINT)
    if found.has_proposal(text, name) or name in {version.name for version in found.versions(text)}:
        raise ProposalError(
            msg("“{name}” is there already.", name=name), msg("give the proposal another name")
        )
    proposals = [found.proposal(text, one) for one in dict.fromkeys(names)]
    whole = replace(merged_proposal(found, proposals, name, title), stage=Stage.DRAFT)
    report = reported(found, whole)
    if not dry_run:
        Writer(found.root).save_proposal(whole)
    click.echo(report, nl=False)
    options.say_if_dry(dry_run)

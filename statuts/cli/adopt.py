"""`statuts adopt NAME`: record the decision, and make the proposed text the text in force."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from statuts.cli import options
from statuts.cli.decision import decision_of, decision_options
from statuts.cli.git import committed
from statuts.desk.adoption import Adopted, prepared
from statuts.desk.versions import opened
from statuts.i18n import _, say


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "adopt",
        callback=_adopt,
        help=_(
            "Record that a proposal was adopted: a new version of the text. What is not known is left out."
        ),
        epilog=_("Example: statuts adopt age-2026 --date 2026-12-12 --pour 51 --contre 4 --abstentions 3"),
        params=[
            click.Argument(["name"], metavar=_("NAME")),
            options.text(),
            options.day("--in-force", _("First day in force, where it is another one.")),
            options.day("--ends", _("Last day in force, where there is one.")),
            click.Option(["--as", "version"], default="", metavar=_("NAME"), help=_("Name of the version.")),
            click.Option(["--label"], default="", metavar=_("WORDS"), help=_("What people call it.")),
            *decision_options(),
            click.Option(
                ["--only"],
                multiple=True,
                metavar=_("ID"),
                help=_("Only this article was adopted (repeat it)."),
            ),
            click.Option(
                ["--correction"], is_flag=True, help=_("It only corrects a slip of the pen, and says so.")
            ),
            click.Option(
                ["--commit"], is_flag=True, help=_("Commit and tag the archive with git, once it is adopted.")
            ),
            options.dry_run(),
            options.archive(),
        ],
    )


def _adopt(
    name: str,
    text: str,
    in_force: date | None,
    ends: date | None,
    version: str,
    label: str,
    only: tuple[str, ...],
    correction: bool,
    commit: bool,
    dry_run: bool,
    archive: Path | None,
    **said: Any,
) -> None:
    found = opened(archive)
    proposal = found.proposal(text, name)
    told = Adopted(name=version, label=label, in_force=in_force, ends=ends, only=only, correction=correction)
    ready = prepared(found, proposal, lambda resolution: decision_of(said, resolution), told)
    for remark in ready.remarks:
        click.echo(_("Note: {remark}").format(remark=say(remark)), err=True)
    if not dry_run:
        adopted = ready.write(found)
        click.echo(_("Adopted: {label}").format(label=adopted.label), err=True)
        click.echo(
            _("Its digest, to be noted in the minutes: {digest}").format(digest=adopted.digest), err=True
        )
        if commit:
            committed(found.root, f"{adopted.text}-{adopted.name}", adopted.label)
    options.say_if_dry(dry_run)

"""`statuts record VERSION FACT`: what is learnt after the vote; the adopted text is not touched."""

from datetime import date
from pathlib import Path

import click

from statuts.archive.write import Writer
from statuts.cli import options
from statuts.desk.versions import opened, version_of
from statuts.i18n import _
from statuts.model.archive import Fact, FactKind

_FACTS = [str(kind) for kind in FactKind if kind is not FactKind.ATTACHED]


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "record",
        callback=_record,
        help=_("Record what is learnt after the vote: declared, receipt, JOAFE, approved, inscribed."),
        epilog=_("Example: statuts record 2021-06-21 declared --date 2021-07-15"),
        params=[
            click.Argument(["version"], metavar=_("VERSION")),
            click.Argument(["fact"], type=click.Choice(_FACTS), metavar=_("FACT")),
            options.day("--date", _("The day it happened."), name="day"),
            click.Option(
                ["--value"], default="", metavar=_("WORDS"), help=_("A number, where there is one.")
            ),
            options.dry_run(),
            options.archive(),
        ],
    )


def _record(
    version: str, fact: str, day: date | None, value: str, dry_run: bool, archive: Path | None
) -> None:
    found = opened(archive)
    meant = version_of(found, version)
    if not dry_run:
        Writer(found.root).record(meant.text, Fact(meant.name, FactKind(fact), day, value))
    click.echo(_("Recorded for “{label}”: {fact}").format(label=meant.label, fact=fact), err=True)
    options.say_if_dry(dry_run)

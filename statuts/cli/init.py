"""`statuts init`: begin the archive of an association."""

from pathlib import Path

import click

from statuts.archive.read import ARCHIVE_FILE
from statuts.archive.write import Writer
from statuts.cli import options
from statuts.errors import ArchiveError, OutputError
from statuts.i18n import _
from statuts.model.archive import Association, Language, Regime, Seat
from statuts.model.message import msg


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "init",
        callback=_init,
        help=_("Begin an archive: the folder that will hold the texts of an association and their history."),
        epilog=_("Example: statuts init --name 'Les Amis du Four' --town Paris --departement Paris"),
        params=[
            click.Argument(
                ["folder"], required=False, type=click.Path(path_type=Path), metavar=_("[FOLDER]")
            ),
            click.Option(["--name"], required=True, metavar=_("NAME"), help=_("Name of the association.")),
            click.Option(["--sigle"], default="", metavar=_("WORD"), help=_("Its short name.")),
            click.Option(
                ["--regime"],
                type=click.Choice([str(regime) for regime in Regime]),
                default=str(Regime.LAW_1901),
                help=_("The law it lives under (1901 unless told)."),
            ),
            click.Option(["--rna"], default="", metavar=_("NUMBER"), help=_("Its number in the RNA (W…).")),
            click.Option(["--address"], default="", metavar=_("WORDS"), help=_("Street of its seat.")),
            click.Option(["--postcode"], default="", metavar=_("CODE"), help=_("Postcode of its seat.")),
            click.Option(["--town"], default="", metavar=_("TOWN"), help=_("Town of its seat.")),
            click.Option(
                ["--departement"], default="", metavar=_("NAME"), help=_("Département of its seat.")
            ),
            options.dry_run(),
        ],
    )


def _init(
    folder: Path | None,
    name: str,
    sigle: str,
    regime: str,
    rna: str,
    address: str,
    postcode: str,
    town: str,
    departement: str,
    dry_run: bool,
) -> None:
    if not name.strip():
        raise ArchiveError(msg("the name of the association is empty."), msg("write it after --name"))
    root = folder or Path("versions")
    association = Association(
        name=name.strip(),
        sigle=sigle,
        regime=Regime(regime),
        rna=rna,
        seat=Seat(address, postcode, town, departement),
        language=Language.FRENCH,
    )
    if (root / ARCHIVE_FILE).exists():
        raise ArchiveError(
            msg("there is an archive in “{folder}” already.", folder=str(root)),
            msg("bring a text into it with “statuts import”, or name another folder"),
        )
    if not dry_run:
        try:
            root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(
                msg(
                    "“{file}” cannot be written: {reason}.",
                    file=str(root),
                    reason=error.strerror or str(error),
                ),
                msg("name another folder"),
            ) from None
        Writer(root).create(association, {"statuts": "Statuts"})
    click.echo(_("Archive begun: {file}").format(file=root / ARCHIVE_FILE), err=True)
    options.say_if_dry(dry_run)

"""`statuts attach VERSION FILE`: keep the signed scan, the minutes or the receipt beside a version."""

from pathlib import Path

import click

from statuts.archive.write import Writer
from statuts.cli import options
from statuts.desk.files import read_bytes
from statuts.desk.versions import opened, version_of
from statuts.i18n import _


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "attach",
        callback=_attach,
        help=_("Keep a file beside a version (signed scan, minutes, receipt), its digest in the register."),
        epilog=_("Example: statuts attach 2021-06-21 proces-verbal.pdf"),
        params=[
            click.Argument(["version"], metavar=_("VERSION")),
            click.Argument(["file"], type=click.Path(path_type=Path), metavar=_("FILE")),
            options.dry_run(),
            options.archive(),
        ],
    )


def _attach(version: str, file: Path, dry_run: bool, archive: Path | None) -> None:
    found = opened(archive)
    meant = version_of(found, version)
    data = read_bytes(file)
    if not dry_run:
        Writer(found.root).attach(meant.text, meant.name, file.name, data)
    click.echo(_("Attached to “{label}”: {file}").format(label=meant.label, file=file.name), err=True)
    options.say_if_dry(dry_run)

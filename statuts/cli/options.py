"""The options that several verbs share, in the current language."""

from pathlib import Path

import click

from statuts.i18n import _


def output() -> click.Option:
    """`-o FILE`."""
    return click.Option(
        ["-o", "--output"],
        type=click.Path(path_type=Path),
        metavar=_("FILE"),
        help=_("Write to this file instead of the screen."),
    )


def encoding() -> click.Option:
    """`--encoding NAME`."""
    return click.Option(
        ["--encoding"], metavar=_("NAME"), help=_("Encoding of the files, when it is not UTF-8.")
    )


def archive() -> click.Option:
    """`--archive FOLDER`."""
    return click.Option(
        ["--archive"],
        type=click.Path(path_type=Path),
        metavar=_("FOLDER"),
        envvar="STATUTS_ARCHIVE",
        help=_(
            "The archive: the folder that holds archive.toml (else found from here: ., versions/, above)."
        ),
    )


def templates() -> click.Option:
    """`--templates FOLDER`: only a folder named here is ever run, never one found inside an archive."""
    return click.Option(
        ["--templates"],
        type=click.Path(path_type=Path, file_okay=False),
        metavar=_("FOLDER"),
        envvar="STATUTS_TEMPLATES",
        help=_("Your own templates: a file of the same name replaces the one that comes with the program."),
    )

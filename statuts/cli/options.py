"""The options that several verbs share, in the current language."""

from contextlib import suppress
from datetime import date, datetime
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


def text() -> click.Option:
    """`--text TEXT`: the text a proposal changes."""
    return click.Option(["--text"], default="statuts", metavar=_("TEXT"), help=_("Which text it changes."))


def act_language() -> click.Option:
    """`--language CODE`: the language of the act, whatever that of the messages is."""
    from statuts.wording.languages import LANGUAGES

    return click.Option(
        ["--language"],
        type=click.Choice(list(LANGUAGES)),
        default="fr",
        help=_("The language of the amending sentences (fr unless told)."),
    )


def dry_run() -> click.Option:
    """`--dry-run`."""
    return click.Option(["--dry-run"], is_flag=True, help=_("Say what would be done, and write nothing."))


def say_if_dry(dry_run: bool) -> None:
    """After what was done, or would have been: that nothing was written."""
    if dry_run:
        click.echo(_("Nothing was written (--dry-run)."), err=True)


def day(flag: str, help_: str, name: str | None = None) -> click.Option:
    """An option whose value is a day, `2021-06-21`."""
    return click.Option([flag, *([name] if name else [])], type=_Day(), metavar=_("DATE"), help=help_)


class _Day(click.ParamType):  # type: ignore[type-arg]
    """A day of the calendar, without an hour."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that `2021-06-21` or `21/06/2021` says."""
        for form in ("%Y-%m-%d", "%d/%m/%Y"):
            with suppress(ValueError):
                return datetime.strptime(str(value), form).date()  # noqa: DTZ007 - a day has no time zone
        message = _("“{word}” is not a date: write it like this: 2021-06-21.")
        raise click.BadParameter(message.format(word=value), ctx, param)

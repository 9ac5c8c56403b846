"""What comes out: on the screen, into a pipe, or to a file; and what one must know of it."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from statuts.cli.progress import hush
from statuts.desk.files import write_file
from statuts.errors import UsageError
from statuts.i18n import _, say
from statuts.model.message import msg

if TYPE_CHECKING:
    from statuts.press.press import Press

_UNSHOWABLE = frozenset({"pdf", "docx", "odt"})


def write_result(result: str | bytes, output: Path | None) -> None:
    """Print a result, or write it to `output` as it is, all or nothing."""
    data = result.encode() if isinstance(result, str) else result
    hush()
    if output is None:
        # Bytes, so that a terminal in another encoding or a Windows console changes no line end.
        stream = sys.stdout.buffer
        stream.write(data)
        stream.flush()
        return
    write_file(output, data)


def deliver(data: bytes, format_: str, output: Path | None) -> None:
    """Write a paper to its file, or to a pipe. Raises `UsageError` for one that no screen can show."""
    if output is None and format_ in _UNSHOWABLE and sys.stdout.isatty():
        raise UsageError(
            msg("a paper in {format} cannot be shown on the screen.", format=format_.upper()),
            msg("name a file to write: -o paper.{format}", format=format_),
        )
    write_result(data, output)


def tell(remarks: Iterable[str]) -> None:
    """On standard error: what whoever asked must know, although the work goes on."""
    for remark in remarks:
        click.echo(remark, err=True)


def report(press: "Press", missing: tuple[str, ...] = ()) -> None:
    """On standard error: what was left out or replaced, and which facts are missing."""
    for note in press.notes:
        click.echo(say(note), err=True)
    for name in press.pictures.lacking:
        click.echo(
            _("The picture “{name}” is not in your folder of templates: it was left out.").format(name=name),
            err=True,
        )
    for fact in missing:
        click.echo(_("Missing: {fact}").format(fact=fact), err=True)

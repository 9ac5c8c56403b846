"""`import --dates`: a folder of old statutes becomes a chain of versions, shown before it is written."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import click

from statuts.archive.read import Archive, open_archive
from statuts.archive.write import Writer
from statuts.cli import options
from statuts.cli.import_version import Wish, told, version_from
from statuts.cli.importing import confirmed, markdown_from, report
from statuts.diff.compare import compare
from statuts.diff.statistics import Statistics, statistics
from statuts.errors import InputError
from statuts.i18n import _, say, say_date
from statuts.importers.dates import day_in_name, day_in_words
from statuts.language.invisible import named
from statuts.markdown.read import read
from statuts.model.import_report import Imported
from statuts.model.message import Message, msg
from statuts.render import summary


@dataclass(frozen=True, slots=True)
class Link:
    """One text of the chain: its day, and how that day is known."""

    file: str
    source: str
    made: Imported | None
    day: date
    known: Message


def import_history(
    files: Sequence[str],
    wish: Wish,
    encoding: str | None,
    archive: Archive,
    *,
    yes: bool,
    dry_run: bool,
) -> None:
    """Write a version for each file, oldest first. Raises `InputError` where a day is not known or given
    twice; then nothing is written.
    """
    chain = sorted((_link(file, encoding) for file in files), key=lambda link: link.day)
    _check(chain, archive, wish.text)
    for link in chain:
        if link.made:
            report(link.made, link.file)
    _show(chain, archive, wish.text)
    if dry_run or not confirmed([link.made.report for link in chain if link.made] or [], yes):
        options.say_if_dry(True)
        return
    for link in chain:
        current = open_archive(archive.root)
        version, parts = version_from(current, link.source, replace(wish, adopted=link.day, name=""))
        Writer(archive.root).add_version(version, parts)
        told(version, parts)


def _link(file: str, encoding: str | None) -> Link:
    source, made, _tracked = markdown_from(file, encoding, False)
    name = Path(file).stem
    if day := day_in_name(name):
        return Link(file, source, made, day, msg("from the file’s name"))
    if day := day_in_words(source):
        return Link(file, source, made, day, msg("from the words of the text"))
    raise InputError(
        msg("the day “{file}” was adopted is told neither by its name nor by its words.", file=file),
        msg("put the day into the name: statuts-2009-05-16{suffix}", suffix=Path(file).suffix),
    )


def _check(chain: Sequence[Link], archive: Archive, text: str) -> None:
    for before, after in pairwise(chain):
        if before.day == after.day:
            raise InputError(
                msg("“{one}” and “{other}” are of the same day, {day}.", one=before.file, other=after.file,
                    day=before.day),
                msg("leave one of them out, or correct the day in its name"),
            )  # fmt: skip
    if text in archive.texts:
        latest = archive.history(text).latest
        if latest.adopted and latest.adopted >= chain[0].day:
            raise InputError(
                msg("“{file}” is older than “{label}”, which the archive holds already.",
                    file=chain[0].file, label=latest.label),
                msg("a history is written from its beginning: import the oldest first, into a new archive"),
            )  # fmt: skip


def _show(chain: Sequence[Link], archive: Archive, text: str) -> None:
    """The chain as it would be written: each day, how it is known, what changes since the one before."""
    click.echo(_("The chain:"), err=True)
    before = archive.source(archive.history(text).latest) if text in archive.texts else ""
    for link in chain:
        line = f"  {say_date(link.day)} · {link.file} ({say(link.known)})"
        if before:
            figures = statistics(compare(read(before), read(link.source)))
            line += " · " + ", ".join(_figures(figures))
        click.echo(named(line), err=True)
        before = link.source


def _figures(figures: Statistics) -> list[str]:
    said = [summary.headline(figures), *summary.articles(figures)]
    return [say(message).rstrip(".") for message in said]

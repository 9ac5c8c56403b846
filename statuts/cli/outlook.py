"""On standard error: whether the version that was shown is the one in force today."""

from datetime import date, datetime

import click

from statuts.archive.read import Archive
from statuts.language.invisible import named
from statuts.model.archive import Version
from statuts.papers.outlook import outlook
from statuts.press.voices import voice_in


def today() -> date:
    """The day of the calendar here."""
    return datetime.now().astimezone().date()


def report_outlook(archive: Archive, version: Version) -> None:
    """Say what was adopted after `version`, and whether it has ended or is yet to begin."""
    history = archive.history(version.text)
    voice = voice_in()
    for sentence in outlook(history, version, archive.association.regime, voice, today()):
        click.echo(named(sentence), err=True)

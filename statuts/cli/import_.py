"""`statuts import FILE`: bring an existing text into the archive, as a version of its own."""

from datetime import date
from pathlib import Path

import click

from statuts.amend.parts import parts_of, with_kept_ids
from statuts.archive.read import Archive
from statuts.archive.write import Writer
from statuts.cli import options
from statuts.cli.files import read_stdin, read_text
from statuts.cli.versions import opened
from statuts.errors import ArchiveError
from statuts.i18n import _, say
from statuts.model.archive import Decision, Version, VersionKind
from statuts.model.document import SectionKind
from statuts.model.message import msg
from statuts.model.names import NAMES_HINT, is_name
from statuts.model.parts import Part

_UNDATED = "version-importee"


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "import",
        callback=_import,
        help=_("Bring an existing text into the archive, as a version that was adopted in its time."),
        epilog=_("Example: statuts import avant.md --text reglement-interieur --adopted 2009-05-16"),
        params=[
            click.Argument(["file"], metavar=_("FILE")),
            click.Option(["--text"], default="statuts", metavar=_("TEXT"), help=_("Which text it is.")),
            options.day("--adopted", _("Day of its adoption, where it is known.")),
            options.day("--in-force", _("First day in force, where it is another one.")),
            click.Option(["--as", "name"], default="", metavar=_("NAME"), help=_("Its name, when undated.")),
            click.Option(["--label"], default="", metavar=_("WORDS"), help=_("What people call it.")),
            click.Option(["--body"], default="", metavar=_("WORDS"), help=_("The body that adopted it.")),
            options.encoding(),
            options.dry_run(),
            options.archive(),
        ],
    )


def _import(
    file: str,
    text: str,
    adopted: date | None,
    in_force: date | None,
    name: str,
    label: str,
    body: str,
    encoding: str | None,
    dry_run: bool,
    archive: Path | None,
) -> None:
    found = opened(archive)
    source = read_stdin(encoding) if file == "-" else read_text(Path(file), encoding)
    name = name or (adopted.isoformat() if adopted else _UNDATED)
    for word in (text, name):
        if not is_name(word):
            raise ArchiveError(msg("“{name}” cannot be a name.", name=word[:80]), NAMES_HINT)
    parts, follows, manifest = _following(found, text, parts_of(source))
    version = Version(
        text=text,
        name=name,
        label=label or _label(adopted, found.association.language),
        kind=VersionKind.ADOPTION,
        contents=(),
        digest="",
        manifest="",
        adopted=adopted,
        in_force=in_force,
        decision=Decision(body=body, day=adopted if body else None),
        follows=follows,
        follows_manifest=manifest,
    )
    if not dry_run:
        Writer(found.root).add_version(version, parts)
    _report(version, parts, dry_run)


def _following(archive: Archive, text: str, parts: tuple[Part, ...]) -> tuple[tuple[Part, ...], str, str]:
    """The parts, and what they follow: articles that were there before keep their ids."""
    if text not in archive.texts:
        return parts, "", ""
    versions = archive.versions(text)
    before = [
        Part(entry.kind, entry.id, piece, entry.division) for entry, piece in archive.pieces(versions[-1])
    ]
    used = {entry.id for version in versions for entry in version.contents}
    return with_kept_ids(parts, before, used), versions[-1].name, versions[-1].manifest


def _label(adopted: date | None, language: str) -> str:
    """What the version is called, in the language of the archive: the label is part of what is kept."""
    if adopted is None:
        return say(msg("Imported text"), language)
    return say(msg("Text adopted on {date}", date=adopted), language)


def _report(version: Version, parts: tuple[Part, ...], dry_run: bool) -> None:
    articles = [part.id for part in parts if part.kind is SectionKind.ARTICLE]
    click.echo(f"{version.text} · {version.name} · {version.label}", err=True)
    if version.follows:
        click.echo("  " + _("follows: {name}").format(name=version.follows), err=True)
    click.echo("  " + _("articles: {names}").format(names=", ".join(articles) or "–"), err=True)
    options.say_if_dry(dry_run)

"""`statuts import FILE`: bring existing texts into the archive, as versions of their own."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from statuts.amend.parts import parts_of, with_kept_ids
from statuts.archive.read import Archive
from statuts.archive.write import Writer
from statuts.cli import options
from statuts.cli.files import write_result
from statuts.cli.importing import confirmed, markdown_from, report, report_data
from statuts.cli.version_data import as_json
from statuts.cli.versions import opened
from statuts.errors import ArchiveError, UsageError
from statuts.i18n import _, say
from statuts.model.archive import Decision, Version, VersionKind
from statuts.model.document import SectionKind
from statuts.model.message import msg
from statuts.model.names import NAMES_HINT, is_name
from statuts.model.parts import Part

_UNDATED = "version-importee"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person says of a text that is brought in."""

    text: str = "statuts"
    adopted: date | None = None
    in_force: date | None = None
    name: str = ""
    label: str = ""
    body: str = ""


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "import",
        callback=_import,
        help=_(
            "Bring an existing text into the archive, as a version that was adopted in its time.\n\n"
            "FILE is Word (.docx), OpenDocument (.odt), PDF with text, HTML, LaTeX, plain text or Markdown;"
            " .doc and .rtf through LibreOffice. What became what is shown, every guess marked, and nothing"
            " is written before it is confirmed. With --tracked, the tracked changes of a file become a"
            " proposal. With --dates, several files become a chain of versions. With -o, the Markdown is"
            " written to a file and no archive is needed."
        ),
        epilog=_("Example: statuts import avant.md --text reglement-interieur --adopted 2009-05-16"),
        params=[
            click.Argument(["files"], nargs=-1, required=True, metavar=_("FILE…")),
            click.Option(["--text"], default="statuts", metavar=_("TEXT"), help=_("Which text it is.")),
            options.day("--adopted", _("Day of its adoption, where it is known.")),
            options.day("--in-force", _("First day in force, where it is another one.")),
            click.Option(["--as", "name"], default="", metavar=_("NAME"), help=_("Its name, when undated.")),
            click.Option(["--label"], default="", metavar=_("WORDS"), help=_("What people call it.")),
            click.Option(["--body"], default="", metavar=_("WORDS"), help=_("The body that adopted it.")),
            click.Option(["--interactive"], is_flag=True, help=_("Ask about each guess.")),
            click.Option(["--yes"], is_flag=True, help=_("Write without asking.")),
            click.Option(
                ["--tracked"],
                is_flag=True,
                help=_("Make a proposal of the file's tracked changes, on top of its old text."),
            ),
            click.Option(
                ["--dates"],
                is_flag=True,
                help=_("Several files: their dates from names and words, in order."),
            ),
            click.Option(["--json", "as_data"], is_flag=True, help=_("Give the report as JSON.")),
            options.output(),
            options.encoding(),
            options.dry_run(),
            options.archive(),
        ],
    )


def _import(
    files: tuple[str, ...],
    text: str,
    adopted: date | None,
    in_force: date | None,
    name: str,
    label: str,
    body: str,
    interactive: bool,
    yes: bool,
    tracked: bool,
    dates: bool,
    as_data: bool,
    output: Path | None,
    encoding: str | None,
    dry_run: bool,
    archive: Path | None,
) -> None:
    wish = Wish(text, adopted, in_force, name, label, body)
    if dates:
        from statuts.cli.import_history import import_history

        import_history(files, wish, encoding, opened(archive), yes=yes, dry_run=dry_run)
        return
    if len(files) > 1:
        raise UsageError(
            msg("several files were named."), msg("--dates makes a chain of versions of them; else name one")
        )
    if tracked:
        from statuts.cli.import_tracked import import_tracked

        import_tracked(files[0], wish, opened(archive), yes=yes, dry_run=dry_run)
        return
    source, made, is_tracked = markdown_from(files[0], encoding, interactive)
    if as_data and made:
        click.echo(as_json(report_data(made.report)), nl=False)
    elif made:
        report(made, files[0], tracked=is_tracked)
    if output is not None:
        write_result(source, output)
        return
    found = opened(archive)
    version, parts = version_from(found, source, wish)
    if not dry_run:
        if not confirmed([made.report] if made else [], yes or interactive):
            options.say_if_dry(True)
            return
        Writer(found.root).add_version(version, parts)
    told(version, parts)
    options.say_if_dry(dry_run)


def version_from(
    found: Archive, source: str, wish: Wish, before: Version | None = None
) -> tuple[Version, tuple[Part, ...]]:
    """The version that a Markdown text becomes, and its parts: articles that were there before keep their
    ids. It follows the latest, or `before`.
    """
    name = wish.name or (wish.adopted.isoformat() if wish.adopted else _UNDATED)
    for word in (wish.text, name):
        if not is_name(word):
            raise ArchiveError(msg("“{name}” cannot be a name.", name=word[:80]), NAMES_HINT)
    parts, follows, manifest = _following(found, wish.text, parts_of(source), before)
    version = Version(
        text=wish.text,
        name=name,
        label=wish.label or _label(wish.adopted, found.association.language),
        kind=VersionKind.ADOPTION,
        contents=(),
        digest="",
        manifest="",
        adopted=wish.adopted,
        in_force=wish.in_force,
        decision=Decision(body=wish.body, day=wish.adopted if wish.body else None),
        follows=follows,
        follows_manifest=manifest,
    )
    return version, parts


def _following(
    archive: Archive, text: str, parts: tuple[Part, ...], before: Version | None
) -> tuple[tuple[Part, ...], str, str]:
    if text not in archive.texts:
        return parts, "", ""
    versions = archive.versions(text)
    last = before or versions[-1]
    used = {entry.id for version in versions for entry in version.contents}
    return with_kept_ids(parts, list(archive.parts(last)), used), last.name, last.manifest


def _label(adopted: date | None, language: str) -> str:
    """What the version is called, in the language of the archive: the label is part of what is kept."""
    if adopted is None:
        return say(msg("Imported text"), language)
    return say(msg("Text adopted on {date}", date=adopted), language)


def told(version: Version, parts: tuple[Part, ...]) -> None:
    """On standard error: what was written."""
    articles = [part.id for part in parts if part.kind is SectionKind.ARTICLE]
    click.echo(f"{version.text} · {version.name} · {version.label}", err=True)
    if version.follows:
        click.echo("  " + _("follows: {name}").format(name=version.follows), err=True)
    click.echo("  " + _("articles: {names}").format(names=", ".join(articles) or "–"), err=True)

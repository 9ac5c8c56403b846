"""`statuts import FILE`: bring existing texts into the archive, as versions of their own."""

from datetime import date
from pathlib import Path

import click

from statuts.archive.write import Writer
from statuts.cli import options
from statuts.cli.import_version import Wish, told, version_from
from statuts.cli.importing import confirmed, markdown_from, report, report_data
from statuts.cli.results import write_result
from statuts.cli.version_data import as_json
from statuts.desk.versions import opened
from statuts.errors import UsageError
from statuts.i18n import _
from statuts.model.message import msg


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

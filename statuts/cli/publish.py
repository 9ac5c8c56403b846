"""`statuts publish`: the whole archive as a site that any host or a USB stick can serve."""

import re
from pathlib import Path

import click

from statuts.cli import options
from statuts.desk.versions import opened
from statuts.errors import UsageError
from statuts.i18n import _
from statuts.model.message import msg
from statuts.press.site.make import publish
from statuts.press.site.sharing import Asked

_ADDRESS = re.compile(r"https?://[^\s\"'<>\\]+")
FORMATS = ("html", "pdf", "docx", "odt", "markdown", "text")


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "publish",
        callback=_publish,
        help=_(
            "Write the whole archive as a site: the texts in force, every version against any other, the"
            " proposals, a search. Any host can serve the FOLDER, or a USB stick; nothing is fetched from"
            " elsewhere, and reading needs no script.\n\n"
            "Published again, only what changed is written."
        ),
        epilog=_("Example: statuts publish -o site/ --url https://statuts.example.org/"),
        params=[
            click.Option(
                ["-o", "--output"],
                type=click.Path(path_type=Path),
                required=True,
                metavar=_("FOLDER"),
                help=_("The folder to write to: new, empty, or a site published before."),
            ),
            click.Option(
                ["--url"],
                default="",
                metavar=_("ADDRESS"),
                help=_("The address where the site will be read: for the feed, and the square to scan."),
            ),
            click.Option(["--drafts"], is_flag=True, help=_("Show drafts too (else only what is proposed).")),
            click.Option(
                ["--papers"],
                multiple=True,
                type=click.Choice(FORMATS),
                help=_("A format of the papers to download (may be repeated; pdf and docx unless told)."),
            ),
            click.Option(["--no-papers"], is_flag=True, help=_("No papers to download.")),
            click.Option(
                ["--attachments"],
                is_flag=True,
                help=_("Show the files kept beside the versions: look first whether they bear signatures."),
            ),
            options.dry_run(),
            options.templates(),
            options.archive(),
        ],
    )


def _publish(
    output: Path,
    url: str,
    drafts: bool,
    papers: tuple[str, ...],
    no_papers: bool,
    attachments: bool,
    dry_run: bool,
    templates: Path | None,
    archive: Path | None,
) -> None:
    if url and not _ADDRESS.fullmatch(url):
        raise UsageError(
            msg("“{url}” is not the address of a site.", url=url),
            msg("for example: --url https://statuts.example.org/"),
        )
    if papers and no_papers:
        raise UsageError(msg("--papers and --no-papers exclude each other."), msg("leave one of them out"))
    asked = Asked(
        output, url if not url or url.endswith("/") else url + "/", drafts=drafts,
        papers=() if no_papers else papers or ("pdf", "docx"), attachments=attachments, dry_run=dry_run,
        templates=templates,
    )  # fmt: skip
    done = publish(opened(archive), asked)
    click.echo(
        _("{pages} files in “{folder}”: {written} written, {removed} removed; open {index} first.").format(
            pages=done.files, folder=output, written=done.written, removed=done.removed,
            index=output / "index.html",
        )
    )  # fmt: skip
    options.say_if_dry(dry_run)

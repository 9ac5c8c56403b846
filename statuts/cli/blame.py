"""`statuts blame ARTICLE`: which decision brought each phrase of an article."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import click

from statuts.amend.blame import blame
from statuts.archive.read import Archive
from statuts.cli import options
from statuts.cli.results import write_result
from statuts.cli.version_data import as_json, decision_data
from statuts.desk.articles import article_named
from statuts.desk.versions import history_of, opened, version_of
from statuts.i18n import _
from statuts.language.invisible import named
from statuts.markdown.read import read
from statuts.model.archive import TextHistory, Version
from statuts.model.blame import Blame
from statuts.papers.provenance import decision_lines, text_lines
from statuts.press.voices import voice_in


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "blame",
        callback=_blame,
        help=_(
            "Tell which decision brought each phrase of an article: its id, its number or its title, repealed"
            " ones too.\n\n"
            "Words that were only set otherwise (apostrophes, spaces, bold) stay with who brought them."
        ),
        epilog=_("Example: statuts blame objet"),
        params=[
            click.Argument(["article"], metavar=_("ARTICLE")),
            click.Option(["--text"], metavar=_("TEXT"), help=_("The text (the statutes, if none is named).")),
            click.Option(
                ["--at"],
                default="",
                metavar=_("VERSION"),
                help=_("As the article stood in that version or on that day (the latest, if none is named)."),
            ),
            click.Option(["--json", "as_data"], is_flag=True, help=_("Print as JSON.")),
            options.output(),
            options.archive(),
        ],
    )


def _blame(
    article: str, text: str | None, at: str, as_data: bool, output: Path | None, archive: Path | None
) -> None:
    found = opened(archive)
    meant = version_of(found, f"{text.removesuffix(':')}:{at}" if text else at)
    history = history_of(found, meant.text)
    versions = history.versions[: history.versions.index(meant) + 1]
    name = article_named(found, versions, article)
    told = blame(versions, name, found.piece)
    assert told is not None  # the name was found in one of these versions
    if as_data:
        result = as_json(_data(history, meant, told))
    else:
        result = "\n".join(_lines(found, versions, told)) + "\n"
    write_result(result, output)


def _lines(archive: Archive, versions: Sequence[Version], told: Blame) -> list[str]:
    voice = voice_in()
    width = max(40, min(shutil.get_terminal_size((80, 24)).columns, 100))
    head = _label(told.text) or told.article
    if told.repealed:
        head += f"  [{_('repealed')}]"
    sources = {run.article for run in told.runs if run.article}
    labels = {source: _last_label(archive, versions, source) for source in sources}
    return [
        named(f"{head} – {versions[-1].label}"),
        "",
        *text_lines(told, width),
        "",
        *decision_lines(told, versions, labels, voice),
    ]


def _label(markdown: str) -> str:
    return next((section.label for section in read(markdown).sections if section.label), "")


def _last_label(archive: Archive, versions: Sequence[Version], article: str) -> str:
    """How an article was headed when it was last there."""
    for version in reversed(versions):
        for entry in version.contents:
            if entry.id == article:
                return _label(archive.piece(version, entry)) or article
    return article


def _data(history: TextHistory, version: Version, told: Blame) -> object:
    return {
        "text": history.id,
        "title": history.title,
        "version": version.name,
        "article": told.article,
        "label": _label(told.text) or None,
        "since": told.since.name,
        "inserted": told.inserted,
        "repealed": told.repealed.name if told.repealed else None,
        "wording": told.text,
        "runs": [
            {
                "text": run.text,
                "version": run.version.name,
                "from_article": run.article or None,
                "moved_by": run.moved.name if run.moved else None,
            }
            for run in told.runs
        ],
        "versions": [
            decision_data(known)
            for known in history.versions
            if known in (*told.versions, told.since, told.repealed)
        ],
    }

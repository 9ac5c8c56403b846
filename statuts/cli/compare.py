"""`statuts compare OLD NEW`: the redline of two texts, in the format asked for."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click

from statuts.cli import options
from statuts.cli.named import source
from statuts.cli.results import deliver, write_result
from statuts.desk.sources import Source
from statuts.diff.compare import compare
from statuts.diff.statistics import Statistics, statistics
from statuts.i18n import _, say
from statuts.markdown.read import read
from statuts.model.document import Document
from statuts.model.redline import ChangeClass, Redline
from statuts.render import summary
from statuts.render.filtering import DEFAULT

FORMATS = ("terminal", "wdiff", "markdown", "critic", "html", "json", "docx", "odt", "pdf")
BINARY = ("docx", "odt", "pdf")
_SUFFIXES = {
    ".html": "html", ".htm": "html", ".json": "json", ".md": "markdown",
    ".docx": "docx", ".odt": "odt", ".pdf": "pdf",
}  # fmt: skip
_WITHOUT_AUTHORS = ("wdiff", "markdown", "docx", "odt", "pdf")
CLASSES = tuple(cls.value for cls in ChangeClass)


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "compare",
        callback=_compare,
        help=_(
            "Show what changes between OLD and NEW, as a redline.\n\n"
            "OLD and NEW are Markdown files, or versions of the archive: 2021-06-21, @2020-05-01 for the"
            " text in force on that day, TEXT:VERSION for another text than the statutes.\n\n"
            "With a third text, NEW is the proposal and SUBAMENDED the sub-amendment: one redline that tells"
            " whose change is whose."
        ),
        epilog=_("Example: statuts compare old.md new.md --format html -o redline.html"),
        params=[
            click.Argument(["old"], metavar=_("OLD")),
            click.Argument(["new"], metavar=_("NEW")),
            click.Argument(["subamended"], metavar=_("[SUBAMENDED]"), required=False),
            click.Option(
                ["--format", "format_"],
                type=click.Choice(FORMATS),
                help=_(
                    "Format of the redline (terminal on a screen, else guessed from the name given to -o)."
                ),
            ),
            options.output(),
            click.Option(["--full"], is_flag=True, help=_("On the terminal, show unchanged articles too.")),
            click.Option(["--summary"], is_flag=True, help=_("Give the figures only.")),
            click.Option(
                ["--show"],
                multiple=True,
                type=click.Choice((*CLASSES, "all")),
                help=_("Show a class that is folded by default: typography, markup, layout, or all."),
            ),
            click.Option(
                ["--only"],
                multiple=True,
                type=click.Choice(CLASSES),
                help=_("Show this class and no other (may be repeated)."),
            ),
            click.Option(
                ["--hide"],
                multiple=True,
                type=click.Choice(CLASSES),
                help=_("Fold this class away (may be repeated); it stays counted."),
            ),
            click.Option(["--exit-code"], is_flag=True, help=_("Exit with 1 if the texts differ.")),
            options.templates(),
            options.archive(),
            options.encoding(),
        ],
    )


def _compare(
    old: str,
    new: str,
    subamended: str | None,
    format_: str | None,
    output: Path | None,
    full: bool,
    summary: bool,
    show: tuple[str, ...],
    only: tuple[str, ...],
    hide: tuple[str, ...],
    exit_code: bool,
    templates: Path | None,
    archive: Path | None,
    encoding: str | None,
) -> int:
    names = [old, new] if subamended is None else [old, new, subamended]
    sources = [source(name, archive, encoding) for name in names]
    documents = [read(each.text) for each in sources]
    redline = _redline(documents, [each.label for each in sources])
    shown = classes_shown(show, only, hide)
    figures = statistics(redline)
    for each, document in zip(sources, documents, strict=True):
        _remarks(each, document)
    if summary:
        write_result(_summary(figures, shown), output)
    else:
        chosen = format_ or _format_of(output)
        if chosen == "critic" and not (show or only or hide):
            shown = frozenset(ChangeClass)  # both texts must come back, byte for byte
        _report_folded(chosen, figures, shown)
        if subamended is not None and chosen in _WITHOUT_AUTHORS:
            click.echo(
                _("This format does not say whose change is whose: html, terminal, json and critic do."),
                err=True,
            )
        first, last = sources[0], sources[-1]
        if chosen in BINARY:
            deliver(_paper(chosen, redline, shown, templates, first, last, names[-1]), chosen, output)
        else:
            write_result(_rendered(chosen, redline, shown, full, templates, (first, last)), output)
    _report_outlook(sources)
    differs = len({each.text for each in sources}) > 1
    return 1 if exit_code and differs else 0


def _redline(documents: list[Document], labels: list[str]) -> Redline:
    old, new, *third = documents
    if not third:
        return compare(old, new, labels[0], labels[1])
    from statuts.diff.three import compare_three

    return compare_three(old, new, third[0], (labels[0], labels[1], labels[2]))


def classes_shown(
    show: tuple[str, ...], only: tuple[str, ...], hide: tuple[str, ...]
) -> frozenset[ChangeClass]:
    """The classes to mark, from `--show`, `--only` and `--hide`; the other ones are folded and counted."""
    if only:
        shown = frozenset(ChangeClass(name) for name in only)
    elif "all" in show:
        shown = frozenset(ChangeClass)
    else:
        shown = DEFAULT | {ChangeClass(name) for name in show}
    return shown - {ChangeClass(name) for name in hide}


def _format_of(output: Path | None) -> str:
    """Guessed from the name of the file to write: a board writes `-o redline.html` and means it."""
    if output is None:
        return "terminal"
    return _SUFFIXES.get(output.suffix.lower(), "wdiff")


def _paper(
    format_: str,
    redline: Redline,
    shown: frozenset[ChangeClass],
    templates: Path | None,
    old: Source,
    new: Source,
    name: str,
) -> bytes:
    """The redline as a paper of its own; for a word processor, the text alone, its changes tracked."""
    from statuts.cli.results import report
    from statuts.press.carried import moment_of
    from statuts.press.order import of_redline
    from statuts.press.press import Press

    order = of_redline(redline, shown, old, new, moment_of(new, name))
    if format_ != "pdf":
        order = replace(order, template="tracked")
    press = Press.of(order.archive, templates)
    data = press.print(order, order.make(press.voice), format_)
    report(press)
    return data


def _rendered(
    format_: str,
    redline: Redline,
    shown: frozenset[ChangeClass],
    full: bool,
    templates: Path | None,
    sources: tuple[Source, Source],
) -> str:
    # Each renderer is imported when it is used: start-up is what a person waits for.
    render: Callable[[Redline, frozenset[ChangeClass]], str]
    if format_ == "json":
        from statuts.render.json import to_json

        return to_json(redline, say, shown)
    if format_ == "terminal":
        from statuts.cli.screen import on_screen

        return on_screen(redline, shown, full)
    if format_ == "html":
        from statuts.press.pages import redline_page

        return redline_page(redline, shown, sources, templates)
    if format_ == "markdown":
        from statuts.render.markdown import render
    elif format_ == "critic":
        from statuts.render import critic

        return critic.render(redline, shown, say)
    else:
        from statuts.render.wdiff import render
    return render(redline, shown)


def _summary(figures: Statistics, shown: frozenset[ChangeClass]) -> str:
    lines = [say(summary.headline(figures))]
    lines += [f"  {say(line)}" for line in [*summary.words(figures), *summary.articles(figures)]]
    if folded := summary.folded(figures, shown):
        lines.append(_("Folded away: {what}.").format(what=", ".join(map(say, folded))))
    return "\n".join(lines) + "\n"


def _report_folded(format_: str, figures: Statistics, shown: frozenset[ChangeClass]) -> None:
    """Where the format has no place for it, what is folded is counted on standard error."""
    if format_ in ("wdiff", "markdown", "critic") and (folded := summary.folded(figures, shown)):
        what = ", ".join(map(say, folded))
        click.echo(_("Folded away: {what} (--show all to see it).").format(what=what), err=True)


def _report_outlook(sources: list[Source]) -> None:
    """Of the version that stands last: that it is no longer in force must not go unseen."""
    for each in reversed(sources):
        if each.archive and each.version:
            from statuts.cli.outlook import report_outlook

            report_outlook(each.archive, each.version)
            return


def _remarks(source: Source, document: Document) -> None:
    for remark in document.remarks:
        click.echo(f"{source.label}:{remark.line}: {say(remark.message)} ({remark.code})", err=True)

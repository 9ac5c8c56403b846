"""`statuts wording OLD NEW`: the sentences an assembly votes on, written from the difference and checked."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from statuts.cli import options
from statuts.cli.named import source
from statuts.cli.results import write_result
from statuts.desk.sources import Source
from statuts.i18n import _, say
from statuts.model.message import msg, msgn
from statuts.wording.layout import Style

if TYPE_CHECKING:
    from statuts.wording.write import Wording

_FORMATS = ("text", "html")


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "wording",
        callback=_wording,
        help=_(
            "Write the amending sentences that turn OLD into NEW. What is written is read back and applied "
            "before it is given: it makes NEW of OLD, word for word.\n\n"
            "OLD and NEW are files, or versions and proposals of the archive."
        ),
        epilog=_("Example: statuts wording old.md new.md --style resolution"),
        params=[
            click.Argument(["old"], metavar=_("OLD")),
            click.Argument(["new"], metavar=_("NEW")),
            click.Option(
                ["--style"],
                type=click.Choice([str(style) for style in Style]),
                default=str(Style.ACT),
                help=_("act: “the word is replaced”; resolution: “Replace the word”, numbered to be voted."),
            ),
            options.act_language(),
            click.Option(
                ["--text", "subject"],
                metavar=_("TEXT"),
                help=_("What the text is called: statuts, reglement-interieur, or its title."),
            ),
            click.Option(
                ["--format", "format_"],
                type=click.Choice(_FORMATS),
                help=_("html: three panes, each instruction beside the text before and after."),
            ),
            click.Option(["--json", "as_data"], is_flag=True, help=_("Give the instructions as JSON.")),
            options.output(),
            options.templates(),
            options.archive(),
            options.encoding(),
        ],
    )


def _wording(
    old: str,
    new: str,
    style: str,
    language: str,
    subject: str | None,
    format_: str | None,
    as_data: bool,
    output: Path | None,
    templates: Path | None,
    archive: Path | None,
    encoding: str | None,
) -> None:
    from statuts.diff.compare import compare
    from statuts.markdown.read import read
    from statuts.wording.languages import language as language_of
    from statuts.wording.write import write

    sources = source(old, archive, encoding), source(new, archive, encoding)
    before, after = (read(each.text) for each in sources)
    redline = compare(before, after, sources[0].label, sources[1].label)
    subject = subject or _subject(sources)
    found = write(redline, before, after, language_of(language), Style(style), subject)
    if as_data:
        from statuts.cli.act_data import wording_data
        from statuts.cli.version_data import as_json

        write_result(as_json(wording_data(found, sources[0].text)), output)
    elif (format_ or ("html" if output and output.suffix in (".html", ".htm") else "text")) == "html":
        from statuts.press.act_page import act_page

        write_result(act_page(found, redline, sources, subject, language, templates), output)
    else:
        write_result(found.text, output)
    _report(found)


def _subject(sources: tuple[Source, Source]) -> str:
    """What the text is called: as the archive has it, else « les statuts »."""
    for each in sources:
        if each.version is not None:
            return each.version.text
        if each.proposal is not None:
            return each.proposal.text
    return "statuts"


def _report(found: "Wording") -> None:
    """How it was said, and what it does not say, on standard error: the act itself stays clean."""
    from statuts.render import summary
    from statuts.render.filtering import DEFAULT
    from statuts.wording.planned import Formula

    names = {
        Formula.WORDS: msgn(
            "{count} alinéa by its words", "{count} alinéas by their words", found.formulas[Formula.WORDS]
        ),
        Formula.ALINEA: msgn("{count} alinéa whole", "{count} alinéas whole", found.formulas[Formula.ALINEA]),
        Formula.ARTICLE: msgn(
            "{count} alinéa with its article",
            "{count} alinéas with their article",
            found.formulas[Formula.ARTICLE],
        ),
        Formula.TEXT: msg("the whole text anew"),
    }
    if not found.instructions:
        click.echo(_("Nothing to amend: no word differs."), err=True)
    told = [
        say(names[formula])
        for formula, count in found.formulas.items()
        if count or (formula is Formula.TEXT and found.is_whole)
    ]
    if told:
        click.echo(_("Amended: {what}.").format(what=", ".join(told)), err=True)
    if found.instructions:
        click.echo(_("Checked: read back and applied, it gives the new text."), err=True)
    for message in summary.folded(found.unsaid, DEFAULT):
        click.echo(_("Not said, since no words differ: {what}").format(what=say(message)), err=True)

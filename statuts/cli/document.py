"""`statuts document KIND`: the papers of an assembly, from templates that people may reword."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from statuts.cli import options
from statuts.cli.meeting import meeting_options
from statuts.cli.outlook import report_outlook
from statuts.cli.results import deliver, report, tell
from statuts.desk.versions import opened, version_of
from statuts.i18n import _
from statuts.press.amendment import Given, amendment
from statuts.press.order import Order
from statuts.press.pack import PACKED, write_pack
from statuts.press.papers import ballot_groups, of_amendment, of_ballot, of_version
from statuts.press.press import FORMATS, Press, format_of


def command() -> click.Command:
    """The verb and its kinds of papers, in the current language."""
    return click.Group(
        "document",
        help=_(
            "Write the papers an assembly needs, as pages, PDF, Word, OpenDocument, Markdown or text.\n\n"
            "What is not known is left blank, to be filled in by hand, and listed."
        ),
        epilog=_("Example: statuts document proposal old.md new.md -o proposal.html"),
        subcommand_metavar=_("KIND …"),
        commands=[
            *(_about_amendment(kind, short, help_) for kind, short, help_ in _amendment_kinds()),
            *(_about_version(kind, short, help_) for kind, short, help_ in _version_kinds()),
            _pack(),
        ],
    )


def _amendment_kinds() -> list[tuple[str, str, str]]:
    return [
        (
            "proposal",
            _("The changes that an assembly votes on, article by article."),
            _(
                "Write the proposal: for each article its current text, the text proposed, the redline, the"
                " reasons, and the resolution to vote on."
            ),
        ),
        (
            "redline",
            _("The whole text with its changes, as a paper."),
            _("Write the whole text with its changes marked, and the list of them."),
        ),
        (
            "clean",
            _("The proposed text alone, without marks."),
            _("Write the proposed text as it would read once adopted."),
        ),
        (
            "comparison",
            _("The table: current text, proposed text, reasons."),
            _("Write the comparison table: each article that changes, as it is, as proposed, and why."),
        ),
        (
            "ballot",
            _("The ballot paper, one line a resolution."),
            _(
                "Write the ballot paper: one line a resolution; of variants that exclude each other, one"
                " choice. Several proposals may be named."
            ),
        ),
        (
            "notice",
            _("The convocation, with the agenda and the quorum in numbers."),
            _("Write the convocation: agenda, quorum in numbers, proxy; the proposal is annexed."),
        ),
        (
            "minutes",
            _("The extract of the minutes, with each resolution and its result."),
            _(
                "Write the extract of the minutes: who was there, the text of each resolution, its result."
                " Before the vote, with room to fill in."
            ),
        ),
    ]


def _version_kinds() -> list[tuple[str, str, str]]:
    return [
        (
            "consolidated",
            _("The whole text in force, and where each article comes from."),
            _(
                "Write the whole text of a VERSION (the latest, if none is named), with what changed each"
                " article and when, the decision, and the facts that are missing."
            ),
        ),
        (
            "filing",
            _("What is to be filed after the vote, and the cover letter."),
            _(
                "Write the checklist of what is due, when and to whom, and the cover letter, for a VERSION of"
                " the statutes (the latest, if none is named)."
            ),
        ),
    ]


def _about_amendment(kind: str, short: str, help_: str) -> click.Command:
    names = _(
        "Name a proposal of the archive (age-2026), a version, which is compared with the one before it, or"
        " two texts OLD and NEW: Markdown files or versions."
    )
    return click.Command(
        kind,
        callback=_amendment_callback(kind),
        short_help=short,
        help=f"{help_}\n\n{names}",
        epilog=_("Example: statuts document {kind} age-2026 -o {kind}.pdf").format(kind=kind),
        params=[_names(), *_printing(), *_telling()],
    )


def _about_version(kind: str, short: str, help_: str) -> click.Command:
    return click.Command(
        kind,
        callback=_version_callback(kind),
        short_help=short,
        help=help_,
        epilog=_("Example: statuts document {kind} @2020-05-01 -o {kind}.pdf").format(kind=kind),
        params=[
            click.Argument(["version"], required=False, default="", metavar=_("[VERSION]")),
            *_printing(),
            options.archive(),
        ],
    )


def _pack() -> click.Command:
    return click.Command(
        "pack",
        callback=_write_pack,
        short_help=_("All the papers that this stage calls for, in one folder."),
        help=_(
            "Write all the papers that the stage of an amendment calls for into one FOLDER, with an index:"
            " before the vote the notice, the proposal, the comparison, the redline, the proposed text, the"
            " ballot and the minutes to fill in; after it the minutes, the redline, the consolidated text and"
            " the filing.\n\n"
            "Name a proposal of the archive (age-2026), a version, or two texts OLD and NEW."
        ),
        epilog=_("Example: statuts document pack age-2026 -o pack/"),
        params=[
            _names(),
            click.Option(
                ["--format", "formats"],
                multiple=True,
                type=click.Choice(FORMATS),
                help=_("A format to write (may be repeated; html, pdf, docx and odt unless told)."),
            ),
            click.Option(
                ["-o", "--output"],
                type=click.Path(path_type=Path, file_okay=False),
                required=True,
                metavar=_("FOLDER"),
                help=_("The folder to write to; it is made if need be."),
            ),
            *_looking(),
            *_telling(),
        ],
    )


def _names() -> click.Argument:
    return click.Argument(["names"], nargs=-1, required=True, metavar=_("NAME | OLD NEW"))


def _printing() -> list[click.Parameter]:
    """How a paper is printed."""
    return [
        click.Option(
            ["--format", "format_"],
            type=click.Choice(FORMATS),
            help=_("Format of the paper (else guessed from the name given to -o; html if it tells nothing)."),
        ),
        options.output(),
        *_looking(),
    ]


def _looking() -> list[click.Parameter]:
    return [
        click.Option(
            ["--logo"],
            type=click.Path(path_type=Path),
            metavar=_("FILE"),
            help=_("Your logo at the head, PNG or JPEG."),
        ),
        click.Option(["--large"], is_flag=True, help=_("In large print.")),
        options.templates(),
    ]


def _telling() -> list[click.Parameter]:
    """What the command line may tell of an amendment."""
    return [
        *meeting_options(),
        click.Option(
            ["--association"],
            default="",
            metavar=_("NAME"),
            help=_("The association (else as the archive has it)."),
        ),
        click.Option(
            ["--rationale"],
            type=click.Path(path_type=Path),
            metavar=_("FILE"),
            help=_("The reasons, in Markdown: a heading for each article, or one text for the whole."),
        ),
        click.Option(["--author"], default="", metavar=_("NAME"), help=_("Who makes the proposal.")),
        options.archive(),
        options.encoding(),
    ]


def _amendment_callback(kind: str) -> Callable[..., None]:
    def write(
        names: tuple[str, ...],
        format_: str | None,
        output: Path | None,
        logo: Path | None,
        large: bool,
        templates: Path | None,
        **told: Any,
    ) -> None:
        given = Given(**told)
        groups = ballot_groups(names, given) if kind == "ballot" else [[amendment(names, given)]]
        tell(remark for group in groups for about in group for remark in about.remarks)
        order = of_ballot(groups) if kind == "ballot" else of_amendment(kind, groups[0][0])
        _write(order, Press.of(order.archive, templates, logo, large), format_, output)

    return write


def _version_callback(kind: str) -> Callable[..., None]:
    def write(
        version: str,
        format_: str | None,
        output: Path | None,
        logo: Path | None,
        large: bool,
        templates: Path | None,
        archive: Path | None,
    ) -> None:
        kept = opened(archive)
        meant = version_of(kept, version)
        order = of_version(kind, kept, meant)
        _write(order, Press.of(kept, templates, logo, large), format_, output)
        report_outlook(kept, meant)

    return write


def _write(order: Order, press: Press, format_: str | None, output: Path | None) -> None:
    chosen = format_of(format_, output)
    paper = order.make(press.voice)
    deliver(press.print(order, paper, chosen), chosen, output)
    report(press, paper.missing)


def _write_pack(
    names: tuple[str, ...],
    formats: tuple[str, ...],
    output: Path,
    logo: Path | None,
    large: bool,
    templates: Path | None,
    **told: Any,
) -> None:
    about = amendment(names, Given(**told))
    tell(about.remarks)
    press = Press.of(about.archive, templates, logo, large)
    folder = write_pack(about, Given(**told), press, formats or PACKED, output)
    report(press, folder.missing)
    click.echo(
        _("{count} papers in “{folder}”; open {index} first.").format(
            count=folder.papers, folder=output, index=output / folder.index
        )
    )

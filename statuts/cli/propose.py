"""`statuts propose NAME`: begin a proposal, or change what it proposes."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from statuts.amend.outcome import completed, outcome
from statuts.amend.terms import Hit, replaced_everywhere
from statuts.archive.write import Writer
from statuts.cli import options
from statuts.cli.meeting import meeting_options
from statuts.cli.proposal_report import reported
from statuts.desk.drafting import begun, headed, part_named, place_after, with_operation, worded
from statuts.desk.files import read_stdin, read_text
from statuts.desk.meeting import planned
from statuts.desk.merging import carried_over
from statuts.desk.proposals import checked_stage, ground_of, with_whole_text
from statuts.desk.versions import opened
from statuts.errors import ProposalError
from statuts.i18n import _
from statuts.language.invisible import named
from statuts.model.message import msg
from statuts.model.operations import Act, Operation
from statuts.model.parts import Part, joined
from statuts.model.proposal import Numbering, Proposal, Stage


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "propose",
        callback=_propose,
        help=_(
            "Begin a proposal, or change what it proposes. Its files may also be edited by hand: "
            "a file named after an article replaces it."
        ),
        epilog=_("Example: statuts propose age-2026 --title 'Un espace apartisan' --from apres.md"),
        params=[
            click.Argument(["name"], metavar=_("NAME")),
            options.text(),
            click.Option(["--title"], metavar=_("WORDS"), help=_("Its title.")),
            click.Option(
                ["--base"],
                metavar=_("NAME"),
                help=_("The proposal it amends, for a sub-amendment (the latest version, unless told)."),
            ),
            click.Option(["--author"], metavar=_("WORDS"), help=_("Who proposes it.")),
            click.Option(
                ["--summary"],
                multiple=True,
                metavar=_("WORDS"),
                help=_("A line of its summary; three at most."),
            ),
            click.Option(
                ["--from", "file"],
                metavar=_("FILE"),
                help=_("The whole text as it should become: what differs is what is proposed."),
            ),
            click.Option(
                ["--from-wording", "wording"],
                metavar=_("FILE"),
                help=_("The amending sentences it is made of: they are read and applied."),
            ),
            click.Option(
                ["--edit"],
                multiple=True,
                metavar=_("ID"),
                help=_("Copy this article into the proposal, to be edited there."),
            ),
            click.Option(["--repeal"], multiple=True, metavar=_("ID"), help=_("Repeal this article.")),
            click.Option(
                ["--insert"],
                nargs=2,
                multiple=True,
                metavar=_("ID FILE"),
                help=_("Insert an article, with the id and the wording of the file, after --after."),
            ),
            click.Option(["--move"], metavar=_("ID"), help=_("Move this article after --after.")),
            click.Option(["--after"], default="", metavar=_("ID"), help=_("What it will follow.")),
            click.Option(
                ["--term"],
                nargs=2,
                metavar=_("OLD NEW"),
                help=_("Replace a term everywhere; near forms are listed and left alone."),
            ),
            click.Option(
                ["--numbering"],
                type=click.Choice([str(style) for style in Numbering]),
                help=_("keep: as written; sequence: renumber, references too; bis: 12 bis."),
            ),
            click.Option(
                ["--requires"],
                multiple=True,
                metavar=_("NAME"),
                help=_("It falls unless this one is adopted."),
            ),
            click.Option(
                ["--excludes"], multiple=True, metavar=_("NAME"), help=_("A variant: not both are adopted.")
            ),
            click.Option(
                ["--carry-over"],
                is_flag=True,
                help=_("Carry it over to the latest version, where another was adopted meanwhile."),
            ),
            *meeting_options(),
            click.Option(["--ready"], is_flag=True, help=_("It is ready to be put to the vote.")),
            options.encoding(),
            options.dry_run(),
            options.archive(),
        ],
    )


def _propose(
    name: str,
    text: str,
    title: str | None,
    base: str | None,
    author: str | None,
    summary: tuple[str, ...],
    file: str | None,
    wording: str | None,
    edit: tuple[str, ...],
    repeal: tuple[str, ...],
    insert: tuple[tuple[str, str], ...],
    move: str | None,
    after: str,
    term: tuple[str, str] | None,
    numbering: str | None,
    requires: tuple[str, ...],
    excludes: tuple[str, ...],
    carry_over: bool,
    ready: bool,
    encoding: str | None,
    dry_run: bool,
    archive: Path | None,
    **meeting: Any,
) -> None:
    found = opened(archive)
    proposal = begun(found, text, name, title, base)
    if carry_over:
        proposal = carried_over(found, proposal)
    proposal = replace(
        proposal,
        requires=tuple(dict.fromkeys((*proposal.requires, *requires))),
        excludes=tuple(dict.fromkeys((*proposal.excludes, *excludes))),
        decision=planned(proposal.decision, meeting),
    )
    parts = ground_of(found, proposal).parts
    proposal = completed(headed(proposal, title, author, summary, numbering), parts)
    if file is not None:
        source = read_stdin(encoding) if file == "-" else read_text(Path(file), encoding)
        proposal = with_whole_text(found, proposal, parts, source)
    if wording is not None:
        proposal = with_whole_text(
            found, proposal, parts, _amended(parts, proposal, wording, encoding, found.association.language)
        )
    for article in edit:
        proposal = worded(proposal, part_named(parts, article), part_named(parts, article).markdown)
    for article in repeal:
        proposal = with_operation(proposal, Operation(Act.REPEAL, part_named(parts, article).id))
    for article, source_file in insert:
        place = place_after(parts, after)
        proposal = with_operation(proposal, Operation(Act.INSERT, article, after, place))
        proposal = replace(
            proposal, wordings={**proposal.wordings, article: read_text(Path(source_file), encoding)}
        )
    if move:
        proposal = with_operation(
            proposal, Operation(Act.MOVE, part_named(parts, move).id, after, place_after(parts, after))
        )
    if term:
        proposal = _everywhere(proposal, parts, *term)
    if ready:
        proposal = replace(proposal, stage=checked_stage(proposal, Stage.PROPOSED))
    report = reported(found, proposal)
    if not dry_run:
        Writer(found.root).save_proposal(proposal)
    click.echo(report, nl=False)
    click.echo(_("Its files: {folder}").format(folder=found.root / text / "proposals" / name), err=True)
    options.say_if_dry(dry_run)


def _amended(parts: Sequence[Part], proposal: Proposal, wording: str, encoding: str | None, code: str) -> str:
    """The text that amending sentences, in the language `code`, make of what is proposed already."""
    from statuts.wording.apply import applied_text
    from statuts.wording.languages import language

    speech = language(code)
    act = speech.read_act(read_stdin(encoding) if wording == "-" else read_text(Path(wording), encoding))
    return applied_text(act, joined(outcome(parts, proposal).parts), speech.name)


def _everywhere(proposal: Proposal, parts: Sequence[Part], term: str, by: str) -> Proposal:
    current = [part._replace(markdown=proposal.wordings.get(part.id, part.markdown)) for part in parts]
    changed, hits, near = replaced_everywhere(current, term, by)
    if not hits:
        raise ProposalError(
            msg("“{term}” stands nowhere in the text.", term=term), msg("write it as the text has it")
        )
    for part in parts:
        if part.id in changed:
            proposal = with_operation(proposal, Operation(Act.REPLACE, part.id, kind=part.kind))
    click.echo(_("Replaced in {count} places:").format(count=len(hits)), err=True)
    _list(hits)
    if near:
        click.echo(_("Near forms, left for you to decide:"), err=True)
        _list(near)
    return replace(proposal, wordings={**proposal.wordings, **changed})


def _list(hits: Sequence[Hit]) -> None:
    for hit in hits:
        click.echo(named(f"  {hit.part} · {hit.written} · {hit.around}"), err=True)

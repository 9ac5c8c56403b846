"""`statuts status [NAME]`: what a proposal changes, what it lacks, whether its base is still the latest."""

from pathlib import Path

import click

from statuts.amend.outcome import completed, outcome
from statuts.cli import options
from statuts.cli.proposal_report import reported
from statuts.cli.results import write_result
from statuts.cli.version_data import as_json
from statuts.desk.lacks import missing
from statuts.desk.merging import previewed, said_outcomes
from statuts.desk.proposals import STAGES, ground_of
from statuts.desk.versions import opened
from statuts.i18n import _, say
from statuts.language.invisible import named


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "status",
        callback=_status,
        help=_("Say what a proposal changes, what it lacks, and whether its base is still the latest."),
        epilog=_("Example: statuts status age-2026"),
        params=[
            click.Argument(["names"], nargs=-1, metavar=_("[NAME…]")),
            options.text(),
            click.Option(
                ["--outcomes"],
                is_flag=True,
                help=_("Preview every admissible result of the votes on these proposals."),
            ),
            click.Option(["--json", "as_data"], is_flag=True, help=_("Print as JSON.")),
            options.output(),
            options.archive(),
        ],
    )


def _status(
    names: tuple[str, ...],
    text: str,
    outcomes: bool,
    as_data: bool,
    output: Path | None,
    archive: Path | None,
) -> None:
    found = opened(archive)
    proposals = [found.proposal(text, one) for one in names or found.proposals(text)]
    if outcomes:
        shown = previewed(found, proposals)
        write_result(as_json(shown) if as_data else said_outcomes(shown), output)
        return
    if not as_data:
        if names:
            result = "\n".join(reported(found, proposal) for proposal in proposals)
        else:
            lines = [named(f"{p.name} – {p.title} ({say(STAGES[p.stage])})") for p in proposals]
            result = "\n".join(lines or [_("no proposal")]) + "\n"
        write_result(result, output)
        return
    data = []
    for proposal in proposals:
        base, parts = ground_of(found, proposal)
        whole = outcome(parts, proposal)
        data.append(
            {
                "proposal": proposal.name,
                "title": proposal.title,
                "author": proposal.author or None,
                "status": proposal.stage,
                "base": proposal.base,
                "base_is_latest": found.history(text).latest.name == base.name,
                "summary": proposal.summary,
                "numbering": proposal.numbering,
                "operations": [
                    {"op": operation.act, "article": operation.article, "after": operation.after or None}
                    for operation in whole.operations
                ],
                "consequences": [consequence._asdict() for consequence in whole.consequences],
                "missing": [
                    say(what) for what in missing(completed(proposal, parts), whole, found.association)
                ],
            }
        )
    write_result(as_json(data[0] if len(names) == 1 else data), output)

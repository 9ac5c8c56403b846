"""What a proposal is said to change, and what it still lacks, for the terminal."""

from collections.abc import Sequence

from statuts.amend.outcome import Outcome, outcome
from statuts.archive.read import Archive
from statuts.desk.lacks import missing
from statuts.desk.proposals import STAGES, ground_of
from statuts.diff.compare import compare
from statuts.diff.statistics import statistics
from statuts.i18n import _, say
from statuts.language.invisible import named
from statuts.markdown.read import read
from statuts.model.message import msg, msgn
from statuts.model.operations import Act, Operation
from statuts.model.parts import Part, joined
from statuts.model.proposal import Proposal, Stage

_ACTS = {
    Act.REPLACE: msg("replaced"),
    Act.RETITLE: msg("retitled"),
    Act.INSERT: msg("inserted"),
    Act.REPEAL: msg("repealed"),
    Act.MOVE: msg("moved"),
    Act.RENUMBER: msg("renumbered"),
    Act.REFERENCE: msg("references updated"),
}


def reported(archive: Archive, proposal: Proposal) -> str:
    """What the proposal changes and what is still missing, for the terminal."""
    base, parts = ground_of(archive, proposal)
    lines = [named(f"{proposal.name} – {proposal.title} ({say(STAGES[proposal.stage])})")]
    latest = archive.history(proposal.text).latest
    amends = base.label if proposal.base == base.name else archive.proposal(base.text, proposal.base).title
    lines.append("  " + _("changes: {label}").format(label=named(amends)))
    if latest.name != base.name and proposal.stage not in (Stage.ADOPTED, Stage.REFUSED, Stage.WITHDRAWN):
        lines.append("  " + _("overtaken: “{label}” was adopted since").format(label=named(latest.label)))
    found = outcome(parts, proposal)
    lines += _operations(found)
    lines += _figures(parts, found)
    lacks = missing(proposal, found, archive.association)
    lines += ["  " + _("missing: {what}").format(what=say(what)) for what in lacks]
    return "\n".join(lines) + "\n"


def _operations(found: Outcome) -> list[str]:
    acts: dict[str, list[Operation]] = {}
    for operation in found.operations:
        acts.setdefault(operation.article, []).append(operation)
    lines = []
    for article, operations in acts.items():
        said = ", ".join(say(_ACTS[operation.act]) for operation in operations)
        numbers = ", ".join(
            f"{consequence.old} → {consequence.new}"
            for consequence in found.consequences
            if consequence.article == article
        )
        lines.append("  " + f"{article} · {said}" + (f" ({numbers})" if numbers else ""))
    return lines


def _figures(parts: Sequence[Part], found: Outcome) -> list[str]:
    redline = compare(read(joined(parts)), read(joined(found.parts)))
    figures = statistics(redline)
    return [
        "  "
        + ", ".join(
            say(message)
            for message in (
                msgn("{count} change", "{count} changes", figures.changes),
                msgn("{count} word struck", "{count} words struck", figures.deleted),
                msgn("{count} word added", "{count} words added", figures.inserted),
            )
        )
    ]

"""What the verbs on proposals share: the base, the stage, and what a proposal is said to change."""

from statuts.amend.outcome import Outcome, outcome
from statuts.archive.read import Archive
from statuts.diff.compare import compare
from statuts.diff.statistics import statistics
from statuts.errors import ProposalError
from statuts.i18n import _, say
from statuts.language.invisible import named
from statuts.markdown.read import read
from statuts.model.archive import Version
from statuts.model.message import Message, msg, msgn
from statuts.model.parts import joined
from statuts.model.proposal import NEXT, Act, Operation, Proposal, Stage

_ACTS = {
    Act.REPLACE: msg("replaced"),
    Act.INSERT: msg("inserted"),
    Act.REPEAL: msg("repealed"),
    Act.MOVE: msg("moved"),
    Act.RENUMBER: msg("renumbered"),
    Act.REFERENCE: msg("references updated"),
}
STAGES = {
    Stage.DRAFT: msg("draft"),
    Stage.PROPOSED: msg("put to the vote"),
    Stage.WITHDRAWN: msg("withdrawn"),
    Stage.REFUSED: msg("refused"),
    Stage.ADOPTED: msg("adopted"),
}


def base_of(archive: Archive, proposal: Proposal) -> Version:
    """The version a proposal changes. Raises `ProposalError` where it is not there as it was."""
    for version in archive.versions(proposal.text):
        if version.name == proposal.base and version.manifest == proposal.base_manifest:
            return version
    raise ProposalError(
        msg("the version “{base}” this proposal was made for is not there as it was.", base=proposal.base),
        msg("check the archive with “statuts verify”"),
    )


def check_dependencies(archive: Archive, proposal: Proposal) -> None:
    """Raise `ProposalError` where what a proposal requires is not adopted, or a variant of it is."""
    adopted = {version.proposal for version in archive.versions(proposal.text)}
    for name in proposal.requires:
        if name not in adopted:
            raise ProposalError(
                msg(
                    "“{name}” falls: it requires “{other}”, which is not adopted.",
                    name=proposal.name,
                    other=name,
                ),
                msg("adopt that one first, or take the requirement out of proposal.toml"),
            )
    for name in proposal.excludes:
        if name in adopted:
            raise ProposalError(
                msg("“{name}” falls: its variant “{other}” is adopted.", name=proposal.name, other=name),
                msg("only one of several variants can be adopted"),
            )


def proposed_text(archive: Archive, proposal: Proposal) -> str:
    """The whole text as the proposal would make it."""
    return joined(outcome(archive.parts(base_of(archive, proposal)), proposal).parts)


def checked_stage(proposal: Proposal, stage: Stage) -> Stage:
    """`stage`, where the proposal may go there. Raises `ProposalError` where it may not."""
    if stage is not proposal.stage and stage not in NEXT[proposal.stage]:
        raise ProposalError(
            msg(
                "“{name}” is {stage}: it cannot become {next}.",
                name=proposal.name,
                stage=say(STAGES[proposal.stage]),
                next=say(STAGES[stage]),
            ),
            msg("begin another proposal"),
        )
    return stage


def reported(archive: Archive, proposal: Proposal) -> str:
    """What the proposal changes and what is still missing, for the terminal."""
    base = base_of(archive, proposal)
    lines = [named(f"{proposal.name} – {proposal.title} ({say(STAGES[proposal.stage])})")]
    latest = archive.history(proposal.text).latest
    lines.append("  " + _("changes: {label}").format(label=named(base.label)))
    if latest.name != base.name and proposal.stage not in (Stage.ADOPTED, Stage.REFUSED, Stage.WITHDRAWN):
        lines.append("  " + _("overtaken: “{label}” was adopted since").format(label=named(latest.label)))
    found = outcome(archive.parts(base), proposal)
    lines += _operations(found)
    lines += _figures(archive, base, found)
    lines += ["  " + _("missing: {what}").format(what=say(what)) for what in missing(proposal, found)]
    return "\n".join(lines) + "\n"


def missing(proposal: Proposal, found: Outcome) -> list[Message]:
    """What a proposal still lacks before a meeting."""
    lacks = []
    if not found.operations:
        lacks.append(msg("any change of the text"))
    if not proposal.author:
        lacks.append(msg("who proposes it"))
    if not proposal.summary:
        lacks.append(msg("a summary"))
    if not proposal.rationale.strip():
        lacks.append(msg("the rationale (rationale.md)"))
    return lacks


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


def _figures(archive: Archive, base: Version, found: Outcome) -> list[str]:
    redline = compare(read(archive.source(base)), read(joined(found.parts)))
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

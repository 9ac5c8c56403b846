"""What the verbs on proposals share: what a proposal starts from, and where it may go."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from statuts.amend.derive import operations_between
from statuts.amend.outcome import outcome
from statuts.amend.parts import parts_of, with_kept_ids
from statuts.archive.read import Archive
from statuts.errors import ProposalError
from statuts.i18n import say
from statuts.model.archive import Version
from statuts.model.message import msg
from statuts.model.operations import WORDED
from statuts.model.parts import Part, joined
from statuts.model.proposal import NEXT, Proposal, Stage

_DEEPEST = 8  # sub-amendments of sub-amendments: more is a circle

STAGES = {
    Stage.DRAFT: msg("draft"),
    Stage.PROPOSED: msg("put to the vote"),
    Stage.WITHDRAWN: msg("withdrawn"),
    Stage.REFUSED: msg("refused"),
    Stage.ADOPTED: msg("adopted"),
}


class Ground(NamedTuple):
    """What a proposal starts from: the parts it changes, and the version at the bottom of it all."""

    version: Version
    parts: tuple[Part, ...]


def ground_of(archive: Archive, proposal: Proposal, depth: int = 0) -> Ground:
    """What a proposal changes: a version, or the text of the proposal it amends.

    Raises `ProposalError` where it is not there as it was when the proposal was made.
    """
    for version in archive.versions(proposal.text):
        if version.name == proposal.base and version.manifest == proposal.base_manifest:
            return Ground(version, archive.parts(version))
    if archive.has_proposal(proposal.text, proposal.base) and depth < _DEEPEST:
        amended = archive.proposal(proposal.text, proposal.base)
        below = ground_of(archive, amended, depth + 1)
        parts = outcome(below.parts, amended).parts
        if sha256(joined(parts).encode()).hexdigest() == proposal.base_manifest:
            return Ground(below.version, parts)
        raise ProposalError(
            msg("“{base}”, which this proposal amends, was changed since.", base=proposal.base),
            msg("propose the sub-amendment again on top of it, with --base"),
        )
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


def base_of(archive: Archive, proposal: Proposal) -> Version:
    """The version at the bottom of a proposal. Raises `ProposalError` where it is not there as it was."""
    return ground_of(archive, proposal).version


def proposed_text(archive: Archive, proposal: Proposal) -> str:
    """The whole text as the proposal would make it."""
    return joined(outcome(ground_of(archive, proposal).parts, proposal).parts)


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


def with_whole_text(archive: Archive, proposal: Proposal, parts: Sequence[Part], source: str) -> Proposal:
    """The proposal to make `source` of the text these parts are."""
    used = {entry.id for version in archive.versions(proposal.text) for entry in version.contents}
    wanted = with_kept_ids(parts_of(source), parts, used)
    operations = operations_between(parts, wanted)
    worded = {operation.article for operation in operations if operation.act in WORDED}
    wordings = {part.id: part.markdown for part in wanted if part.id in worded}
    return replace(proposal, operations=operations, wordings=wordings)

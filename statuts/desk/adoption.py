"""A proposal becomes the text in force: what is recorded of it, and what the rules say of that."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from statuts.amend.derive import operations_between
from statuts.amend.outcome import Outcome, outcome
from statuts.amend.rules import due, remarks_on
from statuts.archive.read import Archive
from statuts.archive.write import Writer
from statuts.desk.proposals import check_dependencies, checked_stage, ground_of
from statuts.errors import ProposalError
from statuts.i18n import say
from statuts.model.archive import Decision, Resolution, Result, Version, VersionKind
from statuts.model.message import Message, msg
from statuts.model.parts import Part
from statuts.model.proposal import Proposal, Stage


@dataclass(frozen=True, slots=True)
class Adopted:
    """What is told of an adoption beside its decision; empty where nothing is told."""

    name: str = ""
    label: str = ""
    in_force: date | None = None
    ends: date | None = None
    only: tuple[str, ...] = ()
    correction: bool = False


@dataclass(frozen=True, slots=True)
class Ready:
    """A version that only waits to be written, its parts, and what the rules and the law say of it."""

    version: Version
    parts: tuple[Part, ...]
    remarks: tuple[Message, ...]

    def write(self, archive: Archive) -> Version:
        """Write it; returns it with its digest. Raises `ArchiveError` where it was overtaken."""
        return Writer(archive.root).add_version(self.version, self.parts)


def prepared(
    archive: Archive, proposal: Proposal, decided: Callable[[Resolution], Decision], told: Adopted
) -> Ready:
    """The version that a proposal becomes. `decided` gives the decision, around the resolution it is given.

    Raises `ProposalError` where the proposal cannot be adopted, or the day of the decision is missing.
    """
    checked_stage(proposal, Stage.ADOPTED)
    check_dependencies(archive, proposal)
    base, parts = ground_of(archive, proposal)
    whole = outcome(parts, proposal, told.only)
    if proposal.base != base.name:  # a sub-amendment brings what it amends with it
        whole = replace(whole, operations=operations_between(archive.parts(base), whole.parts))
    if not whole.operations:
        raise ProposalError(
            msg("“{name}” changes nothing.", name=proposal.name),
            msg("see “statuts status {name}”", name=proposal.name),
        )
    decision = decided(_resolution(proposal, whole))
    day = decision.day
    if not day and not told.name:
        raise ProposalError(
            msg("the day of the decision is missing."),
            msg("give it with --date, or a name with --as where it is not known"),
        )
    version = Version(
        text=proposal.text,
        name=told.name or (day.isoformat() if day else ""),
        label=told.label or _label(day, archive.association.language, proposal),
        kind=VersionKind.CORRECTION if told.correction else VersionKind.ADOPTION,
        contents=(),
        digest="",
        manifest="",
        adopted=day,
        in_force=told.in_force,
        ends=told.ends,
        complete=base.complete,
        decision=decision,
        follows=base.name,
        follows_manifest=base.manifest,
        proposal=proposal.name,
        operations=whole.operations,
    )
    remarks = [*remarks_on(decision, archive.association, proposal.text)]
    if day and proposal.text == "statuts":
        remarks += due(archive.association, day)
    return Ready(version, whole.parts, tuple(remarks))


def refused(proposal: Proposal, decided: Callable[[Resolution], Decision]) -> Proposal:
    """The proposal with the decision that refused it. Raises `ProposalError` where it was decided upon."""
    stage = checked_stage(proposal, Stage.REFUSED)
    articles = tuple(dict.fromkeys(operation.article for operation in proposal.operations))
    resolution = Resolution(proposal.title, proposal.text, articles, Result.REFUSED)
    return replace(proposal, stage=stage, decision=decided(resolution))


def _resolution(proposal: Proposal, whole: Outcome) -> Resolution:
    articles = tuple(dict.fromkeys(operation.article for operation in whole.operations))
    return Resolution(proposal.title, proposal.text, articles, Result.ADOPTED)


def _label(day: date | None, language: str, proposal: Proposal) -> str:
    if day is None:
        return proposal.title
    return say(msg("Text adopted on {date}", date=day), language)

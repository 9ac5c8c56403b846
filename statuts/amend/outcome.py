"""What a proposal makes of its base: the text, the numbers that follow, and all operations that tell it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from statuts.amend.derive import operations_between
from statuts.amend.overlay import overlaid
from statuts.errors import ProposalError
from statuts.model.message import msg
from statuts.model.operations import Act, Consequence, Operation
from statuts.model.parts import Part
from statuts.model.proposal import Numbering, Proposal

_REWORDED = frozenset({Act.REPLACE, Act.RETITLE})


@dataclass(frozen=True, slots=True)
class Outcome:
    """The text a proposal makes: its parts, the numbers that followed, and every operation that made it."""

    parts: tuple[Part, ...]
    consequences: tuple[Consequence, ...]
    operations: tuple[Operation, ...]


def completed(proposal: Proposal, base: Sequence[Part]) -> Proposal:
    """The proposal, where a file named after an article replaces it although no operation says so."""
    touched = {operation.article for operation in proposal.operations}
    ids = {part.id: part for part in base}
    implied = [
        Operation(Act.REPLACE, name, kind=ids[name].kind)
        for name in proposal.wordings
        if name in ids and name not in touched
    ]
    return replace(proposal, operations=(*proposal.operations, *implied))


def outcome(base: Sequence[Part], proposal: Proposal, only: Collection[str] = ()) -> Outcome:
    """What `proposal` makes of `base`; with `only`, of it the operations on these articles alone.

    Raises `ProposalError` where it cannot be applied, or `only` names an article it does not touch.
    """
    proposal = completed(proposal, base)
    operations, wordings = proposal.operations, dict(proposal.wordings)
    if only:
        touched = {operation.article for operation in operations}
        for name in only:
            if name not in touched:
                raise ProposalError(
                    msg("the proposal does not touch “{name}”.", name=name),
                    msg("it touches: {names}", names=", ".join(sorted(touched)) or "–"),
                )
        operations = tuple(operation for operation in operations if operation.article in only)
        wordings = {name: markdown for name, markdown in wordings.items() if name in only}
    parts = overlaid(base, operations, wordings)
    consequences: tuple[Consequence, ...] = ()
    if proposal.numbering is not Numbering.KEEP:
        from statuts.amend.renumber import renumbered  # reads Markdown: only those who renumber pay for it

        parts, consequences = renumbered(base, parts, proposal.numbering)
    return Outcome(parts, consequences, _told(base, parts, operations, consequences))


def _told(
    base: Sequence[Part],
    parts: Sequence[Part],
    operations: Sequence[Operation],
    consequences: Sequence[Consequence],
) -> tuple[Operation, ...]:
    """The operations between both states; what changed by consequence alone is called so."""
    worded = {operation.article for operation in operations if operation.act in _REWORDED}
    followed: dict[str, list[Act]] = {}
    for consequence in consequences:
        acts = followed.setdefault(consequence.article, [])
        if consequence.act not in acts:
            acts.append(consequence.act)
    told: list[Operation] = []
    for operation in operations_between(base, parts):
        if operation.act in _REWORDED and operation.article not in worded:
            told += [replace(operation, act=act) for act in followed.get(operation.article, [operation.act])]
        else:
            told.append(operation)
    return tuple(told)

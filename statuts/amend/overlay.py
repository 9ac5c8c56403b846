"""The text that operations make of a version: laid over it part by part, or refused as a whole."""

from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from statuts.errors import ProposalError
from statuts.model.message import Message, msg
from statuts.model.operations import WORDED, Act, Operation
from statuts.model.parts import Part

_CONSEQUENCES = frozenset({Act.RENUMBER, Act.REFERENCE})


def overlaid(
    base: Sequence[Part], operations: Sequence[Operation], wordings: Mapping[str, str]
) -> tuple[Part, ...]:
    """The parts of `base` after `operations`; `wordings` is the Markdown of what they word, by id.

    The order of operations on different parts does not matter. Raises `ProposalError` for a part that is
    not there or is there already, a wording that is missing or belongs to nothing, or a part that is
    repealed and changed at once.
    """
    ids = [part.id for part in base]
    _check(ids, operations, wordings)
    acts = {(operation.act, operation.article): operation for operation in operations}
    parts = [_reworded(part, acts, wordings) for part in base if (Act.REPEAL, part.id) not in acts]
    placed = [op for op in operations if op.act in (Act.INSERT, Act.MOVE)]
    moving = {op.article: part for op in placed for part in parts if part.id == op.article}
    parts = [part for part in parts if part.id not in moving]
    for operation in _in_order(placed):
        part = moving.get(operation.article) or Part(
            operation.kind, operation.article, _ended(wordings[operation.article])
        )
        _put(parts, part._replace(division=operation.division), operation, ids)
    return tuple(_housed(parts))


def _reworded(part: Part, acts: Mapping[tuple[Act, str], Operation], wordings: Mapping[str, str]) -> Part:
    if (Act.REPLACE, part.id) not in acts and (Act.RETITLE, part.id) not in acts:
        return part
    return part._replace(markdown=_ended(wordings[part.id]))


def _ended(markdown: str) -> str:
    return markdown.replace("\r\n", "\n").strip("\n") + "\n"


def _in_order(placed: Sequence[Operation]) -> list[Operation]:
    """What goes after another that is placed itself comes after it; else in the order of the proposal."""
    waiting = list(placed)
    done: list[Operation] = []
    known = {operation.article for operation in placed}
    while waiting:
        ready = [op for op in waiting if op.after not in known or op.after in {d.article for d in done}]
        if not ready:
            raise ProposalError(
                msg("these articles are each placed after another: {names}.", names=_names(waiting)),
                msg("place one of them after an article that stays"),
            )
        done.append(ready[0])
        waiting.remove(ready[0])
    return done


def _put(parts: list[Part], part: Part, operation: Operation, ids: Sequence[str]) -> None:
    if not operation.after:
        parts.insert(0, part)
        return
    for index, other in enumerate(parts):
        if other.id == operation.after:
            parts.insert(index + 1, part)
            return
    hint = msg("place it after an article that stays")
    if operation.after in ids:
        raise ProposalError(
            msg(
                "“{name}” is to follow “{after}”, which is repealed.",
                name=operation.article,
                after=operation.after,
            ),
            hint,
        )
    raise ProposalError(_absent(operation.after), _near(operation.after, ids) or hint)


def _housed(parts: Sequence[Part]) -> list[Part]:
    """The parts, each in a division that is still there and stands before it; else in none."""
    seen: set[str] = set()
    housed = []
    for part in parts:
        housed.append(part if part.division in seen or not part.division else part._replace(division=""))
        seen.add(part.id)
    return housed


def _check(ids: Sequence[str], operations: Sequence[Operation], wordings: Mapping[str, str]) -> None:
    counted = Counter((op.act, op.article) for op in operations)
    touched = {op.article for op in operations}
    for operation in operations:
        act, name = operation.act, operation.article
        if counted[act, name] > 1:
            raise ProposalError(msg("“{name}” is named twice for the same thing.", name=name), _once())
        if act is Act.INSERT and name in ids:
            raise ProposalError(
                msg("“{name}” is inserted, but is there already.", name=name),
                msg("replace it, or give what is inserted another id"),
            )
        if act is not Act.INSERT and name not in ids:
            raise ProposalError(_absent(name), _near(name, ids))
        if act is Act.REPEAL and any(counted[other, name] for other in Act if other is not Act.REPEAL):
            raise ProposalError(msg("“{name}” is repealed and changed at once.", name=name), _once())
        if act in WORDED and not wordings.get(name, "").strip():
            raise ProposalError(
                msg("the new wording of “{name}” is missing.", name=name),
                msg("write it in the proposal’s folder, in {name}.md", name=name),
            )
    for name in wordings:
        if name not in touched:
            raise ProposalError(
                msg("“{name}.md” belongs to no operation of the proposal.", name=name),
                msg("add an operation for it to proposal.toml, or take the file away"),
            )


def _absent(name: str) -> Message:
    return msg("there is no article “{name}” in the text this changes.", name=name)


def _near(name: str, ids: Sequence[str]) -> Message:
    near = get_close_matches(name, ids, 3, 0.4)
    if near:
        return msg("did you mean “{name}”?", name=" / ".join(near))
    return msg("its articles: {names}", names=", ".join(ids))


def _once() -> Message:
    return msg("keep one of the two")


def _names(operations: Sequence[Operation]) -> str:
    return ", ".join(operation.article for operation in operations)

"""What is done to a proposal while it is written: begun, headed, its articles reworded, inserted, moved."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256

from statuts.amend.derive import operations_between
from statuts.amend.outcome import completed
from statuts.amend.overlay import overlaid
from statuts.archive.read import Archive
from statuts.desk.proposals import proposed_text
from statuts.errors import ProposalError
from statuts.markdown.labels import LabelKind, read_label
from statuts.markdown.read import read
from statuts.markdown.slug import slug
from statuts.model.document import SectionKind
from statuts.model.message import msg
from statuts.model.names import LONGEST, NAMES_HINT, is_name
from statuts.model.operations import WORDED, Act, Operation
from statuts.model.parts import Part
from statuts.model.proposal import Numbering, Proposal, Stage

OPEN = (Stage.DRAFT, Stage.PROPOSED)
"""Stages in which a proposal may still change."""

_MOST_LINES = 3


def begun(archive: Archive, text: str, name: str, title: str | None, base: str | None) -> Proposal:
    """The proposal `name`, new or as it stands. Raises `ProposalError` where it no longer changes."""
    if not is_name(name):
        raise ProposalError(msg("“{name}” cannot be a name.", name=name[:80]), NAMES_HINT)
    latest = archive.history(text).latest
    if archive.has_proposal(text, name):
        return still_open(archive.proposal(text, name))
    if name in {version.name for version in archive.versions(text)}:
        raise ProposalError(
            msg("there is a version “{name}” already.", name=name), msg("give the proposal another name")
        )
    if base and base != latest.name:
        amended = proposed_text(archive, archive.proposal(text, base))
        return Proposal(text, name, title or name, base, sha256(amended.encode()).hexdigest())
    return Proposal(text, name, title or name, latest.name, latest.manifest)


def still_open(proposal: Proposal) -> Proposal:
    """The proposal, where it may still change. Raises `ProposalError` where it may not."""
    if proposal.stage not in OPEN:
        raise ProposalError(
            msg("“{name}” was decided upon, or withdrawn: it no longer changes.", name=proposal.name),
            msg("begin another proposal"),
        )
    return proposal


def headed(
    proposal: Proposal,
    title: str | None,
    author: str | None,
    summary: Sequence[str],
    numbering: str | None,
) -> Proposal:
    """The proposal with what is told of it; what is not told stays. Raises `ProposalError`."""
    if len(summary) > _MOST_LINES:
        raise ProposalError(
            msg("a summary has three lines at most."), msg("keep what every member must know")
        )
    return replace(
        proposal,
        title=title or proposal.title,
        author=author or proposal.author,
        summary=tuple(summary) or proposal.summary,
        numbering=Numbering(numbering) if numbering else proposal.numbering,
    )


def with_operation(proposal: Proposal, operation: Operation) -> Proposal:
    """The proposal with an operation, in the place of one of the same kind on the same article."""
    kept = tuple(
        other
        for other in proposal.operations
        if (other.act, other.article) != (operation.act, operation.article)
    )
    return replace(proposal, operations=(*kept, operation))


def worded(proposal: Proposal, part: Part, markdown: str) -> Proposal:
    """The proposal with a wording of its own for a part, unless it has one already."""
    if part.id in proposal.wordings:
        return proposal
    changed = with_operation(proposal, Operation(Act.REPLACE, part.id, kind=part.kind))
    return replace(changed, wordings={**proposal.wordings, part.id: markdown})


def part_named(parts: Sequence[Part], name: str) -> Part:
    """The part with the id `name`. Raises `ProposalError`, with the ids there are."""
    for part in parts:
        if part.id == name:
            return part
    raise ProposalError(
        msg("there is no article “{name}” in the text this changes.", name=name),
        msg("its articles: {names}", names=", ".join(part.id for part in parts)),
    )


def place_after(parts: Sequence[Part], after: str) -> str:
    """The division of what is put after a part: that part's own, or itself where it is a division."""
    for part in parts:
        if part.id == after:
            return part.id if part.is_heading and part.kind.value == "division" else part.division
    return ""


Change = Callable[[list[Part]], list[Part]]
"""What is done to the parts as proposed, before any number follows."""


def as_written(proposal: Proposal, base: Sequence[Part]) -> tuple[Part, ...]:
    """The parts as proposed, with the numbers as they were written: what a person edits."""
    whole = completed(proposal, base)
    return overlaid(base, whole.operations, whole.wordings)


def rearranged(proposal: Proposal, base: Sequence[Part], change: Change) -> Proposal:
    """The proposal to make of `base` what `change` makes of the parts proposed so far.

    Its operations are taken anew from both states: what is put back as it was is no longer proposed.
    """
    wanted = change(list(as_written(proposal, base)))
    operations = operations_between(base, wanted)
    own = {operation.article for operation in operations if operation.act in WORDED}
    wordings = {part.id: part.markdown for part in wanted if part.id in own}
    return replace(proposal, operations=operations, wordings=wordings)


def reworded(name: str, markdown: str) -> Change:
    """Give a part another wording. An empty one is refused: an article goes by being repealed."""

    def change(parts: list[Part]) -> list[Part]:
        part_named(parts, name)
        if not markdown.strip():
            raise ProposalError(
                msg("the new wording of “{name}” is missing.", name=name),
                msg("to take an article out of the text, repeal it"),
            )
        return [part._replace(markdown=tidy(markdown)) if part.id == name else part for part in parts]

    return change


def tidy(markdown: str) -> str:
    """A wording with its line ends as an archive keeps them."""
    return markdown.replace("\r\n", "\n").replace("\r", "\n").strip("\n") + "\n"


def repealed(name: str) -> Change:
    """Take a part out of the text."""

    def change(parts: list[Part]) -> list[Part]:
        part_named(parts, name)
        return [part for part in parts if part.id != name]

    return change


def restored(name: str, base: Sequence[Part]) -> Change:
    """Put a part back as it is in the base: its words, and its place where it was repealed or moved."""

    def change(parts: list[Part]) -> list[Part]:
        rest = [part for part in parts if part.id != name]
        ids = [part.id for part in base]
        if name not in ids:
            return rest
        left = [other for other in ids[: ids.index(name)] if any(part.id == other for part in rest)]
        at = next(k for k, part in enumerate(rest) if part.id == left[-1]) + 1 if left else 0
        return [*rest[:at], part_named(base, name), *rest[at:]]

    return change


def inserted(name: str, after: str, markdown: str) -> Change:
    """Put a new article after a part; first of all where `after` is empty."""

    def change(parts: list[Part]) -> list[Part]:
        at = _index(parts, after) + 1 if after else 0
        part = Part(SectionKind.ARTICLE, name, tidy(markdown), place_after(parts, after))
        return [*parts[:at], part, *parts[at:]]

    return change


def moved_after(name: str, after: str) -> Change:
    """Move a part after another; first of all where `after` is empty."""

    def change(parts: list[Part]) -> list[Part]:
        part = part_named(parts, name)
        rest = [other for other in parts if other.id != name]
        at = _index(rest, after) + 1 if after else 0
        return [*rest[:at], part._replace(division=place_after(rest, after)), *rest[at:]]

    return change


def shifted(name: str, step: int) -> Change:
    """Move a part by one place, up (-1) or down (1); at the end of the text nothing happens."""

    def change(parts: list[Part]) -> list[Part]:
        at = _index(parts, name)
        target = at + step
        if not 0 <= target < len(parts) or parts[target].kind is SectionKind.TITLE:
            return parts
        before = parts[target].id if step > 0 else (parts[target - 1].id if target else "")
        return moved_after(name, before)(parts)

    return change


def _index(parts: Sequence[Part], name: str) -> int:
    part = part_named(parts, name)
    return parts.index(part)


def fresh_name(title: str, taken: Sequence[str], otherwise: str) -> str:
    """A name made of a title that nobody has yet."""
    made = slug(title)[: LONGEST - 6].strip("-")
    made = made if is_name(made) else otherwise
    name, count = made, 1
    while name in taken:
        count += 1
        name = f"{made}-{count}"
    return name


def heading_like(parts: Sequence[Part], after: str, title: str, numbering: Numbering) -> str:
    """The heading of a new article after a part, in the manner of the nearest article: its level, its label.

    Where numbers do not follow by themselves, it takes the number before it with « bis », so that no other
    article's number is touched.
    """
    before = list(parts[: _index(parts, after) + 1 if after else 0])
    models = [part for part in reversed(before) if part.kind is SectionKind.ARTICLE]
    models += [part for part in parts if part.kind is SectionKind.ARTICLE]
    if not models:
        return f"## {title}"
    section = read(models[0].markdown).sections[0]
    block = section.blocks[0]
    signs = (
        "#" * max(block.depth, 1) if block.body and section.heading and not section.heading.run_in else "##"
    )
    if section.heading is None or not section.heading.number:
        return f"{signs} {title}"
    label = section.label
    if read_label(label).kind is not LabelKind.ARTICLE:
        return f"{signs} {title}"
    number = section.heading.number
    said = f"{number} bis" if numbering is Numbering.KEEP and models[0] in before else number
    if numbering is Numbering.SEQUENCE and number.isdecimal():
        said = str(int(number) + 1)
    return f"{signs} Article {said} – {title}"

"""Several proposals on one base made one: in any order the same; where they meet, named and not guessed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from statuts.amend.outcome import completed
from statuts.amend.three_way import merged
from statuts.model.operations import WORDED, Act, Operation
from statuts.model.parts import Part
from statuts.model.proposal import Numbering, Proposal


class Meeting(StrEnum):
    """How two proposals meet so that people must decide."""

    WORDING = "wording"  # the same words, changed in two ways
    REPEAL = "repeal"  # one changes what the other repeals
    INSERTION = "insertion"  # the same id for two articles
    PLACE = "place"  # moved to two places
    NUMBERING = "numbering"  # two ways to number


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two proposals that cannot both be followed on one article, and what each makes of it."""

    meeting: Meeting
    article: str
    names: tuple[str, str]
    results: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Merge:
    """What several proposals come to together.

    Where `conflicts` is not empty, the operations leave these articles as the first proposal (by name)
    has them, and must not be used. `shared` are articles that several reworded in different places: the
    words do not meet, but the sentence should be read again.
    """

    operations: tuple[Operation, ...]
    wordings: dict[str, str] = field(default_factory=dict)
    numbering: Numbering = Numbering.KEEP
    conflicts: tuple[Conflict, ...] = ()
    shared: tuple[str, ...] = ()


def merge(base: Sequence[Part], proposals: Sequence[Proposal]) -> Merge:
    """The proposals, all made for `base`, as one; the order they are given in does not matter."""
    return _Merging(base, sorted(proposals, key=lambda proposal: proposal.name)).result()


class _Merging:
    """One merge: what each proposal does to each article, brought together article by article."""

    def __init__(self, base: Sequence[Part], proposals: Sequence[Proposal]) -> None:
        self._markdown = {part.id: part.markdown for part in base}
        self._order = [part.id for part in base]
        self._proposals = [completed(proposal, base) for proposal in proposals]
        self._conflicts: list[Conflict] = []
        self._shared: list[str] = []
        self._wordings: dict[str, str] = {}

    def result(self) -> Merge:
        """All of it."""
        acts: defaultdict[str, list[tuple[Proposal, Operation]]] = defaultdict(list)
        for proposal in self._proposals:
            for operation in proposal.operations:
                if (
                    operation.act is Act.RETITLE
                ):  # merged as any wording; what it comes to is told again later
                    operation = replace(operation, act=Act.REPLACE)  # noqa: PLW2901
                acts[operation.article].append((proposal, operation))
        operations = [operation for article in acts for operation in self._article(article, acts[article])]
        numbering = self._numbering()
        return Merge(
            tuple(self._anchored(operations)),
            self._wordings,
            numbering,
            tuple(self._conflicts),
            tuple(self._shared),
        )

    def _article(self, article: str, found: Sequence[tuple[Proposal, Operation]]) -> list[Operation]:
        kept: dict[Act, tuple[Proposal, Operation]] = {}
        for proposal, operation in found:
            repeal = kept.get(Act.REPEAL)
            changed = next((pair for act, pair in kept.items() if act is not Act.REPEAL), None)
            if operation.act is Act.REPEAL and changed:
                self._meet(Meeting.REPEAL, article, changed[0], proposal)
            elif operation.act is not Act.REPEAL and repeal:
                self._meet(Meeting.REPEAL, article, repeal[0], proposal)
            elif operation.act in kept:
                self._again(article, kept[operation.act], (proposal, operation))
            else:
                kept[operation.act] = (proposal, operation)
                if operation.act in WORDED:
                    self._wordings[article] = proposal.wordings.get(article, "")
        return [operation for _, operation in kept.values()]

    def _again(
        self, article: str, first: tuple[Proposal, Operation], second: tuple[Proposal, Operation]
    ) -> None:
        """Two proposals do the same kind of thing to one article."""
        act = first[1].act
        if act in (Act.INSERT, Act.MOVE) and first[1] != second[1]:
            meeting = Meeting.PLACE if act is Act.MOVE else Meeting.INSERTION
            self._meet(meeting, article, first[0], second[0])
        elif act in WORDED:
            own, other = self._wordings[article], second[0].wordings.get(article, "")
            together = merged(self._markdown.get(article, ""), own, other)
            if own == other:
                return
            if act is Act.INSERT or together is None:
                meeting = Meeting.INSERTION if act is Act.INSERT else Meeting.WORDING
                self._meet(meeting, article, first[0], second[0])
            else:
                self._wordings[article] = together
                self._shared.append(article)

    def _meet(self, meeting: Meeting, article: str, first: Proposal, second: Proposal) -> None:
        results = (self._made_of(article, first), self._made_of(article, second))
        self._conflicts.append(Conflict(meeting, article, (first.name, second.name), results))

    def _made_of(self, article: str, proposal: Proposal) -> str:
        """What a proposal makes of an article; empty where it repeals it."""
        if any(op.act is Act.REPEAL and op.article == article for op in proposal.operations):
            return ""
        return proposal.wordings.get(article, self._markdown.get(article, ""))

    def _numbering(self) -> Numbering:
        styles = {p.numbering: p for p in self._proposals if p.numbering is not Numbering.KEEP}
        if len(styles) > 1:
            first, second = styles.values()
            self._conflicts.append(
                Conflict(
                    Meeting.NUMBERING,
                    "",
                    (first.name, second.name),
                    (str(first.numbering), str(second.numbering)),
                )
            )
        return next(iter(styles), Numbering.KEEP)

    def _anchored(self, operations: Sequence[Operation]) -> list[Operation]:
        """What several put after one article stands in a row; after a repealed one, behind the one before."""
        repealed = {operation.article for operation in operations if operation.act is Act.REPEAL}
        last: dict[str, str] = {}
        result = []
        for operation in operations:
            if operation.act is Act.INSERT:
                anchor = self._standing(operation.after, repealed)
                operation = replace(operation, after=last.get(anchor, anchor))  # noqa: PLW2901
                last[anchor] = operation.article
            result.append(operation)
        return result

    def _standing(self, anchor: str, repealed: set[str]) -> str:
        while anchor in repealed:
            place = self._order.index(anchor)
            anchor = self._order[place - 1] if place else ""
        return anchor

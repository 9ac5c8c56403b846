"""Paragraphs and tables while they are being read: their numbers are known only once all are there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from statuts.importers.odt.lists import ListStyle
from statuts.model.brought import BroughtKind, BroughtRun
from statuts.model.redline import Op


@dataclass(frozen=True, slots=True)
class Fate:
    """What was tracked of words or of a paragraph's end; `gone` were inserted and struck again."""

    op: Op = Op.EQUAL
    author: str = ""
    moment: str = ""
    gone: bool = False


KEPT = Fate()


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a paragraph in its list; `restarts` counts anew, `start` from a number of its own."""

    list_id: str
    style: ListStyle
    rank: int
    restarts: bool = False
    start: int | None = None


@dataclass(slots=True)
class Draft:
    """A paragraph being read."""

    kind: BroughtKind = BroughtKind.PARAGRAPH
    level: int = 0
    style: str = ""
    centred: bool = False
    listed: Place | None = None
    number: int = 0
    runs: list[BroughtRun] = field(default_factory=list)
    mark: Fate = KEPT
    row: Op = Op.EQUAL
    other: dict[Op, "Draft"] = field(default_factory=dict)  # what it is in the text without one fate

    def survives(self, without: Op) -> bool:
        """Whether any of its words are left once those of one fate are gone."""
        return any(run.op is not without for run in self.runs)


Cell = list[Draft]


@dataclass(slots=True)
class DraftRow:
    """A row being read; `tracked` where it was struck or inserted as a row."""

    cells: list[Cell]
    heading: bool = False
    op: Op = Op.EQUAL


@dataclass(slots=True)
class DraftTable:
    """A table being read."""

    rows: list[DraftRow]
    number: int = 0


Block = Draft | DraftTable


def drafts(blocks: Iterable[Block]) -> Iterator[Draft]:
    """All paragraphs in order, those of cells included."""
    for block in blocks:
        if isinstance(block, Draft):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from cell


def settled(blocks: list[Block]) -> list[Block]:
    """The blocks with each tracked end at the paragraph that comes or goes whole.

    OpenDocument tracks the border between two paragraphs, and the first keeps its style while it keeps
    any word. Where the one after it comes or goes whole, it is its own end that does.
    """
    found: list[Block] = []
    start = 0
    for k, block in enumerate(blocks):
        if not isinstance(block, Draft) or block.mark == KEPT:
            found += _chain([one for one in blocks[start : k + 1] if isinstance(one, Draft)])
            if not isinstance(block, Draft):
                found.append(block)
            start = k + 1
    return [*found, *_chain([one for one in blocks[start:] if isinstance(one, Draft)])]


def _chain(chain: list[Draft]) -> Sequence[Draft]:
    """Paragraphs between which all borders are tracked."""
    joined: list[Draft] = []
    for draft in chain:
        if joined and joined[-1].mark.gone:
            before = joined.pop()
            if before.runs:
                before.runs, before.mark = [*before.runs, *draft.runs], draft.mark
                joined.append(before)
                continue
        joined.append(draft)
    for chain_of in (_shift, _follow):
        start = 0
        for end, draft in enumerate(joined):
            op = joined[start].mark.op
            if draft.mark.op is Op.EQUAL or draft.mark.op is not op:
                if end > start:
                    chain_of(joined[start : end + 1], op)
                start = end + (draft.mark.op is Op.EQUAL)
    return joined


def _shift(joined: list[Draft], op: Op) -> None:
    """Paragraphs that are one in one of the texts: the last that keeps words there keeps its end as well."""
    left = [k for k, draft in enumerate(joined) if draft.survives(op)]
    if joined[-1].mark.op is Op.EQUAL and left and left[-1] < len(joined) - 1:
        mark = joined[left[-1]].mark
        joined[left[-1]].mark = joined[-1].mark
        for draft in joined[left[-1] + 1 :]:
            draft.mark = mark


def _follow(joined: list[Draft], op: Op) -> None:
    """Paragraphs that are one in one of the texts are there what the first of them is, if words of it stay."""
    if joined[0].survives(op):
        joined[-1].other[op] = joined[0]

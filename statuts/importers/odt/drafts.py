"""Paragraphs and tables while they are being read: their numbers are known only once all are there."""

from collections.abc import Iterable, Iterator
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

"""A redline as a word processor has it: paragraphs and rows, each with its fate, of runs with theirs.

The law: without what is deleted, and with every paragraph whose mark is deleted joined to the next, the
flow is the new text's; without what is inserted, likewise, the old text's.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from statuts.model.redline import ChangeClass, Op


class FlowRun(NamedTuple):
    """Words in one style with one fate. A line end in `text` is a line break inside the paragraph.

    `link` is an address that is allowed, or empty. `change` is n of « Cn »; a folded class has none. `drawn`
    words are struck or underlined for the eye only: nothing in them is to be accepted or rejected.
    """

    op: Op
    text: str
    strong: bool = False
    em: bool = False
    code: bool = False
    link: str = ""
    change: int | None = None
    cls: ChangeClass | None = None
    drawn: Op = Op.EQUAL


class ParagraphStyle(StrEnum):
    """How a paragraph of a text is set."""

    BODY = "body"
    HEADING = "heading"
    BULLET = "bullet"  # a dash at its left, which the word processor draws
    LABELLED = "labelled"  # a mark of its own (« a) », « 1° »), which is text and may change
    CONTINUED = "continued"  # a further paragraph of a list item
    CODE = "code"
    RULE = "rule"  # a thin line across, no words


@dataclass(frozen=True, slots=True)
class FlowParagraph:
    """One paragraph. `level` is the rank of a heading (1 to 6), or how many lists stand around it;
    `quotes` how many quotations. `mark` is the fate of the paragraph's end. `label` is what stands before a
    labelled item. `notes` say in words what happened to the whole (« déplacé, voir C4 »); `numbers` are the
    changes it shows, ascending.
    """

    style: ParagraphStyle
    runs: tuple[FlowRun, ...]
    mark: Op = Op.EQUAL
    level: int = 0
    quotes: int = 0
    label: tuple[FlowRun, ...] = ()
    notes: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()


class FlowRow(NamedTuple):
    """A row of a table with its fate, one line of runs a cell; `heading` rows repeat on every page."""

    op: Op
    cells: tuple[tuple[FlowRun, ...], ...]
    heading: bool = False
    numbers: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FlowTable:
    """A table whose columns both texts share; where they do not, the old table goes and a new one comes.

    `aligned` holds `left`, `right` or `center` for each column.
    """

    rows: tuple[FlowRow, ...]
    aligned: tuple[str, ...]


FlowBlock = FlowParagraph | FlowTable

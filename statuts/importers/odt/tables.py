"""Tables: rows and cells in order, what is repeated within bounds, what is spanned as empty cells."""

from collections.abc import Callable, Iterator

from lxml import etree

from statuts.importers.odt.drafts import Block, Cell, Draft, DraftRow, DraftTable, drafts
from statuts.importers.odt.lists import whole
from statuts.importers.odt.namespaces import TABLE
from statuts.importers.odt.part import Part
from statuts.model.redline import Op

MOST_COLUMNS = 100
MOST_ROWS = 100  # that one element may repeat
_HOLDER = "\u200d"  # what LibreOffice writes in an empty row, so that there is something to track
_ROW, _CELL = f"{TABLE}table-row", f"{TABLE}table-cell"
_COVERED = f"{TABLE}covered-table-cell"
_GROUPS = {
    f"{TABLE}table-header-rows": True,
    f"{TABLE}table-rows": False,
    f"{TABLE}table-row-group": False,
}

Read = Callable[[etree._Element], list[Block]]
"""Reads the inside of a cell."""


def table(element: etree._Element, part: Part, read: Read) -> DraftTable:
    """The table, read."""
    found = DraftTable([], part.number + 1)
    for row, heading in _rows(element, heading=False):
        style = row.get(f"{TABLE}style-name", "")
        cells = _cells(row, part, read)
        marks = {draft.mark for cell in cells for draft in cell}
        if marks and all(mark.gone for mark in marks):
            continue
        ops = {mark.op for mark in marks}
        tracked = style and part.styles.tracks_rows(style)
        op = _fate(cells) if tracked else ops.pop() if len(ops) == 1 else Op.EQUAL
        if op is not Op.EQUAL:
            for draft in (draft for cell in cells for draft in cell):
                draft.runs = [run for run in draft.runs if run.text != _HOLDER]
        times = _times(row, f"{TABLE}number-rows-repeated", MOST_ROWS, part, empty=not any(cells))
        part.found.read(0, (times - 1) * sum(len(cell) + 1 for cell in cells))
        found.rows += [DraftRow(cells, heading, op)] * times
    return found


def _rows(element: etree._Element, *, heading: bool) -> Iterator[tuple[etree._Element, bool]]:
    for child in element:
        if child.tag == _ROW:
            yield child, heading
        elif child.tag in _GROUPS:
            yield from _rows(child, heading=_GROUPS[child.tag])


def _cells(row: etree._Element, part: Part, read: Read) -> list[Cell]:
    cells: list[Cell] = []
    for element in row.iterchildren(_CELL, _COVERED):
        cell: Cell = []
        if element.tag == _CELL:
            blocks = read(element)
            cell = list(drafts(blocks))
            if len(cell) == 1 and not cell[0].runs and cell[0].listed is None:
                cell = cell if cell[0].mark.op is not Op.EQUAL else []
            for block in blocks:
                if not isinstance(block, Draft):
                    part.remark("nested")
        times = _times(element, f"{TABLE}number-columns-repeated", MOST_COLUMNS, part, empty=not cell)
        part.found.read(0, (times - 1) * (len(cell) + 1))
        cells += [cell] * times
    return cells


def _times(element: etree._Element, name: str, most: int, part: Part, *, empty: bool) -> int:
    """How often it stands there; what fills the sheet with nothing stands once."""
    times = max(whole(element.get(name), 1), 1)
    if times <= most:
        return times
    part.remark("repeated")
    return 1 if empty else most


def _fate(cells: list[Cell]) -> Op:
    """The fate of a row that is tracked: that of all its words; a row that holds others stays."""
    words = {run.op for cell in cells for draft in cell for run in draft.runs}
    return words.pop() if len(words) == 1 else Op.EQUAL

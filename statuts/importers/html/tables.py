"""Tables of a page: cells that span are repeated as empty ones; tables that only lay out are none."""

from collections.abc import Iterator

from lxml.etree import _Element

from statuts.errors import InputError
from statuts.model.brought import BroughtParagraph, BroughtRow, BroughtTable
from statuts.model.message import msg

_MOST_CELLS = 20_000
_WIDEST = 100
_LONG_CELL = 1500


def is_layout(table: _Element) -> bool:
    """Whether a table only sets things side by side: its cells are then read one after the other."""
    if table.get("role") in ("presentation", "none"):
        return True
    rows = list(_rows(table))
    most = max((sum(1 for child in row if child.tag in ("td", "th")) for row in rows[:200]), default=0)
    if most < 2:
        return True
    cells = [child for row in rows for child in row if child.tag in ("td", "th")]
    if any(next(cell.iter("table", "h1", "h2"), None) is not None for cell in cells):
        return True
    return any(_is_long(cell) for cell in cells)


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _is_long(cell: _Element) -> bool:
    length = 0
    for text in cell.itertext():
        length += len(text.strip())
        if length > _LONG_CELL:
            return True
    return False


class TableMaker:
    """A table being filled, cell after cell."""

    def __init__(self) -> None:
        self._rows: list[BroughtRow] = []
        self._cells: list[tuple[BroughtParagraph, ...]] = []
        self._held: dict[int, int] = {}  # columns that a cell of a row above reaches into: for how many rows
        self._headings = self._count = 0

    def start_row(self) -> None:
        """A new row."""
        self.end_row()
        self._headings = 0

    def add(self, cell: _Element, paragraphs: list[BroughtParagraph]) -> None:
        """A cell of the row, after those that reach into it from above."""
        self._skip_held()
        wide = max(1, min(_WIDEST, _span(cell.get("colspan"))))
        high = _span(cell.get("rowspan"))
        column = len(self._cells)
        self._cells.append(tuple(paragraphs))
        self._cells += [()] * (wide - 1)
        if high > 1:
            self._held.update(dict.fromkeys(range(column, column + wide), high - 1))
        self._headings += cell.tag == "th"
        self._count += wide
        _check(self._count)

    def end_row(self) -> None:
        """The row is done."""
        if not self._cells:
            return
        self._skip_held()
        heading = self._headings > 1 and self._headings >= sum(1 for cell in self._cells if cell)
        self._rows.append(BroughtRow(tuple(self._cells), heading=heading))
        self._cells = []

    def table(self, place: str) -> BroughtTable | None:
        """The table; None where it has no cells with words."""
        self.end_row()
        if not any(cell for row in self._rows for cell in row.cells):
            return None
        width = max(len(row.cells) for row in self._rows)
        _check(width * len(self._rows))
        rows = [row._replace(cells=row.cells + ((),) * (width - len(row.cells))) for row in self._rows]
        return BroughtTable(tuple(rows), place)

    def _skip_held(self) -> None:
        while self._held.get(len(self._cells), 0) > 0:
            self._held[len(self._cells)] -= 1
            self._cells.append(())
            self._count += 1


def _check(cells: int) -> None:
    if cells > _MOST_CELLS:
        raise InputError(
            msg("A table of this page has more than {most} cells.", most=_MOST_CELLS),
            msg("Keep the part of the page that holds the text, and give that."),
        )


def _span(value: str | None) -> int:
    text = (value or "").strip()[:5]
    return int(text) if text.isdecimal() else 1

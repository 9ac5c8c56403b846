"""A table of LaTeX, filled cell after cell."""

from statuts.errors import InputError
from statuts.importers.latex.desk import Desk, as_paragraphs
from statuts.importers.words import Paragraph
from statuts.model.brought import BroughtParagraph, BroughtRow, BroughtTable
from statuts.model.message import msg

_MOST_CELLS = 20_000


class Table:
    """A table being filled."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._outer = desk, (desk.sink, desk.now, desk.lists)
        self._rows: list[BroughtRow] = []
        self._cells: list[tuple[BroughtParagraph, ...]] = []
        self._count = self.more = 0  # columns that the cell covers besides its first
        desk.sink, desk.now, desk.lists = [], Paragraph(), []

    def end_cell(self) -> None:
        """`&`."""
        self._desk.flush()
        self._cells.append(tuple(as_paragraphs(self._desk.sink)))
        self._cells += [()] * self.more
        self._count += 1 + self.more
        _check(self._count)
        self._desk.sink, self.more = [], 0

    def end_row(self) -> None:
        """`\\\\`."""
        self.end_cell()
        if any(self._cells):
            self._rows.append(BroughtRow(tuple(self._cells)))
        self._cells = []

    def end(self) -> None:
        """The table is done, and what was around it goes on."""
        self.end_row()
        desk = self._desk
        desk.sink, desk.now, desk.lists = self._outer
        if not self._rows:
            return
        width = max(len(row.cells) for row in self._rows)
        _check(width * len(self._rows))
        rows = [row._replace(cells=row.cells + ((),) * (width - len(row.cells))) for row in self._rows]
        if len(rows) > 1 and _is_strong(rows[0]) and not all(map(_is_strong, rows)):
            rows[0] = rows[0]._replace(heading=True)
        table = BroughtTable(tuple(rows), desk.place())
        desk.sink += as_paragraphs([table]) if width == 1 else [table]


def _check(cells: int) -> None:
    if cells > _MOST_CELLS:
        raise InputError(
            msg("A table of this file has more than {most} cells.", most=_MOST_CELLS),
            msg("Keep the part that holds the text, and give that."),
        )


def _is_strong(row: BroughtRow) -> bool:
    runs = [run for cell in row.cells for paragraph in cell for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.strong for run in runs)

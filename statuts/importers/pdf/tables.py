"""Ruled tables of a page → rows of cells, each cell read as a small page of its own."""

from statuts.importers.hyphens import Hyphens
from statuts.importers.pdf.grids import Grid
from statuts.importers.pdf.lines import Line, lines_of
from statuts.importers.pdf.page import Glyph, Rule
from statuts.importers.pdf.paragraphs import Measures, paragraphs_of
from statuts.importers.pdf.pieces import pieces_of
from statuts.model.brought import BroughtParagraph, BroughtRow, BroughtTable


class Ruled:
    """A table found on a page: its lines stay apart until the whole file is known."""

    def __init__(self, grid: Grid, glyphs: list[Glyph], page: int) -> None:
        self.grid, self.page = grid, page
        self.top, self.bottom = grid.box.y0, grid.box.y1
        self._lines: list[list[Line]] = []
        for cell in grid.cells:
            inside = [glyph for glyph in glyphs if _inside(glyph, cell.box)]
            self._lines.append([line for column in lines_of(pieces_of(inside), page) for line in column])

    @property
    def lines(self) -> list[Line]:
        """All its lines."""
        return [line for lines in self._lines for line in lines]

    def as_table(self, measures: Measures, hyphens: Hyphens) -> BroughtTable:
        """The table; a cell over several columns or rows is followed by empty ones."""
        width = len(self.grid.columns) - 1
        cells: list[list[tuple[BroughtParagraph, ...]]] = [[()] * width for _ in range(self.grid.rows)]
        strong = [True] * self.grid.rows
        for cell, lines in zip(self.grid.cells, self._lines, strict=True):
            within = [line._replace(left=cell.box.x0, right=cell.box.x1) for line in lines]
            cells[cell.top][cell.left] = tuple(
                paragraphs_of(within, _CellMeasures(measures, cell.box.x1), hyphens)
            )
            strong[cell.top] &= all(line.is_strong for line in lines)
        heading = strong[0] and not all(strong) and any(cells[0])
        return BroughtTable(
            tuple(BroughtRow(tuple(row), heading=heading and index == 0) for index, row in enumerate(cells)),
            f"page {self.page}",
        )


class _CellMeasures(Measures):
    """The file's measures, where lines end at a cell's wall."""

    def __init__(self, measures: Measures, wall: float) -> None:
        super().__init__([])
        self.pitch, self.size, self.colour, self._wall = measures.pitch, measures.size, measures.colour, wall

    def right(self, line: Line) -> float:
        """A little before the wall."""
        return self._wall - 0.4 * line.size


def split_tables(glyphs: list[Glyph], grids: list[Grid], page: int) -> tuple[list[Glyph], list[Ruled]]:
    """The letters outside all tables, and the tables."""
    rest = glyphs
    tables = []
    for grid in grids:
        inside = [glyph for glyph in rest if _inside(glyph, grid.box)]
        if not any(glyph.text.strip() for glyph in inside):
            continue
        rest = [glyph for glyph in rest if not _inside(glyph, grid.box)]
        tables.append(Ruled(grid, inside, page))
    return rest, tables


def along_grids(rule: Rule, grids: list[Grid]) -> bool:
    """Whether a rule is a wall of one of the tables."""
    for grid in grids:
        for at in grid.columns:
            if not rule.is_flat and abs((rule.x0 + rule.x1) / 2 - at) < 3:
                return True
        floors = {cell.box.y0 for cell in grid.cells} | {cell.box.y1 for cell in grid.cells}
        if rule.is_flat and any(abs((rule.y0 + rule.y1) / 2 - at) < 1.5 for at in floors):
            return True
    return False


def _inside(glyph: Glyph, box: Rule) -> bool:
    middle = glyph.y - 0.3 * glyph.size
    return box.x0 <= (glyph.x0 + glyph.x1) / 2 < box.x1 and box.y0 <= middle < box.y1

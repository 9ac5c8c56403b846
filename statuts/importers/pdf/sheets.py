"""Pages as drawn → sheets: rows of pieces and ruled tables, small enough to hold a whole file of them."""

from collections.abc import Iterable
from typing import NamedTuple

from pdfminer.pdfpage import PDFPage

from statuts.importers.pdf.grids import grids_of
from statuts.importers.pdf.lines import Line, row_line, rows_of
from statuts.importers.pdf.page import read_pages
from statuts.importers.pdf.pieces import Piece, pieces_of
from statuts.importers.pdf.rules import marked
from statuts.importers.pdf.tables import Ruled, along_grids, split_tables


class Sheet(NamedTuple):
    """A page: what stands on it outside tables, row by row, and its tables from top to bottom."""

    number: int
    height: float
    rows: list[list[Piece]]
    tables: list[Ruled]
    turned: str
    pictures: int

    def lines(self) -> list[Line]:
        """Its rows as lines over the whole width."""
        pieces = [piece for row in self.rows for piece in row]
        left = min((piece.x0 for piece in pieces), default=0.0)
        right = max((piece.x1 for piece in pieces), default=0.0)
        return [row_line(row, self.number, left, right) for row in self.rows]

    @property
    def letters(self) -> str:
        """All that is written on it."""
        words = [piece.text for row in self.rows for piece in row]
        words += [line.text for table in self.tables for line in table.lines]
        return "".join([*words, self.turned])


def read_sheets(pages: list[PDFPage]) -> list[Sheet]:
    """The sheets of a file's pages."""
    sheets = []
    for page in read_pages(pages):
        grids = grids_of(page.rules)
        rules = [rule for rule in page.rules if not along_grids(rule, grids)] if grids else page.rules
        glyphs, tables = split_tables(marked(page.glyphs, rules), grids, page.number)
        sheets.append(
            Sheet(page.number, page.height, rows_of(pieces_of(glyphs)), tables, page.turned, page.pictures)
        )
    return sheets


def text_of(sheets: Iterable[Sheet]) -> str:
    """All that is written on the sheets."""
    return "".join([sheet.letters for sheet in sheets])

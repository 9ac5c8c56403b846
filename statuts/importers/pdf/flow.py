"""Sheets → blocks and asides: edges and notes set apart, columns followed, pages joined."""

from itertools import groupby

from statuts.importers.hyphens import Hyphens
from statuts.importers.pdf.lines import Line, lines_of
from statuts.importers.pdf.margins import trimmed
from statuts.importers.pdf.notes import call_of, split_notes
from statuts.importers.pdf.paragraphs import Measures, paragraphs_of
from statuts.importers.pdf.pieces import Piece
from statuts.importers.pdf.sheets import Sheet
from statuts.importers.pdf.tables import Ruled
from statuts.model.brought import Aside, AsideKind, BroughtBlock, BroughtParagraph, BroughtRun, BroughtTable

_Item = Line | Ruled


class Flow:
    """The text of a file in the order one reads it, and what stands beside."""

    def __init__(self, sheets: list[Sheet], hyphens: Hyphens) -> None:
        self.blocks: list[BroughtBlock] = []
        self.asides: list[Aside] = []
        self._hyphens = hyphens
        pages = [sheet.lines() for sheet in sheets]
        ordinary = Measures([*pages, *(table.lines for sheet in sheets for table in sheet.tables)]).size
        edges = trimmed(pages, [sheet.height for sheet in sheets])
        notes: list[tuple[str, list[Line]]] = []
        columns: list[list[_Item]] = []
        for sheet, lines, (start, end) in zip(sheets, pages, edges.kept, strict=True):
            text, marks = _noted(lines[start:end], ordinary)
            notes += marks
            rows = sheet.rows[start : start + text]
            columns += _columns([piece for row in rows for piece in row], sheet, {mark for mark, _ in marks})
        self._measures = Measures([[item for item in each if isinstance(item, Line)] for each in columns])
        self._put([item for column in columns for item in column])
        for edge in edges.edges:
            self._aside(edge.kind, [edge.line])
        for mark, note in notes:
            self._aside(AsideKind.FOOTNOTE, note, mark)
        for sheet in sheets:
            if sheet.turned.strip():
                place = f"page {sheet.number}"
                words = BroughtParagraph((BroughtRun(sheet.turned.strip()),), place=place)
                self.asides.append(Aside(AsideKind.TEXT_BOX, (words,), place))

    def _put(self, items: list[_Item]) -> None:
        before: Ruled | None = None
        for is_table, group in groupby(items, key=lambda item: isinstance(item, Ruled)):
            if not is_table:
                lines = [item for item in group if isinstance(item, Line)]
                self.blocks += paragraphs_of(lines, self._measures, self._hyphens)
                before = None
                continue
            for item in group:
                assert isinstance(item, Ruled)
                table = item.as_table(self._measures, self._hyphens)
                last = self.blocks[-1] if self.blocks else None
                if before is not None and isinstance(last, BroughtTable) and _goes_on(before, item):
                    table = self._one_table(last, table)
                    self.blocks.pop()
                self.blocks.append(table)
                before = item

    def _one_table(self, first: BroughtTable, second: BroughtTable) -> BroughtTable:
        """Both as one; a heading that the second page repeats is set apart."""
        rows = second.rows
        if first.rows and rows and _words(first.rows[0].cells) == _words(rows[0].cells):
            repeated = tuple(paragraph for cell in rows[0].cells for paragraph in cell)
            self.asides.append(Aside(AsideKind.HEADER, repeated, second.place))
            rows = rows[1:]
        return BroughtTable(first.rows + tuple(row._replace(heading=False) for row in rows), first.place)

    def _aside(self, kind: AsideKind, lines: list[Line], about: str = "") -> None:
        paragraphs = paragraphs_of(lines, self._measures, self._hyphens)
        self.asides.append(Aside(kind, tuple(paragraphs), f"page {lines[0].page}", about=about))


def _noted(lines: list[Line], ordinary: float) -> tuple[int, list[tuple[str, list[Line]]]]:
    """How many lines are text, and the notes below that the text calls."""
    count, notes = split_notes(lines, ordinary)
    if notes and call_of(notes[0][0]).search(" ".join([line.text for line in lines[:count]])):
        return count, notes
    return len(lines), []


def _columns(pieces: list[Piece], sheet: Sheet, marks: set[str]) -> list[list[_Item]]:
    """What stands on a sheet in reading order: the zones between its tables, each in its columns."""
    found: list[list[_Item]] = []
    rest = pieces
    for table in sheet.tables:
        above = [piece for piece in rest if piece.y < table.top]
        found += _zone(above, sheet.number, marks)
        found.append([table])
        rest = [piece for piece in rest if piece.y >= table.top]
    return found + _zone(rest, sheet.number, marks)


def _zone(pieces: list[Piece], page: int, marks: set[str]) -> list[list[_Item]]:
    columns = lines_of(pieces, page)
    return [[_unmarked(line, marks) if marks else line for line in column] for column in columns]


def _unmarked(line: Line, marks: set[str]) -> Line:
    """A line without the calls of its page's notes, which `Aside.about` keeps."""
    spans = line.spans
    for mark in list(marks):
        call = call_of(mark)
        for index, span in enumerate(spans):
            if mark in marks and call.search(span.text):
                spans = (
                    *spans[:index],
                    span._replace(text=call.sub("", span.text, count=1)),
                    *spans[index + 1 :],
                )
                marks.discard(mark)
    return line._replace(spans=spans) if any(span.text for span in spans) else line


def _goes_on(before: Ruled, after: Ruled) -> bool:
    columns, others = before.grid.columns, after.grid.columns
    return (
        after.page == before.page + 1
        and len(columns) == len(others)
        and all(abs(a - b) < 3 for a, b in zip(columns, others, strict=True))
    )


def _words(cells: tuple[tuple[BroughtParagraph, ...], ...]) -> list[str]:
    return [paragraph.text for cell in cells for paragraph in cell]

"""A table of a text with its changes; rows come and go as rows, as LibreOffice has it since 7.2."""

from statuts.model.flow import FlowRow, FlowRun, FlowTable
from statuts.model.redline import Op
from statuts.render.odt import names
from statuts.render.odt.pieces import Pieces
from statuts.render.odt.place import Place
from statuts.render.odt.stream import Para
from statuts.render.odt.table import RULED, Drawn, table, widths
from statuts.render.paper_look import CELL, HEADING_CELL

_ALIGNED = {"right": "end", "center": "center"}
_ROOM = " "


def flow_table(of: FlowTable, place: Place) -> None:
    """Writes it into a place."""
    breaks = place.shared.due_break()
    wide = widths([[_length(cell) for cell in row.cells] for row in of.rows], place.width)
    rows, seen = [], frozenset[int]()
    for row in of.rows:
        rows.append((row.heading, _row(row, of.aligned, wide, place, seen)))
        seen = frozenset(row.numbers)
    drawn = Drawn(
        [xml for heading, xml in rows if heading], [xml for heading, xml in rows if not heading], wide, breaks
    )
    place.stream.block(table(drawn, place))


def _row(
    row: FlowRow, aligned: tuple[str, ...], wide: list[float], place: Place, seen: frozenset[int]
) -> str:
    automatic = place.shared.automatic
    tracked = row.op is not Op.EQUAL
    filled = [k for k, cell in enumerate(row.cells) if any(run.text for run in cell)]
    style = automatic.row(whole=True, tracked=tracked)
    cells = [f'<table:table-row table:style-name="{style}">']
    look, name = (HEADING_CELL, names.HEADING_CELL_STYLE) if row.heading else (CELL, names.CELL_STYLE)
    for k, runs in enumerate(row.cells):
        inner = place.inside(wide[k])
        side = _ALIGNED.get(aligned[k] if k < len(aligned) else "", "")
        inner.stream.paragraph(Para(automatic.paragraph(name, size=look.size * _face(len(wide)), align=side)))
        pieces = Pieces(inner.stream, place.shared.changes, seen)
        told = {run.change for run in runs if run.change is not None}
        if k == len(row.cells) - 1:
            told |= set(row.numbers)
        pieces.begin(told, row.notes if k == 0 else ())
        seen |= told
        if tracked and not filled and k == 0:
            runs = (FlowRun(row.op, _ROOM),)  # noqa: PLW2901  # only what has words can be tracked
        pieces.runs(runs, row.op if tracked else None)
        pieces.flush()
        cells.append(
            f'<table:table-cell table:style-name="{automatic.cell(RULED)}" office:value-type="string">'
            f"{inner.stream.xml()}</table:table-cell>"
        )
    return "".join([*cells, "</table:table-row>"])


def _face(columns: int) -> float:
    """The more columns, the smaller the letters."""
    return 0.55 if columns > 16 else 0.75 if columns > 8 else 1.0


def _length(cell: tuple[FlowRun, ...]) -> int:
    return sum(len(run.text) for run in cell if run.op is not Op.DELETE)

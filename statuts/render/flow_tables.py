"""Tables with changes as rows and cells of a word processor."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from statuts.model.document import BlockKind
from statuts.model.flow import FlowRow, FlowRun, FlowTable
from statuts.model.redline import ChangeClass, Op, Part, Segment, Side
from statuts.render.flow_text import looks_of, runs_of, tidied
from statuts.render.flow_told import Told
from statuts.render.html_blocks import Piece
from statuts.render.table import Columns, split_by_header
from statuts.render.table import Piece as CellPiece
from statuts.render.table import pieces_of as cell_pieces

_FATES = {Side.BOTH: Op.EQUAL, Side.OLD: Op.DELETE, Side.NEW: Op.INSERT}
_LOST = {Op.DELETE: Op.INSERT, Op.INSERT: Op.DELETE}


class _Line(NamedTuple):
    """A row of a table, or the line of dashes below its header, with its fate."""

    piece: Piece
    op: Op
    heading: bool
    segments: tuple[Segment, ...]

    @property
    def is_row(self) -> bool:
        """False for the line of dashes."""
        return self.piece.block.kind is BlockKind.ROW

    def only(self, op: Op) -> "_Line":
        """The line as one text alone has it, struck or new as a whole."""
        kept = tuple(
            s if s.op is op else s._replace(op=op, cls=s.cls or ChangeClass.LAYOUT)
            for s in self.segments
            if s.op is not _LOST[op]
        )
        return self._replace(op=op, segments=kept)


def tables(
    pieces: Sequence[Piece],
    segments: Sequence[Sequence[Segment]],
    shown: frozenset[ChangeClass],
    told: Told,
) -> Iterator[FlowTable]:
    """Rows that touch, with the segments of each: a table, several, or an old one and the new one."""
    lines = [
        _Line(piece, _FATES[piece.side or Side.BOTH], False, tuple(some))
        for piece, some in zip(pieces, segments, strict=True)
    ]
    for start, rule, end in split_by_header([not line.is_row for line in lines]):
        some = [line._replace(heading=start + k < rule) for k, line in enumerate(lines[start:end])]
        if _same_columns([_cells(line) for line in some]):
            yield from _table(some, shown, told)
            continue
        for op in (Op.DELETE, Op.INSERT):
            yield from _table([line.only(op) for line in some if line.op in (Op.EQUAL, op)], shown, told)


def _cells(line: _Line) -> list[CellPiece]:
    if not line.is_row:
        return []
    return cell_pieces([s for s in line.segments if s.part is Part.TEXT])


def _same_columns(rows: Sequence[Sequence[CellPiece]]) -> bool:
    pieces = [piece for row in rows for piece in row]
    old = max((p.old for p in pieces if p.old is not None), default=-1)
    new = max((p.new for p in pieces if p.new is not None), default=-1)
    stays = all(p.old == p.new for p in pieces if p.old is not None and p.new is not None)
    return stays and (old == new or -1 in (old, new))


def _table(lines: Sequence[_Line], shown: frozenset[ChangeClass], told: Told) -> Iterator[FlowTable]:
    cut = [_cells(line) for line in lines]
    columns = Columns(cut)
    rows: list[FlowRow] = []
    seen: set[int] = set()
    dashes: set[int] = set()
    sides = ("left",) * columns.count
    for line, pieces in zip(lines, cut, strict=True):
        numbers = told.numbers(line.piece) - seen
        if not line.is_row:
            dashes |= numbers
            sides = _aligned(columns, line)
            continue
        seen |= numbers
        cells = tuple(_runs(cell, line.piece.block.move, shown) for cell in columns.cells(pieces))
        notes = told.notes(line.piece)
        rows.append(FlowRow(line.op, cells, line.heading, tuple(sorted(numbers)), notes))
    if rows and columns.count:  # the line of dashes is not seen: its changes are told at the header
        rows[0] = rows[0]._replace(numbers=tuple(sorted({*rows[0].numbers, *(dashes - seen)})))
        yield FlowTable(tuple(rows), sides)


def _aligned(columns: Columns, line: _Line) -> tuple[str, ...]:
    is_new = line.op is not Op.DELETE
    lost = Op.DELETE if is_new else Op.INSERT
    kept = [s.text for s in line.segments if s.op is not lost and s.part is not Part.TAIL]
    return columns.aligned("".join(kept), is_new=is_new)


def _runs(cell: Sequence[Segment], move: int | None, shown: frozenset[ChangeClass]) -> tuple[FlowRun, ...]:
    old = looks_of("".join([s.text for s in cell if s.op is not Op.INSERT]), cell=True)
    new = looks_of("".join([s.text for s in cell if s.op is not Op.DELETE]), cell=True)
    runs = [run for segment in cell for run in runs_of(segment, old, new, shown)]
    return tidied(
        run._replace(change=move)
        if move is not None and run.op is not Op.EQUAL and run.change is None
        else run
        for run in runs
    )

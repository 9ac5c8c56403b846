"""Alinéas in a row become what a reader sees: nested lists, quotations, tables, paragraphs."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from statuts.model.document import BlockKind
from statuts.model.redline import ArticleChange, Op, Part, Side
from statuts.render.html_blocks import VERBATIM, Piece, fate_of, line, marker, seen_on
from statuts.render.html_context import Context
from statuts.render.html_inline import line_of
from statuts.render.html_view import Fate, Item, Listing, Node, Quote, Row, Table, Text
from statuts.render.table import Columns, split_by_header
from statuts.render.table import pieces_of as cell_pieces

_DEEPEST = 8
"""Lists and quotations nested deeper are shown at this depth."""


class Flow:
    """Lays out the blocks of one article. `levels` gives the rank of a heading by its depth."""

    def __init__(self, article: ArticleChange, context: Context, level_of: Callable[[int], int]) -> None:
        self._article, self._context, self._level_of = article, context, level_of

    def nodes(self, pieces: Sequence[Piece], level: int = 0, quotes: int = 0) -> tuple[Node, ...]:
        """The blocks inside `level` lists and `quotes` quotations, in order."""
        found: list[Node] = []
        at = 0
        while at < len(pieces):
            piece, around = pieces[at], level + quotes
            if self._opens_quote(piece, level, quotes):
                end = _end(pieces, at, lambda p: p.quotes > quotes)
                found.append(Quote(around + 1, self.nodes(pieces[at:end], level, quotes + 1)))
            elif piece.level > level and around < _DEEPEST:
                end = _end(pieces, at, lambda p: p.level > level)
                found.append(self._list(pieces[at:end], level + 1, quotes))
            elif piece.block.kind is BlockKind.ROW or _is_dashes(piece):
                end = _end(pieces, at, lambda p: p.block.kind is BlockKind.ROW or _is_dashes(p))
                found += self._tables(pieces[at:end])
            else:
                end = at + 1
                found.append(self.text(piece))
            at = end
        return tuple(found)

    @staticmethod
    def _opens_quote(piece: Piece, level: int, quotes: int) -> bool:
        outermost = piece.block.kind is BlockKind.ITEM or piece.level <= level
        return piece.quotes > quotes and outermost and level + quotes < _DEEPEST

    def text(self, piece: Piece) -> Text:
        """One alinéa."""
        shapes = {BlockKind.HEADING: "heading", BlockKind.RULE: "rule"}
        kind = piece.block.kind
        shape = "verbatim" if kind in VERBATIM else shapes.get(kind, "paragraph")
        fate = fate_of(piece, self._article, self._context)
        level = self._level_of(piece.block.depth) if shape == "heading" else 0
        return Text(shape, () if shape == "rule" else line(piece, self._context), fate, level)

    def _list(self, pieces: Sequence[Piece], level: int, quotes: int) -> Listing:
        items: list[Item] = []
        starts = [
            k
            for k, piece in enumerate(pieces)
            if k == 0 or (piece.block.kind is BlockKind.ITEM and piece.level == level)
        ]
        for start, end in zip(starts, [*starts[1:], len(pieces)], strict=True):
            first = pieces[start]
            is_item = first.block.kind is BlockKind.ITEM
            mark, bullet = marker(first, self._context) if is_item else ((), False)
            sides = {seen_on(piece) for piece in pieces[start:end]}
            side = sides.pop() if len(sides) == 1 else "both"
            items.append(Item(mark, bullet, side, self.nodes(pieces[start:end], level, quotes)))
        return Listing(level + quotes, tuple(items))

    def _tables(self, pieces: Sequence[Piece]) -> list[Table]:
        return [
            self._table(pieces[start:end], rule - start)
            for start, rule, end in split_by_header([_is_dashes(p) for p in pieces])
        ]

    def _table(self, pieces: Sequence[Piece], rule: int) -> Table:
        cut = [cell_pieces(piece.words) if piece.block.kind is BlockKind.ROW else [] for piece in pieces]
        columns = Columns(cut)
        rows: list[tuple[int, Row]] = []
        dashes: list[Fate] = []
        for k, (piece, cells) in enumerate(zip(pieces, cut, strict=True)):
            fate = fate_of(piece, self._article, self._context)
            if piece.block.kind is not BlockKind.ROW:
                dashes.append(fate)
                continue
            lines = tuple(line_of(cell, self._context) for cell in columns.cells(cells))
            rows.append((k, Row(lines, fate)))
        sides = ("left",) * columns.count
        for piece in pieces:
            if piece.block.kind is BlockKind.RULE:
                is_new = piece.side is not Side.OLD
                lost = Op.DELETE if is_new else Op.INSERT
                kept = [s.text for s in piece.block.segments if s.op is not lost and s.part is not Part.TAIL]
                sides = columns.aligned("".join(kept), is_new=is_new)
        if rows:  # the line of dashes is not seen: its changes are shown at the header
            rows[0] = (rows[0][0], replace(rows[0][1], fate=_with_dashes(rows[0][1].fate, dashes)))
        return Table(
            tuple(row for k, row in rows if k < rule),
            tuple(row for k, row in rows if k >= rule),
            sides,
            changed=any(row.fate.numbers for _, row in rows),
        )


def _with_dashes(fate: Fate, dashes: Sequence[Fate]) -> Fate:
    return replace(
        fate,
        changed=fate.changed or any(d.changed for d in dashes),
        numbers=fate.numbers + tuple(n for d in dashes for n in d.numbers),
        wordless=fate.wordless + tuple(change for d in dashes for change in d.wordless),
    )


def _end(pieces: Sequence[Piece], start: int, belongs: Callable[[Piece], bool]) -> int:
    end = start + 1
    while end < len(pieces) and belongs(pieces[end]):
        end += 1
    return end


def _is_dashes(piece: Piece) -> bool:
    """The line of dashes below a table's header, which belongs to the table's group."""
    return piece.block.kind is BlockKind.RULE and piece.block.group > 0

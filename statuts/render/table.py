"""Tables with changes: the cells of each row, put in columns that both texts agree on."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from statuts.markdown.cells import bars
from statuts.model.redline import ChangeClass, Op, Segment

_DASHES = re.compile(r":?-+:?")
_MOST_COLUMNS = 60
"""Wider tables are put in columns by rank alone; the cost of agreeing on columns is their square."""


class Piece(NamedTuple):
    """A part of one cell, with its column in either text (None where that text has no such words)."""

    old: int | None
    new: int | None
    segment: Segment


def pieces_of(segments: Sequence[Segment]) -> list[Piece]:
    """A row cut at its unescaped pipes, which are left out, and so is a space that came or went with one."""
    cuts_old = frozenset(bars("".join([s.text for s in segments if s.op is not Op.INSERT])))
    cuts_new = frozenset(bars("".join([s.text for s in segments if s.op is not Op.DELETE])))
    at_old = at_new = column_old = column_new = 0
    found = []
    for segment in segments:
        in_old, in_new = segment.op is not Op.INSERT, segment.op is not Op.DELETE
        start = 0
        for at in range(len(segment.text) + 1):
            end = at == len(segment.text)
            pipe_old = not end and in_old and at_old + at in cuts_old
            pipe_new = not end and in_new and at_new + at in cuts_new
            if not (end or pipe_old or pipe_new):
                continue
            beside = segment.op is not Op.EQUAL and not (start == 0 and end)
            if start < at and not (beside and segment.text[start:at].isspace()):
                part = segment._replace(text=segment.text[start:at])
                found.append(Piece(column_old if in_old else None, column_new if in_new else None, part))
            start = at + 1
            column_old += pipe_old
            column_new += pipe_new
        at_old += len(segment.text) if in_old else 0
        at_new += len(segment.text) if in_new else 0
    return found


class Columns:
    """The columns of a table: those of the new text in order, with what only the old text has between."""

    def __init__(self, rows: Sequence[Sequence[Piece]]) -> None:
        pieces = [piece for row in rows for piece in row]
        self._old_count = max((p.old for p in pieces if p.old is not None), default=-1) + 1
        self._new_count = max((p.new for p in pieces if p.new is not None), default=-1) + 1
        self._old: dict[int, int] = {}
        self._new: dict[int, int] = {}
        self.count = 0
        at_old = at_new = 0
        for old, new in [*self._shared(pieces), (self._old_count, self._new_count)]:
            while at_old < old or at_new < new:
                if at_old < old:
                    self._old[at_old] = self.count
                    at_old += 1
                if at_new < new:
                    self._new[at_new] = self.count
                    at_new += 1
                self.count += 1
            if old < self._old_count or new < self._new_count:
                self._old[old] = self._new[new] = self.count
                self.count += 1
                at_old, at_new = old + 1, new + 1

    def cells(self, row: Sequence[Piece]) -> tuple[list[Segment], ...]:
        """The segments of a row, column by column."""
        cells: list[list[Segment]] = [[] for _ in range(self.count)]
        for piece in row:
            old = self._old.get(piece.old) if piece.old is not None else None
            new = self._new.get(piece.new) if piece.new is not None else None
            if old is None or new is None or old == new or piece.segment.text.isspace():
                cells[new if new is not None else old or 0].append(piece.segment)
                continue
            for column, op in ((old, Op.DELETE), (new, Op.INSERT)):
                cells[column].append(piece.segment._replace(op=op, cls=ChangeClass.LAYOUT))
        return tuple(cells)

    def aligned(self, rule: str, *, is_new: bool) -> tuple[str, ...]:
        """How each column is set, from the line of dashes below the header."""
        places = self._new if is_new else self._old
        sides = ["left"] * self.count
        for rank, dashes in enumerate(_DASHES.findall(rule)):
            if rank in places and dashes.endswith(":"):
                sides[places[rank]] = "center" if dashes.startswith(":") else "right"
        return tuple(sides)

    def _shared(self, pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
        """The columns that both texts have: those whose words stay, in order, weighed by how many do."""
        votes: defaultdict[tuple[int, int], int] = defaultdict(int)
        for piece in pieces:
            if piece.old is not None and piece.new is not None:
                votes[piece.old, piece.new] += len(piece.segment.text.split())
        same = self._old_count == self._new_count
        if same and all(old == new for (old, new), words in votes.items() if words):
            yield from ((k, k) for k in range(self._old_count))
            return
        if self._old_count * self._new_count > _MOST_COLUMNS**2:
            return
        best = [[0] * (self._new_count + 1) for _ in range(self._old_count + 1)]
        for i in reversed(range(self._old_count)):
            for j in reversed(range(self._new_count)):
                best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + votes[i, j])
        i = j = 0
        while i < self._old_count and j < self._new_count:
            if votes[i, j] and best[i][j] == best[i + 1][j + 1] + votes[i, j]:
                yield i, j
                i, j = i + 1, j + 1
            elif best[i][j] == best[i + 1][j]:
                i += 1
            else:
                j += 1


def split_by_header(rules: Sequence[bool]) -> Iterator[tuple[int, int, int]]:
    """Rows that touch, as tables: first line, line of dashes, end. `rules` tells the lines of dashes.

    A second line of dashes begins a second table, whose header is the row above it.
    """
    lines = [k for k, is_rule in enumerate(rules) if is_rule]
    first = [k for k in lines if k - 1 not in lines]
    bounds = [0, *(max(k - 1, 0) for k in first[1:]), len(rules)]
    for start, end, rule in zip(bounds[:-1], bounds[1:], first or [0], strict=True):
        yield start, rule, end

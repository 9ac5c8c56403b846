"""A line of a table cut at its bars: what stands outside the outer ones, and the cells between."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from statuts.model.document import Block, BlockKind

_BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")
_BEFORE_A_BAR = re.compile(r"[ \t]*(?=\|)")


def bars(text: str) -> Iterator[int]:
    """Where the bars stand that part cells: those no backslash takes for the text."""
    return (match.end() - 1 for match in _BAR.finditer(text))


class Line(NamedTuple):
    """`lead`, the cells with a bar between each two, and `tail` are the line again.

    The spaces beside the outer bars belong to `lead` and `tail`, save where a cell is empty.
    """

    lead: str
    cells: tuple[str, ...]
    tail: str

    def widened(self, *, left: bool, right: bool) -> "Line":
        """The same line, where the spaces inside an outer bar belong to the cell beside it."""
        lead, cells, tail = self.lead, list(self.cells), self.tail
        bar = len(lead.rstrip(" \t"))
        if left and lead[:bar].endswith("|"):
            cells[0] = lead[bar:] + cells[0]
            lead = lead[:bar]
        if right and (space := _BEFORE_A_BAR.match(tail)):
            cells[-1] += space[0]
            tail = tail[space.end() :]
        return Line(lead, tuple(cells), tail)


def line_of(block: Block) -> Line:
    """A row, or the line of dashes below the header, as cells."""
    lead, body, tail = block.lead, block.body, block.tail
    if block.kind is BlockKind.RULE:
        if body.startswith("|"):
            lead, body = lead + "|", body[1:]
        if body.endswith("|"):
            body, tail = body[:-1], "|" + tail
    borders = [-1, *bars(body), len(body)]
    cells = tuple(body[a + 1 : b] for a, b in pairwise(borders))
    return Line(lead, cells, tail)

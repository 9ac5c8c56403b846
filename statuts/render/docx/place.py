"""Where on the page an element of a Word paper stands."""

from typing import NamedTuple


class Place(NamedTuple):
    """Where an element stands: how wide the line is there, in a cell or not, in how many lists."""

    width: int
    in_cell: bool = False
    heads: bool = False
    starts: bool = False  # nothing stands above it in its cell
    level: int = 0
    list_id: int = 0  # the list whose mark the next paragraph bears

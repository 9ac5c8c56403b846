"""Which alinéas of two articles belong together."""

from typing import NamedTuple


class Match(NamedTuple):
    """Alinéas that belong together: one old and one new, or several of one side for a split or a join.

    Indices; an empty side means that the alinéa came or went.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]

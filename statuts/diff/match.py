"""Which alinéas of two articles belong together."""

from typing import NamedTuple


class Match(NamedTuple):
    """Alinéas that belong together: one old and one new, or several of one side for a split or a join.

    Indices; an empty side means that the alinéa came or went.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]

    def shifted(self, old: int, new: int) -> "Match":
        """The same, for lists that begin `old` and `new` places earlier."""
        return Match(tuple([k + old for k in self.old]), tuple([k + new for k in self.new]))

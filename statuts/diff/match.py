"""Which alinéas of two articles belong together."""

from functools import lru_cache
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


@lru_cache(maxsize=4096)
def pair_of(old: int, new: int) -> Match:
    """One alinéa and what it became: most matches, and the same ones in every article."""
    return Match((old,), (new,))

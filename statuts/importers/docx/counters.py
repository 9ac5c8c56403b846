"""The numbers of one text's lists, counted as Word counts them, paragraph after paragraph."""

import re

from statuts.importers.docx.figures import figure
from statuts.importers.docx.numbering import DEPTH, Level, List
from statuts.importers.docx.symbols import bullet

_PLACE = re.compile(r"%([1-9])([^%]*(?=%))?")  # with what follows it, up to the next one


class Counters:
    """Where every list stands. A tracked file needs two: a struck item counts in one of its texts only."""

    def __init__(self) -> None:
        self._at: dict[str, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()

    def label(self, found: List, rank: int) -> str:
        """What stands before the next paragraph of this list at this level."""
        level = found.levels.get(rank)
        if level is None:
            return ""
        at = self._at.setdefault(found.key, [None] * DEPTH)
        self._count(found, rank, at)
        if level.format == "bullet":
            return bullet(level.text, level.font)
        return _PLACE.sub(lambda place: self._shown(place, found, at, level), level.text, count=DEPTH)

    def _count(self, found: List, rank: int, at: list[int | None]) -> None:
        now = at[rank]
        for above in range(rank):
            if at[above] is None:
                at[above] = self._start(found, above)
        anew = rank in found.starts and (id(found), rank) not in self._begun
        at[rank] = self._start(found, rank) if now is None or anew else now + 1
        for below in range(rank + 1, DEPTH):
            restart = found.levels.get(below, Level()).restart
            if restart is None or rank < restart:
                at[below] = None

    def _start(self, found: List, rank: int) -> int:
        self._begun.add((id(found), rank))
        return found.starts.get(rank, found.levels.get(rank, Level()).start)

    @staticmethod
    def _shown(place: re.Match[str], found: List, at: list[int | None], shown_in: Level) -> str:
        """A number and the sign after it; a level that shows none takes its sign along."""
        rank = int(place[1]) - 1
        number, level = at[rank], found.levels.get(rank)
        if number is None or level is None or level.format == "none":
            return ""
        return figure(number, "decimal" if shown_in.is_legal else level.format) + (place[2] or "")

"""The subdivisions of an article that marks open: I, A, 1°, a). Guide de légistique, fiche 3.2.2.

What a mark opens runs up to the next mark of its own kind, or of a kind that contains it.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from statuts.wording.outline import Alinea

_SIGNS = " \t.()°º–—-\u00a0\u202f"
_ROMAN = re.compile(r"[IVX]+")


class Sort(StrEnum):
    """The kinds of marks."""

    ROMAN = "roman"
    CAPITAL = "capital"
    FIGURE = "figure"
    LETTER = "letter"
    DASH = "dash"
    NONE = "none"


class Level(NamedTuple):
    """Alinéas `first` to `last` (excluded) that a mark opens. `open_ended`: more may belong to it, or not."""

    first: int
    last: int
    open_ended: bool = False


def mark_key(mark: str) -> str:
    """What two marks share that differ by their signs alone: `1°`, `1.` and `1)` are `1`."""
    return mark.strip(_SIGNS)


def sort_of(mark: str) -> Sort:
    """What kind of mark it is."""
    key = mark_key(mark)
    if not mark:
        return Sort.NONE
    if key[:1].isdecimal():
        return Sort.FIGURE
    if _ROMAN.fullmatch(key):
        return Sort.ROMAN
    if key.isalpha() and len(key) <= 2:
        return Sort.CAPITAL if key.isupper() else Sort.LETTER
    return Sort.DASH


def levels(alineas: Sequence[Alinea], first: int, last: int) -> list[tuple[str, Level]]:
    """Every marked level among alinéas `first` to `last` (excluded), by the key of its mark, in order."""
    found: list[tuple[str, Level]] = []
    open_levels: list[tuple[Sort, int, str, int]] = []  # sort, depth, key, first alinéa

    def close(down_to: int, at: int, *, by_mark: bool) -> None:
        while len(open_levels) > down_to:
            _, depth, key, start = open_levels.pop()
            end = at if by_mark else _tail_start(alineas, start, at, depth)
            found.append((key, Level(start, end, not by_mark and _unclear(alineas, end, at))))

    for index in range(first, last):
        alinea = alineas[index]
        sort = sort_of(alinea.mark)
        if sort in (Sort.NONE, Sort.DASH):
            continue
        sorts = [(s, d) for s, d, *_ in open_levels]
        place = next((k for k, (s, d) in enumerate(sorts) if s is sort and d == alinea.depth), len(sorts))
        close(place, index, by_mark=True)
        open_levels.append((sort, alinea.depth, mark_key(alinea.mark), index))
    close(0, last, by_mark=False)
    return sorted(found, key=lambda each: (each[1].first, -each[1].last))


def _tail_start(alineas: Sequence[Alinea], start: int, stop: int, depth: int) -> int:
    """Where the last level ends: an unmarked alinéa at the outer margin, after a full stop, is the tail."""
    for index in range(start + 1, stop):
        if not alineas[index].mark and alineas[index].depth < depth:
            return index
    return stop


def _unclear(alineas: Sequence[Alinea], end: int, stop: int) -> bool:
    return end < stop and not alineas[end].mark

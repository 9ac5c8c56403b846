"""Which column of a table is which: by what heads it and by what its cells say, not by its place."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from statuts.diff.order import in_place, reading_order
from statuts.diff.units import bag, likeness, text_key

_HEADER = 0.4  # what the header counts beside the cells: less, for a header may be reworded
_WHOLE = 0.6  # among the cells, what those count that say the same; the rest is for shared words
_SAME = 0.35  # from here two columns are one column, edited
_MOVED = 0.6  # and from here also where it stands elsewhere
_ALONE = 0.15  # enough for one pair between two columns that stay
_MOST = 60  # wider tables are compared column by column in their order: bounds time

Column = Sequence[str]
"""What stands in a column, from its header down."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the reading order of the columns of both texts.

    A column that stays has both ranks. One that moved stands twice, with one rank each, under one
    `change`, and `other` is its rank in the other text. One that came or went has one rank.
    """

    old: int | None
    new: int | None
    change: int | None = None
    other: int | None = None

    @property
    def stays(self) -> bool:
        """Whether both texts have it at this place."""
        return self.change is None


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table in both texts, in reading order; their numbers in either."""

    slots: tuple[Slot, ...]
    widths: tuple[int, int]

    @property
    def shared(self) -> tuple[tuple[int, int], ...]:
        """The columns that both texts have, wherever they stand, in the order of the old one."""
        stay = [(s.old, s.new) for s in self.slots if s.old is not None and s.new is not None]
        moved = [(s.old, s.other) for s in self.slots if s.old is not None and s.other is not None]
        return tuple(sorted(stay + moved))

    @property
    def stay_in_place(self) -> bool:
        """Whether no column came, went or moved."""
        return all(slot.stays for slot in self.slots)


def pair_columns(old: Sequence[Column], new: Sequence[Column], fresh: Callable[[], int]) -> Columns:
    """The columns of both texts; each one that came, went or moved has a number of its own."""
    n, m = len(old), len(new)
    if n == m and all(map(_plainly_same, old, new)):
        return Columns(tuple(Slot(k, k) for k in range(n)), (n, m))
    scores = _scores(old, new)
    pairs = _best_first(scores)
    stays = in_place(pairs, lambda pair: sum(bag(cell)[1] for cell in old[pair[0]]) + 1)
    moved = {(i, j) for i, j in pairs if (i, j) not in stays and scores[i, j] >= _MOVED}
    stays |= _alone(n, m, stays, moved, scores)
    target, source = dict(moved), {j: i for i, j in moved}
    numbers = {i: fresh() for i, _ in sorted(moved)}
    slots = []
    for i, j in reading_order(n, m, stays):
        if i is not None and j is not None:
            slots.append(Slot(i, j))
        elif i is not None:
            slots.append(Slot(i, None, numbers.get(i) or fresh(), target.get(i)))
        elif j is not None:
            left = source.get(j)
            slots.append(Slot(None, j, fresh() if left is None else numbers[left], left))
    return Columns(tuple(slots), (n, m))


def _plainly_same(old: Column, new: Column) -> bool:
    """The same header over cells most of which stay: no word need be read."""
    if old[0] != new[0]:
        return False
    return 2 * (Counter(old) & Counter(new)).total() > max(len(old), len(new))


def _scores(old: Sequence[Column], new: Sequence[Column]) -> dict[tuple[int, int], float]:
    if max(len(old), len(new)) > _MOST:
        return {(k, k): 1.0 for k in range(min(len(old), len(new)))}
    return {(i, j): _alike(a, b) for i, a in enumerate(old) for j, b in enumerate(new)}


def _alike(old: Column, new: Column) -> float:
    """How much two columns have in common, 0 to 1; what is empty in both says nothing."""
    if old == new:
        return 1.0
    evidence = []
    if old[0].strip() or new[0].strip():
        evidence.append((_HEADER, likeness(old[0], new[0])))
    cells_old = Counter(text_key(cell) for cell in old[1:] if cell.strip())
    cells_new = Counter(text_key(cell) for cell in new[1:] if cell.strip())
    if most := max(cells_old.total(), cells_new.total()):
        same = (cells_old & cells_new).total() / most
        shared = likeness("\n".join(old[1:]), "\n".join(new[1:]))
        evidence.append((1 - _HEADER, _WHOLE * same + (1 - _WHOLE) * shared))
    total = sum(weight for weight, _ in evidence)
    return sum(weight * value for weight, value in evidence) / total if total else 1.0


def _best_first(scores: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Pairs of columns that are alike, each column once; of equal ones, those nearest in rank."""
    candidates = [(-score, abs(i - j), i, j) for (i, j), score in scores.items() if score >= _SAME]
    pairs: dict[int, int] = {}
    for _, _, i, j in sorted(candidates):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return sorted(pairs.items())


def _alone(
    n: int,
    m: int,
    stays: set[tuple[int, int]],
    moved: set[tuple[int, int]],
    scores: dict[tuple[int, int], float],
) -> set[tuple[int, int]]:
    """Between two that stay, the two columns most alike, or the only ones: renamed and refilled."""
    left, came = {i for i, _ in moved}, {j for _, j in moved}
    found = set()
    i = j = 0
    for stay_old, stay_new in [*sorted(stays), (n, m)]:
        gone = [k for k in range(i, stay_old) if k not in left]
        come = [k for k in range(j, stay_new) if k not in came]
        if gone and come:
            score, a, b = max((scores.get((a, b), 0.0), -a, -b) for a in gone for b in come)
            if score >= _ALONE or (len(gone) == len(come) == 1 and n == m and not moved):
                found.add((-a, -b))
        i, j = stay_old + 1, stay_new + 1
    return found

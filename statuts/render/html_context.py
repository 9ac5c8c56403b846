"""What the parts of one page share: which changes are shown, and the one id that each of them has."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from statuts.model.message import Message
from statuts.model.redline import (
    ArticleChange,
    ArticleStatus,
    BlockChange,
    BlockStatus,
    ChangeClass,
    Op,
    Segment,
    Side,
)
from statuts.render.html_view import Change, Mark, Number

Say = Callable[[Message], str]


@dataclass(frozen=True, slots=True)
class Move:
    """Where something left and came to: ranks in reading order, and the labels of the articles."""

    source: int
    target: int
    source_label: str
    target_label: str


class Context:
    """Knows every change of a redline before the first is laid out, and gives out ids as they are used.

    `prefix` begins each id, where a page shows two texts; `origins` are the ids of what brings changes about.
    """

    def __init__(
        self,
        articles: Sequence[ArticleChange],
        shown: frozenset[ChangeClass],
        say: Say,
        prefix: str = "",
        origins: Mapping[int, str] | None = None,
    ) -> None:
        self.shown = shown
        self.say = say
        self._prefix = prefix
        self._origins = origins or {}
        self._used: set[str] = set()
        visible: set[int] = set()
        sources: dict[int, tuple[int, str]] = {}
        targets: dict[int, tuple[int, str]] = {}
        rank = 0
        for article in articles:
            for block in article.blocks:
                rank += 1
                if block.move is not None:
                    places = sources if leaves(article, block) else targets
                    places.setdefault(block.move, (rank, article.shown.label))
                    visible.add(block.move)
                for segment in block.segments:
                    rank += 1
                    if segment.change is None or segment.cls not in shown:
                        continue
                    visible.add(segment.change)
                    if segment.moved:
                        places = sources if segment.op is Op.DELETE else targets
                        places.setdefault(segment.change, (rank, article.shown.label))
        self._order = {number: k for k, number in enumerate(sorted(visible))}
        self._sorted = sorted(visible)
        self._moves = {
            n: Move(sources[n][0], targets[n][0], sources[n][1], targets[n][1])
            for n in sources.keys() & targets.keys()
        }

    @property
    def total(self) -> int:
        """How many changes are shown from the start."""
        return len(self._sorted)

    @property
    def shown_numbers(self) -> list[int]:
        """The numbers of these, in reading order."""
        return self._sorted

    @property
    def first(self) -> str:
        """The id of the first of them; empty where there is none."""
        return self.target(self._sorted[0]) if self._sorted else ""

    def move(self, number: int) -> Move | None:
        """The two places of a move; None where only one of them is at hand."""
        return self._moves.get(number)

    def place(self, number: int, leaving: bool) -> str:
        """The id of one end of a move: `c7` for the end that is read first, `c7-bis` for the other."""
        move = self._moves.get(number)
        first = move is None or leaving == (move.source < move.target)
        return self.target(number) if first else self.target(number) + "-bis"

    def target(self, number: int) -> str:
        """The id of a change."""
        return f"{self._prefix}c{number}"

    def number(self, number: int) -> Number:
        """A change as the margin names it."""
        return Number(number, self.target(number), self._origins.get(number, ""))

    def has(self, anchor: str) -> bool:
        """Whether an id was given out."""
        return anchor in self._used

    def visible(self, segment: Segment) -> bool:
        """Whether a difference is shown from the start."""
        return segment.cls is not None and segment.cls in self.shown

    def take(self, anchor: str) -> str:
        """`anchor` the first time it is asked for, then nothing: an id names one element."""
        if anchor in self._used:
            return ""
        self._used.add(anchor)
        return anchor

    def change(self, number: int, marks: tuple[Mark, ...], closing: bool = False, anchor: str = "") -> Change:
        """A numbered change with its id, if it is still to be given, and its neighbours."""
        taken = self.take(anchor or self.target(number))
        rank = self._order.get(number)
        before = after = ""
        if rank is not None and taken:
            before = self.target(self._sorted[rank - 1]) if rank else ""
            after = self.target(self._sorted[rank + 1]) if rank + 1 < len(self._sorted) else ""
        total = len(self._sorted) if rank is not None else 0
        return Change(number, marks, taken, before, after, total, closing)


def leaves(article: ArticleChange, block: BlockChange) -> bool:
    """True at the place something moved from; not where a sub-amendment took it away from again."""
    whole = article.side is Side.OLD and ArticleStatus.MOVED in article.statuses
    return whole or (BlockStatus.MOVED_FROM in block.statuses and block.side is not Side.BOTH)

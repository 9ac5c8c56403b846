"""Words and borders gathered by their fate, so that what is one change is tracked as one."""

from collections.abc import Iterable

from statuts.model.flow import FlowRun
from statuts.model.redline import Op
from statuts.render.odt.changes import Changes
from statuts.render.odt.runs import flow_run
from statuts.render.odt.stream import Para, Piece, Stream


class Pieces:
    """Writes runs into a stream; puts the number of each change where it first shows."""

    def __init__(self, stream: Stream, changes: Changes, shown: frozenset[int] = frozenset()) -> None:
        """`shown` are numbers that need not be put again."""
        self._stream, self._changes = stream, changes
        self._op = Op.EQUAL
        self._number: int | None = None
        self._held: list[Piece] = []
        self._before: set[int] = set()
        self._numbers: set[int] = set(shown)
        self._due: list[int] = []
        self._notes: tuple[str, ...] = ()

    def border(self, op: Op, para: Para, *, opens: bool = False, closes: bool = False) -> None:
        """The border to the next paragraph: a change can begin with it, or end with it."""
        if opens:
            self.flush()
        self._add(op, None, para)
        if closes:
            self.flush()

    def begin(self, numbers: Iterable[int], notes: tuple[str, ...]) -> None:
        """A paragraph or a row that shows these changes begins."""
        self._before, self._numbers = self._numbers, set(numbers)
        self._due = [n for n in sorted(self._numbers) if n not in self._before]
        self._notes = notes

    def runs(self, runs: Iterable[FlowRun], op: Op | None = None) -> None:
        """Words; `op` is their fate where all share one."""
        for run in runs:
            fate = op or run.op
            if run.change is not None and run.change not in self._before | self._numbers:
                self._numbers.add(run.change)
                self._due.append(run.change)
            if run.change in self._due or (self._notes and not self._due):
                self._add(fate, run.change, self._mark(run.change))
            self._add(fate, run.change, flow_run(run))
        for number in tuple(self._due):  # changes of what has no words: to which side a column is set
            self._add(op or Op.EQUAL, number, self._mark(number))

    def flush(self) -> None:
        """Writes what is held."""
        if self._held:
            self._stream.put(self._op, self._held)
        self._op, self._number, self._held = Op.EQUAL, None, []

    def _mark(self, number: int | None) -> str:
        if number is not None:
            self._due.remove(number)
        notes, self._notes = self._notes, ()
        return self._changes.number(f"C{number}" if number is not None else "", notes)

    def _add(self, op: Op, number: int | None, piece: Piece) -> None:
        same = number is None or self._number is None or number == self._number
        if self._held and (op is not self._op or (op is not Op.EQUAL and not same)):
            self.flush()
        self._op = op
        self._number = number if self._number is None else self._number
        self._held.append(piece)

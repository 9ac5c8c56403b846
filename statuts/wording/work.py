"""An act under way: the text before it, its splices so far, and what is to be struck as a whole."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from statuts.errors import WordingError
from statuts.model.instruction import Address, Instruction
from statuts.model.message import msg
from statuts.wording.joints import high_space
from statuts.wording.outline import Outline
from statuts.wording.places import Namer, Place, find
from statuts.wording.splices import Carried, Splice, Splices, overlap


class Work:
    """Collects what the instructions of an act do to `text`; nothing is done before `result`."""

    def __init__(self, text: Outline, name: Namer) -> None:
        self.text = text
        self.name = name
        self._splices = Splices(text.source)
        self._alineas: dict[tuple[int, ...], int] = {}  # struck alinéas: which instruction struck them
        self._rows: dict[tuple[int, ...], int] = {}
        self._portions: dict[int, int] = {}
        self._labels: list[str] = []
        self._order = 0
        self._at: list[int] = []

    @cached_property
    def habit(self) -> str:
        """The space this text leaves before « ; : ! ? »."""
        return high_space(self.text.source)

    def begin(self, order: int, instruction: Instruction) -> None:
        """The next instruction."""
        self._order = order
        self._labels.append(instruction.label or str(order + 1))
        self._at = []

    def begun_at(self) -> Sequence[int]:
        """Where in the source the present instruction has changed something."""
        return self._at

    def find(self, address: Address) -> list[Place]:
        """The places an address names in the text before the act."""
        return find(self.text, address, self.name)

    def splice(self, start: int, end: int, new: str) -> None:
        """Put `new` in the place of `source[start:end]`."""
        if start == end and not new:
            return
        self._at.append(start)
        self._splices.edits.append(Splice(start, end, new, self._order, self._labels[self._order]))

    def carry(self, start: int, end: int, to: int, before: str, after: str) -> None:
        """Take `source[start:end]` to `to`."""
        if start <= to <= end:
            raise WordingError(msg("What is moved stands there already."))
        self._at.append(start)
        self._splices.carried.append(
            Carried(start, end, to, before, after, self._order, self._labels[self._order])
        )

    def strike_alinea(self, p: int, k: int) -> None:
        """Strike a whole alinéa, and the space it took."""
        alinea = self.text.portions[p].alineas[k]
        self._at.append(alinea.start)
        self._once(self._alineas.setdefault((p, k), self._order))

    def strike_row(self, p: int, k: int, row: int) -> None:
        """Strike a line of a table. Raises `WordingError` for its header."""
        if row == 0:
            raise WordingError(
                msg("The first line of a table is its header: it cannot be struck alone."),
                msg("strike the whole table, or give it a new wording"),
            )
        self._at.append(self.text.portions[p].alineas[k].rows[row].start)
        self._once(self._rows.setdefault((p, k, row), self._order))

    def strike_portion(self, p: int) -> None:
        """Strike an article, or a heading with what stands right below it."""
        self._at.append(self.text.portions[p].start)
        self._once(self._portions.setdefault(p, self._order))

    def _once(self, order: int) -> None:
        if order != self._order:
            raise overlap(self._labels[order], self._labels[self._order])

    def result(self) -> str:
        """The text after the act. Raises `WordingError` where two instructions touch the same words."""
        self._strike_alineas()
        self._strike_rows()
        self._strike_portions()
        return self._splices.result()

    def _strike_alineas(self) -> None:
        for (p, first), (_, last), order in _runs(self._alineas):
            alineas = self.text.portions[p].alineas
            before = alineas[first - 1] if first else None
            if alineas[first].run_in:  # the label stays, and what follows goes up beside it
                stop = alineas[last + 1].start if last + 1 < len(alineas) else alineas[last].end
                self._cut(alineas[first].start, stop, order)
            elif before and self._gap(alineas[last].end, alineas[last].tail_end) >= self._gap(
                before.end, before.tail_end
            ):
                self._cut(
                    self.closed(before.end, before.tail_end),
                    self.closed(alineas[last].end, alineas[last].tail_end),
                    order,
                )
            else:
                self._cut(alineas[first].lead, alineas[last].tail_end, order)

    def _strike_rows(self) -> None:
        for (p, k, first), (*_, last), order in _runs(self._rows):
            rows = self.text.portions[p].alineas[k].rows
            if last + 1 == len(rows) and first > 1:
                self._cut(
                    self.closed(rows[first - 1].end, rows[first - 1].tail_end),
                    self.closed(rows[last].end, rows[last].tail_end),
                    order,
                )
            elif last + 1 == len(rows):
                alinea = self.text.portions[p].alineas[k]
                self._cut(rows[first].lead - len(self.text.newline), alinea.end, order)
            else:
                self._cut(rows[first].lead, rows[last].tail_end, order)

    def _strike_portions(self) -> None:
        for (first,), (last,), order in _runs({(p,): order for p, order in self._portions.items()}):
            portions = self.text.portions
            if last + 1 == len(portions) and first:
                self._cut(self.ended(first - 1), self.ended(last), order)
            else:
                self._cut(portions[first].start, portions[last].end, order)

    def _cut(self, start: int, end: int, order: int) -> None:
        self._splices.edits.append(Splice(start, end, "", order, self._labels[order]))

    def _gap(self, start: int, end: int) -> int:
        return self.text.source.count("\n", start, end) or self.text.source.count("\r", start, end)

    def closed(self, end: int, tail_end: int) -> int:
        """Where an alinéa has ended with its closing marks, before its line end."""
        return end + len(self.text.source[end:tail_end].rstrip())

    def ended(self, p: int) -> int:
        """Where the words of a portion end, before the blank lines after it."""
        portion = self.text.portions[p]
        return portion.start + len(self.text.source[portion.start : portion.end].rstrip())


def _runs(struck: Mapping[tuple[int, ...], int]) -> list[tuple[tuple[int, ...], tuple[int, ...], int]]:
    """Runs of struck things that follow each other: the first, the last, the order of the first."""
    found: list[tuple[tuple[int, ...], tuple[int, ...], int]] = []
    for key in sorted(struck):
        if found:
            first, last, order = found[-1]
            if last[:-1] == key[:-1] and last[-1] + 1 == key[-1]:
                found[-1] = (first, key, order)
                continue
        found.append((key, key, struck[key]))
    return found

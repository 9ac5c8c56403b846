"""The redline of one row of a table: cell against cell, in columns that both texts agree on."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from statuts.diff import alineas
from statuts.diff.alineas import Fresh, around
from statuts.diff.columns import Columns, Slot
from statuts.diff.marking import run_together
from statuts.diff.renumbering import Renumbering
from statuts.diff.two_places import as_come, as_left
from statuts.markdown.cells import Line, line_of
from statuts.model.document import Block, BlockKind
from statuts.model.redline import FOLDED, BlockChange, BlockStatus, ChangeClass, Op, Part, Segment, Side

_BLANKS = " \t"


def changed(old: Block, new: Block, columns: Columns, fresh: Fresh, renumbering: Renumbering) -> BlockChange:
    """A row of both texts. One whose cells do not fit its header is compared as running text is."""
    if (old.body, old.lead, old.tail) == (new.body, new.lead, new.tail) and columns.stay_in_place:
        return alineas.unchanged(new)
    line_old, line_new = line_of(old), line_of(new)
    if (len(line_old.cells), len(line_new.cells)) != columns.widths:
        return alineas.changed(old, new, fresh, renumbering)
    line_old, line_new = _evened(line_old, line_new)
    row = _Row(line_old.cells, line_new.cells, columns, new.kind, fresh, renumbering)
    text = tuple(run_together(row.segments()))
    lead = around(line_old.lead, line_new.lead, Part.LEAD)
    tail = around(line_old.tail, line_new.tail, Part.TAIL)
    edited = any(s.cls is not None and s.cls not in FOLDED for s in text)
    statuses = [BlockStatus.MODIFIED if edited else BlockStatus.UNCHANGED]
    if BlockStatus.SENTENCE_REPLACED in row.statuses:
        statuses.append(BlockStatus.SENTENCE_REPLACED)
    return BlockChange(new.kind, tuple(statuses), Side.BOTH, (*lead, *text, *tail), new.depth, new.group)


def _evened(old: Line, new: Line) -> tuple[Line, Line]:
    """Both lines with the outer spaces on the same side of the border between lead, cells and tail."""
    left = any(not line.cells[0].strip() for line in (old, new))
    right = any(not line.cells[-1].strip() for line in (old, new))
    return old.widened(left=left, right=right), new.widened(left=left, right=right)


class _Cell(NamedTuple):
    """A cell with the bar, and maybe the space, beside it that came or went with it."""

    before: str
    words: str
    after: str = ""
    is_there: bool = True


_NONE = _Cell("", "", "", is_there=False)


class _Row:
    """One row in both texts, and how its cells became those of the other."""

    def __init__(
        self,
        old: Sequence[str],
        new: Sequence[str],
        columns: Columns,
        kind: BlockKind,
        fresh: Fresh,
        renumbering: Renumbering,
    ) -> None:
        self._texts, self._slots, self._is_dashes = (old, new), columns.slots, kind is BlockKind.RULE
        self._fresh, self._renumbering = fresh, renumbering
        self._arrived: dict[int, tuple[Segment, ...]] = {}  # by the number of the move
        self.statuses: set[BlockStatus] = set()

    def segments(self) -> Iterator[Segment]:
        """The cells with their bars, those of the old text alone before those of the new one."""
        cells_old, cells_new = self._cells(0), self._cells(1)
        self._give_spaces(cells_old, cells_new)
        for slot, old, new in zip(self._slots, cells_old, cells_new, strict=True):
            if slot.stays:
                yield Segment(Op.EQUAL, new.before)
                yield from self._compared(old.words, new.words)
            elif old.is_there:
                yield from self._one_sided(slot, old, Op.DELETE)
            else:
                yield from self._one_sided(slot, new, Op.INSERT)

    def _cells(self, side: int) -> list[_Cell]:
        """The cells of one text by slot. A bar goes with the cell after it; before the first column that
        stays, with the cell before it."""
        first = next((k for k, slot in enumerate(self._slots) if slot.stays), -1)
        cells: list[_Cell] = []
        for k, slot in enumerate(self._slots):
            rank = slot.new if side else slot.old
            if rank is None:
                cells.append(_NONE)
                continue
            before = "|" if k > first and rank else ""
            cells.append(_Cell(before, self._texts[side][rank], "|" if k < first else ""))
        return cells

    def _give_spaces(self, old: list[_Cell], new: list[_Cell]) -> None:
        """The space that parts a cell which stays from one that only its own text has goes with that one,
        where the cell stands at the edge of the other text."""
        staying = [k for k, slot in enumerate(self._slots) if slot.stays]
        if not staying:
            return
        first, last = staying[0], staying[-1]
        for mine, other in ((old, new), (new, old)):
            words = mine[first].words
            leading = [k for k in range(first) if mine[k].is_there]
            if leading and not other[first].words[:1].isspace():
                kept, beside = words.lstrip(_BLANKS), mine[leading[-1]]
                mine[leading[-1]] = beside._replace(after=beside.after + words[: len(words) - len(kept)])
                mine[first] = mine[first]._replace(words=kept)
            words = mine[last].words
            trailing = [k for k in range(last + 1, len(mine)) if mine[k].is_there]
            if trailing and not other[last].words[-1:].isspace():
                kept, beside = words.rstrip(_BLANKS), mine[trailing[0]]
                mine[trailing[0]] = beside._replace(before=words[len(kept) :] + beside.before)
                mine[last] = mine[last]._replace(words=kept)

    def _one_sided(self, slot: Slot, cell: _Cell, op: Op) -> Iterator[Segment]:
        whole = Segment(op, "", Part.TEXT, slot.change, ChangeClass.WORDING, slot.other is not None)
        core = cell.words.strip(_BLANKS)
        start = cell.words.index(core)
        yield whole._replace(text=cell.before + cell.words[:start])
        if slot.other is None or slot.change is None:
            yield whole._replace(text=core)
        else:
            inner = self._moved(slot, core, op)
            yield from as_left(inner, slot.change) if op is Op.DELETE else as_come(inner, slot.change)
        yield whole._replace(text=cell.words[start + len(core) :] + cell.after)

    def _moved(self, slot: Slot, core: str, op: Op) -> tuple[Segment, ...]:
        """A cell of a column that moved, in both texts: compared once for both of its places."""
        assert slot.change is not None
        assert slot.other is not None
        if slot.change not in self._arrived:
            other = self._texts[op is Op.DELETE][slot.other].strip(_BLANKS)
            pair = (core, other) if op is Op.DELETE else (other, core)
            self._arrived[slot.change] = tuple(self._compared(*pair))
        return self._arrived[slot.change]

    def _compared(self, old: str, new: str) -> Iterator[Segment]:
        if old == new:
            yield Segment(Op.EQUAL, old)
        elif self._is_dashes:  # to which side a column is set
            yield Segment(Op.DELETE, old, Part.TEXT, None, ChangeClass.LAYOUT)
            yield Segment(Op.INSERT, new, Part.TEXT, None, ChangeClass.LAYOUT)
        else:
            was, now = (Block(BlockKind.ROW, "", text, "", 0, 1) for text in (old, new))
            inner = alineas.changed(was, now, self._fresh, self._renumbering)
            self.statuses.update(inner.statuses)
            yield from inner.segments

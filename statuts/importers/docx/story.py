"""One story of a Word file – its body, a note, a header, a box –: its paragraphs and tables in order."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from statuts.importers.docx.fate import PLAIN, Fate
from statuts.importers.docx.fields import Fields
from statuts.importers.docx.fonts import said
from statuts.importers.docx.inline import Inline
from statuts.importers.docx.looks import Draft, Looks, drafted
from statuts.importers.docx.names import VAL, Element, W, integer, is_on, value
from statuts.importers.docx.source import Source
from statuts.importers.docx.styles import Shape, shape
from statuts.importers.docx.wrappers import Unwrapped, unwrapped
from statuts.importers.runs import joined
from statuts.model.brought import (
    Aside,
    AsideKind,
    BroughtBlock,
    BroughtLook,
    BroughtParagraph,
    BroughtRow,
    BroughtRun,
    BroughtTable,
)
from statuts.model.redline import Op

_BLOCKS = {f"{W}p", f"{W}tbl"}
_ROWS = {f"{W}tr"}
_CELLS = {f"{W}tc"}
_FOREIGN = {f"{W}altChunk", f"{W}subDoc"}
_WIDEST = 63  # columns; Word has no more
_Cell = tuple[BroughtParagraph, ...]


class Story:
    """A story while it is read; what hangs on its words is left in the source, to be read later."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._fields = Fields()
        self._count = 0
        self._carried: tuple[BroughtRun, ...] = ()
        self._drafts: list[Draft] = []
        self._contents: list[BroughtParagraph] = []

    def read(self, parent: Element, fate: Fate = PLAIN) -> tuple[BroughtBlock, ...]:
        """All of it."""
        blocks = tuple(self._blocks(parent, fate))
        if self._contents:
            self._source.asides.append(Aside(AsideKind.CONTENTS, tuple(self._contents)))
        looks = Looks(self._source).of(self._drafts)
        return tuple(_dressed(block, looks) for block in blocks)

    def _blocks(self, parent: Element, fate: Fate) -> Iterator[BroughtBlock]:
        """The blocks of a body or a cell; words whose paragraph ends in neither text go into the next one."""
        for found in unwrapped(parent, _BLOCKS, fate):
            if found.element.tag == f"{W}p":
                yield from self._paragraph(found)
            elif found.element.tag == f"{W}tbl":
                yield from self._end(fate)
                yield self._table(found)
            else:
                self._beside(found.element)
        yield from self._end(fate)

    def _end(self, fate: Fate) -> Iterator[BroughtParagraph]:
        """No paragraph follows that the last one could join: a table does, or nothing."""
        if self._carried:
            yield self._drafted(Shape(), None, fate.op, fate)
        if self._drafts:
            self._drafts[-1] = self._drafts[-1]._replace(is_last=True)

    def _drafted(self, now: Shape, properties: Element | None, mark: Op, fate: Fate) -> BroughtParagraph:
        """A paragraph with all its words; what it is cannot be known before the story ends."""
        runs, self._carried = joined(self._carried), ()
        self._drafts.append(drafted(now, properties, runs, mark, fate.op))
        return BroughtParagraph(runs, place=self._place, mark=mark)

    def _beside(self, element: Element) -> None:
        if element.tag in _FOREIGN:
            self._source.seen["foreign"] += 1
        else:
            self._source.anchors.mark(element)

    @property
    def _place(self) -> str:
        return f"¶ {self._count}"

    def _paragraph(self, found: Unwrapped) -> Iterator[BroughtParagraph]:
        self._count += 1
        properties = found.element.find(f"{W}pPr")
        of_mark = None if properties is None else properties.find(f"{W}rPr")
        mark = found.fate.among(of_mark)
        was_contents = found.in_contents or self._fields.is_contents
        now = shape(properties)
        inline = Inline(self._source, self._fields, self._source.styles.style(now.style))
        inline.read(found.element, found.fate, in_contents=found.in_contents)
        runs = inline.words.runs
        self._put_aside(inline)
        is_hidden = bool(inline.hidden) and bool(said(of_mark).get("vanish"))
        if not runs and (inline.contents or was_contents or is_hidden):
            return
        self._carried += runs
        if mark.is_nowhere or _is_drop_cap(properties):
            return
        yield self._drafted(now, properties, mark.op, found.fate)

    def _put_aside(self, inline: Inline) -> None:
        if inline.contents:
            self._contents.append(BroughtParagraph(inline.contents.runs, place=self._place))
        if inline.hidden:
            words = BroughtParagraph(inline.hidden.runs, place=self._place)
            self._source.asides.append(Aside(AsideKind.HIDDEN, (words,), self._place))
            self._source.seen["hidden"] += 1
        self._source.hanging += [(hanging, self._place) for hanging in inline.hanging]

    def _table(self, table: Unwrapped) -> BroughtTable:
        place = f"¶ {self._count + 1}"
        found = unwrapped(table.element, _ROWS, table.fate)
        rows = (self._row(one) for one in found if one.element.tag in _ROWS)
        return BroughtTable(tuple(row for row in rows if row is not None and row.cells), place)

    def _row(self, row: Unwrapped) -> BroughtRow | None:
        properties = row.element.find(f"{W}trPr")
        fate = row.fate.among(properties)
        if fate.is_nowhere:
            self._source.seen["nowhere"] += 1
            return None
        cells: list[_Cell] = [()] * _span(properties, "gridBefore", 0)
        fates = [fate.op] * len(cells)
        for found in unwrapped(row.element, _CELLS, fate):
            if found.element.tag not in _CELLS:
                continue
            own = found.element.find(f"{W}tcPr")
            its = found.fate.among(own)
            if its.is_nowhere:
                self._source.seen["nowhere"] += 1
                continue
            count = _span(own, "gridSpan", 1)
            cells += [self._cell(found.element, own, its), *[()] * (count - 1)]
            fates += [its.op] * count
        after = _span(properties, "gridAfter", 0)
        cells += [()] * after
        fates += [fate.op] * after
        header = None if properties is None else properties.find(f"{W}tblHeader")
        return BroughtRow(
            tuple(cells),
            op=fate.op,
            heading=header is not None and is_on(header),
            fates=tuple(fates) if fate.op is Op.EQUAL and set(fates) != {Op.EQUAL} else (),
        )

    def _cell(self, element: Element, properties: Element | None, fate: Fate) -> _Cell:
        merged = None if properties is None else properties.find(f"{W}vMerge")
        if (
            merged is not None
            and merged.get(VAL, "continue") == "continue"
            and not any(text.text for text in element.iter(f"{W}t", f"{W}delText"))
        ):
            return ()
        return flat(self._blocks(element, fate), self._source)


def _dressed(block: BroughtBlock, looks: Iterator[tuple[BroughtLook, BroughtLook | None]]) -> BroughtBlock:
    """The block, each of its paragraphs with its look; both come in the same order."""
    if isinstance(block, BroughtParagraph):
        return _worn(block, *next(looks))
    rows = [
        row._replace(
            cells=tuple(tuple(_worn(paragraph, *next(looks)) for paragraph in cell) for cell in row.cells)
        )
        for row in block.rows
    ]
    return replace(block, rows=tuple(rows))


def _worn(paragraph: BroughtParagraph, look: BroughtLook, old: BroughtLook | None) -> BroughtParagraph:
    return replace(paragraph, old=old, **look._asdict())


def flat(blocks: Iterable[BroughtBlock], source: Source) -> tuple[BroughtParagraph, ...]:
    """Paragraphs alone, where no table can stand; words of its cells stay in their order."""
    found: list[BroughtParagraph] = []
    for block in blocks:
        if isinstance(block, BroughtParagraph):
            found.append(block)
        else:
            source.seen["nested"] += 1
            found += [paragraph for row in block.rows for cell in row.cells for paragraph in cell]
    return tuple(found)


def _span(properties: Element | None, name: str, least: int) -> int:
    number = None if properties is None else integer(value(properties, name))
    return min(max(number or 0, least), _WIDEST)


def _is_drop_cap(properties: Element | None) -> bool:
    """Whether the paragraph is the large first letter of the next one."""
    frame = None if properties is None else properties.find(f"{W}framePr")
    return frame is not None and frame.get(f"{W}dropCap", "none") != "none"

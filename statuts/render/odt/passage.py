"""A part of a text with its changes: which fate each word and each end of a paragraph has."""

from collections.abc import Sequence
from itertools import groupby

from statuts.model.flow import FlowBlock, FlowParagraph, FlowRun, FlowTable, ParagraphStyle
from statuts.model.redline import Op
from statuts.render.odt import names
from statuts.render.odt.flow_table import flow_table
from statuts.render.odt.pieces import Pieces
from statuts.render.odt.place import Place
from statuts.render.odt.stream import Para
from statuts.render.paper_look import HEADINGS, STEP, TEXT

_TAB = "\t"


def passage(blocks: Sequence[FlowBlock], place: Place) -> None:
    """Writes the blocks of a text into a place."""
    for is_table, some in groupby(blocks, lambda block: isinstance(block, FlowTable)):
        if is_table:
            for table in some:
                assert isinstance(table, FlowTable)
                flow_table(table, place)
        else:
            _Paragraphs([block for block in some if isinstance(block, FlowParagraph)], place).write()


class _Paragraphs:
    """Paragraphs without a table between them.

    A paragraph that comes or goes whole is tracked with the end of the one before it, not with its own: so
    each of its neighbours keeps its style, whatever is decided. Where nothing with words stands before it
    that is impossible, and its own end is tracked.
    """

    def __init__(self, paragraphs: list[FlowParagraph], place: Place) -> None:
        self._paragraphs, self._place = paragraphs, place
        self._whole = [_whole(paragraph) for paragraph in paragraphs]
        self._ends = [paragraph.mark for paragraph in paragraphs]
        self._leading: set[int] = set()
        for start, end in self._stretches():
            if self._anchored(start):
                self._leading.update(range(start, end))

    def write(self) -> None:
        """Writes them."""
        pieces = Pieces(self._place.stream, self._place.shared.changes)
        before = Op.EQUAL
        for k, paragraph in enumerate(self._paragraphs):
            op = self._ends[k] if k in self._leading else before
            ended = k > 0 and self._trails(k - 1)
            pieces.border(op, self._para(paragraph), opens=k in self._leading, closes=ended)
            pieces.begin(paragraph.numbers, paragraph.notes)
            pieces.runs(_tokens(paragraph))
            before = Op.EQUAL if k in self._leading else self._ends[k]
        if before is not Op.EQUAL and self._trails(len(self._paragraphs) - 1):
            pieces.border(before, Para(names.ENDER))
        pieces.flush()

    def _trails(self, k: int) -> bool:
        """Whether this paragraph comes or goes with its own end."""
        return self._whole[k] and k not in self._leading

    def _stretches(self) -> list[tuple[int, int]]:
        found, start = [], 0
        for is_whole, some in groupby(self._whole):
            end = start + len(list(some))
            if is_whole:
                found.append((start, end))
            start = end
        return found

    def _anchored(self, start: int) -> bool:
        if start == 0:
            return self._place.stream.holds_words and not self._place.shared.breaks
        before = self._paragraphs[start - 1]
        return before.mark is Op.EQUAL and any(r.op is Op.EQUAL and r.text.strip() for r in before.runs)

    def _para(self, paragraph: FlowParagraph) -> Para:
        style, level = paragraph.style, paragraph.level
        quoted = paragraph.quotes * STEP
        if style is ParagraphStyle.HEADING:
            rank = min(max(level, 1), 6)
            name = self._place.style(names.heading(rank), HEADINGS[rank - 1], indent=quoted)
            return Para(name, outline=rank)
        look, name = TEXT[style], names.text(style)
        if style is ParagraphStyle.BULLET:
            depth = min(max(level, 1), 10)
            indent = (depth * STEP + quoted, -STEP) if quoted else (0.0, 0.0)
            return Para(self._place.style(name, look, indent=indent[0], first=indent[1]), level=depth)
        first = -STEP if style is ParagraphStyle.LABELLED else 0.0
        indent_of = level * STEP + quoted
        continued = style is ParagraphStyle.CONTINUED
        para = Para(self._place.style(name, look, indent=indent_of, first=first))
        return para._replace(level=min(level, 10), continued=True) if continued and level else para


def _whole(paragraph: FlowParagraph) -> bool:
    runs = (*paragraph.label, *paragraph.runs)
    return paragraph.mark is not Op.EQUAL and all(run.op is paragraph.mark for run in runs)


def _tokens(paragraph: FlowParagraph) -> tuple[FlowRun, ...]:
    """The label, a tab, the words."""
    if not paragraph.label:
        return paragraph.runs
    ops = {run.op for run in paragraph.label}
    last = paragraph.label[-1]
    op = ops.pop() if len(ops) == 1 else Op.EQUAL
    tab = FlowRun(op, _TAB, change=last.change if op is last.op else None)
    return (*paragraph.label, tab, *paragraph.runs)

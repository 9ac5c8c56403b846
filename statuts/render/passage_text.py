"""The passages of a paper as plain text: what goes is in [-…-], what comes in {+…+}, numbers come first."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from statuts.model.flow import FlowParagraph, FlowRow, FlowRun, FlowTable, ParagraphStyle
from statuts.model.redline import Op
from statuts.model.sheet import Passage
from statuts.render.flow import passage_flow
from statuts.render.html_context import Context

_SIGNS = {Op.EQUAL: ("", ""), Op.DELETE: ("[-", "-]"), Op.INSERT: ("{+", "+}")}
_INDENT = 2


class TextParagraph(NamedTuple):
    """A paragraph: its words with their marks, how far it stands from the margin, its item's mark."""

    text: str
    indent: int = 0
    label: str = ""


def paragraphs_of(passage: Passage, context: Context) -> Iterator[TextParagraph]:
    """The paragraphs of a passage; the rows of a table are one each."""
    for block in passage_flow(passage, context.shown, context.say, context):
        if isinstance(block, FlowTable):
            yield from (_row(row) for row in block.rows)
        else:
            yield _paragraph(block)


def _paragraph(block: FlowParagraph) -> TextParagraph:
    words = _marked(block.runs)
    if block.style is ParagraphStyle.RULE:
        words = "* * *"
    told = [*(f"C{number}" for number in block.numbers), *block.notes]
    if told:
        words = f"({', '.join(told)}) {words}"
    label = _marked(block.label)
    if block.style is ParagraphStyle.BULLET:
        label = "–"
    depth = max(block.level - 1, 0) if block.style is not ParagraphStyle.HEADING else 0
    if block.style is ParagraphStyle.CONTINUED:
        depth += 1
    return TextParagraph(words, _INDENT * (depth + block.quotes), label)


def _row(row: FlowRow) -> TextParagraph:
    before, after = _SIGNS[row.op]
    inner = (
        (row.op is Op.EQUAL and _marked(cell)) or "".join(run.text for run in cell) for cell in row.cells
    )
    words = f"{before}{' | '.join(' '.join(text.split()) for text in inner)}{after}"
    told = [*(f"C{number}" for number in row.numbers), *row.notes]
    return TextParagraph(f"({', '.join(told)}) {words}" if told else words)


def _marked(runs: Iterable[FlowRun]) -> str:
    """Runs of one fate between its signs, whatever their style."""
    said = []
    for op, group in groupby(runs, key=lambda run: run.drawn if run.op is Op.EQUAL else run.op):
        before, after = _SIGNS[op]
        said.append(before + "".join(run.text for run in group) + after)
    return "".join(said)

"""Which end of line comes or goes with a whole paragraph: its own, or the one before it that is set alike.

Either gives the same two texts. But a paragraph whose own end goes is joined to what follows it, and not all
programs leave that as it was set: one takes a rejected alinéa's look over to the heading below it. And at the
end of a passage nothing may follow that could be joined.
"""

from collections.abc import Sequence
from dataclasses import replace

from statuts.model.flow import FlowBlock, FlowParagraph
from statuts.model.redline import Op


def with_safe_ends(blocks: Sequence[FlowBlock]) -> tuple[FlowBlock, ...]:
    """The same flow, each run of whole paragraphs coming or going by the end of line that is safer."""
    found = list(blocks)
    at = 1
    while at < len(found):
        before, first = found[at - 1], found[at]
        end = _end(found, at)
        if isinstance(before, FlowParagraph) and isinstance(first, FlowParagraph) and end > at:
            last = found[end - 1]
            after = found[end] if end < len(found) else None
            assert isinstance(last, FlowParagraph)
            follows = isinstance(after, FlowParagraph) and _alike(first, after)
            if before.mark is Op.EQUAL and _alike(before, last) and not follows:
                found[at - 1] = replace(before, mark=first.mark)
                found[end - 1] = replace(last, mark=Op.EQUAL)
        at = max(end, at + 1)
    return tuple(found)


def _end(blocks: Sequence[FlowBlock], at: int) -> int:
    """Where the run of whole paragraphs of one fate that begins at `at` ends; `at` where there is none."""
    first = blocks[at]
    end = at
    while (
        end < len(blocks)
        and isinstance(first, FlowParagraph)
        and isinstance(block := blocks[end], FlowParagraph)
        and block.mark is first.mark is not Op.EQUAL
        and all(run.op is first.mark for run in (*block.label, *block.runs))
    ):
        end += 1
    return end


def _alike(one: FlowParagraph, other: FlowParagraph) -> bool:
    return (one.style, one.level, one.quotes) == (other.style, other.level, other.quotes)

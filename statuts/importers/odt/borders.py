"""Ends of paragraphs that are tracked: which paragraphs are one in each text, and what that one is."""

from collections.abc import Iterable, Iterator, Sequence

from statuts.importers.odt.drafts import KEPT, Block, Draft
from statuts.importers.sides import heir
from statuts.model.redline import Op


def settled(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, where two paragraphs whose border stands in neither text are one; the last always stays."""
    found: list[Block] = []
    waiting: Draft | None = None
    for block in blocks:
        if isinstance(block, Draft):
            draft = block
            if waiting is not None and waiting.runs:
                draft = waiting
                draft.runs, draft.mark = [*draft.runs, *block.runs], block.mark
            waiting = draft if draft.mark.gone else None
            if waiting is None:
                found.append(draft)
            continue
        if waiting is not None and waiting.runs:
            waiting.mark = KEPT
            found.append(waiting)
        waiting = None
        found.append(block)
    return found if waiting is None else [*found, waiting]


def paragraphs(blocks: Iterable[Block], gone: Op) -> Iterator[tuple[Draft, Draft]]:
    """Each paragraph of the text in which what is `gone` does not stand: the draft that becomes it, and the
    draft that says what it is.
    """
    group: list[Draft] = []
    for block in blocks:
        if isinstance(block, Draft):
            group.append(block)
            if block.mark.op is not gone:
                yield _one(group, gone)
                group = []
        elif any(row.op is not gone for row in block.rows):
            if any(draft.survives(gone) for draft in group):
                yield _one(group, gone)
            group = []
            for row in block.rows:
                for cell in row.cells if row.op is not gone else ():
                    yield from paragraphs(cell, gone)
    if group:
        yield _one(group, gone)


def _one(group: Sequence[Draft], gone: Op) -> tuple[Draft, Draft]:
    """In OpenDocument paragraphs that become one are what the first of them is, while words of it stay."""
    worded = [draft.survives(gone) for draft in group]
    chosen = heir(worded)
    return group[chosen], group[0] if worded[0] else group[chosen]

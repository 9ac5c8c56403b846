"""One text of a tracked file, as its program shows it once every change is accepted or rejected."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from statuts.importers.runs import joined
from statuts.model.brought import (
    Aside,
    Brought,
    BroughtBlock,
    BroughtParagraph,
    BroughtRow,
    BroughtRun,
    BroughtTable,
)
from statuts.model.redline import Op, Side


def one_side(brought: Brought, side: Side) -> Brought:
    """The old or the new text alone, nothing in it tracked any more."""
    if side is Side.BOTH:
        return brought
    gone = Op.DELETE if side is Side.NEW else Op.INSERT
    asides = (_aside(aside, gone) for aside in brought.asides)
    return replace(
        brought,
        blocks=tuple(_blocks(brought.blocks, gone)),
        asides=tuple(aside for aside in asides if aside is not None),
    )


def heir(worded: Sequence[bool]) -> int:
    """Which of the paragraphs that become one decides what it is: the last, as in Word. Where the last brings
    no words (a heading, after which a paragraph was inserted), the first that does.
    """
    last = len(worded) - 1
    return last if worded[last] or True not in worded else worded.index(True)


def _aside(aside: Aside, gone: Op) -> Aside | None:
    """None where all its words are gone."""
    left = _paragraphs(aside.paragraphs, gone)
    is_gone = aside.paragraphs and not any(paragraph.runs for paragraph in left)
    return None if is_gone else replace(aside, paragraphs=left)


def _paragraphs(paragraphs: Iterable[BroughtParagraph], gone: Op) -> tuple[BroughtParagraph, ...]:
    return tuple(block for block in _blocks(paragraphs, gone) if isinstance(block, BroughtParagraph))


def _blocks(blocks: Iterable[BroughtBlock], gone: Op) -> Iterator[BroughtBlock]:
    """Words whose paragraph has lost its end join the next one; the last of all stays, were it empty."""
    group: list[BroughtParagraph] = []
    for block in blocks:
        if isinstance(block, BroughtTable):
            rows = tuple(_rows(block.rows, gone))
            if not rows and block.rows:
                continue  # it comes or goes with all that is tracked around it
            if any(run.op is not gone for paragraph in group for run in paragraph.runs):
                yield _united(group, gone)  # there is nothing to join: a table follows
            group = []
            yield replace(block, rows=rows)
            continue
        group.append(block)
        if block.mark is not gone:
            yield _united(group, gone)
            group = []
    if group:
        yield _united(group, gone)


def _rows(rows: Iterable[BroughtRow], gone: Op) -> Iterator[BroughtRow]:
    for row in rows:
        fates = row.fates or (Op.EQUAL,) * len(row.cells)
        cells = tuple(
            _paragraphs(cell, gone) for cell, op in zip(row.cells, fates, strict=True) if op is not gone
        )
        if row.op is not gone and cells:
            yield BroughtRow(cells, heading=row.heading)


def _united(group: Sequence[BroughtParagraph], gone: Op) -> BroughtParagraph:
    kept = [tuple(_runs(paragraph.runs, gone)) for paragraph in group]
    paragraph = group[heir([bool(runs) for runs in kept])]
    runs = joined(run for runs in kept for run in runs)
    if gone is Op.DELETE or paragraph.old is None:
        return replace(paragraph, runs=runs, mark=Op.EQUAL, old=None)
    return replace(paragraph, runs=runs, mark=Op.EQUAL, old=None, **paragraph.old._asdict())


def _runs(runs: Iterable[BroughtRun], gone: Op) -> Iterator[BroughtRun]:
    return (run._replace(op=Op.EQUAL, author="", moment="") for run in runs if run.op is not gone)

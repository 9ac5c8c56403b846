"""One text of a tracked file, as its program shows it once every change is accepted or rejected."""

from collections.abc import Iterable, Iterator
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


def _aside(aside: Aside, gone: Op) -> Aside | None:
    """None where nothing of it is left."""
    left = _paragraphs(aside.paragraphs, gone)
    return replace(aside, paragraphs=left) if left or not aside.paragraphs else None


def _paragraphs(paragraphs: Iterable[BroughtParagraph], gone: Op) -> tuple[BroughtParagraph, ...]:
    return tuple(block for block in _blocks(paragraphs, gone) if isinstance(block, BroughtParagraph))


def _blocks(blocks: Iterable[BroughtBlock], gone: Op) -> Iterator[BroughtBlock]:
    """Words whose paragraph has lost its end join the next paragraph, which stays what it is."""
    waiting: tuple[BroughtParagraph, tuple[BroughtRun, ...]] | None = None
    for block in blocks:
        if isinstance(block, BroughtTable):
            rows = tuple(_rows(block.rows, gone))
            if not rows and block.rows:
                continue  # it goes with all that was struck around it
            if waiting and waiting[1]:
                yield _alone(*waiting, gone)  # nothing to join: a table stands between
            waiting = None
            yield replace(block, rows=rows)
            continue
        runs = (waiting[1] if waiting else ()) + tuple(_runs(block.runs, gone))
        waiting = (block, runs) if block.mark is gone else None
        if not waiting:
            yield _alone(block, runs, gone)
    if waiting and waiting[1]:
        yield _alone(*waiting, gone)


def _rows(rows: Iterable[BroughtRow], gone: Op) -> Iterator[BroughtRow]:
    for row in rows:
        fates = row.fates or (Op.EQUAL,) * len(row.cells)
        cells = tuple(
            _paragraphs(cell, gone) or _last(cell)
            for cell, op in zip(row.cells, fates, strict=True)
            if op is not gone
        )
        if row.op is not gone and cells:
            yield BroughtRow(cells, heading=row.heading)


def _last(cell: tuple[BroughtParagraph, ...]) -> tuple[BroughtParagraph, ...]:
    """A cell is never without a paragraph, were it an empty one."""
    return (replace(cell[-1], runs=(), mark=Op.EQUAL, old=None),) if cell else ()


def _runs(runs: Iterable[BroughtRun], gone: Op) -> Iterator[BroughtRun]:
    return (run._replace(op=Op.EQUAL, author="", moment="") for run in runs if run.op is not gone)


def _alone(paragraph: BroughtParagraph, runs: tuple[BroughtRun, ...], gone: Op) -> BroughtParagraph:
    old = paragraph.old
    if gone is Op.DELETE or old is None:
        return replace(paragraph, runs=joined(runs), mark=Op.EQUAL, old=None)
    return replace(
        paragraph,
        runs=joined(runs),
        mark=Op.EQUAL,
        old=None,
        kind=old.kind,
        level=old.level,
        label=old.label,
        style=old.style,
        centred=old.centred,
    )

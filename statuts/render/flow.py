"""A redline as paragraphs and rows of a word processor, which give either text back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from statuts.model.document import BlockKind
from statuts.model.flow import FlowBlock, FlowParagraph, FlowRow, FlowRun, FlowTable
from statuts.model.message import Message
from statuts.model.redline import ArticleChange, ChangeClass, Op
from statuts.model.sheet import Look, Passage, Sheet
from statuts.render.flow_apart import is_row
from statuts.render.flow_joins import with_safe_ends
from statuts.render.flow_paragraphs import Assembly
from statuts.render.flow_sides import Sides
from statuts.render.flow_tables import tables
from statuts.render.flow_told import Told
from statuts.render.html_blocks import Piece
from statuts.render.html_context import Context


def flow_of(
    article: ArticleChange,
    shown: frozenset[ChangeClass],
    level_of: Callable[[int], int],
    say: Callable[[Message], str],
    context: Context | None = None,
) -> tuple[FlowBlock, ...]:
    """The flow of one article. `level_of` gives the rank of a heading by its depth in the source.

    All that differs is tracked; only what is of the classes `shown` bears its number. `context` knows the
    whole redline: with it, a note can say in which article the other place of a move is.
    """
    told = Told(article, context or Context((article,), shown, say))
    sides = Sides(article)
    found: list[FlowBlock] = []
    for kind, group in groupby(range(len(sides.pieces)), lambda k: _kind(sides.pieces[k])):
        start, *rest = group
        end = rest[-1] + 1 if rest else start + 1
        if kind == "table":
            found += tables(sides.pieces[start:end], sides.segments[start:end], shown, told)
        elif kind == "text":
            found += _paragraphs(sides, start, end, shown, level_of, told)
    return with_safe_ends(found)


def context_of(sheet: Sheet, say: Callable[[Message], str]) -> Context:
    """What the marked passages of a paper share: their numbers, and where what moved went."""
    marked = [p.article for p in sheet.passages() if p.look in (Look.REDLINE, Look.MARKED)]
    return Context(marked, sheet.shown, say)


def passage_flow(
    passage: Passage, shown: frozenset[ChangeClass], say: Callable[[Message], str], context: Context
) -> tuple[FlowBlock, ...]:
    """The flow of a passage; where its marks are for the eye only, nothing in it is tracked."""
    marked = passage.look in (Look.REDLINE, Look.MARKED)
    context = context if marked else Context((passage.article,), frozenset(), say)
    blocks = flow_of(passage.article, context.shown, passage.level_of, say, context)
    return tuple(map(_drawn, blocks)) if passage.look is Look.MARKED else blocks


def _drawn(block: FlowBlock) -> FlowBlock:
    if isinstance(block, FlowTable):
        return replace(block, rows=tuple(_drawn_row(row) for row in block.rows))
    return replace(
        block, runs=_drawn_runs(block.runs), label=_drawn_runs(block.label), mark=Op.EQUAL, numbers=()
    )


def _drawn_row(row: FlowRow) -> FlowRow:
    return row._replace(op=Op.EQUAL, cells=tuple(map(_drawn_runs, row.cells)), numbers=())


def _drawn_runs(runs: Iterable[FlowRun]) -> tuple[FlowRun, ...]:
    return tuple(run._replace(op=Op.EQUAL, drawn=run.op, change=None) for run in runs)


def _paragraphs(
    sides: Sides,
    start: int,
    end: int,
    shown: frozenset[ChangeClass],
    level_of: Callable[[int], int],
    told: Told,
) -> Iterator[FlowParagraph]:
    return Assembly(list(sides.placed(start, end)), shown, level_of, told).paragraphs()


def _kind(piece: Piece) -> str:
    if piece.side is None or piece.block.kind is BlockKind.FRONT_MATTER:
        return "nothing"
    return "table" if is_row(piece.block) else "text"

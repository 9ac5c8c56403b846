"""A redline as paragraphs and rows of a word processor, which give either text back."""

from collections.abc import Callable, Iterator
from itertools import groupby

from statuts.model.document import BlockKind
from statuts.model.flow import FlowBlock, FlowParagraph
from statuts.model.message import Message
from statuts.model.redline import ArticleChange, ChangeClass
from statuts.render.flow_joins import with_safe_ends
from statuts.render.flow_paragraphs import Assembly
from statuts.render.flow_sides import Sides, is_row
from statuts.render.flow_tables import tables
from statuts.render.flow_told import Told
from statuts.render.html_blocks import Piece, pieces_of
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
    sides = Sides(pieces_of(article))
    found: list[FlowBlock] = []
    for kind, group in groupby(range(len(sides.pieces)), lambda k: _kind(sides.pieces[k])):
        start, *rest = group
        end = rest[-1] + 1 if rest else start + 1
        if kind == "table":
            found += tables(sides.pieces[start:end], sides.segments[start:end], shown, told)
        elif kind == "text":
            found += _paragraphs(sides, start, end, shown, level_of, told)
    return with_safe_ends(found)


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
    return "table" if is_row(piece) else "text"

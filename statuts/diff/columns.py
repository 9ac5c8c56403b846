"""A column that came, went or moved is one change, not one for each row."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from statuts.model.document import BlockKind
from statuts.model.redline import ArticleChange, BlockChange, Op, Part, Segment, Side


class _Cell(NamedTuple):
    """A struck or added cell: its row's place in the article, its segment's place in the row, its words."""

    row: int
    segment: int
    words: str


def unite_columns(articles: Sequence[ArticleChange]) -> tuple[ArticleChange, ...]:
    """The same articles, where the cells of one column share one change number."""
    return tuple(_article(article) if _has_table(article) else article for article in articles)


def _has_table(article: ArticleChange) -> bool:
    return any(block.kind is BlockKind.ROW and block.changes for block in article.blocks)


def _article(article: ArticleChange) -> ArticleChange:
    blocks = list(article.blocks)
    for rows in _tables(blocks):
        columns = {
            op: {at: cells for at, cells in _columns(blocks, rows, op).items() if len(cells) == len(rows)}
            for op in (Op.DELETE, Op.INSERT)
        }
        for op, found in columns.items():
            if len(found) == 1:  # the line of dashes follows its only column
                next(iter(found.values())).extend(_dashes(blocks, rows[0] + 1, op))
        gone, come = columns[Op.DELETE], columns[Op.INSERT]
        moved = {
            (a, b) for a in gone for b in come if [c.words for c in gone[a]] == [c.words for c in come[b]]
        }
        for a, b in moved:
            number = _number(blocks, gone[a])
            _give(blocks, gone.pop(a), number, moved=True)
            _give(blocks, come.pop(b), number, moved=True)
        for cells in (*gone.values(), *come.values()):
            _give(blocks, cells, _number(blocks, cells), moved=False)
    return replace(article, blocks=tuple(blocks))


def _tables(blocks: Sequence[BlockChange]) -> Iterator[list[int]]:
    """The rows of each table that both texts have, at least two of them."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for k, block in enumerate(blocks):
        if block.kind is BlockKind.ROW and block.group and block.side is Side.BOTH:
            found[block.group].append(k)
    yield from (rows for rows in found.values() if len(rows) > 1)


def _columns(blocks: Sequence[BlockChange], rows: Sequence[int], op: Op) -> dict[int, list[_Cell]]:
    """The whole cells that `op` struck or added, by the column they stand in on their side."""
    found: defaultdict[int, list[_Cell]] = defaultdict(list)
    for row in rows:
        bars = 0
        for k, segment in enumerate(blocks[row].segments):
            if segment.part is not Part.TEXT or segment.op not in (Op.EQUAL, op):
                continue
            text = segment.text.strip()
            if segment.op is op and segment.text.count("|") == 1 and (text[0] == "|" or text[-1] == "|"):
                found[bars + (text[0] == "|")].append(_Cell(row, k, text.strip("| ")))
            bars += segment.text.count("|")
    return found


def _dashes(blocks: Sequence[BlockChange], below: int, op: Op) -> Iterator[_Cell]:
    if below < len(blocks) and blocks[below].kind is BlockKind.RULE:
        for k, segment in enumerate(blocks[below].segments):
            if segment.op is op and "-" in segment.text and segment.change is not None:
                yield _Cell(below, k, "")


def _number(blocks: Sequence[BlockChange], cells: Sequence[_Cell]) -> int:
    numbers = [blocks[cell.row].segments[cell.segment].change for cell in cells]
    return min(number for number in numbers if number is not None)


def _give(blocks: list[BlockChange], cells: Sequence[_Cell], number: int, *, moved: bool) -> None:
    for cell in cells:
        block = blocks[cell.row]
        segments: list[Segment] = list(block.segments)
        segments[cell.segment] = segments[cell.segment]._replace(change=number, moved=moved)
        blocks[cell.row] = block._replace(segments=tuple(segments))

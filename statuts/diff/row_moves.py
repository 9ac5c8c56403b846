"""Rows that stand elsewhere in their own table, told by the cells they kept: too short for other evidence."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from statuts.diff.blocks import SAME_ALINEA
from statuts.diff.columns import Columns
from statuts.diff.places import Place
from statuts.diff.tables import Groups, only_counts
from statuts.diff.units import likeness, text_key
from statuts.markdown.cells import line_of
from statuts.model.document import Block, BlockKind

_KEPT = 0.5
"""Share of its filled cells that a row must keep, the first one among them."""

Rows = Sequence[tuple[Place, Block]]


def find_row_moves(gone: Rows, come: Rows, tables: Mapping[Groups, Columns]) -> dict[Place, Place]:
    """From the place a row came to, to the place it left, inside one table."""
    gone_by, come_by = _by_table(gone), _by_table(come)
    moves: dict[Place, Place] = {}
    for (i, j), columns in tables.items():
        if i in gone_by and j in come_by:
            left = [(place, _cells(row, [a for a, _ in columns.shared])) for place, row in gone_by[i]]
            came = [(place, _cells(row, [b for _, b in columns.shared])) for place, row in come_by[j]]
            moves |= _pairs(left, came)
    return moves


def _by_table(blocks: Rows) -> dict[int, list[tuple[Place, Block]]]:
    found: defaultdict[int, list[tuple[Place, Block]]] = defaultdict(list)
    for place, block in blocks:
        if block.kind is BlockKind.ROW:
            found[block.group].append((place, block))
    return found


def _cells(row: Block, ranks: Sequence[int]) -> tuple[str, ...]:
    cells = line_of(row).cells
    return tuple(cells[k].strip() if k < len(cells) else "" for k in ranks)


Found = Sequence[tuple[Place, tuple[str, ...]]]


def _pairs(left: Found, came: Found) -> Iterator[tuple[Place, Place]]:
    """Rows of one label, where no other row that came or went bears it."""
    labels_left, labels_came = (
        Counter(text_key(cells[0]) for _, cells in rows if cells) for rows in (left, came)
    )
    sources = {text_key(cells[0]): (place, cells) for place, cells in left if cells}
    for place, cells in came:
        label = text_key(cells[0]) if cells else ""
        if not label or only_counts(cells[0]) or labels_left[label] != 1 or labels_came[label] != 1:
            continue
        source, before = sources[label]
        filled = [(a, b) for a, b in zip(before, cells, strict=True) if a or b]
        kept = sum(text_key(a) == text_key(b) for a, b in filled)
        if kept >= _KEPT * len(filled) and likeness(" ".join(before), " ".join(cells)) >= SAME_ALINEA:
            yield place, source

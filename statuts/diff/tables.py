"""Tables of two versions of an article: which is which, and its rows as they are matched."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter

from statuts.diff.columns import Columns, pair_columns
from statuts.diff.units import likeness
from statuts.markdown.cells import line_of
from statuts.model.document import Block, BlockKind

_SAME_TABLE = 0.2  # share of common weight from which two tables among several are one table

_ROW = BlockKind.ROW  # looked up once
_kind = itemgetter(0)

TABLE = frozenset({BlockKind.ROW, BlockKind.RULE})
"""The kinds of block a table is made of."""

Groups = tuple[int, int]
"""A table of both texts, by the groups of its blocks in the old one and in the new one."""


_COUNT = re.compile(r"\s*(?:[A-Za-z]|[IVX]+|\d{1,3})[.)°]?\s*")


def only_counts(cell: str) -> bool:
    """True for the first cell of a row that says which one it is, not what it is about: « B », « 3 »."""
    return _COUNT.fullmatch(cell) is not None


def pair_tables(
    old: Sequence[Block], new: Sequence[Block], fresh: Callable[[], int]
) -> dict[Groups, Columns]:
    """The tables that both texts have, with their columns."""
    if _ROW not in map(_kind, old) or _ROW not in map(_kind, new):
        return {}  # nearly always
    tables_old, tables_new = _tables(old), _tables(new)
    return {
        (i, j): pair_columns(_columns(tables_old[i]), _columns(tables_new[j]), fresh)
        for i, j in _pairs(tables_old, tables_new)
    }


def _tables(blocks: Sequence[Block]) -> dict[int, list[Block]]:
    found: defaultdict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.kind is _ROW and block.group:
            found[block.group].append(block)
    return found


def _pairs(old: Mapping[int, list[Block]], new: Mapping[int, list[Block]]) -> list[Groups]:
    if len(old) == len(new) == 1:
        return [(next(iter(old)), next(iter(new)))]
    texts_old = {group: "\n".join([row.body for row in rows]) for group, rows in old.items()}
    texts_new = {group: "\n".join([row.body for row in rows]) for group, rows in new.items()}
    alike = [(-likeness(a, b), abs(i - j), i, j) for i, a in texts_old.items() for j, b in texts_new.items()]
    pairs: dict[int, int] = {}
    for score, _, i, j in sorted(alike):
        if -score >= _SAME_TABLE and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return sorted(pairs.items())


def _columns(rows: Sequence[Block]) -> list[list[str]]:
    """The cells by column, as many columns as the header has; what a short row lacks is empty."""
    cells = [[cell.strip() for cell in line_of(row).cells] for row in rows]
    return [[row[k] if k < len(row) else "" for row in cells] for k in range(len(cells[0]))]


def as_matched(
    old: Sequence[Block], new: Sequence[Block], tables: Mapping[Groups, Columns]
) -> tuple[Sequence[Block], Sequence[Block]]:
    """The same blocks, where rows say only what stands in columns that both texts have, in one order.

    A row is then found again whatever columns came, went or moved; header goes with header.
    """
    if not tables:
        return old, new
    changed = {groups: columns for groups, columns in tables.items() if not columns.stay_in_place}
    if not changed:
        return old, new
    ranks_old = {i: [a for a, _ in columns.shared] for (i, _), columns in changed.items()}
    ranks_new = {j: [b for _, b in columns.shared] for (_, j), columns in changed.items()}
    names = {j: i for i, j in changed}
    return _projected(old, ranks_old, {i: i for i in ranks_old}), _projected(new, ranks_new, names)


def _projected(
    blocks: Sequence[Block], ranks: Mapping[int, Sequence[int]], names: Mapping[int, int]
) -> list[Block]:
    result = []
    headed: set[int] = set()
    for block in blocks:
        if block.kind not in TABLE or block.group not in ranks:
            result.append(block)
            continue
        if block.kind is BlockKind.RULE or block.group not in headed:
            headed.add(block.group)
            body = f"{block.kind.value} | of table {names[block.group]}"
        else:
            cells = line_of(block).cells
            body = " | ".join([cells[k].strip() for k in ranks[block.group] if k < len(cells)])
        result.append(block._replace(body=body))
    return result

"""Parts of governed texts as the template reads them: alinéas with their fate, lists, quotations, tables."""

from collections.abc import Callable, Sequence
from typing import Any

from statuts.model.redline import ArticleChange, ChangeClass
from statuts.model.sheet import Look, Passage
from statuts.render.html_blocks import pieces_of
from statuts.render.html_context import Context, Say
from statuts.render.html_flow import Flow
from statuts.render.html_view import Line, Listing, Node, Quote, Row, Table, Text
from statuts.render.pdf.breaks import LONGEST
from statuts.render.pdf.lines import Lines, plain_of
from statuts.render.pdf.pieces import fitting, length, weights

Values = dict[str, Any]

_EM = 0.52
"""How wide a letter is, on the average and generously, in em."""
_BULLET, _WIDEST = 1.15, 5.0
"""Room for what stands before an item, in em: for a dash, and at most."""
_LONG_HEAD = 600
"""Characters of a table's header from which it is not repeated on every page."""
_LONG_ROW = 700
"""Characters of a cell from which its row may be broken across pages."""
_CELL = 34
"""Characters that make a column wide enough: what is longer wraps."""
_LONG = 12_000
"""Characters of an alinéa from which its lines are broken one by one: weighing them all is slow."""


class Levels:
    """The ranks of headings as a screen reader must meet them: the first is 1, and none is jumped over."""

    def __init__(self) -> None:
        self._last = 0

    def next(self, level: int) -> int:
        """The rank of the next heading, of `level` by its looks."""
        self._last = min(level, self._last + 1)
        return self._last


def is_marked(passage: Passage) -> bool:
    """Whether its changes are drawn and numbered."""
    return passage.look not in (Look.PLAIN, Look.PROSE)


class Passages:
    """Lays out passages; all redlines of a sheet share their numbers."""

    def __init__(
        self,
        articles: Sequence[ArticleChange],
        shown: frozenset[ChangeClass],
        say: Say,
        lines: Lines,
        levels: Levels,
    ) -> None:
        self._marked = Context(articles, shown, say)
        self._say, self._lines, self._levels = say, lines, levels

    def values(self, passage: Passage, *, in_cell: bool) -> Values:
        """A passage. In a cell, or quoted, its headings are words like others: they head no chapter."""
        article = passage.article
        context = self._marked if is_marked(passage) else Context((article,), frozenset(), self._say)
        nodes = Flow(article, context, passage.level_of).nodes(pieces_of(article))
        level: Callable[[int], int] = (lambda _: 0) if in_cell or passage.quoted else self._levels.next
        return {"k": "passage", "look": passage.look.value, "b": self._nodes(nodes, level)}

    def _nodes(self, nodes: Sequence[Node], level: Callable[[int], int]) -> list[Values]:
        return [self._node(node, level) for node in nodes]

    def _node(self, node: Node, level: Callable[[int], int]) -> Values:
        match node:
            case Text(shape="heading"):
                return {
                    "k": "heading",
                    "level": level(node.level),
                    "size": node.level,
                    "plain": self._lines.plain(plain_of(node.line)),
                    **self._text(node),
                }
            case Text():
                return {"k": node.shape, **self._text(node)}
            case Quote():
                return {"k": "quote", "b": self._nodes(node.body, level)}
            case Table():
                return self._table(node)
            case Listing():
                return self._list(node, level)

    def _text(self, node: Text) -> Values:
        words = self._lines.whole(node.line, node.fate, verbatim=node.shape == "verbatim")
        values = {"l": words, "f": self._lines.fate(node.fate)}
        return {**values, "long": True} if length(words) > _LONG else values

    def _list(self, node: Listing, level: Callable[[int], int]) -> Values:
        markers = [self._lines.words(item.marker) for item in node.items]
        own = max((length(marker) for marker in markers), default=0)
        return {
            "k": "list",
            "w": round(min(max(_BULLET, own * _EM + 0.5), _WIDEST), 2),
            "items": [
                {"m": marker, "b": self._nodes(item.body, level)}
                for item, marker in zip(node.items, markers, strict=True)
            ],
        }

    def _table(self, node: Table) -> Values:
        count = len(node.aligned)
        texts = [[_seen(cell) for cell in row.cells] for row in (*node.head, *node.rows)]
        cols = weights(texts, count, _CELL)
        fits = fitting(cols)
        head = [self._row(row, fits) for row in node.head]
        return {
            "k": "table",
            "cols": cols,
            "align": list(node.aligned),
            "changed": node.changed,
            "repeat": length(head) < _LONG_HEAD,
            "head": head,
            "rows": [self._row(row, fits) for row in node.rows],
        }

    def _row(self, row: Row, fits: list[int]) -> Values:
        cells = [
            self._lines.whole(cell, row.fate, longest=min(fit, LONGEST))
            for cell, fit in zip(row.cells, fits, strict=True)
        ]
        may_break = max(map(length, cells), default=0) > _LONG_ROW
        return {"cells": cells, "f": self._lines.fate(row.fate), "break": may_break}


def _seen(line: Line) -> str:
    return "".join(words.text for change in line for mark in change.marks for words in mark.words)

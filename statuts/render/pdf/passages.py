"""Parts of governed texts as the template reads them: alinéas with their fate, lists, quotations, tables."""

from collections.abc import Callable, Sequence
from typing import Any

from statuts.model.redline import ArticleChange, ChangeClass
from statuts.model.sheet import Look, Passage
from statuts.render.html_blocks import pieces_of
from statuts.render.html_context import Context, Say
from statuts.render.html_flow import Flow
from statuts.render.html_view import Item, Listing, Node, Quote, Row, Table, Text
from statuts.render.pdf.lines import Lines, plain_of

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


class Levels:
    """The ranks of headings as a screen reader must meet them: the first is 1, and none is jumped over."""

    def __init__(self) -> None:
        self._last = 0

    def next(self, level: int) -> int:
        """The rank of the next heading, of `level` by its looks."""
        self._last = min(level, self._last + 1)
        return self._last


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
        """A passage. In a cell, headings are words like others: a table is no chapter."""
        article = passage.article
        redline = passage.look is Look.REDLINE
        context = self._marked if redline else Context((article,), frozenset(), self._say)
        nodes = Flow(article, context, passage.level_of).nodes(pieces_of(article))
        level: Callable[[int], int] = (lambda _: 0) if in_cell else self._levels.next
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
        words = self._lines.words(node.line, verbatim=node.shape == "verbatim")
        return {"l": words, "f": self._lines.fate(node.fate)}

    def _list(self, node: Listing, level: Callable[[int], int]) -> Values:
        markers = [self._lines.words(item.marker) for item in node.items]
        own = max((length(marker) for marker in markers), default=0)
        return {
            "k": "list",
            "w": round(min(max(_BULLET, own * _EM + 0.5), _WIDEST), 2),
            "items": [
                {"m": marker, "b": self._nodes(_body(item), level)}
                for item, marker in zip(node.items, markers, strict=True)
            ],
        }

    def _table(self, node: Table) -> Values:
        head = [self._row(row) for row in node.head]
        rows = [self._row(row) for row in node.rows]
        cells = [[*map(_text_of, row["cells"])] for row in [*head, *rows]]
        return {
            "k": "table",
            "cols": weights(cells, len(node.aligned)),
            "align": list(node.aligned),
            "changed": node.changed,
            "repeat": length(head) < _LONG_HEAD,
            "head": head,
            "rows": rows,
        }

    def _row(self, row: Row) -> Values:
        cells = [self._lines.words(cell) for cell in row.cells]
        return {
            "cells": cells,
            "f": self._lines.fate(row.fate),
            "break": max(map(length, cells), default=0) > _LONG_ROW,
        }


def _body(item: Item) -> Sequence[Node]:
    return item.body


def length(value: object) -> int:
    """How many characters of a text stand in a value, roughly: names and styles are short."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(length(inner) for name, inner in value.items() if name not in ("s", "m", "k", "a", "id"))
    if isinstance(value, list):
        return sum(map(length, value))
    return 0


def _text_of(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _text_of(value.get("t") or value.get("p") or value.get("g") or "")
    return "".join(map(_text_of, value)) if isinstance(value, list) else ""


def weights(rows: Sequence[Sequence[str]], columns: int) -> list[float]:
    """How wide each column should be beside the others: room for its longest word, then for its words."""
    found = []
    for k in range(columns):
        texts = [row[k] for row in rows if k < len(row)]
        word = max((len(word) for text in texts for word in text.split()), default=1)
        longest = max(map(len, texts), default=1)
        found.append(float(max(4, min(word + 2, _CELL), min(longest + 2, _CELL))))
    return found

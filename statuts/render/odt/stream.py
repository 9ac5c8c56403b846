"""Paragraphs and tables one after the other, in a page or a cell; changes may reach over their borders."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from statuts.model.redline import Op
from statuts.render.odt.changes import Changes


class Para(NamedTuple):
    """How a paragraph begins: its style, its rank as a heading, how deep it stands in lists with a dash.

    `continued` paragraphs belong to the item before them.
    """

    style: str
    outline: int = 0
    level: int = 0
    continued: bool = False


Piece = str | Para
"""Words as XML, or the border to a next paragraph."""


class Stream:
    """What stands in a page or a cell, in order."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._entries: list[tuple[Para | None, list[str]]] = []
        self._current: Para | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there yet."""
        return not self._entries

    @property
    def holds_words(self) -> bool:
        """Whether the last thing is a paragraph with words: its end can then be part of a change."""
        return self._current is not None and any(self._entries[-1][1])

    def paragraph(self, para: Para, xml: str = "") -> None:
        """A paragraph that is no change, and its first words."""
        self._current = para
        self._entries.append((para, [xml]))

    def block(self, xml: str) -> None:
        """Anything that is no paragraph: a table."""
        self._current = None
        self._entries.append((None, [xml]))

    def put(self, op: Op, pieces: Sequence[Piece]) -> None:
        """Words and borders of paragraphs that have one fate."""
        if op is Op.DELETE:
            self._delete(pieces)
            return
        start, end = self._changes.insertion() if op is Op.INSERT else ("", "")
        if start:
            self._write(start)
        for piece in pieces:
            if isinstance(piece, Para):
                self.paragraph(piece)
            else:
                self._write(piece)
        if end:
            self._write(end)

    def begin_with(self, xml: str) -> None:
        """A target before the first words; nowhere if a table stands first."""
        if self._entries and self._entries[0][0]:
            self._entries[0][1].insert(0, xml)

    def xml(self, ender: str = "") -> str:
        """All of it. `ender` is the style of an empty paragraph, for places that must end with one."""
        if ender and self._current is None:
            self.paragraph(Para(ender))
        return nested((para, "".join(parts)) for para, parts in self._entries)

    def _write(self, xml: str) -> None:
        assert self._current is not None, "words need a paragraph"
        self._entries[-1][1].append(xml)

    def _delete(self, pieces: Sequence[Piece]) -> None:
        """The deleted paragraphs go to the changed region; what follows continues the one that is open."""
        assert self._current is not None, "a deletion needs a paragraph to stand in"
        gone: list[tuple[Para, list[str]]] = [(self._current, [])]
        for piece in pieces:
            if isinstance(piece, Para):
                gone.append((piece, []))
            else:
                gone[-1][1].append(piece)
        self._write(self._changes.deletion(nested((para, "".join(parts)) for para, parts in gone)))
        self._current = gone[-1][0]


def nested(entries: Iterable[tuple[Para | None, str]]) -> str:
    """The entries as XML, list items inside their lists."""
    found: list[str] = []
    depth = 0
    for para, xml in entries:
        level = para.level if para else 0
        if para and para.continued and depth < level:
            level = 0
        while depth > level:
            found.append("</text:list-item></text:list>")
            depth -= 1
        if level and depth == level and para and not para.continued:
            found.append("</text:list-item><text:list-item>")
        while depth < level:
            found.append('<text:list text:style-name="Tirets"><text:list-item>')
            depth += 1
        found.append(_element(para, xml) if para else xml)
    found.append("</text:list-item></text:list>" * depth)
    return "".join(found)


def _element(para: Para, xml: str) -> str:
    if para.outline:
        level = f'text:outline-level="{para.outline}"'
        return f'<text:h text:style-name="{para.style}" {level}>{xml}</text:h>'
    return f'<text:p text:style-name="{para.style}">{xml}</text:p>'

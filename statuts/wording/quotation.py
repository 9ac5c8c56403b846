"""A quotation of an act, of one alinéa or of several: where it ends, and what it holds, word for word.

Every alinéa opens with «, only the last closes with »; quotations inside it nest.
"""

import re
from typing import NamedTuple

_CLOSING = {"«": "»", "“": "”", '"': '"'}
_TURNS = {
    "«": re.compile(r"[«»\n]"),
    "“": re.compile(r"[“”\n]"),
    '"': re.compile(r'["\n]'),
}
_SPACES = " \t\r\u00a0\u202f\u2009"
_ITEM = re.compile(r"(?: *)(?:[-*+]|\d{1,3}[.)])[ \t]+")
_TITLE = re.compile(r"#{1,6} ")


class Unclosed(Exception):  # not an error for a person
    """The quotation does not end."""


class Quotation(NamedTuple):
    """Where a quotation ends in the source, and its alinéas."""

    end: int
    alineas: tuple[str, ...]


class _Line(NamedTuple):
    """A line inside a quotation; `marked`: it opens with the quotation mark."""

    text: str
    marked: bool


def read_quotation(source: str, at: int) -> Quotation:
    """The quotation that opens at `at`. Raises `Unclosed`."""
    opening = source[at]
    closing, turns = _CLOSING[opening], _TURNS[opening]
    lines: list[_Line] = []
    depth, start, position, marked = 1, at + 1, at + 1, True
    while True:
        turn = turns.search(source, position)
        if turn is None:
            raise Unclosed
        sign, position = turn[0], turn.end()
        if sign == "\n":
            lines.append(_Line(source[start : turn.start()], marked))
            start, marked = position, False
            # « at the start of an alinéa says that the quotation goes on: it opens nothing.
            if opening != closing and (mark := _first_sign(source, position)) and source[mark - 1] == opening:
                start, position, marked = mark, mark, True
        elif sign == closing:
            depth -= 1
            if not depth:
                lines.append(_Line(source[start : turn.start()], marked))
                return Quotation(position, tuple(_alineas(lines)))
        else:
            depth += 1


def _first_sign(source: str, position: int) -> int:
    """Where the first sign of the line at `position` ends; 0 where the line has none."""
    size = len(source)
    while position < size and source[position] in _SPACES:
        position += 1
    return position + 1 if position < size and source[position] != "\n" else 0


def _alineas(lines: list[_Line]) -> list[str]:
    """The lines joined as Markdown joins them: a paragraph is one alinéa, a table is one, an item is one."""
    alineas: list[str] = []
    parted, table = True, False
    for line in lines:
        text = _stripped(line.text)
        row = text.startswith("|")
        if not text:
            parted = True
            continue
        if row and table and not parted:
            alineas[-1] += "\n" + text
        elif parted or line.marked or row or table or _ITEM.match(text) or _TITLE.match(text):
            alineas.append(_indented(line.text) if line.marked else text)
        else:
            alineas[-1] += " " + text
        table = row
        broken = line.text.endswith("  ") and len(lines) > 1
        parted = broken or text.endswith("\\") or bool(_TITLE.match(text))
        if text.endswith("\\") and line is not lines[-1]:
            alineas[-1] = alineas[-1][:-1].rstrip(_SPACES)
    return alineas


def _stripped(text: str) -> str:
    return text.strip(_SPACES)


def _indented(text: str) -> str:
    """The text of an alinéa behind its mark: before an item, spaces past the first say how deep it is."""
    stripped = _stripped(text)
    behind = text[1:] if text[:1] in _SPACES else text
    depth = len(behind) - len(behind.lstrip(" "))
    return " " * depth + stripped if depth > 1 and _ITEM.match(stripped) else stripped

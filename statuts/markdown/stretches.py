"""Which lines are so plain that the block parser need not see them: it costs most of the time of reading.

A stretch is plain where CommonMark cannot take it for anything else: lines between blank ones that begin
with a letter or a French quotation mark, ATX headings, and tight lists of such lines behind `- `. What could
open or continue another construct goes to the parser, together with all that hangs on it.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

TEXT = re.compile(r"(?:[^\W\d_]|[«“’]|\*\*[^\W_])")
HEADING = re.compile(r"#{1,6}[ \t]+\S")
ITEM = re.compile(r"- (?:[^\W\d_]|[«“’]|\*\*[^\W_])")
OPEN_ENDED = re.compile(r" {0,3}(?:[-+*>]|\d{1,9}[.)])?[ \t]*(?:`{3}|~{3}|<)")
"""A fence or raw HTML may go on over blank lines: from there on the parser reads all that is left."""


class Shape(StrEnum):
    """How a stretch of lines is to be read."""

    TEXT = "text"
    HEADING = "heading"
    LIST = "list"
    OTHER = "other"  # by the parser


class Stretch(NamedTuple):
    """Lines `start` to `end` (0-based, `end` excluded) of one shape."""

    shape: Shape
    start: int
    end: int


def stretches(lines: Sequence[str]) -> Iterator[Stretch]:
    """The stretches of a text in order; blank lines between them are in none, or in one for the parser."""
    at, count = 0, len(lines)
    while at < count:
        if _blank(lines[at]):
            at += 1
            continue
        shape, end = _plain(lines, at)
        if shape is not Shape.OTHER:
            yield Stretch(shape, at, end)
            at = end
            continue
        start = at
        while at < count and not (at > start and _starts_afresh(lines, at)):
            at = count if OPEN_ENDED.match(lines[at]) else at + 1
        yield Stretch(Shape.OTHER, start, at)


def _starts_afresh(lines: Sequence[str], at: int) -> bool:
    """True where no construct of the lines before can go on: plain text at the margin, after a blank line."""
    if _blank(lines[at]) or not _blank(lines[at - 1]):
        return False
    return _plain(lines, at)[0] in (Shape.TEXT, Shape.HEADING)


def _plain(lines: Sequence[str], at: int) -> tuple[Shape, int]:
    """The shape of what begins at a line, and where it ends; `OTHER` where only the parser can tell."""
    line = lines[at]
    if HEADING.match(line):
        return Shape.HEADING, at + 1
    expression, shape = (ITEM, Shape.LIST) if line.startswith("- ") else (TEXT, Shape.TEXT)
    end = at
    while end < len(lines) and not _blank(lines[end]):
        if shape is Shape.TEXT and end > at and HEADING.match(lines[end]):
            return shape, end
        if not expression.match(lines[end]):
            return Shape.OTHER, end
        end += 1
    if shape is Shape.LIST and not _list_is_over(lines, end):
        return Shape.OTHER, end
    return shape, end


def _list_is_over(lines: Sequence[str], end: int) -> bool:
    """True where what follows a list, blank lines apart, cannot belong to it."""
    while end < len(lines) and _blank(lines[end]):
        end += 1
    return end == len(lines) or bool(TEXT.match(lines[end]) or HEADING.match(lines[end]))


def _blank(line: str) -> bool:
    return not line.strip(" \t")  # CommonMark: a no-break space is a character like any other

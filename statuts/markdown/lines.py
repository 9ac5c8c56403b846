"""The lines of a source as the block parser counts them, with their ends kept."""

import re
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_CONTAINER = re.compile(r"[ \t]*(?:>[ \t]?|(?:[-+*]|\d{1,9}[.)])(?:[ \t]+|$))")


class Line(NamedTuple):
    """One line: its characters and its end (`\\n`, `\\r\\n`, `\\r`, or nothing for the last)."""

    text: str
    end: str

    @property
    def raw(self) -> str:
        """The line as it stands in the source."""
        return self.text + self.end

    @property
    def blank(self) -> bool:
        """True where nothing can be read: white space, and the `>` of a quotation that goes on."""
        return not self.text.replace(">", " ").strip()


def split_lines(source: str) -> tuple[Line, ...]:
    """The lines of `source`: only `\\n`, `\\r\\n` and a lone `\\r` end one, as CommonMark has it."""
    lines = []
    for raw in _LINE.findall(source):
        text = raw.rstrip("\r\n")
        lines.append(Line(text, raw[len(text) :]))
    return tuple(lines)


def marks_length(text: str, depth: int) -> int:
    """How many characters of a line are indentation and the marks of at most `depth` containers."""
    position = 0
    for _ in range(depth):
        mark = _CONTAINER.match(text, position)
        if mark is None:
            break
        position = mark.end()
    return len(text) - len(text[position:].lstrip(" \t"))

"""A source to its blocks: what is plain at one look is, the rest is read line by line."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from statuts.markdown.cuts import heading_parts, read_lines
from statuts.markdown.front_matter import front_matter_length
from statuts.markdown.lines import split_lines
from statuts.markdown.plain import chunks
from statuts.model.document import Block, BlockKind

_BOM = "\ufeff"
_BLANK_LINES = re.compile(r"[\s>]*\n\n|[ \t\n]*\n")
_ALL_BLANK = re.compile(r"[\s>]*\Z")
_CLOSING = re.compile(r"[#{<]")  # what closing marks, attributes and anchors are made of
_FIGURES = re.compile(r"\d+|[IVX]+")
_SMALL = re.compile(r"[a-z]+")
_new = tuple.__new__  # most blocks are made here, and nothing in them need be checked


class Reading(NamedTuple):
    """The blocks of a source: their raw pieces, put end to end, are the source again.

    `levels` holds, for the index of a block that may head a section, the level of its heading;
    `candidates` the indices, ascending, of all blocks that a closer look could make a heading.
    """

    blocks: list[Block]
    levels: dict[int, int]
    candidates: list[int]


def read_blocks(source: str) -> Reading:
    """The blocks of `source`."""
    reader = _Reader()
    mark = _BOM if source.startswith(_BOM) else ""
    rest = reader.header(source[len(mark) :])
    if "\r" in rest or _ALL_BLANK.match(rest):
        reader.lines(rest)
    else:
        reader.chunks(rest)
    blocks = _with_lists(reader.blocks) if reader.unnumbered_lists else reader.blocks
    if mark:
        first = blocks[0] if blocks else Block(BlockKind.OTHER, "", "", "", 0, 1)
        blocks[:1] = [_longer(first, lead=mark)]
    return Reading(blocks, reader.levels, reader.candidates)


class _Reader:
    """One pass over a source, part by part."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.levels: dict[int, int] = {}
        self.candidates: list[int] = []
        self.unnumbered_lists = False
        self._line = 1
        self._groups = 0

    def header(self, source: str) -> str:
        """Take the front matter, if there is any; what follows it."""
        lines = split_lines(source) if source[:1] in ("-", "+", "%") else ()
        length = front_matter_length(lines)
        if not length:
            return source
        raw = "".join([line.raw for line in lines[:length]])
        body = raw[: len(raw) - len(lines[length - 1].end)]
        self.blocks.append(Block(BlockKind.FRONT_MATTER, "", body, raw[len(body) :], 0, 1))
        self._line += length
        return source[len(raw) :]

    def lines(self, text: str) -> None:
        """Take lines that need a closer look."""
        lines = split_lines(text)
        found = read_lines(lines, self._line, self._groups, follows=bool(self.blocks))
        at = len(self.blocks)
        self.blocks += found.blocks
        self._attach(found.before, at)
        self.levels |= {at + k: level for k, level in found.levels.items()}
        self.candidates += range(at, len(self.blocks))
        self.unnumbered_lists |= any(b.kind is BlockKind.ITEM and not b.group for b in found.blocks)
        self._groups = found.groups
        self._line += len(lines)

    def chunks(self, source: str) -> None:
        """Take a text without `\\r` chunk by chunk."""
        opening = _BLANK_LINES.match(source)
        before = opening.group() if opening else ""
        body = source[len(before) :]
        self._line += before.count("\n")
        if self.blocks:
            self._attach(before, len(self.blocks))
            before = ""
        blocks, append = self.blocks, self.blocks.append
        paragraph, heading, item = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM  # looked up once
        line = self._line
        last: BlockKind | None = None
        for kind, text, gap in chunks(body):
            if kind is paragraph:
                words = text.rstrip()
                tail = gap if words is text else text[len(words) :] + gap
                append(_new(Block, (kind, "", words, tail, 0, line, 0)))
            elif kind is heading:
                level, lead, words, tail = _heading(text)
                self.levels[len(blocks)] = level
                self.candidates.append(len(blocks))
                append(_new(Block, (kind, lead, words, tail + gap if tail else gap, level, line, 0)))
            elif kind is item:
                self._groups += last is not item
                blocks += _items(text, gap, line, self._groups)
            else:
                self._line = line
                self.lines(text + gap)
                line = self._line
                last = kind
                continue
            line += len(gap) + (text.count("\n") if "\n" in text else 0)
            last = kind
        self._line = line
        self._attach(before, 0)

    def _attach(self, blank: str, at: int) -> None:
        """Blank lines before block `at` belong to the tail of the one before it, the first to its lead."""
        if blank and at:
            self.blocks[at - 1] = _longer(self.blocks[at - 1], tail=blank)
        elif blank and self.blocks:
            self.blocks[0] = _longer(self.blocks[0], lead=blank)


def _items(text: str, gap: str, line: int, group: int) -> list[Block]:
    """The items of a list, or of a part of one, that begins on line `line`."""
    kind, lines = BlockKind.ITEM, text.split("\n")
    ends = ["\n"] * (len(lines) - 1)
    ends.append(gap)
    blocks = []
    for item, end in zip(lines, ends, strict=True):
        words = item[2:].rstrip()
        tail = end if len(words) + 2 == len(item) else item[2 + len(words) :] + end
        blocks.append(_new(Block, (kind, "- ", words, tail, 1, line, group)))
        line += 1
    return blocks


@lru_cache(maxsize=65536)
def _heading(line: str) -> tuple[int, str, str, str]:
    """Level, lead, words and tail of a heading at the margin."""
    level = len(line) - len(line.lstrip("#"))
    if _CLOSING.search(line, level):
        lead, end = heading_parts(line, 0)
        return level, line[:lead], line[lead:end], line[end:]
    body = line[level:].lstrip(" \t")
    words = body.rstrip()
    return level, line[: len(line) - len(body)], words, body[len(words) :]


def _longer(block: Block, lead: str = "", tail: str = "") -> Block:
    return block._replace(lead=lead + block.lead, tail=block.tail + tail)


def _with_lists(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with a number of its own for each list that Markdown does not know as one."""
    numbered: list[Block] = []
    group = max((block.group for block in blocks), default=0)
    before = ""
    for block in blocks:
        shape = ""
        if block.kind is BlockKind.ITEM and not block.group:
            shape = f"{block.depth}{_SMALL.sub('a', _FIGURES.sub('1', block.lead.strip()))}"
            group += shape != before
            block = block._replace(group=group)  # noqa: PLW2901
        numbered.append(block)
        before = shape
    return numbered

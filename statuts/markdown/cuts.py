"""Lines to blocks: each leaf cut into what stands before its words, the words, and what follows them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from statuts.markdown.alineas import split_alineas
from statuts.markdown.leaves import Leaf, parse_leaves
from statuts.markdown.lines import Line, marks_length
from statuts.model.document import Block, BlockKind

PSEUDO = 7
"""Level of a heading Markdown does not know: below its six."""

_ATX = re.compile(r"#{1,6}(?:[ \t]+|$)")
_ANCHORS = re.compile(r"(?:<a\s[^<>]*>[ \t]*</a>[ \t]*)+")
_ATTRIBUTES = re.compile(r"(?:\{[#.:][^{}]*\}|<a\s[^<>]*>[ \t]*</a>)\Z")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]\s]+\]:")
_LONGEST_UNDERLINED = 160
_TEXTS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE)


class _Cut(NamedTuple):
    """A leaf settled: its lines and the lengths of its lead (in the first) and tail (in the last)."""

    kind: BlockKind
    start: int
    end: int
    depth: int
    group: int
    lead: int
    tail: int
    level: int = 0


class Stretch(NamedTuple):
    """Lines read: `before` precedes the first block's own lead, `groups` counts the tables and lists so far.

    `levels` holds, for the index of a block that may head a section, the level of its heading.
    """

    before: str
    blocks: list[Block]
    levels: dict[int, int]
    groups: int


def read_lines(lines: Sequence[Line], first: int, groups: int, *, follows: bool) -> Stretch:
    """The blocks of lines of which the first is line `first` (1-based) of its source.

    `groups` tables and lists were numbered before; `follows`: there are blocks before these lines.
    """
    leaves, groups = parse_leaves([line.text for line in lines], groups)
    cuts: list[_Cut] = []
    for leaf in leaves:
        # A paragraph of nothing but no-break spaces is an empty line to whoever reads it.
        if not all(line.blank for line in lines[leaf.start : leaf.end]):
            cuts.extend(_cut(leaf, lines))
    cuts = _with_gaps(cuts, lines, follows=follows)
    return _assembled(lines, cuts, first, groups)


def _cut(leaf: Leaf, lines: Sequence[Line]) -> Iterator[_Cut]:
    own = lines[leaf.start : leaf.end]
    if leaf.kind in _TEXTS:
        yield from _cut_text(leaf, own)
    elif leaf.kind is BlockKind.HEADING:
        yield from _cut_underlined(leaf, own) if leaf.underlined else (_cut_heading(leaf, own),)
    elif leaf.kind is BlockKind.CODE:
        yield from _cut_code(leaf, own)
    elif leaf.kind is BlockKind.ROW:
        yield _cut_row(leaf, own)
    else:
        lead = marks_length(own[0].text, leaf.depth)
        yield _Cut(leaf.kind, leaf.start, leaf.end, leaf.depth, leaf.group, lead, _blank_end(own[-1]))


def _blank_end(line: Line) -> int:
    return len(line.text) - len(line.text.rstrip())


def _lead_of(leaf: Leaf, line: Line) -> int:
    """Where the words begin: the parser's own words end the line, marks and indentation precede them."""
    shown, first = line.text.rstrip().replace("\0", "\ufffd"), leaf.first.rstrip()
    return len(shown) - len(first) if first and shown.endswith(first) else marks_length(line.text, leaf.depth)


def _cut_text(leaf: Leaf, own: Sequence[Line]) -> Iterator[_Cut]:
    for part in split_alineas(own, leaf.kind, leaf.depth):
        start, end = leaf.start + part.start, leaf.start + part.end
        tail = _blank_end(own[part.end - 1])
        first = own[part.start]
        if part.kind is BlockKind.HEADING:
            tail += len(part.wrap)
            yield _Cut(part.kind, start, end, part.level, 0, part.mark, tail, part.level or PSEUDO)
            continue
        if part.mark:
            yield _Cut(part.kind, start, end, leaf.depth + 1, leaf.group, part.mark, tail)
            continue
        lead = _lead_of(leaf, first) if part.start == 0 else marks_length(first.text, leaf.depth)
        depth, group = (leaf.depth, leaf.group) if part.kind is leaf.kind else (0, 0)
        yield _Cut(part.kind, start, end, depth, group, lead, tail)


def _cut_heading(leaf: Leaf, own: Sequence[Line]) -> _Cut:
    text = own[0].text
    lead, end = heading_parts(text, leaf.depth)
    level = 0 if leaf.depth else leaf.level
    return _Cut(leaf.kind, leaf.start, leaf.end, leaf.level, 0, lead, len(text) - end, level)


def heading_parts(text: str, depth: int) -> tuple[int, int]:
    """Where the words of an ATX heading begin and end."""
    lead = marks_length(text, depth)
    if mark := _ATX.match(text, lead):
        lead = mark.end()
    if anchor := _ANCHORS.match(text, lead):
        lead = anchor.end()
    words = text[lead:].rstrip()
    unclosed = words.rstrip("#")
    if not unclosed or unclosed[-1] in " \t":
        words = unclosed
    return lead, max(lead, lead + _words_length(words))


def _words_length(heading: str) -> int:
    """How much of a heading is words: not the spaces at its end, nor attributes (`{#anchor}`)."""
    words = heading.rstrip()
    attributes = _ATTRIBUTES.search(words)
    return len(words[: attributes.start()].rstrip()) if attributes else len(words)


def _cut_underlined(leaf: Leaf, own: Sequence[Line]) -> Iterator[_Cut]:
    """A setext heading; a long text above a line of dashes is what it looks like, a paragraph and a rule."""
    words = own[:-1]
    if len(words) > 2 or sum(len(line.text) for line in words) > _LONGEST_UNDERLINED:
        paragraph = Leaf(BlockKind.PARAGRAPH, leaf.start, leaf.end - 1, leaf.depth, 0, leaf.first)
        yield from _cut_text(paragraph, words)
        yield _Cut(BlockKind.RULE, leaf.end - 1, leaf.end, leaf.depth, 0, 0, _blank_end(own[-1]))
        return
    last = words[-1].text
    end = _words_length(last)
    tail = len(last) - end + len(words[-1].end) + len(own[-1].text)
    level = 0 if leaf.depth else leaf.level
    yield _Cut(leaf.kind, leaf.start, leaf.end, leaf.level, 0, _lead_of(leaf, own[0]), tail, level)


def _cut_code(leaf: Leaf, own: Sequence[Line]) -> Iterator[_Cut]:
    lead = marks_length(own[0].text, leaf.depth)
    opening = _FENCE.match(own[0].text, lead)
    if opening is None:
        parts = split_alineas(own, BlockKind.CODE, leaf.depth)
        # Four spaces make code to Markdown, but a list set in from the margin to whoever typed it.
        if any(part.kind is BlockKind.ITEM for part in parts):
            yield from _cut_text(Leaf(BlockKind.PARAGRAPH, leaf.start, leaf.end, leaf.depth), own)
            return
        yield _Cut(leaf.kind, leaf.start, leaf.end, leaf.depth, 0, lead, _blank_end(own[-1]))
        return
    closing = own[-1].text[marks_length(own[-1].text, leaf.depth) :].rstrip()
    closed = len(own) > 1 and closing.startswith(opening[1]) and not closing.strip(opening[1][0])
    lead = len(own[0].raw) if len(own) > 1 else len(own[0].text)
    tail = 0
    if closed:
        tail = len(own[-1].text) + (len(own[-2].end) if len(own) > 2 else 0)
    yield _Cut(leaf.kind, leaf.start, leaf.end, leaf.depth, 0, lead, tail)


def _cut_row(leaf: Leaf, own: Sequence[Line]) -> _Cut:
    """A row without its outer bars; the space beside a bar goes with it unless the cell is empty."""
    text = own[0].text
    lead = marks_length(text, leaf.depth)
    end = len(text.rstrip())
    if text[lead:end].startswith("|"):
        inner = text[lead + 1 : end].lstrip(" \t")
        lead = lead + 1 if inner.startswith("|") or not inner else end - len(inner)
    if end - 1 >= lead and text[end - 1] == "|" and text[end - 2 : end - 1] != "\\":
        inner = text[lead : end - 1].rstrip(" \t")
        end = end - 1 if inner.endswith("|") and not inner.endswith("\\|") else lead + len(inner)
    return _Cut(leaf.kind, leaf.start, leaf.end, leaf.depth, leaf.group, lead, len(text) - max(lead, end))


def _with_gaps(cuts: Sequence[_Cut], lines: Sequence[Line], *, follows: bool) -> list[_Cut]:
    """The cuts, with one of kind `OTHER` for each run of lines that says something in no leaf."""
    filled: list[_Cut] = []
    position = 0
    for cut in [*cuts, None]:
        end = cut.start if cut else len(lines)
        start = position
        while start < end:
            if lines[start].blank and (follows or filled or start < end - 1 or cut):
                start += 1
                continue
            stop = start + 1
            while stop < end and not lines[stop].blank and not _FOOTNOTE.match(lines[stop].text):
                stop += 1
            kind = BlockKind.PARAGRAPH if _FOOTNOTE.match(lines[start].text) else BlockKind.OTHER
            text = lines[start].text
            filled.append(
                _Cut(kind, start, stop, 0, 0, len(text) - len(text.lstrip()), _blank_end(lines[stop - 1]))
            )
            start = stop
        if cut:
            filled.append(cut)
            position = cut.end
    return filled


def _assembled(lines: Sequence[Line], cuts: Sequence[_Cut], first: int, groups: int) -> Stretch:
    """The blocks: blank lines go to the tail of the block before them."""
    blocks, levels = [], {}
    for place, cut in enumerate(cuts):
        stop = cuts[place + 1].start if place + 1 < len(cuts) else len(lines)
        raw = "".join([line.raw for line in lines[cut.start : cut.end]])
        last = lines[cut.end - 1].end if cut.end > cut.start else ""
        end = max(cut.lead, len(raw) - len(last) - cut.tail)
        blank = "".join([line.raw for line in lines[cut.end : stop]])
        lead, body, tail = raw[: cut.lead], raw[cut.lead : end], raw[end:] + blank
        if cut.level:
            levels[place] = cut.level
        blocks.append(Block(cut.kind, lead, body, tail, cut.depth, first + cut.start, cut.group))
    before = "".join([line.raw for line in lines[: cuts[0].start if cuts else len(lines)]])
    return Stretch(before, blocks, levels, groups)

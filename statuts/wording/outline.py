"""A text as an act counts it: articles, and in each the alinéas it names by rank.

Circulaire du 20 octobre 2000 (PRMX0004462C): an alinéa is whatever starts on a new line, be it after a
dash, a number or a quotation mark; a table is one alinéa; a heading is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from statuts.model.document import Block, BlockKind, Document, Section, SectionKind

_COUNTED = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE, BlockKind.CODE, BlockKind.OTHER})
_HARD_BREAK = re.compile(r"(?: {2,}|\\)(?:\r\n|\r|\n)|<br ?/?>[ \t]*(?:\r\n|\r|\n)?")
_DASHES = frozenset("-*+–—−•‣◦▪●■○·‒")


class Row(NamedTuple):
    """A line of a table: where it begins, where its words begin and end, where the next line begins."""

    lead: int
    start: int
    end: int
    tail_end: int


class Alinea(NamedTuple):
    """One alinéa, in offsets of the source.

    `lead` is where its line begins, `start` and `end` bound its words, `tail_end` is where the next begins.
    `mark` is what stands before the words of an item (« - », « 1° », « a) »), `depth` how deep it is nested.
    """

    kind: BlockKind
    lead: int
    start: int
    end: int
    tail_end: int
    mark: str = ""
    depth: int = 0
    group: int = 0
    rows: tuple[Row, ...] = ()
    run_in: bool = False  # it follows the article's label on the same line

    @property
    def is_dash(self) -> bool:
        """Whether it is an item marked by a dash, a star or a bullet."""
        return self.mark in _DASHES and bool(self.mark)


@dataclass(frozen=True)
class Portion:
    """An article, or whatever else stands where articles stand, with its alinéas.

    `start` and `end` bound it in the source; `heading` its head (None where it has none), of which
    `number` is the part that is its number, and `title` the part that is its title.
    """

    section: Section
    start: int
    end: int
    alineas: tuple[Alinea, ...]
    heading: tuple[int, int] | None = None
    number: tuple[int, int] | None = None
    title: tuple[int, int] | None = None

    @property
    def kind(self) -> SectionKind:
        """What sort of part it is."""
        return self.section.kind

    @property
    def key(self) -> str:
        """The normal form of its number, empty where it has none."""
        return self.section.heading.key if self.section.heading else ""

    @property
    def name(self) -> str:
        """Its title, empty where it has none."""
        return self.section.heading.title if self.section.heading else ""


@dataclass(frozen=True)
class Outline:
    """The portions of a text in order, and its source."""

    source: str
    portions: tuple[Portion, ...]

    @cached_property
    def newline(self) -> str:
        """How the text ends its lines."""
        return "\r\n" if "\r\n" in self.source else "\n"


def outline(document: Document) -> Outline:
    """The text as an act counts it."""
    portions: list[Portion] = []
    at = 0
    for section in document.sections:
        start = at
        portion, at = _portion(section, start)
        portions.append(portion)
    return Outline(document.source, tuple(portions))


def without_hard_breaks(source: str) -> str:
    """The text with a blank line wherever a hard break starts a new alinéa: to an act they are one thing."""
    return _HARD_BREAK.sub("\n\n", source)


def _portion(section: Section, start: int) -> tuple[Portion, int]:
    heading = number = title = None
    blocks = list(section.blocks)
    at = start
    run_in = 0
    if section.heading is not None and blocks:
        head = blocks[0]
        body = at + len(head.lead)
        label = section.heading.label_end
        if section.heading.run_in:
            run_in = label
            heading = (body, body + label)
        else:
            heading = (body, body + len(head.body))
        number = _span(head.body, section.heading.number, body, 0, label)
        title = _title_span(head, section, body)
        if not section.heading.run_in:
            at += len(head.raw)
            blocks = blocks[1:]
    alineas = tuple(_alineas(blocks, at, run_in))
    end = at + sum(len(block.raw) for block in blocks)
    return Portion(section, start, end, alineas, heading, number, title), end


def _span(text: str, wanted: str, offset: int, low: int, high: int) -> tuple[int, int] | None:
    place = text.find(wanted, low, high) if wanted else -1
    return (offset + place, offset + place + len(wanted)) if place >= 0 else None


def _title_span(head: Block, section: Section, body: int) -> tuple[int, int] | None:
    """Where the title stands. Beside a run-in text it is inside the label (`**Art. 2 – Titre.** Le…`)."""
    heading = section.heading
    if heading is None or not heading.title:
        return None
    if heading.run_in:
        return _span(head.body, heading.title, body, 0, heading.label_end)
    exact = _span(head.body, heading.title, body, heading.label_end, len(head.body))
    return exact or (body + heading.label_end, body + len(head.body))


def _alineas(blocks: list[Block], at: int, run_in: int) -> Iterator[Alinea]:
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if block.kind is BlockKind.ROW:
            table = [block]
            while (
                index + 1 < len(blocks)
                and blocks[index + 1].group == block.group
                and blocks[index + 1].kind in (BlockKind.ROW, BlockKind.RULE)
            ):
                index += 1
                table.append(blocks[index])
            yield _table(table, at)
            at += sum(len(row.raw) for row in table)
        else:
            if block.kind in _COUNTED:
                yield from _lines(block, at, run_in if index == 0 else 0)
            at += len(block.raw)
        index += 1


def _lines(block: Block, at: int, run_in: int) -> Iterator[Alinea]:
    """The alinéas of one block: a hard break starts a new one."""
    start = at + len(block.lead) + run_in
    end = at + len(block.lead) + len(block.body)
    stop = at + len(block.raw)
    mark = block.lead.strip().lstrip(">").strip() if block.kind is BlockKind.ITEM else ""
    breaks = (
        [m.span() for m in _HARD_BREAK.finditer(block.body, run_in) if m.end() < len(block.body)]
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
        and ("<br" in block.body or "\n" in block.body or "\r" in block.body)
        else []
    )
    base = at + len(block.lead)
    lead = start if run_in else at
    runs_in = bool(run_in)
    for low, high in breaks:
        yield Alinea(
            block.kind, lead, start, base + low, base + high, mark, block.depth, block.group, (), runs_in
        )
        lead = start = base + high
        mark, runs_in = "", False
    if start < end or breaks or not run_in:
        yield Alinea(block.kind, lead, start, end, stop, mark, block.depth, block.group, (), runs_in)


def _table(rows: list[Block], at: int) -> Alinea:
    found: list[Row] = []
    lead = at
    for row in rows:
        if row.kind is BlockKind.ROW:
            start = at + len(row.lead)
            found.append(Row(at, start, start + len(row.body), at + len(row.raw)))
        at += len(row.raw)
    last = rows[-1]
    end = at - len(last.tail) + len(last.tail.rstrip())
    return Alinea(BlockKind.ROW, lead, lead, end, at, "", rows[0].depth, rows[0].group, tuple(found))

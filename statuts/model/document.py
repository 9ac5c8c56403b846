"""A text as read: sections of blocks whose raw pieces, put end to end, are the source again."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from statuts.model.message import Message


class BlockKind(StrEnum):
    """What a block is. Each one but `RULE` and `OTHER` counts as an alinéa or a table row."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    RULE = "rule"  # the line of dashes below a table's header, or a thematic break
    QUOTE = "quote"
    CODE = "code"
    HTML = "html"
    FRONT_MATTER = "front-matter"
    OTHER = "other"  # kept although not understood: a warning names it


class Block(NamedTuple):
    """One alinéa with the marks around it: `lead + body + tail` is its slice of the source.

    `lead` holds what stands before the words (indentation, `- `, `## `, `> `), `tail` what stands
    after (closing marks, line end, blank lines). `depth` counts enclosing list items and quotations
    (for a heading: its level, 1 to 6). `line` is 1-based. `group` numbers the table or list the
    block belongs to (0: none), unique in the document.
    """

    kind: BlockKind
    lead: str
    body: str
    tail: str
    depth: int
    line: int
    group: int = 0

    @property
    def raw(self) -> str:
        """The block's own slice of the source."""
        return self.lead + self.body + self.tail

    @property
    def body_line(self) -> int:
        """The 1-based line on which its words begin: below the fence, for code."""
        return self.line + self.lead.lstrip().count("\n")


_parts = itemgetter(1, 2, 3)
"""What the raw piece of a block is made of: lead, body, tail."""


class SectionKind(StrEnum):
    """What a section is; `TITLE` is the heading of the whole text, `OPENING` what precedes any heading."""

    OPENING = "opening"
    TITLE = "title"
    PREAMBLE = "preamble"
    DIVISION = "division"
    ARTICLE = "article"
    ANNEX = "annex"


class Heading(NamedTuple):
    """How a section is headed.

    `number` is as written (« 12 bis », « premier », « IV »), `key` its normal form (`12-bis`, `1`,
    `4`), both empty where there is none. `title` is the heading without its label. The label is
    `body[:label_end]` of the section's first block (« Article 12 bis – »). `run_in` says that the text
    of the first alinéa follows on the same line (`**Article 12.** Le bureau…`).
    """

    number: str
    key: str
    title: str
    label_end: int
    run_in: bool = False


# Signs of bold and code, backslashes of escapes, and the zero-width signs some exports leave behind.
_MARKS = re.compile(r"\*+|__+|`+|\\(?=[!-/:-@\[-`{-~])|[\u00ad\u200b-\u200d\u2060\ufeff]")


@lru_cache(maxsize=65536)
def _said(heading: str) -> str:
    return " ".join(_MARKS.sub("", heading).split()).rstrip(" .:–—-")


class Section(NamedTuple):
    """An article, or what stands where articles stand: a division's heading, the preamble, an annex.

    `id` is unique in the document and does not depend on the position. `division` is the id of the
    division (or annex) the section stands in, empty at the top level. `blocks` starts with the
    heading's block where there is a heading.
    """

    id: str
    kind: SectionKind
    heading: Heading | None
    blocks: tuple[Block, ...]
    division: str = ""

    @property
    def label(self) -> str:
        """The heading as people say it, on one line, without marks: « Article 12 bis – Pouvoirs »."""
        if self.heading is None:
            return ""
        return _said(self.blocks[0].body[: self._heading_end])

    @property
    def _heading_end(self) -> int | None:
        assert self.heading is not None
        return self.heading.label_end if self.heading.run_in else None


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the reader of a text should know: where (1-based line), a stable code, a sentence."""

    line: int
    code: str
    message: Message


@dataclass(frozen=True)
class Document:
    """A whole text. Always: the sections' raw blocks, end to end, are `source`."""

    source: str
    sections: tuple[Section, ...]
    remarks: tuple[Remark, ...] = ()

    def __post_init__(self) -> None:
        blocks = chain.from_iterable([section.blocks for section in self.sections])
        raw = "".join(chain.from_iterable(map(_parts, blocks)))
        if raw != self.source:
            raise ValueError("the blocks of a document do not add up to its source")

    @cached_property
    def articles(self) -> tuple[Section, ...]:
        """The sections that are articles, in the order of the text."""
        return tuple(s for s in self.sections if s.kind is SectionKind.ARTICLE)

"""A paper ready to be printed in any format: its words in order, and what stands on every page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from statuts.model.redline import ArticleChange, ChangeClass


class Run(NamedTuple):
    """Words in one style. A line end in `text` breaks the line; `anchor` is the id of a heading to go to."""

    text: str
    strong: bool = False
    em: bool = False
    code: bool = False
    anchor: str = ""


Line = tuple[Run, ...]


class Role(StrEnum):
    """What a paragraph is for; each format has one style a role."""

    BODY = "body"
    ORG = "org"  # whose paper it is, above its title
    STATUS = "status"  # « Projet soumis au vote »
    BRIEF = "brief"  # the lines that say what changes
    META = "meta"  # quiet words below a heading: « modifié · modifications : C1 à C3 »
    LABEL = "label"  # a small heading inside an article: « Texte en vigueur »
    SMALL = "small"
    MISSING = "missing"  # says that something is not there
    ORIGIN = "origin"  # below an article: what made it what it is
    WORDING = "wording"  # a sentence of the act
    FOOT = "foot"  # digests and remarks at the end of the paper


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the paper, of `level` 1 (its title) to 6; `anchor` is its id, or empty."""

    level: int
    line: Line
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words of the paper itself, not of the texts it is about."""

    line: Line
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; `ordered` items are numbered from 1."""

    items: tuple[tuple["Element", ...], ...]
    ordered: bool = False


class Fact(NamedTuple):
    """A name and its value; `missing` values stand for what is not recorded."""

    name: Line
    value: Line
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts one below the other, names at the left."""

    rows: tuple[Fact, ...]


class GridRole(StrEnum):
    """How a table is drawn."""

    TABLE = "table"  # horizontal rules, the header repeated on every page
    COMPARISON = "comparison"  # the same; its cells hold texts and may be longer than a page
    BOXES = "boxes"  # cells to fill in by hand: drawn on all sides, high enough to write in
    COLUMNS = "columns"  # no rule at all: what stands side by side
    SIGNATURES = "signatures"  # the same, with room to sign below the words


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a grid; `heading` cells name their column, or with `scope` « row » their row."""

    elements: tuple["Element", ...]
    heading: bool = False
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `widths` are percentages, one a column, or nothing where the format decides."""

    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    role: GridRole = GridRole.TABLE
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """What belongs together and is kept on one page if it can be: a resolution, with a rule at its left."""

    elements: tuple["Element", ...]
    anchor: str = ""


class Look(StrEnum):
    """How a part of a governed text stands in a paper."""

    REDLINE = "redline"  # its changes marked and numbered
    MARKED = "marked"  # its changes drawn only: nothing to accept or to reject
    PLAIN = "plain"  # as it is
    PROSE = "prose"  # written by a person for this paper: reasons


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a governed text, or an author's prose. `levels` gives the rank of a heading by its depth
    in the source (else `level`). Without marks, all its segments are equal. A `quoted` one stands below
    headings of the paper's own.
    """

    article: ArticleChange
    look: Look
    level: int = 4
    levels: Mapping[int, int] = field(default_factory=dict)
    quoted: bool = False

    def level_of(self, depth: int) -> int:
        """The rank, 2 to 6, of a heading of this depth."""
        return self.levels.get(depth, self.level)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture, a logo as a rule: its bytes, `image/png` or `image/jpeg`, and what it shows, in words."""

    data: bytes
    media_type: str
    alt: str


@dataclass(frozen=True, slots=True)
class Ruler:
    """A thin line across the page."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Element = Heading | Paragraph | Listing | Facts | Grid | Box | Passage | Image | Ruler | PageBreak


class Attachment(NamedTuple):
    """A file inside the paper, for machines: `relationship` is `source` or `data`."""

    name: str
    media_type: str
    relationship: str
    description: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper. What stands on every page: `band` (« Projet », « Adopté »…; may be empty), `running` (whose
    paper, which, digest of the version), the page's number of how many, the current article.

    `author` and `moment` (UTC) sign the tracked changes and the metadata. `accent` is the colour on paper,
    `#rrggbb`, checked for contrast. `shown` are the classes that are marked and numbered. `large` asks for
    large print.
    """

    language: str
    title: str
    association: str
    band: str
    running: str
    author: str
    moment: datetime
    elements: tuple[Element, ...]
    accent: str = "#1f3a5f"
    shown: frozenset[ChangeClass] = frozenset()
    attachments: tuple[Attachment, ...] = ()
    large: bool = False

    def passages(self) -> Iterator[Passage]:
        """All the passages, in reading order."""
        yield from _passages(self.elements)


def _passages(elements: tuple[Element, ...]) -> Iterator[Passage]:
    for element in elements:
        match element:
            case Passage():
                yield element
            case Box():
                yield from _passages(element.elements)
            case Listing():
                for item in element.items:
                    yield from _passages(item)
            case Grid():
                for row in (*element.head, *element.rows):
                    for cell in row:
                        yield from _passages(cell.elements)
            case _:
                pass

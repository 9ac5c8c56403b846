"""What a file of another program holds, as it shows it: paragraphs and tables in order, and what is tracked.

Between a reader of one format and the making of articles from it. Nothing is judged here: whether a bold
line is a heading, or a coloured word an insertion, is decided later, and said.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from statuts.model.message import Message
from statuts.model.redline import Op


class BroughtRun(NamedTuple):
    """Words in one look. A line end in `text` is a line break inside the paragraph, a tab stays a tab.

    `op` is the fate of tracked words; `author` and `moment` (as the file has it) who struck or inserted
    them, and when. `colour` is `#rrggbb`, empty for the ordinary one; `size` in points, 0 where unknown.
    """

    text: str
    strong: bool = False
    em: bool = False
    underline: bool = False
    strike: bool = False
    colour: str = ""
    size: float = 0
    link: str = ""
    op: Op = Op.EQUAL
    author: str = ""
    moment: str = ""


class BroughtKind(StrEnum):
    """What the file itself says a paragraph is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"  # `level` is its rank, 1 to 9
    ITEM = "item"  # `level` counts the lists around it, itself included
    QUOTE = "quote"
    CODE = "code"


class BroughtLook(NamedTuple):
    """What a paragraph is, its words apart; see `BroughtParagraph`."""

    kind: BroughtKind
    level: int
    label: str
    style: str
    centred: bool


@dataclass(frozen=True, slots=True)
class BroughtParagraph:
    """One paragraph. `label` is the number the program shows before it (« Article 3 – », « a) », « • »),
    which is no text of the file; `style` its style's name, `place` where it is (« page 2 », « paragraphe 12
    »), both for the report. `mark` is the fate of the paragraph's end: where it is struck, in the new text
    the words join the next paragraph; where it is inserted, in the old one. `old` is what it is in the old
    text, where that is not what it is in the new one: another number, for what stands before it was struck.
    """

    runs: tuple[BroughtRun, ...]
    kind: BroughtKind = BroughtKind.PARAGRAPH
    level: int = 0
    label: str = ""
    style: str = ""
    place: str = ""
    mark: Op = Op.EQUAL
    centred: bool = False
    old: BroughtLook | None = None

    @property
    def text(self) -> str:
        """Its words, tracked ones of both fates included."""
        return "".join([run.text for run in self.runs])


class BroughtRow(NamedTuple):
    """A row of a table, a list of paragraphs a cell; `op` is the fate of the whole row, `fates` those of its
    cells where a column comes or goes (none where none does).
    """

    cells: tuple[tuple[BroughtParagraph, ...], ...]
    op: Op = Op.EQUAL
    heading: bool = False
    fates: tuple[Op, ...] = ()


@dataclass(frozen=True, slots=True)
class BroughtTable:
    """A table; cells that span several columns are repeated as empty ones."""

    rows: tuple[BroughtRow, ...]
    place: str = ""


BroughtBlock = BroughtParagraph | BroughtTable


class AsideKind(StrEnum):
    """What stands beside the text, and is kept apart from it."""

    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    COMMENT = "comment"
    TEXT_BOX = "text-box"
    CONTENTS = "contents"  # a table of contents that the program made
    HIDDEN = "hidden"
    PAGE_NUMBER = "page-number"


@dataclass(frozen=True, slots=True)
class Aside:
    """Words beside the text: what they are, and where. A comment has an author; `about` is what it is
    anchored to, or the mark of a footnote.
    """

    kind: AsideKind
    paragraphs: tuple[BroughtParagraph, ...]
    place: str = ""
    author: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """A whole file. `format` is what it is (« DOCX »…); `remarks` say what was ignored (macros, a picture) or
    mended (a hyphen at a line's end).
    """

    format: str
    blocks: tuple[BroughtBlock, ...]
    asides: tuple[Aside, ...] = ()
    remarks: tuple[Message, ...] = ()

    def paragraphs(self) -> Iterator[BroughtParagraph]:
        """All paragraphs in order, those of cells included."""
        for block in self.blocks:
            if isinstance(block, BroughtParagraph):
                yield block
            else:
                for row in block.rows:
                    for cell in row.cells:
                        yield from cell

    @property
    def is_tracked(self) -> bool:
        """Whether anything in it is tracked."""
        tables = (block for block in self.blocks if isinstance(block, BroughtTable))
        fates = (op for table in tables for row in table.rows for op in (row.op, *row.fates))
        return any(op is not Op.EQUAL for op in fates) or any(
            p.mark is not Op.EQUAL or p.old is not None or any(run.op is not Op.EQUAL for run in p.runs)
            for p in self.paragraphs()
        )

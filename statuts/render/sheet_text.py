"""A paper as plain text, to be put into a letter or read aloud: marks are signs, `[-old-]{+new+}`."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from statuts.model.sheet import (
    Box,
    Cell,
    Element,
    Facts,
    Grid,
    GridRole,
    Heading,
    Image,
    Line,
    Listing,
    PageBreak,
    Paragraph,
    Passage,
    Role,
    Ruler,
    Sheet,
)
from statuts.render.flow import context_of
from statuts.render.html_context import Say
from statuts.render.passage_text import paragraphs_of

_WIDTH = 76
_UNDERLINES = {1: "=", 2: "-"}
_SPREAD = frozenset({GridRole.COMPARISON, GridRole.COLUMNS, GridRole.SIGNATURES})


def to_text(sheet: Sheet, say: Say) -> str:
    """The whole paper; one empty line between two blocks, lines of at most 76 signs."""
    return "\n\n".join(_Text(sheet, say).blocks(sheet.elements)) + "\n"


class _Text:
    """Writes the elements of one sheet."""

    def __init__(self, sheet: Sheet, say: Say) -> None:
        self._context = context_of(sheet, say)
        self._colon = "\u00a0: " if sheet.language == "fr" else ": "

    def blocks(self, elements: Iterable[Element]) -> Iterator[str]:
        """One text a block."""
        for element in elements:
            match element:
                case Heading():
                    yield _heading(element)
                case Paragraph():
                    yield _filled(_words(element.line), "    " if element.role is Role.WORDING else "")
                case Passage():
                    yield from self._passage(element)
                case Listing():
                    yield "\n".join(self._items(element))
                case Facts():
                    yield "\n".join(
                        _filled(_words(r.name) + self._colon + _words(r.value)) for r in element.rows
                    )
                case Grid():
                    yield from self._spread(element) if element.role in _SPREAD else self._rows(element)
                case Box():
                    yield from self.blocks(element.elements)
                case Image():
                    yield f"[{element.alt}]"
                case Ruler() | PageBreak():
                    yield "-" * _WIDTH

    def _passage(self, passage: Passage) -> Iterator[str]:
        margin = "  " if passage.quoted else ""
        for paragraph in paragraphs_of(passage, self._context):
            yield _filled(paragraph.text, margin + " " * paragraph.indent, paragraph.label)

    def _items(self, listing: Listing) -> Iterator[str]:
        for rank, item in enumerate(listing.items, 1):
            mark = f"{rank}. " if listing.ordered else "– "
            body = "\n".join(self.blocks(item))
            yield textwrap.indent(mark + body.replace("\n", "\n" + " " * len(mark)), "  ")

    def _rows(self, grid: Grid) -> Iterator[str]:
        """Each row as lines, a cell a line, named by its column."""
        names = [self._cell(cell) for cell in grid.head[0]] if grid.head else []
        for row in grid.rows or ():
            yield "\n".join(self._named(names, row))
        if not grid.rows:
            yield " | ".join(names)

    def _named(self, names: Sequence[str], row: Sequence[Cell]) -> Iterator[str]:
        for rank, cell in enumerate(row):
            name = names[rank] if rank < len(names) else ""
            said = self._cell(cell) or "…………"
            yield _filled(name + self._colon + said if name else said)

    def _cell(self, cell: Cell) -> str:
        return " ".join(" ".join(self.blocks(cell.elements)).split())

    def _spread(self, grid: Grid) -> Iterator[str]:
        names = [self._cell(cell) for cell in grid.head[0]] if grid.head else []
        for row in grid.rows:
            for rank, cell in enumerate(row):
                if rank < len(names) and names[rank]:
                    yield f"[{names[rank]}]"
                yield from self.blocks(cell.elements)


def _heading(heading: Heading) -> str:
    text = _filled(_words(heading.line))
    line = _UNDERLINES.get(heading.level)
    return f"{text}\n{line * min(max(map(len, text.splitlines())), _WIDTH)}" if line else text


def _words(line: Line) -> str:
    return "".join(run.text for run in line)


def _filled(text: str, margin: str = "", label: str = "") -> str:
    """The text in lines of the width, further lines below the first word; its own line ends are kept."""
    first = margin + (label + " " if label else "")
    rest = " " * len(first)
    lines: list[str] = []
    for part in text.split("\n"):
        # only plain spaces may be broken at: French needs the no-break ones
        lines += textwrap.wrap(
            part,
            _WIDTH,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [first.rstrip()]
        first = rest
    return "\n".join(lines)

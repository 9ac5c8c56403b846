"""A paper as Markdown, to be read as it is or shown by any program that knows Markdown."""

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
from statuts.render.passage_markdown import changes, escape, passage

_SPREAD = frozenset({GridRole.COMPARISON, GridRole.COLUMNS, GridRole.SIGNATURES})
"""Cells that hold paragraphs stand one below the other: a table of Markdown has room for words only."""


def to_markdown(sheet: Sheet) -> str:
    """The whole paper; one empty line between two blocks."""
    return "\n\n".join(_blocks(_title_first(sheet.elements), sheet)) + "\n"


def _title_first(elements: Sequence[Element]) -> Sequence[Element]:
    """A file in Markdown is known by its first line."""
    heads = [e for e in elements if isinstance(e, Heading) and e.level == 1][:1]
    return [*heads, *(e for e in elements if e not in heads)]


def _blocks(elements: Iterable[Element], sheet: Sheet) -> Iterator[str]:
    for element in elements:
        match element:
            case Heading():
                yield f"{'#' * element.level} {_line(element.line, ' ')}"
            case Paragraph():
                yield _paragraph(element)
            case Passage():
                yield from _passage(element, sheet)
            case Listing():
                yield _listing(element, sheet)
            case Facts():
                yield _facts(element)
            case Grid():
                yield from _spread(element, sheet) if element.role in _SPREAD else [_table(element)]
            case Box():
                yield from _blocks(element.elements, sheet)
            case Image():
                yield f"*{escape(element.alt)}*"
            case Ruler() | PageBreak():
                yield "---"


def _paragraph(element: Paragraph) -> str:
    line = _line(element.line)
    if element.role in (Role.LABEL, Role.STATUS, Role.ORG):
        return f"**{line}**"
    if element.role is Role.WORDING:
        return "> " + line.replace("\n", "\n> ")
    return line


def _passage(element: Passage, sheet: Sheet) -> Iterator[str]:
    if text := passage(element, sheet.shown).strip("\n"):
        yield text
    if listed := "\n".join(f"- {line}" for line in changes(element, sheet.shown)):
        yield listed


def _listing(element: Listing, sheet: Sheet) -> str:
    items = []
    for rank, item in enumerate(element.items, 1):
        mark = f"{rank}. " if element.ordered else "- "
        body = "\n\n".join(_blocks(item, sheet))
        items.append(mark + body.replace("\n", "\n" + " " * len(mark)))
    return "\n".join(items)


def _facts(element: Facts) -> str:
    rows = [f"| {_line(row.name, ' ')} | {_line(row.value, ' ')} |" for row in element.rows]
    return "\n".join(["| | |", "| :--- | :--- |", *rows])


def _table(grid: Grid) -> str:
    head, rows = (list(grid.head[:1]), list(grid.rows))
    count = max((len(row) for row in (*head, *rows)), default=0)
    lines = [_row(head[0] if head else (), count), "| " + " | ".join([":---"] * count) + " |"]
    return "\n".join([*lines, *(_row(row, count) for row in (*grid.head[1:], *rows))])


def _row(cells: Sequence[Cell], count: int) -> str:
    said = [_words(cell.elements) for cell in cells]
    return "| " + " | ".join([*said, *[""] * (count - len(said))]) + " |"


def _words(elements: Iterable[Element]) -> str:
    """The words of a cell on one line."""
    lines = (_line(e.line, "<br>") for e in elements if isinstance(e, Paragraph | Heading))
    return "<br>".join(line for line in lines if line)


def _spread(grid: Grid, sheet: Sheet) -> Iterator[str]:
    names = [_words(cell.elements) for cell in grid.head[0]] if grid.head else []
    for row in grid.rows:
        for rank, cell in enumerate(row):
            if rank < len(names) and names[rank]:
                yield f"**{names[rank]}**"
            yield from _blocks(cell.elements, sheet)


def _line(line: Line, line_end: str = "\\\n") -> str:
    said = []
    for run in line:
        text = escape(run.text)
        if run.code:
            text = f"`{run.text}`"
        if run.em:
            text = f"*{text}*"
        if run.strong:
            text = f"**{text}**"
        said.append(text)
    return "".join(said).replace("\n", line_end)

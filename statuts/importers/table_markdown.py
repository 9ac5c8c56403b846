"""A table as Markdown has it: one line a row, the words of a cell on one line."""

from collections.abc import Sequence

from statuts.importers.inline import markdown_of
from statuts.model.brought import BroughtParagraph, BroughtRow, BroughtTable


def table_markdown(table: BroughtTable) -> str:
    """The table; its first row heads it, since Markdown knows no other. Empty where there is no cell."""
    count = max((len(row.cells) for row in table.rows), default=0)
    if not count:
        return ""
    lines = [_row(row, count) for row in table.rows]
    return "\n".join([lines[0], "|" + " --- |" * count, *lines[1:]])


def _row(row: BroughtRow, count: int) -> str:
    said = [_cell(cell) for cell in row.cells]
    return "| " + " | ".join([*said, *[""] * (count - len(said))]) + " |"


def _cell(paragraphs: Sequence[BroughtParagraph]) -> str:
    lines = []
    for paragraph in paragraphs:
        text = markdown_of(paragraph.runs).replace("\\\n", " ").replace("|", "\\|")
        lines.append(f"{paragraph.label} {text}".strip() if paragraph.label else text)
    return " ".join(line for line in lines if line)

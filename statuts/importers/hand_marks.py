"""Changes marked by hand in a word processor: struck and red words taken for old, set-off ones for new.

Nothing in such a file says so: it is a guess, and the program says that it is one.
"""

from collections.abc import Iterator
from dataclasses import replace

from statuts.model.brought import (
    Brought,
    BroughtBlock,
    BroughtKind,
    BroughtParagraph,
    BroughtRun,
    BroughtTable,
)
from statuts.model.redline import Op
from statuts.model.tracked import Piece
from statuts.tracked.strikebold_writer import write_strikebold

_DARK = 0x60
"""The brightest channel of a colour that is still read as black or grey."""


def marked_by_hand(brought: Brought) -> Brought | None:
    """The same file, its hand-made marks as tracked words; None where nothing is struck or coloured."""
    runs = [run for paragraph in brought.paragraphs() for run in paragraph.runs if run.text.strip()]
    struck = any(run.strike for run in runs)
    if not struck and not any(_is_red(run.colour) for run in runs):
        return None
    return replace(brought, blocks=tuple(_block(block, struck) for block in brought.blocks))


def strikebold_of(brought: Brought) -> str:
    """The tracked words as `~~old~~ **new**`, an alinéa a paragraph, for what looks doubtful in them."""
    said = []
    for paragraph in brought.paragraphs():
        pieces = [Piece(run.op, run.text.replace("\n", " ")) for run in paragraph.runs]
        said.append(write_strikebold(pieces))
    return "\n\n".join(said) + "\n"


def _block(block: BroughtBlock, struck: bool) -> BroughtBlock:
    if isinstance(block, BroughtParagraph):
        return _paragraph(block, struck)
    rows = tuple(
        row._replace(cells=tuple(tuple(_paragraph(p, struck) for p in cell) for cell in row.cells))
        for row in block.rows
    )
    return BroughtTable(rows, block.place)


def _paragraph(paragraph: BroughtParagraph, struck: bool) -> BroughtParagraph:
    worded = [run for run in paragraph.runs if run.text.strip()]
    # a line that is bold as a whole is a heading, or is bold anyway; a heading has the colour of its style
    heads = paragraph.kind is BroughtKind.HEADING
    bold = not heads and not all(run.strong for run in worded)
    own = {run.colour for run in worded} if heads else set[str]()
    plain = own.pop() if len(own) == 1 else ""
    return replace(paragraph, runs=tuple(_runs(paragraph.runs, struck, bold=bold, plain=plain)))


def _runs(runs: tuple[BroughtRun, ...], struck: bool, *, bold: bool, plain: str) -> Iterator[BroughtRun]:
    for run in runs:
        coloured = run.colour != plain
        if run.strike or (not struck and coloured and _is_red(run.colour)):
            yield run._replace(op=Op.DELETE, strike=False, colour="", underline=False)
        elif run.underline or (coloured and _is_coloured(run.colour)) or (bold and run.strong):
            yield run._replace(op=Op.INSERT, strong=False, colour="", underline=False)
        else:
            yield run


def _channels(colour: str) -> tuple[int, int, int]:
    try:
        value = int(colour[1:], 16)
    except ValueError:
        return (0, 0, 0)
    return (value >> 16 & 255, value >> 8 & 255, value & 255)


def _is_coloured(colour: str) -> bool:
    channels = _channels(colour)
    return max(channels) > _DARK and max(channels) - min(channels) > _DARK


def _is_red(colour: str) -> bool:
    red, green, blue = _channels(colour)
    return _is_coloured(colour) and red > 2 * max(green, blue)

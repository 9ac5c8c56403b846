"""Tables in Word: how each sort is drawn, its rows and its cells."""

from collections.abc import Sequence
from itertools import pairwise

from statuts.model.sheet import GridRole

SPACER = '<w:p><w:pPr><w:pStyle w:val="Intervalle"/></w:pPr></w:p>'
"""Between a table and what follows: two tables that touch are one, and a cell cannot end with one."""

_LETTER = 110  # the width of a letter, generously
_LONGEST = 48
_HAIR = "BFBFBF"
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_DRAWN = {
    GridRole.TABLE: ("top", "bottom", "insideH"),
    GridRole.COMPARISON: ("top", "bottom", "insideH"),
    GridRole.BOXES: _EDGES,
    GridRole.COLUMNS: (),
    GridRole.SIGNATURES: (),
}
_SIDES = {  # room at the left and at the right of a cell
    GridRole.TABLE: (0, 113),
    GridRole.COMPARISON: (0, 255),
    GridRole.BOXES: (113, 113),
    GridRole.COLUMNS: (0, 255),
    GridRole.SIGNATURES: (0, 255),
}
_MARGINS = (
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="57" w:type="dxa"/>'
    '<w:left w:w="{left}" w:type="dxa"/>'
    '<w:bottom w:w="57" w:type="dxa"/><w:right w:w="{right}" w:type="dxa"/></w:tblCellMar>'
)


def framed(role: GridRole) -> str:
    """The borders and margins of a table of this sort."""
    return _frame(_DRAWN[role], 4, _HAIR, *_SIDES[role])


def room(role: GridRole) -> int:
    """What the margins of a cell take of its width."""
    return sum(_SIDES[role])


FREE = '<w:keepNext w:val="0"/>'
"""In a cell a heading keeps nothing beside it: a row would drag the next one, and the table, along."""


def ruled(accent: str) -> str:
    """A frame that is a rule at the left."""
    return _frame(("left",), 18, accent, 198, 113)


def _frame(drawn: Sequence[str], size: int, colour: str, left: int, right: int) -> str:
    borders = "".join(
        f'<w:{edge} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
        if edge in drawn
        else f'<w:{edge} w:val="nil"/>'
        for edge in _EDGES
    )
    return f"<w:tblBorders>{borders}</w:tblBorders>{_MARGINS.format(left=left, right=right)}"


def columns_for(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Widths by what the cells of each column say, none so narrow that a word breaks if there is room."""
    texts = list(zip(*rows, strict=True))
    words = [max((len(word) for text in some for word in text.split()), default=0) + 2 for some in texts]
    shares = [min(max(map(len, some), default=0), _LONGEST) for some in texts]
    narrow = [min(word * _LETTER, width // len(texts)) for word in words]
    rest = width - sum(narrow)
    return shared(rest, [max(share, 1) for share in shares], narrow)


def shared(width: int, shares: Sequence[int], least: Sequence[int] = ()) -> list[int]:
    """Widths in these proportions, each beside what it has at `least`."""
    borders = [round(width * sum(shares[:k]) / sum(shares)) for k in range(len(shares) + 1)]
    own = least or [0] * len(shares)
    return [end - start + some for (start, end), some in zip(pairwise(borders), own, strict=True)]


def table(frame: str, columns: Sequence[int], rows: str) -> str:
    """A table of these rows; `columns` are widths in twentieths of a point."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/>{frame}'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        f'w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def row(
    cells: Sequence[str],
    columns: Sequence[int],
    *,
    heading: bool = False,
    whole: bool = True,
    height: int = 0,
    fate: str = "",
) -> str:
    """A row of cells that hold paragraphs. `whole` rows stay on one page; those of a head are repeated."""
    properties = "<w:cantSplit/>" if whole else ""
    properties += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    properties += "<w:tblHeader/>" if heading else ""
    bottom = '<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="7F7F7F"/></w:tcBorders>'
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{bottom if heading else ""}</w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, columns, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}{fate}</w:trPr>{inner}</w:tr>"

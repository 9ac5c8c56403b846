"""Tables in Word: how each sort is drawn, its rows and its cells."""

from collections.abc import Sequence

from statuts.model.sheet import GridRole

SPACER = '<w:p><w:pPr><w:pStyle w:val="Intervalle"/></w:pPr></w:p>'
"""Between a table and what follows: two tables that touch are one, and a cell cannot end with one."""

_HAIR = "BFBFBF"
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_DRAWN = {
    GridRole.TABLE: ("top", "bottom", "insideH"),
    GridRole.COMPARISON: ("top", "bottom", "insideH"),
    GridRole.BOXES: _EDGES,
    GridRole.COLUMNS: (),
    GridRole.SIGNATURES: (),
}
_MARGINS = (
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="57" w:type="dxa"/>'
    '<w:left w:w="{side}" w:type="dxa"/>'
    '<w:bottom w:w="57" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar>'
)


def framed(role: GridRole) -> str:
    """The borders and margins of a table of this sort."""
    return _frame(_DRAWN[role], 4, _HAIR, side=113 if role is GridRole.BOXES else 0)


def ruled(accent: str) -> str:
    """A frame that is a rule at the left."""
    return _frame(("left",), 18, accent, side=198)


def _frame(drawn: Sequence[str], size: int, colour: str, side: int) -> str:
    borders = "".join(
        f'<w:{edge} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
        if edge in drawn
        else f'<w:{edge} w:val="nil"/>'
        for edge in _EDGES
    )
    return f"<w:tblBorders>{borders}</w:tblBorders>{_MARGINS.format(side=side)}"


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

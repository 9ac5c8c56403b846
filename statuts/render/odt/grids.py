"""The tables of the paper itself: grids, facts, and the frame around what belongs together."""

from collections.abc import Callable, Iterable

from statuts.model.sheet import Box, Cell, Element, Facts, Grid, GridRole
from statuts.render.odt import names
from statuts.render.odt.escape import attribute
from statuts.render.odt.place import Place
from statuts.render.odt.runs import line
from statuts.render.odt.stream import Para
from statuts.render.odt.table import BARE, DRAWN, RULED, SIGNED, Drawn, shares, table
from statuts.render.paper_look import FACT_NAME, FACT_VALUE, QUIET

Print = Callable[[Iterable[Element], Place], None]

_BORDERS = {
    GridRole.TABLE: RULED,
    GridRole.COMPARISON: RULED.replace('fo:padding-right="2.5mm"', 'fo:padding-right="4mm"'),
    GridRole.BOXES: DRAWN,
    GridRole.COLUMNS: BARE,
    GridRole.SIGNATURES: SIGNED,
}
_LEAST = {GridRole.BOXES: 10.0, GridRole.SIGNATURES: 30.0}
_NAME_SHARE = 30
_BOX_INSET = 5.0


def grid(element: Grid, place: Place, show: Print) -> str:
    """A grid; its header repeats on every page."""
    breaks = place.shared.due_break()
    rows = (*element.head, *element.rows)
    wide = shares(element.widths, max((len(row) for row in rows), default=1), place.width)
    is_whole = element.role is not GridRole.COMPARISON
    printed = []
    for k, row in enumerate(rows):
        least = 0.0 if k < len(element.head) else _LEAST.get(element.role, 0.0)
        style = place.shared.automatic.row(whole=is_whole or k < len(element.head), least=least)
        cells = [_cell(cell, wide[c], element.role, place, show) for c, cell in enumerate(row)]
        printed.append(_row(style, cells))
    cut = len(element.head)
    return table(Drawn(printed[:cut], printed[cut:], wide, breaks), place)


def facts(element: Facts, place: Place) -> str:
    """Names at the left, values at the right."""
    breaks = place.shared.due_break()
    automatic = place.shared.automatic
    wide = shares((_NAME_SHARE, 100 - _NAME_SHARE), 2, place.width)
    rows = []
    for fact in element.rows:
        name = place.inside(wide[0], place.grid)
        name.stream.paragraph(Para(name.style(names.FACT_NAME_STYLE, FACT_NAME)), line(fact.name))
        value = place.inside(wide[1], place.grid)
        said = line(fact.value)
        if fact.missing:
            said = f'<text:span text:style-name="{names.MISSING}">{said}</text:span>'
        value.stream.paragraph(Para(value.style(names.FACT_VALUE_STYLE, FACT_VALUE)), said)
        cells = [_element(BARE, inner.stream.xml(), place) for inner in (name, value)]
        rows.append(_row(automatic.row(whole=True), cells))
    return table(Drawn([], rows, wide, breaks), place)


def box(element: Box, place: Place, show: Print) -> str:
    """A rule at the left; on one page if it can be."""
    breaks = place.shared.due_break()
    inner = place.inside(place.width - _BOX_INSET, place.grid)
    show(element.elements, inner)
    target = f'<text:bookmark text:name="{attribute(element.anchor)}"/>' if element.anchor else ""
    inner.stream.begin_with(target)
    rule = f"1.8pt solid {place.shared.sheet.accent}"
    form = f'fo:border="none" fo:border-left="{rule}" fo:padding-left="{_BOX_INSET}mm" fo:padding-top="1mm"'
    row = _row(place.shared.automatic.row(whole=True), [_element(form, inner.stream.xml(names.ENDER), place)])
    return table(Drawn([], [row], [place.width], breaks, whole=True), place)


def _cell(cell: Cell, width: float, role: GridRole, place: Place, show: Print) -> str:
    inner = place.inside(width, role, heading=cell.heading)
    show(cell.elements, inner)
    form = _BORDERS[role]
    if cell.heading and role in (GridRole.TABLE, GridRole.COMPARISON) and cell.scope != "row":
        form += f' style:vertical-align="bottom" fo:border-top="0.4pt solid {QUIET}"'
    return _element(form, inner.stream.xml(names.ENDER), place)


def _element(form: str, xml: str, place: Place) -> str:
    style = place.shared.automatic.cell(form)
    return f'<table:table-cell table:style-name="{style}" office:value-type="string">{xml}</table:table-cell>'


def _row(style: str, cells: Iterable[str]) -> str:
    return f'<table:table-row table:style-name="{style}">{"".join(cells)}</table:table-row>'

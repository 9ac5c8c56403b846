"""The elements of a paper in Word, each in the style its role asks for."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, zip_longest

from statuts.model.flow import FlowBlock
from statuts.model.sheet import (
    Box,
    Cell,
    Element,
    Fact,
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
)
from statuts.model.sheet import Run as Words
from statuts.render.docx.anchors import name_of
from statuts.render.docx.images import drawing
from statuts.render.docx.marks import Marks, run
from statuts.render.docx.package import Package
from statuts.render.docx.passages import Passages
from statuts.render.docx.place import Place
from statuts.render.docx.styles import DASHES, INDENT, ROLES
from statuts.render.docx.tables import FREE, SPACER, framed, room, row, ruled, shared, table

_NAMES = 30  # per cent of the line for the names of facts
_HEIGHTS = {GridRole.BOXES: 680, GridRole.SIGNATURES: 1700}


class Elements:
    """Writes elements. `flows` holds the flow of each passage, by its identity."""

    def __init__(
        self,
        marks: Marks,
        package: Package,
        accent: str,
        flows: Mapping[int, tuple[FlowBlock, ...]],
        anchors: set[str],
    ) -> None:
        self._marks, self._package, self._accent, self._flows = marks, package, accent, flows
        self._anchors = anchors
        self._passages = Passages(marks, package)
        self._images = 0
        self.ordered = 0

    def written(self, elements: Sequence[Element], place: Place) -> str:
        """Elements one below the other."""
        parts = []
        for element, after in zip_longest(elements, elements[1:]):
            parts.append(self._element(element, place, last=after is None or _is_table(after)))
            place = place._replace(list_id=0, starts=False)
        return "".join(parts)

    def _element(self, element: Element, place: Place, *, last: bool) -> str:
        match element:
            case Heading(level, line, anchor):
                style = "Titre" if level == 1 else f"Titre{level - 1}"
                return self._paragraph(
                    style, self._anchored(anchor, self._runs(line)), place._replace(list_id=0, level=0)
                )
            case Paragraph(line, role):
                return self._paragraph(_style(role, place), self._runs(line), place)
            case Listing():
                return self._list(element, place)
            case Facts(rows):
                return self._facts(rows, place)
            case Grid():
                return self._grid(element, place)
            case Box(elements, anchor):
                return self._box(elements, anchor, place)
            case Passage():
                flow = self._flows[id(element)]
                return self._passages.written(flow, element.article.kind, element.look, place, last=last)
            case Image():
                self._images += 1
                key = self._package.image(element.data, element.media_type)
                return self._paragraph("Corps", drawing(element, key, self._images), place)
            case Ruler():
                return self._paragraph("Filet", "", place)
            case PageBreak():
                return '<w:p><w:pPr><w:pStyle w:val="Intervalle"/><w:pageBreakBefore/></w:pPr></w:p>'

    def _paragraph(self, style: str, content: str, place: Place) -> str:
        properties = f'<w:pStyle w:val="{style}"/>' + (FREE if place.in_cell else "")
        if place.list_id:
            properties += (
                f'<w:numPr><w:ilvl w:val="{place.level - 1}"/><w:numId w:val="{place.list_id}"/></w:numPr>'
            )
        elif place.level:
            properties += f'<w:ind w:left="{INDENT * place.level}"/>'
        elif place.starts:
            properties += '<w:spacing w:before="0"/>'
        return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"

    def _list(self, listing: Listing, place: Place) -> str:
        number = DASHES
        if listing.ordered:
            self.ordered += 1
            number += self.ordered
        inside = place._replace(level=min(place.level + 1, 9))
        return "".join(self.written(item, inside._replace(list_id=number)) for item in listing.items)

    def _facts(self, rows: Iterable[Fact], place: Place) -> str:
        columns = shared(place.width, (_NAMES, 100 - _NAMES))
        inside = place._replace(in_cell=True, level=0)
        body = "".join(
            row(
                (
                    self._paragraph("Tete", self._runs(name), inside),
                    self._paragraph("Manquant" if missing else "Cellule", self._runs(value), inside),
                ),
                columns,
            )
            for name, value, missing in rows
        )
        return SPACER + table(framed(GridRole.TABLE), columns, body) + SPACER

    def _grid(self, grid: Grid, place: Place) -> str:
        count = max((len(cells) for cells in (*grid.head, *grid.rows)), default=0)
        if not count:
            return ""
        columns = shared(place.width, grid.widths if len(grid.widths) == count else (1,) * count)
        inner = room(grid.role)
        rows = [(cells, True) for cells in grid.head] + [(cells, False) for cells in grid.rows]
        body = "".join(
            row(
                [
                    self._cell(cell, Place(width - inner, in_cell=True, heads=heading, starts=True))
                    for cell, width in zip(filled(cells, count), columns, strict=True)
                ],
                columns,
                heading=heading,
                whole=heading or grid.role is not GridRole.COMPARISON,
                height=0 if heading else _HEIGHTS.get(grid.role, 0),
            )
            for cells, heading in rows
        )
        return table(framed(grid.role), columns, body) + SPACER

    def _cell(self, cell: Cell, place: Place) -> str:
        place = place._replace(heads=place.heads or cell.heading)
        return self.written(cell.elements, place) or self._paragraph(_style(Role.BODY, place), "", place)

    def _box(self, elements: Sequence[Element], anchor: str, place: Place) -> str:
        inside = self.written(elements, Place(place.width - 311, in_cell=True, starts=True))
        columns = (place.width,)
        start = self._anchored(anchor, "")
        return start + table(ruled(self._accent), columns, row((inside or SPACER,), columns)) + SPACER

    def _anchored(self, anchor: str, content: str) -> str:
        return self._marks.bookmark(name_of(anchor), content) if anchor else content

    def _runs(self, line: Line) -> str:
        parts = []
        for anchor, group in groupby(line, key=lambda words: words.anchor):
            known = anchor in self._anchors
            runs = "".join(run(words.text, _look(words, linked=known)) for words in group)
            parts.append(f'<w:hyperlink w:anchor="{name_of(anchor)}">{runs}</w:hyperlink>' if known else runs)
        return "".join(parts)


def filled(cells: Sequence[Cell], count: int) -> list[Cell]:
    """A row with as many cells as its table has columns."""
    return [*cells, *[Cell(())] * (count - len(cells))]


def _style(role: Role, place: Place) -> str:
    if role is Role.BODY and place.in_cell and not place.level:
        return "Tete" if place.heads else "Cellule"
    return ROLES[role]


def _is_table(element: Element) -> bool:
    return isinstance(element, Facts | Grid | Box)


def _look(words: Words, *, linked: bool) -> str:
    style = "Lien" if linked else "CodeEnLigne" if words.code else ""
    parts = f'<w:rStyle w:val="{style}"/>' if style else ""
    parts += "<w:b/><w:bCs/>" if words.strong else ""
    return parts + ("<w:i/><w:iCs/>" if words.em else "")

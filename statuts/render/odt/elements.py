"""Every element of a sheet, printed in its place."""

from collections.abc import Iterable

from statuts.model.flow import ParagraphStyle
from statuts.model.sheet import (
    Box,
    Element,
    Facts,
    Grid,
    GridRole,
    Heading,
    Image,
    Listing,
    PageBreak,
    Paragraph,
    Passage,
    Role,
    Ruler,
)
from statuts.render.flow import passage_flow
from statuts.render.odt import names
from statuts.render.odt.escape import attribute
from statuts.render.odt.grids import box, facts, grid
from statuts.render.odt.passage import passage
from statuts.render.odt.pictures import picture
from statuts.render.odt.place import Place
from statuts.render.odt.runs import line
from statuts.render.odt.stream import Para
from statuts.render.paper_look import CELL, HEADING_CELL, HEADINGS, ROLES, STEP, TEXT

_PRINT = frozenset({GridRole.COMPARISON, GridRole.COLUMNS, GridRole.SIGNATURES})
"""Grids whose words are set as those of a page are, if smaller."""


def elements(some: Iterable[Element], place: Place) -> None:
    """Prints them, in order."""
    for element in some:
        match element:
            case Heading():
                _heading(element, place)
            case Paragraph():
                _paragraph(element, place)
            case Listing():
                _listing(element, place)
            case Facts():
                place.stream.block(facts(element, place))
            case Grid():
                place.stream.block(grid(element, place, elements))
            case Box():
                place.stream.block(box(element, place, elements))
            case Passage():
                _passage(element, place)
            case Image():
                place.stream.paragraph(Para(_style(Role.BODY, place)), picture(element, place))
            case Ruler():
                place.stream.paragraph(
                    Para(place.style(names.text(ParagraphStyle.RULE), TEXT[ParagraphStyle.RULE]))
                )
            case PageBreak():
                place.shared.breaks = True


def _heading(element: Heading, place: Place) -> None:
    rank = min(max(element.level, 1), 6)
    target = f'<text:bookmark text:name="{attribute(element.anchor)}"/>' if element.anchor else ""
    style = place.style(names.heading(rank), HEADINGS[rank - 1])
    place.stream.paragraph(Para(style, outline=rank), target + line(element.line))


def _paragraph(element: Paragraph, place: Place) -> None:
    place.stream.paragraph(Para(_style(element.role, place)), line(element.line))


def _style(role: Role, place: Place) -> str:
    if role is Role.BODY and place.grid and (place.heading or place.grid not in _PRINT):
        if place.heading:
            return place.style(names.HEADING_CELL_STYLE, HEADING_CELL)
        return place.style(names.CELL_STYLE, CELL)
    return place.style(names.role(role), ROLES[role])


def _listing(element: Listing, place: Place) -> None:
    """A dash before each item, or its number, which is text."""
    for number, item in enumerate(element.items, 1):
        first, *rest = item or (Paragraph(()),)
        if not isinstance(first, Paragraph):
            elements(item, place)
            continue
        if element.ordered:
            name, look = names.text(ParagraphStyle.LABELLED), TEXT[ParagraphStyle.LABELLED]
            style = place.style(name, look, indent=STEP, first=-STEP)
            place.stream.paragraph(Para(style), f"{number}.<text:tab/>{line(first.line)}")
        else:
            style = place.style(names.text(ParagraphStyle.BULLET), TEXT[ParagraphStyle.BULLET])
            place.stream.paragraph(Para(style, level=1), line(first.line))
        elements(rest, place)


def _passage(element: Passage, place: Place) -> None:
    shared = place.shared
    passage(passage_flow(element, shared.sheet.shown, shared.voice.say, shared.context), place)

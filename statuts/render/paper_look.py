"""How each kind of paragraph looks in a word processor: one table, so that all papers are of one family."""

from typing import NamedTuple

from statuts.model.flow import ParagraphStyle
from statuts.model.message import Message, msg
from statuts.model.sheet import Role

SERIF = ("Liberation Serif", "Cambria", "Georgia")
SANS = ("Liberation Sans", "Calibri", "Arial")
MONO = ("Liberation Mono", "Consolas", "DejaVu Sans Mono")
"""The first of each comes with LibreOffice on every system, so that pages break alike on all; the second with
Word. Where the first is missing, many systems take what they think near and not the second.
"""

INK, QUIET, LINE = "#16140f", "#55504a", "#a8a196"
DELETED, INSERTED = "#8f1313", "#0b4f8a"
ACCENT = "accent"
"""Stands in a look for the colour of the association."""

SIZE, LARGE = 11.5, 17.0
"""The text, in points; all else follows in proportion."""

PAGE, SIDE, TOP, BOTTOM = (210, 297), 25, 14, 12
"""A4, and its margins, in millimetres; header and footer stand between `TOP`, `BOTTOM` and the text."""

STEP = 6.0
"""How far a list or a quotation stands in from what is around it, in millimetres."""


class Look(NamedTuple):
    """One style: `name` as its reader sees it; `size`, `above` and `below` in parts of the text's size."""

    name: Message
    size: float = 1.0
    sans: bool = False
    bold: bool = False
    italic: bool = False
    colour: str = INK
    above: float = 0.0
    below: float = 0.7
    lines: float = 1.35
    kept: bool = False
    """Stays with what follows."""
    ragged: bool = False
    """Neither justified nor hyphenated."""
    inset: float = 0.0
    """Stands in from the left, in parts of the text's size."""
    barred: bool = False
    """With a hairline at its left."""


def _heading(name: Message, size: float, above: float, below: float, italic: bool = False) -> Look:
    look = Look(name, size, above=above, below=below, lines=1.15, kept=True, ragged=True)
    return look._replace(bold=not italic, italic=italic)


HEADINGS = (
    _heading(msg("Title"), 1.85, 0.0, 0.9),
    _heading(msg("Part"), 1.36, 2.2, 0.8),
    _heading(msg("Article heading"), 1.16, 1.9, 0.7),
    _heading(msg("Subheading"), 1.04, 1.6, 0.6),
    _heading(msg("Small subheading"), 1.0, 1.3, 0.5),
    _heading(msg("Smallest subheading"), 1.0, 1.1, 0.5, italic=True),
)
"""Level 1, the paper's title, to level 6."""


def _quiet(name: Message, size: float = 0.8, **how: object) -> Look:
    return Look(name, **{"size": size, "sans": True, "colour": QUIET, "ragged": True, **how})  # type: ignore[arg-type]


ROLES = {
    Role.BODY: Look(msg("Paragraph")),
    Role.ORG: _quiet(msg("Association"), below=0.3, kept=True),
    Role.STATUS: _quiet(msg("Status"), 0.87, bold=True, colour=ACCENT, below=0.5),
    Role.BRIEF: _quiet(msg("In brief"), 0.87, colour=INK, below=0.2),
    Role.META: _quiet(msg("Quiet words"), below=0.6, kept=True),
    Role.LABEL: _quiet(msg("Label"), 0.82, bold=True, colour=ACCENT, above=1.0, below=0.4, kept=True),
    Role.SMALL: _quiet(msg("Small print"), below=0.5),
    Role.MISSING: _quiet(msg("Missing"), italic=True),
    Role.ORIGIN: _quiet(msg("Origin"), 0.76, below=0.9, inset=0.8, barred=True),
    Role.WORDING: Look(msg("Wording of the act"), inset=1.2),
    Role.FOOT: _quiet(msg("Digests and remarks"), 0.74, below=0.4),
}

TEXT = {
    ParagraphStyle.BODY: Look(msg("Alinéa")),
    ParagraphStyle.BULLET: Look(msg("List item"), below=0.35),
    ParagraphStyle.LABELLED: Look(msg("Labelled item"), below=0.35),
    ParagraphStyle.CONTINUED: Look(msg("Continued item"), below=0.35),
    ParagraphStyle.CODE: Look(msg("Verbatim"), 0.85, ragged=True),
    ParagraphStyle.RULE: Look(msg("Thin line"), 0.4, above=0.4, below=0.9, ragged=True),
}
"""Headings of a text have the look of the paper's own."""

CELL = Look(msg("Cell"), 0.87, below=0.2, lines=1.25, ragged=True)
HEADING_CELL = _quiet(msg("Column heading"), bold=True, colour=INK, below=0.2, kept=True)
FACT_NAME = _quiet(msg("Name of a fact"), below=0.25)
FACT_VALUE = _quiet(msg("Fact"), colour=INK, below=0.25)
BAND = _quiet(msg("Band"), 0.72, bold=True, colour=ACCENT, below=0.0, lines=1.2)
RUNNING = _quiet(msg("Running words"), 0.72, below=0.0, lines=1.2)
COMPACT = 0.84
"""The size of a text beside another, against a text that has the page for itself; its headings are no larger
than `COMPACT_HEADING`.
"""
COMPACT_HEADING = 1.1

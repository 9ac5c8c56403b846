"""One page as it is drawn: its letters, where each stands and how it looks, its rules, its links."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTComponent, LTContainer, LTCurve, LTImage, LTPage, LTRect
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1

from statuts.importers.pdf.bounds import DEEPEST, MOST_FORMS, MOST_SHAPES, MOST_SIGNS, check_font, too_much
from statuts.importers.pdf.characters import shown

_MOST_DOTS = 500
_THIN = 2.5  # points: what is thinner is a rule, not a box
_BOLD = ("bold", "black", "heavy", "semibold", "demi", "gras")
_ITALIC = ("italic", "oblique", "italique", "slanted")


class Glyph(NamedTuple):
    """A letter. `y` is its baseline; distances are points from the page's top left corner."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    strong: bool
    em: bool
    colour: str
    link: str = ""
    underline: bool = False
    strike: bool = False


class Rule(NamedTuple):
    """A straight thin line, lying or standing."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def is_flat(self) -> bool:
        """Whether it lies."""
        return self.x1 - self.x0 >= self.y1 - self.y0


class Page(NamedTuple):
    """What one page shows; `turned` are letters that do not stand upright, a stamp across the page."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    turned: str
    rules: list[Rule]
    pictures: int


class _Manager(PDFResourceManager):
    """Fonts, each checked before it is made."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """As the parent does, within bounds."""
        check_font(spec)
        return super().get_font(objid, spec)


class _Device(PDFLayoutAnalyzer):
    """Keeps the last page drawn, and counts."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager, laparams=None)
        self.drawn: LTPage | None = None
        self.signs = self.shapes = self.forms = self.depth = 0

    def begin_figure(self, name: str, bbox: object, matrix: object) -> None:
        """A piece of drawing called from another: neither too deep nor too often."""
        self.forms += 1
        self.depth += 1
        if self.forms > MOST_FORMS or self.depth > DEEPEST:
            too_much()
        super().begin_figure(name, bbox, matrix)  # type: ignore[arg-type]

    def end_figure(self, name: str) -> None:
        """Back to the drawing around it."""
        self.depth -= 1
        super().end_figure(name)

    def paint_path(self, *arguments: object) -> None:
        """As the parent does, so many times."""
        self.shapes += 1
        if self.shapes > MOST_SHAPES:
            too_much()
        super().paint_path(*arguments)  # type: ignore[arg-type]

    def render_char(self, *arguments: object, **named: object) -> float:
        """As the parent does, so many times."""
        self.signs += 1
        if self.signs > MOST_SIGNS:
            too_much()
        return super().render_char(*arguments, **named)  # type: ignore[arg-type]

    def receive_layout(self, ltpage: LTPage) -> None:
        """The page is done."""
        self.drawn = ltpage


def read_pages(pages: list[PDFPage]) -> Iterator[Page]:
    """The pages one after the other: of each, only what `Page` holds stays in memory."""
    manager = _Manager()
    device = _Device(manager)
    interpreter = PDFPageInterpreter(manager, device)
    for number, page in enumerate(pages, 1):
        interpreter.process_page(page)
        assert device.drawn is not None
        yield _page(number, device.drawn, _links(page))
        device.drawn = None


def _page(number: int, drawn: LTPage, links: list[tuple[Rule, str]]) -> Page:
    glyphs: list[Glyph] = []
    turned: list[str] = []
    rules: list[Rule] = []
    dots: list[tuple[str, Rule]] = []
    pictures, top = 0, drawn.y1
    looks: dict[str, tuple[bool, bool]] = {}
    places: set[tuple[str, int, int]] = set()
    ink: object = None
    colour = ""
    for item in _leaves(drawn):
        if isinstance(item, LTChar):
            text = shown(item.get_text())
            if not item.upright:
                turned.append(text)
                continue
            look = looks.get(item.fontname) or looks.setdefault(item.fontname, _look(item.fontname))
            y = top - item.matrix[5]
            place = (text, round(item.x0), round(y))
            if place in places and text.strip():  # a letter drawn twice, for want of a bold font
                if glyphs and glyphs[-1].text == text:
                    glyphs[-1] = glyphs[-1]._replace(strong=True)
                continue
            places.add(place)
            link = _link_at((item.x0 + item.x1) / 2, y - item.size / 3, links) if links else ""
            if item.graphicstate.ncolor is not ink:
                ink = item.graphicstate.ncolor
                colour = _colour(ink)
            glyphs.append(Glyph(text, item.x0, item.x1, y, item.size, *look, colour, link))
        elif isinstance(item, LTCurve):
            rules += _rules(item, top)
            dots += _dots(item, top)
        elif isinstance(item, LTImage):
            pictures += 1
    glyphs += _bullets(dots, glyphs)
    return Page(number, drawn.width, drawn.height, glyphs, "".join(turned), rules, pictures)


def _leaves(drawn: LTContainer[LTComponent]) -> Iterator[LTComponent]:
    for item in drawn:
        if isinstance(item, LTContainer):
            yield from _leaves(item)
        else:
            yield item


def _look(font: str) -> tuple[bool, bool]:
    name = font.rsplit("+", maxsplit=1)[-1].lower()
    return any(word in name for word in _BOLD), any(word in name for word in _ITALIC)


def _rules(item: LTCurve, top: float) -> Iterator[Rule]:
    """The rules a drawing amounts to: itself where it is thin, its four sides where it is a framed box."""
    x0, y0, x1, y1 = item.x0, top - item.y1, item.x1, top - item.y0
    width, height = x1 - x0, y1 - y0
    if min(width, height) <= _THIN < max(width, height):
        yield Rule(x0, y0, x1, y1)
    elif isinstance(item, LTRect) and item.stroke:
        yield from (Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1))


def _dots(item: LTCurve, top: float) -> Iterator[tuple[str, Rule]]:
    """A small round or square drawing: the bullet of a list, as browsers print it."""
    if 1.5 < item.width < 8 and abs(item.width - item.height) < 0.3:
        sign = "▪" if isinstance(item, LTRect) else "•" if item.fill else "◦"
        yield sign, Rule(item.x0, top - item.y1, item.x1, top - item.y0)


def _bullets(dots: list[tuple[str, Rule]], glyphs: list[Glyph]) -> Iterator[Glyph]:
    """The dots that stand right before a line, as letters of it."""
    ordered = sorted((glyph for glyph in glyphs if glyph.text.strip()), key=lambda glyph: glyph.y)
    heights = [glyph.y for glyph in ordered]
    for sign, box in dots[:_MOST_DOTS]:
        middle = (box.y0 + box.y1) / 2
        low, high = bisect_left(heights, middle), bisect_left(heights, middle + 12)
        beside = [glyph for glyph in ordered[low:high] if middle < glyph.y < middle + 0.7 * glyph.size]
        after = [glyph for glyph in beside if 0 < glyph.x0 - box.x1 < 3 * glyph.size]
        if after and not any(0 <= box.x0 - glyph.x1 < glyph.size for glyph in beside):
            first = min(after, key=lambda glyph: glyph.x0)
            yield first._replace(text=sign, x0=box.x0, x1=box.x1, strong=False, link="")


def _colour(value: object) -> str:
    """`#rrggbb`; empty for black and what cannot be told."""
    parts = [value] if isinstance(value, int | float) else value
    if not isinstance(parts, list | tuple) or not all(isinstance(part, int | float) for part in parts):
        return ""
    if len(parts) == 1:
        parts = [parts[0]] * 3
    elif len(parts) == 4:
        cyan, magenta, yellow, black = parts
        parts = [(1 - min(1, ink)) * (1 - min(1, black)) for ink in (cyan, magenta, yellow)]
    if len(parts) != 3:
        return ""
    channels = [max(0, min(255, round(part * 255))) for part in parts]
    return "" if max(channels) < 64 else "#{:02x}{:02x}{:02x}".format(*channels)


def _links(page: PDFPage) -> list[tuple[Rule, str]]:
    """Where on the page a link stands, and where it goes; only what leads to the web or to a mailbox."""
    found: list[tuple[Rule, str]] = []
    with suppress(ValueError, TypeError, KeyError, AttributeError):
        notes = resolve1(page.annots) or []
        for each in notes[:2000]:
            note = resolve1(each)
            action = resolve1(note.get("A")) or {}
            target = resolve1(action.get("URI"))
            if not isinstance(target, bytes):
                continue
            address = target.decode("latin-1")
            if address.startswith(("http://", "https://", "mailto:")):
                x0, y0, x1, y1 = (float(resolve1(part)) for part in resolve1(note["Rect"]))
                top = page.mediabox[3]
                found.append((Rule(min(x0, x1), top - max(y0, y1), max(x0, x1), top - min(y0, y1)), address))
    return found


def _link_at(x: float, y: float, links: list[tuple[Rule, str]]) -> str:
    return next((to for box, to in links if box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1), "")

"""What one paragraph says: its words with their looks, links and fates, and what hangs on them."""

from collections.abc import Iterator

from statuts.importers.docx.fate import CHANGES, Fate
from statuts.importers.docx.fields import Fields, is_contents
from statuts.importers.docx.fonts import Font, said
from statuts.importers.docx.names import MC, OFF, Element, M, R, W
from statuts.importers.docx.parts import safe_address
from statuts.importers.docx.source import Hanging, Source
from statuts.importers.docx.styles import Style
from statuts.importers.docx.symbols import known_signs, symbol
from statuts.importers.docx.words import PAGE, Words
from statuts.importers.docx.wrappers import branches
from statuts.model.brought import Aside, AsideKind, BroughtParagraph, BroughtRun

_BOX = f"{W}txbxContent"
_CURVE = "{urn:schemas-microsoft-com:vml}textpath"
_PICTURES = {"blip", "imagedata", "chart", "relIds"}
_DRAWN = {f"{W}drawing", f"{W}pict", f"{W}object"}
_THROUGH = {f"{W}{name}" for name in ("smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo")}
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_TEXTS = {f"{W}t", f"{W}delText"}
_CODES = {f"{W}instrText", f"{W}delInstrText"}
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_PAGES = {"page", "column"}
_SPACES = str.maketrans("\n\r\t", "   ")


class Inline:
    """One paragraph while it is read."""

    def __init__(self, source: Source, fields: Fields, style: Style) -> None:
        self._source = source
        self._fields = fields
        self._style = style
        self._is_contents = style.is_of_contents
        self.words = Words()
        self.hidden = Words()
        self.contents = Words()
        self.hanging: list[Hanging] = []

    def read(self, parent: Element, fate: Fate, link: str = "", in_contents: bool = False) -> None:
        """The words of an element, in order."""
        for child in parent:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, fate, link, in_contents)
            elif tag in _THROUGH:
                self.read(child, fate, link, in_contents)
            elif tag in CHANGES:
                self.read(child, fate.within(child), link, in_contents)
            elif tag == f"{W}hyperlink":
                self.read(child, fate, self._address(child) or link, in_contents)
            elif tag == f"{W}fldSimple":
                self.read(child, fate, link, in_contents or is_contents(child.get(f"{W}instr")))
            elif tag == f"{MC}AlternateContent":
                for branch in branches(child):
                    self.read(branch, fate, link, in_contents)
            elif tag in (f"{M}oMath", f"{M}oMathPara"):
                words = "".join(text.text or "" for text in child.iter(f"{M}t"))
                self._add(words, self._font(None), fate, link, in_contents)
            else:
                self._source.anchors.mark(child)

    def _address(self, element: Element) -> str:
        address = self._source.parts.address(element, element.get(f"{R}id", ""))
        place = element.get(f"{W}anchor")
        return safe_address(f"{address}#{place}") if address and place else address

    def _font(self, properties: Element | None) -> Font:
        return self._source.styles.font(self._style, said(properties))

    def _run(self, run: Element, fate: Fate, link: str, in_contents: bool) -> None:
        font = self._font(run.find(f"{W}rPr"))
        text = ""
        for piece in self._pieces(run, fate):
            if isinstance(piece, str):
                text += piece
            else:  # the state of fields changes: what came before is of the state before
                self._add(text, font, fate, link, in_contents)
                text = ""
                self._fields.mark(piece)
        self._add(text, font, fate, link, in_contents)

    def _pieces(self, run: Element, fate: Fate) -> Iterator[Element]:
        """The words of a run, and the marks of fields between them."""
        for child in run:
            tag = child.tag
            if (sign := _sign(child)) is not None:
                yield sign
            elif tag == f"{W}fldChar":
                yield child
            elif tag in _CODES:
                self._fields.code(child.text or "")
            elif tag in _NOTES:
                self.hanging.append(Hanging(_NOTES[tag], child, fate, child.get(f"{W}id", "")))
                if child.get(f"{W}customMarkFollows", "0") not in OFF:
                    return  # what follows is the mark, were it a star
            elif tag in _DRAWN:
                self._drawn(child, fate)
            elif tag == f"{MC}AlternateContent":
                for branch in branches(child):
                    yield from self._pieces(branch, fate)
            elif tag == f"{W}ruby":
                for base in child.iterfind(f"{W}rubyBase/{W}r"):
                    yield from self._pieces(base, fate)
            else:
                self._source.anchors.mark(child)

    def _drawn(self, element: Element, fate: Fate) -> None:
        boxes = list(_boxes(element))
        for curve in element.iter(_CURVE):  # words drawn across a page: « PROJET »
            if words := curve.get("string"):
                drawn = BroughtParagraph((BroughtRun(words),))
                self._source.asides.append(Aside(AsideKind.TEXT_BOX, (drawn,)))
        self.hanging += [Hanging("box", box, fate) for box in boxes]
        if not boxes and any(child.tag.rpartition("}")[2] in _PICTURES for child in element.iter()):
            self._source.seen["picture"] += 1

    def _add(self, text: str, font: Font, fate: Fate, link: str, in_contents: bool) -> None:
        if not text or not self._fields.is_text:
            return
        if fate.is_nowhere:
            self._source.seen["nowhere"] += 1
            return
        if in_contents or self._is_contents or self._fields.is_contents:
            words = self.contents
        elif font.hidden:
            words = self.hidden
        else:
            words = self.words
            self._source.anchors.pieces.append(text)
        words.add(text, font, link or self._fields.link, fate)


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes of a drawing; one inside another is found when that one is read."""
    for child in branches(element) if element.tag == f"{MC}AlternateContent" else element:
        if child.tag == _BOX:
            yield child
        else:
            yield from _boxes(child)


def _sign(element: Element) -> str | None:
    """The words of a piece of a run; None where it is no words."""
    tag = element.tag
    if tag in _TEXTS:
        return _text(element)
    if tag == f"{W}br":
        return PAGE if element.get(f"{W}type") in _PAGES else "\n"
    if tag == f"{W}sym":
        return symbol(element.get(f"{W}char"), element.get(f"{W}font"))
    return _SIGNS.get(tag)


def _text(element: Element) -> str:
    text = known_signs((element.text or "").translate(_SPACES))
    is_kept = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    return text if is_kept else text.strip(" ")

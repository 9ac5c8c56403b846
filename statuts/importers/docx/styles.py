"""The styles of a Word file, each with all it inherits."""

import re
from functools import cached_property
from typing import NamedTuple

from statuts.importers.docx.fonts import Font, Said, font, laid_over, said
from statuts.importers.docx.names import VAL, Element, W, integer, value
from statuts.model.brought import BroughtKind

_HEADING = re.compile(
    r"(?:heading|titre|überschrift|título|titolo|kop|rubrik|overskrift|nagłówek)[ _-]?([1-9])", re.IGNORECASE
)
_QUOTE = re.compile(r"(?:intense )?quote|citation(?: intense)?|quotations|block text", re.IGNORECASE)
_CODE = re.compile(r"html preformatted|preformatted text|macro text|source code|plain text", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|contents|tm|table des matières) ?(?:[1-9]|heading)", re.IGNORECASE)
_BODY_RANK = 9  # Word's outline counts from 0; this one says « no heading »


class Shape(NamedTuple):
    """What one place says of a paragraph; None where it says nothing."""

    style: str | None = None
    number: int | None = None
    level: int | None = None
    outline: int | None = None
    centred: bool | None = None

    def over(self, base: "Shape") -> "Shape":
        """This, and what the base says where this says nothing."""
        return Shape._make(
            mine if mine is not None else theirs for mine, theirs in zip(self, base, strict=True)
        )


def shape(properties: Element | None) -> Shape:
    """What a `w:pPr` says."""
    style = number = level = outline = centred = None
    for child in () if properties is None else properties:
        tag = child.tag
        if tag == f"{W}pStyle":
            style = child.get(VAL)
        elif tag == f"{W}numPr":
            number = integer(value(child, "numId"), 2**31)
            level = integer(value(child, "ilvl"), 8)
        elif tag == f"{W}outlineLvl":
            outline = integer(child.get(VAL), _BODY_RANK)
        elif tag == f"{W}jc":
            centred = child.get(VAL) == "center"
    return Shape(style, number, level, outline, centred)


class _Own(NamedTuple):
    """One style as it is written."""

    name: str
    based_on: str | None
    shape: Shape
    said: Said


class Style(NamedTuple):
    """A style with all it inherits."""

    id: str
    name: str
    shape: Shape
    said: Said

    def kind(self, outline: int | None) -> tuple[BroughtKind, int]:
        """What its paragraphs are, lists apart; `outline` is the rank that holds for this one."""
        if outline is not None:
            is_rank = 0 <= outline < _BODY_RANK
            return (BroughtKind.HEADING, outline + 1) if is_rank else (BroughtKind.PARAGRAPH, 0)
        if found := _HEADING.fullmatch(self.name):
            return BroughtKind.HEADING, int(found[1])
        if _QUOTE.fullmatch(self.name):
            return BroughtKind.QUOTE, 1
        return (BroughtKind.CODE, 0) if _CODE.fullmatch(self.name) else (BroughtKind.PARAGRAPH, 0)

    @property
    def is_of_contents(self) -> bool:
        """Whether the program sets its table of contents in it."""
        return bool(_CONTENTS.fullmatch(self.name))


class Styles:
    """All styles of a file by id; an unknown id is the default style, as in Word."""

    def __init__(self, root: Element | None) -> None:
        self._own: dict[str, _Own] = {}
        self._default = ""
        self._defaults: Said = {}
        self._found: dict[str, Style] = {}
        self._fonts: dict[tuple[object, ...], Font] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        self._defaults = said(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for element in root.iterfind(f"{W}style"):
            identifier = element.get(f"{W}styleId", "")
            self._own.setdefault(
                identifier,
                _Own(
                    value(element, "name") or identifier,
                    value(element, "basedOn"),
                    shape(element.find(f"{W}pPr")),
                    said(element.find(f"{W}rPr")),
                ),
            )
            is_default = element.get(f"{W}default") in ("1", "true", "on")
            if is_default and element.get(f"{W}type") == "paragraph":
                self._default = self._default or identifier

    def style(self, identifier: str | None) -> Style:
        """The style of a paragraph."""
        if identifier is None or identifier not in self._own:
            identifier = self._default
        if identifier not in self._found:
            whole, looks = self._chain(identifier)
            own = self._own.get(identifier)
            self._found[identifier] = Style(
                identifier, own.name if own else "", whole, self._defaults | looks
            )
        return self._found[identifier]

    def font(self, style: Style, own: Said) -> Font:
        """The font of a run in a paragraph of this style."""
        key = style.id, *own.items()
        if key not in self._fonts:
            character = str(own.get("rStyle", ""))
            styled = laid_over(style.said, self._chain(character)[1]) if character else style.said
            self._fonts[key] = font(styled | own, self._ordinary)
        return self._fonts[key]

    @cached_property
    def _ordinary(self) -> str:
        return str(self.style(None).said.get("color", ""))

    def _chain(self, identifier: str) -> tuple[Shape, Said]:
        """What a style says with those it is based on, the nearest first."""
        whole, looks = Shape(), Said()
        for own in map(self._own.__getitem__, self.ancestry(identifier)):
            whole, looks = whole.over(own.shape), own.said | looks
        return whole, looks

    def ancestry(self, identifier: str) -> tuple[str, ...]:
        """The style, the one it is based on, and so on; a ring is cut."""
        seen: list[str] = []
        following: str | None = identifier
        while following is not None and following in self._own and following not in seen:
            seen.append(following)
            following = self._own[following].based_on
        return tuple(seen)

"""Styles of paragraphs and words, each with all that its parents say."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from statuts.importers.odt.looks import Look, laid_over
from statuts.importers.odt.namespaces import FO, OFFICE, STYLE, TABLE, TEXT
from statuts.model.brought import BroughtKind

MOST_PARENTS = 50
_CODED = re.compile(r"_([0-9a-f]{1,6})_")
_HEADING = re.compile(r"(?:heading|titre)[ _]?([1-9])", re.IGNORECASE)
_QUOTE = re.compile(r"quotations?|citations?|quote", re.IGNORECASE)
_CODE = re.compile(r"preformatted text|texte préformaté", re.IGNORECASE)


class ParagraphStyle(NamedTuple):
    """What a style makes of a paragraph; `list_style` numbers it where its list names no style itself, and
    an `outlined` one is numbered as a heading of its rank is.
    """

    name: str = ""
    kind: BroughtKind = BroughtKind.PARAGRAPH
    rank: int = 0
    outlined: bool = False
    list_style: str = ""
    centred: bool = False
    look: Look = Look()


class Styles:
    """All styles of a part. A name that is used twice belongs to the style found last."""

    def __init__(self, holders: Iterable[etree._Element]) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._defaults: dict[str, etree._Element] = {}
        for holder in holders:
            for style in holder.iterchildren(f"{STYLE}style", f"{STYLE}default-style"):
                family, name = style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name")
                if name is None:
                    self._defaults[family] = style
                else:
                    self._styles[family, name] = style
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._looks: dict[tuple[Look, str], Look] = {}
        self._ordinary = ""
        self._ordinary = self.paragraph("Standard").look.colour
        self._paragraphs.clear()

    def paragraph(self, name: str) -> ParagraphStyle:
        """The style of a paragraph; the ordinary one where the file knows no such name."""
        if name not in self._paragraphs:
            self._paragraphs[name] = self._paragraph(name)
        return self._paragraphs[name]

    def look(self, around: Look, name: str) -> Look:
        """Words inside `around` that have a style of their own."""
        if (around, name) not in self._looks:
            look = around
            for style in self._chain("text", name):
                for letters in style.iterchildren(f"{STYLE}text-properties"):
                    look = laid_over(look, _attributes(letters))
            self._looks[around, name] = self._told(look)
        return self._looks[around, name]

    def tracks_rows(self, name: str) -> bool:
        """Whether a row of this style was itself struck or inserted."""
        return any(
            value == "false"
            for style in self._chain("table-row", name)
            for form in style.iterchildren(f"{STYLE}table-row-properties")
            for key, value in _attributes(form).items()
            if key.endswith("}text-changes-only")
        )

    def hides(self, family: str, name: str) -> bool:
        """Whether a section or a row of this style is hidden."""
        return any(
            form.get(f"{TEXT}display") == "none" or form.get(f"{TABLE}display") == "false"
            for style in self._chain(family, name)
            for form in style.iterchildren()
        )

    def _paragraph(self, name: str) -> ParagraphStyle:
        chain = list(self._chain("paragraph", name))
        found = ParagraphStyle(_shown(name))
        if "paragraph" in self._defaults:
            chain.insert(0, self._defaults["paragraph"])
        for style in chain:
            found = self._inherited(found, style)
        return found._replace(look=self._told(found.look))

    def _inherited(self, found: ParagraphStyle, style: etree._Element) -> ParagraphStyle:
        """What a parent style says, with what `style` says laid over it."""
        name = style.get(f"{STYLE}display-name") or _shown(style.get(f"{STYLE}name", ""))
        holder = style.getparent()
        named = holder is not None and holder.tag == f"{OFFICE}styles" and style.tag == f"{STYLE}style"
        kind, rank, outlined = found.kind, found.rank, found.outlined
        if named:
            found = found._replace(name=name)
            if match := _HEADING.fullmatch(name):
                kind, rank = BroughtKind.HEADING, int(match[1])
            elif _QUOTE.fullmatch(name):
                kind = BroughtKind.QUOTE
            elif _CODE.fullmatch(name):
                kind = BroughtKind.CODE
        level = style.get(f"{STYLE}default-outline-level")
        if level is not None:
            rank = min(int(level), 9) if level.isdecimal() and len(level) < 4 else 0
            kind, outlined = BroughtKind.HEADING if rank else BroughtKind.PARAGRAPH, rank > 0
        look, centred = found.look, found.centred
        for form in style.iterchildren():
            if form.tag == f"{STYLE}text-properties":
                look = laid_over(look, _attributes(form))
            elif form.tag == f"{STYLE}paragraph-properties" and (side := form.get(f"{FO}text-align")):
                centred = side == "center"
        listed = style.get(f"{STYLE}list-style-name", found.list_style)
        return ParagraphStyle(found.name, kind, rank, outlined, listed, centred, look)

    def _chain(self, family: str, name: str) -> Iterator[etree._Element]:
        """The style and its parents, the furthest first; parents that go in circles end where they began."""
        chain: dict[str, etree._Element] = {}
        style = self._styles.get((family, name))
        while style is not None and name not in chain and len(chain) < MOST_PARENTS:
            chain[name] = style
            name = style.get(f"{STYLE}parent-style-name", "")
            style = self._styles.get((family, name))
        yield from reversed(chain.values())

    def _told(self, look: Look) -> Look:
        """The colour most words have says nothing."""
        return look._replace(colour="") if look.colour == self._ordinary else look


def _shown(name: str) -> str:
    """« Heading_20_1 » as people see it."""
    return _CODED.sub(lambda code: chr(min(int(code[1], 16), 0xD7FF)), name)


def _attributes(element: etree._Element) -> Mapping[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}

"""Styles of paragraphs and words, each with all that its parents say."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from statuts.importers.odt.looks import LETTERS, Look, laid_over
from statuts.importers.odt.namespaces import FO, OFFICE, STYLE
from statuts.model.brought import BroughtKind

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
        default = self._defaults.get("paragraph")
        self._plain = ParagraphStyle() if default is None else _inherited(ParagraphStyle(), default)
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._letters: dict[str, Mapping[str, str]] = {}
        self._looks: dict[tuple[Look, str], Look] = {}
        self._ordinary = self.paragraph("Standard").look.colour

    def paragraph(self, name: str) -> ParagraphStyle:
        """The style of a paragraph; the ordinary one where the file knows no such name."""
        if name not in self._paragraphs:
            found = self._plain
            for known, style in self._chain("paragraph", name, self._paragraphs):
                found = self._paragraphs.get(known) or _inherited(found, style)
                self._paragraphs[known] = found
            self._paragraphs.setdefault(name, found)
        return self._paragraphs[name]

    def ordinary(self, style: ParagraphStyle) -> Look:
        """How the words of a paragraph look."""
        return self._told(style.look)

    def look(self, around: Look, name: str) -> Look:
        """Words inside `around` that have a style of their own."""
        if (around, name) not in self._looks:
            letters: Mapping[str, str] = {}
            for known, style in self._chain("text", name, self._letters):
                letters = self._letters.get(known) or {**letters, **_letters(style)}
                self._letters[known] = letters
            self._looks[around, name] = self._told(laid_over(around, letters))
        return self._looks[around, name]

    def tracks_rows(self, name: str) -> bool:
        """Whether a row of this style was itself struck or inserted."""
        style = self._styles.get(("table-row", name))
        return style is not None and any(
            value == "false" and str(key).endswith("}text-changes-only")
            for form in style.iterchildren(f"{STYLE}table-row-properties")
            for key, value in form.attrib.items()
        )

    def _chain(self, family: str, name: str, known: Container[str]) -> Sequence[tuple[str, etree._Element]]:
        """The style and its parents, the furthest first, up to one that is `known`. Parents that go in
        circles end where they began.
        """
        chain: dict[str, etree._Element] = {}
        style = self._styles.get((family, name))
        while style is not None and name not in chain:
            chain[name] = style
            if name in known:
                break
            name = style.get(f"{STYLE}parent-style-name", "")
            style = self._styles.get((family, name))
        return list(reversed(chain.items()))

    def _told(self, look: Look) -> Look:
        """The colour most words have says nothing."""
        return look._replace(colour="") if look.colour == self._ordinary else look


def _inherited(found: ParagraphStyle, style: etree._Element) -> ParagraphStyle:
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
            look = laid_over(look, form.attrib)
        elif form.tag == f"{STYLE}paragraph-properties" and (side := form.get(f"{FO}text-align")):
            centred = side == "center"
    listed = style.get(f"{STYLE}list-style-name", found.list_style)
    return ParagraphStyle(found.name, kind, rank, outlined, listed, centred, look)


def _shown(name: str) -> str:
    """« Heading_20_1 » as people see it."""
    return _CODED.sub(lambda code: chr(min(int(code[1], 16), 0xD7FF)), name)


def _letters(style: etree._Element) -> dict[str, str]:
    return {
        str(key): str(value)
        for form in style.iterchildren(f"{STYLE}text-properties")
        for key, value in form.attrib.items()
        if key in LETTERS
    }

"""Reads a page as a test needs it: its elements, its ids and links, the text of either version."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from statuts.i18n import say, set_language
from statuts.language.invisible import named
from statuts.markdown.inline import plain
from statuts.markdown.read import read
from statuts.model.document import Block, BlockKind
from statuts.render.filtering import DEFAULT
from statuts.render.html import Masthead, page_of
from statuts.render.templating import filled

VOID = {"meta", "br", "hr", "input"}
NOT_TEXT = {"hidden", "pager", "nums", "note", "tags", "rn", "gap"}
VERBATIM = {BlockKind.CODE, BlockKind.HTML, BlockKind.FRONT_MATTER}
HEAD = Masthead("fr", "Titre", "texte actuel", "texte proposé")


def page_for(old: str, new: str, shown=DEFAULT, head: Masthead = HEAD, language: str = "en") -> str:
    """The page of two texts, in English so that no catalogue is needed."""
    from statuts.diff.compare import compare
    from statuts.press.templates import templates_in

    set_language(language)
    redline = compare(read(old), read(new), "ancien", "nouveau")
    page = page_of(redline, shown, head, lambda message: say(message, language))
    return filled(templates_in(None, language), "redline.html", {"page": page})


@dataclass
class Element:
    """A tag with its attributes, and the tags around it."""

    tag: str
    attributes: dict[str, str]
    path: tuple["Element", ...] = ()
    text: list[str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    def within(self, tag: str) -> bool:
        return any(element.tag == tag for element in self.path)


class Reader(HTMLParser):
    """All elements in order, and every piece of text with the elements around it; tags must match."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.texts: list[tuple[tuple[Element, ...], str]] = []
        self._open: list[Element] = []
        self.feed(page)
        self.close()
        assert not self._open, f"never closed: {[e.tag for e in self._open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute twice in {attrs}"
        element = Element(tag, {k: v or "" for k, v in attrs}, tuple(self._open))
        self.elements.append(element)
        if tag == "br":
            self.texts.append((tuple(self._open), "\n"))
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        self.texts.append((tuple(self._open), data))
        for element in self._open:
            element.text.append(data)

    def reading(self, without: str) -> str:
        """The text of the statutes with one of `ins`, `del` left out, white space evened."""
        kept = [
            text
            for path, text in self.texts
            if any(e.tag == "main" for e in path)
            and not any(e.tag in (without, "summary") or e.classes & NOT_TEXT for e in path)
        ]
        return "".join("".join(kept).split())

    def ids(self) -> list[str]:
        return [e.attributes["id"] for e in self.elements if "id" in e.attributes]

    def links(self) -> list[str]:
        return [e.attributes["href"] for e in self.elements if "href" in e.attributes]


def reading_of(source: str) -> str:
    """What a person reads of a text: no marks of lists and headings, no signs of markup, white space evened."""
    said = [_block(block) for section in read(source).sections for block in section.blocks]
    return "".join("".join(said).split())


def _block(block: Block) -> str:
    if block.kind is BlockKind.RULE:
        return ""
    body = block.body.replace("\r", "")
    marker = ""
    if block.kind is BlockKind.ITEM:
        marker = block.lead.replace(">", " ").strip()
        marker = "" if re.fullmatch(r"[-*+•‣▪◦–—·]?", marker) else marker
    if block.kind in VERBATIM:
        return named(body)
    if block.kind is BlockKind.ROW:
        cells = re.split(r"(?<!\\)(?:\\\\)*\|", body)
        return named("".join(plain(cell) for cell in cells))
    if ">" in block.lead or block.kind is BlockKind.QUOTE:
        body = re.sub(r"\n(?:[ \t]*>)+[ \t]?", "\n", body)
    return named(marker + plain(body))

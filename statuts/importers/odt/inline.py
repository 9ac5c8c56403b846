"""What stands inside a paragraph: words and their looks, spaces, links, fields, and what hangs on a word."""

from collections.abc import Callable, Iterable
from typing import Protocol

from lxml import etree

from statuts.importers.odt.lists import whole
from statuts.importers.odt.looks import Look
from statuts.importers.odt.namespaces import DC, DRAW, LOEXT, OFFICE, TABLE, TEXT, XLINK
from statuts.importers.odt.part import MOST_ANCHORS, Part
from statuts.importers.odt.story import Story
from statuts.model.brought import AsideKind

MOST_SPACES = 100
_SCHEMES = ("http://", "https://", "mailto:")
_LONGEST_LINK = 2000

# What has no words of the text, whatever it holds.
_SILENT = frozenset(
    f"{TEXT}{name}"
    for name in (
        "bookmark bookmark-start bookmark-end reference-mark reference-mark-start reference-mark-end "
        "soft-page-break toc-mark toc-mark-start toc-mark-end user-index-mark user-index-mark-start "
        "user-index-mark-end alphabetical-index-mark alphabetical-index-mark-start "
        "alphabetical-index-mark-end ruby-text tracked-changes number"
    ).split()
) | {f"{OFFICE}annotation-end", f"{OFFICE}event-listeners", f"{OFFICE}forms", f"{DRAW}control"}


class Host(Protocol):
    """What reads paragraphs, for the notes and boxes that hang on words."""

    def aside(
        self, kind: AsideKind, elements: Iterable[etree._Element], author: str = "", about: str = ""
    ) -> None:
        """Words beside the text."""

    def deletion(self, element: etree._Element) -> None:
        """Struck words, put back where they stood."""

    def drawn(self, element: etree._Element) -> None:
        """A frame or a shape."""


_Look = tuple[Look, str]
"""How words look, and what they link to."""


class Inline:
    """Reads the inside of paragraphs into a story."""

    def __init__(self, part: Part, host: Host) -> None:
        self._part, self._host = part, host
        self._kinds: dict[str, Callable[[etree._Element, Story, Look, str], None]] = {
            f"{TEXT}span": self._span,
            f"{TEXT}a": self._link,
            f"{TEXT}s": self._space,
            f"{TEXT}tab": lambda _, story, look, link: story.put("\t", look, link),
            f"{TEXT}line-break": lambda _, story, look, link: story.put("\n", look, link),
            f"{TEXT}change-start": lambda element, *_: part.changes.start(element),
            f"{TEXT}change-end": lambda element, *_: part.changes.end(element),
            f"{TEXT}change": lambda element, *_: host.deletion(element),
            f"{TEXT}note": lambda element, *_: self._note(element),
            f"{OFFICE}annotation": lambda element, *_: self.comment(element),
            f"{OFFICE}annotation-end": lambda element, *_: self._comment_end(element),
            f"{TEXT}script": lambda *_: part.remark("macro"),
        }

    def read(self, element: etree._Element, story: Story, look: Look, link: str = "") -> None:
        """All inside `element`."""
        story.words(element.text, look, link)
        for child in element:
            tag = child.tag
            if tag in self._kinds:
                self._kinds[tag](child, story, look, link)
            elif tag not in _SILENT:
                self._other(child, story, look, link)
            story.words(child.tail, look, link)

    def _other(self, element: etree._Element, story: Story, look: Look, link: str) -> None:
        """A drawing, or a field: what it shows stands in it."""
        tag = element.tag
        if tag.startswith((DRAW, TABLE)):
            self._host.drawn(element)
        elif element.get(f"{TEXT}display") == "none":
            return
        elif element.get(f"{TEXT}is-hidden") == "true" or tag == f"{TEXT}hidden-text":
            hidden = element.get(f"{TEXT}is-hidden") == "true"
            shown = element.text or element.get(f"{TEXT}string-value")
            story.words(shown, look._replace(hidden=True) if hidden else look, link)
        elif tag.startswith((TEXT, LOEXT)):
            self.read(element, story, look, link)

    def _span(self, element: etree._Element, story: Story, look: Look, link: str) -> None:
        name = element.get(f"{TEXT}style-name")
        self.read(element, story, self._part.styles.look(look, name) if name else look, link)

    def _link(self, element: etree._Element, story: Story, look: Look, link: str) -> None:
        href = element.get(f"{XLINK}href", "").strip()
        if href.lower().startswith(_SCHEMES) and len(href) <= _LONGEST_LINK and href.isprintable():
            link = href
        elif href and not href.startswith("#"):
            self._part.remark("link")
        self.read(element, story, look, link)

    def _space(self, element: etree._Element, story: Story, look: Look, link: str) -> None:
        count = whole(element.get(f"{TEXT}c"), 1)
        if count > MOST_SPACES:
            self._part.remark("repeated")
        if count:
            story.put(" " * min(count, MOST_SPACES), look, link)

    def _note(self, element: etree._Element) -> None:
        mark = "".join(
            text for cited in element.iterfind(f"{TEXT}note-citation") for text in cited.itertext()
        )
        self._host.aside(AsideKind.FOOTNOTE, element.iterfind(f"{TEXT}note-body"), about=mark.strip())

    def comment(self, element: etree._Element) -> None:
        """A comment, whose words may reach on."""
        words = element.iterchildren(f"{TEXT}p", f"{TEXT}list", f"{TEXT}h")
        self._host.aside(AsideKind.COMMENT, words, (element.findtext(f"{DC}creator") or "").strip())
        name = element.get(f"{OFFICE}name")
        if name is not None and len(self._part.anchors) < MOST_ANCHORS:
            self._part.anchors[name] = self._part.found.asides[-1]

    def _comment_end(self, element: etree._Element) -> None:
        self._part.anchors.pop(element.get(f"{OFFICE}name", ""), None)

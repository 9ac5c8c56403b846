"""Paragraphs, lists, tables and sections of a part, in order, into the story they belong to."""

from collections.abc import Callable, Iterable

from lxml import etree

from statuts.importers.odt.drafts import Block, Draft, Place
from statuts.importers.odt.inline import Inline
from statuts.importers.odt.listing import Item, Listings, item_of
from statuts.importers.odt.lists import whole
from statuts.importers.odt.namespaces import DRAW, OFFICE, TABLE, TEXT, XLINK
from statuts.importers.odt.part import AsideDraft, Part
from statuts.importers.odt.story import Story
from statuts.importers.odt.styles import ParagraphStyle
from statuts.importers.odt.tables import table
from statuts.model.brought import AsideKind, BroughtKind

OUTLINE = " outline"
_DEEPEST = 5  # deletions in what was deleted
_P, _H = f"{TEXT}p", f"{TEXT}h"
_INDEXES = frozenset(
    f"{TEXT}{name}"
    for name in (
        "table-of-content illustration-index table-index object-index user-index alphabetical-index "
        "bibliography"
    ).split()
)
_OBJECTS = frozenset(
    f"{DRAW}{name}" for name in ("object", "object-ole", "plugin", "applet", "floating-frame")
)
_SILENT = frozenset(
    {
        f"{OFFICE}forms",
        f"{OFFICE}event-listeners",
        f"{TEXT}tracked-changes",
        f"{TEXT}section-source",
        f"{TEXT}soft-page-break",
    }
)


class Walk:
    """Reads one part."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._inline = Inline(part, self)
        self._listings = Listings(part)
        self._listings.know(part.changes.struck())
        self._story = Story(part)
        self._kinds: dict[str, Callable[[etree._Element], None]] = {
            f"{TABLE}table": self._table,
            f"{TEXT}change-start": part.changes.start,
            f"{TEXT}change-end": part.changes.end,
            f"{TEXT}change": self._postpone,
            f"{OFFICE}annotation": self._inline.comment,
        }
        self._around: Draft | None = None  # the paragraph in which struck words are put back

    def story(self, elements: Iterable[etree._Element]) -> list[Block]:
        """A story of its own: the text, a cell, a note."""
        around, self._story = self._story, Story(self._part)
        self._blocks(elements, None)
        self._settle_due()
        blocks = self._story.finished()
        self._story = around
        return blocks

    def aside(
        self, kind: AsideKind, elements: Iterable[etree._Element], author: str = "", about: str = ""
    ) -> None:
        """Words beside the text."""
        number = self._part.number
        blocks = self.story(elements)
        self._part.number = number
        self._part.found.asides.append(AsideDraft(kind, blocks, number, author, about))

    def deletion(self, element: etree._Element) -> None:
        """Struck words, put back where they stood: what follows goes on in the last struck paragraph."""
        changes = self._part.changes
        region = changes.deletion(element) if changes.depth < _DEEPEST else None
        if region is None:
            return
        story = self._story
        around, spaced = story.current, story.after_space
        self._around = around
        with changes.striking(region):
            story.glued, story.whole = True, region.is_whole
            self._blocks(region.content, None, struck=True)
            story.glued = False
        story.held = False
        if around is not None and story.current is None:
            story.begin(_like(around))
        story.after_space = spaced  # white space of the text is counted as if nothing stood there

    def lost(self) -> None:
        """Struck words without a place are kept apart."""
        for region in self._part.changes.lost():
            with self._part.changes.striking(region):
                self.aside(AsideKind.HIDDEN, region.content, region.fate.author)
            self._part.remark("lost")

    def drawn(self, element: etree._Element) -> None:
        """A frame or a shape: its words stand beside the text, the rest is left out."""
        tag = element.tag
        if (
            tag == f"{DRAW}text-box"
            or element.find(_P) is not None
            or element.find(f"{TEXT}list") is not None
        ):
            self.aside(AsideKind.TEXT_BOX, element)
            return
        children = list(element)
        if any(child.tag in _OBJECTS for child in children):
            self._part.remark("object")
            return
        pictured = False
        for child in children:
            if child.tag == f"{DRAW}image":
                pictured = True
            elif child.tag.startswith(DRAW):
                self.drawn(child)
        if pictured:
            self._part.remark("picture")

    def _blocks(self, elements: Iterable[etree._Element], item: Item | None, *, struck: bool = False) -> None:
        for element in elements:
            tag = element.tag
            if tag in (_P, _H):
                self._paragraph(element, item, struck=struck)
            elif tag in self._kinds:
                self._kinds[tag](element)
            elif tag in _INDEXES:
                self.aside(AsideKind.CONTENTS, element.iterchildren(f"{TEXT}index-body"))
            elif tag.startswith(DRAW):
                self.drawn(element)
            elif tag not in _SILENT:
                self._holder(element, item, struck=struck)

    def _holder(self, element: etree._Element, item: Item | None, *, struck: bool) -> None:
        """What holds paragraphs, known or not."""
        tag = element.tag
        if tag == f"{TEXT}list":
            listing = self._listings.begin(element, item)
            for child in element.iterchildren(f"{TEXT}list-item", f"{TEXT}list-header"):
                self._blocks(child, item_of(child, listing), struck=struck)
        elif tag == f"{TEXT}section":
            self._section(element, item, struck=struck)
        elif tag == f"{TEXT}numbered-paragraph":
            self._blocks(element, self._listings.alone(element), struck=struck)
        else:
            self._blocks(element, item, struck=struck)

    def _postpone(self, element: etree._Element) -> None:
        """Words struck between two paragraphs are put back at the start of the second."""
        self._story.due.append(element)

    def _paragraph(self, element: etree._Element, item: Item | None, *, struck: bool) -> None:
        story = self._story
        style = self._part.styles.paragraph(element.get(f"{TEXT}style-name", ""))
        glued = story.glued and story.current is not None
        bare = struck and not element.get(f"{TEXT}style-name") and not len(element) and not element.text
        if bare and story.current is not None and not glued:
            story.begin(_like(self._around or story.current))
        else:
            story.begin(self._draft(element, style, item))
        if story.due and not struck:
            due, story.due = story.due, []
            for change in due:
                self.deletion(change)
        self._inline.read(element, story, self._part.styles.ordinary(style))
        story.end(struck=struck)

    def _draft(self, element: etree._Element, style: ParagraphStyle, item: Item | None) -> Draft:
        kind, level = style.kind, style.rank
        if element.tag == _H:
            kind, level = BroughtKind.HEADING, min(max(whole(element.get(f"{TEXT}outline-level"), 1), 1), 9)
        elif item is not None and kind is BroughtKind.PARAGRAPH:
            kind, level = BroughtKind.ITEM, item.listing.rank
        listed = None
        if item is not None:
            listed = self._listings.place(item, style.list_style)
        elif (element.tag == _H or style.outlined) and element.get(f"{TEXT}is-list-header") != "true":
            restarts = element.get(f"{TEXT}restart-numbering") == "true"
            start = element.get(f"{TEXT}start-value")
            listed = Place(
                OUTLINE, self._part.outline, level, restarts, whole(start, 1) if start and restarts else None
            )
        return Draft(kind, level, style.name, style.centred, listed)

    def _table(self, element: etree._Element) -> None:
        self._settle_due()
        self._story.release()
        self._story.table(table(element, self._part, self.story))

    def _section(self, element: etree._Element, item: Item | None, *, struck: bool) -> None:
        for source in element.iterchildren(f"{TEXT}section-source"):
            if source.get(f"{XLINK}href"):
                self._part.remark("source")
        if element.get(f"{TEXT}display") == "none" or element.get(f"{TEXT}is-hidden") == "true":
            self.aside(AsideKind.HIDDEN, element)
            self._part.remark("hidden")
        else:
            self._blocks(element, item, struck=struck)

    def _settle_due(self) -> None:
        """Deletions with no paragraph after them have paragraphs of their own."""
        due, self._story.due = self._story.due, []
        for change in due:
            self.deletion(change)
            self._story.release()


def _like(draft: Draft) -> Draft:
    return Draft(draft.kind, draft.level, draft.style, draft.centred, draft.listed)

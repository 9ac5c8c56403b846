"""Which list an item counts in: lists go on, or start anew, by their ids and styles."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from statuts.importers.odt.drafts import Place
from statuts.importers.odt.lists import MOST_LEVELS, ListStyle, whole
from statuts.importers.odt.namespaces import TEXT, XML
from statuts.importers.odt.part import Part

_NO_STYLE = ListStyle({})


@dataclass(slots=True)
class Listing:
    """One `text:list` being read: `restarts` holds until its first item is."""

    list_id: str
    style: str
    rank: int
    restarts: bool = False


@dataclass(slots=True)
class Item:
    """One item being read: its first paragraph takes its number."""

    listing: Listing
    style: str
    numbered: bool = True
    start: int | None = None
    lists: int = 0


class Listings:
    """All lists of a part, by the rules LibreOffice has: a list is continued by name, or by its style."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._ids: dict[str, str] = {}
        self._last = ("", "")
        self._made = 0

    def begin(self, element: etree._Element, around: Item | None) -> Listing:
        """A list begins, perhaps inside an item."""
        continues = element.get(f"{TEXT}continue-numbering")
        style = element.get(f"{TEXT}style-name", "")
        if around is not None:
            around.lists += 1
            restarts = continues != "true" if continues else around.lists > 1
            outer = around.listing
            rank = min(outer.rank + 1, MOST_LEVELS)
            return Listing(outer.list_id, style or outer.style, rank, restarts)
        name = element.get(f"{XML}id") or element.get(f"{TEXT}id")
        if name is None or name not in self._ids:
            name = self._register(element, name)
        return Listing(self._ids[name], style, 1, continues == "false")

    def alone(self, element: etree._Element) -> Item:
        """A numbered paragraph, which names the list it counts in."""
        style = element.get(f"{TEXT}style-name", "")
        rank = min(max(whole(element.get(f"{TEXT}level"), 1), 1), MOST_LEVELS)
        listing = Listing(element.get(f"{TEXT}list-id", style), style, rank)
        start = element.get(f"{TEXT}start-value")
        return Item(listing, "", start=whole(start, 1) if start else None)

    def know(self, elements: Iterable[etree._Element]) -> None:
        """Lists of struck passages: they stand before the text, which may continue them."""
        for element in elements:
            if element.tag == f"{TEXT}list" and (name := element.get(f"{XML}id")):
                self._register(element, name)

    def _register(self, element: etree._Element, name: str | None) -> str:
        """Finds the list that this one continues, or itself."""
        self._made += 1
        name = name or f" {self._made}"
        style = element.get(f"{TEXT}style-name", "")
        other = element.get(f"{TEXT}continue-list", "")
        if element.get(f"{TEXT}continue-numbering") == "true" and not other and self._last[1] == style:
            other = self._last[0]
        self._ids[name] = self._ids.get(other, name)
        self._last = (name, style)
        return name

    def place(self, item: Item, style: str) -> Place | None:
        """Where the next paragraph of an item counts; `style` numbers it where no list around it says so."""
        if not item.numbered:
            return None
        item.numbered = False
        listing = item.listing
        restarts, listing.restarts = listing.restarts, False
        name = item.style or listing.style or style
        found = self._part.list_styles.get(name, _NO_STYLE)
        return Place(listing.list_id, found, listing.rank, restarts, item.start)


def item_of(element: etree._Element, listing: Listing) -> Item:
    """An item, or a header, that belongs to no number."""
    start = element.get(f"{TEXT}start-value")
    return Item(
        listing,
        element.get(f"{TEXT}style-override", ""),
        numbered=element.tag == f"{TEXT}list-item",
        start=whole(start, 1) if start else None,
    )

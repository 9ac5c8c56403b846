"""The lists of a Word file: how each level of each is numbered."""

from typing import NamedTuple

from statuts.importers.docx.fonts import said
from statuts.importers.docx.names import VAL, Element, W, integer, is_on, value

DEPTH = 9
_LONGEST = 200  # of what a level shows around its numbers
_MAX_LINKS = 5


class Level(NamedTuple):
    """One level: `text` holds the numbers' places (« Article %1 – »), `restart` the rank after which it
    begins anew (0 for never; None for any higher one), `style` the heading style it belongs to.
    """

    start: int = 0
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    is_legal: bool = False
    style: str = ""
    caps: bool = False
    font: str = ""


class List(NamedTuple):
    """A list as paragraphs name it. Those with one `key` count on from each other, but where `starts` says
    that a level begins anew.
    """

    key: str
    levels: dict[int, Level]
    starts: dict[int, int]

    def rank(self, styles: tuple[str, ...]) -> int:
        """The level that belongs to one of these styles, where no style says which."""
        return next((rank for rank, level in self.levels.items() if level.style in styles), 0)


class Numbering:
    """All lists of a file by number."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, Element] = {}
        self._numbers: dict[int, Element] = {}
        self._by_link: dict[str, str] = {}
        self._found: dict[int, List | None] = {}
        if root is None:
            return
        for element in root.iterfind(f"{W}abstractNum"):
            key = element.get(f"{W}abstractNumId", "")
            self._abstract.setdefault(key, element)
            if link := value(element, "styleLink"):
                self._by_link.setdefault(link, key)
        for element in root.iterfind(f"{W}num"):
            number = integer(element.get(f"{W}numId"), 2**31)
            if number:
                self._numbers.setdefault(number, element)

    def find(self, number: int | None) -> List | None:
        """The list of this number; None for 0, which takes a paragraph out of its style's list."""
        if not number:
            return None
        if number not in self._found:
            self._found[number] = self._list(number)
        return self._found[number]

    def _list(self, number: int) -> List | None:
        element = self._numbers.get(number)
        if element is None:
            return None
        key = value(element, "abstractNumId") or ""
        for _ in range(_MAX_LINKS):  # a list may be no more than the name of another
            abstract = self._abstract.get(key)
            link = None if abstract is None else value(abstract, "numStyleLink")
            if not link or link not in self._by_link:
                break
            key = self._by_link[link]
        if abstract is None:
            return None
        levels = {rank: _level(e) for e in abstract.iterfind(f"{W}lvl") if (rank := _rank(e)) is not None}
        starts = {}
        for override in element.iterfind(f"{W}lvlOverride"):
            rank = _rank(override)
            if rank is None:
                continue
            own = override.find(f"{W}lvl")
            if own is not None:
                levels[rank] = _level(own)
            start = integer(value(override, "startOverride"))
            if start is not None:
                starts[rank] = start
        return List(key, levels, starts)


def _rank(element: Element) -> int | None:
    rank = integer(element.get(f"{W}ilvl"), DEPTH - 1)
    return rank if rank is not None and rank >= 0 else None


def _level(element: Element) -> Level:
    fonts = element.find(f"{W}rPr/{W}rFonts")
    legal = element.find(f"{W}isLgl")
    form = element.find(f"{W}numFmt")
    is_picture = element.find(f"{W}lvlPicBulletId") is not None
    return Level(
        start=integer(value(element, "start")) or 0,
        format="decimal" if form is None else form.get(VAL, "decimal"),
        text=(value(element, "lvlText") or ("•" if is_picture else ""))[:_LONGEST],
        restart=integer(value(element, "lvlRestart"), DEPTH),
        is_legal=legal is not None and is_on(legal),
        style=value(element, "pStyle") or "",
        caps=bool(said(element.find(f"{W}rPr")).get("caps")),
        font="" if fonts is None else fonts.get(f"{W}ascii", ""),
    )

"""The tracked changes of a part, by id: who made each and when, and what was struck."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from lxml import etree

from statuts.importers.odt.drafts import KEPT, Fate
from statuts.importers.odt.namespaces import DC, OFFICE, TEXT, XML
from statuts.model.redline import Op

_INSERTION, _DELETION = f"{TEXT}insertion", f"{TEXT}deletion"
_INFO = f"{OFFICE}change-info"


class Region:
    """One change: its fate, and, where words were struck, what they stood in."""

    def __init__(self, element: etree._Element) -> None:
        self._change = next(element.iterchildren(_DELETION, _INSERTION, f"{TEXT}format-change"), element)
        self.is_deletion = self._change.tag == _DELETION
        self.is_insertion = self._change.tag == _INSERTION
        under = element.find(_INSERTION) if self.is_deletion else None
        op = Op.DELETE if self.is_deletion else Op.INSERT if self.is_insertion else Op.EQUAL
        info = self._change.find(_INFO)
        author = moment = ""
        if info is not None:
            author = info.findtext(f"{DC}creator") or info.get(f"{OFFICE}chg-author", "")
            moment = info.findtext(f"{DC}date") or info.get(f"{OFFICE}chg-date-time", "")
        self.fate = Fate(op, author.strip(), moment.strip(), gone=under is not None)

    @property
    def is_whole(self) -> bool:
        """Whether an end of a paragraph was struck: its first paragraph then says what that was."""
        ends = self._change.iter(f"{TEXT}p", f"{TEXT}h")
        return next(ends, None) is not None and next(ends, None) is not None

    @property
    def content(self) -> list[etree._Element]:
        """The paragraphs, lists and tables that were struck."""
        return [element for element in self._change if element.tag != _INFO]


class Changes:
    """The changes of a part that are sound, and those that are open while the text is read."""

    def __init__(self, root: etree._Element) -> None:
        self._regions: dict[str, Region] = {}
        for element in root.iter(f"{TEXT}changed-region"):
            name = element.get(f"{XML}id") or element.get(f"{TEXT}id") or ""
            self._regions.setdefault(name, Region(element))
        self._sound = _sound(root)
        self._open: dict[str, Fate] = {}
        self._fates: Counter[Op] = Counter()
        self._striking: Fate | None = None
        self._begun: set[str] = set()
        self._placed: set[str] = set()
        self.are_any = bool(self._regions)
        self.broken = 0
        self.depth = 0
        self.of_form = sum(not (r.is_deletion or r.is_insertion) for r in self._regions.values())

    @property
    def fate(self) -> Fate:
        """The fate of words that are read at this point."""
        if self._striking is not None:
            return self._striking
        if not self._open:
            return KEPT
        last = next(reversed(self._open.values()))
        return replace(last, gone=True) if len(+self._fates) > 1 else last

    @contextmanager
    def striking(self, region: Region) -> Iterator[None]:
        """While this is open, what is read are struck words."""
        before, self._striking = self._striking, region.fate
        self.depth += 1
        yield
        self.depth -= 1
        self._striking = before

    def start(self, element: etree._Element) -> None:
        """An insertion begins, or a deletion whose words stand in the text; if it ends somewhere."""
        name = _id(element)
        region = self._regions.get(name)
        if region is None or name not in self._sound or name in self._begun:
            self.broken += 1
        elif region.fate.op is not Op.EQUAL:
            self._open[name] = region.fate
            self._fates[region.fate.op] += 1
            self._placed.add(name)
        self._begun.add(name)

    def end(self, element: etree._Element) -> None:
        """It ends."""
        name = _id(element)
        if name not in self._begun:
            self.broken += 1
        if fate := self._open.pop(name, None):
            self._fates[fate.op] -= 1

    def deletion(self, element: etree._Element) -> Region | None:
        """What was struck here; nothing where that is unknown, or was put back already."""
        name = _id(element)
        region = self._regions.get(name)
        if region is None or not region.is_deletion or name in self._placed:
            self.broken += 1
            return None
        self._placed.add(name)
        return region

    def struck(self) -> Iterator[etree._Element]:
        """All that stands in deletions, in the order of the file."""
        for region in self._regions.values():
            if region.is_deletion:
                yield from region.content

    def lost(self) -> Iterator[Region]:
        """What was struck and stands nowhere in the text."""
        for name, region in self._regions.items():
            if region.is_deletion and name not in self._placed:
                self._placed.add(name)
                yield region


def _sound(root: etree._Element) -> set[str]:
    """The changes that begin somewhere and end after that."""
    begun, sound = set(), set()
    for element in root.iter(f"{TEXT}change-start", f"{TEXT}change-end"):
        if element.tag == f"{TEXT}change-start":
            begun.add(_id(element))
        elif _id(element) in begun:
            sound.add(_id(element))
    return sound


def _id(element: etree._Element) -> str:
    return str(element.get(f"{TEXT}change-id", ""))

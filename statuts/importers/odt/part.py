"""What is shared while one part of a file is read: its styles, its changes, what stands beside its text."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from statuts.errors import InputError
from statuts.importers.odt.changes import Changes
from statuts.importers.odt.drafts import Block
from statuts.importers.odt.lists import list_styles
from statuts.importers.odt.styles import Styles
from statuts.model.brought import AsideKind
from statuts.model.message import msg

MAX_SIGNS = 5_000_000
MAX_PARAGRAPHS = 20_000
MOST_ANCHORS = 20
_MOST_ABOUT = 200


@dataclass(slots=True)
class AsideDraft:
    """Words beside the text, being read."""

    kind: AsideKind
    blocks: list[Block]
    number: int
    author: str = ""
    about: str = ""

    def touch(self, text: str) -> None:
        """Words that a comment is about."""
        if len(self.about) < _MOST_ABOUT:
            self.about = (self.about + text)[:_MOST_ABOUT]


@dataclass(slots=True)
class Found:
    """What all parts of a file give beside the text, and how much was read so far."""

    asides: list[AsideDraft] = field(default_factory=list)
    remarks: Counter[str] = field(default_factory=Counter)
    signs: int = 0
    paragraphs: int = 0
    is_tracked: bool = False

    def read(self, signs: int, paragraphs: int = 0) -> None:
        """Counts what was read; a file that swells beyond measure is refused."""
        self.signs += signs
        self.paragraphs += paragraphs
        if self.signs > MAX_SIGNS or self.paragraphs > MAX_PARAGRAPHS:
            raise InputError(msg("The text is too long to be read."), msg("import the file in several parts"))


class Part:
    """One part, ready to be read: `holders` are the elements that hold its styles."""

    def __init__(self, root: etree._Element, holders: Iterable[etree._Element], found: Found) -> None:
        holders = list(holders)
        self.found = found
        self.styles = Styles(holders)
        self.list_styles, self.outline = list_styles(holders)
        self.changes = Changes(root)
        found.is_tracked |= self.changes.are_any
        self.anchors: dict[str, AsideDraft] = {}  # comments whose words are being read
        self.number = 0

    def remark(self, name: str) -> None:
        """Counts something to be said in the end."""
        self.found.remarks[name] += 1

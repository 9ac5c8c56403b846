"""What all stories of one Word file share: its styles and lists, its notes, and what was seen on the way."""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from statuts.importers.docx.fate import Fate
from statuts.importers.docx.names import Element, W
from statuts.importers.docx.numbering import Numbering
from statuts.importers.docx.parts import Parts
from statuts.importers.docx.styles import Styles
from statuts.model.brought import Aside
from statuts.model.message import Message, msg, msgn

_LONGEST = 200  # of the words a comment is anchored to


@dataclass(slots=True)
class Anchors:
    """The words that comments are anchored to, as the text goes by."""

    pieces: list[str] = field(default_factory=list)
    _begun: dict[str, int] = field(default_factory=dict)
    about: dict[str, str] = field(default_factory=dict)

    def mark(self, element: Element) -> None:
        """The words of a comment begin or end here, if the element says so."""
        identifier = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            self._begun.setdefault(identifier, len(self.pieces))
        elif element.tag == f"{W}commentRangeEnd":
            self._end(identifier)

    def _end(self, identifier: str) -> None:
        start = self._begun.get(identifier)
        if start is not None and identifier not in self.about:
            words = "".join(self.pieces[start : min(len(self.pieces), start + _LONGEST)]).strip()
            self.about[identifier] = words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + "…"


class Hanging(NamedTuple):
    """What hangs on a place of the text: a note by its kind and id, or a text box."""

    kind: str
    element: Element
    fate: Fate
    identifier: str = ""


class Source:
    """One file while it is read."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.styles = Styles(parts.first("styles"))
        self.numbering = Numbering(parts.first("numbering"))
        self.anchors = Anchors()
        self.asides: list[Aside] = []
        self.seen: Counter[str] = Counter()
        self.hanging: deque[tuple[Hanging, str]] = deque()
        self._notes = {kind: self._by_id(kind) for kind in ("footnote", "endnote")}

    def _by_id(self, kind: str) -> dict[str, Element]:
        root = self.parts.first(f"{kind}s")
        notes = () if root is None else root.iterfind(f"{W}{kind}")
        return {note.get(f"{W}id", ""): note for note in notes if note.get(f"{W}type") in (None, "normal")}

    def note(self, kind: str, identifier: str) -> Element | None:
        """A note, the first time it is asked for: one that is named twice, or in itself, is read once."""
        return self._notes[kind].pop(identifier, None)

    def remarks(self) -> Iterator[Message]:
        """What was left out or changed."""
        yield from self.parts.remarks()
        seen = self.seen
        if seen["picture"]:
            yield msgn("{count} picture was left out.", "{count} pictures were left out.", seen["picture"])
        if seen["hidden"]:
            yield msgn(
                "Hidden words were kept apart: {count} paragraph.",
                "Hidden words were kept apart: {count} paragraphs.",
                seen["hidden"],
            )
        if seen["nowhere"]:
            yield msg(
                "Words that one person inserted and another struck were left out: they are in neither text."
            )
        if seen["nested"]:
            yield msgn(
                "{count} table inside a table was read as paragraphs.",
                "{count} tables inside a table were read as paragraphs.",
                seen["nested"],
            )
        if seen["foreign"]:
            yield msg("A part in another format was left out.")

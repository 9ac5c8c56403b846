"""The parts of a Word file: which is the text, which it refers to, and what it would load from elsewhere."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from statuts.errors import InputError
from statuts.importers.docx.names import Element, transitional
from statuts.importers.xml import parsed
from statuts.importers.zips import Package
from statuts.model.message import Message, msg, msgn

_ALLOWED = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\^`{|}\x00-\x20]+", re.IGNORECASE)
_OTHERS = (
    ("content.xml", msg("This is an OpenDocument file, whatever its name says.")),
    ("xl/workbook.xml", msg("This is a spreadsheet, whatever its name says.")),
    ("ppt/presentation.xml", msg("This is a presentation, whatever its name says.")),
)


class _Relation(NamedTuple):
    kind: str
    target: str
    is_outside: bool


class Parts:
    """The main part, and those it names."""

    def __init__(self, package: Package) -> None:
        self._package = package
        roots = self._relations("")
        self._main = next(
            (r.target for r in roots.values() if r.kind == "officeDocument"), "word/document.xml"
        )
        if self._main not in package:
            raise self._no_text()
        self._names: dict[Element, str] = {}
        self._known: dict[str, dict[str, _Relation]] = {}
        self.main = self._parsed(self._main)

    def first(self, kind: str) -> Element | None:
        """The root of the part of this kind, if there is one: `styles`, `numbering`, …"""
        return next(self.all(kind), None)

    def all(self, kind: str) -> Iterator[Element]:
        """The roots of all parts of this kind, in the order of their ids."""
        for relation in self._related(self._main).values():
            if relation.kind == kind and not relation.is_outside and relation.target in self._package:
                yield self._parsed(relation.target)

    def address(self, element: Element, identifier: str) -> str:
        """Where a link leads: web and mail only, empty otherwise. Each part has its own ids."""
        name = self._names[element.getroottree().getroot()]
        relation = self._related(name).get(identifier)
        return safe_address(relation.target) if relation and relation.is_outside else ""

    def remarks(self) -> Iterator[Message]:
        """What the file would run or load, and what was not read for that reason."""
        names = [name.lower() for name in self._package.names]
        if any(name.endswith("vbaproject.bin") for name in names):
            yield msg("Macros in the file were ignored.")
        objects = sum("/embeddings/" in name or "/activex/activex" in name for name in names)
        if objects:
            yield msgn(
                "{count} embedded object was left out.", "{count} embedded objects were left out.", objects
            )
        outside = sum(self._outside(name) for name in self._package.names if name.lower().endswith(".rels"))
        if outside:
            yield msgn(
                "{count} file that the document would load from elsewhere was ignored.",
                "{count} files that the document would load from elsewhere were ignored.",
                outside,
            )

    def _outside(self, name: str) -> int:
        folder, _, file = name.rpartition("_rels/")
        relations = self._relations(folder + file.removesuffix(".rels")).values()
        return sum(relation.is_outside and relation.kind != "hyperlink" for relation in relations)

    def _related(self, part: str) -> dict[str, _Relation]:
        if part not in self._known:
            self._known[part] = self._relations(part)
        return self._known[part]

    def _relations(self, part: str) -> dict[str, _Relation]:
        folder, _, file = part.rpartition("/")
        data = self._package.get(f"{folder}/_rels/{file}.rels".removeprefix("/"))
        if data is None:
            return {}
        found = {}
        for element in parsed(data, f"{file}.rels"):
            target, outside = element.get("Target", ""), element.get("TargetMode") == "External"
            kind = element.get("Type", "").rpartition("/")[2]
            found[element.get("Id", "")] = _Relation(
                kind, target if outside else _path(folder, target), outside
            )
        return found

    def _parsed(self, name: str) -> Element:
        root = parsed(transitional(self._package.read(name)), name)
        self._names[root] = name
        return root

    def _no_text(self) -> InputError:
        for name, message in _OTHERS:
            if name in self._package:
                return InputError(message, msg("give it the ending that fits, or save it as .docx or .odt"))
        return InputError(
            msg("This is no Word file: it has no text."),
            msg("open it, save it as .docx or .odt, and try again"),
        )


def safe_address(address: str) -> str:
    """The address where it leads to the web or a mailbox; empty otherwise."""
    return address if _ALLOWED.fullmatch(address) else ""


def _path(folder: str, target: str) -> str:
    """A member's name from a target, which is relative to the folder of who names it."""
    steps = [] if target.startswith("/") else folder.split("/")
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(step for step in steps if step)

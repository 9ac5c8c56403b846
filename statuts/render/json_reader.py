"""From plain JSON values to a redline, refusing by name whatever does not follow the schema."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from statuts.errors import InputError
from statuts.model.document import BlockKind, SectionKind
from statuts.model.message import Message, msg
from statuts.model.redline import (
    ArticleChange,
    ArticleSide,
    ArticleStatus,
    Author,
    BlockChange,
    BlockStatus,
    ChangeClass,
    Op,
    Part,
    Redline,
    Segment,
    Side,
    TextLabel,
)

FORMAT = "statuts-redline"
VERSION = 1

_AGAIN = msg("make it again with “statuts compare --format json”; redline.schema.json describes it")

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Node:
    """A JSON value and where it stands (`articles[2].blocks[0].side`)."""

    value: Any
    path: str

    def wrong(self, expected: str) -> InputError:
        """The error that names this place."""
        return InputError(
            msg(
                "This JSON is not a redline: “{path}” should be {expected}.",
                path=self.path or ".",
                expected=expected,
            ),
            _AGAIN,
        )

    def __getitem__(self, key: str) -> "Node":
        path = f"{self.path}.{key}" if self.path else key
        if not isinstance(self.value, dict):
            raise self.wrong("{…}")
        if key not in self.value:
            raise InputError(msg("This JSON is not a redline: “{path}” is missing.", path=path), _AGAIN)
        return Node(self.value[key], path)

    def items(self) -> list["Node"]:
        """The elements of a list."""
        if not isinstance(self.value, list):
            raise self.wrong("[…]")
        return [Node(value, f"{self.path}[{number}]") for number, value in enumerate(self.value)]

    def text(self) -> str:
        """A string that can be written to a file (half a surrogate pair cannot)."""
        if not isinstance(self.value, str):
            raise self.wrong('"…"')
        try:
            self.value.encode()
        except UnicodeEncodeError:
            raise self.wrong('"…" (Unicode)') from None
        return self.value

    def number(self) -> int:
        """A whole number, zero or more."""
        if not isinstance(self.value, int) or isinstance(self.value, bool) or self.value < 0:
            raise self.wrong("0, 1, 2…")
        return self.value

    def number_or_null(self) -> int | None:
        """A whole number, or None for null."""
        return None if self.value is None else self.number()

    def truth(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            raise self.wrong("true | false")
        return self.value

    def member(self, kind: type[E]) -> E:
        """One of the words of a closed list."""
        word = self.text()
        if word not in set(kind):
            raise self.wrong(" | ".join(kind))
        return kind(word)


def redline_of(root: Node) -> Redline:
    """The redline; raises `InputError` naming the first place that does not follow the schema."""
    if root["format"].text() != FORMAT:
        raise root["format"].wrong(f'"{FORMAT}"')
    if root["version"].number() != VERSION:
        raise root["version"].wrong(str(VERSION))
    return Redline(
        old=_label(root["old"]),
        new=_label(root["new"]),
        articles=tuple(_article(node) for node in root["articles"].items()),
        notes=tuple(_note(node.text()) for node in root["notes"].items()),
        proposed=None if root["proposed"].value is None else _label(root["proposed"]),
    )


def _note(text: str) -> Message:
    # Braces would be taken for places to fill in.
    return Message(text.replace("{", "{{").replace("}", "}}"))


def _label(node: Node) -> TextLabel:
    return TextLabel(node["label"].text(), node["sha256"].text())


def _article(node: Node) -> ArticleChange:
    old, new = _side(node["old"]), _side(node["new"])
    if old is None and new is None:
        raise node["new"].wrong("{…}")
    return ArticleChange(
        kind=node["kind"].member(SectionKind),
        statuses=tuple(status.member(ArticleStatus) for status in node["status"].items()),
        side=node["side"].member(Side),
        old=old,
        new=new,
        blocks=tuple(_block(block) for block in node["blocks"].items()),
    )


def _side(node: Node) -> ArticleSide | None:
    if node.value is None:
        return None
    return ArticleSide(*(node[key].text() for key in ("id", "number", "title", "label")))


def _block(node: Node) -> BlockChange:
    return BlockChange(
        kind=node["kind"].member(BlockKind),
        statuses=tuple(status.member(BlockStatus) for status in node["status"].items()),
        side=node["side"].member(Side),
        segments=tuple(_segment(segment) for segment in node["segments"].items()),
        depth=node["depth"].number(),
        group=node["group"].number(),
        move=node["move"].number_or_null(),
    )


def _segment(node: Node) -> Segment:
    op = node["op"].member(Op)
    cls = None if node["class"].value is None else node["class"].member(ChangeClass)
    if (op is Op.EQUAL) != (cls is None):
        raise node["class"].wrong("null" if op is Op.EQUAL else " | ".join(ChangeClass))
    return Segment(
        op,
        node["text"].text(),
        node["part"].member(Part),
        node["change"].number_or_null(),
        cls,
        node["moved"].truth(),
        None if node["by"].value is None else node["by"].member(Author),
    )

"""What a template made, as a tree of the few tags that every format can print."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from statuts.errors import TemplateProblem
from statuts.model.message import msg

GROUPS = frozenset({"header", "main", "footer", "section", "article", "div", "aside"})
BLOCKS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "dl", "table", "hr", "passage"})
INNER = frozenset({"li", "dt", "dd", "thead", "tbody", "tr", "th", "td"})
WORDS = frozenset({"strong", "b", "em", "i", "code", "a", "span", "br", "img", "small"})
SKIPPED = frozenset({"nav"})
_VOID = frozenset({"br", "hr", "img"})
_SPACES = re.compile(r"[ \t\r\n\f]+")  # not the no-break ones: French needs them


@dataclass(slots=True)
class Tag:
    """An element with its attributes; `children` are tags and text, in order."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Tag | str"] = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        """The words of its `class`."""
        return frozenset(self.attributes.get("class", "").split())

    def tags(self) -> Iterator["Tag"]:
        """The tags right inside it."""
        return (child for child in self.children if isinstance(child, Tag))

    def inside(self, *names: str) -> Iterator["Tag"]:
        """The tags of these names at any depth, in order."""
        for child in self.tags():
            if child.name in names:
                yield child
            else:
                yield from child.inside(*names)


def tree(source: str, template: str) -> Tag:
    """The tree of what `template` made. Raises `TemplateProblem` for a tag that not every format can print,
    or one that is not closed where it should be.
    """
    reader = _Reader(template)
    reader.feed(source)
    reader.close()
    return reader.root()


class _Reader(HTMLParser):
    """Builds the tree and refuses what it does not know."""

    def __init__(self, template: str) -> None:
        super().__init__(convert_charrefs=True)
        self._template = template
        self._open = [Tag("")]

    def root(self) -> Tag:
        """The whole; every tag must be closed."""
        if len(self._open) > 1:
            raise TemplateProblem(
                msg("The template “{name}” does not close <{tag}>.",
                    name=self._template, tag=self._open[-1].name),
                msg("compare it with the one that comes with the program"),
            )  # fmt: skip
        return self._open[0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in GROUPS | BLOCKS | INNER | WORDS | SKIPPED:
            raise TemplateProblem(
                msg("The template “{name}” uses <{tag}>, which not every format can print.",
                    name=self._template, tag=tag),
                msg("papers are made of headings, paragraphs, lists, tables and pictures"),
            )  # fmt: skip
        made = Tag(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(made)
        if tag not in _VOID:
            self._open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if len(self._open) == 1 or self._open[-1].name != tag:
            raise TemplateProblem(
                msg(
                    "The template “{name}” closes <{tag}> where it is not open.", name=self._template, tag=tag
                ),
                msg("compare it with the one that comes with the program"),
            )
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(_SPACES.sub(" ", data))

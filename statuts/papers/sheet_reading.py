"""From what a template made to the elements of a sheet: one template a paper serves every format."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from statuts.errors import TemplateProblem
from statuts.model.message import msg
from statuts.model.sheet import (
    Box,
    Cell,
    Element,
    Fact,
    Facts,
    Grid,
    GridRole,
    Heading,
    Image,
    Line,
    Listing,
    PageBreak,
    Paragraph,
    Passage,
    Role,
    Ruler,
    Run,
)
from statuts.papers.template_tree import GROUPS, INNER, SKIPPED, WORDS, Tag, tree

_ROLES = {
    "org": Role.ORG,
    "status": Role.STATUS,
    "tags": Role.META,
    "what": Role.LABEL,
    "small": Role.SMALL,
    "missing": Role.MISSING,
    "origin": Role.ORIGIN,
    "wording": Role.WORDING,
    "brief": Role.BRIEF,
}
_GRIDS = {
    "comparison": GridRole.COMPARISON,
    "votes": GridRole.BOXES,
    "both": GridRole.COLUMNS,
    "signatures": GridRole.SIGNATURES,
}
_SCREEN = "screen"
"""What only a page on a screen has: links to its own parts, for example."""


def elements_of(
    filled: str, template: str, passages: Sequence[Passage], picture: Callable[[str], Image | None]
) -> tuple[Element, ...]:
    """The elements of a filled template; `passages` are those it asked for, by the number it gave them,
    `picture` finds the ones it shows, by their name. Raises `TemplateProblem`.
    """
    return tuple(_Reading(template, passages, picture).flow(tree(filled, template).children, Role.BODY))


class _Reading:
    """Walks the tree; `role` is what a paragraph is that says nothing else of itself."""

    def __init__(
        self, template: str, passages: Sequence[Passage], picture: Callable[[str], Image | None]
    ) -> None:
        self._template, self._passages, self._picture = template, passages, picture

    def flow(self, children: Iterable[Tag | str], role: Role) -> Iterator[Element]:
        """The elements of a row of tags; bare words among them are a paragraph."""
        words: list[Tag | str] = []
        for child in children:
            if isinstance(child, str) or (child.name in WORDS and child.name != "img"):
                words.append(child)
                continue
            yield from self._bare(words, role)
            words = []
            yield from self._element(child, role)
        yield from self._bare(words, role)

    def _bare(self, words: list[Tag | str], role: Role) -> Iterator[Element]:
        if line := _line(words):
            yield Paragraph(line, role)

    def _element(self, tag: Tag, role: Role) -> Iterator[Element]:
        if tag.name in SKIPPED or _SCREEN in tag.classes:
            return
        if tag.name in INNER:
            raise TemplateProblem(
                msg("The template “{name}” has <{tag}> outside of a list or a table.",
                    name=self._template, tag=tag.name),
                msg("compare it with the one that comes with the program"),
            )  # fmt: skip
        if tag.name in GROUPS:
            yield from self._group(tag, Role.FOOT if tag.name == "footer" else _role(tag, role))
        elif tag.name == "p":
            yield from self._paragraph(tag, _role(tag, role))
        elif tag.name == "img":
            yield from self._image(tag)
        elif tag.name in ("ul", "ol", "dl"):
            yield self._listing(tag, role)
        else:
            yield from self._single(tag)

    def _listing(self, tag: Tag, role: Role) -> Element:
        if tag.name == "dl":
            return Facts(tuple(_facts(tag)))
        items = (tuple(self.flow(item.children, role)) for item in tag.inside("li"))
        return Listing(tuple(items), ordered=tag.name == "ol")

    def _single(self, tag: Tag) -> Iterator[Element]:
        if tag.name == "passage":
            yield self._passage(tag)
        elif tag.name == "hr":
            yield PageBreak() if "page" in tag.classes else Ruler()
        elif tag.name == "table":
            yield self._table(tag)
        elif (line := _line(tag.children)) and "what" in tag.classes:
            yield Paragraph(line, Role.LABEL)
        elif line:
            yield Heading(int(tag.name[1]), line, tag.attributes.get("id", ""))

    def _group(self, tag: Tag, role: Role) -> Iterator[Element]:
        if tag.classes & {"both", "signatures"}:
            cells = tuple(Cell(tuple(self._element(part, role))) for part in tag.tags())
            yield Grid((), (cells,), _grid(tag))
        elif "resolution" in tag.classes:
            yield Box(tuple(self.flow(tag.children, role)), tag.attributes.get("id", ""))
        else:
            yield from self.flow(tag.children, role)

    def _paragraph(self, tag: Tag, role: Role) -> Iterator[Element]:
        for picture in tag.inside("img"):
            yield from self._image(picture)
        if line := _line(tag.children):
            yield Paragraph(line, role)

    def _passage(self, tag: Tag) -> Passage:
        return self._passages[int(tag.attributes["n"])]

    def _image(self, tag: Tag) -> Iterator[Image]:
        if found := self._picture(tag.attributes.get("src", "")):
            yield found

    def _table(self, tag: Tag) -> Grid:
        heads = [row for part in tag.inside("thead") for row in part.inside("tr")]
        rows = [row for part in tag.inside("tbody") for row in part.inside("tr")]
        rows += [row for row in tag.tags() if row.name == "tr"]
        if not heads and rows and all(cell.name == "th" for cell in rows[0].tags()):
            heads, rows = rows[:1], rows[1:]
        widths = tuple(int(w) for w in tag.attributes.get("data-widths", "").split())
        return Grid(self._rows(heads), self._rows(rows), _grid(tag), widths)

    def _rows(self, rows: Iterable[Tag]) -> tuple[tuple[Cell, ...], ...]:
        return tuple(
            tuple(
                Cell(
                    tuple(self.flow(cell.children, Role.BODY)),
                    cell.name == "th",
                    cell.attributes.get("scope", ""),
                )
                for cell in row.inside("td", "th")
            )
            for row in rows
        )


def _role(tag: Tag, role: Role) -> Role:
    return next((_ROLES[name] for name in _ROLES if name in tag.classes), role)


def _grid(tag: Tag) -> GridRole:
    return next((_GRIDS[name] for name in _GRIDS if name in tag.classes), GridRole.TABLE)


def _facts(tag: Tag) -> Iterator[Fact]:
    name: Line = ()
    for part in tag.inside("dt", "dd"):
        if part.name == "dt":
            name = _line(part.children)
        else:
            yield Fact(name, _line(part.children), "missing" in part.classes)


def _line(children: Iterable[Tag | str]) -> Line:
    """The words of a line, spaces around them gone, neighbours of one style joined."""
    joined: list[Run] = []
    for run in _runs(children, Run("")):
        text = run.text
        if not joined or joined[-1].text.endswith(("\n", " ")):
            text = text.lstrip(" ")
        if text.startswith("\n") and joined:
            joined[-1] = joined[-1]._replace(text=joined[-1].text.rstrip(" "))
        if not text:
            continue
        if joined and joined[-1]._replace(text="") == run._replace(text=""):
            joined[-1] = run._replace(text=joined[-1].text + text)
        else:
            joined.append(run._replace(text=text))
    while joined and not joined[-1].text.rstrip(" \n"):
        joined.pop()
    if joined:
        joined[-1] = joined[-1]._replace(text=joined[-1].text.rstrip(" \n"))
    return tuple(joined)


def _runs(children: Iterable[Tag | str], style: Run) -> Iterator[Run]:
    for child in children:
        if isinstance(child, str):
            yield style._replace(text=child)
        elif child.name == "br":
            yield style._replace(text="\n")
        elif _SCREEN not in child.classes and child.name != "img":
            yield from _runs(child.children, _styled(child, style))
            if child.name == "span" and "line" in child.classes:
                yield style._replace(text="\n")


def _styled(tag: Tag, style: Run) -> Run:
    if tag.name in ("strong", "b"):
        return style._replace(strong=True)
    if tag.name in ("em", "i"):
        return style._replace(em=True)
    if tag.name == "code":
        return style._replace(code=True)
    target = tag.attributes.get("href", "")
    return style._replace(anchor=target[1:]) if tag.name == "a" and target.startswith("#") else style

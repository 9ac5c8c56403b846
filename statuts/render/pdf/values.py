"""A sheet as plain values that JSON can carry: what the template of the PDF lays out."""

from collections.abc import Iterable, Sequence
from typing import Any

from statuts.model import sheet
from statuts.model.message import msg
from statuts.model.sheet import Cell, Element, Grid, GridRole, Sheet
from statuts.render.pdf.lines import Lines, shortened
from statuts.render.pdf.passages import Levels, Passages, is_marked
from statuts.render.pdf.pieces import length, weights
from statuts.render.pdf.signs import Signs
from statuts.render.voice import Voice

Values = dict[str, Any]

_KEPT, _KEPT_LARGE = 1600, 800
"""Characters of a box up to which it is kept on one page."""
_LONG_HEAD, _LONG_CELL = 600, 700
_WIDEST = 34
"""Characters that make a column of a table wide enough: what is longer wraps."""
_UNTITLED = "…"
"""An accessible PDF has a title, and words for each picture."""
_LONG_NAME = 36
"""Characters of a fact's name that stand in one line."""
_PAGE, _TOTAL = "\ue000", "\ue001"
_RELATIONSHIPS = {"source": "source", "data": "data"}


def values_of(paper: Sheet, voice: Voice, signs: Signs) -> Values:
    """All that the template is given."""
    lines = Lines(paper.language, signs)
    levels = Levels()
    marked = [passage.article for passage in paper.passages() if is_marked(passage)]
    writer = _Writer(lines, levels, Passages(marked, paper.shown, voice.say, lines, levels), paper.large)
    body = writer.elements(paper.elements)
    moment = paper.moment
    return {
        "language": paper.language,
        "title": lines.plain(paper.title) or _UNTITLED,
        "association": lines.plain(paper.association),
        "band": lines.plain(paper.band),
        "running": lines.plain(paper.running),
        "author": signs.fit(paper.author or paper.association),
        "moment": [moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second],
        "accent": paper.accent,
        "large": paper.large,
        "page": _page_words(voice),
        "targets": dict.fromkeys(sorted(lines.anchors & lines.wanted), True),
        "attachments": [_attachment(each) for each in paper.attachments],
        "body": body,
    }


def _page_words(voice: Voice) -> list[str]:
    """« page x sur y » as words and places: `n` and `of` stand for the numbers."""
    said = voice.say(msg("page {n} of {total}", n=_PAGE, total=_TOTAL))
    cut = said.replace(_PAGE, f"\0{_PAGE}\0").replace(_TOTAL, f"\0{_TOTAL}\0").split("\0")
    return [{_PAGE: "#n", _TOTAL: "#total"}.get(part, part) for part in cut if part]


def _attachment(each: sheet.Attachment) -> Values:
    return {
        "name": each.name,
        "type": each.media_type,
        "relationship": _RELATIONSHIPS.get(each.relationship, "unspecified"),
        "description": each.description,
        "data": _data(each.data),
    }


def _data(data: bytes) -> str | list[int]:
    """Bytes: as text where they are text, which takes a tenth of the room."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return list(data)


class _Writer:
    """Writes elements, one after the other."""

    def __init__(self, lines: Lines, levels: Levels, passages: Passages, large: bool) -> None:
        self._lines, self._levels, self._passages = lines, levels, passages
        self._kept = _KEPT_LARGE if large else _KEPT

    def elements(self, elements: Iterable[Element], *, in_cell: bool = False) -> list[Values]:
        return [self._element(element, in_cell) for element in elements]

    def _element(self, element: Element, in_cell: bool) -> Values:
        lines = self._lines
        match element:
            case sheet.Heading():
                words = "".join(run.text for run in element.line)
                return {
                    "k": "heading",
                    "level": 0 if in_cell else self._levels.next(element.level),
                    "size": element.level,
                    "plain": lines.plain(shortened(words)),
                    "l": lines.runs(element.line),
                    "id": lines.anchor(element.anchor) if element.anchor else "",
                    "f": {},
                }
            case sheet.Paragraph():
                return {"k": "words", "role": element.role.value, "l": lines.runs(element.line)}
            case sheet.Listing():
                return self._list(element, in_cell)
            case sheet.Facts():
                return _facts(element, lines)
            case sheet.Grid():
                return self._grid(element)
            case sheet.Box():
                name = lines.anchor(element.anchor) if element.anchor else ""
                body = self.elements(element.elements, in_cell=in_cell)
                return {"k": "box", "id": name, "keep": length(body) < self._kept, "b": body}
            case sheet.Passage():
                return self._passages.values(element, in_cell=in_cell)
            case sheet.Image():
                kind = {"image/png": "png", "image/jpeg": "jpg"}.get(element.media_type, "")
                return {
                    "k": "image",
                    "type": kind,
                    "alt": lines.plain(element.alt) or _UNTITLED,
                    "data": [*element.data],
                }
            case sheet.Ruler():
                return {"k": "ruler"}
            case sheet.PageBreak():
                return {"k": "page"}

    def _list(self, element: sheet.Listing, in_cell: bool) -> Values:
        digits = len(str(len(element.items)))
        return {
            "k": "list",
            "w": round(0.8 + 0.5 * digits, 2) if element.ordered else 1.15,
            "items": [
                {"m": [f"{rank}."] if element.ordered else [], "b": self.elements(item, in_cell=in_cell)}
                for rank, item in enumerate(element.items, 1)
            ],
        }

    def _grid(self, grid: Grid) -> Values:
        head = [[self._cell(cell, grid.role) for cell in row] for row in grid.head]
        rows = [[self._cell(cell, grid.role) for cell in row] for row in grid.rows]
        columns = max((len(row) for row in [*head, *rows]), default=1)
        if len(grid.widths) == columns:
            cols = [float(width) for width in grid.widths]
        elif grid.role is GridRole.TABLE:
            cols = weights([[*map(_words, row)] for row in (*grid.head, *grid.rows)], columns, _WIDEST)
        else:
            cols = [1.0] * columns
        for row in [*head, *rows]:
            row.extend([{"h": False, "b": [], "break": True}] * (columns - len(row)))
        return {
            "k": "grid",
            "role": grid.role.value,
            "cols": cols,
            "repeat": length(head) < _LONG_HEAD,
            "head": head,
            "rows": rows,
        }

    def _cell(self, cell: Cell, role: GridRole) -> Values:
        body = self.elements(cell.elements, in_cell=True)
        may_break = role is GridRole.COMPARISON or length(body) > _LONG_CELL
        return {"h": cell.heading, "b": body, "break": may_break}


def _facts(element: sheet.Facts, lines: Lines) -> Values:
    rows: list[Values] = [
        {"n": lines.runs(row.name), "v": lines.runs(row.value), "missing": row.missing}
        for row in element.rows
    ]
    return {"k": "facts", "long": any(length(row["n"]) > _LONG_NAME for row in rows), "rows": rows}


def _words(cell: Cell) -> str:
    """The words of a cell of a plain table, to see how wide it should be."""
    lines: Sequence[sheet.Line] = [e.line for e in cell.elements if isinstance(e, sheet.Paragraph)]
    return " ".join(run.text for line in lines for run in line)

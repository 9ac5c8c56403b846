"""What stands at the head and the foot of the pages: running titles, footers, page numbers."""

import re
from collections.abc import Callable
from typing import NamedTuple

from statuts.importers.pdf.lines import Line
from statuts.markdown.labels import LabelKind, read_label
from statuts.model.brought import AsideKind

_NUMBER = re.compile(
    r"(?i)(?:\W*\bp(?:age|\.)?\s*)?[\s\-–—|.(]*(?P<n>\d{1,3}|[ivxl]{1,6})[\s\-–—|.)]*"
    r"(?:(?:/|sur|of|de)\s*(?P<of>\d{1,3}|[ivxl]{1,6}))?[\s\-–—|.)]*"
)
_OF_PAGES = re.compile(r"(?i)\bpage\s+\d{1,3}\s*(?:/|sur|of|de)\s*\d{1,3}\s*$")
_DIGITS = re.compile(r"\d+")
_At = Callable[[list[Line], int], Line | None]
_DEEPEST = 5  # lines looked at from each edge
_NEAR = 4.0  # points a running title may move
_EDGE = 0.16  # of the page's height: where a page number stands


class Edge(NamedTuple):
    """A line taken off a page, and what it is."""

    kind: AsideKind
    line: Line


class Trimmed(NamedTuple):
    """The lines that are left of each page, counted from its top, and those taken off."""

    kept: list[tuple[int, int]]
    edges: list[Edge]


def trimmed(pages: list[list[Line]], heights: list[float]) -> Trimmed:
    """The pages without what repeats at their edges; `kept` says from which line to which each page keeps."""
    feet = _edge_lines(pages, heights, _from_foot, top=False)
    are_numbered = any(edge.kind is AsideKind.PAGE_NUMBER for foot in feet for edge in foot)
    tops = _edge_lines(pages, heights, _from_top, top=True, are_numbered=are_numbered)
    kept, edges = [], []
    for lines, top, foot in zip(pages, tops, feet, strict=True):
        if len(top) + len(foot) > len(lines):  # a page with nothing else: what repeats is its text
            top, foot = [], foot[: len(lines)]  # noqa: PLW2901
        kept.append((len(top), len(lines) - len(foot)))
        edges += [*top, *reversed(foot)]
    return Trimmed(kept, edges)


def _from_top(lines: list[Line], depth: int) -> Line | None:
    return lines[depth] if depth < len(lines) else None


def _from_foot(lines: list[Line], depth: int) -> Line | None:
    return lines[-1 - depth] if depth < len(lines) else None


def _edge_lines(
    pages: list[list[Line]], heights: list[float], at: _At, *, top: bool, are_numbered: bool = False
) -> list[list[Edge]]:
    """Page by page the lines at one edge that repeat or count, from the edge inward."""
    numbering = None if are_numbered else _numbering(pages, heights, at, top=top)
    counts = _repeated(pages, at)
    found: list[list[Edge]] = []
    for index, (lines, height) in enumerate(zip(pages, heights, strict=True)):
        edge: list[Edge] = []
        for depth in range(_DEEPEST):
            line = at(lines, depth)
            if line is None:
                break
            number = _page_number(line.text)
            if number is not None and number - index == numbering and _at_edge(line, height, top=top):
                edge.append(Edge(AsideKind.PAGE_NUMBER, line))
            elif (
                (_counts_pages(line) and _at_edge(line, height, top=top))
                or (_repeats(line, index, counts, len(pages)) and _in_half(line, height, top=top))
                or (top and index and depth == 0 and _is_title_again(line, lines, pages[0], height))
            ):
                edge.append(Edge(AsideKind.HEADER if top else AsideKind.FOOTER, line))
            else:
                break
        found.append(edge)
    return found


def _counts_pages(line: Line) -> bool:
    """Whether a line says which page of how many it is on: it is no text, be there one page only."""
    return _OF_PAGES.search(line.text) is not None


def _repeated(pages: list[list[Line]], at: _At) -> dict[str, list[tuple[int, Line]]]:
    """The lines of the edges by what they say, numbers in them set aside, with the rank of their page."""
    found: dict[str, list[tuple[int, Line]]] = {}
    for index, lines in enumerate(pages):
        for depth in range(_DEEPEST):
            line = at(lines, depth)
            if line is not None:
                found.setdefault(_key(line), []).append((index, line))
    return found


def _key(line: Line) -> str:
    text = " ".join(line.text.split())
    return text if read_label(text).kind not in (LabelKind.NONE, LabelKind.NUMBER) else _DIGITS.sub("#", text)


def _repeats(line: Line, index: int, lines: dict[str, list[tuple[int, Line]]], pages: int) -> bool:
    """Whether a line stands at the same place, in the same size, on other pages too, or counts them."""
    numbers = _DIGITS.findall(line.text)
    same = {
        page
        for page, other in lines.get(_key(line), [])
        if abs(other.y - line.y) < _NEAR
        and abs(other.size - line.size) < 0.6
        and all(
            a == b or int(b[:9]) - int(a[:9]) == page - index
            for a, b in zip(numbers, _DIGITS.findall(other.text), strict=False)
        )
    }
    return len(same) >= max(2, pages / 3)


def _is_title_again(line: Line, lines: list[Line], first: list[Line], height: float) -> bool:
    """Whether the one line on top of a page, apart from the others, says a line of the first page again."""
    apart = len(lines) > 1 and lines[1].y - line.y > 1.8 * line.size
    return apart and line.y < 0.5 * _EDGE * height and _key(line) in {_key(other) for other in first[:12]}


def _numbering(pages: list[list[Line]], heights: list[float], at: _At, *, top: bool) -> int | None:
    """What to add to a page's rank to have the number it shows; None where pages are not numbered here."""
    counts: dict[int, int] = {}
    for index, (lines, height) in enumerate(zip(pages, heights, strict=True)):
        shifts = set()
        for depth in range(_DEEPEST):
            line = at(lines, depth)
            if line is not None and _at_edge(line, height, top=top):
                number = _page_number(line.text)
                shifts |= {number - index} if number is not None else set()
        for shift in shifts:
            counts[shift] = counts.get(shift, 0) + 1
    if not counts:
        return None
    best = max(counts, key=lambda shift: counts[shift])
    least = 1 if not top and len(pages) <= 3 else 2  # « I » on top of a page may well be a heading
    return best if counts[best] >= max(least, len(pages) / 3) else None


def _at_edge(line: Line, height: float, *, top: bool) -> bool:
    return line.y < _EDGE * height if top else line.y > (1 - _EDGE) * height


def _in_half(line: Line, height: float, *, top: bool) -> bool:
    return line.y < 0.3 * height if top else line.y > 0.7 * height


def _page_number(text: str) -> int | None:
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    written = match["n"]
    if written.isdigit():
        return int(written)
    values = {"i": 1, "v": 5, "x": 10, "l": 50}
    digits = [values[letter] for letter in written.lower()]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))

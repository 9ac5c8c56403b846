"""The lines of a plain text, without what a page or a mail put around them."""

import re
from dataclasses import dataclass, field
from itertools import count, pairwise
from typing import NamedTuple

from statuts.markdown.labels import LabelKind, read_label
from statuts.model.brought import AsideKind

_ENDS = re.compile(r"\r\n?|[\x0b\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\ufeff\u200b]")
_QUOTED = re.compile(r"(?:> ?)+")
_NUMBER = re.compile(
    r"(?i)[\s\-–—|.(]*(?P<said>p(?:age|\.)?\s*)?(?P<n>\d{1,3})\s*(?P<of>(?:/|sur|of)\s*\d{1,3})?[\s\-–—|.)]*"
)
_DIGITS = re.compile(r"\d+")


class Row(NamedTuple):
    """A line: empty `text` for a blank one; `indent` with tabs at every eighth place."""

    text: str
    number: int
    indent: int = 0
    is_page_end: bool = False
    rank: int = 0  # its place among all lines


@dataclass(slots=True)
class Pages:
    """The lines of the text, and those at the edges of pages."""

    rows: list[Row]
    edges: list[tuple[AsideKind, Row]] = field(default_factory=list)
    quoted: bool = False


def rows_of(text: str) -> Pages:
    """The lines of a text, its pages one after the other."""
    text = _UNSEEN.sub("", _ENDS.sub("\n", text))
    lines = text.split("\n")
    quoted = _is_quoted(lines)
    if quoted:
        lines = [_QUOTED.sub("", line, count=1) for line in lines]
    pages: list[list[Row]] = [[]]
    for number, line in enumerate(lines, 1):
        first, *others = line.split("\f")
        pages[-1].append(_row(first, number))
        for other in others:
            pages.append([_row(other, number)])
    for page, after in pairwise(pages):
        page.append(Row("", after[0].number, is_page_end=True))
    order = count()
    pages = [[row._replace(rank=next(order)) for row in page] for page in pages]
    edges = _edges(pages)
    rows = [row for page in pages for row in page]
    edges |= _numbers_between(rows, edges)
    kept = [row._replace(text="", is_page_end=True) if row.rank in edges else row for row in rows]
    if not any(row.text for row in kept):  # there is nothing else: then it is the text
        return Pages(_without_white(rows), [], quoted)
    beside = [(edges[row.rank], row) for row in rows if row.rank in edges]
    return Pages(_without_white(kept), beside, quoted)


def _row(line: str, number: int) -> Row:
    words = line.strip()
    indent = len(line.expandtabs(8)) - len(line.expandtabs(8).lstrip()) if words else 0
    return Row(line.rstrip() if words else "", number, indent)


def _is_quoted(lines: list[str]) -> bool:
    written = [line for line in lines if line.strip()]
    return len(written) > 1 and all(line.startswith(">") for line in written)


def _edges(pages: list[list[Row]]) -> dict[int, AsideKind]:
    """First and last lines that repeat from page to page, or are the page's number."""
    if len(pages) < 2:
        return {}
    found: dict[int, AsideKind] = {}
    for kind, ends in (
        (AsideKind.HEADER, [next((row for row in page if row.text), None) for page in pages]),
        (AsideKind.FOOTER, [next((row for row in reversed(page) if row.text), None) for page in pages]),
    ):
        counts: dict[str, int] = {}
        for end in ends:
            if end is not None:
                key = _key(end)
                counts[key] = counts.get(key, 0) + 1
        for index, end in enumerate(ends):
            if end is None or counts[_key(end)] < max(2, len(pages) / 2):
                continue
            number = _NUMBER.fullmatch(end.text)
            if number or index or kind is AsideKind.FOOTER:
                found.setdefault(end.rank, AsideKind.PAGE_NUMBER if number else kind)
    return found


def _key(row: Row) -> str:
    """What a line says, numbers in it set aside, those of headings apart."""
    text = row.text.strip()
    return text if read_label(text).kind not in (LabelKind.NONE, LabelKind.NUMBER) else _DIGITS.sub("#", text)


def _numbers_between(rows: list[Row], known: dict[int, AsideKind]) -> dict[int, AsideKind]:
    """Lines that are nothing but « Page 3 », « - 3 - » or « 3 », and count on from one to the next."""
    alone = [
        (int(match["n"]), bool(match["said"] or match["of"]), row)
        for row in rows
        if row.text and row.rank not in known and (match := _NUMBER.fullmatch(row.text))
    ]
    found = {}
    for index, (number, said, row) in enumerate(alone):
        before = alone[index - 1][0] if index else None
        after = alone[index + 1][0] if index + 1 < len(alone) else None
        if said or before == number - 1 or after == number + 1:
            found[row.rank] = AsideKind.PAGE_NUMBER
    return found


def _without_white(rows: list[Row]) -> list[Row]:
    """Blank lines around the end of a page are that end."""
    done: list[Row] = []
    for row in rows:
        if not row.text and done and not done[-1].text:
            done[-1] = done[-1]._replace(is_page_end=done[-1].is_page_end or row.is_page_end)
        else:
            done.append(row)
    return done

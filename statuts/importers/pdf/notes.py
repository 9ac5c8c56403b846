"""Footnotes: small type at the foot of a page that begins with the mark of a note."""

import re

from statuts.importers.pdf.lines import Line
from statuts.importers.superiors import raised

_MARK = re.compile(
    r"\s*(?:\[(\d{1,3})\]|\(?(\d{1,3})\)?(?=[\s.\u00a0]|[^\W\d_])|([⁰¹²³⁴⁵⁶⁷⁸⁹]+)|(\*{1,3}))[\s.\u00a0]*"
)
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SMALLER = 0.93


def split_notes(lines: list[Line], ordinary: float) -> tuple[int, list[tuple[str, list[Line]]]]:
    """How many lines of a page are text, and the notes below: mark and lines."""
    start = len(lines)
    while start and lines[start - 1].size < _SMALLER * ordinary:
        start -= 1
    while start < len(lines) and not _MARK.match(lines[start].text):
        start += 1
    if start == 0 or start == len(lines):
        return len(lines), []
    notes: list[tuple[str, list[Line]]] = []
    for line in lines[start:]:
        mark = mark_of(line.text)
        if mark and (not notes or not mark.isdigit() or _follows(notes[-1][0], mark)):
            notes.append((mark, [_without_mark(line)]))
        else:
            notes[-1][1].append(line)
    return start, notes


def mark_of(text: str) -> str:
    """The mark a note begins with, as ordinary digits; empty where there is none."""
    match = _MARK.match(text)
    return next(part for part in match.groups() if part).translate(_PLAIN) if match else ""


def _without_mark(line: Line) -> Line:
    """The note's first line without its mark, which is told beside it."""
    match = _MARK.match(line.text)
    skip, spans = match.end() if match else 0, []
    for span in line.spans:
        spans.append(span._replace(text=span.text[skip:]))
        skip = max(0, skip - len(span.text))
    return line._replace(spans=tuple(spans))


def call_of(mark: str) -> re.Pattern[str]:
    """How the text calls a note: a raised mark, or a digit set against the end of a word."""
    if not mark.isdigit():
        return re.compile(rf"(?<!\*){re.escape(mark)}(?!\*)")
    sign = re.escape(raised(mark))
    return re.compile(rf"(?<![⁰¹²³⁴-⁹]){sign}(?![⁰¹²³⁴-⁹])|(?<=[^\W\d_A-Z]{{2}}){mark}(?!\w)")


def _follows(before: str, mark: str) -> bool:
    return not before.isdigit() or int(mark) == int(before) + 1

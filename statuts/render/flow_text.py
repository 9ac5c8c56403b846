"""The words of one alinéa as runs: Markdown's signs vanish, and what differs in either text is tracked."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from statuts.markdown.inline import SpanKind, spans
from statuts.model.flow import FlowRun
from statuts.model.redline import ChangeClass, Op, Segment
from statuts.render.styles import CODE, EM, SIGN, STRONG, Row, ranges, together

# Word refuses a file whose addresses are not sound: no more than a host, a port, a path without brackets.
_REST = r"[^\s<>\[\]\"\\^`{|}\x00-\x20]"
_ALLOWED = re.compile(rf"https?://[\w.-]+(?::\d{{1,5}})?(?:[/?#]{_REST}*)?|mailto:{_REST}+", re.I)
_BREAK = re.compile(r"[ \t]*(?:\r\n|\n|\r)[ \t]*")
_QUOTED_BREAK = re.compile(r"[ \t]*(?:\r\n|\n|\r)(?:[ \t]*>)*[ \t]*")
_LINE_END = re.compile(r"\r\n|\r")
_EDGE = re.compile(r"\A[ \t\r\n]+|[ \t\r\n]+\Z")
_CELL_EDGE = re.compile(r"\A\s+|\s+\Z")
_SPECIAL = re.compile(r"[\r\n\\`*_\[<]|\A\s|\s\Z")


class Look(NamedTuple):
    """What a range of characters gives: its style, and what is read in its place (None: itself)."""

    read: str | None = None
    strong: bool = False
    em: bool = False
    code: bool = False
    link: str = ""

    def of(self, part: str) -> str:
        """What is read of `part`."""
        return part if self.read is None else self.read


Looks = Row[Look]
_PLAIN, _NOTHING = Look(), Look("")


def looks_of(text: str, *, markup: bool = True, quoted: bool = False, cell: bool = False) -> Looks:
    """How each character of an alinéa's words looks. Without `markup`, only line ends are not themselves."""
    if not _SPECIAL.search(text):
        return Row([(len(text), _PLAIN)])
    return Row(_marked(text, quoted, _CELL_EDGE if cell else _EDGE) if markup else _literal(text))


def no_looks(text: str) -> Looks:
    """The looks of what is not read at all."""
    return Row([(len(text), _NOTHING)])


def _literal(text: str) -> Iterator[tuple[int, Look]]:
    at = 0
    for match in _LINE_END.finditer(text):
        yield match.start(), _PLAIN
        yield match.start() + 1, Look("\n")
        yield match.end(), _NOTHING
        at = match.end()
    if at < len(text) or not text:
        yield len(text), _PLAIN


def _marked(text: str, quoted: bool, edge: re.Pattern[str]) -> Iterator[tuple[int, Look]]:
    links = _Links(text)
    breaks = _breaks(text, quoted, edge)
    places = list(breaks)
    at = 0
    for end, mask in ranges(text):
        if mask & SIGN:
            yield end, _NOTHING
            at = end
        style = Look(None, bool(mask & STRONG), bool(mask & EM), bool(mask & CODE), links.at(at))
        while at < end:
            rank = bisect_left(places, at)
            if rank == len(places) or places[rank] > at:
                at = min(end, places[rank]) if rank < len(places) else end
                yield at, style
                continue
            read = " " if style.code and breaks[at] else breaks[at]
            at += 1
            yield at, style._replace(read=read) if read else _NOTHING


class _Links:
    """The addresses in a text, asked for from left to right; those not allowed are empty."""

    def __init__(self, text: str) -> None:
        self._spans = [span for span in spans(text) if span.kind is SpanKind.LINK]
        self._rank = 0

    def at(self, place: int) -> str:
        """The address behind the character at `place`."""
        while self._rank < len(self._spans) and self._spans[self._rank].end <= place:
            self._rank += 1
        if self._rank == len(self._spans) or self._spans[self._rank].start > place:
            return ""
        href = self._spans[self._rank].href
        return href if _ALLOWED.fullmatch(href) else ""


def _breaks(text: str, quoted: bool, edge: re.Pattern[str]) -> dict[int, str]:
    """What is read at each character of white space that is not itself, in ascending order.

    A line end is a space, or breaks the line where Markdown wants it; the edges are nothing.
    """
    found: dict[int, str] = {}
    for match in (_QUOTED_BREAK if quoted else _BREAK).finditer(text):
        start, end = match.span()
        found |= dict.fromkeys(range(start, end), "")
        found[start] = "\n" if match[0].startswith("  ") or _escapes(text, start) else " "
    for match in edge.finditer(text):
        found |= dict.fromkeys(range(*match.span()), "")
    return dict(sorted(found.items()))


def _escapes(text: str, at: int) -> bool:
    """Whether a backslash that does not stand for itself precedes a line end."""
    start = at
    while start and text[start - 1] == "\\":
        start -= 1
    return text[at] in "\r\n" and (at - start) % 2 == 1


def runs_of(
    segment: Segment, old: Looks | None, new: Looks | None, shown: frozenset[ChangeClass]
) -> Iterator[FlowRun]:
    """The runs of one segment; `old` or `new` is None where that text has no words there."""
    op, text = segment.op, segment.text
    change = segment.change if segment.cls in shown else None
    in_old = old.take(len(text)) if old is not None and op is not Op.INSERT else None
    in_new = new.take(len(text)) if new is not None and op is not Op.DELETE else None
    if in_old is None or in_new is None or op is not Op.EQUAL:
        fate = Op.DELETE if in_new is None else Op.INSERT
        for start, end, look in in_old or in_new or ():
            yield from _run(fate, text[start:end], look, change, segment.cls or ChangeClass.MARKUP)
        return
    for part, was, now in together(text, in_old, in_new):
        if was == now:
            yield from _run(Op.EQUAL, part, now, None, None)
        else:
            yield from _run(Op.DELETE, part, was, None, ChangeClass.MARKUP)
            yield from _run(Op.INSERT, part, now, None, ChangeClass.MARKUP)


def _run(op: Op, part: str, look: Look, change: int | None, cls: ChangeClass | None) -> Iterator[FlowRun]:
    text = look.of(part)
    if text:
        yield FlowRun(op, text, look.strong, look.em, look.code, look.link, change, cls)


def tidied(runs: Iterable[FlowRun]) -> tuple[FlowRun, ...]:
    """Neighbours alike are one run; what is struck and written again just as it was has not changed."""
    found: list[FlowRun] = []
    for stays, group in groupby(runs, lambda run: run.op is Op.EQUAL):
        some = list(group)
        found += some if stays else _unless_same(some)
    return tuple(_joined(found))


def _unless_same(runs: Sequence[FlowRun]) -> Sequence[FlowRun]:
    bare = [run._replace(change=None, cls=None) for run in runs]
    old = list(_joined(run._replace(op=Op.EQUAL) for run in bare if run.op is Op.DELETE))
    new = list(_joined(run._replace(op=Op.EQUAL) for run in bare if run.op is Op.INSERT))
    return old if old == new else runs


def _joined(runs: Iterable[FlowRun]) -> Iterator[FlowRun]:
    pending: FlowRun | None = None
    for run in runs:
        if pending is not None and pending == run._replace(text=pending.text):
            pending = pending._replace(text=pending.text + run.text)
            continue
        if pending is not None:
            yield pending
        pending = run
    if pending is not None:
        yield pending

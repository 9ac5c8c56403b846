"""Which style each character of an alinéa has: two texts are walked at once, each with styles of its own."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from statuts.markdown.inline import SpanKind, spans

SIGN, STRONG, EM, CODE, LINK = 1, 2, 4, 8, 16
_STYLES = {
    SpanKind.SIGN: SIGN,
    SpanKind.STRONG: STRONG,
    SpanKind.EM: EM,
    SpanKind.CODE: CODE,
    SpanKind.LINK: LINK,
    SpanKind.IMAGE: LINK,
}

V = TypeVar("V")
Range = tuple[int, int, V]


def ranges(text: str) -> Iterator[tuple[int, int]]:
    """Where each range of one style ends, and its style; nested spans add up. Linear time."""
    borders: dict[int, list[tuple[int, int]]] = {}
    for span in spans(text):
        borders.setdefault(span.start, []).append((_STYLES[span.kind], 1))
        borders.setdefault(span.end, []).append((_STYLES[span.kind], -1))
    depth = dict.fromkeys(_STYLES.values(), 0)
    mask = 0
    for place in sorted(borders):
        yield place, mask
        for style, step in borders[place]:
            depth[style] += step
        mask = sum(style for style, count in depth.items() if count)
    yield len(text), mask


class Row(Generic[V]):
    """A text as ranges of one value, taken from left to right. `borders`: where each ends, its value."""

    def __init__(self, borders: Iterable[tuple[int, V]]) -> None:
        self._ranges = list(borders)
        self._at = self._rank = 0

    def take(self, length: int) -> list[Range[V]]:
        """The next `length` characters: start and end, counted from the first of them, and value."""
        start, end = self._at, self._at + length
        found = []
        while self._at < end:
            border, value = self._ranges[self._rank]
            stop = min(border, end)
            if stop > self._at:
                found.append((self._at - start, stop - start, value))
            self._at = stop
            if stop == border:
                self._rank += 1
        return found


def together(text: str, old: list[Range[V]], new: list[Range[V]]) -> Iterator[tuple[str, V, V]]:
    """Both rows of ranges cut at the borders of either."""
    i = j = at = 0
    while i < len(old) and j < len(new):
        stop = min(old[i][1], new[j][1])
        yield text[at:stop], old[i][2], new[j][2]
        at = stop
        i += old[i][1] == stop
        j += new[j][1] == stop

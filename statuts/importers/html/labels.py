"""What a browser shows before the items of its lists."""

from lxml.etree import _Element

from statuts.importers.html.styles import style_of
from statuts.importers.numerals import numeral

_MOST = 10**6
_TYPES = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
    "lower-latin": "lower-alpha",
    "upper-latin": "upper-alpha",
}
_BULLETS = {"disc": "•", "circle": "◦", "square": "▪"}


class ListLabels:
    """The labels of one list; `depth` counts the lists of bullets around it, itself included."""

    def __init__(self, element: _Element, tag: str, depth: int) -> None:
        self._kind = _kind(
            element, "decimal" if tag == "ol" else ("disc", "circle", "square")[min(depth, 3) - 1]
        )
        self._step, self._next = 1, 1
        if tag == "ol":
            if element.get("reversed") is not None:
                self._step, self._next = -1, sum(child.tag == "li" for child in element)
            self._next = _number(element.get("start"), self._next)

    def label(self, item: _Element) -> str:
        """The label of the next item."""
        number = _number(item.get("value"), self._next)
        self._next = number + self._step
        kind = _kind(item, self._kind)
        if kind in _BULLETS:
            return _BULLETS[kind]
        return f"{written}." if (written := numeral(number, kind)) else ""


def _kind(element: _Element, otherwise: str) -> str:
    style = style_of(element)
    words = f"{style.get('list-style-type', '')} {style.get('list-style', '')}".split()
    words += [element.get("type") or ""]
    for word in words:
        kind = _TYPES.get(word, word)
        if kind in _TYPES.values() or kind in _BULLETS or kind in ("none", "decimal-leading-zero"):
            return kind
    return otherwise


def _number(value: str | None, otherwise: int) -> int:
    try:
        return max(-_MOST, min(_MOST, int((value or "").strip()[:8])))
    except ValueError:
        return otherwise

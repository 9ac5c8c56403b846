"""The names of Word's XML, and how its values are read."""

from typing import Any, TypeAlias

Element: TypeAlias = Any  # the parser's own class has no types

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
VAL = f"{W}val"

_STRICT = (  # the other dialect of the same standard: only its addresses differ
    (b'="http://purl.oclc.org/ooxml/wordprocessingml/main"', W),
    (b'="http://purl.oclc.org/ooxml/officeDocument/math"', M),
    (b'="http://purl.oclc.org/ooxml/officeDocument/relationships"', R),
)
OFF = {"0", "false", "off", "none"}


def transitional(data: bytes) -> bytes:
    """A part in the dialect that is read here."""
    if b"purl.oclc.org" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, f'="{usual[1:-1]}"'.encode())
    return data


def is_on(element: Element) -> bool:
    """Whether a property that is either there or not is: `<w:b/>`, `<w:b w:val="0"/>`."""
    return element.get(VAL, "1") not in OFF


def integer(written: str | None, bound: int = 1_000_000) -> int | None:
    """A number within bounds; None for anything else."""
    try:
        number = int(float(written or ""))
    except (ValueError, OverflowError):
        return None
    return number if -bound <= number <= bound else None


def value(parent: Element, name: str) -> str | None:
    """The value of a child: `<w:name w:val="…"/>`."""
    child = parent.find(f"{W}{name}")
    return None if child is None else child.get(VAL)

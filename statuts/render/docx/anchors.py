"""What a line of a Word paper can lead to, and the names of these places in the file."""

import re
from collections.abc import Sequence

from statuts.model.sheet import Box, Element, Grid, Heading, Listing

_UNSAFE = re.compile(r"\W", re.ASCII)
_LONGEST_NAME = 36


def anchors_of(elements: Sequence[Element]) -> set[str]:
    """All that a line can lead to."""
    found: set[str] = set()
    for element in elements:
        match element:
            case Heading(anchor=anchor) if anchor:
                found.add(anchor)
            case Box(inside, anchor):
                found |= anchors_of(inside) | ({anchor} if anchor else set())
            case Listing(items):
                for item in items:
                    found |= anchors_of(item)
            case Grid(head, rows):
                for cells in (*head, *rows):
                    for cell in cells:
                        found |= anchors_of(cell.elements)
            case _:
                pass
    return found


def name_of(anchor: str) -> str:
    """The name of a bookmark: letters, figures and low lines, 40 at most."""
    return "a_" + _UNSAFE.sub("_", anchor)[-_LONGEST_NAME:]

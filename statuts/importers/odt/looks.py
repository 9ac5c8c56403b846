"""The look of words: what their styles, laid over each other, make of them."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from statuts.importers.odt.namespaces import FO, STYLE, TEXT

_SIZE = re.compile(r"(\d{1,4}(?:\.\d{1,6})?)(pt|cm|mm|in|pc|px|%)")
_POINTS = {"pt": 1.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "in": 72.0, "pc": 12.0, "px": 0.75}
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_BLACK = "#000000"
LETTERS = frozenset(
    [f"{FO}{name}" for name in ("font-weight", "font-style", "color", "font-size", "text-transform")]
    + [f"{STYLE}text-{name}" for name in ("underline-style", "underline-type")]
    + [f"{STYLE}text-line-through-{name}" for name in ("style", "type")]
    + [f"{STYLE}use-window-font-color", f"{TEXT}display"]
)
"""The attributes of a look."""


class Look(NamedTuple):
    """How words look; `case` is the capitals they are shown in, whatever they are written in."""

    strong: bool = False
    em: bool = False
    underline: bool = False
    strike: bool = False
    colour: str = ""
    size: float = 0
    hidden: bool = False
    case: str = ""

    def shown(self, text: str) -> str:
        """`text` in the capitals it is shown in."""
        match self.case:
            case "uppercase":
                return text.upper()
            case "lowercase":
                return text.lower()
            case "capitalize":
                return re.sub(r"\b\w", lambda letter: letter.group().upper(), text)
        return text


def laid_over(look: Look, letters: Mapping[str, str]) -> Look:
    """`look` with the attributes of one `style:text-properties` laid over it."""
    found: dict[str, object] = {}
    if weight := letters.get(f"{FO}font-weight"):
        found["strong"] = weight == "bold" or (weight.isdigit() and int(weight[:4]) >= 600)
    if slant := letters.get(f"{FO}font-style"):
        found["em"] = slant in ("italic", "oblique")
    if line := letters.get(f"{STYLE}text-underline-style") or letters.get(f"{STYLE}text-underline-type"):
        found["underline"] = line != "none"
    if line := letters.get(f"{STYLE}text-line-through-style") or letters.get(
        f"{STYLE}text-line-through-type"
    ):
        found["strike"] = line != "none"
    if letters.get(f"{STYLE}use-window-font-color") == "true":
        found["colour"] = ""
    elif colour := letters.get(f"{FO}color", "").lower():
        found["colour"] = colour if _COLOUR.fullmatch(colour) and colour != _BLACK else ""
    if size := letters.get(f"{FO}font-size"):
        found["size"] = _points(size, look.size)
    if shown := letters.get(f"{TEXT}display"):
        found["hidden"] = shown == "none"
    if case := letters.get(f"{FO}text-transform"):
        found["case"] = "" if case == "none" else case
    return look._replace(**found) if found else look  # type: ignore[arg-type]


@lru_cache(maxsize=256)
def _points(size: str, around: float) -> float:
    match = _SIZE.fullmatch(size)
    if match is None:
        return around
    number, unit = float(match[1]), match[2]
    return round(around * number / 100 if unit == "%" else number * _POINTS[unit], 1)

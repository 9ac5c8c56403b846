"""How words look: what a run, its styles and the file's defaults say, in Word's order."""

from typing import NamedTuple, TypeAlias

from statuts.importers.docx.names import VAL, Element, W, is_on

Said: TypeAlias = dict[str, str | bool]
"""What one place says: only what it says is in it."""

_SWITCHES = {f"{W}{name}": name for name in ("b", "i", "caps", "strike", "dstrike", "vanish")}
_VALUES = {f"{W}{name}": name for name in ("color", "sz", "u", "rStyle")}
_TOGGLES = ("b", "i", "caps", "strike", "vanish")  # said by two styles at once, they are off
_ORDINARY = {"", "auto", "000000"}


class Font(NamedTuple):
    """How a run is shown."""

    strong: bool
    em: bool
    underline: bool
    strike: bool
    colour: str
    size: float
    caps: bool
    hidden: bool


def said(properties: Element | None) -> Said:
    """What a `w:rPr` says."""
    found: Said = {}
    if properties is None:
        return found
    for child in properties:
        tag = child.tag
        if name := _SWITCHES.get(tag):
            found[name] = is_on(child)
        elif name := _VALUES.get(tag):
            found[name] = child.get(VAL, "")
    return found


def laid_over(paragraph: Said, character: Said) -> Said:
    """What a paragraph's style and a character style say together."""
    both = paragraph | character
    for name in _TOGGLES:
        if name in character:
            both[name] = bool(paragraph.get(name)) is not bool(character[name])
    return both


def font(look: Said, ordinary: str) -> Font:
    """The font of all that was said; `ordinary` is the colour of the file's plain words."""
    colour = str(look.get("color", ""))
    plain = colour in _ORDINARY or colour == ordinary or len(colour) != 6
    size = str(look.get("sz", ""))
    return Font(
        strong=bool(look.get("b")),
        em=bool(look.get("i")),
        underline=look.get("u", "none") not in ("none", ""),
        strike=bool(look.get("strike") or look.get("dstrike")),
        colour="" if plain else f"#{colour.lower()}",
        size=int(size) / 2 if size.isascii() and size.isdigit() and len(size) < 5 else 0,
        caps=bool(look.get("caps")),
        hidden=bool(look.get("vanish")),
    )

"""Letters as a PDF font gives them → letters as one types them."""

from functools import lru_cache

UNREADABLE = "\ufffd"

_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_SPACES = dict.fromkeys([*range(0x2000, 0x200B), 0x205F, 0x3000, 0x09, 0x0A, 0x0D], " ")
_NOTHING = dict.fromkeys([*range(0x09), *range(0x0E, 0x20), 0x0B, 0x0C, 0x200B, 0x2060, 0xFEFF, 0x7F], "")
_BULLETS = {
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF0D8: "➢",
    0xF0FC: "✓",
    0xF02D: "–",
    0xF06F: "o",
    0xF076: "❖",
    0x2010: "-",
    0xAD: "-",  # what is drawn is no soft hyphen
}
_TABLE = {**_LIGATURES, **_SPACES, **_NOTHING, **_BULLETS}


@lru_cache(maxsize=4096)
def shown(text: str) -> str:
    """A glyph's letters: ligatures taken apart, odd spaces made plain, signs of symbol fonts made known ones.

    No-break spaces stay: in French they are part of how a text is set.
    """
    if text.startswith("(cid:") and text.endswith(")"):
        return UNREADABLE
    return text.translate(_TABLE)

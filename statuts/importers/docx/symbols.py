"""Signs that Word takes from fonts of symbols, as signs that every font has."""

import re

_FIRST, _LAST = 0xF000, 0xF0FF  # where such fonts have their signs: each has its own
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x75: "◆", 0x76: "❖",
    0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xB2: "☆", 0xB7: "•", 0xD8: "➢",
    0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_SYMBOL = {
    **{code: chr(code) for code in range(0x20, 0x40)}, 0x2D: "–",
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
    0xB9: "≠", 0xDE: "⇒",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "symbol": _SYMBOL}
_OWN = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")


def symbol(code: str | None, font: str | None) -> str:
    """The sign of a `w:sym`; empty where nobody can know which it is."""
    try:
        number = int(code or "", 16)
    except ValueError:
        return ""
    if _FIRST <= number <= _LAST:
        return _FONTS.get((font or "").lower(), {}).get(number - _FIRST, "")
    return chr(number) if 0x20 <= number < 0xD800 else ""


def bullet(text: str, font: str) -> str:
    """The sign of an item without a number."""
    if text == "o":  # of a typewriter's font, where it is a small circle
        return "◦"
    return _OWN.sub(lambda sign: symbol(f"{ord(sign[0]):x}", font) or "•", text)


def known_signs(text: str) -> str:
    """The text without the signs that only fonts of symbols have, as far as it is known what they show."""
    if text.isascii():
        return text
    return _OWN.sub(lambda sign: _WINGDINGS.get(ord(sign[0]) - _FIRST, sign[0]), text)

"""Colours as pages and typesetters write them → `#rrggbb`."""

import re

_COLOURS = {
    "red": "#ff0000", "blue": "#0000ff", "green": "#008000", "navy": "#000080", "gray": "#808080",
    "grey": "#808080", "maroon": "#800000", "purple": "#800080", "orange": "#ffa500", "fuchsia": "#ff00ff",
    "magenta": "#ff00ff", "teal": "#008080", "olive": "#808000", "lime": "#00ff00", "yellow": "#ffff00",
    "aqua": "#00ffff", "cyan": "#00ffff", "silver": "#c0c0c0", "white": "#ffffff", "brown": "#a52a2a",
    "darkred": "#8b0000", "darkblue": "#00008b", "darkgreen": "#006400", "crimson": "#dc143c", "black": "",
}  # fmt: skip
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})")


def colour_of(value: str) -> str:
    """`#rrggbb`; empty for black and what cannot be told."""
    value = value.strip().lower()
    if value in _COLOURS:
        return _COLOURS[value]
    if found := _HEX.match(value if value.startswith("#") else f"#{value}"):
        digits = found[1]
        channels = [int(d, 16) for d in (digits[:2], digits[2:4], digits[4:])] if len(digits) == 6 else []
        channels = channels or [17 * int(digit, 16) for digit in digits]
    elif found := _RGB.match(value):
        channels = [min(255, int(part)) for part in found.groups()]
    else:
        return ""
    return "" if max(channels) < 64 else "#{:02x}{:02x}{:02x}".format(*channels)

"""An association's colour, made dark or light enough to be read on the page."""

import re

_HEX = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_LEAST = 4.5  # WCAG 2.2, 1.4.3: contrast of text in ordinary size
_STEP = 0.05

PAPER, NIGHT = "#fffdfa", "#171614"
_LIGHT, _DARK = "#1f3a5f", "#a9c6ea"


def accents(colour: str) -> tuple[str, str]:
    """The accent by day and by night as `#rrggbb`; a deep blue where `colour` is none."""
    match = _HEX.fullmatch(colour.strip())
    if match is None:
        return _LIGHT, _DARK
    digits = match[1] if len(match[1]) == 6 else "".join(digit * 2 for digit in match[1])
    return _legible(_channels(digits), PAPER, 0.0), _legible(_channels(digits), NIGHT, 1.0)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours given as `#rrggbb`, from 1 to 21, as WCAG counts it."""
    bright, dim = sorted((_luminance(_channels(one[1:])), _luminance(_channels(other[1:]))), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _legible(colour: tuple[float, ...], ground: str, toward: float) -> str:
    """The colour moved toward black (0) or white (1) until it can be read on `ground`."""
    while contrast(_written(colour), ground) < _LEAST:
        colour = tuple(channel + (toward - channel) * _STEP for channel in colour)
    return _written(colour)


def _channels(digits: str) -> tuple[float, ...]:
    return tuple(int(digits[k : k + 2], 16) / 255 for k in (0, 2, 4))


def _written(colour: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in colour)


def _luminance(colour: tuple[float, ...]) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

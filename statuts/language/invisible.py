"""Characters that cannot be seen, or that reorder what is seen, shown by name."""

import re
import unicodedata

INVISIBLE = "\u00ad\u061c\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Soft hyphen, zero-width and bidirectional marks (inside a character class)."""

_HIDDEN = re.compile(rf"[{INVISIBLE}\x00-\x08\x0b-\x1f\x7f-\x9f]")


def named(text: str) -> str:
    """`text` with every invisible, control or bidirectional character replaced by its name in brackets.

    Nobody can pass off « 100 » as « 001 » with a right-to-left mark, nor send colours to a terminal.
    """
    return _HIDDEN.sub(lambda match: f"⟨{name(match.group())}⟩", text)


def name(character: str) -> str:
    """The Unicode name of a character, its code point included: `U+200B ZERO WIDTH SPACE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()

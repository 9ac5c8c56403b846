"""Words longer than their line may be broken anywhere: nothing runs off the page or into the next column."""

import re
from functools import cache

from statuts.render.pdf.pieces import Piece

LONGEST = 28
"""Characters of a word that fit anywhere but in a table of many columns; French words are shorter."""

_STEP = 4
"""Characters between two places to break, at most."""
_HERE: Piece = {"z": True}


def broken(pieces: list[Piece], longest: int = LONGEST) -> list[Piece]:
    """The same pieces, with places to break in words of more than `longest` characters."""
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str):
            found += _cut(piece, longest)
        elif "t" in piece:
            found += [each if each is _HERE else {**piece, "t": each} for each in _cut(piece["t"], longest)]
        elif "p" in piece:
            found.append({**piece, "p": broken(piece["p"], longest)})
        else:
            found.append(piece)
    return found


def _cut(text: str, longest: int) -> list[Piece]:
    if len(text) <= longest:
        return [text]
    found: list[Piece] = []
    at = 0
    for match in _long(longest).finditer(text):
        for place in range(match.start() + _STEP, match.end(), min(_STEP, longest)):
            found += [text[at:place], _HERE]
            at = place
    return [*found, text[at:]]


@cache
def _long(longest: int) -> re.Pattern[str]:
    return re.compile(rf"\S{{{longest + 1},}}")

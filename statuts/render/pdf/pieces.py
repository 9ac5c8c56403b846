"""What a line is made of on its way to the template, and how much of it there is."""

from typing import Any

Piece = str | dict[str, Any]
"""A string; « t » with its styles « s » (b, i, c, l, ^); a mark « m » around pieces « p »; pieces « p » that
lead « to » an anchor; a named sign « g »; an anchor « a »; « br », a new line; « z », a place to break."""

_NARROWEST = 8
"""Characters of a column that does not give way any further."""
_NAMES = frozenset({"s", "m", "k", "a", "id", "to", "role"})


def text_of(value: object) -> str:
    """The words in a value, without what only names or styles them."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "".join(text_of(inner) for name, inner in value.items() if name not in _NAMES)
    return "".join(map(text_of, value)) if isinstance(value, list) else ""


def length(value: object) -> int:
    """How many characters there are in a value."""
    return len(text_of(value))


def weights(rows: list[list[str]], columns: int, widest: int) -> list[float]:
    """How wide each column is beside the others: as its longest text where the line holds them all; else
    the widest give way, as far as their longest words allow.
    """
    longest, words = [1] * columns, [1] * columns
    for row in rows:
        for k, text in enumerate(row[:columns]):
            longest[k] = max(longest[k], len(text))
            words[k] = max([words[k], *map(len, text.split())])
    line = _line(columns)
    while True:
        cols = [
            max(4, min(long, max(word, widest), 2 * widest) + 3)
            for long, word in zip(longest, words, strict=True)
        ]
        if sum(cols) <= line or widest <= _NARROWEST:
            return [float(col) for col in cols]
        widest -= 1


def fitting(cols: list[float]) -> list[int]:
    """How many characters of a word fit into each column: the more columns, the smaller the letters."""
    return [max(2, int(_line(len(cols)) * col / sum(cols)) - 2) for col in cols]


def _line(columns: int) -> int:
    """How many characters stand in a line of a table."""
    return 70 if columns <= 3 else 84 if columns <= 8 else 105 if columns <= 16 else 170

"""What a line is made of on its way to the template, and how much of it there is."""

from typing import Any

Piece = str | dict[str, Any]
"""A string; « t » with its styles « s » (b, i, c, l, ^); a mark « m » around pieces « p »; pieces « p » that
lead « to » an anchor; a named sign « g »; an anchor « a »; « br », a new line; « z », a place to break."""

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
    """How wide each column is beside the others: room for its longest text, up to `widest`."""
    found = []
    for k in range(columns):
        texts = [row[k] for row in rows if k < len(row)]
        found.append(float(max(4, min(max(map(len, texts), default=1) + 2, widest))))
    return found


def fitting(cols: list[float]) -> list[int]:
    """How many characters of a word fit into each column: the more columns, the smaller the letters."""
    count = len(cols)
    line = 68 if count <= 3 else 84 if count <= 8 else 105 if count <= 16 else 170
    return [max(2, int(line * col / sum(cols)) - 2) for col in cols]

"""Quotation marks of acts, such that what is quoted can be told from the act whatever it holds."""

from collections.abc import Sequence

Pairs = Sequence[tuple[str, str]]
"""An opening and a closing mark, with the space inside; the first pair that matches is taken."""

FRENCH: Pairs = (("«\u00a0", "\u00a0»"), ("“", "”"))


def quoted(text: str, pairs: Pairs = FRENCH) -> str:
    """One line between quotation marks: « … », or others where these do not match inside it."""
    for opening, closing in pairs:
        if _balanced(text, opening[0], closing[-1]):
            return f"{opening}{text}{closing}"
    return f'"{text}"'


def quoted_lines(lines: Sequence[str], pairs: Pairs = FRENCH) -> str:
    """Several alinéas: each opens with «, the last alone closes (Parliament's guide, 6)."""
    opening, closing = next(
        (pair for pair in pairs if all(_balanced(line, pair[0][0], pair[1][-1]) for line in lines)), pairs[-1]
    )
    return "\n\n".join(f"{opening}{line}" for line in lines) + closing


def ended(said: str, end: str) -> str:
    """A sentence with its final sign; a full stop that is quoted last is not doubled."""
    return said if end == "." and said.endswith((".\u00a0»", ".»", ".”")) else said + end


def _balanced(text: str, left: str, right: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == left) - (character == right)
        if depth < 0:
            return False
    return depth == 0

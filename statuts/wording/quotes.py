"""Quotation marks of acts, such that what is quoted can be told from the act whatever it holds."""

from collections.abc import Sequence

_PAIRS = (("«\u00a0", "\u00a0»", "«", "»"), ("“", "”", "“", "”"))


def quoted(text: str) -> str:
    """One line between quotation marks: « … », or others where these do not match inside it."""
    for opening, closing, left, right in _PAIRS:
        if _balanced(text, left, right):
            return f"{opening}{text}{closing}"
    return f'"{text}"'


def quoted_lines(lines: Sequence[str]) -> str:
    """Several alinéas: each opens with «, the last alone closes (Parliament's guide, 6)."""
    if all(_balanced(line, "«", "»") for line in lines):
        return "\n\n".join(f"«\u00a0{line}" for line in lines) + "\u00a0»"
    return "\n\n".join(f"“{line}" for line in lines) + "”"


def _balanced(text: str, left: str, right: str) -> bool:
    depth = 0
    for character in text:
        if character == left:
            depth += 1
        elif character == right:
            depth -= 1
            if depth < 0:
                return False
    return depth == 0

"""What stands before an item: a mark of its own (« a) »), or a mere bullet that any dash can stand for."""

import re

_BULLETS = re.compile(r"[-*+•‣▪◦–—·]?")


def own_mark(lead: str) -> str:
    """The mark in what precedes an item's words; empty where it is a bullet."""
    text = lead.replace(">", " ").strip()
    return "" if _BULLETS.fullmatch(text) else text

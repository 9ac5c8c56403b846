"""The marks of list items as Markdown has them, and how far each item stands from the margin."""

import re

_BULLET = re.compile(r"[^\w\s]{0,2}|o|§|[\ue000-\uf8ff]")
_DECIMAL = re.compile(r"(\d{1,9})([.)])")


class Markers:
    """Follows the lists that are open while a text is written."""

    def __init__(self) -> None:
        self._open: list[int] = []  # the width of the mark at each level
        self.goes_on = False

    def close(self) -> None:
        """No list is open any more."""
        self._open.clear()
        self.goes_on = False

    def item(self, label: str, level: int) -> tuple[str, str]:
        """The mark of an item with its space, and the spaces before it."""
        text = label.strip()
        marker = "- " if _BULLET.fullmatch(text) else f"{text} "
        depth = min(max(level, 1), len(self._open) + 1)
        self.goes_on = bool(self._open)
        del self._open[depth - 1 :]
        indent = sum(self._open)
        # only Markdown's own marks carry what stands below them further in
        own = marker == "- " or _DECIMAL.fullmatch(text) is not None
        self._open.append(len(marker) if own else 0)
        return marker, " " * indent

    def inside(self, level: int) -> str:
        """The spaces before a further paragraph of an item; none where it stands outside of lists."""
        if level <= 0 or not self._open:
            self.close()
            return ""
        self.goes_on = False
        return " " * sum(self._open[:level])

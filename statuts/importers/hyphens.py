"""Words cut at a line's end: which hyphens are the cut's, which are the word's own."""

import re
from collections.abc import Iterable

from statuts.model.message import Message, msgn

SOFT = "\u00ad"

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TAIL = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-\Z")
_HEAD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# First and last halves of French compounds: « vice-président », « procès-verbal », « celui-ci ».
_FIRST = frozenset(
    "vice ex non sous après arrière avant demi semi mi quasi contre grand grande porte procès quote au ci là"
    " peut plus moins sans entre chef compte co sud nord est bien mal haut bas tout toute lui elle eux elles"
    " soi moi toi nous vous celui celle ceux celles ce cette dix vingt trente quarante cinquante soixante"
    " quatre saint sainte outre mot secrétaire rez qu doit peuvent a sont sera seront".split()
)
_LAST = frozenset(
    "ci là même mêmes il elle ils elles on je tu nous vous t à verbal verbaux part parts dire être delà"
    " dessus dessous dehors président présidente présidents présidentes présidence trésorier"
    " trésorière trésoriers secrétaire secrétaires préfecture préfet huit neuf sept six cinq quatre trois"
    " deux un".split()
)


class Hyphens:
    """What the text's own words say about cut ones; counts what it mended."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        self.joined = self.kept = 0
        for line in lines:
            words = _WORD.findall(line.lower())
            if line.rstrip().endswith(("-", SOFT)) and words:
                words.pop()
            self._words.update(words)

    def join(self, before: str, after: str) -> tuple[str, str]:
        """`before` with what stands between it and `after` on one line: a space, a hyphen, nothing."""
        before = before.rstrip(" ")
        if before.endswith(SOFT):
            self.joined += 1
            return before[:-1], ""
        tail = _TAIL.search(before[-80:])
        if tail is None:
            number = re.search(r"\w-\Z", before) and re.match(r"\w", after)
            return before, "" if number else " "
        head = _HEAD.match(after)
        if head is None:
            return before, " " if not re.match(r"\w", after) else ""
        if self._is_compound(tail[1].lower(), head[0]):
            self.kept += 1
            return before, ""
        self.joined += 1
        return before[:-1], ""

    def remarks(self) -> list[Message]:
        """What was mended, in numbers."""
        found = []
        if self.joined:
            found.append(
                msgn(
                    "{count} word cut at a line's end was put together again.",
                    "{count} words cut at a line's end were put together again.",
                    self.joined,
                )
            )
        if self.kept:
            found.append(
                msgn(
                    "{count} hyphen at a line's end was kept as part of a compound word.",
                    "{count} hyphens at a line's end were kept as parts of compound words.",
                    self.kept,
                )
            )
        return found

    def _is_compound(self, first: str, last: str) -> bool:
        if last[0].isupper() and not first.isupper():
            return True
        last = last.lower()
        if f"{first}-{last}" in self._words:
            return True
        if first + last in self._words:
            return False
        return first.rsplit("-", 1)[-1] in _FIRST or last.split("-", 1)[0] in _LAST


def without_soft(text: str) -> str:
    """`text` without the hyphens that show only where a line ends."""
    return text.replace(SOFT, "")

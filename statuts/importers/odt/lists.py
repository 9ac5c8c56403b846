"""Styles of lists: what stands before an item, from the numbers of the items around it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from statuts.importers.odt.namespaces import LOEXT, STYLE, TEXT

MOST_LEVELS = 10
HIGHEST = 9_999_999
_LONGEST = 60  # of what stands around a number
_PLACE = re.compile(r"%(\d{1,2})%")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_PRIVATE = range(0xE000, 0xF900)  # where fonts of symbols have their bullets


class Level(NamedTuple):
    """One level of a list. `pattern`, where the file has one, says all: « Article %1% – »."""

    form: str = ""
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1
    bullet: str = ""
    pattern: str = ""
    together: bool = False  # after z comes aa, bb, cc

    def number(self, n: int) -> str:
        """One number, without what stands around it."""
        if not self.form:
            return ""
        kind = self.form[0]
        if kind in "iI" and 0 < n < 4000:
            return _roman(n) if kind == "i" else _roman(n).upper()
        if kind in "aA" and n > 0:
            word = _letters(n, together=self.together)
            return word if kind == "a" else word.upper()
        if self.form.startswith("0"):
            return str(n).zfill(len(self.form.split(",")[0].strip()))
        return str(n)


class ListStyle(NamedTuple):
    """The levels, from 1 up; `together` counts all of them as one."""

    levels: Mapping[int, Level]
    together: bool = False

    def level(self, rank: int) -> Level:
        """The level of that rank; one without a number where the style has none."""
        return self.levels.get(rank, _NONE)

    def label(self, numbers: Sequence[int | None]) -> str:
        """What stands before the item that has these numbers, one a level, its own last."""
        rank = len(numbers)
        own = self.level(rank)
        if own.bullet:
            return own.bullet
        if own.pattern:
            return _PLACE.sub(lambda place: self._part(numbers, int(place[1])), own.pattern)
        if not own.form:
            return own.prefix + own.suffix
        above = range(max(rank - own.shown, 0) + 1, rank + 1)
        parts = [self._part(numbers, k) for k in above if self.level(k).form]
        return own.prefix + ".".join(parts) + own.suffix

    def _part(self, numbers: Sequence[int | None], rank: int) -> str:
        if not 0 < rank <= len(numbers):
            return ""
        number = numbers[rank - 1]
        return self.level(rank).number(number) if number is not None else "0"


_NONE = Level()


def list_styles(holders: Iterable[etree._Element]) -> tuple[dict[str, ListStyle], ListStyle]:
    """The styles of lists by name, and that of the headings."""
    found: dict[str, ListStyle] = {}
    outline = ListStyle({})
    for holder in holders:
        for style in holder.iterchildren(f"{TEXT}list-style", f"{TEXT}outline-style"):
            levels = {}
            for form in style.iterchildren():
                rank = whole(form.get(f"{TEXT}level"), 0)
                if 0 < rank <= MOST_LEVELS:
                    levels[rank] = _level(form)
            together = style.get(f"{TEXT}consecutive-numbering") == "true"
            if style.tag == f"{TEXT}outline-style":
                outline = ListStyle(levels, together=together)
            else:
                found[style.get(f"{STYLE}name", "")] = ListStyle(levels, together=together)
    return found, outline


def whole(text: str | None, otherwise: int, highest: int = HIGHEST) -> int:
    """A whole number as an attribute has it, within bounds."""
    text = (text or "").strip()
    if not text.isascii() or not text.isdecimal():
        return otherwise
    return min(int(text[:10]), highest)


def _level(form: etree._Element) -> Level:
    if form.tag == f"{TEXT}list-level-style-image":
        return Level(bullet="•")
    if form.tag == f"{TEXT}list-level-style-bullet":
        bullet = _short(form, f"{TEXT}bullet-char") or "•"
        return Level(bullet="".join("•" if ord(c) in _PRIVATE else c for c in bullet))
    return Level(
        form=_short(form, f"{STYLE}num-format"),
        prefix=_short(form, f"{STYLE}num-prefix"),
        suffix=_short(form, f"{STYLE}num-suffix"),
        shown=max(whole(form.get(f"{TEXT}display-levels"), 1), 1),
        start=whole(form.get(f"{TEXT}start-value"), 1),
        pattern=_short(form, f"{LOEXT}num-list-format") or _short(form, f"{STYLE}num-list-format"),
        together=form.get(f"{STYLE}num-letter-sync") == "true",
    )


def _short(form: etree._Element, name: str) -> str:
    return str(form.get(name, ""))[:_LONGEST]


def _roman(n: int) -> str:
    word = ""
    for value, letters in _ROMAN:
        word += letters * (n // value)
        n %= value
    return word


def _letters(n: int, *, together: bool) -> str:
    if together:
        times, k = divmod(n - 1, 26)
        return chr(ord("a") + k) * min(times + 1, 50)
    word = ""
    while n:
        n, k = divmod(n - 1, 26)
        word = chr(ord("a") + k) + word
    return word

"""Articles laid out once and used on many pages: their numbers are filled in by each page.

Fifty versions make 1,225 pairs, but an article has only a few wordings: what differs between two pages that
show the same change is the number it has in each.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from statuts.diff.statistics import Statistics, statistics
from statuts.model.redline import (
    ArticleChange,
    ArticleStatus,
    BlockChange,
    ChangeClass,
    Redline,
    TextLabel,
)
from statuts.render.html_articles import articles_of
from statuts.render.html_context import Context, Say
from statuts.render.html_view import Article, Change, Mark, Number

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""Two code points that no text may hold for good: Unicode sets them apart for a program's own use."""
_RANK, _TOTAL, _BEFORE, _AFTER, _OWN = "r", "t", "b", "a", "n"
_MARK = re.compile(f"{_OPEN}([rtban])(\\d*){_CLOSE}")
_LEADS_NOWHERE = re.compile(r'<a class="(?:before|after)" href="#"[^>]*></a>')
_EMPTY_PAGER = re.compile(r'<span class="pager" data-at="[^"]*"></span>')

Laid = Callable[[Article], str]


def _mark(kind: str, number: int | str = "") -> str:
    return f"{_OPEN}{kind}{number}{_CLOSE}"


class _Late(int):
    """A number that prints as the mark each page fills in."""

    def __str__(self) -> str:
        return _mark(_OWN, int(self))

    def __format__(self, _spec: str) -> str:
        return str(self)


class _LateTotal(int):
    def __str__(self) -> str:
        return _mark(_TOTAL)


class _LateContext(Context):
    """A context of one article, its numbers counted from its own first."""

    def target(self, number: int) -> str:
        """The id of a change, to be filled in."""
        return f"c{_mark(_OWN, number)}"

    def number(self, number: int) -> Number:
        """A change as the margin names it, to be filled in."""
        return Number(_Late(number), self.target(number))

    def change(self, number: int, marks: tuple[Mark, ...], closing: bool = False, anchor: str = "") -> Change:
        """A change whose neighbours stand on the page, not in the article."""
        taken = self.take(anchor or self.target(number))
        before, after = (_mark(kind, number) if taken else "" for kind in (_BEFORE, _AFTER))
        return Change(_Late(number), marks, taken, before, after, _LateTotal(1), closing)


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbers shown on a page, in reading order, and the id that each is found under."""

    shown: Sequence[int]
    target: Callable[[int], str]

    def neighbours(self) -> Mapping[int, tuple[str, str]]:
        """The ids of the change before and of the one after each; empty at either end."""
        ids = ["", *map(self.target, self.shown), ""]
        return {number: (ids[k], ids[k + 2]) for k, number in enumerate(self.shown)}


@dataclass(frozen=True, slots=True)
class Kept:
    """An article laid out, cut where numbers go; its figures; whether its numbers are all its own."""

    pieces: Sequence[str]
    figures: Statistics
    own: bool


class Fragments:
    """Lays out articles, each once; `laid` turns an article's values into HTML."""

    def __init__(self, laid: Laid, shown: frozenset[ChangeClass], say: Say) -> None:
        self._laid, self._shown, self._say = laid, shown, say
        self._kept: dict[ArticleChange, Kept] = {}

    def of(self, article: ArticleChange, first: int) -> Kept:
        """An article whose changes are told in itself; `first` is the number of the first."""
        counted = article if first == 1 else _counted_from(article, first)
        kept = self._kept.get(counted)
        if kept is None:
            kept = self._kept[counted] = self._make(counted)
        return kept

    def _make(self, article: ArticleChange) -> Kept:
        context = _LateContext((article,), self._shown, self._say)
        (view,) = articles_of((article,), context)
        html = self._laid(replace(view, anchor=f"a{_mark(_RANK)}"))
        nothing = TextLabel("", "")
        numbers = {n for b in article.blocks for s in b.segments if (n := s.change) is not None}
        return Kept(
            _MARK.split(html),
            statistics(Redline(nothing, nothing, (article,))),
            numbers == set(range(1, len(numbers) + 1)) and len(article.changes) == len(numbers),
        )


def filled_in(kept: Kept, rank: int, first: int, total: int, around: Mapping[int, tuple[str, str]]) -> str:
    """The HTML of an article on a page: its rank there, the number of its first change, the neighbours of
    each.
    """
    out = list(kept.pieces)
    ends = False
    for k in range(1, len(out), 3):
        kind, digits = out[k], out[k + 1]
        out[k + 1] = ""
        if kind == _OWN:
            out[k] = str(int(digits) + first - 1)
        elif kind == _TOTAL:
            out[k] = str(total)
        elif kind == _RANK:
            out[k] = str(rank)
        else:
            found = around[int(digits) + first - 1][kind == _AFTER]
            ends = ends or not found
            out[k] = found
    page = "".join(out)
    return _EMPTY_PAGER.sub("", _LEADS_NOWHERE.sub("", page)) if ends else page


def neighbours(shown: Sequence[int]) -> Mapping[int, tuple[str, str]]:
    """The ids of the change before and of the one after each of a page's numbers; empty at either end."""
    ids = ["", *(f"c{number}" for number in shown), ""]
    return {number: (ids[k], ids[k + 2]) for k, number in enumerate(shown)}


def stands_alone(article: ArticleChange) -> bool:
    """Whether nothing that a page says of an article depends on others: nothing went to or came from them."""
    return ArticleStatus.MOVED not in article.statuses and all(
        b.move is None and not any(s.moved for s in b.segments) for b in article.blocks
    )


def is_markable(text: str) -> bool:
    """Whether a text holds none of the two code points with which numbers are marked."""
    return _OPEN not in text and _CLOSE not in text


def _counted_from(article: ArticleChange, first: int) -> ArticleChange:
    return article.with_blocks(tuple([_shifted(block, first - 1) for block in article.blocks]))


def _shifted(block: BlockChange, by: int) -> BlockChange:
    segments = block.segments
    for segment in segments:
        if segment.change is not None:
            break
    else:
        return block
    shifted = [s if s.change is None else s.renumbered(s.change - by) for s in segments]
    return block._replace(segments=tuple(shifted))

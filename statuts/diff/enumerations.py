"""An item of an enumeration that both texts have stays, also where the next one is named much like it.

« les membres [-d'honneur-]{+actifs+}, les membres [-actifs-]{+adhérents+} » strikes a name that stays, for
the sake of the noun that all of them share.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from statuts.diff.clusters import refined_within, touching_as_one, weight_of
from statuts.diff.effort import cost, shifted
from statuts.diff.order import Pair, in_place
from statuts.diff.sequence import Hunk, middle, staying
from statuts.diff.weights import CONTENT
from statuts.diff.widened import run_of
from statuts.language.function_words import DETERMINERS, JOINING, PREPOSITIONS
from statuts.language.words import SENTENCE_ENDS, is_word

_BOUNDS = SENTENCE_ENDS | {":", "(", ")", "|"}
_BORDERS = _BOUNDS | JOINING
_OPENERS = DETERMINERS | PREPOSITIONS
_FOLLOWING = frozenset(
    "sont seront étaient soient ont auront avaient aient".split()
)  # what may follow the last item
_PRICE = CONTENT  # what reading may cost more for each item that stays, in either text
_LONGEST = 20  # units between what stands before the first item and where it may begin: bounds time
_MOST = 40  # items of a side, with more of which all stays as it is: bounds time

Keys = Sequence[str]


class _Item(NamedTuple):
    """Where an item stands, without what opens it, and its rank among the others of its side."""

    rank: int
    start: int
    end: int


def with_items_kept(a: Keys, b: Keys, found: list[Hunk]) -> list[Hunk]:
    """The same changes, but that the items of an enumeration stay which both texts have."""
    if len(found) < 2 or JOINING.isdisjoint(a) or JOINING.isdisjoint(b):
        return found
    parts = [_kept_in(a, b, found, group, whole) for group, whole in _enumerations(a, b, found)]
    return list(chain.from_iterable(parts))


def _enumerations(a: Keys, b: Keys, found: Sequence[Hunk]) -> Iterator[tuple[list[Hunk], Hunk]]:
    """The changes that no colon, bracket or end of a sentence parts, with the items they touch, whole."""
    groups = [[found[0]]]
    for last, hunk in pairwise(found):
        if _BOUNDS.isdisjoint(a[last.a0 : hunk.a0]) and _BOUNDS.isdisjoint(b[last.b0 : hunk.b0]):
            groups[-1].append(hunk)
        else:
            groups.append([hunk])
    done = 0
    for group, limit in zip(groups, [*(group[0].a0 for group in groups[1:]), len(a)], strict=True):
        first, last = group[0], group[-1]
        left = min(run_of(a, _is_inside, first.a0 - 1, -1), first.a0 - done)
        right = min(run_of(a, _is_inside, last.a1, 1), limit - last.a1)
        yield group, Hunk(first.a0 - left, last.a1 + right, first.b0 - left, last.b1 + right)
        done = last.a1 + right


def _is_inside(key: str) -> bool:
    return key not in _BORDERS


def _opens(key: str) -> bool:
    return key.casefold() in _OPENERS


def _kept_in(a: Keys, b: Keys, found: list[Hunk], group: list[Hunk], whole: Hunk) -> list[Hunk]:
    """The changes of an enumeration, of all that were `found`; others where more of its items stay and they
    are as easily read.
    """
    if len(group) < 2:
        return group
    begin, _, _ = middle(a[whole.a0 : whole.a1], b[whole.b0 : whole.b1])
    old = list(_items(a[whole.a0 : whole.a1], whole.a0, begin))
    new = list(_items(b[whole.b0 : whole.b1], whole.b0, begin))
    same = _same(a, b, old, new)
    if not same:
        return group
    stays = staying(found, len(a))

    def weigh(pair: Pair) -> int:
        own, other = same[pair]
        is_kept = all(stays.get(own.start + k) == other.start + k for k in range(own.end - own.start))
        return 2 * weight_of(a, own.start, own.end) + is_kept

    anew = _around(a, b, whole, [same[pair] for pair in sorted(in_place(sorted(same), weigh))])
    gained = _whole(old, new, anew) - _whole(old, new, group)
    if gained <= 0 or cost(a, b, anew) - cost(a, b, group) > gained * _PRICE:
        return group
    if shifted(a, b, anew, whole.a0, whole.a1) - shifted(a, b, group, whole.a0, whole.a1):
        return group  # « s'engage à respecter » would be struck, and written again
    # only slid: the same words are struck and written, at other places
    return group if _marked(a, b, group) == _marked(a, b, anew) else anew


def _whole(old: Sequence[_Item], new: Sequence[_Item], found: Sequence[Hunk]) -> int:
    """How many items stay whole, be it inside a longer one: « concerts », in « concerts publics »."""
    marks_old, marks_new = [hunk[:2] for hunk in found], [hunk[2:] for hunk in found]
    return sum(
        all(end <= item.start or start >= item.end for start, end in marks)
        for items, marks in ((old, marks_old), (new, marks_new))
        for item in {item.rank: item for item in items}.values()  # of each the shortest form
    )


def _marked(a: Keys, b: Keys, found: Sequence[Hunk]) -> tuple[Counter[str], Counter[str]]:
    """The units struck and those written, each as often as it is."""
    struck = chain.from_iterable(a[hunk.a0 : hunk.a1] for hunk in found)
    written = chain.from_iterable(b[hunk.b0 : hunk.b1] for hunk in found)
    return Counter(struck), Counter(written)


# --- which items are the same ------------------------------------------------------------------------


def _same(a: Keys, b: Keys, old: Sequence[_Item], new: Sequence[_Item]) -> dict[Pair, tuple[_Item, _Item]]:
    """The items that both sides have, by their ranks."""
    if not old or not new or not 0 < old[-1].rank < _MOST or not 0 < new[-1].rank < _MOST:
        return {}
    by_text: dict[tuple[str, ...], list[_Item]] = {}
    for item in new:
        by_text.setdefault(tuple(b[item.start : item.end]), []).append(item)
    found: dict[Pair, tuple[_Item, _Item]] = {}
    for item in old:
        for other in by_text.get(tuple(a[item.start : item.end]), ()):
            found.setdefault((item.rank, other.rank), (item, other))
    return found


def _items(keys: Keys, at: int, begin: int) -> Iterator[_Item]:
    """The items of an enumeration that stands `at`. The first one may begin behind words that both texts
    have, up to `begin`; each may end before « sont élus ».
    """
    borders = [k for k, key in enumerate(keys) if key in JOINING]
    spans = [(s, e) for s, e in pairwise([-1, *borders, len(keys)]) if any(map(is_word, keys[s + 1 : e]))]
    for rank, (before, end) in enumerate(spans):
        starts = [before + 1]
        if rank == 0:
            last = min(begin, end - 1)
            nearest = range(max(1, last - _LONGEST), last + 1)
            starts += [k for k in nearest if k == begin or _opens(keys[k - 1])]
        ends = [end, *[k for k in range(before + 2, end) if keys[k] in _FOLLOWING][:1]]
        for first in starts:
            start = first + run_of(keys, _opens, first, 1)
            for stop in ends:
                if weight_of(keys, start, stop) >= CONTENT:
                    yield _Item(rank, at + start, at + stop)


# --- the changes around them ---------------------------------------------------------------------------


def _around(a: Keys, b: Keys, whole: Hunk, kept: Sequence[tuple[_Item, _Item]]) -> list[Hunk]:
    """The changes of an enumeration in which these items stay, each with what opens it in both texts."""
    found: list[Hunk] = []
    i, j = whole.a0, whole.b0
    for own, other in kept:
        start, new = own.start, other.start
        while start > i and new > j and a[start - 1] == b[new - 1] and _opens(a[start - 1]):
            start, new = start - 1, new - 1
        found += refined_within(a, b, Hunk(i, start, j, new))
        i, j = own.end, other.end
    found += refined_within(a, b, Hunk(i, whole.a1, j, whole.b1))
    return touching_as_one(found)

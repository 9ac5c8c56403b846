"""Clusters of changes aligned anew: most weight kept, a fixed cost for every mark, a bonus for clear borders.

Affine gaps, after Gotoh 1982; sliding and coalescing are what falls out of them.
"""

from collections.abc import Sequence
from itertools import cycle

from statuts.diff.sequence import Hunk, hunks
from statuts.diff.weights import HUNK_COST, border, weight, weights

MAX_CELLS = 40_000
"""Clusters with more cells (old units × new units) keep the shortest script: bounds time."""

MAX_UNITS = 3_000
"""Longer stretches without a common sentence are replaced as a whole: bounds time, said in the result."""

REACH = 2000
"""Weight of equal text from which on two changes cannot influence each other."""

_LOWEST = -(10**9)  # less than any sum of weights here

Keys = Sequence[str]


def refined(a: Keys, b: Keys, found: list[Hunk]) -> list[Hunk]:
    """The same places, each cluster of them aligned anew."""
    result: list[Hunk] = []
    clusters = _clusters(a, found)
    borders = [*(cluster[0].a0 for cluster in clusters[1:]), len(a)]
    done = 0
    for cluster, limit in zip(clusters, borders, strict=False):
        left, right = _room(a, b, cluster, done, limit)
        if len(cluster) == 1 and left == right == 0:
            best = cluster
        elif len(cluster) == 1:  # something was added or taken away, and nothing else
            best = [slid(a, b, cluster[0], cluster[0].a0 - left, left + right)]
        else:
            best = _anew(a, b, cluster, left, right)
            if best and best != cluster and (room := _room(a, b, best, done, limit)) != (0, 0):
                best = _anew(a, b, best, *room)  # what was replaced is added or taken away now: it slides
        result += best
        done = max(cluster[-1].a1 + right, best[-1].a1 if best else 0)
    return result


def refined_within(a: Keys, b: Keys, whole: Hunk) -> list[Hunk]:
    """The changes of one stretch of both texts, aligned as if it stood alone."""
    own, other = a[whole.a0 : whole.a1], b[whole.b0 : whole.b1]
    return [shift(hunk, whole.a0, whole.b0) for hunk in refined(own, other, hunks(own, other))]


def _anew(a: Keys, b: Keys, cluster: list[Hunk], left: int, right: int) -> list[Hunk]:
    """The cluster aligned anew, with so many equal units before and after it; itself where it is too long."""
    a0, a1 = cluster[0].a0 - left, cluster[-1].a1 + right
    b0, b1 = cluster[0].b0 - left, cluster[-1].b1 + right
    if (a1 - a0 + 1) * (b1 - b0 + 1) > MAX_CELLS:
        return cluster
    return [shift(h, a0, b0) for h in _best(a, b, a0, a1, b0, b1)]


def _clusters(a: Keys, found: list[Hunk]) -> list[list[Hunk]]:
    """Neighbouring hunks that may influence each other."""
    groups: list[list[Hunk]] = []
    for hunk in found:
        if groups and _near(a, groups[-1][-1].a1, hunk.a0):
            groups[-1].append(hunk)
        else:
            groups.append([hunk])
    return groups


def _near(a: Keys, start: int, end: int) -> bool:
    return end - start <= 8 and weight_of(a, start, end) < REACH


def _room(a: Keys, b: Keys, cluster: list[Hunk], done: int, limit: int) -> tuple[int, int]:
    """How many equal units before and after a cluster its marks could slide over, between `done` and `limit`:
    two clusters must not share a unit.
    """
    first, last = cluster[0], cluster[-1]
    left = right = 0
    if first.a0 == first.a1 or first.b0 == first.b1:
        text, start, end = (b, first.b0, first.b1) if first.a0 == first.a1 else (a, first.a0, first.a1)
        while start - left > 0 and first.a0 - left > 0 and first.b0 - left > 0:
            if text[start - left - 1] != text[end - left - 1]:
                break
            left += 1
    if last.a0 == last.a1 or last.b0 == last.b1:
        text, start, end = (b, last.b0, last.b1) if last.a0 == last.a1 else (a, last.a0, last.a1)
        while last.a1 + right < len(a) and last.b1 + right < len(b):
            if text[start + right] != text[end + right]:
                break
            right += 1
    return min(left, first.a0 - done), min(right, limit - last.a1)


def slid(a: Keys, b: Keys, hunk: Hunk, a0: int, room: int) -> Hunk:
    """Of the places where an addition or omission may stand, from `a0` over `room` units, that of `_best`.

    Only these need be looked at: two marks cost more than any borders can give back, and to strike a word
    that stays costs more than one border is better than another.
    """
    is_old = hunk.b0 == hunk.b1
    short, long, size = (b, a, hunk.a1 - hunk.a0) if is_old else (a, b, hunk.b1 - hunk.b0)
    shift = hunk.b0 - hunk.a0
    edges_short, edges_long = _directed(short), _directed(long)
    at_short, at_long = (a0 + shift, a0) if is_old else (a0, a0 + shift)
    before = 0  # what stays before the mark, if it is still to come
    best, place = _LOWEST, 0
    for k in range(room + 1):
        i, j = at_short + k, at_long + k
        begins = before - HUNK_COST + _border(edges_long, j)
        ends = begins + (_border(edges_short, i) + _border(edges_long, j + size)) // 2
        if ends > best:
            best, place = ends, k
        if k < room:
            stays = weight(short[i])
            best, before = stays + best, stays + before
    i, j = at_short + place, at_long + place
    return Hunk(j, j + size, i, i) if is_old else Hunk(i, i, j, j + size)


def _directed(keys: Keys) -> Keys:
    """The same units with quotation marks read as brackets: one that opens, one that closes, in turn."""
    if '"' not in keys:
        return keys
    marks = cycle("()")
    return [next(marks) if key == '"' else key for key in keys]


def _border(keys: Keys, k: int) -> int:
    return border(keys[k - 1] if k else "", keys[k] if k < len(keys) else "")


def _best(a: Keys, b: Keys, a0: int, a1: int, b0: int, b1: int) -> list[Hunk]:
    """The alignment of two stretches with the best balance of kept weight and number of marks.

    Two layers: `closed` ends with a kept unit, `opened` stands inside a mark. Back-pointers are kept
    per cell; ties go to the earlier rule, so that the result never depends on chance.
    """
    n, m = a1 - a0, b1 - b0
    edges_a, edges_b = _directed(a), _directed(b)
    edge_a = [
        border(edges_a[i - 1] if i else "", edges_a[i] if i < len(a) else "") for i in range(a0, a1 + 1)
    ]
    edge_b = [
        border(edges_b[j - 1] if j else "", edges_b[j] if j < len(b) else "") for j in range(b0, b1 + 1)
    ]
    kept = weights(a[a0:a1])
    low = _LOWEST
    width = m + 1
    closed = [low] * width
    opened = [low] * width
    closed_from = bytearray((n + 1) * width)  # 1: from closed, 2: from opened
    opened_from = bytearray((n + 1) * width)  # 1: longer deletion, 2: longer insertion, 3, 4: begins
    columns = list(zip(range(1, width), b[b0:b1], edge_b, strict=False))
    for i in range(n + 1):
        before_closed, before_opened = closed, opened
        closed, opened = [low] * width, [low] * width
        row = i * width
        key, edge, weighs = (a[a0 + i - 1], edge_a[i - 1], kept[i - 1]) if i else (None, 0, 0)
        # the first column: nothing of `b` yet
        last_closed = closed[0] = low if i else 0
        last_opened = before_opened[0]
        origin = 1
        if before_closed[0] - HUNK_COST + edge > last_opened:
            last_opened, origin = before_closed[0] - HUNK_COST + edge, 3
        opened[0], opened_from[row] = last_opened, origin
        for j, other, edge_other in columns:
            score, origin = before_opened[j], 1
            if last_opened > score:
                score, origin = last_opened, 2
            begins = before_closed[j] - HUNK_COST + edge
            if begins > score:
                score, origin = begins, 3
            begins = last_closed - HUNK_COST + edge_other
            if begins > score:
                score, origin = begins, 4
            opened[j], opened_from[row + j] = score, origin
            last_opened, last_closed = score, low
            if key == other:
                stay = before_closed[j - 1]
                end = before_opened[j - 1] + (edge + edge_other) // 2
                last_closed = closed[j] = weighs + max(stay, end)
                closed_from[row + j] = 1 if stay >= end else 2
    ends_open = opened[m] + (edge_a[n] + edge_b[m]) // 2 > closed[m]
    return _trace(closed_from, opened_from, n, m, ends_open)


def _trace(closed_from: bytearray, opened_from: bytearray, n: int, m: int, is_open: bool) -> list[Hunk]:
    found: list[Hunk] = []
    width = m + 1
    i, j = n, m
    end = (i, j)
    while i or j:
        if is_open:
            origin = opened_from[i * width + j]
            if origin in (1, 3):
                i -= 1
            else:
                j -= 1
            if origin >= 3:
                is_open = False
                found.append(Hunk(i, end[0], j, end[1]))
        else:
            is_open = closed_from[i * width + j] == 2
            i, j = i - 1, j - 1
            if is_open:
                end = (i, j)
    return found[::-1]


def weight_of(keys: Keys, start: int, end: int) -> int:
    """The weight of the units from `start` to `end` (excluded)."""
    return sum(weights(keys[start:end]))


def shift(hunk: Hunk, a: int, b: int) -> Hunk:
    """The same change, in texts that begin `a` and `b` units earlier."""
    return Hunk(hunk.a0 + a, hunk.a1 + a, hunk.b0 + b, hunk.b1 + b)


def touching_as_one(found: Sequence[Hunk]) -> list[Hunk]:
    """The same changes, neighbours without anything between them made one."""
    result: list[Hunk] = []
    for hunk in found:
        last = result[-1] if result else None
        if last and (last.a1, last.b1) == (hunk.a0, hunk.b0):
            result[-1] = Hunk(last.a0, hunk.a1, last.b0, hunk.b1)
        else:
            result.append(hunk)
    return result


def beyond(hunk: Hunk) -> bool:
    """True for a change that is replaced as a whole because of its length alone."""
    return max(hunk.a1 - hunk.a0, hunk.b1 - hunk.b0) > MAX_UNITS

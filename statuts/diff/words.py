"""Which units of an alinéa stay and which go: the shortest script, then what a reader finds clearest.

The shortest edit script cuts where it pays least, not where a person would. Around every cluster of
changes the alignment is therefore chosen anew: most weight kept, a fixed cost for every mark, a small
bonus for marks that begin and end at clauses and sentences (affine gaps, after Gotoh 1982). Sliding and
coalescing are what falls out of it.
"""

from collections.abc import Sequence
from itertools import accumulate, compress, count, pairwise

from statuts.diff.sequence import Hunk, hunks, middle
from statuts.diff.weights import HUNK_COST, WHOLE_SENTENCE, border, weight
from statuts.language.words import SENTENCE_ENDS

MAX_CELLS = 40_000
"""Clusters with more cells (old units × new units) keep the shortest script: bounds time."""

MAX_UNITS = 3_000
"""Longer stretches without a common sentence are replaced as a whole: bounds time, said in the result."""

_REACH = 2.0  # weight of equal text beyond which two changes cannot influence each other
_LONG = 60  # units above which equal sentences are anchored before words are compared

Keys = Sequence[str]


def align(a: Keys, b: Keys) -> list[Hunk]:
    """The places where `b` says something else than `a`, as a careful reader would mark them."""
    if len(a) + len(b) > _LONG:
        return _by_sentence(a, b)
    return _refined(a, b, hunks(a, b))


def too_long(a: Keys, b: Keys) -> bool:
    """True where `align` replaces a stretch as a whole because of its length alone."""
    return max(len(a), len(b)) > MAX_UNITS and any(_beyond(hunk) for hunk in _sentence_hunks(a, b))


def mostly_stays(a: Keys, b: Keys, found: Sequence[Hunk]) -> bool:
    """True where so few units go that no weighing could call it a rewriting."""
    return _few(found, len(a) + len(b))


def _few(found: Sequence[Hunk], units: int) -> bool:
    gone = 0
    for a0, a1, b0, b1 in found:
        gone += a1 - a0 + b1 - b0
    return 4 * gone < units


def similarity(a: Keys, b: Keys, found: Sequence[Hunk]) -> float:
    """The share of the weight of both sides that stays, from 0 to 1."""
    total = sum(map(weight, a)) + sum(map(weight, b))
    if not total:
        return 1.0
    gone = sum(_weight(a, h.a0, h.a1) + _weight(b, h.b0, h.b1) for h in found)
    return 1 - gone / total


def _weight(keys: Keys, start: int, end: int) -> float:
    return sum(map(weight, keys[start:end]))


# --- sentences first -------------------------------------------------------------------------------


def _by_sentence(a: Keys, b: Keys) -> list[Hunk]:
    if _in_one_sentence(a, b):
        return _refined(a, b, hunks(a, b))
    found: list[Hunk] = []
    for hunk in _sentence_hunks(a, b):
        if hunk.a0 == hunk.a1 or hunk.b0 == hunk.b1 or _beyond(hunk):
            found.append(hunk)
            continue
        inner_a, inner_b = a[hunk.a0 : hunk.a1], b[hunk.b0 : hunk.b1]
        found += [_shift(h, hunk.a0, hunk.b0) for h in hunks(inner_a, inner_b)]
    return _refined(a, b, found)


def _in_one_sentence(a: Keys, b: Keys) -> bool:
    """True where no sentence ends between the first difference and the last: the others need not be read."""
    start, end_a, end_b = middle(a, b)
    inside = SENTENCE_ENDS.isdisjoint(a[start:end_a]) and SENTENCE_ENDS.isdisjoint(b[start:end_b])
    return inside and max(len(a), len(b)) <= MAX_UNITS


def _beyond(hunk: Hunk) -> bool:
    return max(hunk.a1 - hunk.a0, hunk.b1 - hunk.b0) > MAX_UNITS


def _sentence_hunks(a: Keys, b: Keys) -> list[Hunk]:
    """Where the sentences differ, in units: equal sentences are never looked into."""
    starts_a, starts_b = sentence_starts(a), sentence_starts(b)
    old = [tuple(a[i:j]) for i, j in pairwise(starts_a)]
    new = [tuple(b[i:j]) for i, j in pairwise(starts_b)]
    return [Hunk(starts_a[h.a0], starts_a[h.a1], starts_b[h.b0], starts_b[h.b1]) for h in hunks(old, new)]


def sentence_starts(keys: Keys) -> list[int]:
    """Where sentences begin, and, last, where the text ends."""
    ends = compress(count(1), map(SENTENCE_ENDS.__contains__, keys[:-1]))
    return [0, *ends, len(keys)] if keys else [0]


def _shift(hunk: Hunk, a: int, b: int) -> Hunk:
    return Hunk(hunk.a0 + a, hunk.a1 + a, hunk.b0 + b, hunk.b1 + b)


# --- clusters --------------------------------------------------------------------------------------


def _refined(a: Keys, b: Keys, found: list[Hunk]) -> list[Hunk]:
    """The same places, each cluster of them aligned anew."""
    result: list[Hunk] = []
    clusters = _clusters(a, found)
    borders = [*(cluster[0].a0 for cluster in clusters[1:]), len(a)]
    done = 0
    for cluster, limit in zip(clusters, borders, strict=False):
        left, right = _room(a, b, cluster)
        # no further than its neighbours: two clusters must not share a unit
        left, right = min(left, cluster[0].a0 - done), min(right, limit - cluster[-1].a1)
        done = cluster[-1].a1 + right
        a0, a1 = cluster[0].a0 - left, cluster[-1].a1 + right
        b0, b1 = cluster[0].b0 - left, cluster[-1].b1 + right
        if (len(cluster) == 1 and left == right == 0) or (a1 - a0 + 1) * (b1 - b0 + 1) > MAX_CELLS:
            result += cluster
        elif len(cluster) == 1:  # something was added or taken away, and nothing else
            result.append(slid(a, b, cluster[0], cluster[0].a0 - left, left + right))
        else:
            result += [_shift(h, a0, b0) for h in _best(a, b, a0, a1, b0, b1)]
    return result


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
    return end - start <= 8 and _weight(a, start, end) < _REACH


def _room(a: Keys, b: Keys, cluster: list[Hunk]) -> tuple[int, int]:
    """How many equal units before and after a cluster its marks could slide over."""
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
    return left, right


def slid(a: Keys, b: Keys, hunk: Hunk, a0: int, room: int) -> Hunk:
    """Of the places where an addition or omission may stand, from `a0` over `room` units, that of `_best`.

    Only these need be looked at: two marks cost more than any borders can give back, and to strike a word
    that stays costs more than one border is better than another. The sums are made in the order of `_best`:
    what is equal there must be equal here.
    """
    is_old = hunk.b0 == hunk.b1
    short, long, size = (b, a, hunk.a1 - hunk.a0) if is_old else (a, b, hunk.b1 - hunk.b0)
    shift = hunk.b0 - hunk.a0
    at_short, at_long = (a0 + shift, a0) if is_old else (a0, a0 + shift)
    before = 0.0  # what stays before the mark, if it is still to come
    best, place = float("-inf"), 0
    for k in range(room + 1):
        i, j = at_short + k, at_long + k
        begins = before - HUNK_COST + _border(long, j)
        ends = begins + (_border(short, i) + _border(long, j + size)) / 2
        if ends > best:
            best, place = ends, k
        if k < room:
            stays = weight(short[i])
            best, before = stays + best, stays + before
    i, j = at_short + place, at_long + place
    return Hunk(j, j + size, i, i) if is_old else Hunk(i, i, j, j + size)


def _border(keys: Keys, k: int) -> float:
    return border(keys[k - 1] if k else "", keys[k] if k < len(keys) else "")


def _best(a: Keys, b: Keys, a0: int, a1: int, b0: int, b1: int) -> list[Hunk]:
    """The alignment of two stretches with the best balance of kept weight and number of marks.

    Two layers: `closed` ends with a kept unit, `opened` stands inside a mark. Back-pointers are kept
    per cell; ties go to the earlier rule, so that the result never depends on chance.
    """
    n, m = a1 - a0, b1 - b0
    edge_a = [border(a[i - 1] if i else "", a[i] if i < len(a) else "") for i in range(a0, a1 + 1)]
    edge_b = [border(b[j - 1] if j else "", b[j] if j < len(b) else "") for j in range(b0, b1 + 1)]
    kept = [weight(key) for key in a[a0:a1]]
    low = float("-inf")
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
        key, edge, weighs = (a[a0 + i - 1], edge_a[i - 1], kept[i - 1]) if i else (None, 0.0, 0.0)
        # the first column: nothing of `b` yet
        last_closed = closed[0] = low if i else 0.0
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
                end = before_opened[j - 1] + (edge + edge_other) / 2
                last_closed = closed[j] = weighs + max(stay, end)
                closed_from[row + j] = 1 if stay >= end else 2
    ends_open = opened[m] + (edge_a[n] + edge_b[m]) / 2 > closed[m]
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


# --- whole sentences -------------------------------------------------------------------------------


def whole_sentences(a: Keys, b: Keys, found: list[Hunk]) -> list[Hunk]:
    """The same, with a sentence replaced as a whole where too little of it stays to be read in pieces."""
    if len(found) < 2:
        return found
    sentences = _sentences(a, b, found)
    for start_a, end_a, start_b, end_b, inside in sentences:
        if len(inside) > 1 and not _few(inside, end_a - start_a + end_b - start_b):
            break
    else:
        return found  # nothing need be weighed
    result: list[Hunk] = []
    total_a = [0.0, *accumulate(map(weight, a))]
    total_b = [0.0, *accumulate(map(weight, b))]
    for start_a, end_a, start_b, end_b, inside in sentences:
        total = total_a[end_a] - total_a[start_a] + total_b[end_b] - total_b[start_b]
        gone = sum(total_a[h.a1] - total_a[h.a0] + total_b[h.b1] - total_b[h.b0] for h in inside)
        if len(inside) > 1 and total - gone < WHOLE_SENTENCE * total:
            result.append(Hunk(start_a, end_a, start_b, end_b))
        else:
            result += inside
    return result


def _sentences(a: Keys, b: Keys, found: list[Hunk]) -> list[tuple[int, int, int, int, list[Hunk]]]:
    """Stretches between sentence ends that both sides keep, each with the hunks inside it."""
    stretches: list[tuple[int, int, int, int, list[Hunk]]] = []
    start_a = start_b = 0
    inside: list[Hunk] = []
    at_a, at_b = 0, 0
    for hunk in [*found, Hunk(len(a), len(a), len(b), len(b))]:
        for k in compress(count(1), map(SENTENCE_ENDS.__contains__, a[at_a : hunk.a0])):
            stretches.append((start_a, at_a + k, start_b, at_b + k, inside))
            start_a, start_b, inside = at_a + k, at_b + k, []
        inside.append(hunk)
        at_a, at_b = hunk.a1, hunk.b1
    inside.pop()
    stretches.append((start_a, len(a), start_b, len(b), inside))
    return stretches

"""A bracket or guillemet that stays has the partner it had: « Vélo {+et Marche +}»{+, sigle « VM »+} ».

For the comparison every closing sign is like every other, and that of one pair may stay as that of another.
Where this happens, the pairs are told apart, and the words are aligned anew.
"""

from bisect import bisect, bisect_left
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, product

from statuts.diff.order import Pair
from statuts.diff.sequence import Hunk, staying
from statuts.diff.weights import CLOSING, OPENING, weight, weights
from statuts.language.words import PILCROW

_SIGNS = frozenset({OPENING, CLOSING, '"'})
_MANY = 40  # pairs in one text beyond which nobody looks: bounds time
_ROUNDS = 4  # attempts, each with fewer pairs that are to stay: bounds time

Keys = Sequence[str]
Aligner = Callable[[Keys, Keys, Keys], list[Hunk]]


def in_whole_pairs(a: Keys, b: Keys, old: Keys, aligned: Aligner) -> list[Hunk]:
    """The changes `aligned` finds, aligned anew where a sign stays as one of a pair that does not.

    `old` are the keys of `a` as `b` would write them. Where pairs are told apart, only the signs of one that
    both texts have are the same.
    """
    found = aligned(a, b, old)
    if not any(_holds(a, h.a0, h.a1) or _holds(b, h.b0, h.b1) for h in found):
        return found  # nearly always: all signs stay, each with its partner
    pairs_a, pairs_b = _pairs(a), _pairs(b)
    stays = staying(found, len(a))
    fewest = _torn(pairs_a, pairs_b, stays)
    if not fewest or max(len(pairs_a), len(pairs_b)) > _MANY:
        return found
    same = _likest(a, b, pairs_a, pairs_b, stays)
    for _ in range(_ROUNDS):
        ranks_a, ranks_b = ({pair[side]: f"={n}" for n, pair in enumerate(same)} for side in (0, 1))
        again = aligned(
            _told_apart(a, pairs_a, ranks_a, "-"),
            _told_apart(b, pairs_b, ranks_b, "+"),
            _told_apart(old, pairs_a, ranks_a, "-"),
        )
        stays = staying(again, len(a))
        torn = _torn(pairs_a, pairs_b, stays)
        if torn < fewest:
            found, fewest = again, torn
        whole = [(p, q) for p, q in same if (p[0] in stays) == (p[1] in stays)]
        if not torn or len(whole) == len(same):
            break
        same = whole
    return found


def _holds(keys: Keys, start: int, end: int) -> bool:
    return start < end and not _SIGNS.isdisjoint(keys[start:end])


def _pairs(keys: Keys) -> list[Pair]:
    """Where each pair opens and where it closes; a guillemet closes what another one opened."""
    found: list[Pair] = []
    opened: list[int] = []
    for k, key in enumerate(keys):
        if key not in _SIGNS:
            if key == PILCROW:
                opened.clear()
            continue
        opening = '"' if key == '"' else OPENING
        if key == CLOSING or (key == '"' and opened and keys[opened[-1]] == '"'):
            at = next((n for n in reversed(range(len(opened))) if keys[opened[n]] == opening), None)
            if at is not None:  # else it is that of « a) »
                found.append((opened[at], k))
                del opened[at:]
        else:
            opened.append(k)
    return found


def _torn(pairs_a: Sequence[Pair], pairs_b: Sequence[Pair], stays: Mapping[int, int]) -> int:
    """How many signs stay as those of another pair, or without their partners."""
    of_a, of_b = _partners(pairs_a), _partners(pairs_b)
    return sum(stays.get(of_a[i]) != of_b[j] for i, j in stays.items() if i in of_a and j in of_b)


def _partners(pairs: Sequence[Pair]) -> dict[int, int]:
    return {**dict(pairs), **{close: opening for opening, close in pairs}}


def _likest(
    a: Keys, b: Keys, pairs_a: Sequence[Pair], pairs_b: Sequence[Pair], stays: Mapping[int, int]
) -> list[tuple[Pair, Pair]]:
    """Which pair is which: that which holds more of what stays than stands outside of the other."""
    kept_a, kept_b = list(stays), list(stays.values())
    weighs = [0, *accumulate(weights([a[i] for i in kept_a]))]

    def weight_in(*spans: tuple[list[int], Pair]) -> int:
        start = max(bisect(kept, opening) for kept, (opening, _) in spans)
        end = min(bisect_left(kept, close) for kept, (_, close) in spans)
        return weighs[max(start, end)] - weighs[start]

    ranked: list[tuple[int, int, Pair, Pair]] = []
    for p, q in product(pairs_a, pairs_b):
        if a[p[0]] == b[q[0]]:
            own, other = (kept_a, p), (kept_b, q)
            score = 3 * weight_in(own, other) - weight_in(own) - weight_in(other)
            score += sum(weight(a[i]) for i, j in zip(p, q, strict=True) if stays.get(i) == j)
            if score > 0:
                ranked.append((-score, p[0] + q[0], p, q))
    found: dict[Pair, Pair] = {}
    for _, _, p, q in sorted(ranked):
        if p not in found and q not in found.values():
            found[p] = q
    return list(found.items())


def _told_apart(keys: Keys, pairs: Sequence[Pair], same: Mapping[Pair, str], side: str) -> list[str]:
    """The same units, the signs of each pair with what tells it from the others."""
    result = list(keys)
    for pair in pairs:
        for shape, k in zip((OPENING, CLOSING), pair, strict=True):
            result[k] = shape + keys[k] + same.get(pair, f"{side}{pair[0]}")
    return result

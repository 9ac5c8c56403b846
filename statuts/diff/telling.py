"""What tells alinéas, rows or sentences apart among others like them: the words that not all of them say.

In a list of officers every item is like the next; « président » alone says which is which. Added up, the
likenesses of three wrong pairs may be more than those of two right ones: so each takes its own best partner.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import takewhile
from operator import eq

from statuts.diff.order import in_place
from statuts.diff.weights import weight

LIKE = 0.35
"""Score from which two items are one, if neither has a better partner."""

_OPENING = 0.5  # what beginning alike adds, as a share of the shorter item: what it is about stands there
_COMMON = 0.1  # what a word still weighs that all items say

Words = Sequence[str]
Pair = tuple[int, int]


def best_partners(old: Sequence[Words], new: Sequence[Words], candidates: Collection[Pair]) -> list[Pair]:
    """The pairs (indices) of which each is the other's best, in order; of those that cross, the best stay."""
    if not candidates:
        return []
    found = scores(old, new, candidates)
    best_old: dict[int, tuple[float, int]] = {}
    best_new: dict[int, tuple[float, int]] = {}
    for (i, j), score in found.items():
        best_old[i] = max(best_old.get(i, (0.0, 0)), (score, -j))
        best_new[j] = max(best_new.get(j, (0.0, 0)), (score, -i))
    mutual = {
        (i, j): score
        for (i, j), score in found.items()
        if score >= LIKE and best_old[i] == (score, -j) and best_new[j] == (score, -i)
    }
    return sorted(in_place(sorted(mutual), lambda pair: int(1000 * mutual[pair])))


def scores(old: Sequence[Words], new: Sequence[Words], candidates: Collection[Pair]) -> dict[Pair, float]:
    """How much of what tells both apart from the others each pair has in common; above 1 if all of it."""
    sets_old, sets_new = list(map(frozenset, old)), list(map(frozenset, new))
    tells = _tells(sets_old, sets_new)
    sums_old = [sum(map(tells.__getitem__, words)) for words in sets_old]
    sums_new = [sum(map(tells.__getitem__, words)) for words in sets_new]
    found: dict[Pair, float] = {}
    for i, j in candidates:
        shared = sum(map(tells.__getitem__, sets_old[i] & sets_new[j]))
        if shared:
            alike = takewhile(lambda both: eq(*both), zip(old[i], new[j], strict=False))
            opening = sum(map(tells.__getitem__, {word for word, _ in alike}))
            found[i, j] = 2 * shared / (sums_old[i] + sums_new[j])
            found[i, j] += _OPENING * opening / min(sums_old[i], sums_new[j])
    return found


def _tells(old: Sequence[frozenset[str]], new: Sequence[frozenset[str]]) -> dict[str, int]:
    """What each word weighs here: whole numbers, since a sum of floats would depend on the order of a set."""
    held = Counter[str]()
    for words in (*old, *new):
        held.update(words)
    every = len(old) + len(new)
    return {word: round(100 * weight(word) * _rarity(count, every)) for word, count in held.items()}


@lru_cache(maxsize=4096)
def _rarity(count: int, every: int) -> float:
    """1 for a word that one item of each side says, little for one that all say."""
    if count <= 2:
        return 1.0
    return max(_COMMON, min(2 / count, (every - count) / (every - 2)))

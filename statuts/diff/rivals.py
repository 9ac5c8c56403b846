"""Which alinéas belong together beyond doubt: they share most of their words, and no other is nearly as like.

In lists of officers or of members every alinéa is like the next: there, likeness alone proves nothing.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from statuts.diff.units import common_ends, kin, plainly_alike, rough_words
from statuts.language.function_words import FUNCTION_WORDS
from statuts.model.document import Block

_MOST = 0.6  # share of the telling words of the longer one from which two alinéas are one
_MARGIN = 0.3  # by which it must beat that of every other alinéa
_PART = 0.6  # share of the shorter one from which it may have been cut from the longer, or joined to it
_EDGE = 12  # characters at either end by which alinéas that are plainly alike would show


def sure_pairs(
    old: Sequence[Block], new: Sequence[Block], left: range, right: range
) -> list[tuple[int, int]]:
    """Pairs of a stretch, in order, that need no weighing; none where they would not keep their order."""
    if not left or not right:
        return []
    words_old = [_telling(old[i].body) for i in left]
    words_new = [_telling(new[j].body) for j in right]
    shares: dict[tuple[int, int], float] = {}
    best_old, best_new = [0.0] * len(left), [0.0] * len(right)
    next_old, next_new = [0.0] * len(left), [0.0] * len(right)
    for i, j in kin([old[i].body for i in left], [new[j].body for j in right]):
        one, other = words_old[i], words_new[j]
        shared = len(one & other)
        share = shared / (max(len(one), len(other)) or 1)
        if share < _MOST and shared >= _PART * min(len(one), len(other)):
            share = 1.0  # perhaps a part of it: never to be passed over
        else:
            shares[i, j] = share
        for k, best, following in ((i, best_old, next_old), (j, best_new, next_new)):
            best[k], following[k] = max(best[k], share), max(following[k], min(best[k], share))
    sure = [
        (left[i], right[j])
        for (i, j), share in shares.items()
        if share >= _MOST
        and share == best_old[i] >= next_old[i] + _MARGIN
        and share == best_new[j] >= next_new[j] + _MARGIN
        and old[left[i]].kind is new[right[j]].kind
    ]
    return sure if all(j < following for (_, j), (_, following) in pairwise(sure)) else []


def keep_places(old: Sequence[Block], new: Sequence[Block], places: Sequence[int]) -> bool:
    """True where the alinéas at `places` are much the same in both, and no two of them begin or end alike."""
    if not all(plainly_alike(old[k].body, new[k].body) for k in places):
        return False
    for edge in (slice(_EDGE), slice(-_EDGE, None)):
        edges = [{old[k].body[edge], new[k].body[edge]} for k in places]
        if len(set().union(*edges)) < sum(map(len, edges)):
            return False
    return True


def opens_alike(old: str, new: str) -> float:
    """The share of the longer text before the first difference: what an alinéa is about stands there."""
    return common_ends(old, new)[0] / max(len(old), len(new), 1)


@lru_cache(maxsize=8192)
def _telling(body: str) -> frozenset[str]:
    return rough_words(body) - FUNCTION_WORDS

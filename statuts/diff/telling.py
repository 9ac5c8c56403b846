"""What tells alinéas, rows or sentences apart among others like them: the words that not all of them say.

In a list of officers every item is like the next; « président » alone says which is which. Added up, the
likenesses of three wrong pairs may be more than those of two right ones: so each takes its own best partner.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache

from statuts.diff.order import Pair, in_place
from statuts.diff.weights import weight
from statuts.language.function_words import FUNCTION_WORDS, MEASURES, NUMERALS
from statuts.language.words import is_word

LIKE = 0.45
"""Score from which two items are one, if neither has a better partner."""

_FIRST = 6  # words with which an item begins: what it is about stands there, and that adds to the score
_ORDERED = 3  # words that, if they are the first of both, decide between two that are as like
_SAME_ORDER = 0.1
_COMMON = 0.1  # what a word still weighs that all items say
# And a number, or what it counts: it is what revisions change, and the same in two places by chance.
_NUMBER = 0.3

Words = Sequence[str]


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
    return sorted(in_place(sorted(mutual), lambda pair: int(1000 * mutual[pair]) * len(old[pair[0]])))


def leads(score: float, scores: Sequence[float], margin: float) -> bool:
    """Whether `score`, one of these, is more than any other by `margin`."""
    return sum([other > score - margin for other in scores]) == 1


def scores(old: Sequence[Words], new: Sequence[Words], candidates: Collection[Pair]) -> dict[Pair, float]:
    """How much of what tells both apart from the others each pair has in common; above 1 if all of it."""
    sets_old, sets_new = list(map(frozenset, old)), list(map(frozenset, new))
    tells = _tells(sets_old, sets_new)
    sums_old = [_sum(tells, words) for words in sets_old]
    sums_new = [_sum(tells, words) for words in sets_new]
    first_old, first_new = [frozenset(x[:_FIRST]) for x in old], [frozenset(x[:_FIRST]) for x in new]
    found: dict[Pair, float] = {}
    for i, j in candidates:
        shared = _sum(tells, sets_old[i] & sets_new[j])
        if shared:
            first = _sum(tells, first_old[i] & first_new[j])
            most = min(_sum(tells, first_old[i]), _sum(tells, first_new[j]))
            found[i, j] = 2 * shared / (sums_old[i] + sums_new[j]) + (first / most if most else 0.0)
            found[i, j] += _SAME_ORDER * (old[i][:_ORDERED] == new[j][:_ORDERED])
    return found


def _sum(tells: dict[str, int], words: frozenset[str]) -> int:
    return sum(map(tells.__getitem__, words))


def _tells(old: Sequence[frozenset[str]], new: Sequence[frozenset[str]]) -> dict[str, int]:
    """What each word weighs here: whole numbers too."""
    held = Counter[str]()
    for words in (*old, *new):
        held.update(words)
    every = len(old) + len(new)
    return {
        word: round(weight(word) / 10 * _rarity(count, every) * (_NUMBER if is_number(word) else 1))
        for word, count in held.items()
    }


@lru_cache(maxsize=4096)
def _rarity(count: int, every: int) -> float:
    """1 for a word that one item of each side says, little for one that all say."""
    if count <= 2:
        return 1.0
    return max(_COMMON, min(2 / count, (every - count) / (every - 2)))


def is_number(word: str) -> bool:
    """True for a number, in figures or in words, and for what numbers count: « 20 », « deux », « mois »."""
    return word[:1].isdigit() or word in NUMERALS or word in MEASURES


def says_something(key: str) -> bool:
    """True for a word that does more than bind others."""
    return is_word(key) and key.casefold() not in FUNCTION_WORDS

"""Sentences of an alinéa paired by what they say, where marks run across the ends of sentences.

« pour [-trois-]{+quatre ans. Le secrétaire est élu pour quatre+} ans » keeps as many words as « pour
[-trois-]{+quatre+} ans. {+Le secrétaire est élu pour quatre ans.+} », and nobody would mark it so.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import compress, count, pairwise
from operator import itemgetter

from statuts.diff.clusters import MAX_UNITS, refined, shift, weight_of
from statuts.diff.sequence import Hunk, hunks, middle
from statuts.diff.weights import HUNK_COST, weight
from statuts.language.words import SENTENCE_ENDS

_ALIKE = 0.5  # share of common weight from which one sentence may have become the other
_OPENING = 0.05  # what beginning alike adds: what a sentence is about stands there
_ACROSS = 1.0  # what a mark costs besides that begins inside one sentence and ends inside another
_MANY = 400  # pairs of sentences beyond which the shortest script stays: bounds time

Keys = Sequence[str]
Pairs = list[tuple[int, int]]
Bag = tuple[Counter[str], float]


def in_pairs(a: Keys, b: Keys, found: list[Hunk]) -> list[Hunk]:
    """`found`, or the changes within and between paired sentences where these are as easy to read."""
    if all(_within(a, h.a0, h.a1) and _within(b, h.b0, h.b1) for h in found):
        return found  # nearly always
    if len(found) == 1 and (found[0].a0 == found[0].a1 or found[0].b0 == found[0].b1):
        return found  # a sentence came or went, and nothing else
    if any(max(h.a1 - h.a0, h.b1 - h.b0) > MAX_UNITS for h in found):
        return found
    other = _paired(a, b)
    return other if other and _cost(a, b, other) <= _cost(a, b, found) else found


def sentence_starts(keys: Keys) -> list[int]:
    """Where sentences begin, and, last, where the text ends."""
    ends = compress(count(1), map(SENTENCE_ENDS.__contains__, keys[:-1]))
    return [0, *ends, len(keys)] if keys else [0]


def _within(keys: Keys, start: int, end: int) -> bool:
    return SENTENCE_ENDS.isdisjoint(keys[start:end])


def _cost(a: Keys, b: Keys, found: Sequence[Hunk]) -> float:
    """What reading these marks costs, in the weights by which clusters are aligned."""
    return sum(
        HUNK_COST
        + (weight_of(a, h.a0, h.a1) + weight_of(b, h.b0, h.b1)) / 2
        + _ACROSS * (_runs_across(a, h.a0, h.a1) or _runs_across(b, h.b0, h.b1))
        for h in found
    )


def _runs_across(keys: Keys, start: int, end: int) -> bool:
    begins = start == 0 or keys[start - 1] in SENTENCE_ENDS
    return not begins and not _within(keys, start, end - 1)


def _paired(a: Keys, b: Keys) -> list[Hunk]:
    """The changes if each sentence is compared with the one it became; nothing where none became another."""
    starts_a, starts_b = sentence_starts(a), sentence_starts(b)
    old = [tuple(a[i:j]) for i, j in pairwise(starts_a)]
    new = [tuple(b[i:j]) for i, j in pairwise(starts_b)]
    found: list[Hunk] = []
    paired = False
    for i, i_end, j, j_end in hunks(old, new):
        for k, m in _pairs(old, new, range(i, i_end), range(j, j_end)):
            found += _changes(a, b, starts_a[i], starts_a[k], starts_b[j], starts_b[m])
            found += _changes(a, b, starts_a[k], starts_a[k + 1], starts_b[m], starts_b[m + 1])
            i, j, paired = k + 1, m + 1, True  # noqa: PLW2901
        found += _changes(a, b, starts_a[i], starts_a[i_end], starts_b[j], starts_b[j_end])
    return found if paired else []


def _changes(a: Keys, b: Keys, a0: int, a1: int, b0: int, b1: int) -> list[Hunk]:
    if a0 == a1 or b0 == b1:
        return [Hunk(a0, a1, b0, b1)] if a0 < a1 or b0 < b1 else []
    inner_a, inner_b = a[a0:a1], b[b0:b1]
    return [shift(h, a0, b0) for h in refined(inner_a, inner_b, hunks(inner_a, inner_b))]


def _pairs(
    old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]], left: range, right: range
) -> Pairs:
    """Which sentence became which, in order: the choice with the most in common."""
    if not left or not right or len(left) * len(right) > _MANY:
        return []
    bags_new = [_bag(new[j]) for j in right]
    best: list[tuple[float, Pairs]] = [(0.0, [])] * (len(right) + 1)
    for i in left:
        before, best = best, [best[0]]
        own = _bag(old[i])
        for k, j in enumerate(right):
            choice = max(before[k + 1], best[k], key=_score)
            alike = _likeness(own, bags_new[k])
            if alike >= _ALIKE:
                score = before[k][0] + alike + _OPENING * _opening(old[i], new[j])
                if score > choice[0]:
                    choice = (score, [*before[k][1], (i, j)])
            best.append(choice)
    return best[-1][1]


_score = itemgetter(0)


def _bag(sentence: tuple[str, ...]) -> Bag:
    counted = Counter(map(str.casefold, sentence))
    return counted, sum(weight(key) * n for key, n in counted.items())


def _likeness(one: Bag, other: Bag) -> float:
    shared = sum(weight(key) * min(n, other[0][key]) for key, n in one[0].items() if key in other[0])
    return 2 * shared / ((one[1] + other[1]) or 1)


def _opening(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    return middle(one, other)[0] / max(len(one), len(other))

"""Sentences of an alinéa paired by what they say, where the shortest script runs across them or shifts them.

« pour [-trois-]{+quatre ans. Le secrétaire est élu pour quatre+} ans » keeps as many words as « pour
[-trois-]{+quatre+} ans. {+Le secrétaire est élu pour quatre ans.+} », and nobody would mark it so.
"""

from collections.abc import Sequence
from itertools import compress, count, pairwise, product

from statuts.diff.clusters import beyond, refined, shift
from statuts.diff.effort import PART_ENDS, Effort, effort, is_doubtful, runs_across, shifted
from statuts.diff.order import Pair, stretches
from statuts.diff.sequence import Hunk, hunks
from statuts.diff.telling import best_partners
from statuts.language.words import SENTENCE_ENDS

_MANY, _LONG = 12, 400  # sentences, and units of them, beyond which the shortest script stays: bounds time

Keys = Sequence[str]


def in_pairs(a: Keys, b: Keys, found: list[Hunk]) -> list[Hunk]:
    """`found`, or the changes within and between paired sentences where these are easier to read."""
    if not shifted(a, b, found) and not is_doubtful(a, b, found):
        return found  # nearly always
    if any(map(beyond, found)):
        return found
    (starts_a, old), (starts_b, new) = sentences(a, PART_ENDS), sentences(b, PART_ENDS)
    result: list[Hunk] = []
    paired = False
    for i, i_end, j, j_end in hunks(old, new):
        flat = _changes(a, b, starts_a[i], starts_a[i_end], starts_b[j], starts_b[j_end])
        stretch = _Stretch(a, b, starts_a[i : i_end + 1], starts_b[j : j_end + 1])
        best = stretch.easiest(old[i:i_end], new[j:j_end], flat) if stretch.is_short() else flat
        paired = paired or best is not flat
        result += best
    best = result if paired else found
    if not any(runs_across(a, b, hunk) for hunk in best):
        return best
    stretch = _Stretch(a, b, starts_a, starts_b)  # of two that crossed, the one that stays may be the shorter
    return stretch.easiest(old, new, best) if stretch.is_short() else best


def sentences(keys: Keys, ends: frozenset[str] = SENTENCE_ENDS) -> tuple[list[int], list[tuple[str, ...]]]:
    """Where sentences begin and, last, where the text ends; and the units of each."""
    found = compress(count(1), map(ends.__contains__, keys[:-1]))
    starts = [0, *found, len(keys)] if keys else [0]
    return starts, [tuple(keys[i:j]) for i, j in pairwise(starts)]


class _Stretch:
    """Sentences that differ, between two that stay; `starts` say where each begins, and the last ends."""

    def __init__(self, a: Keys, b: Keys, starts_a: Sequence[int], starts_b: Sequence[int]) -> None:
        self.a, self.b, self.starts_a, self.starts_b = a, b, starts_a, starts_b
        self._found: dict[tuple[int, int, int, int], list[Hunk]] = {}  # looked at once: bounds time

    def is_short(self) -> bool:
        """Whether sentences stand on both sides, and few enough to be paired."""
        starts_a, starts_b = self.starts_a, self.starts_b
        many = max(len(starts_a), len(starts_b)) - 1
        long = max(starts_a[-1] - starts_a[0], starts_b[-1] - starts_b[0])
        return min(len(starts_a), len(starts_b)) > 1 and many <= _MANY and long <= _LONG

    def easiest(
        self, old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]], flat: list[Hunk]
    ) -> list[Hunk]:
        """The changes that are easiest to read: `flat`, or those of some of the pairs."""
        everyone = list(product(range(len(old)), range(len(new))))
        pairs = best_partners(_caseless(old), _caseless(new), everyone)
        best = flat
        while pairs:
            found = self.changes(pairs)
            if self._effort(found) <= self._effort(best):
                best = found
            fewer = [[*pairs[:k], *pairs[k + 1 :]] for k in range(len(pairs))]
            pairs = min(fewer, key=lambda some: self._effort(self.changes(some)))
            if self._effort(self.changes(pairs)) > self._effort(found):
                break
        return best

    def changes(self, pairs: Sequence[Pair]) -> list[Hunk]:
        """What differs within each of the pairs, and between two of them."""
        found: list[Hunk] = []
        everyone = range(len(self.starts_a) - 1), range(len(self.starts_b) - 1)
        for before, after, pair in stretches(*everyone, pairs):
            found += self._between(before.start, before.stop, after.start, after.stop)
            found += self._between(pair[0], pair[0] + 1, pair[1], pair[1] + 1) if pair else []
        return found

    def _effort(self, found: Sequence[Hunk]) -> Effort:
        return effort(self.a, self.b, found, self.starts_a[0], self.starts_a[-1])

    def _between(self, i: int, i_end: int, j: int, j_end: int) -> list[Hunk]:
        key = i, i_end, j, j_end
        if key not in self._found:
            ends = self.starts_a[i], self.starts_a[i_end], self.starts_b[j], self.starts_b[j_end]
            self._found[key] = _changes(self.a, self.b, *ends)
        return self._found[key]


def _caseless(sentences: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [tuple(map(str.casefold, sentence)) for sentence in sentences]


def _changes(a: Keys, b: Keys, a0: int, a1: int, b0: int, b1: int) -> list[Hunk]:
    if a0 == a1 or b0 == b1:
        return [Hunk(a0, a1, b0, b1)] if a0 < a1 or b0 < b1 else []
    inner_a, inner_b = a[a0:a1], b[b0:b1]
    return [shift(h, a0, b0) for h in refined(inner_a, inner_b, hunks(inner_a, inner_b))]

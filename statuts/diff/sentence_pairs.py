"""Sentences of an alinéa paired by what they say, where the shortest script runs across them or shifts them.

« pour [-trois-]{+quatre ans. Le secrétaire est élu pour quatre+} ans » keeps as many words as « pour
[-trois-]{+quatre+} ans. {+Le secrétaire est élu pour quatre ans.+} », and nobody would mark it so.
"""

from collections.abc import Collection, Sequence
from itertools import compress, count, pairwise, product

from statuts.diff.clusters import beyond, refined, shift, weight_of
from statuts.diff.order import Pair, stretches
from statuts.diff.sequence import Hunk, hunks
from statuts.diff.telling import best_partners, is_number
from statuts.diff.weights import CONTENT, HUNK_COST, weight
from statuts.language.function_words import AUXILIARIES
from statuts.language.words import SENTENCE_ENDS, is_word

_ENDS = SENTENCE_ENDS | {";"}  # the parts of an enumeration are paired like sentences
_ACROSS = 4000  # what a mark costs besides that begins inside one sentence and ends inside another
_MANY, _LONG = 12, 400  # sentences, and units of them, beyond which the shortest script stays: bounds time

Keys = Sequence[str]


def in_pairs(a: Keys, b: Keys, found: list[Hunk]) -> list[Hunk]:
    """`found`, or the changes within and between paired sentences where these are easier to read."""
    if not _shifted(a, b, found) and not _doubtful(a, b, found):
        return found  # nearly always
    if any(map(beyond, found)):
        return found
    (starts_a, old), (starts_b, new) = sentences(a, _ENDS), sentences(b, _ENDS)
    result: list[Hunk] = []
    paired = False
    for i, i_end, j, j_end in hunks(old, new):
        flat = _changes(a, b, starts_a[i], starts_a[i_end], starts_b[j], starts_b[j_end])
        stretch = _Stretch(a, b, starts_a[i : i_end + 1], starts_b[j : j_end + 1])
        best = stretch.easiest(old[i:i_end], new[j:j_end], flat) if stretch.is_short() else flat
        paired = paired or best is not flat
        result += best
    best = result if paired else found
    if not any(_runs_across(a, h.a0, h.a1) or _runs_across(b, h.b0, h.b1) for h in best):
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
            if self.effort(found) <= self.effort(best):
                best = found
            fewer = [[*pairs[:k], *pairs[k + 1 :]] for k in range(len(pairs))]
            pairs = min(fewer, key=lambda some: self.effort(self.changes(some)))
            if self.effort(self.changes(pairs)) > self.effort(found):
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

    def effort(self, found: Sequence[Hunk]) -> tuple[int, int, int]:
        """What reading costs: words that serve another sentence, sentences that took another's place; then
        marks and words.
        """
        torn = _torn(self.a, [h[:2] for h in found]) + _torn(self.b, [h[2:] for h in found])
        shifted = _shifted(self.a, self.b, found, self.starts_a[0], self.starts_a[-1])
        return torn, len(shifted), _cost(self.a, self.b, found)

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


def _shifted(a: Keys, b: Keys, found: Sequence[Hunk], start: int = 0, end: int | None = None) -> set[str]:
    """Telling words that one change strikes and another one writes again: a sentence took another's place."""
    struck: set[str] = set()
    written: set[str] = set()
    for a0, a1, b0, b1 in found:
        struck.update(a[a0:a1])
        written.update(b[b0:b1])
    if len(found) < 2 or struck.isdisjoint(written):
        return set()  # nearly always
    both = {key for key in struck & written if weight(key) >= CONTENT and is_word(key) and not is_number(key)}
    if both:
        for hunk in found:
            both.difference_update(a[start : hunk.a0])
            start = hunk.a1
        both.difference_update(a[start:end])
    return both


def _doubtful(a: Keys, b: Keys, found: Sequence[Hunk]) -> bool:
    """True where a mark runs across, or a sentence came or went beside one that was changed."""
    if all(_ENDS.isdisjoint(a[h.a0 : h.a1]) and _ENDS.isdisjoint(b[h.b0 : h.b1]) for h in found):
        return False
    if any(_runs_across(a, h.a0, h.a1) or _runs_across(b, h.b0, h.b1) for h in found):
        return True
    return any(
        (_is_whole(a, b, one) or _is_whole(a, b, other))
        and sum(map(_ENDS.__contains__, a[one.a1 : other.a0])) <= 1
        for one, other in pairwise(found)
    )


def _is_whole(a: Keys, b: Keys, hunk: Hunk) -> bool:
    gone, come = a[hunk.a0 : hunk.a1], b[hunk.b0 : hunk.b1]
    return not (gone and come) and (gone or come)[-1] in _ENDS


def _runs_across(keys: Keys, start: int, end: int) -> bool:
    if start == 0 or keys[start - 1] in _ENDS:
        return False
    ends = [k for k in range(start, end - 1) if keys[k] in _ENDS]
    if not ends or not any(map(is_word, keys[ends[0] : end])):
        return False
    if end == len(keys) or keys[end] not in _ENDS:
        return True
    # « le conseil{+ ; sa décision est motivée+}. »: a clause, with the sign that parts it from the others
    return ends != [start] and not (keys[end] in SENTENCE_ENDS and SENTENCE_ENDS.isdisjoint(keys[start:end]))


def _torn(keys: Keys, marks: Sequence[tuple[int, int]]) -> int:
    """How many marks run into another sentence that says something else with the words that stay of it.

    « par {+le bureau. Un recours est ouvert devant +}l'assemblée générale »: who decides is another one, and
    no word is struck. « neuf membres{+. Ils sont+} élus par l'assemblée générale » was only cut in two.
    """
    count = 0
    for n, (start, end) in enumerate(marks):
        if end == len(keys) or keys[end] in SENTENCE_ENDS or not _runs_across(keys, start, end):
            continue
        last = max((k for k in range(start, end) if keys[k] in SENTENCE_ENDS), default=None)
        if last is None:
            continue
        first = max((k + 1 for k in range(last) if keys[k] in SENTENCE_ENDS), default=0)
        close = next((k for k in range(end, len(keys)) if keys[k] in SENTENCE_ENDS), len(keys))
        known = set(keys[first:last])
        until = [(max(a, end), min(b, close)) for a, b in marks[n + 1 :] if a < close <= b or b == close]
        count += any(_says(keys[a:b], known) for a, b in [(last + 1, end), *until])
    return count


def _says(keys: Keys, known: Collection[str]) -> bool:
    said = (key for key in keys if weight(key) >= CONTENT and is_word(key))
    return any(key not in known and key not in AUXILIARIES for key in said)


def _cost(a: Keys, b: Keys, found: Sequence[Hunk]) -> int:
    """What reading these marks costs, in the weights by which clusters are aligned."""
    return sum(
        HUNK_COST
        + (weight_of(a, h.a0, h.a1) + weight_of(b, h.b0, h.b1)) // 2
        + _ACROSS * (_runs_across(a, h.a0, h.a1) or _runs_across(b, h.b0, h.b1))
        for h in found
    )

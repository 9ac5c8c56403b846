"""A sentence that went elsewhere in its alinéa leaves no word to the one that took its place.

« Le [-président représente l'association-]{+bureau élit un doyen+}. […] {+Le président représente
l'association.+} » would tell that half a sentence moved.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from statuts.diff.order import Pair
from statuts.diff.same_sentence import FEWEST, WORDS, edited
from statuts.diff.sentence_pairs import sentences
from statuts.diff.sequence import Hunk, staying
from statuts.language.words import is_word

_MANY = 40  # sentences of an alinéa beyond which nobody looks: bounds time

Keys = Sequence[str]


def with_displaced(a: Keys, b: Keys, found: list[Hunk]) -> list[Hunk]:
    """The same changes, with every word struck, and written again, of a sentence that went elsewhere."""
    if not _may_hold_one(found):
        return found  # nearly always
    (starts_a, old), (starts_b, new) = sentences(a), sentences(b)
    if not 1 < max(len(old), len(new)) <= _MANY:
        return found
    stays = staying(found, len(a))
    gone = _mostly_differing(starts_a, stays.keys())
    come = _mostly_differing(starts_b, set(stays.values()))
    same = _same([old[s] for s in gone], [new[t] for t in come])
    displaced = [
        (s, t)
        for s, t in same
        if not any(
            starts_b[come[t]] <= stays.get(k, -1) < starts_b[come[t] + 1]
            for k in range(starts_a[gone[s]], starts_a[gone[s] + 1])
        )  # a word of it stayed where it was, and so did the sentence
    ]
    if not displaced:
        return found
    left = {k for s, _ in displaced for k in range(starts_a[gone[s]], starts_a[gone[s] + 1])}
    came = {k for _, t in displaced for k in range(starts_b[come[t]], starts_b[come[t] + 1])}
    kept = [(i, j) for i, j in stays.items() if i not in left and j not in came]
    return found if len(kept) == len(stays) else list(_changes(kept, len(a), len(b)))


def _may_hold_one(found: Sequence[Hunk]) -> bool:
    """Whether enough units were struck in one place, and added in another."""
    if len(found) < 2:
        return False
    return max(h.a1 - h.a0 for h in found) >= FEWEST - 1 <= max(h.b1 - h.b0 for h in found)


def _mostly_differing(starts: Sequence[int], stay: Collection[int]) -> list[int]:
    """The sentences, by their rank, of which at least half of the units do not stay."""
    return [
        s
        for s, (start, end) in enumerate(pairwise(starts))
        if 2 * sum([k in stay for k in range(start, end)]) <= end - start
    ]


def _same(gone: Sequence[tuple[str, ...]], come: Sequence[tuple[str, ...]]) -> list[Pair]:
    """Which of the sentences that went is which of those that came."""
    left = [" ".join(map(str.casefold, sentence)) for sentence in gone]
    came = [" ".join(map(str.casefold, sentence)) for sentence in come]
    words_left, words_came = ([sum(map(is_word, sentence)) for sentence in side] for side in (gone, come))
    pairs: list[Pair] = []
    for s, text in enumerate(left):
        if words_left[s] >= FEWEST and left.count(text) == came.count(text) == 1:
            pairs.append((s, came.index(text)))
    done_left, done_came = {s for s, _ in pairs}, {t for _, t in pairs}
    rest_left = [s for s, words in enumerate(words_left) if words >= WORDS and s not in done_left]
    rest_came = [t for t, words in enumerate(words_came) if words >= WORDS and t not in done_came]
    if rest_left and rest_came:
        found = edited([left[s] for s in rest_left], [came[t] for t in rest_came])
        pairs += [
            (rest_left[s], rest_came[t])
            for s, t in found
            if left[rest_left[s]].split()[0] == came[rest_came[t]].split()[0]  # « Il » may be another
        ]
    return pairs


def _changes(kept: Sequence[Pair], size_a: int, size_b: int) -> Iterator[Hunk]:
    """What differs where these units stay."""
    i = j = 0
    for next_i, next_j in [*kept, (size_a, size_b)]:
        if i < next_i or j < next_j:
            yield Hunk(i, next_i, j, next_j)
        i, j = next_i + 1, next_j + 1

"""Which units of an alinéa stay and which go: the shortest script, then what a reader finds clearest.

The shortest edit script cuts where it pays least, not where a person would: clusters of changes are aligned
anew (`clusters.py`), and sentences are paired where it runs across them (`sentence_pairs.py`).
"""

from collections.abc import Sequence
from itertools import accumulate, compress, count

from statuts.diff.brackets import with_brackets
from statuts.diff.clusters import MAX_UNITS, beyond, refined, shift, weight_of
from statuts.diff.enumerations import with_items_kept
from statuts.diff.exchanged import with_exchanges
from statuts.diff.own_units import with_own_units
from statuts.diff.own_values import with_own_values
from statuts.diff.sentence_pairs import in_pairs, sentences
from statuts.diff.sequence import Hunk, hunks, middle
from statuts.diff.weights import WHOLE_SENTENCE, weights
from statuts.language.words import SENTENCE_ENDS

_LONG = 60  # units above which equal sentences are anchored before words are compared

Keys = Sequence[str]


def align(a: Keys, b: Keys) -> list[Hunk]:
    """The places where `b` says something else than `a`, as a careful reader would mark them."""
    found = _by_sentence(a, b) if len(a) + len(b) > _LONG else refined(a, b, hunks(a, b))
    found = with_exchanges(a, b, with_items_kept(a, b, in_pairs(a, b, found)))
    found = with_own_values(a, b, with_own_units(a, b, found))
    return with_brackets(a, b, found)


def too_long(a: Keys, b: Keys) -> bool:
    """True where `align` replaces a stretch as a whole because of its length alone."""
    return max(len(a), len(b)) > MAX_UNITS and any(beyond(hunk) for hunk in _sentence_hunks(a, b))


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
    total = sum(weights(a)) + sum(weights(b))
    if not total:
        return 1.0
    gone = sum(weight_of(a, h.a0, h.a1) + weight_of(b, h.b0, h.b1) for h in found)
    return 1 - gone / total


# --- sentences first -------------------------------------------------------------------------------


def _by_sentence(a: Keys, b: Keys) -> list[Hunk]:
    if _in_one_sentence(a, b):
        return refined(a, b, hunks(a, b))
    found: list[Hunk] = []
    for hunk in _sentence_hunks(a, b):
        if hunk.a0 == hunk.a1 or hunk.b0 == hunk.b1 or beyond(hunk):
            found.append(hunk)
            continue
        inner_a, inner_b = a[hunk.a0 : hunk.a1], b[hunk.b0 : hunk.b1]
        found += [shift(h, hunk.a0, hunk.b0) for h in hunks(inner_a, inner_b)]
    return refined(a, b, found)


def _in_one_sentence(a: Keys, b: Keys) -> bool:
    """True where no sentence ends between the first difference and the last: the others need not be read."""
    start, end_a, end_b = middle(a, b)
    inside = SENTENCE_ENDS.isdisjoint(a[start:end_a]) and SENTENCE_ENDS.isdisjoint(b[start:end_b])
    return inside and max(len(a), len(b)) <= MAX_UNITS


def _sentence_hunks(a: Keys, b: Keys) -> list[Hunk]:
    """Where the sentences differ, in units: equal sentences are never looked into."""
    (starts_a, old), (starts_b, new) = sentences(a), sentences(b)
    return [Hunk(starts_a[h.a0], starts_a[h.a1], starts_b[h.b0], starts_b[h.b1]) for h in hunks(old, new)]


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
    total_a = [0, *accumulate(weights(a))]
    total_b = [0, *accumulate(weights(b))]
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

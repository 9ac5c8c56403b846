"""Which struck sentence is which added one: it says the same, or nearly, and no other one is as like."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from statuts.diff import alineas
from statuts.diff.classes import Renumbering
from statuts.diff.clusters import MAX_UNITS
from statuts.diff.telling import is_number
from statuts.diff.units import keys, kin, likeness, rough, telling_words
from statuts.diff.words import align, similarity
from statuts.model.document import Block, BlockKind
from statuts.model.redline import Op, Segment

_EDITED = 0.7
"""Likeness from which a sentence that came is one that left: high, for statutes repeat their forms."""

_MARGIN = 0.15  # by which it must beat any other pair of either
_FIRST = 4  # telling words among which the two stand with which the other begins
_ROUGHLY = 0.5  # share of the telling words, before anything is split with care

Sentence = tuple[str, str]
"""The words of a sentence, and its text."""


def moved_sentences(struck: Sequence[Sentence], added: Sequence[Sentence]) -> list[tuple[int, int]]:
    """The pairs of one sentence, as indices: the same words, or else most of them."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for a, (words, _) in enumerate(added):
        places[words].append(a)
    pairs: list[tuple[int, int]] = []
    for s, (words, _) in enumerate(struck):
        if places.get(words):
            pairs.append((s, places[words].pop(0)))
    done_s, done_a = {s for s, _ in pairs}, {a for _, a in pairs}
    left = [s for s in range(len(struck)) if s not in done_s]
    came = [a for a in range(len(added)) if a not in done_a]
    edited = _edited([struck[s][1] for s in left], [added[a][1] for a in came])
    return sorted(pairs + [(left[i], came[j]) for i, j in edited])


def may_be_edited(struck: Collection[str], added: Collection[str]) -> bool:
    """Whether two sentences of both sides, split without care, share half of their telling words."""
    left, came = list(map(telling_words, struck)), list(map(telling_words, added))
    return any(
        len(left[i] & came[j]) >= _ROUGHLY * max(len(left[i]), len(came[j]))
        for i, j in kin(list(struck), list(added))
    )


def edits(old: str, new: str, fresh: Callable[[], int], renumbering: Renumbering) -> Sequence[Segment]:
    """What differs within a sentence."""
    if old == new:
        return (Segment(Op.EQUAL, old),)
    was, now = (Block(BlockKind.PARAGRAPH, "", text, "", 0, 1) for text in (old, new))
    return alineas.changed(was, now, fresh, renumbering).segments


def _edited(struck: Sequence[str], added: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs on one subject of which each is much liker the other than anything else that left or came."""
    scores = {
        (i, j): likeness(struck[i], added[j])
        for i, j in kin(struck, added)
        if _same_subject(struck[i], added[j])
    }
    of_struck: defaultdict[int, list[float]] = defaultdict(list)
    of_added: defaultdict[int, list[float]] = defaultdict(list)
    for (i, j), score in scores.items():
        of_struck[i].append(score)
        of_added[j].append(score)
    return [
        (i, j)
        for (i, j), score in scores.items()
        if score >= _EDITED
        and _stands_out(score, of_struck[i])
        and _stands_out(score, of_added[j])
        and _mostly_stays(struck[i], added[j])
    ]


def _stands_out(score: float, scores: Sequence[float]) -> bool:
    return sum([other > score - _MARGIN for other in scores]) == 1


def _same_subject(old: str, new: str) -> bool:
    """« Le trésorier est élu… » is not « Le président est élu… », however like the rest; « Toutefois, »
    before it changes nothing.
    """
    first_old, first_new = _first_words(old), _first_words(new)
    return first_old[:2] in _in_twos(first_new) or first_new[:2] in _in_twos(first_old)


def _in_twos(words: Sequence[str]) -> list[list[str]]:
    return [[*two] for two in pairwise(words)]


def _first_words(sentence: str) -> list[str]:
    telling = telling_words(sentence)
    return [word for word in rough(sentence) if word in telling and not is_number(word)][:_FIRST]


def _mostly_stays(old: str, new: str) -> bool:
    """True where much of it stands in the same order too."""
    a, b = keys(old), keys(new)
    return max(len(a), len(b)) <= MAX_UNITS and similarity(a, b, align(a, b)) >= _EDITED

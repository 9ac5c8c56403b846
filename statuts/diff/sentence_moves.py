"""Which struck sentence is which added one: it says the same, or nearly, and no other one is as like."""

from collections import defaultdict
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from statuts.diff import alineas
from statuts.diff.classes import Renumbering
from statuts.diff.clusters import MAX_UNITS
from statuts.diff.order import Pair
from statuts.diff.places import Place
from statuts.diff.subjects import is_of_another
from statuts.diff.telling import is_number, leads
from statuts.diff.units import keys, kin, likeness, rough, telling_words
from statuts.diff.words import align, similarity
from statuts.language.function_words import FUNCTION_WORDS
from statuts.model.document import Block, BlockKind
from statuts.model.redline import Op, Segment

WORDS = 5
"""From so many on, the same words in another place are a sentence that moved."""

_EDITED = 0.7
"""Likeness from which a sentence that came is one that left: high, for statutes repeat their forms."""

_MARGIN = 0.15  # by which it must beat any other pair of either
_FIRST = 4  # telling words among which the two stand with which the other begins
_SHARED = 2  # words without which none of the other side need be looked at
_ROUGHLY = 0.5  # share of the telling words, before anything is split with care


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence inside a struck or added segment: where, its words, its own slice of that text."""

    place: Place
    segment: int
    start: int
    end: int
    words: tuple[str, ...]
    text: str

    @property
    def is_long(self) -> bool:
        """Whether the same words elsewhere are this sentence: a shorter one may have been written twice."""
        return len(self.words) >= WORDS


def moved_sentences(struck: Sequence[Sentence], added: Sequence[Sentence]) -> list[Pair]:
    """The pairs of one sentence, as indices: the same words, or else most of them."""
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for a, sentence in enumerate(added):
        places[sentence.words].append(a)
    pairs: list[Pair] = []
    for s, sentence in enumerate(struck):
        if sentence.is_long and places.get(sentence.words):
            pairs.append((s, places[sentence.words].pop(0)))
    done_s, done_a = {s for s, _ in pairs}, {a for _, a in pairs}
    left = [s for s, sentence in enumerate(struck) if s not in done_s and sentence.is_long]
    came = [a for a, sentence in enumerate(added) if a not in done_a and sentence.is_long]
    edited = _edited([struck[s].text for s in left], [added[a].text for a in came])
    return sorted(pairs + [(left[i], came[j]) for i, j in edited])


def with_neighbours(
    pairs: Sequence[Pair], struck: Sequence[Sentence], added: Sequence[Sentence]
) -> list[Pair]:
    """The same pairs, with short sentences that stayed beside one that moved: « Il signe les contrats. »"""
    found = dict(pairs)
    taken = set(found.values())
    for step in (1, -1):
        for s, a in sorted(found.items(), reverse=step < 0):
            k, m = s + step, a + step
            while (
                0 <= k < len(struck)
                and 0 <= m < len(added)
                and k not in found
                and m not in taken
                and struck[k].words == added[m].words
                and _in_one(struck[k], struck[s])
                and _in_one(added[m], added[a])
            ):
                found[k] = m
                taken.add(m)
                k, m = k + step, m + step
    return sorted(found.items())


def _in_one(one: Sentence, other: Sentence) -> bool:
    return one.place == other.place and one.segment == other.segment


def may_be_edited(struck: Set[str], added: Set[str]) -> set[str]:
    """The sentences, split without care, that share half of their telling words with another side's."""
    told = set(" ".join(struck).split()).intersection(" ".join(added).split()) - FUNCTION_WORDS
    left, came = (
        sorted(text for text in side if len(told.intersection(text.split())) >= _SHARED)
        for side in (struck, added)
    )
    words_left, words_came = list(map(telling_words, left)), list(map(telling_words, came))
    found: set[str] = set()
    for i, j in kin(left, came):
        one, other = words_left[i], words_came[j]
        if len(one & other) >= _ROUGHLY * max(len(one), len(other)):
            found |= {left[i], came[j]}
    return found


def edits(old: str, new: str, fresh: Callable[[], int], renumbering: Renumbering) -> Sequence[Segment]:
    """What differs within a sentence."""
    if old == new:
        return (Segment(Op.EQUAL, old),)
    was, now = (Block(BlockKind.PARAGRAPH, "", text, "", 0, 1) for text in (old, new))
    return alineas.changed(was, now, fresh, renumbering).segments


def _edited(struck: Sequence[str], added: Sequence[str]) -> list[Pair]:
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
        and leads(score, of_struck[i], _MARGIN)
        and leads(score, of_added[j], _MARGIN)
        and _mostly_stays(struck[i], added[j])
    ]


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
    """True where much of it stands in the same order too, and it is still said of the same."""
    a, b = keys(old), keys(new)
    if max(len(a), len(b)) > MAX_UNITS:
        return False
    found = align(a, b)
    return similarity(a, b, found) >= _EDITED and not is_of_another(a, b, found)

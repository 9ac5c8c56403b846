"""Which struck sentence is which added one: it says the same, or nearly, and no other one is as like."""

from collections import defaultdict
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

from statuts.diff import alineas
from statuts.diff.order import Pair
from statuts.diff.places import Place
from statuts.diff.renumbering import Renumbering
from statuts.diff.same_sentence import FEWEST, WORDS, edited
from statuts.diff.units import kin, telling_words
from statuts.language.function_words import FUNCTION_WORDS
from statuts.model.document import Block, BlockKind
from statuts.model.redline import Op, Segment

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
        here = [
            a
            for a in places.get(sentence.words, ())
            if sentence.is_long or (added[a].place == sentence.place and len(sentence.words) >= FEWEST)
        ]
        if here:
            pairs.append((s, here[0]))
            places[sentence.words].remove(here[0])
    done_s, done_a = {s for s, _ in pairs}, {a for _, a in pairs}
    left = [s for s, sentence in enumerate(struck) if s not in done_s and sentence.is_long]
    came = [a for a, sentence in enumerate(added) if a not in done_a and sentence.is_long]
    changed = edited([struck[s].text for s in left], [added[a].text for a in came])
    return sorted(pairs + [(left[i], came[j]) for i, j in changed])


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

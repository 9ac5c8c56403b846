"""Whether a sentence that left and one that came are the same, edited: statutes repeat their forms."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from statuts.diff.clusters import MAX_UNITS
from statuts.diff.order import Pair
from statuts.diff.subjects import is_of_another
from statuts.diff.telling import is_number, leads
from statuts.diff.units import keys, kin, likeness, rough, telling_words
from statuts.diff.words import align, similarity

WORDS = 5
"""From so many on, the same words in another place are a sentence that moved."""

FEWEST = 4
"""And from so many on within one alinéa: « Le vote est secret. »"""

_EDITED = 0.7
"""Likeness from which a sentence that came is one that left: high, for statutes repeat their forms."""

_MARGIN = 0.15  # by which it must beat any other pair of either
_FIRST = 4  # telling words among which the two stand with which the other begins


def edited(struck: Sequence[str], added: Sequence[str]) -> list[Pair]:
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

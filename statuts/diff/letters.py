"""Capitals or slips of the pen everywhere: words that are the same stay words, whatever their letters."""

from collections.abc import Sequence
from itertools import pairwise

from statuts.diff.sequence import Hunk
from statuts.diff.words import align, similarity, whole_sentences
from statuts.language.spelling import is_misspelt

_MOSTLY = 0.5  # share of the weight that stays, letters apart
_SLIPS = 2  # words spelt otherwise, from which on it is the spelling that was gone over
_MOST_PAIRS = 10_000  # of words to be compared letter by letter: bounds time

Keys = Sequence[str]


def but_for_letters(a: Keys, b: Keys) -> list[Hunk] | None:
    """The changes of words and, apart from them, those of capitals and of spelling; None where that is no
    clearer.
    """
    small_a, small_b = [key.casefold() for key in a], [key.casefold() for key in b]
    spelt = _spelt(small_a, small_b)
    if len(spelt) < _SLIPS and not _many_capitals(a, small_a) and not _many_capitals(b, small_b):
        return None
    small_b = [spelt.get(key, key) for key in small_b]
    aligned = align(small_a, small_b)
    if (
        similarity(small_a, small_b, aligned) < _MOSTLY
        or whole_sentences(small_a, small_b, aligned) != aligned
    ):
        return None
    found: list[Hunk] = []
    for before, after in pairwise([Hunk(0, 0, 0, 0), *aligned, Hunk(len(a), len(a), len(b), len(b))]):
        found += _otherwise_spelt(a, b, before, after)
        found.append(after)
    return found[:-1]


def _spelt(small_a: Keys, small_b: Keys) -> dict[str, str]:
    """The words of the one that are misspelt in the other, each with how it is spelt there."""
    only_a = [key for key in dict.fromkeys(small_a) if key.isalpha() and key not in small_b]
    only_b = [key for key in dict.fromkeys(small_b) if key.isalpha() and key not in small_a]
    if len(only_a) * len(only_b) > _MOST_PAIRS:
        return {}
    found: dict[str, str] = {}
    for own in only_b:
        alike = [key for key in only_a if is_misspelt(key, own)]
        if len(alike) == 1 and alike[0] not in found.values():
            found[own] = alike[0]
    return found


def _many_capitals(keys: Keys, small: Keys) -> bool:
    return 4 * sum([key != other for key, other in zip(keys, small, strict=True)]) >= len(keys)


def _otherwise_spelt(a: Keys, b: Keys, before: Hunk, after: Hunk) -> list[Hunk]:
    """Between two changes: the runs of words that differ by their letters alone."""
    found: list[Hunk] = []
    for i, j in zip(range(before.a1, after.a0), range(before.b1, after.b0), strict=True):
        if a[i] == b[j]:
            continue
        if found and (found[-1].a1 == i or (found[-1].a1 == i - 1 and a[i - 1].endswith("'"))):
            found[-1] = found[-1]._replace(a1=i + 1, b1=j + 1)
        else:
            found.append(Hunk(i, i + 1, j, j + 1))
    return found

"""Capitals that came or went everywhere: words that are the same stay words, whatever their letters."""

from collections.abc import Sequence
from itertools import pairwise

from statuts.diff.sequence import Hunk
from statuts.diff.words import align, similarity, whole_sentences

_MOSTLY = 0.5  # share of the weight that stays, letters apart

Keys = Sequence[str]


def without_case(a: Keys, b: Keys) -> list[Hunk] | None:
    """The changes of words and, apart from them, those of capitals; None where that is no clearer."""
    small_a, small_b = [key.casefold() for key in a], [key.casefold() for key in b]
    if not _many_capitals(a, small_a) and not _many_capitals(b, small_b):
        return None
    aligned = align(small_a, small_b)
    if (
        similarity(small_a, small_b, aligned) < _MOSTLY
        or whole_sentences(small_a, small_b, aligned) != aligned
    ):
        return None
    found: list[Hunk] = []
    for before, after in pairwise([Hunk(0, 0, 0, 0), *aligned, Hunk(len(a), len(a), len(b), len(b))]):
        found += _capitals(a, b, before, after)
        found.append(after)
    return found[:-1]


def _many_capitals(keys: Keys, small: Keys) -> bool:
    return 4 * sum([key != other for key, other in zip(keys, small, strict=True)]) >= len(keys)


def _capitals(a: Keys, b: Keys, before: Hunk, after: Hunk) -> list[Hunk]:
    """Between two changes: the runs of words that differ by capitals alone."""
    found: list[Hunk] = []
    for i, j in zip(range(before.a1, after.a0), range(before.b1, after.b0), strict=True):
        if a[i] == b[j]:
            continue
        if found and (found[-1].a1 == i or (found[-1].a1 == i - 1 and a[i - 1].endswith("'"))):
            found[-1] = found[-1]._replace(a1=i + 1, b1=j + 1)
        else:
            found.append(Hunk(i, i + 1, j, j + 1))
    return found

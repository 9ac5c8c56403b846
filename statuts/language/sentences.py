"""Where the sentences of an alinéa begin and end."""

import re

from statuts.language.abbreviations import is_abbreviation
from statuts.language.words import SENTENCE_ENDS, units

_MAY_OPEN = re.compile(r"[\s*_«“\"(\u00a0\u202f\[–—-]*(?:[^\W\d_a-zà-öø-ÿœæ]|\d)")
_CLOSING = frozenset({'"', ")", "]"})


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of one alinéa, in order; what stands between two is white space.

    Circulaire du 20 octobre 2000 counts sentences by their final stop; an abbreviation's is none.
    A full stop ends one where a capital or a figure follows, and neither an abbreviation nor an
    initial stands before it. A closing quotation mark or parenthesis after it still belongs to it.
    """
    found: list[tuple[int, int]] = []
    _, keys, ends = units(text)
    start = first = 0
    k = 0
    while k < len(keys):
        if keys[k] in SENTENCE_ENDS and not (keys[k] == "." and k and is_abbreviation(keys[k - 1])):
            last = k
            while (
                last + 1 < len(keys)
                and keys[last + 1] in _CLOSING | SENTENCE_ENDS
                and _clings(text, ends, last)
            ):
                last += 1
            end = ends[2 * last + 1]
            if last + 1 == len(keys) or _MAY_OPEN.match(text, end):
                end += len(text[end:]) - len(text[end:].lstrip("*_"))
                found.append((start, end))
                start = end + len(text[end:]) - len(text[end:].lstrip())
                first = last + 1
            k = last
        k += 1
    if first < len(keys):
        found.append((start, len(text.rstrip())))
    return found


def _clings(text: str, ends: list[int], k: int) -> bool:
    """Whether nothing but a no-break space parts unit `k` from the next: « … public. » »."""
    return (
        not text[ends[2 * k + 1] : ends[2 * k + 2]].strip("*_\u00a0\u202f ")
        and "\n" not in text[ends[2 * k + 1] : ends[2 * k + 2]]
    )

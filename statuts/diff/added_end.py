"""Sentences added at the end of an alinéa, or taken away there: marked without splitting what both share.

It must give what the long way gives (`alineas.py`), and a test says that it does. The one mark could only
slide where the last words are the same twice, and then its best place is after a full stop; no sentence can
be matched with another; and so much stays that nothing is called rewritten.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from statuts.diff.classes import classify
from statuts.diff.marking import Marker
from statuts.diff.one_word import LONGEST
from statuts.diff.sequence import Hunk
from statuts.diff.units import common_ends, keys
from statuts.language.abbreviations import is_abbreviation
from statuts.language.words import LETTERS, SENTENCE_ENDS, is_plain
from statuts.model.redline import ChangeClass

_TAIL = 60  # characters before the end that are split, for what stands beside a change may tell its class
_ENDS = re.compile(rf"[{LETTERS}€] ?[.;]\Z")
_MORE = re.compile(rf" [{LETTERS}].*[{LETTERS}.;]\Z", re.DOTALL)  # nothing is left over at its end
_SEAM = re.compile(rf"(?<=[{LETTERS}]) (?=[{LETTERS}])")  # no unit spans it: only amounts hold spaces
_A_WORD = re.compile(rf" [{LETTERS}]")
_PART = 0.9  # units that stay for each that does not: if all weighed least, the likeness would be above 0.25


class AddedEnd(NamedTuple):
    """Of two texts, the longer one is the shorter one and `more`."""

    shorter: str
    more: str
    cls: ChangeClass


def added_end(old: str, new: str) -> AddedEnd | None:
    """What one of both has after all that the other says, where nothing else need be looked at."""
    shorter, longer = (old, new) if len(old) < len(new) else (new, old)
    size = len(shorter)
    if common_ends(old, new)[0] < size or len(longer) > LONGEST:
        return None
    more = longer[size:]
    if not _ENDS.search(shorter, max(0, size - 3)) or not _MORE.match(more) or not is_plain(longer):
        return None
    start = shorter.rfind(". ") + 2 if ". " in shorter else 0
    far = size - 2 * _TAIL
    seam = _SEAM.search(shorter, far, size - _TAIL) if far > start else None
    beside, added = keys(shorter[seam.end() if seam else start :]), keys(more)
    if not _stays_there(beside, added):
        return None
    if not start and len(_A_WORD.findall(shorter)) < _PART * len(added):
        return None
    both, at = beside + added, len(beside)
    if longer is new:
        return AddedEnd(shorter, more, classify(beside, both, Hunk(at, at, at, len(both))))
    return AddedEnd(shorter, more, classify(both, beside, Hunk(at, len(both), at, at)))


def mark_added_end(marker: Marker, found: AddedEnd, *, is_old: bool) -> None:
    """Write the shorter text and what was added, or with `is_old` taken away, into `marker`."""
    marker.equal(found.shorter)
    marker.numbered(found.more if is_old else "", "" if is_old else found.more, found.cls)


def _stays_there(beside: Sequence[str], added: Sequence[str]) -> bool:
    """True where a mark at the very end is best, wherever else it could slide to."""
    if len(beside) > 1 and is_abbreviation(beside[-2]):
        return False
    if added[-1] != beside[-1]:
        return True
    if beside[-1] not in SENTENCE_ENDS:
        return False
    for k in range(1, min(len(beside), len(added))):
        if beside[-1 - k] in SENTENCE_ENDS:
            return False  # as good a place
        if beside[-1 - k] != added[-1 - k]:
            return True
    return False

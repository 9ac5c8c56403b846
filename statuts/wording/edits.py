"""The changes of one alinéa as instructions on words: what is quoted, and how it is told apart.

Guide de légistique, fiche 3.4.1, and the Parliament's guide, 8.1: as few words as make it certain; never
half of an elided word or of a compound.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from statuts.language.sentences import sentences
from statuts.language.words import SENTENCE_ENDS, Units, is_word, units
from statuts.markdown.inline import plain
from statuts.model.instruction import (
    Address,
    AddWords,
    Deed,
    Delete,
    DeleteWords,
    Element,
    Insert,
    InsertWords,
    Nature,
    ReplaceWords,
    Rewrite,
    Side,
    Step,
    Unit,
    Words,
)
from statuts.wording.joints import joint
from statuts.wording.pairs import Run
from statuts.wording.ranks import rank_of, ranks_of

_WIDEST = 5
"""Words that are quoted besides, to tell one place from another; beyond, the occurrence is named."""

_DATE = re.compile(
    r"(?:\d{1,2}|1er) (?:janvier|février|mars|avril|mai|juin|juillet|août"
    r"|septembre|octobre|novembre|décembre)(?: \d{4})?"
    r"|\d{1,2}/\d{1,2}/\d{4}"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_RATE = re.compile(r"\d+(?:,\d+)?[ \u00a0\u202f]?%")
_AMOUNT = re.compile(r"\d[\d \u00a0\u202f]*(?:,\d+)?[ \u00a0\u202f]?(?:€|euros?)")
_NUMBER = re.compile(r"\d[\d \u00a0\u202f]*(?:,\d+)?")
_SPACES = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Told:
    """A deed, and the numbers of the changes it brings about."""

    deed: Deed
    changes: tuple[int, ...]


class _Edit(NamedTuple):
    """Units `first` to `last` (excluded) of the old alinéa give way to `new`."""

    first: int
    last: int
    new: str
    changes: tuple[int, ...]


def in_words(words: str, offset: int, runs: Sequence[Run], place: Address) -> list[Told] | None:
    """The runs of an alinéa (its words, and where they begin in the source) told word by word.

    None where that cannot be: a run cuts a unit, or reaches beyond the alinéa.
    """
    held = units(words)
    edits: list[_Edit] = []
    for run in runs:
        edit = _edit(held, run, offset)
        if edit is None:
            return None
        if edit.first == edit.last and not edit.new:
            continue
        edits.append(edit)
    edits = _whole_elisions(held, _apart(held, edits))
    bounds = sentences(words)
    edits, found = _everywhere(held, edits, place)
    for n, edit in enumerate(edits):
        low = edits[n - 1].last if n else 0
        high = edits[n + 1].first if n + 1 < len(edits) else len(held.keys)
        found.append(Told(_deed(held, edit, (low, high), bounds, place), edit.changes))
    references = {number for run in runs if run.is_reference for number in run.changes}
    return [Told(_as_reference(t.deed), t.changes) if references.issuperset(t.changes) else t for t in found]


def _as_reference(deed: Deed) -> Deed:
    """« la référence : « 5 » est remplacée par la référence : « 6 » » (fiche 3.4.1)."""
    if not isinstance(deed, ReplaceWords):
        return deed
    old, new = (words._replace(nature=Nature.REFERENCE) for words in (deed.old, deed.new))
    return replace(deed, old=old, new=new)


def _everywhere(held: Units, edits: Sequence[_Edit], place: Address) -> tuple[list[_Edit], list[Told]]:
    """The other edits; and one deed for words replaced, or struck, alike at each of their occurrences."""
    alike: dict[tuple[tuple[str, ...], str], list[_Edit]] = {}
    for edit in edits:
        alike.setdefault((tuple(held.keys[edit.first : edit.last]), edit.new), []).append(edit)
    found: list[Told] = []
    for (wanted, new), members in alike.items():
        if len(members) > 1 and wanted and len(_places(held, wanted)) == len(members):
            text = _quoted(held, members[0].first, members[0].last)
            old = Words(text, nature_of(text), every=True)
            deed = (
                ReplaceWords((place,), old, Words(new, nature_of(new))) if new else DeleteWords((place,), old)
            )
            found.append(Told(deed, tuple(number for edit in members for number in edit.changes)))
            edits = [edit for edit in edits if edit not in members]
    return list(edits), found


def _edit(held: Units, run: Run, offset: int) -> _Edit | None:
    start, end = run.start - offset, run.end - offset
    if start < 0 or end > len(held.text) + len(run.old) - len(run.old.rstrip()):
        return None
    start += len(run.old) - len(run.old.lstrip())
    end -= len(run.old) - len(run.old.rstrip())
    new = _SPACES.sub(" ", run.new).strip(" \u00a0\u202f")
    if start >= end:
        at = run.start - offset
        first = next((k for k in range(len(held.keys)) if held.start(k) >= at), len(held.keys))
        if first and held.end(first - 1) > at:
            return None
        return _Edit(first, first, new, run.changes)
    first = next((k for k in range(len(held.keys)) if held.end(k) > start), len(held.keys))
    last = next((k for k in range(first, len(held.keys)) if held.start(k) >= end), len(held.keys))
    if first < last and (held.start(first) < start or held.end(last - 1) > end):
        return None
    return _Edit(first, last, new, run.changes)


def _apart(held: Units, edits: Sequence[_Edit]) -> list[_Edit]:
    """Edits that touch are one."""
    joined: list[_Edit] = []
    for edit in edits:
        if joined and joined[-1].last >= edit.first:
            last = joined[-1]
            new = f"{last.new} {edit.new}".strip()
            joined[-1] = _Edit(last.first, max(last.last, edit.last), new, last.changes + edit.changes)
        else:
            joined.append(edit)
    return joined


def _whole_elisions(held: Units, edits: Sequence[_Edit]) -> list[_Edit]:
    """Wider where a quotation would cut « l’association » or « qu’à » after its apostrophe."""
    wide: list[_Edit] = []
    for edit in edits:
        first, last, new = edit.first, edit.last, edit.new
        while first and _elided(held, first - 1):
            first -= 1
            new = held.text[held.start(first) : held.end(first)] + new
        while last > first and last < len(held.keys) and _elided(held, last - 1):
            new = _beside(new, held.text[held.start(last) : held.end(last)])
            last += 1
        if first == last and last < len(held.keys) and new.endswith(("'", "’")):
            new = _beside(new, held.text[held.start(last) : held.end(last)])
            last += 1
        wide.append(_Edit(first, last, new, edit.changes))
    return _apart(held, wide) if any(a.last > b.first for a, b in pairwise(wide)) else wide


def _elided(held: Units, k: int) -> bool:
    return held.keys[k].endswith("'") and held.end(k) == held.start(k + 1) and k + 1 < len(held.keys)


def _beside(new: str, word: str) -> str:
    return new + word if not new or new.endswith(("'", "’")) else f"{new} {word}"


def _deed(
    held: Units, edit: _Edit, free: tuple[int, int], bounds: Sequence[tuple[int, int]], place: Address
) -> Deed:
    whole = _in_sentences(held, edit, bounds, place)
    if whole is not None:
        return whole
    if edit.first == edit.last:
        return _insertion(held, edit, free, place)
    first, last, rank = _certain(held, edit.first, edit.last, free)
    before = _quoted(held, first, edit.first)
    after = _quoted(held, edit.last, last)
    old = _quoted(held, first, last)
    gap_before = held.text[held.end(edit.first - 1) : held.start(edit.first)] if first < edit.first else ""
    gap_after = held.text[held.end(edit.last - 1) : held.start(edit.last)] if edit.last < last else ""
    if first == edit.first and last == edit.last:
        if not edit.new:
            return DeleteWords((place,), Words(old, nature_of(old), (rank,) if rank else ()))
        return ReplaceWords(
            (place,),
            Words(old, nature_of(old), (rank,) if rank else ()),
            Words(edit.new, nature_of(edit.new)),
        )
    new = _joined(before, gap_before, edit.new, gap_after, after)
    return ReplaceWords((place,), Words(old), Words(new))


def _joined(before: str, gap_before: str, new: str, gap_after: str, after: str) -> str:
    if not new:
        return f"{before}{joint(before, after) if before and after else ''}{after}"
    left = before + (joint(before, new) if before else "") if not gap_before.strip() else before + gap_before
    right = (joint(new, after) if after else "") + after if not gap_after.strip() else gap_after + after
    return left + new + right


def _certain(held: Units, first: int, last: int, free: tuple[int, int]) -> tuple[int, int, int]:
    """Units to quote so that they stand there once; else the same units, and the rank of the occurrence."""
    if _times(held, first, last) == 1:
        return first, last, 0
    low, high = _reach(held, first, last, free)
    for extra in range(1, _WIDEST + 1):
        for left in range(extra + 1):
            a, b = first - left, last + extra - left
            if (
                a < low
                or b > high
                or (a and _elided(held, a - 1))
                or (b < len(held.keys) and _elided(held, b - 1))
            ):
                continue
            if _times(held, a, b) == 1 and is_word(held.keys[a]):
                return a, b, 0
    wanted = held.keys[first:last]
    places = _places(held, wanted)
    return first, last, places.index(first) + 1 if first in places else 0


def _reach(held: Units, first: int, last: int, free: tuple[int, int]) -> tuple[int, int]:
    """How far a quotation may be widened: not into another change, nor into another sentence."""
    low, high = first, last
    while low > free[0] and held.keys[low - 1] not in SENTENCE_ENDS:
        low -= 1
    while high < free[1] and held.keys[high] not in SENTENCE_ENDS:
        high += 1
    return low, high


def _places(held: Units, wanted: Sequence[str]) -> list[int]:
    """Where units stand, counted as the reader of an act counts: without overlaps."""
    found = []
    k, size = 0, len(wanted)
    while k + size <= len(held.keys):
        if held.keys[k : k + size] == list(wanted):
            found.append(k)
            k += size
        else:
            k += 1
    return found


def _times(held: Units, first: int, last: int) -> int:
    return len(_places(held, held.keys[first:last]))


def _quoted(held: Units, first: int, last: int) -> str:
    if first >= last:
        return ""
    return plain(_SPACES.sub(" ", held.text[held.start(first) : held.end(last - 1)]))


def _insertion(held: Units, edit: _Edit, free: tuple[int, int], place: Address) -> Deed:
    new = Words(edit.new, nature_of(edit.new))
    at, count = edit.first, len(held.keys)
    if at == 0:
        return AddWords((place,), new, Side.START)
    stop = count - 1 if count and held.keys[-1] in {".", ";", ":", ",", "!", "?"} else count
    if at >= stop:
        return AddWords((place,), new, Side.END)
    low, _ = _reach(held, at, at, free)
    for size in range(1, _WIDEST + 1):
        first = at - size
        if first < low or (first and _elided(held, first - 1)):
            continue
        if _times(held, first, at) == 1 and is_word(held.keys[first]):
            return InsertWords(
                (place,), Words(_quoted(held, first, at), nature_of(_quoted(held, first, at))), new
            )
    _, high = _reach(held, at, at, free)
    for size in range(1, _WIDEST + 1):
        last = at + size
        if last > high or (last < count and _elided(held, last - 1)):
            continue
        if _times(held, at, last) == 1 and is_word(held.keys[last - 1]):
            return InsertWords((place,), Words(_quoted(held, at, last)), new, Side.BEFORE)
    first = at - 1
    while first and _elided(held, first - 1):
        first -= 1
    rank = _places(held, held.keys[first:at])
    return InsertWords(
        (place,),
        Words(_quoted(held, first, at), ranks=(rank.index(first) + 1,) if first in rank else ()),
        new,
    )


def _in_sentences(held: Units, edit: _Edit, bounds: Sequence[tuple[int, int]], place: Address) -> Deed | None:
    """The deed on whole sentences, where the edit strikes, puts or writes anew whole ones; else None."""
    if edit.first == edit.last:
        if not _is_sentence(edit.new):
            return None
        at = held.start(edit.first)
        if edit.first == len(held.keys):
            return Insert(place, Side.END, Element(Unit.SENTENCE, len(sentences(edit.new))), (edit.new,))
        for k, (start, _) in enumerate(bounds):
            if start <= at and not held.text[start:at].strip("*_ "):
                element = Element(Unit.SENTENCE, len(sentences(edit.new)))
                if k == 0:
                    return Insert(place, Side.START, element, (edit.new,))
                return Insert((*place, _sentence(k - 1, len(bounds))), Side.AFTER, element, (edit.new,))
        return None
    start, end = held.start(edit.first), held.end(edit.last - 1)
    covered = [
        k
        for k, (low, high) in enumerate(bounds)
        if start <= low + _marks(held, low) and high - _closing(held, high) <= end
    ]
    if not covered or len(bounds) == len(covered):
        return None
    first, last = covered[0], covered[-1]
    if (
        bounds[first][0] + _marks(held, bounds[first][0]) != start
        or bounds[last][1] - _closing(held, bounds[last][1]) != end
    ):
        return None
    ranks = ranks_of(covered, len(bounds))
    address = (*place, Step(Unit.SENTENCE, ranks=ranks))
    if not edit.new:
        return Delete((address,))
    if _is_sentence(edit.new):
        count = len(sentences(edit.new))
        several = None if count == len(covered) else Element(Unit.SENTENCE, count)
        return Rewrite((address,), (edit.new,), several)
    return None


def _marks(held: Units, at: int) -> int:
    return len(held.text[at:]) - len(held.text[at:].lstrip("*_"))


def _closing(held: Units, end: int) -> int:
    return len(held.text[:end]) - len(held.text[:end].rstrip("*_"))


def _is_sentence(text: str) -> bool:
    bare = text.lstrip("*_« ")
    return bare[:1].isupper() and text.rstrip("*_» ")[-1:] in ".!?…"


def _sentence(k: int, count: int) -> Step:
    return Step(Unit.SENTENCE, ranks=(rank_of(k, count),))


def nature_of(text: str) -> Nature:
    """What quoted words are to be called."""
    bare = text.strip()
    if not any(character.isalnum() for character in bare):
        return Nature.SIGN if len(bare) <= 3 else Nature.WORDS
    for pattern, nature in (
        (_DATE, Nature.DATE),
        (_RATE, Nature.RATE),
        (_AMOUNT, Nature.AMOUNT),
        (_YEAR, Nature.YEAR),
        (_NUMBER, Nature.NUMBER),
    ):
        if pattern.fullmatch(bare):
            return nature
    return Nature.PHRASE if bare[0] in ",;:" else Nature.WORDS

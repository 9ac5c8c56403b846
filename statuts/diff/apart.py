"""A change of two kinds cut in two: gender or capitals at one end, wording in the rest.

« les [-représentants élus ne-]{+représentant·es élu·es+} votent » hides that « ne » went; once apart,
the lost negation is a change of its own, and no filter takes it away with the inclusive forms.
"""

from collections.abc import Sequence

from statuts.diff.brackets import closes, opens
from statuts.diff.classes import classify
from statuts.diff.sequence import Hunk
from statuts.diff.words import align
from statuts.language.inclusive import has_mark, only_gender_differs
from statuts.language.words import SENTENCE_ENDS, is_word
from statuts.model.redline import ChangeClass

Keys = Sequence[str]

_MARKS = frozenset({'"', "(", ")"})


def aligned_apart(a: Keys, b: Keys, old: Keys) -> list[Hunk]:
    """The changes between both texts, set apart; `old` are the keys of `a` as `b` would write them."""
    return set_apart(a, b, align(old, b))


def set_apart(a: Keys, b: Keys, found: Sequence[Hunk]) -> list[Hunk]:
    """The same changes, those of two kinds cut between them, without words that are the same after all."""
    result: list[Hunk] = []
    for hunk in found:
        if hunk.a0 == hunk.a1 or hunk.b0 == hunk.b1:
            result.append(hunk)
            continue
        for trimmed in _trimmed(a, b, *hunk):
            for part in _around_marks(a, b, trimmed):
                for sentence in _by_sentence(a, b, part):
                    result += _by_kind(a, b, sentence)
    return _with_stops_kept(a, b, result)


def _with_stops_kept(a: Keys, b: Keys, found: Sequence[Hunk]) -> list[Hunk]:
    """The same changes, two that touch made one where both texts end it with the same stop: it stays."""
    result: list[Hunk] = []
    for hunk in found:
        last = result[-1] if result else None
        if last and (last.a1, last.b1) == (hunk.a0, hunk.b0) and _ends_inside(a, b, last, hunk):
            result[-1] = Hunk(last.a0, hunk.a1 - 1, last.b0, hunk.b1 - 1)
        else:
            result.append(hunk)
    return result


def _ends_inside(a: Keys, b: Keys, first: Hunk, last: Hunk) -> bool:
    """Whether both sides of what two changes make together begin inside a sentence, and end with it."""
    if first.a0 == 0 or a[first.a0 - 1] in SENTENCE_ENDS or first.a0 == last.a1 or first.b0 == last.b1:
        return False
    return a[last.a1 - 1] == b[last.b1 - 1] and a[last.a1 - 1] in SENTENCE_ENDS


def _around_marks(a: Keys, b: Keys, hunk: Hunk) -> list[Hunk]:
    """« Vélo {+et Marche +}»{+ (AVM)+} »: a quotation mark or bracket that stays among what came, or went."""
    a0, a1, b0, b1 = hunk
    gone, come = a[a0:a1], b[b0:b1]
    if len(gone) == 1 and gone[0][:1] in _MARKS and come.count(gone[0]) == 1:
        at = b0 + come.index(gone[0])
        parts = [Hunk(a0, a0, b0, at), Hunk(a1, a1, at + 1, b1)]
    elif len(come) == 1 and come[0][:1] in _MARKS and gone.count(come[0]) == 1:
        at = a0 + gone.index(come[0])
        parts = [Hunk(a0, at, b0, b0), Hunk(at + 1, a1, b1, b1)]
    else:
        return [hunk]
    return [part for part in parts if part.a0 < part.a1 or part.b0 < part.b1]


def _by_sentence(a: Keys, b: Keys, hunk: Hunk) -> list[Hunk]:
    """A changed word and, beside it, a sentence that came or went: two changes.

    « du personnel[- salarié-]. {+Le conseil le recrute. +} » rather than a word replaced by a sentence.
    """
    a0, a1, b0, b1 = hunk
    ends_a = [i for i in range(a0, a1) if a[i] in SENTENCE_ENDS]
    ends_b = [j for j in range(b0, b1) if b[j] in SENTENCE_ENDS]
    if bool(ends_a) == bool(ends_b):
        return [hunk]
    follows = a1 < len(a) and b1 < len(b) and a[a1] == b[b1] and a[a1] in SENTENCE_ENDS
    begins = (a0 == 0 or a[a0 - 1] in SENTENCE_ENDS) and (b0 == 0 or b[b0 - 1] in SENTENCE_ENDS)
    if follows and ends_b and b[ends_b[0]] == a[a1]:
        return [Hunk(a0, a1, b0, ends_b[0]), Hunk(a1 + 1, a1 + 1, ends_b[0] + 1, b1 + 1)]
    if follows and ends_a and a[ends_a[0]] == a[a1]:
        return [Hunk(a0, ends_a[0], b0, b1), Hunk(ends_a[0] + 1, a1 + 1, b1 + 1, b1 + 1)]
    if begins and ends_b and ends_b[-1] + 1 < b1:
        return [Hunk(a0, a0, b0, ends_b[-1] + 1), Hunk(a0, a1, ends_b[-1] + 1, b1)]
    if begins and ends_a and ends_a[-1] + 1 < a1:
        return [Hunk(a0, ends_a[-1] + 1, b0, b0), Hunk(ends_a[-1] + 1, a1, b0, b1)]
    return [hunk]


def _by_kind(a: Keys, b: Keys, hunk: Hunk) -> list[Hunk]:
    shortest = min(hunk.a1 - hunk.a0, hunk.b1 - hunk.b0)
    if not shortest or hunk.a1 - hunk.a0 == hunk.b1 - hunk.b0 == 1:
        return [hunk]
    start = _run(a, b, hunk, shortest, from_end=False)
    end = _run(a, b, hunk, shortest - start, from_end=True)
    if start + end == 0 or classify(a, b, hunk) is not ChangeClass.WORDING:
        return [hunk]
    a0, a1, b0, b1 = hunk.a0 + start, hunk.a1 - end, hunk.b0 + start, hunk.b1 - end
    first = [Hunk(hunk.a0, a0, hunk.b0, b0)] if start else []
    last = [Hunk(a1, hunk.a1, b1, hunk.b1)] if end else []
    return [*first, *_trimmed(a, b, a0, a1, b0, b1), *last]


def _trimmed(a: Keys, b: Keys, a0: int, a1: int, b0: int, b1: int) -> list[Hunk]:
    """What is left of a change, without the words that joined its parts and are the same."""
    while a0 < a1 and b0 < b1 and a[a1 - 1] == b[b1 - 1] and not (closes(a, a0, a1) and closes(b, b0, b1)):
        a1, b1 = a1 - 1, b1 - 1
    while a0 < a1 and b0 < b1 and a[a0] == b[b0] and not (opens(a, a0, a1) and opens(b, b0, b1)):
        a0, b0 = a0 + 1, b0 + 1
    return [Hunk(a0, a1, b0, b1)] if a0 < a1 or b0 < b1 else []


def _run(a: Keys, b: Keys, hunk: Hunk, limit: int, *, from_end: bool) -> int:
    """How many pairs of units at one end of a change differ by one minor thing alone."""
    length = 0
    for kind in (_gender, _capitals):
        for k in range(limit):
            i, j = (hunk.a1 - 1 - k, hunk.b1 - 1 - k) if from_end else (hunk.a0 + k, hunk.b0 + k)
            if kind(a, b, i, j):
                length = k + 1
            elif a[i] != b[j]:
                break
        if length:
            break
    return length


def _gender(a: Keys, b: Keys, i: int, j: int) -> bool:
    return (has_mark(a[i]) or has_mark(b[j])) and only_gender_differs(a[i : i + 1], b[j : j + 1])


def _capitals(a: Keys, b: Keys, i: int, j: int) -> bool:
    if not is_word(a[i]) or a[i] == b[j] or a[i].casefold() != b[j].casefold():
        return False
    # a capital that comes from the place of a word, first in a sentence or no longer elided, tells nothing
    before = {a[i - 1], b[j - 1]} if i > 0 < j else SENTENCE_ENDS
    return not before & SENTENCE_ENDS and (len(before) == 1 or not any(k.endswith("'") for k in before))

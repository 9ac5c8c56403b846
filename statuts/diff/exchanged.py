"""Two values that changed places are both marked: « par le [-président au bureau-]{+bureau au président+} ».

Kept for their letters' sake, the sender of a letter would become its addressee without a mark.
"""

from collections.abc import Sequence

from statuts.diff.sequence import Hunk
from statuts.diff.weights import HUNK_COST, weights
from statuts.language.function_words import CONTRACTED, DETERMINERS, PREPOSITIONS
from statuts.language.words import SENTENCE_ENDS

_LONGEST = 2 * HUNK_COST + 300  # weight above which what stays between two marks is more than a value

_TOWARDS = frozenset("à au aux".split())
_PARTS = {
    **{word: word for word in "pour contre par avant après dès depuis envers sous vers chez".split()},
    **dict.fromkeys(_TOWARDS, "à"),
}
"""Prepositions that say which part someone has, or which end of a time it is; the contracted ones are one with « à »."""

Keys = Sequence[str]


def with_exchanges(a: Keys, b: Keys, found: list[Hunk]) -> list[Hunk]:
    """The same changes, with a value struck and written again that only stays because it took another part."""
    result: list[Hunk] = []
    for hunk in found:
        last = result[-1] if result else None
        if last and _is_one_sided(last) != 0 and _is_one_sided(last) == -_is_one_sided(hunk):
            parts = _exchange(a, b, last, hunk)
            if parts:
                result[-1:] = parts
                continue
        result.append(hunk)
    return result


def _is_one_sided(hunk: Hunk) -> int:
    """-1 where only the old text has something, 1 where only the new one has, else 0."""
    return (hunk.a0 == hunk.a1) - (hunk.b0 == hunk.b1)


def _exchange(a: Keys, b: Keys, first: Hunk, last: Hunk) -> list[Hunk]:
    """The changes that replace these two, if what stays between them has another part in the sentence."""
    stays = a[first.a1 : last.a0]
    if not SENTENCE_ENDS.isdisjoint(stays) or sum(weights(stays)) > _LONGEST:
        return []
    before = [*a[first.a0 : first.a1], *b[first.b0 : first.b1]]
    after = [*a[last.a0 : last.a1], *b[last.b0 : last.b1]]
    whole = Hunk(first.a0, last.a1, first.b0, last.b1)
    between = _between(before, after)
    if between:
        value = len(before) - between  # the other value: it ends where what stands between both begins
        if first.a0 < first.a1:
            a1, b1 = first.a0 + value, first.b0 + len(stays)
            return [Hunk(first.a0, a1, first.b0, b1), Hunk(a1 + between, last.a1, b1 + between, last.b1)]
        a1, b1 = first.a0 + len(stays), first.b0 + value
        return [Hunk(first.a0, a1, first.b0, b1), Hunk(a1 + between, last.a1, b1 + between, last.b1)]
    part = _last_preposition(before)
    if part not in _PARTS or part != _PARTS.get(after[0]):
        return []
    other = _last_preposition(a[: first.a0])
    return [whole] if other and other != part else []


def _between(before: Keys, after: Keys) -> int:
    """How many units stand between the two values, where `before` is « value, between » and `after` « between,
    value »; 0 where it is not so, or where they say nothing.
    """
    if len(before) != len(after) or sorted(before) != sorted(after):
        return 0
    for size in range(len(before) - 1, 0, -1):
        if before[-size:] == after[:size] and before[:-size] == after[size:]:
            return size if sum(weights(before[-size:])) > HUNK_COST else 0
    return 0


def _last_preposition(keys: Keys) -> str:
    """The preposition at the end of these units, whatever article follows it; else nothing."""
    for key in reversed(keys[-3:]):
        if key in PREPOSITIONS or key in CONTRACTED:
            return _PARTS.get(key, key)
        if key not in DETERMINERS:
            break
    return ""

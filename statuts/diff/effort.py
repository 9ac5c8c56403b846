"""What it costs a reader to follow the marks of an alinéa: a power taken away must be struck."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from statuts.diff.clusters import weight_of
from statuts.diff.sequence import Hunk
from statuts.diff.telling import is_number
from statuts.diff.weights import CONTENT, HUNK_COST, weight
from statuts.language.function_words import AUXILIARIES, CONTRACTED, DETERMINERS, MEASURES, PREPOSITIONS, TIES
from statuts.language.words import SENTENCE_ENDS, is_word

PART_ENDS = SENTENCE_ENDS | {";"}
"""What ends a sentence, or a part of an enumeration: these are read alike."""

_SAY_NOTHING = AUXILIARIES | TIES
_ADVERBIAL = PREPOSITIONS | CONTRACTED
_SPAN = 4  # units of « Les deux premières années »
_ACROSS = 4000  # what a mark costs besides that begins inside one sentence and ends inside another

Keys = Sequence[str]
Effort = tuple[int, int, int]


def effort(a: Keys, b: Keys, found: Sequence[Hunk], start: int, end: int) -> Effort:
    """What reading these changes of the units `start` to `end` of `a` costs: words that serve another
    sentence, sentences that took another's place; then marks and words.
    """
    torn = _torn(a, [hunk[:2] for hunk in found]) + _torn(b, [hunk[2:] for hunk in found])
    return torn, len(shifted(a, b, found, start, end)), cost(a, b, found)


def shifted(a: Keys, b: Keys, found: Sequence[Hunk], start: int = 0, end: int | None = None) -> set[str]:
    """Telling words that one change strikes and another one writes again: a sentence took another's place."""
    struck: set[str] = set()
    written: set[str] = set()
    for a0, a1, b0, b1 in found:
        struck.update(a[a0:a1])
        written.update(b[b0:b1])
    if len(found) < 2 or struck.isdisjoint(written):
        return set()  # nearly always
    both = {key for key in struck & written if weight(key) >= CONTENT and is_word(key) and not is_number(key)}
    if both:
        for hunk in found:
            both.difference_update(a[start : hunk.a0])
            start = hunk.a1
        both.difference_update(a[start:end])
    return both


def is_doubtful(a: Keys, b: Keys, found: Sequence[Hunk]) -> bool:
    """True where a mark runs across, or a sentence came or went beside one that was changed."""
    if all(PART_ENDS.isdisjoint(a[h.a0 : h.a1]) and PART_ENDS.isdisjoint(b[h.b0 : h.b1]) for h in found):
        return False
    if any(runs_across(a, b, hunk) for hunk in found):
        return True
    return any(
        (_is_whole(a, b, one) or _is_whole(a, b, other))
        and sum(map(PART_ENDS.__contains__, a[one.a1 : other.a0])) <= 1
        for one, other in pairwise(found)
    )


def _is_whole(a: Keys, b: Keys, hunk: Hunk) -> bool:
    gone, come = a[hunk.a0 : hunk.a1], b[hunk.b0 : hunk.b1]
    return not (gone and come) and (gone or come)[-1] in PART_ENDS


def runs_across(a: Keys, b: Keys, hunk: Hunk) -> bool:
    """True for a mark that begins inside one sentence and ends inside another."""
    return _is_across(a, hunk.a0, hunk.a1) or _is_across(b, hunk.b0, hunk.b1)


def _is_across(keys: Keys, start: int, end: int) -> bool:
    if start == 0 or keys[start - 1] in PART_ENDS:
        return False
    ends = [k for k in range(start, end - 1) if keys[k] in PART_ENDS]
    if not ends or not any(map(is_word, keys[ends[0] : end])):
        return False
    if end == len(keys) or keys[end] not in PART_ENDS:
        return True
    # « le conseil{+ ; sa décision est motivée+}. »: a clause, with the sign that parts it from the others
    return ends != [start] and not (keys[end] in SENTENCE_ENDS and SENTENCE_ENDS.isdisjoint(keys[start:end]))


def _torn(keys: Keys, marks: Sequence[tuple[int, int]]) -> int:
    """How many marks run into another sentence that says something else with the words that stay of it.

    « par {+le bureau. Un recours est ouvert devant +}l'assemblée générale »: who decides is another one, and
    no word is struck. « neuf membres{+. Ils sont+} élus par l'assemblée générale » was only cut in two.
    """
    count = 0
    for n, (start, end) in enumerate(marks):
        if end == len(keys) or keys[end] in SENTENCE_ENDS or not _is_across(keys, start, end):
            continue
        last = max((k for k in range(start, end) if keys[k] in SENTENCE_ENDS), default=None)
        if last is None:
            continue
        first = max((k + 1 for k in range(last) if keys[k] in SENTENCE_ENDS), default=0)
        close = next((k for k in range(end, len(keys)) if keys[k] in SENTENCE_ENDS), len(keys))
        known = set(keys[first:last])
        ended = any(map(is_word, keys[start:last]))  # the sentence before has another end
        if _says(keys[last + 1 if ended else _behind_tie(keys, last + 1, end) : end], known):
            count += 1
            continue
        until = [(max(a, end), min(b, close)) for a, b in marks[n + 1 :] if a <= close <= b]
        said = sum(_says(keys[a:b], known) for a, b in until)
        marked = {k for a, b in marks for k in range(a, b)}
        kept = [key for k, key in enumerate(keys[end:close], end) if k not in marked]
        head = [key for key in keys[start:last] if not is_number(key.casefold())]
        only_cut = not _says(head, set())  # « {+. Ils sont+} »: nothing took the place of its end
        count += 0 < said >= (_says(kept, set()) if only_cut else 0)
    return count


def _behind_tie(keys: Keys, start: int, end: int) -> int:
    """Where a sentence goes on behind what introduces it, up to its comma, in a mark that ends at `end`.

    « {+. À cet effet, il+} présente un rapport », « {+. Chaque année,+} »: who does it is not said there.
    """
    comma = next((k for k in range(start, end + 1) if keys[k] == ","), start)
    words = [key.casefold() for key in keys[start:comma]]
    if not words:
        return start
    is_span = words[0] in DETERMINERS and words[-1] in MEASURES and len(words) <= _SPAN
    return min(comma + 1, end) if len(words) == 1 or words[0] in _ADVERBIAL or is_span else start


def _says(keys: Keys, known: Collection[str]) -> int:
    """How many words of these say something that is not `known`."""
    said = (key for key in keys if weight(key) >= CONTENT and is_word(key))
    return sum(key not in known and key.casefold() not in _SAY_NOTHING for key in said)


def cost(a: Keys, b: Keys, found: Sequence[Hunk]) -> int:
    """What reading these marks costs, in the weights by which clusters are aligned."""
    return sum(
        HUNK_COST
        + (weight_of(a, h.a0, h.a1) + weight_of(b, h.b0, h.b1)) // 2
        + _ACROSS * runs_across(a, b, h)
        for h in found
    )

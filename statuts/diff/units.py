"""The units of an alinéa, kept while two texts are compared, and how alike two alinéas are."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from operator import mul

from statuts.diff.weights import weight
from statuts.language import words
from statuts.language.abbreviations import is_abbreviation, with_stops_apart
from statuts.language.function_words import FUNCTION_WORDS

_PLAIN = 40  # characters below which likeness is always weighed
_FEW = 100  # pairs of alinéas that are compared without an index
_BEFORE_A_WORD = "'’("  # signs that may stand before it without a space
_EVERYWHERE = 12  # alinéas that may share a word before it tells nothing


@lru_cache(maxsize=8192)
def keys(body: str) -> tuple[str, ...]:
    """The normal forms of the units of one alinéa."""
    return tuple(with_stops_apart(words.keys(body)))


def pieces(text: str) -> words.Pieces:
    """The units and gaps of a text; the stop of an abbreviation is no end of a sentence."""
    found = words.pieces(text)
    apart = with_stops_apart(found.keys)
    return found if apart is found.keys else words.Pieces(apart, found.texts)


@lru_cache(maxsize=8192)
def text_key(body: str) -> str:
    """What two alinéas share that differ by folded classes alone."""
    return " ".join(keys(body))


def text_keys(old: Sequence[str], new: Sequence[str]) -> tuple[list[str], list[str]]:
    """What tells alinéas apart: their text keys, read only where one of the other side begins alike."""
    heads_old, heads_new = list(map(words.first_key, old)), list(map(words.first_key, new))
    shared = set(heads_old).intersection(heads_new)
    return (
        [text_key(body) if head in shared else body for body, head in zip(old, heads_old, strict=True)],
        [text_key(body) if head in shared else body for body, head in zip(new, heads_new, strict=True)],
    )


def bare(body: str) -> str:
    """An item without the sign that parts it from the next: the last of a list ends with a full stop."""
    return body.rstrip(" .;,")


@lru_cache(maxsize=8192)
def rough(body: str) -> tuple[str, ...]:
    """The words of an alinéa in their order, split without care and case."""
    return tuple(words.rough(body))


@lru_cache(maxsize=8192)
def bag(body: str) -> tuple[Counter[str], int]:
    """How often each word stands in an alinéa, split without care, and the weight of all of them."""
    counted = Counter(rough(body))
    return counted, sum(map(mul, map(weight, counted), counted.values()))


@lru_cache(maxsize=8192)
def rough_words(body: str) -> frozenset[str]:
    """The words of an alinéa: what has none in common with another is not like it."""
    return frozenset(rough(body))


@lru_cache(maxsize=8192)
def telling_words(body: str) -> frozenset[str]:
    """The words of an alinéa that say something by themselves."""
    return rough_words(body) - FUNCTION_WORDS


def likeness(old: str, new: str) -> float:
    """The share of weight that two alinéas have in common, in any order: 0 to 1."""
    bag_old, weight_old = bag(old)
    bag_new, weight_new = bag(new)
    if not weight_old + weight_new:
        return 1.0
    return 2 * _shared(bag_old, bag_new) / (weight_old + weight_new)


def contained(part: str, whole: str) -> float:
    """The share of the weight of `part` that `whole` holds too: 0 to 1."""
    words_part = rough_words(part)
    shared = words_part & rough_words(whole)
    return sum(map(weight, shared)) / sum(map(weight, words_part)) if shared else 0.0


def _shared(one: Counter[str], other: Counter[str]) -> int:
    both = list(one.keys() & other.keys())
    times = map(min, map(one.__getitem__, both), map(other.__getitem__, both))
    return sum(map(mul, map(weight, both), times))


def kin(old: Sequence[str], new: Sequence[str]) -> Sequence[tuple[int, int]]:
    """The pairs of alinéas (indices) that share a word which is not everywhere, ascending.

    An index over words instead of all pairs: two unrelated texts cost no comparison at all.
    """
    if len(old) * len(new) <= _FEW:
        return [(i, j) for i in range(len(old)) for j in range(len(new))]
    return _kin(tuple(old), tuple(new))


@lru_cache(maxsize=8)
def _kin(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    told = set[str]().union(*map(rough_words, old))
    words_new = [rough_words(body) & told for body in new]
    if not any(words_new):
        return ()
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for i, body in enumerate(old):
        for word in rough_words(body):
            holders[word].append(i)
    found = {
        (i, j)
        for j, words_of_it in enumerate(words_new)
        for word in words_of_it
        if len(holders[word]) <= _EVERYWHERE
        for i in holders[word]
    }
    return tuple(sorted(found))


def shared_sentences(old: str, new: str) -> tuple[int, int]:
    """How many characters of whole sentences both begin with, and both end with.

    They need not be split into units. A cut falls after « . », where no unit, link or mark can span it.
    """
    if "](" in old or "](" in new:
        return 0, 0
    start, end = common_ends(old, new)
    start = old.rfind(". ", 0, start) + 2 if start else 0
    if start < 2 or _is_shortened(old, start - 2):
        start = 0
    end = min(end, len(old) - start, len(new) - start)
    border = old.find(". ", len(old) - end) if end else -1
    while border >= 0 and _is_shortened(old, border):
        border = old.find(". ", border + 2)
    return start, len(old) - border - 2 if border >= 0 else 0


def _is_shortened(text: str, stop: int) -> bool:
    """Whether the stop there ends an abbreviation: « art. », « l’art. », « (cf. »."""
    word = text[text.rfind(" ", 0, stop) + 1 : stop]
    return is_abbreviation(word[max(map(word.rfind, _BEFORE_A_WORD)) + 1 :])


@lru_cache(maxsize=8192)
def plainly_alike(old: str, new: str) -> bool:
    """True where both begin and end alike for at least half of their length: no word need be read.

    Not where one is much shorter: a part of it may stand in an alinéa beside it.
    """
    if old == new:
        return True
    longest, shortest = max(len(old), len(new)), min(len(old), len(new))
    if shortest < 0.85 * longest or longest < _PLAIN:
        return False
    start, end = common_ends(old, new)
    return 2 * start >= longest or 2 * min(start + end, shortest) >= longest


@lru_cache(maxsize=8192)
def common_ends(old: str, new: str) -> tuple[int, int]:
    """How many characters two texts share at their beginning and at their end; where one repeats, more
    than the shorter has."""
    shortest = min(len(old), len(new))
    return common_start(old, new, shortest), _common_end(old, new, shortest)


def common_start(old: str, new: str, limit: int) -> int:
    """The length of the common beginning, at most `limit`: by halves, since slices compare fast."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if old.startswith(new[low:middle], low):
            low = middle
        else:
            high = middle - 1
    return low


def _common_end(old: str, new: str, limit: int) -> int:
    """The length of the common end, at most `limit`, in the same way."""
    low, high = 0, limit
    end_old, end_new = len(old), len(new)
    while low < high:
        middle = (low + high + 1) // 2
        if old.endswith(new[end_new - middle : end_new - low], 0, end_old - low):
            low = middle
        else:
            high = middle - 1
    return low

"""The terms that a change replaces, read off its redline: what stood there, what came instead, how often."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from statuts.language.function_words import FUNCTION_WORDS
from statuts.language.words import Token, is_word, tokens
from statuts.model.document import BlockKind
from statuts.model.redline import BlockChange, ChangeClass, Op, Part, Redline

_MOST_WORDS = 3  # content words of a term; what is longer is a passage rewritten
SHORTEST = 4
"""Letters of a term, and of what two forms of a word share."""
_OF = frozenset({"de", "d'"})
_QUANTITIES = frozenset(
    "un une deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante "
    "cinquante soixante cent cents mille moitié tiers quart quarts dixième cinquième majorité premier "
    "première deuxième second seconde troisième quatrième dernier dernière jour jours semaine "
    "semaines mois an ans année années fois euro euros heure heures janvier février mars avril mai "
    "juin juillet août septembre octobre novembre décembre article articles alinéa titre chapitre "
    "section annexe être est sont sera seront peut peuvent doit doivent avoir ont".split()
)
"""Words whose replacement in one place says nothing of another place."""

Key = tuple[str, ...]
"""Units in lower case."""

_Cut = tuple[str, Sequence[Token]]


@dataclass(frozen=True, slots=True)
class Replaced:
    """A term, what took its place, and in how many places; forms of one word are one term.

    `forms` are those it had where it was replaced, as written: « Bureau », « bureau ».
    """

    old: str
    new: str
    key: Key
    successors: frozenset[str]
    forms: frozenset[Key]
    places: int


def replaced_terms(redline: Redline) -> list[Replaced]:
    """The terms of a redline, each with what took its place, in reading order.

    A term that only gains words (« assemblée générale extraordinaire ») or changes places with another
    one is not replaced.
    """
    found: dict[tuple[Key, Key], list[tuple[_Cut, _Cut]]] = {}
    for block in redline.blocks():
        if block.kind is not BlockKind.RULE:
            for old, new in _substitutions(block):
                found.setdefault((_stems(old), _stems(new)), []).append((old, new))
    return [
        Replaced(
            _most_said([old for old, _ in places]),
            _most_said([new for _, new in places]),
            tuple(unit.key.casefold() for unit in places[0][0][1]),
            frozenset(unit.key.casefold() for _, (_, units) in places for unit in units),
            frozenset(tuple(unit.key for unit in units) for (_, units), _ in places),
            len(places),
        )
        for (key, successor), places in found.items()
        if not set(key) <= set(successor) and (successor, key) not in found
    ]


def _substitutions(block: BlockChange) -> Iterator[tuple[_Cut, _Cut]]:
    """Each place of a block where words stand for other words: the two terms, without what surrounds them."""
    old_text, new_text = _text(block, Op.DELETE), _text(block, Op.INSERT)
    old_units, new_units = tokens(old_text), tokens(new_text)
    at_old = at_new = 0
    for same, segments in groupby(block.segments, key=lambda s: s.op is Op.EQUAL or s.part is not Part.TEXT):
        run = list(segments)
        start_old, start_new = at_old, at_new
        for segment in run:
            if segment.part is Part.TEXT:
                at_old += len(segment.text) if segment.op is not Op.INSERT else 0
                at_new += len(segment.text) if segment.op is not Op.DELETE else 0
        if same or any(segment.moved for segment in run):
            continue
        if not any(segment.cls is ChangeClass.WORDING for segment in run):
            continue
        old, new = _within(old_units, start_old, at_old), _within(new_units, start_new, at_new)
        if _completes(old_units, old) or _completes(new_units, new):  # conseil d’administration
            old, new = (range(max(0, part.start - 1), part.stop) for part in (old, new))
        term, successor = _term(old_units, old), _term(new_units, new)
        if term and successor:
            yield (old_text, term), (new_text, successor)


def _text(block: BlockChange, op: Op) -> str:
    return "".join(s.text for s in block.segments if s.part is Part.TEXT and s.op in (Op.EQUAL, op))


def _within(units: Sequence[Token], start: int, end: int) -> range:
    """Which units lie between two offsets."""
    first = next((k for k, unit in enumerate(units) if unit.end > start), len(units))
    last = first
    while last < len(units) and units[last].start < end:
        last += 1
    return range(first, last)


def _completes(units: Sequence[Token], part: range) -> bool:
    """Whether a part of a text makes one term with the noun before it: « d’administration »."""
    if len(part) < 2 or not part.start or units[part.start].key.casefold() not in _OF:
        return False
    return is_content(units[part.start + 1].key) and is_content(units[part.start - 1].key)


def _term(units: Sequence[Token], part: range) -> Sequence[Token]:
    """The units of one side of a change, cut to a term; none where it is no term."""
    first, last = part.start, part.stop
    while first < last and not is_content(units[first].key):
        first += 1
    while first < last and not is_content(units[last - 1].key):
        last -= 1
    term = units[first:last]
    content = [unit.key for unit in term if is_content(unit.key)]
    if not 1 <= len(content) <= _MOST_WORDS or not all(is_word(unit.key) for unit in term):
        return ()
    if any(key.casefold() in _QUANTITIES or any(map(str.isdigit, key)) for key in content):
        return ()
    return term if max(map(len, content)) >= SHORTEST else ()


def is_content(key: str) -> bool:
    """Whether a unit is a word that says something by itself."""
    return is_word(key) and key.casefold() not in FUNCTION_WORDS and not key.endswith("'")


def stem(word: str) -> str:
    """What the forms of a word share: neutr- for neutre, neutralité; nothing where it is too short."""
    short = re.sub(r"(?:eux|eaux|aux|eres?|iers?|es|e|s|x)$", "", bare(word))
    return short if len(short) >= SHORTEST else ""


def bare(word: str) -> str:
    """A word without its accents."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def _stems(cut: _Cut) -> Key:
    words = [unit.key.casefold() for unit in cut[1]]
    return tuple(stem(word) or word for word in words)


def _most_said(cuts: Sequence[_Cut]) -> str:
    """The term in the form it has most often."""
    said = [" ".join(text[units[0].start : units[-1].end].split()) for text, units in cuts]
    return Counter(said).most_common(1)[0][0]

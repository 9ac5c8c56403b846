"""Words that a change replaced in some places and left in others, and forms near to them.

The replaced terms are read off the redline. A rewording is not yet a new name for a thing: a term counts as
replaced where its successor is new in the text, or where it took the term's place more often than not.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from statuts.amend.checks_mentions import label_end
from statuts.diff.compare import compare
from statuts.language.function_words import FUNCTION_WORDS
from statuts.language.words import Token, is_word, tokens
from statuts.model.check import CheckCode, CheckFinding
from statuts.model.document import BlockKind, Document, Section
from statuts.model.message import Message, msg
from statuts.model.redline import BlockChange, ChangeClass, Op, Part, Redline, Side

_MOST_WORDS = 3  # content words of a term; what is longer is a passage rewritten
_SHORTEST = 4  # letters of a term, and of what two forms of a word share
_LONGEST_ENDING = 6  # letters by which a near form may be longer than the stem: neutr-alité
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


class _Place(NamedTuple):
    section: Section
    line: int
    written: str
    exact: bool


@dataclass(frozen=True, slots=True)
class Replaced:
    """A term, what took its place, and in how many places."""

    old: str
    new: str
    key: Key
    successor: Key
    forms: frozenset[Key]  # as written where it was replaced: « Bureau » and « bureau »
    places: int


def term_findings(base: Document, document: Document) -> Iterator[CheckFinding]:
    """Leftovers of replaced terms, and near forms of them, term by term in the order of the redline."""
    redline = compare(base, document)
    untouched = _Untouched(document, redline)
    old_words = {key.casefold() for section in base.sections for b in section.blocks for key in _keys(b.body)}
    for term in _replaced(redline):
        places = untouched.places(term)
        left = sum(place.exact for place in places)
        is_new = any(_is_content(key) and key not in old_words for key in term.successor)
        if not _counts(term.places, left, is_new):
            continue
        for place in places:
            yield CheckFinding(
                CheckCode.LEFTOVER if place.exact else CheckCode.NEAR_FORM,
                place.section.label,
                place.line,
                _message(term, place, left),
            )


def _counts(replaced: int, left: int, is_new: bool) -> bool:
    if is_new:
        return replaced >= 2 or left <= 1
    return replaced >= 2 and replaced > left


def _message(term: Replaced, place: _Place, left: int) -> Message:
    if place.exact:
        return msg(
            "“{written}” is left here; the change replaces it with “{new}” elsewhere ({places} of {all}).",
            written=place.written,
            new=term.new,
            places=term.places,
            all=term.places + left,
        )
    return msg(
        "“{written}” is near to “{old}”, which the change replaces with “{new}”: to be decided.",
        written=place.written,
        old=term.old,
        new=term.new,
    )


def _replaced(redline: Redline) -> list[Replaced]:
    """The terms of a redline, each with what took its place, in reading order."""
    found: dict[tuple[Key, Key], list[tuple[Cut, Cut]]] = {}
    for block in redline.blocks():
        if block.kind is not BlockKind.RULE:
            for old, new in _substitutions(block):
                found.setdefault((_key(old), _key(new)), []).append((old, new))
    return [
        Replaced(
            _said(*places[0][0]),
            _said(*places[0][1]),
            key,
            successor,
            frozenset(tuple(unit.key for unit in units) for (_, units), _ in places),
            len(places),
        )
        for (key, successor), places in found.items()
    ]


Cut = tuple[str, Sequence[Token]]


def _substitutions(block: BlockChange) -> Iterator[tuple[Cut, Cut]]:
    """Each place of a block where words stand for other words: the two terms, without what surrounds them."""
    old_text = _text(block, Op.DELETE)
    new_text = _text(block, Op.INSERT)
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
        old = _term(old_units, start_old, at_old)
        new = _term(new_units, start_new, at_new)
        if old and new:
            yield (old_text, old), (new_text, new)


def _key(cut: Cut) -> Key:
    return tuple(unit.key.casefold() for unit in cut[1])


def _text(block: BlockChange, op: Op) -> str:
    return "".join(s.text for s in block.segments if s.part is Part.TEXT and s.op in (Op.EQUAL, op))


def _term(units: Sequence[Token], start: int, end: int) -> Sequence[Token]:
    """The units of one side of a change, cut or widened to a term; none where it is no term."""
    first = next((k for k, unit in enumerate(units) if unit.end > start), len(units))
    last = first
    while last < len(units) and units[last].start < end:
        last += 1
    opens = first < last and units[first].key.casefold() in {"de", "d'", "du", "des", "à"}
    if opens and first and _is_content(units[first - 1].key):  # conseil d’administration
        first -= 1
    while first < last and not _is_content(units[first].key):
        first += 1
    while first < last and not _is_content(units[last - 1].key):
        last -= 1
    term = units[first:last]
    content = [unit.key for unit in term if _is_content(unit.key)]
    if not 1 <= len(content) <= _MOST_WORDS or not all(is_word(unit.key) for unit in term):
        return ()
    if any(key.casefold() in _QUANTITIES or any(map(str.isdigit, key)) for key in content):
        return ()
    return term if max(map(len, content)) >= _SHORTEST else ()


def _is_content(key: str) -> bool:
    return is_word(key) and key.casefold() not in FUNCTION_WORDS and not key.endswith("'")


def _said(text: str, units: Sequence[Token]) -> str:
    return " ".join(text[units[0].start : units[-1].end].split())


def _keys(body: str) -> list[str]:
    return [unit.key for unit in tokens(body)]


class _Untouched:
    """The words of the new text that the change left as they were."""

    def __init__(self, document: Document, redline: Redline) -> None:
        self._blocks: list[tuple[Section, int, str, list[Token]]] = []
        written = _written(redline)
        at = 0
        for section in document.sections:
            for place, block in enumerate(section.blocks):
                start = at + len(block.lead)
                at += len(block.raw)
                if block.kind in (BlockKind.CODE, BlockKind.FRONT_MATTER):
                    continue
                skipped = label_end(section, place)
                units = [
                    unit
                    for unit in tokens(block.body)
                    if unit.start >= skipped and not any(written[start + unit.start : start + unit.end])
                ]
                self._blocks.append((section, block.line + block.lead.count("\n"), block.body, units))

    def places(self, term: Replaced) -> list[_Place]:
        """Where the term, or a form near to it, still stands."""
        size, stems = len(term.key), [_stem(word) for word in term.key]
        found = []
        for section, line, body, units in self._blocks:
            for k in range(len(units) - size + 1):
                window = units[k : k + size]
                if not _is_form(window, term, stems, body):
                    continue
                exact = tuple(unit.key for unit in window) in term.forms
                start, end = window[0].start, window[-1].end
                found.append(
                    _Place(
                        section, line + body.count("\n", 0, start), " ".join(body[start:end].split()), exact
                    )
                )
        return found


def _is_form(window: Sequence[Token], term: Replaced, stems: Sequence[str], body: str) -> bool:
    """Whether these units are the term or a form near to it, and nothing but space stands between them."""
    for unit, word, stem in zip(window, term.key, stems, strict=True):
        low = unit.key.casefold()
        if low == word:
            continue
        if not stem or not _is_content(word) or low in term.successor:
            return False
        bare = _bare(low)
        if not bare.startswith(stem) or len(bare) - len(stem) > _LONGEST_ENDING:
            return False
    return not any(body[a.end : b.start].strip(" \n*_") for a, b in pairwise(window))


def _stem(word: str) -> str:
    """What the forms of a word share: neutr- for neutre, neutres, neutralité, or nothing."""
    stem = re.sub(r"(?:eux|eaux|aux|ères?|iers?|es|e|s|x)$", "", _bare(word))
    return stem if len(stem) >= _SHORTEST else ""


def _bare(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def _written(redline: Redline) -> bytearray:
    """For each character of the new text, whether the change wrote it."""
    flags = bytearray()
    for block in redline.blocks():
        if block.side is Side.OLD:
            continue
        for segment in block.segments:
            if segment.op is not Op.DELETE:
                flags += bytes([segment.op is Op.INSERT and segment.cls is ChangeClass.WORDING]) * len(
                    segment.text
                )
    return flags

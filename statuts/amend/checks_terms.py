"""Words that a change replaced in some places and left in others, and forms near to them.

The replaced terms are read off the redline. A rewording is not yet a new name for a thing: a term counts as
replaced where its successor is new in the text, or where it took the term's place nearly everywhere.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from statuts.amend.checks_mentions import label_end
from statuts.amend.checks_replaced import SHORTEST, Replaced, bare, is_content, replaced_terms, stem
from statuts.diff.compare import compare
from statuts.language.words import Token, keys, tokens
from statuts.model.check import CheckCode, CheckFinding
from statuts.model.document import BlockKind, Document, Section
from statuts.model.message import Message, msg, msgn
from statuts.model.redline import ChangeClass, Op, Redline, Side

_LONGEST_ENDING = 6  # letters by which a near form may be longer than the stem: neutr-alité


class _Place(NamedTuple):
    section: Section
    line: int
    offset: int
    written: str
    exact: bool


def term_findings(base: Document, document: Document) -> Iterator[CheckFinding]:
    """Leftovers of replaced terms, and near forms of them, term by term in the order of the redline."""
    redline = compare(base, document)
    terms = replaced_terms(redline)
    if not terms:
        return
    untouched = _Untouched(document, redline)
    old_words = {key.casefold() for key in keys(base.source)}
    told: set[int] = set()
    for term in terms:
        places = untouched.places(term)
        left = sum(place.exact for place in places)
        is_new = any(is_content(word) and word not in old_words for word in term.successors)
        if not _counts(term, left, is_new):
            continue
        for place in places:
            if place.offset in told:
                continue
            told.add(place.offset)
            code = CheckCode.LEFTOVER if place.exact else CheckCode.NEAR_FORM
            yield CheckFinding(code, place.section.label, place.line, _message(term, place, left))


def _counts(term: Replaced, left: int, is_new: bool) -> bool:
    """Whether a replacement is a new name for the thing; once alone, word for word, it may be."""
    if not is_new:
        return term.places >= 3 and term.places >= 2 * left
    return term.places >= 2 or (left <= 1 and len(keys(term.new)) == len(term.key))


def _message(term: Replaced, place: _Place, left: int) -> Message:
    if place.exact:
        return msgn(
            "“{written}” is left here; elsewhere the change puts “{new}” ({count} place of {all}).",
            "“{written}” is left here; elsewhere the change puts “{new}” ({count} places of {all}).",
            term.places,
            written=place.written,
            new=term.new,
            all=term.places + left,
        )
    return msg(
        "“{written}” is near to “{old}”, which the change replaces with “{new}”: to be decided.",
        written=place.written,
        old=term.old,
        new=term.new,
    )


class _Untouched:
    """The words of the new text that the change left as they were."""

    def __init__(self, document: Document, redline: Redline) -> None:
        self._blocks: list[tuple[Section, int, int, str, list[Token]]] = []
        self._where: dict[str, list[tuple[int, int]]] = {}  # block and unit, by how the unit begins
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
                line = block.body_line
                for k, unit in enumerate(units):
                    self._where.setdefault(_head(unit.key), []).append((len(self._blocks), k))
                self._blocks.append((section, line, start, block.body, units))

    def places(self, term: Replaced) -> list[_Place]:
        """Where the term, or a form near to it, still stands."""
        size, stems = len(term.key), [stem(word) for word in term.key]
        found = []
        for number, k in self._where.get(_head(term.key[0]), ()):
            section, line, at, body, units = self._blocks[number]
            window = units[k : k + size]
            if len(window) < size or not _is_form(window, term, stems, body):
                continue
            exact = tuple(unit.key for unit in window) in term.forms
            start, end = window[0].start, window[-1].end
            said = " ".join(body[start:end].split())
            found.append(_Place(section, line + body.count("\n", 0, start), at + start, said, exact))
        return found


def _head(word: str) -> str:
    """What all forms of a word begin with: no stem is shorter."""
    return bare(word.casefold())[:SHORTEST]


def _is_form(window: Sequence[Token], term: Replaced, stems: Sequence[str], body: str) -> bool:
    """Whether these units are the term or a form near to it, and nothing but space stands between them."""
    for unit, word, common in zip(window, term.key, stems, strict=True):
        low = unit.key.casefold()
        if low == word:
            continue
        if not common or not is_content(word) or low in term.successors:
            return False
        short = bare(low)
        if not short.startswith(common) or len(short) - len(common) > _LONGEST_ENDING:
            return False
    return not any(body[a.end : b.start].strip(" \n*_") for a, b in pairwise(window))


def _written(redline: Redline) -> bytearray:
    """For each character of the new text, whether the change wrote it."""
    flags = bytearray()
    for block in redline.blocks():
        if block.side is Side.OLD:
            continue
        for segment in block.segments:
            if segment.op is not Op.DELETE:
                new = segment.op is Op.INSERT and segment.cls is ChangeClass.WORDING
                flags += bytes([new]) * len(segment.text)
    return flags

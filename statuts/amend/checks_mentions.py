"""Where a text refers to articles and divisions of its own: which numbers, in which words, on which line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from statuts.amend.checks_owners import LAWS, Owner, owner
from statuts.language.numbering import normal_form
from statuts.language.words import Token, tokens
from statuts.markdown.labels import LabelKind, read_label
from statuts.model.document import Block, BlockKind, Document, Section

ARTICLE_WORDS = frozenset({"article", "articles", "art"})
DIVISION_WORDS = frozenset({"titre", "chapitre", "section", "sous-section", "annexe"})
_BETWEEN = frozenset({",", "et", "ou", "à", "de", "par", "aux", "des", "l'", "les", "("})
_UNREAD = frozenset({BlockKind.CODE, BlockKind.FRONT_MATTER})
_RELATIVE = {"précédent": -1, "suivant": 1}
_LEADS_IN = frozenset({"l'", "les", "aux", "des", "le", "la", "du", "au"})
_ADVERBS = frozenset(
    "bis ter quater quinquies sexies septies octies nonies decies undecies duodecies terdecies".split()
)
_NUMBER = re.compile(
    r"\d{1,3}(?:er|ère|re)?(?:[.-]\d{1,3})*[A-Za-z]{0,8}|(?![LCD]$)[IVXLC]+|premi[eè]re?|unique"
)
_OTHER_TITLES = re.compile(r"\W*(?:projet de )?(?:règlement|charte|grille|convention|pacte)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference to the text's own articles (or to divisions: then `word` is « titre », « chapitre »…).

    `numbers` are normal forms; `ranges` the pairs that were said as « 5 à 7 ». `relative` is -1 for
    « l’article précédent », 1 for « l’article suivant », else 0. `before` and `after` are the units
    beside it, in lower case.
    """

    section: Section
    line: int
    written: str
    word: str
    numbers: tuple[str, ...]
    ranges: tuple[tuple[str, str], ...] = ()
    relative: int = 0
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class _Found(NamedTuple):
    first: int
    start: int
    end: int
    word: str
    numbers: tuple[str, ...]
    ranges: tuple[tuple[str, str], ...]
    relative: int
    owner: Owner


def mentions(document: Document) -> tuple[Mention, ...]:
    """Every reference that is the text's own, or may be nothing else, in the order of the text."""
    is_statutes = not any(
        _OTHER_TITLES.match(block.body) for section in document.sections[:2] for block in section.blocks[:1]
    )
    return tuple(
        mention
        for section in document.sections
        for place, block in enumerate(section.blocks)
        if block.kind not in _UNREAD and not block.body.startswith("<!--")
        for mention in _in_block(section, block, label_end(section, place), is_statutes)
    )


def label_end(section: Section, place: int) -> int:
    """Where the words of a block begin after its label, if it has one."""
    block = section.blocks[place]
    if place == 0 and section.heading is not None:
        return section.heading.label_end
    return read_label(block.body).end if block.kind is BlockKind.HEADING else 0


def inner_numbers(document: Document) -> Iterator[tuple[str, str]]:
    """The word (« article », « section », or nothing) and number of each label that heads no section."""
    for section in document.sections:
        for place, block in enumerate(section.blocks):
            if place == 0 and section.heading is not None:
                continue
            label = read_label(block.body)
            if label.key and (block.kind is BlockKind.HEADING or label.kind is not LabelKind.NUMBER):
                yield label.word, label.key
            elif label.key and re.search(r"\d[.-]\d", label.number):
                yield "", label.key


def _in_block(section: Section, block: Block, start: int, is_statutes: bool) -> Iterator[Mention]:
    if not re.search(r"art|titre|chapitre|section|annexe", block.body[start:], re.IGNORECASE):
        return
    units = tokens(block.body)
    words = [unit.key.casefold() for unit in units]
    found = [
        one
        for k, unit in enumerate(units)
        if unit.start >= start
        and (words[k] in ARTICLE_WORDS or words[k] in DIVISION_WORDS)
        and (one := _at(units, words, k, is_statutes, _opens(block.body, units, k, start))) is not None
    ]
    line, counted = block.body_line, 0
    for one, about in zip(found, _owners(words, found), strict=True):
        at = units[one.first].start
        line, counted = line + block.body.count("\n", counted, at), at
        if about is Owner.OTHER:
            continue
        yield Mention(
            section,
            line,
            " ".join(block.body[at : units[one.end - 1].end].split()),
            one.word,
            one.numbers,
            one.ranges,
            one.relative,
            tuple(words[max(0, one.start - 6) : one.start]),
            tuple(words[one.end : one.end + 3]),
        )


def _opens(body: str, units: Sequence[Token], k: int, start: int) -> bool:
    """Whether nothing but a sign or two stands before a unit on its line, or between the label and it."""
    for before in range(k - 1, max(-1, k - 4), -1):
        if units[before].start < start or "\n" in body[units[before].end : units[before + 1].start]:
            return True
        if units[before].key[0].isalnum():
            return False
    return k < 4


def _owners(words: Sequence[str], found: Sequence[_Found]) -> list[Owner]:
    """Whose each is; in « à l’article 9 et à l’article 15 du décret », the second tells it of the first."""
    owners: list[Owner] = []
    for k in range(len(found) - 1, -1, -1):
        about = found[k].owner
        if about is Owner.UNSAID and owners and set(words[found[k].end : found[k + 1].start]) <= _BETWEEN:
            about = owners[-1]
        owners.append(about)
    return owners[::-1]


def _at(
    units: Sequence[Token], words: Sequence[str], k: int, is_statutes: bool, opens: bool
) -> _Found | None:
    if words[k] in ARTICLE_WORDS:
        return _article_at(units, words, k, is_statutes, opens)
    return _division_at(units, words, k, is_statutes) if words[k] in DIVISION_WORDS else None


def _article_at(
    units: Sequence[Token], words: Sequence[str], k: int, is_statutes: bool, opens: bool
) -> _Found | None:
    if units[k].key[0].isupper() and opens:  # a label, not a reference to it
        return None
    first = k - 1 if k and words[k - 1] in _LEADS_IN else k
    j = k + 1
    if words[j : j + 1] and words[j] in _RELATIVE:
        about = owner(words, first, j + 1, is_statutes)
        return _Found(
            first, k, j + 1, "article", (), (), _RELATIVE[words[j]] if words[k] == "article" else 0, about
        )
    if words[k] == "art" and words[j : j + 1] == ["."]:
        j += 1
    if words[j : j + 1] == ["n°"]:
        j += 1
    numbers, ranges, end = _numbers(units, words, j, words[k] != "article")
    if not numbers or (k and words[k - 1] in {"un", "nouvel"}):
        return None
    about = owner(words, first, end, is_statutes)
    if about is Owner.UNSAID and end < len(units) and units[end].key[0].isupper():  # « l’article 13 CGCT »
        about = Owner.OTHER
    return _Found(first, k, end, "article", numbers, ranges, 0, about)


def _division_at(units: Sequence[Token], words: Sequence[str], k: int, is_statutes: bool) -> _Found | None:
    if not k or words[k - 1] not in _LEADS_IN or k + 1 == len(units):
        return None
    number = units[k + 1].key
    key = normal_form(number) if _NUMBER.fullmatch(number) else ""
    if not key or (number[0].isdigit() and len(number) > 2 and number.isdigit()) or "." in key:
        return None
    end = k + 2
    if end < len(words) and words[end] in _ADVERBS:
        key, end = f"{key}-{words[end]}", end + 1
    about = owner(words, k - 1, end, is_statutes)
    if LAWS.intersection(words[max(0, k - 12) : k]):
        about = Owner.OTHER
    return _Found(k - 1, k, end, words[k], (key,), (), 0, about)


def _numbers(
    units: Sequence[Token], words: Sequence[str], j: int, several: bool
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...], int]:
    """The numbers from unit `j` on, which of them open a range, and the unit after the last one."""
    found: list[str] = []
    ranges: list[tuple[str, str]] = []
    sure = (0, j)  # how many numbers are certain, and where they end: « 3 et 4, 15 jours » ends before « , »
    joint = ""
    while True:
        keys, j = _number(units, words, j)
        if not keys:
            break
        if joint == "à" and found:
            ranges.append((found[-1], keys[0]))
        found += keys
        if joint != ",":
            sure = (len(found), j)
        if not several or j >= len(words):
            break
        j = _past_pinpoint(words, j)
        if j >= len(words) or words[j] not in {",", "et", "ou", "à", "-"}:
            break
        joint = "à" if words[j] == "-" else words[j]
        j += 1
        while j < len(words) and words[j] in {"et", "ou", "l'", "les", "aux", "à", "de", "des"}:
            joint = "et"
            j += 1
    count, end = sure
    return tuple(found[:count]), tuple(ranges), end


def _past_pinpoint(words: Sequence[str], j: int) -> int:
    """Past « (2°) » and « , 2° » between two numbers of a list."""
    if words[j] == "(" and ")" in words[j : j + 8]:
        return words.index(")", j) + 1
    if words[j] == "," and j + 1 < len(words) and words[j + 1].endswith("°"):
        return j + 2
    return j


def _number(units: Sequence[Token], words: Sequence[str], j: int) -> tuple[list[str], int]:
    if j >= len(units):
        return [], j
    written = units[j].key
    if (
        written.isalpha()
        and j + 2 < len(units)
        and words[j + 1] == "."
        and units[j + 2].start == units[j].end + 1
    ):
        return [], j  # « X.5 », « L.123-4 »
    parts = written.split(",") if "," in written else [written]
    keys = [normal_form(part) for part in parts if _NUMBER.fullmatch(part)]
    if len(keys) != len(parts) or not all(keys):
        return [], j
    j += 1
    if words[j : j + 1] and words[j] in _ADVERBS:
        keys[-1] += f"-{words[j]}"
        j += 1
    return keys, j

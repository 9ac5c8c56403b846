"""The label at the head of a line: « Article 12 bis – », `**Art. 4**:`, « TITRE III — », « § 4 »."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from statuts.language.numbering import NUMBER, normal_form
from statuts.markdown.inline import plain

_MOST_READ = 240  # no label is longer; the rest of a long line need not be looked at

_HIDDEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_CLEAN = {**_HIDDEN, **dict.fromkeys(map(ord, "\t\n\u00a0\u2007\u2009\u202f"), " ")}

_ARTICLE = r"\[?(?:article|artcile|artilce|aricle|artikel|art[íi]culo|artigo|art(?:\b|(?=\d)))(?!s)\]?|§"
_SECTION = r"sous-?section|section|secció|sección|abschnitt|sec\b"
_DIVISION = (
    r"titre|chapitre|partie|livre|sous-?titre|title|chapter|part|book|t[íi]tol|t[íi]tulo|cap[íi]tol|cap[íi]tulo"
    r"|kapitel|teil|titel"
)
_PREAMBLE = re.compile(r"(?:pr[ée]ambule|preamble|preàmbul|preámbulo|präambel)\b", re.IGNORECASE)
_ANNEX = r"annexes?|annex|annexos?|anexo|appendix|appendice|anhang"

_OPEN = r"(?P<open>\*{1,3}|_{1,3})?[ ]*"
_SIGNS = r"(?:[ ]*\\?[.:)/|\-–—―‒−•])*"
_CLOSE = rf"(?P<sign>{_SIGNS})[ ]*(?(open)(?P<close>(?P=open))?)(?P<after>{_SIGNS})[ ]*"
_NUMBERED = rf"[ ]*[.:\-–—]?[ ]*(?:n[°ºo]\.?[ ]*)?(?P<number>{NUMBER})"
_LABELLED = re.compile(
    rf"{_OPEN}(?:(?P<article>{_ARTICLE})|(?P<section>{_SECTION})|(?P<division>{_DIVISION})|(?P<annex>{_ANNEX}))"
    rf"(?![^\W\d_]){_NUMBERED}{_CLOSE}",
    re.IGNORECASE,
)
_ANNEX_ALONE = re.compile(rf"{_OPEN}(?P<annex>{_ANNEX})(?!\w)(?P<number>){_CLOSE}", re.IGNORECASE)
_NUMBER_ALONE = re.compile(rf"{_OPEN}(?P<number>{NUMBER}|[a-z](?=[.)])){_CLOSE}", re.IGNORECASE)
_PLAIN_NUMBER = re.compile(r"\d{1,3}(?!\d)")


class LabelKind(StrEnum):
    """What a label says its section is; `NUMBER` is a number without a word, `NONE` no label at all."""

    ARTICLE = "article"
    SECTION = "section"
    DIVISION = "division"
    PREAMBLE = "preamble"
    ANNEX = "annex"
    NUMBER = "number"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Label:
    """A label read: `end` is where the words after it begin; `signed` tells a separator was written.

    `bold` holds the marks still open at `end` (`**Article 12 – Objet.** Texte`).
    """

    kind: LabelKind
    word: str
    number: str
    key: str
    end: int
    signed: bool = False
    bold: str = ""


_NO_LABEL = Label(LabelKind.NONE, "", "", "", 0)


def read_label(text: str) -> Label:
    """The label `text` begins with, as a heading; one of kind `NONE` where there is none."""
    clean, places = _cleaned(text)
    if match := _LABELLED.match(clean):
        for kind in (LabelKind.ARTICLE, LabelKind.SECTION, LabelKind.DIVISION, LabelKind.ANNEX):
            if match[kind.value]:
                return _label(kind, match[kind.value], match, places)
    if match := _ANNEX_ALONE.match(clean):
        return _label(LabelKind.ANNEX, match["annex"], match, places)
    if match := _PREAMBLE.match(clean.lstrip("*_ ")):
        return Label(LabelKind.PREAMBLE, match[0].lower(), "", "", 0)
    if (match := _NUMBER_ALONE.match(clean)) and _stands_as_number(match, clean):
        return _label(LabelKind.NUMBER, "", match, places)
    return _NO_LABEL


def title_after(text: str, label: Label) -> str:
    """The heading without its label: wording kept, marks and the point or colon at the end taken off."""
    title = " ".join(plain(text[label.end :]).translate(_HIDDEN).split()).strip("*_")
    return title if title.endswith("..") else title.rstrip(" .:")


def _cleaned(text: str) -> tuple[str, Sequence[int]]:
    """The beginning of `text` without zero-width signs, spaces made plain; and where each sign stood."""
    start = text[:_MOST_READ]
    clean = start.translate(_CLEAN)
    if len(clean) == len(start):
        return clean, range(len(start) + 1)
    return clean, [*(i for i, c in enumerate(start) if ord(c) not in _HIDDEN), len(start)]


def _label(kind: LabelKind, word: str, match: re.Match[str], places: Sequence[int]) -> Label:
    number = match["number"].strip()
    bold = match["open"] or ""
    signed = bool(match["sign"] or match["after"])
    end = places[match.end()]
    return Label(kind, word.lower(), number, normal_form(number), end, signed, "" if match["close"] else bold)


def _stands_as_number(match: re.Match[str], clean: str) -> bool:
    """True for `3. Objet`, `4.1`, `I) Adhésion`, `3 Objet`; not for « 27e Région », « 2021 : bilan »."""
    number, rest = match["number"].strip(), clean[match.end() :]
    if re.match(r"\d{4}", number):
        return False
    if match["sign"] or match["after"]:
        return True
    return bool(_PLAIN_NUMBER.match(number)) and not number[-1:].isalpha() and (not rest or rest[0].isupper())

"""The label at the head of a line: « Article 12 bis – », `**Art. 4**:`, « TITRE III — », « § 4 »."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from statuts.language.numbering import Number, find_number, find_number_in_words

_MOST_READ = 240  # no label is longer; the rest of a long line need not be looked at

_HIDDEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_CLEAN = {**_HIDDEN, **dict.fromkeys(map(ord, "\t\n\u00a0\u2007\u2009\u202f"), " ")}

_HIDES = re.compile(f"[{''.join(map(chr, _HIDDEN))}]")
_MARKED = re.compile(r"[*_`\[<\\]")

_WORD = re.compile(
    r"(?P<open>\*{1,3}|_{1,3})?[ ]*(?i:"
    r"(?P<article>\[?(?:article|artcile|artilce|aricle|artikel|art[íi]culo|artigo|art(?:\b|(?=\d)))(?!s)\]?|§)"
    r"|(?P<section>(?:sous-?)?section|secció|sección|abschnitt|sec\b)"
    r"|(?P<division>(?:sous-?)?titre|chapitre|partie|livre|title|chapter|part|book|t[íi]tol|t[íi]tulo"
    r"|cap[íi]tol|cap[íi]tulo|kapitel|teil|titel)"
    r"|(?P<annex>annexe?s?|annexos?|anexo|appendix|appendice|anhang)"
    r"|(?P<preamble>pr[ée]ambule|preamble|preàmbul|preámbulo|präambel)(?!\w)"
    r")(?![^\W\d_])"
)
# « Article 12 – Objet »: nearly all labels of most texts, read at one look.
_PLAIN = re.compile(r"(Article|ARTICLE) ([0-9]{1,4}) ?[:–—.-] (?=[^\W\d_])")
_TO_NUMBER = re.compile(r"[ ]*[.:\-–—]?[ ]*(?:[nN][°ºo]\.?[ ]*)?")
_BOLD = re.compile(r"(\*{1,3}|_{1,3})?[ ]*")
_LETTER = re.compile(r"[a-z][.)]")
_YEAR = re.compile(r"\d{4}")
_SIGNS = re.compile(r"(?:[ ]*\\?[.:)/|\-–—―‒−•])*[ ]*")


class LabelKind(StrEnum):
    """What a label says its section is; `NUMBER` is a number without a word, `NONE` no label at all."""

    ARTICLE = "article"
    SECTION = "section"
    DIVISION = "division"
    PREAMBLE = "preamble"
    ANNEX = "annex"
    NUMBER = "number"
    NONE = "none"


class Label(NamedTuple):
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


_ARTICLE = LabelKind.ARTICLE  # what most labels say, looked up once
_NO_LABEL = Label(LabelKind.NONE, "", "", "", 0)


@lru_cache(maxsize=65536)
def read_label(text: str) -> Label:
    """The label `text` begins with, as a heading; one of kind `NONE` where there is none."""
    if plain := _PLAIN.match(text):
        number = plain[2]
        return Label(_ARTICLE, "article", number, str(int(number)), plain.end(), True)
    clean, places = _cleaned(text)
    word = _WORD.match(clean)
    if word is None or word.lastgroup is None:
        return _number_alone(clean, places)
    kind, name, bold = LabelKind(word.lastgroup), word[word.lastgroup].lower(), word["open"] or ""
    if kind is LabelKind.PREAMBLE:
        return Label(kind, name, "", "", 0)
    gap = _TO_NUMBER.match(clean, word.end())
    start = gap.end() if gap else word.end()
    number = find_number(clean, start) or find_number_in_words(clean, start)
    if number is None and kind is not LabelKind.ANNEX:
        return _NO_LABEL
    written, key, position = number or ("", "", word.end())
    end, signed, bold = _after_number(clean, position, bold)
    return Label(kind, name, written, key, places[end], signed, bold)


def title_after(text: str, label: Label) -> str:
    """The heading without its label: wording kept, marks and the point or colon at the end taken off."""
    title = text[label.end :]
    if _HIDES.search(title):
        title = title.translate(_HIDDEN)
    if _MARKED.search(title):
        from statuts.markdown.inline import plain

        title = plain(title).strip("*_ ")
    title = " ".join(title.split())
    return title if title.endswith("..") else title.rstrip(" .:")


def _number_alone(clean: str, places: Sequence[int]) -> Label:
    """The label of `3. Objet`, `4.1`, `I) Adhésion`, `3 Objet`; none of « 27e Région », « 2021 : bilan »."""
    opening = _BOLD.match(clean)
    start, bold = (opening.end(), opening[1] or "") if opening else (0, "")
    number = find_number(clean, start)
    if number is None and _LETTER.match(clean, start):
        number = Number(clean[start], clean[start], start + 1)
    if number is None or _YEAR.match(number.written):
        return _NO_LABEL
    end, signed, bold = _after_number(clean, number.end, bold)
    if signed or (not number.written[-1].isalpha() and (end == len(clean) or clean[end].isupper())):
        return Label(LabelKind.NUMBER, "", number.written, number.key, places[end], signed, bold)
    return _NO_LABEL


def _after_number(clean: str, position: int, bold: str) -> tuple[int, bool, str]:
    """Where the words begin after a number, whether a separator was written, the marks still open."""
    end = _signs_end(clean, position)
    if bold and clean.startswith(bold, end):
        end = _signs_end(clean, end + len(bold))
        signs, bold = clean[position:end].replace(bold, "", 1), ""
    else:
        signs = clean[position:end]
    return end, bool(signs.strip()), bold


def _signs_end(clean: str, position: int) -> int:
    match = _SIGNS.match(clean, position)
    return match.end() if match else position


def _cleaned(text: str) -> tuple[str, Sequence[int]]:
    """The beginning of `text` without zero-width signs, spaces made plain; and where each sign stood."""
    start = text[:_MOST_READ]
    clean = start.translate(_CLEAN)
    if len(clean) == len(start):
        return clean, range(len(start) + 1)
    return clean, [*(i for i, c in enumerate(start) if ord(c) not in _HIDDEN), len(start)]

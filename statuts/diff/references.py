"""References in a text to its own parts: « l’article 12 bis », « aux titres II et III », « l’art. seize »."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from statuts.language.abbreviations import STOP
from statuts.language.function_words import FUNCTION_WORDS
from statuts.language.grammar import cardinal
from statuts.language.numbering import normal_form, to_roman
from statuts.language.words import SENTENCE_ENDS, is_word

Keys = Sequence[str]

ARTICLE = "article"
_ANNEX = "annexe"
_SINGULAR: Mapping[str, str] = {
    noun: noun
    for noun in (
        f"{ARTICLE} titre sous-titre livre partie chapitre section sous-section {_ANNEX} "
        "title book part chapter subsection annex appendix"
    ).split()
}
_PLURAL: Mapping[str, str] = {
    "art": ARTICLE,
    **{f"{noun}s": noun for noun in _SINGULAR},
    "annexes": _ANNEX,  # « annexe » takes part in both languages
}
_NOUNS: Mapping[str, str] = {**_SINGULAR, **_PLURAL}

_LAW = frozenset(
    "loi lois code décret décrets ordonnance règlement règlements constitution directive convention "
    "civil pénal l r d traité arrêté charte accord contrat bail protocole délibération circulaire cgi "
    "rgpd guide".split()
)
_OTHERS = frozenset("fédération confédération ligue union réseau comité types type".split())
"""Whose statutes, behind « statuts », are not these."""
_BEFORE_ITS_ARTICLE = frozenset({",", "(", "son", "ses", "leur", "leurs"})
_JOINS = frozenset({"et", "ou", "à"})
_LIST = _JOINS | {",", "-", ".", STOP, "aux", "du", "au"}
_STOPS = frozenset({".", STOP})
_SUBDIVISION = frozenset({"alinéa", "al", "paragraphe", "§"})
_ADVERBS = frozenset("bis ter quater quinquies sexies septies octies nonies decies".split())
_FIRST = frozenset({"premier", "première"})
_NEAR = 6  # words after a number among which the law is named
_AROUND = 12  # units before and after a number that tell whether it is a reference, and to what
_ROMAN = re.compile("(?![LCD]$)[IVXLC]+")  # « L. 123-4 » is an article of a code
_IN_WORDS = frozenset(word for n in range(2, 100) if " " not in (word := cardinal(n)))


def noun_of(word: str) -> str:
    """What a word names, if parts of a text are called so: « articles » and « art » are `article`."""
    return _NOUNS.get(word.casefold(), "")


def refers_to(keys: Keys, start: int, end: int) -> str:
    """What the numbers `keys[start:end]` are those of, if parts of this very text: `article`, `titre`…

    Nothing where they refer to no part, or to one of a law: « l’article 9 de la loi du 1er juillet 1901 ».
    """
    noun = _noun_before(keys, start, end)
    if not noun or _names_law(keys[end : end + _AROUND]) or _follows_law(keys, start):
        return ""
    return noun


def is_number(key: str) -> bool:
    """True for what may be a number, or open one: « 12 », « 1er », « IV », « seize », « premier »."""
    return key[:1].isdigit() or key in _IN_WORDS or key in _FIRST or _is_roman(key)


def number_end(keys: Keys, k: int) -> int:
    """Where the number at `k` ends: « 12 bis » is one."""
    k += 1
    while k < len(keys) and keys[k] in _ADVERBS:
        k += 1
    return k


def numbers(keys: Keys, noun: str) -> list[str]:
    """The numbers among units, in normal form; empty where something else stands there too."""
    found: list[str] = []
    for key in keys:
        if key in _ADVERBS:
            if not found:
                return []
            found[-1] += f"-{key}"
        elif is_number(key) or (noun == _ANNEX and len(key) == 1 and key.isupper()):
            found.append(_normal(key))
        elif key not in _LIST:
            return []
    return found


def joints(keys: Keys) -> list[str]:
    """What joins the numbers of a list: « , », « et »."""
    return [key for key in keys if key in _LIST]


def written_like(number: str, like: str) -> str:
    """A number in figures, in Roman ones, or in words, as another is written."""
    if number.isdecimal() and like in _IN_WORDS:
        return cardinal(int(number))
    if number.isdecimal() and 0 < int(number) < 400 and _is_roman(like):
        return to_roman(int(number))
    return number


def _is_roman(key: str) -> bool:
    return key[:1] in "IVXLC" and bool(_ROMAN.fullmatch(key))


@lru_cache(maxsize=4096)
def _normal(key: str) -> str:
    plain = re.sub(r"(?<=\d)(?:er|e)$", "", key)
    return normal_form(plain) or plain


def _noun_before(keys: Keys, start: int, end: int) -> str:
    """The noun a number follows, at once or in a list of numbers."""
    before = _before_number(keys, start)
    if before < 0:
        return ""
    if noun := noun_of(keys[before]):
        return noun
    if keys[before] not in _LIST or not _goes_on(keys, before, start, end):
        return ""
    for k in range(before - 1, max(-1, start - _AROUND - 1), -1):
        if noun := noun_of(keys[k]):
            return "" if keys[k].casefold() in _SINGULAR and _counts(keys, end) else noun
        if keys[k] not in _LIST and keys[k] not in _ADVERBS and not is_number(keys[k]):
            return ""
    return ""


def _before_number(keys: Keys, start: int) -> int:
    """The unit before a number, without « n° » and the stop of « art. »."""
    k = start - 1
    if k > 0 and keys[k] == "n°":
        k -= 1
    return k - 1 if k > 0 and keys[k] in _STOPS and keys[k - 1].casefold() == "art" else k


def _goes_on(keys: Keys, k: int, start: int, end: int) -> bool:
    """« les articles 7, 8 et 9 » and not « selon les articles 7 et 8, 9 membres »."""
    if keys[k] in _STOPS:
        return False
    return (
        keys[k] != ","
        or not _JOINS.isdisjoint(keys[start:end])
        or keys[end : end + 1] in ([","], ["et"], ["ou"])
    )


def _counts(keys: Keys, end: int) -> bool:
    """« selon l’article 5 et 3 membres »: what follows the number is counted by it."""
    after = keys[end] if end < len(keys) else ""
    return is_word(after) and after not in FUNCTION_WORDS


def _follows_law(keys: Keys, start: int) -> bool:
    """« la loi de 1901, article 3 », « le code du sport, en son article 3 »."""
    for k in range(start - 1, max(-1, start - _AROUND), -1):
        if keys[k] in SENTENCE_ENDS:
            return False
        if noun_of(keys[k]):
            before = keys[max(0, k - _AROUND) : k]
            return bool(before) and before[-1] in _BEFORE_ITS_ARTICLE and not _LAW.isdisjoint(before)
    return False


def _names_law(after: Keys) -> bool:
    """« … 9 de la loi », « … 21 du code civil local », « … 13-1 du décret »; not « … 9 des statuts »."""
    words = 0
    skipped = False
    for k, key in enumerate(after):
        word = key.casefold()  # « l' » is an article; « L » of « L. 123-4 », a code's
        if skipped:  # « 9 (majorité) de la loi »
            skipped = key != ")"
        elif key == "(":
            skipped = True
        elif key in _LIST and {w.casefold() for w in after[k + 1 : k + 2]} & _SUBDIVISION:
            continue  # « 9, alinéa 2, de la loi »
        elif key == STOP or (key == "," and {w.casefold() for w in after[max(0, k - 3) : k]} & _SUBDIVISION):
            continue
        elif word in _LAW:
            return True
        elif word == "statuts":
            return not _OTHERS.isdisjoint(map(str.casefold, after[k + 1 : k + 4]))
        elif words == _NEAR or (not is_word(key)) or word in ("présents", "présent"):
            return False
        else:
            words += 1
    return False

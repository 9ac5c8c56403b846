"""Two ways to write the same words: capitals and their accents, ordinals, the hour; no change of wording."""

import re
import unicodedata
from collections.abc import Sequence

_PIECE = re.compile(r"\d[\d.,/:]*|[^\W\d]+|\S")
_ORDINAL = re.compile(r"(?<=\d)(?:i?[eè]me|è)(?=s?$)")
_LONG_ENOUGH = 5  # letters of a word that is the same with one of them wrong
_FIRST = re.compile(r"(?<=\d)[eè]re(?=s?$)")


def only_signs_differ(old: Sequence[str], new: Sequence[str]) -> bool:
    """True for « Etat » → « État », « 2ème » → « 2e », « 18h30 » → « 18 h 30 »; keys of units."""
    return bool(old) and bool(new) and _pieces(old) == _pieces(new)


def only_case_differs(old: Sequence[str], new: Sequence[str]) -> bool:
    """True for « Bureau » → « bureau », and « SIEGE » → « siège », whose capitals leave accents out."""
    return len(old) == len(new) and all(map(_same_letters, old, new))


def is_misspelt(one: str, other: str) -> bool:
    """True for words that only accents or one letter tell apart: « redige », « rédige »; « présidant »."""
    one, other = _bare(one.casefold()), _bare(other.casefold())
    if one == other:
        return True
    if min(len(one), len(other)) < _LONG_ENOUGH or abs(len(one) - len(other)) > 1:
        return False
    start = next((k for k, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), -1)
    if start < 0:
        return True  # one letter more at the end
    rest, rest_other = one[start:], other[start:]
    return rest[1:] == rest_other[1:] or rest[1:] == rest_other or rest == rest_other[1:]


def _same_letters(old: str, new: str) -> bool:
    if old.casefold() == new.casefold():
        return True
    if not (old.isupper() or new.isupper()) or old.isupper() == new.isupper():
        return False
    return _bare(old.upper()) == _bare(new.upper())


def _pieces(keys: Sequence[str]) -> list[str]:
    pieces: list[str] = []
    for key in keys:
        if key[:1].isdigit():
            pieces += _PIECE.findall(_FIRST.sub("re", _ORDINAL.sub("e", key)))
        else:
            pieces.append(_without_accents_on_capitals(key))
    return pieces


def _without_accents_on_capitals(key: str) -> str:
    """They are left out by habit, not by meaning; on small letters they make another word."""
    if not key[:1].isupper() or key.isascii():
        return key
    return _bare(key) if key.isupper() else _bare(key[0]) + key[1:]


def _bare(capitals: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", capitals) if not unicodedata.combining(sign))

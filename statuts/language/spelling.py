"""Two ways to write the same words: accents on capitals, ordinals, the hour; typography, not wording."""

import re
import unicodedata
from collections.abc import Sequence

_PIECE = re.compile(r"\d[\d.,/:]*|[^\W\d]+|\S")
_ORDINAL = re.compile(r"(?<=\d)(?:i?[eè]me|è)(?=s?$)")
_FIRST = re.compile(r"(?<=\d)[eè]re(?=s?$)")


def only_signs_differ(old: Sequence[str], new: Sequence[str]) -> bool:
    """True for « Etat » → « État », « 2ème » → « 2e », « 18h30 » → « 18 h 30 »; keys of units."""
    return bool(old) and bool(new) and _pieces(old) == _pieces(new)


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

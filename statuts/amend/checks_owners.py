"""Whose article a reference means: the text's own, or that of a law, a code, another text.

Only what is certain is called the text's own or another's by its words; the rest is left open, and nothing
is reported that the words leave open in favour of another text.
"""

from collections.abc import Sequence
from enum import Enum

Words = Sequence[str]
"""Units in their normal form and in lower case."""

LAWS = frozenset(
    "loi lois code codes décret décrets ordonnance ordonnances directive constitution convention "
    "traité arrêté circulaire cgi jo rgpd act law".split()
)
_OTHER_TEXTS = frozenset(
    "règlement charte convention protocole bail contrat accord pacte statuts délibération".split()
)
_POINTS_IN = frozenset(
    "alinéa alinéas al paragraphe paragraphes § point points tiret phrase et ou suivants suivant s ss "
    "premier première deuxième second seconde troisième quatrième cinquième sixième dernier dernière "
    "précité précitée précités précitées susvisé susvisée susvisés susvisées modifié modifiée "
    "modifiés bis ter".split()
)
_OF = frozenset({"de", "d'", "du", "des", "dudit", "desdits", "desdites", "of"})
_DETERMINERS = frozenset(
    "la le l' les cette ce ces cet nos notre ladite ledit lesdits même mêmes the".split()
)
_THIS = frozenset("présent présente présents présentes nos notre cette ce ces cet these this".split())
_PARTS = frozenset("titre chapitre section annexe préambule".split())
_POINTING = (
    "prévu",
    "visé",
    "mentionn",
    "défini",
    "fixé",
    "énonc",
    "indiqué",
    "décrit",
    "énumér",
    "précisé",
    "cité",
)
_BEFORE = 16  # units before a reference among which a law may be named
_AFTER = 24
_ENDS = frozenset({".", ";", "!", "?", "..."})


class Owner(Enum):
    """Whose article it is."""

    OWN = "own"
    OTHER = "other"
    UNSAID = "unsaid"


def owner(words: Words, start: int, end: int, is_statutes: bool) -> Owner:
    """Whose the article named by the units `start` to `end` is, from the words around it."""
    after = _after(words[end : end + _AFTER], is_statutes)
    if after is not Owner.UNSAID:
        return after
    return Owner.OTHER if _law_before(words[max(0, start - _BEFORE) : start]) else Owner.UNSAID


def _after(words: Words, is_statutes: bool) -> Owner:
    k, pointed = 0, False
    while k < len(words):
        word = words[k]
        if word == "(":
            close = next((n for n in range(k, len(words)) if words[n] == ")"), len(words))
            if LAWS.intersection(words[k:close]):
                return Owner.OTHER
            k = close + 1
        elif word in _POINTS_IN or word.endswith("°") or (pointed and (word.isdigit() or len(word) == 1)):
            k, pointed = k + 1, True
        elif word in {",", "-"} and k + 1 < len(words):
            following = words[k + 1]
            if not (following in _POINTS_IN | _OF or following.endswith("°") or following in LAWS):
                return Owner.UNSAID
            if following in _OF and not pointed and not LAWS.intersection(words[k + 1 : k + 5]):
                return Owner.UNSAID
            k += 1
        else:
            break
    if k >= len(words):
        return Owner.UNSAID
    if words[k] in LAWS or words[k : k + 2] == ["c", "."]:  # « article 5 loi 1901 », « article 1832 C. civ. »
        return Owner.OTHER
    return _owned_by(words[k:], is_statutes) if words[k] in _OF else Owner.UNSAID


def _owned_by(words: Words, is_statutes: bool) -> Owner:
    """Whose the article is, from « du … » onward."""
    if words[0] in {"dudit", "desdits", "desdites"}:
        return Owner.OTHER
    k, this = 1, False
    while k < len(words) and (words[k] in _DETERMINERS or words[k] in _THIS):
        this = this or words[k] in _THIS
        k += 1
    noun = words[k] if k < len(words) else ""
    if noun in LAWS:
        return Owner.OTHER
    if noun in _PARTS:  # « du titre II », « de l’annexe »: look whose that is
        rest = _after(words[k + 2 :], is_statutes)
        return Owner.UNSAID if rest is Owner.UNSAID else rest
    if this:
        return Owner.OWN
    if noun in _OTHER_TEXTS:
        of_others = words[k + 1 : k + 2]
        own = is_statutes == (noun == "statuts") and (
            not of_others
            or of_others[0] not in _OF | {"type", "types", "modèle"}
            or "association" in words[k + 2 : k + 4]
        )
        return Owner.OWN if own else Owner.OTHER
    return Owner.OTHER  # « de X »: whatever X is, it is not plainly this text


def _law_before(words: Words) -> bool:
    if words and words[-1] == "l'":
        words = words[:-1]
    if words and words[-1] in {"son", "ses", "leur", "leurs"}:
        return True
    if words and words[-1] in {"(", ","} and _OTHER_TEXTS.intersection(words[-4:-1]):
        return True  # « le règlement intérieur (article 12) »
    for word in reversed(words):
        if word in _ENDS or word.startswith(_POINTING):
            return False
        if word in LAWS:
            return True
    return False

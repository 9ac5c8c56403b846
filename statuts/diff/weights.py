"""How much a reader holds on to a word, and how natural it is to begin a mark there.

Every threshold of the word comparison stands here, with its reason.
"""

from functools import lru_cache

from statuts.language.function_words import CONJUNCTIONS, DETERMINERS, FUNCTION_WORDS, NUMERALS, PREPOSITIONS
from statuts.language.words import SENTENCE_ENDS, is_word

HUNK_COST = 0.85
"""What a mark costs: less than the content word that separates two marks (1), more than « de la »,
so that two marks are one where only function words stand between them."""

WHOLE_SENTENCE = 0.25
"""Below this share of common words a sentence, then an alinéa, is replaced as a whole (measured: any
value from 0.15 to 0.35 does the same, 0.45 hurts)."""

_CONTENT, _FUNCTION, _PHRASE = 1.0, 0.2, 0.4
# No number in words holds two marks apart: « [-chaque année deux-]{+tous les deux ans trois+} ».
_NUMERAL = HUNK_COST - 0.1
_SIGNS = {",": 0.25, ";": 0.45, ":": 0.45, "€": 0.7, "%": 0.7, "|": HUNK_COST + 0.1}

# An address or a date is read as a whole: « 18 rue de l’Évêché » does not become another street word by word.
_STREET = frozenset(
    "rue avenue av boulevard bd place chemin impasse allée allées quai route cours square passage".split()
)
_MONTHS = frozenset(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
_OPENERS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS
_KNOWN = {
    **dict.fromkeys(_STREET | _MONTHS, _PHRASE),
    **dict.fromkeys(FUNCTION_WORDS, _FUNCTION),
    **dict.fromkeys(NUMERALS, _NUMERAL),
    "ou": HUNK_COST + 0.05,  # the two sides of an alternative are two changes
    **_SIGNS,
    **dict.fromkeys(SENTENCE_ENDS, HUNK_COST + 0.1),  # two marks are never one across the end of a sentence
}


@lru_cache(maxsize=65536)
def weight(key: str) -> float:
    """What is lost when this unit is struck and written again although it stays."""
    word = key if key.islower() else key.casefold()
    known = _KNOWN.get(word)
    if known is not None:
        return known
    return _CONTENT if is_word(key) and word[-1] != "'" else _FUNCTION


@lru_cache(maxsize=65536)
def border(before: str, after: str) -> float:
    """How natural it is to begin or end a mark between two units: a small bonus or malus.

    It only decides between places that cost the same otherwise: « actifs{+, de membres
    bienfaiteurs+} et » rather than a mark that begins in the middle of a phrase.
    """
    if not before or before in SENTENCE_ENDS:
        return 0.12
    if before in (";", ":"):
        return 0.10
    if before == ",":
        return 0.08
    if before.endswith("'"):
        return -0.03
    if not after or not is_word(after):
        return 0.05
    word = after.casefold()
    if before.casefold() in _OPENERS:
        return -0.05
    return 0.04 if word in _OPENERS or word.endswith("'") else 0.0

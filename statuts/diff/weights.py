"""How much a reader holds on to a word, and how natural it is to begin a mark there.

Every threshold of the word comparison stands here, with its reason. Weights are whole numbers, thousandths
of a content word: Python 3.12 adds floats up otherwise than 3.11, and a redline must not depend on that.
"""

from collections.abc import Sequence
from functools import lru_cache

from statuts.language.function_words import (
    AMOUNT_SIGNS,
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION_WORDS,
    MONTHS,
    NUMERALS,
    PREPOSITIONS,
)
from statuts.language.words import SENTENCE_ENDS, is_word

HUNK_COST = 850
"""What a mark costs: less than the content word that separates two marks (1000), more than « de la »,
so that two marks are one where only function words stand between them."""

WHOLE_SENTENCE = 0.25
"""Below this share of common words a sentence, then an alinéa, is replaced as a whole (measured: any
value from 0.15 to 0.35 does the same, 0.45 hurts)."""

CONTENT, _FUNCTION, _PHRASE = 1000, 200, 400
OPENING, CLOSING = "()"  # how the keys of brackets begin, and of guillemets where pairs are told apart
# No number in words holds two marks apart: « [-chaque année deux-]{+tous les deux ans trois+} ».
_NUMERAL = HUNK_COST - 100
_SIGNS = {",": 250, ";": 450, ":": 450, "|": HUNK_COST + 100, **dict.fromkeys(AMOUNT_SIGNS, 700), "m€": 700}

# An address or a date is read as a whole: « 18 rue de l’Évêché » does not become another street word by word.
_STREET = frozenset(
    "rue avenue av boulevard bd place chemin impasse allée allées quai route cours square passage".split()
)
_NAMES: dict[str, list[tuple[str, ...]]] = {
    "administration": [("conseil", "d'")],
    "générale": [("assemblée",)],
    "générales": [("assemblées",)],
    "intérieur": [("règlement",)],
}
"""How set names end, and what stands before."""
_ENDS_OF_NAMES = frozenset(_NAMES)
_OPENERS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS
_KNOWN = {
    **dict.fromkeys(_STREET.union(MONTHS), _PHRASE),
    **dict.fromkeys(FUNCTION_WORDS, _FUNCTION),
    **dict.fromkeys("mme mmes mlle mm me dr madame monsieur".split(), _FUNCTION),  # the name says who
    **dict.fromkeys(NUMERALS, _NUMERAL),
    "ou": HUNK_COST + 50,  # the two sides of an alternative are two changes
    # what the meaning turns on is not struck only to be written again
    **dict.fromkeys("sans sauf ni non jamais".split(), HUNK_COST + 50),
    **_SIGNS,
    **dict.fromkeys(SENTENCE_ENDS, HUNK_COST + 100),  # two marks are never one across the end of a sentence
}


@lru_cache(maxsize=65536)
def weight(key: str) -> int:
    """What is lost when this unit is struck and written again although it stays."""
    word = key if key.islower() else key.casefold()
    known = _KNOWN.get(word)
    if known is not None:
        return known
    if len(key) == 1 and key.isupper():  # of « C.A. », kept for another letter's sake
        return _FUNCTION
    if len(key) > 1 and key[0] in (OPENING, CLOSING):  # told apart: what the pair holds is compared inside it
        return CONTENT + HUNK_COST // 2
    return CONTENT if is_word(key) and word[-1] != "'" else _FUNCTION


def weights(keys: Sequence[str]) -> list[int]:
    """The weights of units in a row. A set name weighs what its first word does: who decides changes more
    often than what is decided, and « conseil d'administration » is no more than « conseil »."""
    found = list(map(weight, keys))
    if not _ENDS_OF_NAMES.isdisjoint(keys):
        for k, key in enumerate(keys):
            for name in _NAMES.get(key, ()):
                start = k - len(name)
                if start >= 0 and tuple(map(str.casefold, keys[start:k])) == name:
                    found[start + 1 : k + 1] = [0] * len(name)
    return found


@lru_cache(maxsize=65536)
def border(before: str, after: str) -> int:
    """How natural it is to begin or end a mark between two units: a small bonus or malus, an even number.

    It only decides between places that cost the same otherwise: « actifs{+, de membres
    bienfaiteurs+} et » rather than a mark that begins in the middle of a phrase.
    """
    if not before or before in SENTENCE_ENDS:
        return 120
    if before[:1] == OPENING or after[:1] == CLOSING:
        return -100  # a bracket stays with its partner
    if after in AMOUNT_SIGNS:
        return 40  # and, if there is a choice, a number with its unit
    if before in (";", ":"):
        return 100
    if before == ",":
        return 80
    if before.endswith("'"):
        return -30
    if not after or not is_word(after):
        return 50
    word = after.casefold()
    if before.casefold() in _OPENERS:
        return -50
    return 40 if word in _OPENERS or word.endswith("'") else 0

"""Which French words cannot stand side by side: what a slip of the pen leaves, and grammar does not.

Only what is almost never right is named; where usage wavers (« avec de », « pour au moins »), nothing is.
Words are in the normal form of `words.tokens`: straight apostrophes; lower case here.
"""

import unicodedata

from statuts.language.function_words import (
    CONTRACTED,
    DEMONSTRATIVES,
    POSSESSIVES,
)

# « leur » is left out, being a pronoun too (« qui leur en donne »).
_DETERMINERS = (frozenset("le la les un une".split()) | CONTRACTED | DEMONSTRATIVES | POSSESSIVES) - {"leur"}
_PREPOSITIONS = frozenset("à de par pour avec sans dans sur sous chez vers entre contre".split())
_LINKS = frozenset({"et", "ou"})
_NEVER_LAST = (_DETERMINERS - {"un", "une", "ce"}) | frozenset(
    "à de avec dans par chez vers d' l' qu' n' s' j'".split()
)
_BEFORE_A_FIGURE = frozenset("moins plus minimum maximum total".split())
_OWN = frozenset(
    "leur leurs mien mienne miens miennes tien tienne sien sienne nôtre nôtres vôtre vôtres".split()
)
_TWICE = frozenset("nous vous".split())

_ELIDING = frozenset("le la de que ne se me te je jusque lorsque puisque".split())
_VOWELS = frozenset("aeiouœæ")
# Vowels before which nothing is elided.
_ASPIRATED = frozenset("onze onzième onzièmes oui un une uns unes uhlan ululement ouistiti".split())


def clash(first: str, second: str, third: str = "") -> bool:
    """Whether `second` cannot follow `first` in a sentence; `third` is the word after it, or empty."""
    if first == second and first.isalpha():
        return first not in _TWICE
    if first in _DETERMINERS:
        return _after_determiner(first, second, third)
    if first in _LINKS:
        return second in _LINKS
    if first in _PREPOSITIONS:
        return _after_preposition(first, second, third)
    return False


def _after_determiner(first: str, second: str, third: str) -> bool:
    if second in _OWN:  # le leur, les siens
        return first not in {"le", "la", "les", "du", "des", "au", "aux"}
    if second in _DETERMINERS:
        # « l'un des », « un des » ; « ce » may be a pronoun (« ce les »: no) but « un ce » is nothing.
        return not (first in {"un", "une"} and second in {"des", "du"})
    if first in {"un", "une", "ce"}:  # un par an, un ou plusieurs, ce pour quoi
        return False
    if second in _LINKS:
        return third not in _DETERMINERS  # le ou la, du ou des
    return second in _PREPOSITIONS


def _after_preposition(first: str, second: str, third: str) -> bool:
    if second in {"au", "aux"}:
        return third not in _BEFORE_A_FIGURE
    if second in {"du", "des"}:
        return first == "de"
    if second in {"à", "avec"}:
        return not (third in {"la", "l'", "chaque"} and second == "à") and (first, second) != ("de", "avec")
    return second in _LINKS and first in {"à", "de", "chez", "vers"}


def cannot_end(word: str, before: str) -> bool:
    """Whether no comma or full stop can follow `word`; `before` is the word in front of it."""
    return word in _NEVER_LAST and not (word in _OWN and before in {"les", "des", "aux"})


def is_elided(word: str) -> bool:
    """« l' », « d' », « qu' »."""
    return len(word) > 1 and word.endswith("'")


def lost_apostrophe(word: str, following: str) -> bool:
    """A letter that stands alone where only an elided word can have been (« d Explorer »)."""
    return word in {"d", "l", "n", "s", "j", "m", "t", "c", "qu"} and following[:1].isalpha()


def wrong_elision(elided: str, following: str) -> bool:
    """« l'collectivité »: no vowel follows. Abbreviations in capitals are read letter by letter."""
    if not following[:1].isalpha() or (following.isupper() and len(following) > 1):
        return False
    return is_elided(elided) and _plain(following[0]) not in _VOWELS | {"h", "y"}


def missing_elision(word: str, following: str) -> bool:
    """« le association »: a vowel follows a word that should be elided before it."""
    if following.isupper() or following in _ASPIRATED:
        return False
    return word in _ELIDING and bool(following) and _plain(following[0]) in _VOWELS


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFD", letter.lower())[0]

"""The grammar that written sentences need: ordinals in words, the definite article, lists."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

_FRENCH = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    " dix-sept dix-huit dix-neuf"
).split()
_FRENCH_TENS = (
    "",
    "",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "soixante",
    "quatre-vingt",
    "quatre-vingt",
)
_ENGLISH = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_ENGLISH_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

# The nouns that name a body and begin with a consonant; before a vowel the article is elided anyway.
_MASCULINE = frozenset(
    "bureau ca cercle collectif collège comité congrès conseil directoire président secrétariat".split()
)
_FEMININE = frozenset("commission coordination délégation présidence réunion session".split())
_DETERMINED = ("le ", "la ", "les ", "l'", "l’")
_VOWELS = "aàâeéèêëiîïoôuùûyœh"


def ordinal(number: int, language: str) -> str:
    """The rank `number` (1 to 99; figures beyond) in words: « première », « vingt et unième », "first".

    In French in the feminine, which is that of « une résolution »; only « première » shows it.
    """
    if language == "fr":
        return _french_ordinal(number)
    if not 0 < number < 100:
        return f"{number}th"
    if number < 20:
        return _ENGLISH[number]
    tens, unit = divmod(number, 10)
    word = _ENGLISH_TENS[tens]
    return f"{word}-{_ENGLISH[unit]}" if unit else word.removesuffix("y") + "ieth"


def _french_ordinal(number: int) -> str:
    if not 0 < number < 100:
        return f"{number}e"
    if number == 1:
        return "première"
    cardinal = _french_cardinal(number)
    if cardinal.endswith("cinq"):
        return cardinal + "uième"
    if cardinal.endswith("neuf"):
        return cardinal.removesuffix("f") + "vième"
    return cardinal.removesuffix("e") + "ième"


def cardinal(number: int) -> str:
    """A number in French words, in the masculine (figures from 100 on): « trois », « vingt et un »."""
    return _french_cardinal(number) if 0 <= number < 100 else str(number)


def _french_cardinal(number: int) -> str:
    if number < 20:
        return _FRENCH[number]
    tens, unit = divmod(number, 10)
    if tens in (7, 9):
        unit += 10
    word = _FRENCH_TENS[tens]
    if not unit:
        return word
    # « vingt et un », « soixante et onze », but « quatre-vingt-un »
    return f"{word} et {_FRENCH[unit]}" if unit in (1, 11) and tens < 8 else f"{word}-{_FRENCH[unit]}"


@cache
def french_ranks() -> Mapping[str, int]:
    """Every French rank in words, in lower case, and its number: « seconde » is 2, « dernier » is -1."""
    ranks = {_french_ordinal(number): number for number in range(1, 100)}
    ranks |= {written.replace(" ", "-"): number for written, number in ranks.items()}  # orthographe de 1990
    ranks |= {"premier": 1, "second": 2, "seconde": 2, "dernier": -1, "dernière": -1}
    ranks |= {"avant-dernier": -2, "avant-dernière": -2, "pénultième": -2, "antépénultième": -3}
    return MappingProxyType(ranks | {f"{written}s": number for written, number in ranks.items()})


@cache
def french_counts() -> Mapping[str, int]:
    """Every French number below one hundred that is one word, and its value."""
    counts = {_french_cardinal(number): number for number in range(1, 100)} | {"une": 1}
    return MappingProxyType({written: number for written, number in counts.items() if " " not in written})


@cache
def french_numbers() -> Mapping[str, int]:
    """Every number from 1 to 99 as a heading may write it out, « deux » or « deuxième », and its value.

    In lower case, without accents and with hyphens for spaces: capitals are often written so.
    """
    numbers = {_french_cardinal(number): number for number in range(1, 100)} | {"une": 1}
    numbers |= {rank: number for rank, number in french_ranks().items() if number > 0 and rank[-1] != "s"}
    plain = str.maketrans({"è": "e", " ": "-"})
    return MappingProxyType({written.translate(plain): number for written, number in numbers.items()})


def definite(noun: str, language: str) -> str:
    """`noun` (the name of a body) with its definite article, as inside a sentence.

    Without one where its gender is not known.
    """
    lower = noun.lower()
    if language != "fr":
        return noun if lower.startswith("the ") else f"the {noun}"
    first, _, _ = noun.partition(" ")
    if not first.isupper():  # « AGE » stays as it is
        noun = noun[:1].lower() + noun[1:]
    if lower.startswith(_DETERMINED):
        return noun
    if lower[:1] in _VOWELS:
        return f"l’{noun}"
    first = first.lower()
    if first in _MASCULINE:
        return f"le {noun}"
    return f"la {noun}" if first in _FEMININE else noun


def listed(items: Sequence[str], language: str) -> str:
    """The items as a sentence lists them: « a, b et c », "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    joint = " et " if language == "fr" else " and "
    return ", ".join(items[:-1]) + joint + items[-1]


def in_series(items: Sequence[str], language: str) -> str:
    """The items parted by semicolons, spaced as the language spaces them."""
    return ("\u202f; " if language == "fr" else "; ").join(items)


def capitalised(sentence: str) -> str:
    """The sentence with a capital first; the rest is left as it is."""
    return sentence[:1].upper() + sentence[1:]

"""Inclusive writing: whether two wordings say the same of other genders, and nothing else.

« les adhérents » → « les adhérent·es », « le président » → « la présidente ou le président ». Number,
negation, quantity and the links between nouns must stay: a change of substance is none of gender.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from statuts.language.words import SENTENCE_ENDS, is_word

_MIDDLE = "·‧●∙⋅•"
_ENDING = (
    r"(?:e|è?re|i[eè]re|ne|nne|ienne|onne|te|tte|t?rice|ice|t?euse|eure|esse|sse|ve|se|le|lle|elle|ale|fe|che|"
    r"que|gue|ine|ïne|x|aux)"
)
_MARK = re.compile(
    rf"[{_MIDDLE}]|(?<=\w)\.(?=\w)|\((?=\w+\)s?$)|(?<=\w)/-?(?=\w)"
    r"|(?<=\w)-(?=(?:e|ne|rice|trice|euse|ère|ière|ve|se)s?(?:-s)?$)|(?<=[a-zéû])(?=Es?$)"
)
_SUFFIX = re.compile(rf"{_ENDING}?s?(?:\)s?|-s)?", re.I)

_GENDERED = {
    "il": "il", "elle": "il", "iel": "il", "ielle": "il", "ils": "ils", "elles": "ils", "iels": "ils",
    "eux": "ils",
    "ceux": "ceux", "celles": "ceux", "celleux": "ceux", "celui": "celui", "celle": "celui",
    "tout": "tout", "toute": "tout", "tous": "tous", "toutes": "tous", "toustes": "tous", "tou": "tous",
    "lui": "lui", "chacun": "chacun", "chacune": "chacun", "aucun": "aucun", "aucune": "aucun",
    "nul": "nul", "nulle": "nul", "quel": "quel", "quelle": "quel", "quels": "quels", "quelles": "quels",
    "tel": "tel", "telle": "tel", "tels": "tels", "telles": "tels", "lequel": "lequel", "laquelle": "lequel",
    "lesquels": "lesquels", "lesquelles": "lesquels",
}  # fmt: skip
"""Words whose two genders no ending tells."""

_BINDING = {
    "le": "le", "la": "le", "l'": "le", "les": "les", "un": "un", "une": "un", "de": "de", "d'": "de",
    "du": "de le", "des": "de les", "à": "à", "au": "à le", "aux": "à les",
    "ce": "ce", "cet": "ce", "cette": "ce", "ces": "ces",
    "son": "son", "sa": "son", "ses": "ses", "leur": "leur", "leurs": "leurs",
}  # fmt: skip
"""What a noun repeats when it is said in both genders: « du président ou de la présidente »."""

_FEMININE = frozenset({"la", "une"})
_LINKS = frozenset({"et", "ou"})
_SILENT = frozenset({",", "(", ")", "/", "-"})
_NEUTRAL = frozenset({"iel", "iels", "ielle", "celleux", "toustes"})
_ENDINGS = (  # feminine before masculine, long before short
    "euse", "rice", "ière", "ère", "ienne", "enne", "onne", "elle", "ale", "sse", "ve", "ne", "te", "se", "e",
    "eur", "ier", "er", "ien", "en", "on", "eau", "au", "al", "el", "f", "n", "t", "x", "s",
)  # fmt: skip
_ROOTS = ("eur", "tr", "eu", "ier", "er", "è", "ien", "en", "n", "t")


class _Said(NamedTuple):
    """What a wording says, genders apart."""

    stems: list[str]  # in order, each once
    binding: frozenset[str]
    links: Counter[str]  # but those that only join both genders: « le président ou la présidente »
    both: bool  # both genders are named or marked


def only_gender_differs(old: Sequence[str], new: Sequence[str]) -> bool:
    """True where both say the same of other genders. The arguments are keys of units."""
    said_old, said_new = _said(old), _said(new)
    if not (said_old.both or said_new.both):
        return False
    if said_old.stems != said_new.stems or said_old.binding != said_new.binding:
        return False
    return said_old.links == said_new.links


def may_be_gender(keys: Sequence[str]) -> bool:
    """False for nearly every change: no mark in it, nor a link that could join two genders."""
    return not _LINKS.isdisjoint(keys) or any(map(has_mark, keys))


def says_more(keys: Sequence[str], others: Sequence[str]) -> bool:
    """Whether `keys` hold a word that none of the `others` is, genders apart."""
    stems = {_stem(key) for key in others}
    return not all(_stem(key) in stems or _binds(key) for key in keys)


def _binds(key: str) -> bool:
    word = key.casefold()
    return word in _LINKS or word in _SILENT or _parts(key)[0].casefold() in _BINDING


def has_mark(key: str) -> bool:
    """True for a form that carries both genders: « adhérent·es », « un(e) », « iel »."""
    if key.isalpha() and key.islower():
        return key in _NEUTRAL
    return len(_cut(key)) > 1 or key.casefold() in _NEUTRAL


def _said(keys: Sequence[str]) -> _Said:
    stems: dict[str, set[str]] = {}
    binding: dict[str, set[str]] = {}
    links: Counter[str] = Counter()
    both = False
    link = left = bound = ""  # the link that waits for what it joins; the articles on both sides of it
    for key in keys:
        word = key.casefold()
        both = both or has_mark(key)
        if word in _LINKS:
            links[link] += 1
            link, left, bound = word, bound, ""
        elif word not in _SILENT:
            first = _parts(key)[0].casefold()
            if first in _BINDING:
                bound = f"{bound} {_BINDING[first]}"
                for part in _BINDING[first].split():
                    binding.setdefault(part, set()).add(first)
                continue
            stem = _stem(key)
            if stem not in stems and (not bound or bound != left):  # « le ou la secrétaire »
                links[link] += 1
            stems.setdefault(stem, set()).add(word)
            link = left = bound = ""
    if not bound or bound != left:
        links[link] += 1
    del links[""]
    doubled = any(len(forms) > 1 for forms in stems.values())
    if not stems:  # « le » → « le ou la »
        doubled = not _LINKS.isdisjoint(keys) and any(
            len(forms) > 1 and forms & _FEMININE for forms in binding.values()
        )
    return _Said(list(stems), frozenset(binding), links, both or doubled)


def _parts(key: str) -> list[str]:
    """The parts of an inclusive form; any other word, a date or an address has one part only."""
    if key.isalpha() and key.islower():
        return [key]
    return list(_cut(key))


@lru_cache(maxsize=16384)
def _cut(key: str) -> tuple[str, ...]:
    if key in SENTENCE_ENDS or any(sign.isdigit() or sign in ":@" for sign in key):
        return (key,)
    first, *others = _MARK.split(key)
    # « président(s) » is a matter of number, « président/trésorier » and « et/ou » of substance
    if not first or not others or all(other.strip(")").casefold() in ("s", "x") for other in others):
        return (key,)
    if all(_SUFFIX.fullmatch(other) or _same_word(first, other) for other in others):
        return (first, *others)
    return (key,)


def _same_word(one: str, other: str) -> bool:
    one, other = one.casefold(), other.casefold()
    if one in _LINKS or other in _LINKS:
        return False
    if one not in _BINDING and other in ("la", "le", "une", "un"):  # directeur/la directrice
        return True
    if one in _BINDING or other in _BINDING:
        return _BINDING.get(one, "").split()[-1:] == _BINDING.get(other, "").split()[-1:] or (
            {one, other} == {"du", "de"}  # du/de la
        )
    return _gender_free(one) == _gender_free(other)


@lru_cache(maxsize=16384)
def _stem(key: str) -> str:
    """A word without its gender: « adhérente », « adhérent·e » → « adhér »; with its number."""
    if not is_word(key):
        return key
    parts = _parts(key)
    first, last = parts[0].casefold(), parts[-1].casefold()
    if first in ("tou", "tout") and len(parts) > 1:
        return "tous" if last.rstrip(")").endswith("s") else "tout"
    if first in _GENDERED:
        return _GENDERED[first]
    base, _, place = first.rpartition("-")
    if place in ("ci", "là") and base in _GENDERED:
        return f"{_GENDERED[base]}-{place}"
    many = last.rstrip(")").endswith(("s", "x"))
    return _gender_free(first) + (" s" if many else "")


def _gender_free(word: str) -> str:
    word = word.removesuffix("s")
    word = word.removesuffix("x") if word.endswith("eaux") else word
    if word.endswith("aux"):
        word = word.removesuffix("aux") + "al"
    word = word.removesuffix("x")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return _root(word.removesuffix(ending))
    return _root(word)


def _root(stem: str) -> str:
    """Where stems of both genders meet: « acteur » and « actrice » → « act »."""
    for ending in _ROOTS:
        if stem.endswith(ending) and len(stem) - len(ending) >= 3:
            return stem.removesuffix(ending)
    return stem

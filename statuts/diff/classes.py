"""What kind of difference a change is: the classes that are never mixed and never lost."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from statuts.diff.sequence import Hunk
from statuts.language.function_words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from statuts.language.words import APOSTROPHES, is_word
from statuts.model.redline import ChangeClass

Keys = Sequence[str]

_INCLUSIVE_MARK = re.compile(r"[·‧●∙⋅•]|(?<=\w)\.(?=\w)|\((?=\w+\)s?$)|(?<=\w)/-?(?=\w)")
_PRONOUNS = {
    "il": "il", "elle": "il", "iel": "il", "ielle": "il", "ils": "ils", "elles": "ils", "iels": "ils",
    "ceux": "ceux", "celles": "ceux", "celleux": "ceux", "celui": "celui", "celle": "celui",
    "tous": "tous", "toutes": "tous", "toustes": "tous", "tou": "tous", "lui": "lui",
}  # fmt: skip
_ENDINGS = (  # feminine before masculine, long before short
    "euse", "rice", "ère", "ière", "ienne", "onne", "elle", "sse", "ve", "ne", "te", "se", "e",
    "eur", "er", "ier", "ien", "on", "el", "f", "n", "t", "x", "s",
)  # fmt: skip
_AGREEING = (DETERMINERS | PREPOSITIONS | CONJUNCTIONS) - _PRONOUNS.keys()
# « {+la présidente ou +}le président », « Ils {+et elles+} » : the doubled word stays beside the mark.
_BESIDE = ((0, 2), (0, 1), (1, 0), (2, 0))
_LAW = frozenset(
    "loi lois code décret décrets ordonnance règlement règlements constitution directive convention "
    "civil pénal l r d traité arrêté".split()
)
_ARTICLE = frozenset({"article", "articles", "art"})
_LIST = frozenset({",", "et", "ou", "à", "-", ".", "aux", "du", "au"})
_AROUND = 12  # units before and after a number that tell whether it is a reference, and to what
_ADVERBS = frozenset("bis ter quater quinquies sexies septies octies nonies decies premier".split())


def classify(old_keys: Keys, new_keys: Keys, hunk: Hunk) -> ChangeClass:
    """The class of one change of words, from the units it strikes and the units it inserts."""
    old, new = old_keys[hunk.a0 : hunk.a1], new_keys[hunk.b0 : hunk.b1]
    if len(old) == len(new) and [k.casefold() for k in old] == [k.casefold() for k in new]:
        return ChangeClass.CASE
    for before, after in ((0, 0),) if old and new else _BESIDE:
        a = slice(max(0, hunk.a0 - before), hunk.a1 + after)
        b = slice(max(0, hunk.b0 - before), hunk.b1 + after)
        if is_inclusive(old_keys[a], new_keys[b]):
            return ChangeClass.INCLUSIVE
    return ChangeClass.WORDING


def is_inclusive(old: Keys, new: Keys) -> bool:
    """True where both say the same of other genders: « adhérents » and « adhérent·es ».

    Both sides must come down to the same set of stems; only words that agree with them (articles,
    « et », « ou ») may differ besides. Anything else, a negation for one, makes it wording.
    """
    stems_old, stems_new = list(filter(None, map(_stem, old))), list(filter(None, map(_stem, new)))
    if not stems_old or set(stems_old) != set(stems_new):
        return False
    doubled = len(stems_old) > len(set(stems_old)) or len(stems_new) > len(set(stems_new))
    return doubled or any(map(_is_marked, old)) or any(map(_is_marked, new))


@lru_cache(maxsize=16384)
def _is_marked(key: str) -> bool:
    return len(_parts(key)) > 1 or key.casefold() in ("iel", "iels", "ielle")


def _parts(key: str) -> list[str]:
    """The parts of an inclusive form; a date, an amount or an address has one part only."""
    if any(sign.isdigit() or sign in ":@" for sign in key):
        return [key]
    return _INCLUSIVE_MARK.split(key)


@lru_cache(maxsize=16384)
def _stem(key: str) -> str:
    """A word without its gender and number: « adhérente », « adhérents », « adhérent·es » → « adhér ».

    Empty for signs, and for words that merely agree: « Le/la », « les », « et ».
    """
    word = _parts(key.casefold())[0]
    if not is_word(key) or word in _AGREEING:
        return ""
    if word in _PRONOUNS:
        return _PRONOUNS[word]
    word = word.removesuffix("s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return _root(word.removesuffix(ending))
    return _root(word)


def _root(stem: str) -> str:
    """Where stems of both genders meet: « acteur » and « actrice » → « act »."""
    for ending in ("eur", "tr", "eu", "ier", "er", "è", "ien", "en", "n", "t"):
        if stem.endswith(ending) and len(stem) - len(ending) >= 3:
            return stem.removesuffix(ending)
    return stem


@dataclass(frozen=True, slots=True)
class Renumbering:
    """Which number each article had and has; the base for telling consequences from choices.

    `now` maps the normal form of an old number to that of the same article's new number, for the
    articles whose number changed and whose old number was unambiguous.
    """

    now: dict[str, str] = field(default_factory=dict)

    def class_of(self, old: Keys, new: Keys, hunk: Hunk) -> ChangeClass:
        """The class of one change among units: a consequence of renumbering, or what the words tell."""
        return ChangeClass.REFERENCE if self.explains(old, new, hunk) else classify(old, new, hunk)

    def carried_over(self, old: Keys) -> list[str]:
        """The same units with the numbers of renumbered articles as they are now.

        « les articles 20 et 21 » then aligns with « les articles 21 et 22 » number by number.
        """
        result = list(old)
        if not self.now:
            return result
        for k, key in enumerate(old):
            number = _numbers([key])
            if not number or self.now.get(number[0]) is None:
                continue
            if _follows_article(old[max(0, k - _AROUND) : k]) and not _names_law(old[k + 1 : k + _AROUND]):
                result[k] = self.now[number[0]]
        return result

    def explains(self, old: Keys, new: Keys, hunk: Hunk) -> bool:
        """True where a change of numbers only follows a renumbering inside the text.

        The units around it must name an article, and no law: « l’article 9 de la loi du 1er juillet 1901 »
        never follows the statutes' own numbers.
        """
        a0, a1, b0, b1 = hunk
        if not self.now or not _follows_article(old[max(0, a0 - _AROUND) : a0]):
            return False
        if _names_law(old[a1 : a1 + _AROUND]):
            return False
        old, new = old[a0:a1], new[b0:b1]
        numbers_old, numbers_new = _numbers(old), _numbers(new)
        return (
            bool(numbers_old)
            and len(numbers_old) == len(numbers_new)
            and all(self.now.get(x, x) == y for x, y in zip(numbers_old, numbers_new, strict=True))
            and [k for k in old if k in _LIST] == [k for k in new if k in _LIST]
        )


def _follows_article(before: Keys) -> bool:
    for key in reversed(before):
        if key.casefold() in _ARTICLE:
            return True
        if key not in _LIST and not key[:1].isdigit() and key not in _ADVERBS:
            return False
    return False


def _names_law(after: Keys) -> bool:
    """« … 9 de la loi », « … 21 du code civil local », « … 13-1 du décret »; not « … 9 des statuts »."""
    for key in after[:6]:
        word = key.casefold().rstrip("".join(APOSTROPHES))
        if word in _LAW:
            return True
        if not is_word(key) or word in ("statuts", "présents", "présent"):
            return False
    return False


def _numbers(keys: Keys) -> list[str]:
    """The article numbers among units, in normal form; empty where something else stands there too."""
    found: list[str] = []
    for key in keys:
        if key[:1].isdigit():
            found.append(re.sub(r"(?<=\d)(?:er|e)$", "", key))
        elif key in _ADVERBS:
            if key == "premier":
                found.append("1")
            elif not found:
                return []
            else:
                found[-1] += f"-{key}"
        elif key not in _LIST:
            return []
    return found

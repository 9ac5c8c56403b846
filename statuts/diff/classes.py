"""What kind of difference a change is: the classes that are never mixed and never lost."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from statuts.diff.sequence import Hunk
from statuts.language.inclusive import may_be_gender, only_gender_differs, says_more
from statuts.language.spelling import only_case_differs, only_signs_differ
from statuts.language.words import is_word
from statuts.model.redline import ChangeClass

Keys = Sequence[str]

# « {+la présidente ou +}le président », « Ils {+et elles+} » : the doubled word stays beside the mark.
_BESIDE = ((0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (2, 0), (3, 0), (1, 1), (1, 2))
_BEFORE, _AFTER = max(before for before, _ in _BESIDE), max(after for _, after in _BESIDE)
_LAW = frozenset(
    "loi lois code décret décrets ordonnance règlement règlements constitution directive convention "
    "civil pénal l r d traité arrêté charte accord contrat bail protocole délibération circulaire cgi".split()
)
_ARTICLE = frozenset({"article", "articles", "art"})
_LIST = frozenset({",", "et", "ou", "à", "-", ".", "aux", "du", "au"})
_SUBDIVISION = frozenset({"alinéa", "al", "paragraphe", "§"})
_NEAR = 6  # words after a number among which the law is named
_AROUND = 12  # units before and after a number that tell whether it is a reference, and to what
_ADVERBS = frozenset("bis ter quater quinquies sexies septies octies nonies decies premier".split())


def classify(old_keys: Keys, new_keys: Keys, hunk: Hunk) -> ChangeClass:
    """The class of one change of words, from the units it strikes and the units it inserts."""
    old, new = old_keys[hunk.a0 : hunk.a1], new_keys[hunk.b0 : hunk.b1]
    if only_case_differs(old, new):
        return ChangeClass.CASE
    if only_signs_differ(old, new):
        return ChangeClass.TYPOGRAPHY
    if not may_be_gender(old) and not may_be_gender(new):
        return ChangeClass.WORDING
    if says_more(new, old_keys[max(0, hunk.a0 - _BEFORE) : hunk.a1 + _AFTER]) or says_more(
        old, new_keys[max(0, hunk.b0 - _BEFORE) : hunk.b1 + _AFTER]
    ):
        return ChangeClass.WORDING  # whatever stands beside it
    for before, after in _BESIDE:
        a = slice(max(0, hunk.a0 - before), hunk.a1 + after)
        b = slice(max(0, hunk.b0 - before), hunk.b1 + after)
        if only_gender_differs(old_keys[a], new_keys[b]):
            return ChangeClass.INCLUSIVE
    return ChangeClass.WORDING


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

    def carried_over(self, old: Keys, new: Keys) -> list[str]:
        """The same units with the numbers of renumbered articles as they are now, where `new` has them.

        « les articles 20 et 21 » then aligns with « les articles 21 et 22 » number by number.
        """
        result = list(old)
        if not self.now:
            return result
        there = set(new)
        for k, key in enumerate(old):
            number = _numbers([key])
            if not number or self.now.get(number[0]) not in there:
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
            numbers_old != numbers_new
            and len(numbers_old) == len(numbers_new)
            and all(self.now.get(x, x) == y for x, y in zip(numbers_old, numbers_new, strict=True))
            and [k for k in old if k in _LIST] == [k for k in new if k in _LIST]
        )


def refers_to_article(keys: Keys, k: int) -> bool:
    """Whether the number at `k` names an article of this very text, and none of a law."""
    return _follows_article(keys[max(0, k - _AROUND) : k]) and not _names_law(keys[k + 1 : k + _AROUND])


def _follows_article(before: Keys) -> bool:
    for key in reversed(before):
        if key.casefold() in _ARTICLE:
            return True
        if key not in _LIST and not key[:1].isdigit() and key not in _ADVERBS:
            return False
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
        elif key == "," and {w.casefold() for w in after[max(0, k - 3) : k]} & _SUBDIVISION:
            continue
        elif word in _LAW:
            return True
        elif words == _NEAR or (not is_word(key)) or word in ("statuts", "présents", "présent"):
            return False
        else:
            words += 1
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

"""Which parts of a text are numbered otherwise now, so that a consequence is told from a choice."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from statuts.diff.classes import classify
from statuts.diff.references import (
    ARTICLE,
    is_number,
    joints,
    noun_of,
    number_end,
    numbers,
    refers_to,
    written_like,
)
from statuts.diff.section_keys import number_key
from statuts.diff.sequence import Hunk
from statuts.markdown.labels import read_label
from statuts.model.document import Section
from statuts.model.redline import ChangeClass

Keys = Sequence[str]


@dataclass(frozen=True, slots=True)
class Renumbering:
    """Which number each article had and has, and each division of every sort.

    `now` maps, by what is numbered (`article`, `titre`), the normal form of an old number to that of the same
    part's new number, for the parts whose number changed and whose old number was unambiguous.
    """

    now: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def class_of(self, old: Keys, new: Keys, hunk: Hunk) -> ChangeClass:
        """The class of one change among units: a consequence of renumbering, or what the words tell."""
        return ChangeClass.REFERENCE if self.explains(old, new, hunk) else classify(old, new, hunk)

    def carried_over(self, old: Keys, new: Keys) -> list[str]:
        """The same units with the numbers of renumbered parts as they are now, where `new` has them.

        « les articles 20 et 21 » then aligns with « les articles 21 et 22 » number by number.
        """
        result = list(old)
        if not self.now:
            return result
        there: set[tuple[str, str]] | None = None
        for k, key in enumerate(old):
            if not is_number(key) or number_end(old, k) > k + 1:
                continue
            noun = refers_to(old, k, k + 1)
            now = self._now(noun, numbers([key], noun))
            if not now:
                continue
            if there is None:
                there = {
                    (refers_to(new, n, n + 1), other)
                    for n, other in enumerate(new)
                    if is_number(other) and number_end(new, n) == n + 1
                }
            written = written_like(now, key)
            if (noun, written) in there:
                result[k] = written
        return result

    def explains(self, old: Keys, new: Keys, hunk: Hunk) -> bool:
        """True where a change of numbers only follows a renumbering inside the text.

        Both texts must name the same sort of part there, and no law: « l’article 9 de la loi du 1er juillet
        1901 » never follows the statutes' own numbers.
        """
        a0, a1, b0, b1 = hunk
        if not self.now or a0 == a1 or b0 == b1:
            return False
        a1, b1 = number_end(old, a1 - 1), number_end(new, b1 - 1)  # « 12 » is not what « 12 bis » is
        noun = refers_to(old, a0, a1)
        if noun not in self.now or noun != refers_to(new, b0, b1):
            return False
        before, after = numbers(old[a0:a1], noun), numbers(new[b0:b1], noun)
        now = self.now[noun]
        return before != after and [now.get(n, n) for n in before] == after and _joined_alike(old, new, hunk)

    def _now(self, noun: str, found: Sequence[str]) -> str:
        return self.now[noun].get(found[0], "") if noun in self.now and found else ""


def renumbering_of(
    old: Sequence[Section], new: Sequence[Section], pairs: Sequence[tuple[int, int]]
) -> Renumbering:
    """What the sections that both texts have were called, and are."""
    changed = [
        (i, j) for i, j in pairs if old[i].heading is not new[j].heading and _is_renumbered(old[i], new[j])
    ]
    if not changed:
        return Renumbering()
    named = Counter((_noun(section), number_key(section)) for section in old if section.heading)
    now: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for i, j in changed:
        noun, number = _noun(old[i]), number_key(old[i])
        # Of two parts of one number, a reference tells nothing; nor where a « titre » is a « chapitre » now.
        if named[noun, number] == 1 and noun == _noun(new[j]):
            now[noun][number] = number_key(new[j])
    return Renumbering(dict(now))


def _is_renumbered(old: Section, new: Section) -> bool:
    before, after = number_key(old), number_key(new)
    return bool(before and after) and before != after


def _noun(section: Section) -> str:
    """What a section is called where it is referred to; a mere number and « § 4 » head articles."""
    return noun_of(read_label(section.blocks[0].body).word) or ARTICLE


def _joined_alike(old: Keys, new: Keys, hunk: Hunk) -> bool:
    return joints(old[hunk.a0 : hunk.a1]) == joints(new[hunk.b0 : hunk.b1])

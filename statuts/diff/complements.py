"""Two complements are two marks: « par [-le conseil-]{+l'assemblée+} pour [-un an-]{+trois ans+} ».

A preposition alone holds no marks apart (`weights.py`). Where both texts have it between who and how long, it
parts two changes of which each can be read, and voted on, alone.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from statuts.diff.clusters import refined_within, shift
from statuts.diff.order import Pair
from statuts.diff.ranges import is_bound
from statuts.diff.sequence import Hunk, middle
from statuts.diff.telling import is_number, says_something
from statuts.language.function_words import CONTRACTED, DETERMINERS, MEASURES, PREPOSITIONS
from statuts.language.words import SENTENCE_ENDS

_UNSURE = frozenset({"de", "d'", "à"})  # « s'engage à », « à la mairie », « à huis clos »
_PARTING = PREPOSITIONS - _UNSURE
_COMPARING = frozenset({"plus", "moins"})
_BOUNDS = SENTENCE_ENDS | {";", ":", "(", ")", "|", '"'}
_LONGEST = 6  # units of the shorter side of a complement
_MOST = 80  # units of a change, with more of which it is no pair of complements: bounds time

Keys = Sequence[str]


def with_complements_apart(a: Keys, b: Keys, found: list[Hunk]) -> list[Hunk]:
    """The same changes, cut at a preposition that both sides have between two complements."""
    if all(h.a1 - h.a0 < 2 or h.b1 - h.b0 < 2 for h in found):
        return found  # nearly always
    return list(chain.from_iterable(_cut(a, b, hunk) for hunk in found))


def _cut(a: Keys, b: Keys, hunk: Hunk) -> Iterator[Hunk]:
    gone, come = a[hunk.a0 : hunk.a1], b[hunk.b0 : hunk.b1]
    found = _parting(gone, come) if _may_hold_two(gone) and _may_hold_two(come) else None
    if found is None:
        yield hunk
        return
    i, j = found
    # « {+définitif ou +}de plus de [-trois-]{+deux+} mois »
    same, end_old, end_new = middle(gone[:i], come[:j])
    if same < max(end_old, end_new):
        yield shift(Hunk(same, end_old, same, end_new), hunk.a0, hunk.b0)
    for part in refined_within(a, b, Hunk(hunk.a0 + i + 1, hunk.a1, hunk.b0 + j + 1, hunk.b1)):
        yield from _cut(a, b, part)


def _may_hold_two(keys: Keys) -> bool:
    return 1 < len(keys) <= _MOST and _BOUNDS.isdisjoint(keys)


def _parting(gone: Keys, come: Keys) -> Pair | None:
    """Where on either side the preposition stands that parts two complements."""
    for i, key in enumerate(gone):
        if key not in PREPOSITIONS or key not in come:
            continue
        j = len(come) - 1 - come[::-1].index(key)
        before, after = (gone[:i], come[:j]), (gone[i + 1 :], come[j + 1 :])
        if _is_range(before, after):
            continue
        if all(map(_counts, after)) and _may_precede_a_number(before):
            return i, j  # « {+paritaire +}de [-six-]{+huit+} membres »
        if gone.count(key) == 1 == come.count(key) and key not in _UNSURE and _part(key, before, after):
            return i, j
    return None


def _is_range(before: tuple[Keys, Keys], after: tuple[Keys, Keys]) -> bool:
    """« [-6 à 12-]{+9 à 15+} membres » is marked whole."""
    return any(side and is_bound(side[-1]) for side in before) and any(
        side and is_bound(side[0]) for side in after
    )


def _may_precede_a_number(before: tuple[Keys, Keys]) -> bool:
    if len({side[-1] if side and side[-1] in _COMPARING else "" for side in before}) > 1:
        return False  # « de plus de 16 ans », « âgés de seize ans »
    start, *ends = middle(*before)
    own, other = (side[start:end] for side, end in zip(before, ends, strict=True))
    if _says(own) != _says(other) and not (own and other):  # « {+, de 5 € par mois +}et de [-80-]{+100+} € »
        return True
    if any(map(_says, before)) and all(map(_is_short, before)):
        return True
    return all(map(_says, before)) and _are_alike(before)


def _part(key: str, before: tuple[Keys, Keys], after: tuple[Keys, Keys]) -> bool:
    """Whether what stands before and after a preposition, on either side, are two complements."""
    if not all(map(_says, after)):  # « pour {+tout +}motif grave »
        return all(map(_says, before)) and any(after) and DETERMINERS.issuperset(chain(*after))
    if not all(before):  # « {+ou un mandataire +}devant [-les tribunaux-]{+toutes les juridictions+} »
        is_sure = key != "en" and _are_alike(after)  # not « en décide »
        return is_sure and any(map(_says, before)) and all(map(_is_short, before))
    if key == "par" and not _are_alike(after):  # « par le bureau », « par courriel »
        return False
    return all(map(_says, before)) and _are_alike(before) and min(map(len, before)) <= _LONGEST


def _counts(keys: Keys) -> bool:
    """« six », « un an »."""
    if not keys:
        return False
    return is_bound(keys[0]) or (keys[0] in ("un", "une") and len(keys) > 1 and keys[1] in MEASURES)


def _is_short(keys: Keys) -> bool:
    return len(keys) <= _LONGEST and _PARTING.isdisjoint(keys)


def _says(keys: Keys) -> bool:
    return any(is_number(key) or says_something(key) for key in keys)


def _are_alike(sides: tuple[Keys, Keys]) -> bool:
    """Whether both begin as what can be put for one another does."""
    first, second = (_opening(side[0]) for side in sides)
    return first == second


def _opening(key: str) -> str:
    if key in PREPOSITIONS or key in CONTRACTED:
        return "preposition"
    article = key.casefold().partition("·")[0]  # of « le·la »
    return "determiner" if article in DETERMINERS or is_bound(key) or key[-1].isdigit() else "word"

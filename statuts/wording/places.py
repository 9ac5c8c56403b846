"""An address of an act, found in the text before the act; or the reason why it is not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from statuts.errors import WordingError
from statuts.language.numbering import normal_form
from statuts.language.sentences import sentences
from statuts.language.words import keys
from statuts.model.document import SectionKind
from statuts.model.instruction import Address, Step, Unit
from statuts.model.message import Message, msg, msgn
from statuts.wording.levels import Level, levels, mark_key
from statuts.wording.outline import Alinea, Outline, Portion

_T = TypeVar("_T")
_KINDS = {
    Unit.ARTICLE: SectionKind.ARTICLE,
    Unit.DIVISION: SectionKind.DIVISION,
    Unit.PREAMBLE: SectionKind.PREAMBLE,
    Unit.ANNEX: SectionKind.ANNEX,
}


@dataclass(frozen=True, slots=True)
class Place:
    """What an address names. `start` and `end` bound its words in the source.

    `portions` (indices) are what it spans; within one, `first` to `last` (excluded) are its alinéas.
    `unclear` tells that the text leaves open where a level ends.
    """

    unit: Unit
    portions: tuple[int, ...]
    start: int
    end: int
    first: int = 0
    last: int = 0
    row: int = -1
    unclear: bool = False


Namer = Callable[[Address], str]
"""How an address is said in the language of the act, for messages."""


def find(text: Outline, address: Address, name: Namer) -> list[Place]:
    """The places that `address` names, in the order of the text. Raises `WordingError`."""
    everything = tuple(range(len(text.portions)))
    places = [Place(Unit.TEXT, everything, 0, len(text.source), 0, 0)]
    for depth, step in enumerate(address):
        said = name(address[: depth + 1])
        places = [found for place in places for found in _step(text, place, step, said)]
    return places


def alineas_of(text: Outline, place: Place) -> list[tuple[int, int]]:
    """The alinéas of a place, each as the index of its portion and its index there."""
    if len(place.portions) == 1 and place.unit not in (Unit.TEXT, Unit.DIVISION):
        return [(place.portions[0], k) for k in range(place.first, place.last)]
    return [(p, k) for p in place.portions for k in range(len(text.portions[p].alineas))]


def _step(text: Outline, place: Place, step: Step, said: str) -> list[Place]:
    if step.unit is Unit.TEXT:
        return [place]
    if step.unit in _KINDS:
        return _portions(text, place, step, said)
    if step.unit is Unit.HEADING:
        return [_heading(text, place, said)]
    if step.unit is Unit.SENTENCE:
        return _sentences(text, place, step, said)
    if step.unit is Unit.ROW:
        return _rows(text, place, step, said)
    if step.unit is Unit.LEVEL:
        return _levels(text, place, step, said)
    return _alineas(text, place, step, said)


def _portions(text: Outline, place: Place, step: Step, said: str) -> list[Place]:
    within = [p for p in place.portions if text.portions[p].kind is _KINDS[step.unit]]
    if step.word:
        within = [p for p in within if same_sort(word_of(text.portions[p]), step.word)] or within
    if not step.numbers:
        titled = [p for p in within if not step.title or _same(text.portions[p].name, step.title)]
        return [_whole(text, p, step.unit) for p in _picked(titled, step, said, _listed(text, within))]
    chosen: list[int] = []
    for number in step.numbers:
        key = normal_form(number) or number.casefold()
        numbered = [p for p in within if text.portions[p].key == key]
        if step.title:
            numbered = [p for p in numbered if _same(text.portions[p].name, step.title)]
        if not numbered:
            raise WordingError(_absent(said, step, number), _listed(text, within))
        if len(numbered) > 1 and not step.ranks:
            raise WordingError(
                msg("{place} is there {times} times in the text.", place=said, times=len(numbered)),
                msg("say which by its title: “entitled …”"),
            )
        chosen += _picked(numbered, step, said)
    if step.through:
        low, high = within.index(chosen[0]), within.index(chosen[-1])
        if low > high:
            raise WordingError(msg("{place}: the last stands before the first.", place=said))
        chosen = within[low : high + 1]
    return [_whole(text, p, step.unit) for p in chosen]


_ENGLISH = {"title": "titre", "chapter": "chapitre", "part": "partie", "book": "livre"}


def same_sort(one: str, other: str) -> bool:
    """Whether two words name one sort of division, in French or in English."""
    return _ENGLISH.get(one, one) == _ENGLISH.get(other, other)


def said_as(word: str, other: str) -> str:
    """A sort of division in the language in which `other` names one."""
    return _ENGLISH.get(word, word) if other in _ENGLISH.values() else word


def word_of(portion: Portion) -> str:
    """Which sort of division it is: « titre », « chapitre »."""
    return next(iter(keys(portion.section.blocks[0].body)), "").casefold() if portion.section.blocks else ""


def _whole(text: Outline, p: int, unit: Unit) -> Place:
    portion = text.portions[p]
    if unit is Unit.DIVISION:
        inside = [p, *_inside(text, p)]
        return Place(unit, tuple(inside), portion.start, text.portions[inside[-1]].end)
    return Place(unit, (p,), portion.start, portion.end, 0, len(portion.alineas))


def _inside(text: Outline, p: int) -> list[int]:
    """The portions of a division: all that stands in it, or in a division of it."""
    held = {text.portions[p].section.id}
    found: list[int] = []
    for q in range(p + 1, len(text.portions)):
        section = text.portions[q].section
        if section.division not in held:
            break
        found.append(q)
        held.add(section.id)
    return found


def _picked(within: Sequence[_T], step: Step, said: str, hint: Message | None = None) -> list[_T]:
    """Those of `within` that the ranks of a step name, in their order; the only one where it has none."""
    if not step.ranks:
        if len(within) == 1:
            return list(within)
        count = len(within)
        raise WordingError(
            msg("{place} may be any of {count}.", place=said, count=count) if count else _too_few(said, 0),
            hint,
        )
    ranks = [rank if rank > 0 else len(within) + rank + 1 for rank in step.ranks]
    if step.through:
        ranks = list(range(ranks[0], ranks[-1] + 1))
    if not ranks or min(ranks) < 1 or max(ranks) > len(within):
        raise WordingError(_too_few(said, len(within)), hint)
    return [within[rank - 1] for rank in sorted(set(ranks))]


def _heading(text: Outline, place: Place, said: str) -> Place:
    p = place.portions[0] if place.portions else -1
    if p < 0 or place.unit in (Unit.TEXT, Unit.ALINEA, Unit.SENTENCE):
        raise WordingError(msg("{place} is no heading.", place=said))
    portion = text.portions[p]
    if portion.heading is None:
        raise WordingError(msg("not found in the text: {place}.", place=said))
    start, end = portion.title or (portion.heading[1], portion.heading[1])
    return Place(Unit.HEADING, (p,), start, end)


def _alineas(text: Outline, place: Place, step: Step, said: str) -> list[Place]:
    if place.unit in (Unit.SENTENCE, Unit.ROW, Unit.HEADING):
        raise WordingError(msg("{place} cannot be: nothing of that sort stands in it.", place=said))
    within = alineas_of(text, place)
    if step.unit is Unit.DASH:
        within = [each for each in within if _alinea(text, each).is_dash]
    elif step.unit is Unit.TABLE:
        within = [each for each in within if _alinea(text, each).rows]
    return [
        Place(step.unit, (p,), (a := text.portions[p].alineas[k]).start, a.end, k, k + 1)
        for p, k in _picked(within, step, said)
    ]


def _alinea(text: Outline, at: tuple[int, int]) -> Alinea:
    return text.portions[at[0]].alineas[at[1]]


def _levels(text: Outline, place: Place, step: Step, said: str) -> list[Place]:
    if len(place.portions) != 1 or place.last <= place.first:
        raise WordingError(msg("not found in the text: {place}.", place=said))
    p = place.portions[0]
    alineas = text.portions[p].alineas
    inside = levels(alineas, place.first, place.last)
    if step.through and len(step.numbers) == 2:
        ends = [_level(inside, number, said, alineas) for number in step.numbers]
        chosen = [
            each
            for _, each in inside
            if ends[0].first <= each.first <= ends[1].first and _outer(inside, each)
        ]
    else:
        chosen = [_level(inside, number, said, alineas) for number in step.numbers]
    return [
        Place(
            Unit.LEVEL,
            (p,),
            alineas[each.first].start,
            alineas[each.last - 1].end,
            each.first,
            each.last,
            unclear=each.open_ended,
        )
        for each in chosen
    ]


def _outer(inside: Sequence[tuple[str, Level]], level: Level) -> bool:
    return not any(o.first < level.first and level.last <= o.last for _, o in inside)


def _level(inside: Sequence[tuple[str, Level]], number: str, said: str, alineas: Sequence[Alinea]) -> Level:
    key = mark_key(number)
    found = [level for name, level in inside if name == key]
    outermost = [
        level
        for level in found
        if not any(o is not level and o.first <= level.first and level.last <= o.last for o in found)
    ]
    if len(outermost) != 1:
        marks = ", ".join(alineas[level.first].mark for _, level in inside)
        raise WordingError(
            msg("not found in the text: {place}.", place=said)
            if not found
            else msg("{place} is there {times} times in the text.", place=said, times=len(outermost)),
            msg("marks there: {marks}", marks=marks) if marks else None,
        )
    return outermost[0]


def _sentences(text: Outline, place: Place, step: Step, said: str) -> list[Place]:
    found: list[Place] = []
    for p, k in alineas_of(text, place):
        alinea = text.portions[p].alineas[k]
        if alinea.rows:
            continue
        for start, end in sentences(text.source[alinea.start : alinea.end]):
            found.append(Place(Unit.SENTENCE, (p,), alinea.start + start, alinea.start + end, k, k + 1))
    return _picked(found, step, said)


def _rows(text: Outline, place: Place, step: Step, said: str) -> list[Place]:
    tables = [at for at in alineas_of(text, place) if _alinea(text, at).rows]
    [(p, k)] = _picked(tables, Step(Unit.TABLE), said)
    rows = [
        Place(Unit.ROW, (p,), r.start, r.end, k, k + 1, n)
        for n, r in enumerate(text.portions[p].alineas[k].rows)
    ]
    return _picked(rows, step, said)


def _same(one: str, other: str) -> bool:
    return keys(one) == keys(other)


def _absent(said: str, step: Step, number: str) -> Message:
    return _too_few(said if len(step.numbers) == 1 else f"{said} ({number})", 0)


def _too_few(said: str, count: int) -> Message:
    if not count:
        return msg("not found in the text: {place}.", place=said)
    return msgn(
        "not found: {place}; there is {count} only.",
        "not found: {place}; there are {count} only.",
        count,
        place=said,
    )


def _listed(text: Outline, portions: Sequence[int]) -> Message | None:
    names = [text.portions[p].section.label for p in portions if text.portions[p].section.label]
    if not names:
        return None
    shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    return msg("there are: {names}", names=shown)

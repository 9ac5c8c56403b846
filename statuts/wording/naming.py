"""The address of an article or an alinéa: the shortest that names it and nothing else in the old text."""

from collections.abc import Iterator

from statuts.errors import WordingError
from statuts.model.document import BlockKind, SectionKind
from statuts.model.instruction import Address, Step, Unit
from statuts.wording.levels import Level, Sort, levels, sort_of
from statuts.wording.outline import Outline
from statuts.wording.places import Place, find, word_of
from statuts.wording.ranks import ranks_of

_UNITS = {
    SectionKind.ARTICLE: Unit.ARTICLE,
    SectionKind.DIVISION: Unit.DIVISION,
    SectionKind.PREAMBLE: Unit.PREAMBLE,
    SectionKind.ANNEX: Unit.ANNEX,
}


class Namer:
    """Names the places of one text."""

    def __init__(self, text: Outline) -> None:
        self.text = text
        self._portions: dict[int, Address | None] = {}
        self._levels: dict[int, list[Level]] = {}

    def portion(self, p: int) -> Address | None:
        """The address of a portion; None for what stands before any heading, or right under the title."""
        if p not in self._portions:
            self._portions[p] = next(
                (address for address in self._of_portion(p) if self._names(address, p)), None
            )
        return self._portions[p]

    def _of_portion(self, p: int) -> Iterator[Address]:
        portion = self.text.portions[p]
        unit = _UNITS.get(portion.kind)
        if unit is None:
            return
        heading = portion.section.heading
        number = (heading.number,) if heading and heading.number else ()
        word = word_of(self.text.portions[p]) if unit is Unit.DIVISION else ""
        plain = Step(unit, numbers=number, word=word)
        if number or unit is not Unit.ARTICLE:
            yield (plain,)
        if number and portion.section.division:
            for q, other in enumerate(self.text.portions):
                if other.section.id == portion.section.division and q != p:
                    around = self.portion(q)
                    if around is not None:
                        yield (*around, plain)
        if portion.name:
            if number:
                yield (plain._replace(title=portion.name),)
            yield (Step(unit, title=portion.name, word=word),)
        same = [q for q, other in enumerate(self.text.portions) if other.kind is portion.kind]
        yield (Step(unit, ranks=(same.index(p) + 1,)),)

    def _names(self, address: Address, p: int) -> bool:
        found = self._found(address)
        return found is not None and found.portions[:1] == (p,)

    def _found(self, address: Address) -> Place | None:
        try:
            places = find(self.text, address, lambda _: "")
        except WordingError:
            return None
        return places[0] if len(places) == 1 else None

    def alinea(self, p: int, k: int) -> Address:
        """The address of alinéa `k` of portion `p`: by its mark where that is enough, else by its rank."""
        marked = self._by_mark(p, k)
        return marked if marked is not None else self.alineas(p, (k,))

    def alineas(self, p: int, ks: tuple[int, ...]) -> Address:
        """The address of several alinéas of one portion, by rank."""
        around = self.portion(p)
        count = len(self.text.portions[p].alineas)
        if around is None:  # before the first heading: counted from the head of the text
            return (Step(Unit.TEXT), Step(Unit.ALINEA, ranks=tuple(self._offset(p) + k + 1 for k in ks)))
        if self.text.portions[p].kind is SectionKind.DIVISION:
            return (*around, Step(Unit.ALINEA, ranks=tuple(k + 1 for k in ks)))
        if count == 1:
            return around
        return (*around, Step(Unit.ALINEA, ranks=ranks_of(ks, count)))

    def _offset(self, p: int) -> int:
        return sum(len(portion.alineas) for portion in self.text.portions[:p])

    def _by_mark(self, p: int, k: int) -> Address | None:
        portion = self.text.portions[p]
        alinea = portion.alineas[k]
        around = self.portion(p)
        if (
            alinea.kind is not BlockKind.ITEM
            or around is None
            or sort_of(alinea.mark) in (Sort.NONE, Sort.DASH)
        ):
            return None
        chain = [level for level in self._levels_of(p) if level.first <= k < level.last]
        if not chain or chain[-1].first != k or chain[-1].last != k + 1:
            return None
        steps = tuple(
            Step(Unit.LEVEL, numbers=(portion.alineas[level.first].mark.rstrip(" .)"),)) for level in chain
        )
        for start in range(len(steps) - 1, -1, -1):  # the innermost alone where that is certain
            address = (*around, *steps[start:])
            found = self._found(address)
            if found is not None and (found.first, found.last) == (k, k + 1):
                return address
        return None

    def _levels_of(self, p: int) -> list[Level]:
        if p not in self._levels:
            alineas = self.text.portions[p].alineas
            self._levels[p] = [level for _, level in levels(alineas, 0, len(alineas))]
        return self._levels[p]

"""The addresses of a French act: what each says, completed by its chapeau and by what was named before."""

from collections.abc import Sequence
from dataclasses import dataclass

from statuts.model.instruction import Address, Step, Unit
from statuts.wording.combinators import Node
from statuts.wording.french.tree import Tree
from statuts.wording.french.vocabulary import NOUNS
from statuts.wording.layout import PORTIONS
from statuts.wording.levels import sort_of

_WIDTH = {
    Unit.TEXT: 0,
    Unit.DIVISION: 1,
    Unit.ARTICLE: 2,
    Unit.PREAMBLE: 2,
    Unit.ANNEX: 2,
    Unit.HEADING: 3,
    Unit.LEVEL: 4,
    Unit.TABLE: 5,
    Unit.ALINEA: 6,
    Unit.DASH: 6,
    Unit.ROW: 7,
    Unit.SENTENCE: 8,
}
_SAME = "même"


@dataclass(frozen=True, slots=True)
class Said:
    """What one « portion » says: its steps from the widest, and whether it points back to what was named."""

    steps: Address
    same: bool = False


class Where:
    """Reads portions; remembers what was named last."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.last: Address = ()

    def portions(self, node: Node, bases: Sequence[Address]) -> list[Address]:
        """The addresses of a list of portions, each as an address of the whole text."""
        said = [self._said(part) for part in node.every("portion")]
        found: list[Address] = []
        around = any(map(_has_portion, bases))
        for k, each in enumerate(said):
            # « au premier alinéa et au dernier alinéa de l’article 3 »
            shared = not (around or each.same or _is_absolute(each.steps))
            found += self._completed(self._from_next(each, said[k + 1 :]) if shared else each, bases)
        if found:
            self.last = found[-1]
        return list(dict.fromkeys(found))

    def _from_next(self, said: Said, following: Sequence[Said]) -> Said:
        for other in following:
            if _is_absolute(other.steps):
                return Said(completed(other.steps, said.steps))
        return said

    def _completed(self, said: Said, bases: Sequence[Address]) -> list[Address]:
        if said.same:
            return [self._same(said.steps)]
        if _is_absolute(said.steps) or not bases:
            return [_without_text(said.steps)]
        return [_without_text(completed(base, said.steps)) for base in bases]

    def _same(self, steps: Address) -> Address:
        """« du même article », « au même alinéa »: as far as the last address goes to such a unit."""
        unit = steps[0].unit
        for end in range(len(self.last), 0, -1):
            if self.last[end - 1].unit is unit:
                return (*self.last[:end], *steps[1:])
        return completed(self.last, steps)

    def _said(self, portion: Node) -> Said:
        steps: list[Step] = []
        same = False
        for part in portion.parts:
            step = self._step(part)
            if step is not None:
                steps.append(step)
            if part.name == _SAME:
                same = True
        steps.reverse()
        unnamed = steps and steps[0].unit is Unit.ARTICLE and steps[0] == Step(Unit.ARTICLE)
        named = bool(steps) and bool(steps[0].numbers or steps[0].title)
        return Said(tuple(steps), (same and not named) or bool(unnamed and self.last))

    def _step(self, node: Node) -> Step | None:
        tree = self._tree
        if node.name == "texte":
            return Step(Unit.TEXT)
        if node.name == "intitulé":
            return Step(Unit.HEADING)
        if node.name == "niveau":
            marks = [
                mark
                for part in node.parts
                for mark in ([part] if part.name == "repère" else part.every("repère"))
            ]
            through = node.first("suite") is not None
            return Step(Unit.LEVEL, tuple(tree.text(mark).rstrip(" )") for mark in marks), through=through)
        if node.name == "rangé":
            return self._ranked(node)
        unit = {
            "article": Unit.ARTICLE,
            "division": Unit.DIVISION,
            "annexe": Unit.ANNEX,
            "préambule": Unit.PREAMBLE,
        }.get(node.name)
        if unit is None:
            return None
        numbers: tuple[str, ...] = ()
        through = False
        if listed := node.first("numéros"):
            numbers, through = tree.numbers(listed)
        ranks, between = tree.ranks(named) if (named := node.first("rangs")) else ((), False)
        title = tree.quotation(node.every("citation")[0]) if node.every("citation") else ""
        word = tree.key(node.first("sorte") or node).removesuffix("s") if unit is Unit.DIVISION else ""
        return Step(unit, numbers, ranks, title, word, through or between)

    def _ranked(self, node: Node) -> Step:
        tree = self._tree
        noun = node.first("nom")
        assert noun is not None
        unit = unit_of(tree.key(noun))
        if ranks := node.first("rangs"):
            found, through = tree.ranks(ranks)
            return Step(unit, ranks=found, through=through)
        if numbers := node.first("numéros"):
            written, through = tree.numbers(numbers)
            return Step(
                unit,
                ranks=tuple(int(n.removesuffix("er")) for n in written if n.removesuffix("er").isdecimal()),
                through=through,
            )
        return Step(unit)


def unit_of(noun: str) -> Unit:
    """The unit that a noun names, in either number."""
    return NOUNS.get(noun) or NOUNS.get(noun[:-1]) or Unit.ALINEA


def completed(base: Address, steps: Address) -> Address:
    """`steps` inside `base`: what of the base is as fine as they are, or finer, gives way."""
    if not steps:
        return base
    first = steps[0]
    for k, step in enumerate(base):
        if first.unit is Unit.LEVEL and step.unit is Unit.LEVEL:
            if sort_of(first.numbers[0]) is sort_of(step.numbers[0]):
                return (*base[:k], *steps)
        elif _WIDTH[step.unit] >= _WIDTH[first.unit]:
            return (*base[:k], *steps)
    return (*base, *steps)


def _is_absolute(steps: Address) -> bool:
    return any(step.unit in PORTIONS or step.unit is Unit.TEXT for step in steps)


def _has_portion(address: Address) -> bool:
    return any(step.unit in PORTIONS for step in address)


def _without_text(steps: Address) -> Address:
    """« des statuts » says nothing where a part of them is named; alinéas may be counted from their head."""
    if not any(step.unit is Unit.TEXT for step in steps) or len(steps) == 1:
        return steps
    if any(step.unit in PORTIONS for step in steps):
        return tuple(step for step in steps if step.unit is not Unit.TEXT)
    return steps

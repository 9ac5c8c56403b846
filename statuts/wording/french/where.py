"""The addresses of a French act: what each says, completed by its chapeau and by what was named before."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from statuts.errors import WordingError
from statuts.model.instruction import Address, Step, Unit
from statuts.model.message import msg
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
    Unit.ANNEX: 1,
    Unit.HEADING: 3,
    Unit.LEVEL: 4,
    Unit.TABLE: 5,
    Unit.ALINEA: 6,
    Unit.DASH: 6,
    Unit.ROW: 7,
    Unit.SENTENCE: 8,
}
_SAME = "même"


class Said(NamedTuple):
    """What one « portion » says: its steps from the widest, and whether it points back to what was named."""

    steps: Address
    same: bool = False
    words: str = ""
    after_comma: bool = False


class Where:
    """Reads portions; remembers what was named last."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._texts: set[str] = set()
        self.last: Address = ()

    def portions(
        self, node: Node, bases: Sequence[Address], carried: Sequence[Address] = ()
    ) -> list[Address]:
        """The addresses of a list of portions, each as an address of the whole text.

        `bases` are what the clause is about; `carried` what the sentence spoke of before. Raises
        `WordingError` for an address that nothing completes.
        """
        said = list(self._listed(node))
        found: list[Address] = []
        latest: list[Address] = []
        narrowed = False
        for k, each in enumerate(said):
            if k and each.after_comma and _narrows(latest, each.steps):
                # « à l’article 3, au premier alinéa »: one place, told in two steps
                del found[len(found) - len(latest) :]
                narrowed = True
            if narrowed and not _is_absolute(each.steps):
                bases = latest
            elif not each.same and not _is_absolute(each.steps) and not any(map(_is_absolute, bases)):
                bases = latest or self._next(said[k + 1 :]) or carried
            latest = self._completed(each, bases)
            found += latest
        if found:
            self.last = found[-1]
        return list(dict.fromkeys(found))

    def step(self, node: Node) -> Step | None:
        """What one unit says, its name and its numbers."""
        return self._step(node)

    def finest(self, portion: Node) -> Step | None:
        """The finest step of a portion: what is renamed, not where it stands."""
        steps = (self._step(part) for part in portion.parts)
        return next((step for step in steps if step is not None and step.unit is not Unit.TEXT), None)

    def _listed(self, node: Node) -> Iterator[Said]:
        comma = True
        for part in node.parts:
            if part.name == "portion":
                yield self._said(part)._replace(after_comma=comma)
                comma = True
            elif part.name == "et":
                comma = False

    def _next(self, following: Sequence[Said]) -> list[Address]:
        """« au premier et au dernier alinéas de l’article 3 »: what follows says of which article."""
        return [each.steps for each in following if _is_absolute(each.steps)][:1]

    def _completed(self, said: Said, bases: Sequence[Address]) -> list[Address]:
        if said.same:
            return [self._same(said, bases)]
        if not bases and not _is_absolute(said.steps):
            raise WordingError(
                msg("“{words}”: it is not said of which article.", words=said.words),
                msg("“of article 3”, or an opening “Article 3 is amended as follows:”"),
            )
        return [_without_text(_inside(base, said.steps)) for base in bases or ((),)]

    def _same(self, said: Said, bases: Sequence[Address]) -> Address:
        """« du même article », « au même alinéa »: as far as the last address goes to such a unit."""
        unit = said.steps[0].unit
        for address in (self.last, *bases[:1]):
            for end in range(len(address), 0, -1):
                if address[end - 1].unit is unit:
                    return (*address[:end], *said.steps[1:])
        raise WordingError(
            msg("“{words}” points back to nothing that was named.", words=said.words),
            msg("name the article"),
        )

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
        named = bool(steps) and bool(steps[0].numbers or steps[0].title or steps[0].ranks)
        unnamed = bool(steps) and steps[0] == Step(Unit.ARTICLE)
        return Said(tuple(steps), (same and not named) or unnamed, self._tree.text(portion))

    def _step(self, node: Node) -> Step | None:
        tree = self._tree
        if node.name == "texte":
            self._texts.add("statuts" if node.first("statuts") else "règlement")
            if len(self._texts) > 1:
                raise WordingError(
                    msg("Two texts are amended here: the statutes and the internal rules."),
                    msg("write an act for each text"),
                )
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
        ranks, run = tree.ranks(named) if (named := node.first("rangs")) else ((), False)
        title = tree.quotation(node.every("citation")[0]) if node.every("citation") else ""
        word = tree.key(node.first("sorte") or node).removesuffix("s") if unit is Unit.DIVISION else ""
        return Step(unit, numbers, ranks, title, word, through or run)

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


def _inside(base: Address, steps: Address) -> Address:
    """`steps` inside `base`; « l’alinéa », « la phrase » without a rank is the one that the base names."""
    first = steps[0]
    if first == Step(first.unit):
        for k, step in enumerate(base):
            if step.unit is first.unit:
                return (*base[: k + 1], *steps[1:])
    return completed(base, steps)


def _narrows(bases: Sequence[Address], steps: Address) -> bool:
    """Whether `steps` lie inside what `bases` name, rather than beside it."""
    return (
        not _is_absolute(steps)
        and bool(bases)
        and all(base and completed(base, steps) == (*base, *steps) for base in bases)
    )


def _is_absolute(steps: Address) -> bool:
    return any(step.unit in PORTIONS or step.unit is Unit.TEXT for step in steps)


def _without_text(steps: Address) -> Address:
    """« des statuts » says nothing where a part of them is named; alinéas may be counted from their head."""
    if not any(step.unit is Unit.TEXT for step in steps) or len(steps) == 1:
        return steps
    if any(step.unit in PORTIONS for step in steps):
        return tuple(step for step in steps if step.unit is not Unit.TEXT)
    return steps

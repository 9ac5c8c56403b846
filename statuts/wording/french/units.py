"""What French acts do to whole units: repeal, reword, complete, renumber, move, mark them."""

from collections.abc import Iterator, Sequence

from statuts.errors import WordingError
from statuts.model.instruction import (
    Address,
    AddWords,
    Constitute,
    Deed,
    Delete,
    Element,
    Insert,
    Move,
    Renumber,
    Restore,
    Rewrite,
    Side,
    Step,
    Unit,
    Words,
)
from statuts.model.message import msg
from statuts.wording.combinators import Node
from statuts.wording.french.elements import written_mark
from statuts.wording.french.grounds import CIRCUMSTANCES, Grounds, Subject
from statuts.wording.french.tree import expanded

_INLINE = (Unit.ALINEA, Unit.SENTENCE, Unit.DASH, Unit.HEADING)


class Units:
    """Turns clauses about units into deeds."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds

    def targets(self, core: Node, subject: Subject) -> tuple[Address, ...]:
        """What a clause is about: what it names, or the subject of the clause before."""
        named = core.first("cible")
        if named is not None:
            return tuple(self._grounds.targets(named, subject))
        found = tuple(subject.target or subject.places or subject.bases)
        if not found:
            raise WordingError(
                msg("“{words}” does not say of what.", words=self._grounds.tree.short(core)),
                msg("name the article"),
            )
        return found

    def deeds(self, core: Node, around: Sequence[Node], subject: Subject) -> Iterator[Deed]:
        """The deeds of a clause with a « cible », said or carried on. Raises `WordingError`."""
        grounds = self._grounds
        targets = self.targets(core, subject)
        subject.target = list(targets)
        verb = core
        if core.name in ("sur_la_cible", "même_sujet"):
            verb = next(p for p in core.parts if p.name != "cible" and p.name not in CIRCUMSTANCES)
        if verb is not core:
            around = [*around, *(part for part in verb.parts if part.name in CIRCUMSTANCES)]
        name, content = verb.name.lower(), grounds.content(verb)
        if name != "déplacer":
            grounds.no_circumstance(around)
        if name in ("supprimer", "abroger"):
            yield Delete(targets)
        elif name in ("réécrire", "rédiger") or (name == "devenir" and content):
            yield Rewrite(targets, content)
        elif name == "remplacer":
            yield self._substitute(verb, targets, content)
        elif name == "compléter":
            yield from self._completed(verb, targets, content)
        elif name == "rétablir":
            yield from (Restore(target, content) for target in targets)
        elif name in ("devenir", "renuméroter"):
            yield from (self._renumbered(verb, target) for target in _as_one(targets))
        elif name == "déplacer":
            yield from self._moved(around, targets, subject)
        else:
            assert name == "constituer", name
            mark = written_mark(grounds.tree.text(verb.every("repère")[0]))
            yield from (Constitute(target, mark) for target in targets)

    def _substitute(self, verb: Node, targets: tuple[Address, ...], content: tuple[str, ...]) -> Deed:
        grounds = self._grounds
        if named := verb.first("élément"):
            self._worded(named, content)
            element = grounds.element(named)
            return Rewrite(targets, content, element if not element.numbers else None)
        if verb.first("nouveaux"):
            return Rewrite(targets, (grounds.only_new(verb).text,))
        return Rewrite(targets, content)

    def _completed(
        self, verb: Node, targets: tuple[Address, ...], content: tuple[str, ...]
    ) -> Iterator[Deed]:
        grounds = self._grounds
        inline = all(target and target[-1].unit in _INLINE for target in targets)
        if named := verb.first("élément"):
            self._worded(named, content)
            element = grounds.element(named)
            yield from (Insert(target, Side.END, element, content) for target in targets)
        elif verb.first("nouveaux"):
            yield AddWords(targets, grounds.only_new(verb), Side.END)
        elif inline:
            yield AddWords(targets, Words(grounds.line(content, verb)), Side.END)
        elif verb.first("dispositions"):
            yield from (Insert(target, Side.END, Element(Unit.ALINEA, 0), content) for target in targets)
        else:
            raise WordingError(
                msg("“{words}”: words, or an alinéa of their own?", words=grounds.tree.short(verb)),
                msg("“is completed by the words: …”, or “by an alinéa worded thus: …”"),
            )

    def _worded(self, named: Node, content: tuple[str, ...]) -> None:
        if not content:
            raise WordingError(
                msg("“{words}”: its wording is not given.", words=self._grounds.tree.text(named)),
                msg("“… worded thus: « … »”"),
            )

    # -- numbers ---------------------------------------------------------------------------------------

    def _renumbered(self, verb: Node, target: Address) -> Deed:
        old = _listed(target[-1])
        new = _listed(self._new_name(verb, old))
        if (old.unit, old.word) != (new.unit, new.word):
            raise WordingError(
                msg(
                    "“{words}”: the old name and the new one are not of one kind.",
                    words=self._grounds.tree.short(verb),
                )
            )
        places, names = len(old.numbers or old.ranks), len(new.numbers or new.ranks)
        if names != places or not names:
            raise WordingError(
                msg("{count} numbers are given for {places} places.", count=names, places=places)
            )
        return Renumber((*target[:-1], old), new)

    def _new_name(self, verb: Node, old: Step) -> Step:
        where, tree = self._grounds.where, self._grounds.tree
        if portion := verb.first("portion"):
            return where.finest(portion) or Step(old.unit)
        if article := verb.first("article"):
            return where.step(article) or Step(old.unit)
        if numbers := verb.first("numéros"):
            written, through = tree.numbers(numbers)
            return Step(old.unit, written, word=old.word, through=through)
        if ranks := verb.first("rangs"):
            found, through = tree.ranks(ranks)
            return Step(old.unit, ranks=found, word=old.word, through=through)
        return Step(old.unit)

    # -- moves -----------------------------------------------------------------------------------------

    def _moved(
        self, around: Sequence[Node], targets: tuple[Address, ...], subject: Subject
    ) -> Iterator[Deed]:
        grounds = self._grounds
        beside = grounds.beside(around)
        if beside is None:
            raise grounds.nowhere(grounds.tree.short(around[0]) if around else "")
        for target in targets:
            near = Subject(subject.bases, [target])
            if beside.first("objet"):
                raise WordingError(
                    msg("“{words}”: an article or an alinéa is moved beside another, not beside words.",
                        words=grounds.tree.text(beside))
                )  # fmt: skip
            if ranks := beside.first("rangs"):  # « après le cinquième »
                found, through = grounds.tree.ranks(ranks)
                to = (*target[:-1], Step(target[-1].unit, ranks=found, through=through))
            elif beside.name == "ancre":
                to = grounds.anchor_place(beside, near)
            elif beside.first("portion"):
                [to] = grounds.edge_places(beside, near)[:1]
            else:
                raise grounds.nowhere(grounds.tree.text(beside))
            yield Move(target, grounds.side(beside), to)


def _as_one(targets: Sequence[Address]) -> Sequence[Address]:
    """« Le 3° et le 4° deviennent, respectivement, les 4° et 5° »: as one address."""
    steps = [_listed(target[-1]) for target in targets]
    first = steps[0]
    alike = all(
        target[:-1] == targets[0][:-1]
        and (step.unit, step.word, bool(step.ranks)) == (first.unit, first.word, bool(first.ranks))
        and not step.title
        for target, step in zip(targets, steps, strict=True)
    )
    if len(targets) == 1 or not alike:
        return targets
    numbers = tuple(number for step in steps for number in step.numbers)
    ranks = tuple(rank for step in steps for rank in step.ranks)
    return [(*targets[0][:-1], first._replace(numbers=numbers, ranks=ranks))]


def _listed(step: Step) -> Step:
    """A step whose run is told number by number, rank by rank."""
    if not step.through:
        return step
    if step.numbers:
        return step._replace(numbers=tuple(expanded(*step.numbers)), through=False)
    return step._replace(ranks=tuple(range(step.ranks[0], step.ranks[-1] + 1)), through=False)

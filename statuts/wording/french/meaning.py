"""What the clauses of a French act do: each as deeds, with their addresses made whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from statuts.errors import WordingError
from statuts.model.instruction import (
    Address,
    AddWords,
    Constitute,
    Deed,
    Delete,
    DeleteWords,
    Element,
    Insert,
    InsertWords,
    Move,
    Renumber,
    ReplaceRest,
    ReplaceWords,
    Restore,
    Rewrite,
    Side,
    Step,
    Unit,
    Words,
)
from statuts.model.message import msg
from statuts.wording.combinators import Node
from statuts.wording.french.elements import content_of, element_of, written_mark
from statuts.wording.french.tree import Tree, expanded
from statuts.wording.french.where import Where

_CIRCUMSTANCES = frozenset({"lieu", "ancre", "bord"})


@dataclass(slots=True)
class Subject:
    """What a sentence is about so far: the addresses of its place, and of what it last made a subject."""

    bases: tuple[Address, ...]
    places: list[Address] = field(default_factory=list)
    target: list[Address] = field(default_factory=list)


class Meaning:
    """Turns clauses into deeds."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.where = Where(tree)

    def deeds(self, clause: Node, subject: Subject) -> Iterator[Deed]:
        """The deeds of one « proposition » that holds no items. Raises `WordingError`."""
        around = [part for part in clause.parts if part.name in _CIRCUMSTANCES]
        core = next(part for part in clause.parts if part.name not in _CIRCUMSTANCES)
        self.settle(around, subject)
        yield from self._core(core, around, subject)

    def settle(self, around: Sequence[Node], subject: Subject) -> None:
        """Takes the places of a clause into account, for it and for those after it."""
        places = [node for node in around if node.name == "lieu"]
        if places:
            bases: Sequence[Address] = subject.bases
            for node in places:
                bases = self.where.portions(node, bases)
            subject.places = list(bases)

    def amended(self, core: Node, subject: Subject) -> tuple[Node, tuple[Address, ...]] | None:
        """The block of « L’article 5 est ainsi modifié : … », and what it amends; None for another clause."""
        verb = core if core.name == "Modifier" else core.first("modifier")
        block = verb.first("bloc") if verb is not None else None
        if block is None:
            return None
        named = core.first("cible")
        targets = self._targets(named, subject) if named is not None else subject.target
        subject.target = list(targets)
        return block, tuple(targets)

    def _core(self, core: Node, around: Sequence[Node], subject: Subject) -> Iterator[Deed]:
        name = core.name
        inner = [part for part in core.parts if part.name in _CIRCUMSTANCES]
        self.settle(inner, subject)
        around = [*around, *inner]
        if name == "sur_les_mots":
            yield from self._on_words(core, around, subject)
        elif name in ("insérer", "Insérer"):
            yield from self._insertion(core, around, subject)
        elif name == "reste":
            yield self._rest(core, around, subject)
        elif name == "division_et_intitulé":
            yield Delete(tuple(self._targets(core.parts[0], subject)), heading_only=True)
        elif name == "abroger":
            yield Delete(
                tuple(address for part in _within(core, "cible") for address in self._targets(part, subject))
            )
        elif name == "constituer":
            yield from self._constituted(core, subject)
        elif name == "rétablir":
            yield self._restored_new(core)
        elif name in ("Remplacer", "Substituer", "Supprimer") and core.first("objets"):
            yield from self._on_words(core, around, subject)
        else:
            yield from self._on_target(core, around, subject)

    # -- words ---------------------------------------------------------------------------------------

    def _on_words(self, core: Node, around: Sequence[Node], subject: Subject) -> Iterator[Deed]:
        objects = core.first("objets")
        assert objects is not None
        olds = [words for node in objects.every("objet") for words in self.tree.words(node)]
        verb = core.first("remplacer", "supprimer", "insérer") or core
        self.settle(
            [part for part in verb.parts if part.name in _CIRCUMSTANCES] if verb is not core else [], subject
        )
        places = self._places(subject)
        if verb.first("occurrence"):
            olds = [self.tree.meant(old, verb) for old in olds]
        if verb.first("nouveaux"):
            yield from self._replaced(olds, verb, places)
        elif verb.name in ("supprimer", "Supprimer"):
            yield from (DeleteWords(places, old) for old in olds)
        else:
            circumstances = [*around, *(part for part in verb.parts if part.name in _CIRCUMSTANCES)]
            for old in olds:
                yield self._put(old, circumstances, subject)

    def _replaced(self, olds: Sequence[Words], verb: Node, places: tuple[Address, ...]) -> Iterator[Deed]:
        news = self._news(verb)
        if len(news) == 1:
            news *= len(olds)
        if len(news) != len(olds):
            raise WordingError(
                msg("{olds} wordings are to be replaced by {news}.", olds=len(olds), news=len(news)),
                msg("quote as many new wordings as old ones, or one for all"),
            )
        for old, new in zip(olds, news, strict=True):
            yield ReplaceWords(places, old, new)

    def _news(self, verb: Node) -> list[Words]:
        listed = verb.first("nouveaux")
        assert listed is not None
        return [words for node in listed.every("nouveau") for words in self.tree.words(node)]

    def _put(self, new: Words, around: Sequence[Node], subject: Subject) -> Deed:
        """Words put beside others, or at an edge of a place."""
        anchor = next((node for node in around if node.name == "ancre"), None)
        edge = next((node for node in around if node.name == "bord"), None)
        if anchor is not None:
            side = Side.AFTER if anchor.first("après") else Side.BEFORE
            if named := anchor.first("objet"):
                if of := anchor.first("lieu"):
                    self.settle([of], subject)
                [words] = self.tree.words(named)[:1]
                return InsertWords(self._places(subject), words, new, side)
            [place] = self.where.portions(anchor, self._places(subject) or subject.bases)[:1]
            return Insert(place, side, Element(Unit.SENTENCE, 0), (new.text,))
        if edge is not None:
            return AddWords(tuple(self._edge_places(edge, subject)), new, self._edge(edge))
        raise WordingError(
            msg("It is not said where the words “{words}” go.", words=new.text),
            msg("say after which words, or “at the end of”"),
        )

    def _edge(self, edge: Node) -> Side:
        return Side.START if edge.first("début") else Side.END

    def _edge_places(self, edge: Node, subject: Subject) -> list[Address]:
        if edge.every("portion"):
            return self.where.portions(edge, self._places(subject) or subject.bases)
        return list(self._places(subject))

    def _places(self, subject: Subject) -> tuple[Address, ...]:
        return tuple(subject.places) or subject.bases or ((),)

    def _rest(self, core: Node, around: Sequence[Node], subject: Subject) -> Deed:
        anchor = next((node for node in around if node.name == "ancre" and node.first("objet")), None)
        if core.every("portion"):
            subject.places = self.where.portions(core, subject.places or subject.bases)
        if anchor is None:
            raise WordingError(
                msg("It is not said from which word on, or up to which."),
                msg(
                    "quote the words that are replaced, or the word before: “after the word …, the end of …”"
                ),
            )
        named = anchor.first("objet")
        assert named is not None
        if of := anchor.first("lieu"):
            self.settle([of], subject)
        [words] = self.tree.words(named)[:1]
        new: str | None = None
        if verb := core.first("réécrire"):
            new = " ".join(self.tree.alineas(verb))
        elif verb := core.first("remplacer"):
            new = " ".join(words.text for words in self._news(verb))
        side = Side.AFTER if core.first("fin") else Side.BEFORE
        return ReplaceRest(self._places(subject), words, new, side)

    # -- insertions ------------------------------------------------------------------------------------

    def _insertion(self, core: Node, around: Sequence[Node], subject: Subject) -> Iterator[Deed]:
        named = core.first("élément")
        if named is None:
            yield from (self._put(words, around, subject) for words in self._news(core))
            return
        element = element_of(self.tree, named)
        content = content_of(self.tree, core)
        anchor = next((node for node in around if node.name == "ancre"), None)
        edge = next((node for node in around if node.name == "bord"), None)
        if anchor is not None and anchor.first("objet"):
            [words] = self.tree.words(anchor.every("objet")[0])[:1]
            side = Side.AFTER if anchor.first("après") else Side.BEFORE
            yield InsertWords(self._places(subject), words, Words(" ".join(content)), side)
        elif anchor is not None:
            side = Side.AFTER if anchor.first("après") else Side.BEFORE
            bases = self._places(subject) if subject.places else subject.bases
            found = self.where.portions(anchor, bases)
            yield Insert(found[-1] if side is Side.AFTER else found[0], side, element, content)
        elif edge is not None:
            for place in self._edge_places(edge, subject):
                yield Insert(place, self._edge(edge), element, content)
        else:
            raise WordingError(
                msg("It is not said where this goes."), msg("say after what, or “at the end of”")
            )

    def _restored_new(self, core: Node) -> Deed:
        named = core.first("élément")
        assert named is not None
        element = element_of(self.tree, named)
        return Restore((Step(element.unit, element.numbers),), content_of(self.tree, core))

    # -- what is done to units -------------------------------------------------------------------------

    def _targets(self, node: Node, subject: Subject) -> list[Address]:
        if node.first("pronom"):
            return list(subject.target or subject.places or subject.bases or [self.where.last])
        bases = tuple(subject.places) or subject.bases
        return self.where.portions(node, bases)

    def _on_target(self, core: Node, around: Sequence[Node], subject: Subject) -> Iterator[Deed]:
        named = core.first("cible")
        if named is not None:
            subject.target = self._targets(named, subject)
        targets = tuple(subject.target or subject.places or subject.bases)
        verb = core
        if core.name in ("sur_la_cible", "même_sujet"):
            verb = next(
                part for part in core.parts if part.name != "cible" and part.name not in _CIRCUMSTANCES
            )
        yield from self._verb(
            verb, targets, [*around, *(p for p in verb.parts if p.name in _CIRCUMSTANCES)], subject
        )

    def _verb(
        self, verb: Node, targets: tuple[Address, ...], around: Sequence[Node], subject: Subject
    ) -> Iterator[Deed]:
        name = verb.name.lower()
        content = content_of(self.tree, verb)
        if name in ("supprimer", "abroger"):
            yield Delete(targets)
        elif name in ("réécrire", "rédiger"):
            yield Rewrite(targets, content)
        elif name == "remplacer":
            yield self._substitute(verb, targets, content)
        elif name == "compléter":
            yield from self._completed(verb, targets, content)
        elif name == "rétablir":
            yield from (Restore(target, content) for target in targets)
        elif name == "devenir" and content:
            yield Rewrite(targets, content)
        elif name in ("devenir", "renuméroter"):
            yield from self._renumbered(verb, targets)
        elif name == "déplacer":
            yield from self._moved(around, targets, subject)
        elif name == "constituer":
            mark = self.tree.text(verb.every("repère")[0])
            yield from (Constitute(target, written_mark(mark)) for target in targets)

    def _substitute(self, verb: Node, targets: tuple[Address, ...], content: tuple[str, ...]) -> Deed:
        if named := verb.first("élément"):
            element = element_of(self.tree, named)
            return Rewrite(targets, content, element if not element.numbers else None)
        if verb.first("nouveaux"):
            return Rewrite(targets, tuple(words.text for words in self._news(verb)))
        return Rewrite(targets, content)

    def _completed(
        self, verb: Node, targets: tuple[Address, ...], content: tuple[str, ...]
    ) -> Iterator[Deed]:
        if named := verb.first("élément"):
            element = element_of(self.tree, named)
            yield from (Insert(target, Side.END, element, content) for target in targets)
        elif verb.first("nouveaux"):
            yield from (AddWords(targets, words, Side.END) for words in self._news(verb))
        elif (
            targets
            and targets[0]
            and targets[0][-1].unit in (Unit.ALINEA, Unit.SENTENCE, Unit.DASH, Unit.HEADING)
        ):
            yield AddWords(targets, Words(" ".join(content)), Side.END)
        else:
            yield from (Insert(target, Side.END, Element(Unit.ALINEA, 0), content) for target in targets)

    def _renumbered(self, verb: Node, targets: tuple[Address, ...]) -> Iterator[Deed]:
        for target in targets:
            step = target[-1] if target else Step(Unit.TEXT)
            new = self._new_name(verb, step)
            old = (
                step._replace(numbers=tuple(expanded(*step.numbers)), through=False) if step.through else step
            )
            if new.through:
                new = new._replace(numbers=tuple(expanded(*new.numbers)), through=False)
            if old.numbers and len(old.numbers) != len(new.numbers):
                raise WordingError(
                    msg(
                        "{count} numbers are given for {places} places.",
                        count=len(new.numbers),
                        places=len(old.numbers),
                    )
                )
            yield Renumber((*target[:-1], old), new)

    def _new_name(self, verb: Node, old: Step) -> Step:
        if (portion := verb.first("portion")) is not None or verb.first("article") is not None:
            holder = portion if portion is not None else verb
            steps = [step for part in holder.parts if (step := self.where._step(part)) is not None]
            steps = [step for step in steps if step.unit is not Unit.TEXT]
            if steps:
                return steps[0]
        if numbers := verb.first("numéros"):
            written, through = self.tree.numbers(numbers)
            return Step(old.unit, written, word=old.word, through=through)
        if ranks := verb.first("rangs"):
            return Step(old.unit, ranks=self.tree.ranks(ranks)[0])
        return Step(old.unit)

    def _moved(
        self, around: Sequence[Node], targets: tuple[Address, ...], subject: Subject
    ) -> Iterator[Deed]:
        anchor = next((node for node in around if node.name == "ancre" and node.every("portion")), None)
        edge = next((node for node in around if node.name == "bord"), None)
        for target in targets:
            base = (target[:-1],) if target else subject.bases
            if anchor is not None:
                [to] = self.where.portions(anchor, base)[:1]
                yield Move(target, Side.AFTER if anchor.first("après") else Side.BEFORE, to)
            elif edge is not None and edge.every("portion"):
                [to] = self.where.portions(edge, base)[:1]
                yield Move(target, self._edge(edge), to)
            else:
                raise WordingError(
                    msg("It is not said where this goes."), msg("say after what, or “at the end of”")
                )

    def _constituted(self, core: Node, subject: Subject) -> Iterator[Deed]:
        mark = written_mark(self.tree.text(core.every("repère")[0]))
        for place in self._places(subject):
            yield Constitute(place, mark)


def _within(node: Node, name: str) -> Iterator[Node]:
    for part in node.parts:
        if part.name == name:
            yield part
        else:
            yield from _within(part, name)

"""What the clauses of a French act do: each as deeds, with their addresses made whole."""

from collections.abc import Iterator, Sequence

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
    Nature,
    ReplaceRest,
    ReplaceWords,
    Restore,
    Side,
    Step,
    Unit,
    Words,
)
from statuts.model.message import msg
from statuts.wording.combinators import Node
from statuts.wording.french.elements import written_mark
from statuts.wording.french.grounds import CIRCUMSTANCES, Grounds, Subject
from statuts.wording.french.units import Units
from statuts.wording.layout import PORTIONS

__all__ = ["Meaning", "Subject"]


class Meaning:
    """Turns clauses into deeds."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._units = Units(grounds)

    def deeds(self, clause: Node, subject: Subject) -> Iterator[Deed]:
        """The deeds of one « proposition » that holds no items. Raises `WordingError`."""
        around = [part for part in clause.parts if part.name in CIRCUMSTANCES]
        core = next(part for part in clause.parts if part.name not in CIRCUMSTANCES)
        self._grounds.settle(around, subject)
        inner = [part for part in core.parts if part.name in CIRCUMSTANCES]
        self._grounds.settle(inner, subject, inner=True)
        yield from self._core(core, [*around, *inner], subject)

    def amended(self, core: Node, subject: Subject) -> tuple[Node, tuple[Address, ...]] | None:
        """The block of « L’article 5 est ainsi modifié : … », and what it amends; None for another clause."""
        verb = core if core.name == "Modifier" else core.first("modifier")
        block = verb.first("bloc") if verb is not None else None
        if block is None:
            return None
        subject.target = list(self._units.targets(core, subject))
        return block, tuple(subject.target)

    def _core(self, core: Node, around: Sequence[Node], subject: Subject) -> Iterator[Deed]:
        name, grounds = core.name, self._grounds
        if name == "sur_les_mots" or core.first("objets"):
            yield from self._on_words(core, around, subject)
            return
        if name in ("insérer", "Insérer"):
            yield from self._insertion(core, around, subject)
            return
        if name == "reste":
            yield self._rest(core, around, subject)
            return
        if name not in ("sur_la_cible", "même_sujet", "Déplacer"):
            grounds.no_circumstance(around)
        if name == "division_et_intitulé":
            yield Delete(self._units.targets(core, subject), heading_only=True)
        elif name == "abroger":
            named = [address for node in _within(core, "cible") for address in grounds.targets(node, subject)]
            yield Delete(tuple(named))
        elif name == "constituer":
            mark = written_mark(grounds.tree.text(core.every("repère")[0]))
            yield from (Constitute(place, mark) for place in grounds.places(subject))
        elif name == "rétablir" or (name == "Rétablir" and core.first("élément")):
            yield self._restored(core)
        else:
            yield from self._units.deeds(core, around, subject)

    # -- words -----------------------------------------------------------------------------------------

    def _on_words(self, core: Node, around: Sequence[Node], subject: Subject) -> Iterator[Deed]:
        grounds = self._grounds
        objects = core.first("objets")
        assert objects is not None
        olds = [words for node in objects.every("objet") for words in grounds.tree.words(node)]
        verb = core.first("remplacer", "supprimer", "insérer") or core
        if verb is not core:
            beside = [part for part in verb.parts if part.name in CIRCUMSTANCES]
            grounds.settle(beside, subject, inner=True)
            around = [*around, *beside]
        if verb.name == "insérer":
            if len(olds) != 1:
                raise grounds.too_many(objects)
            yield self._put(olds[0], around, subject)
            return
        grounds.no_circumstance(around)
        places = grounds.places(subject)
        if verb.first("occurrence"):
            olds = [grounds.tree.meant(old, verb) for old in olds]
        if verb.first("nouveaux"):
            yield from self._replaced(olds, verb, places)
        else:
            yield from (DeleteWords(places, old) for old in olds)

    def _replaced(self, olds: Sequence[Words], verb: Node, places: tuple[Address, ...]) -> Iterator[Deed]:
        news = self._grounds.news(verb)
        if len(news) == 1 and not verb.first("respectivement"):
            news *= len(olds)
        if len(news) != len(olds):
            raise WordingError(
                msg("{olds} wordings are to be replaced by {news}.", olds=len(olds), news=len(news)),
                msg("quote as many new wordings as old ones, or one for all"),
            )
        for old, new in zip(olds, news, strict=True):
            yield ReplaceWords(places, old, new)

    def _put(self, new: Words, around: Sequence[Node], subject: Subject) -> Deed:
        """Words put beside others, or at an edge of a place."""
        grounds = self._grounds
        beside = grounds.beside(around)
        if beside is None:
            raise grounds.nowhere(new.text)
        if beside.name == "bord":
            places = tuple(grounds.edge_places(beside, subject))
            if not any(places):
                raise grounds.nowhere(new.text)
            return AddWords(places, new, grounds.side(beside))
        anchor = grounds.anchor_words(beside, subject)
        if anchor is not None:
            return InsertWords(grounds.places(subject), anchor, new, grounds.side(beside))
        place = grounds.anchor_place(beside, subject)
        if new.nature is not Nature.SENTENCE:
            raise WordingError(
                msg("“{words}” would stand beside an alinéa or an article, not in it.", words=new.text),
                msg(
                    "“after article 9, an article 9 bis is inserted worded thus: …”, or name the words before"
                ),
            )
        return Insert(place, grounds.side(beside), Element(Unit.SENTENCE, 0), (new.text,))

    def _rest(self, core: Node, around: Sequence[Node], subject: Subject) -> Deed:
        grounds = self._grounds
        beside = grounds.beside(around)
        if core.first("portion"):
            subject.places = grounds.where.portions(core, subject.places or subject.bases)
        side = Side.AFTER if core.first("fin") else Side.BEFORE
        anchor = None
        if beside is not None and beside.name == "ancre" and grounds.side(beside) is side:
            anchor = grounds.anchor_words(beside, subject)
        if anchor is None:
            raise WordingError(
                msg("It is not said from which word on, or up to which."),
                msg(
                    "quote the words that are replaced, or the word before: “after the word …, the end of …”"
                ),
            )
        new: str | None = None
        if verb := core.first("réécrire"):
            new = grounds.line(grounds.content(verb), verb)
        elif verb := core.first("remplacer"):
            new = grounds.only_new(verb).text
        return ReplaceRest(grounds.places(subject), anchor, new, side)

    # -- insertions ------------------------------------------------------------------------------------

    def _insertion(self, core: Node, around: Sequence[Node], subject: Subject) -> Iterator[Deed]:
        grounds = self._grounds
        named = core.first("élément")
        if named is None:
            yield self._put(grounds.only_new(core), around, subject)
            return
        element, content = grounds.element(named), grounds.content(core)
        beside = grounds.beside(around)
        if not content and not (element.unit is Unit.DIVISION and element.title):
            raise WordingError(
                msg("“{words}”: its wording is not given.", words=grounds.tree.text(named)),
                msg("“… worded thus: « … »”"),
            )
        if beside is None:
            yield from self._added(core, element, content, subject)
        elif beside.name == "bord":
            for place in grounds.edge_places(beside, subject):
                if not place and element.unit not in PORTIONS and element.unit is not Unit.HEADING:
                    raise grounds.nowhere(grounds.tree.text(named))
                yield Insert(place, grounds.side(beside), element, content)
        elif (anchor := grounds.anchor_words(beside, subject)) is not None:
            if element.unit is not Unit.SENTENCE:
                raise WordingError(
                    msg(
                        "“{words}” cannot stand after words, inside an alinéa.",
                        words=grounds.tree.text(named),
                    ),
                    msg("say after which alinéa it stands"),
                )
            new = Words(grounds.line(content, core), Nature.SENTENCE)
            yield InsertWords(grounds.places(subject), anchor, new, grounds.side(beside))
        else:
            yield Insert(grounds.anchor_place(beside, subject), grounds.side(beside), element, content)

    def _added(
        self, core: Node, element: Element, content: tuple[str, ...], subject: Subject
    ) -> Iterator[Deed]:
        """« Il est ajouté un article 21 »: at the end of its place; what is « inséré » needs a neighbour."""
        grounds = self._grounds
        places = grounds.places(subject)
        adds = "ajout" in grounds.tree.key(core)[:14]
        if not adds or (not any(places) and element.unit not in PORTIONS):
            raise grounds.nowhere(grounds.tree.short(core))
        yield from (Insert(place, Side.END, element, content) for place in places)

    def _restored(self, core: Node) -> Deed:
        grounds = self._grounds
        named = core.first("élément")
        assert named is not None
        element = grounds.element(named)
        if len(element.numbers) != 1:
            raise WordingError(msg("It is not said which article is restored."), msg("name its number"))
        return Restore((Step(element.unit, element.numbers, word=element.word),), grounds.content(core))


def _within(node: Node, name: str) -> Iterator[Node]:
    for part in node.parts:
        if part.name == name:
            yield part
        else:
            yield from _within(part, name)

"""What the clauses of a French act stand on: their places, their subject, and what stands beside what.

Nothing that a clause says is left aside: what cannot be used for what it does is refused.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from statuts.errors import WordingError
from statuts.model.instruction import Address, Element, Side, Words
from statuts.model.message import Message, msg
from statuts.wording.combinators import Node
from statuts.wording.french.elements import content_of, element_of
from statuts.wording.french.tree import Tree
from statuts.wording.french.where import Where

CIRCUMSTANCES = frozenset({"lieu", "ancre", "bord"})


@dataclass(slots=True)
class Subject:
    """What a sentence is about so far: the addresses of its place, and of what it last made a subject."""

    bases: tuple[Address, ...]
    places: list[Address] = field(default_factory=list)
    target: list[Address] = field(default_factory=list)


class Grounds:
    """Reads the parts of clauses that say where, and what is put there."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.where = Where(tree)

    # -- places ----------------------------------------------------------------------------------------

    def settle(self, around: Sequence[Node], subject: Subject, *, inner: bool = False) -> None:
        """Takes the places of a clause into account, for it and for those after it.

        `inner`: they stand inside the clause, and are parts of the place that it began with.
        """
        bases = (tuple(subject.places) if inner else ()) or subject.bases
        places = [node for node in around if node.name == "lieu"]
        for node in places:
            bases = tuple(self.where.portions(node, bases, subject.places or subject.target))
        if places:
            subject.places = list(bases)

    def places(self, subject: Subject) -> tuple[Address, ...]:
        """Where a clause is at work: the whole text, if nothing else is said."""
        return tuple(subject.places) or subject.bases or ((),)

    def targets(self, node: Node, subject: Subject) -> list[Address]:
        """What a « cible » names."""
        if node.first("pronom"):
            last = [self.where.last] if self.where.last else []
            found = list(subject.target or subject.places or subject.bases or last)
            if not found:
                raise WordingError(
                    msg("“{words}” points back to nothing that was named.", words=self.tree.text(node)),
                    msg("name the article"),
                )
            return found
        return self.where.portions(node, tuple(subject.places) or subject.bases, subject.target)

    # -- what stands beside what -----------------------------------------------------------------------

    def beside(self, around: Sequence[Node]) -> Node | None:
        """The one « ancre » or « bord » of a clause."""
        found = [node for node in around if node.name in ("ancre", "bord")]
        if len(found) > 1:
            raise WordingError(
                msg("“{first}” and “{second}” cannot both say where.", **self._two(found)),
                msg("say it once"),
            )
        return found[0] if found else None

    def no_circumstance(self, around: Sequence[Node]) -> None:
        """Refuses « après… », « au début… » where a clause puts nothing anywhere."""
        if (found := self.beside(around)) is not None:
            raise WordingError(
                msg(
                    "“{words}” says where something goes, and nothing goes anywhere.",
                    words=self.tree.text(found),
                ),
                msg("name the alinéa or the sentence instead: “in the first alinéa of article 3, …”"),
            )

    def side(self, node: Node) -> Side:
        """On which side of an « ancre », or at which end of a « bord »."""
        if node.name == "ancre":
            return Side.AFTER if node.first("après") else Side.BEFORE
        return Side.START if node.first("début") else Side.END

    def anchor_words(self, anchor: Node, subject: Subject) -> Words | None:
        """The words of « après le mot : « … » », whose place is settled too; None where a unit is named."""
        named = anchor.first("objet")
        if named is None:
            return None
        if of := anchor.first("lieu"):
            self.settle([of], subject, inner=True)
        return self._one(self.tree.words(named), named)

    def anchor_place(self, anchor: Node, subject: Subject) -> Address:
        """The unit of « après l’article 9 »."""
        found = self.where.portions(anchor, tuple(subject.places) or subject.bases, subject.target)
        ways = found[0][-1] if found and found[0] else None
        count = max(len(ways.numbers), len(ways.ranks)) if ways is not None and not ways.through else 1
        if len(found) != 1 or count > 1:
            raise WordingError(
                msg("“{words}” names more than one place.", words=self.tree.text(anchor)),
                msg("one instruction for each"),
            )
        return found[0]

    def edge_places(self, edge: Node, subject: Subject) -> list[Address]:
        """What « à la fin de… » names, or the place of the clause."""
        if edge.first("portion"):
            return self.where.portions(edge, tuple(subject.places) or subject.bases, subject.target)
        return list(self.places(subject))

    # -- what is put there -----------------------------------------------------------------------------

    def news(self, verb: Node) -> list[Words]:
        """The words of « par les mots : « … » »."""
        listed = verb.first("nouveaux")
        assert listed is not None
        return [words for node in listed.every("nouveau") for words in self.tree.words(node)]

    def only_new(self, verb: Node) -> Words:
        """The same where there can be one wording only."""
        return self._one(self.news(verb), verb)

    def content(self, node: Node) -> tuple[str, ...]:
        """The alinéas of « ainsi rédigé : « … » »."""
        return content_of(self.tree, node)

    def line(self, alineas: Sequence[str], node: Node) -> str:
        """What is put inside an alinéa, and can be one line only."""
        if len(alineas) != 1:
            raise WordingError(
                msg("“{words}”: several alinéas cannot stand inside one.", words=self.tree.short(node)),
                msg("“is replaced by two alinéas worded thus: …”"),
            )
        return alineas[0]

    def element(self, node: Node) -> Element:
        """What an « élément » announces."""
        return element_of(self.tree, node)

    def nowhere(self, what: str) -> WordingError:
        """The refusal of what is inserted without a place."""
        return WordingError(msg("It is not said where this goes: “{what}”.", what=what), _WHERE_HINT)

    def too_many(self, node: Node) -> WordingError:
        """The refusal of several quotations where one can stand."""
        return WordingError(
            msg("“{words}”: one quotation can stand here, not several.", words=self.tree.short(node)),
            msg("one instruction for each"),
        )

    def _one(self, words: Sequence[Words], node: Node) -> Words:
        if len(words) != 1:
            raise self.too_many(node)
        return words[0]

    def _two(self, nodes: Sequence[Node]) -> dict[str, str]:
        return {"first": self.tree.short(nodes[0]), "second": self.tree.short(nodes[1])}


_WHERE_HINT: Message = msg("say after what, or “at the end of”")

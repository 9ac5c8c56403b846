"""A French act as text becomes its instructions: the entry to reading, and the one place of its errors."""

from collections.abc import Iterator

from statuts.errors import WordingError
from statuts.model.instruction import Address, Instruction
from statuts.wording.combinators import Node, Reading
from statuts.wording.french.grammar import ACT, HEAD
from statuts.wording.french.grounds import Grounds
from statuts.wording.french.meaning import Meaning, Subject
from statuts.wording.french.refusals import (
    MARK_SIGNS,
    head_label,
    instruction_as_title,
    not_understood,
    unbalanced,
)
from statuts.wording.french.tree import Tree
from statuts.wording.scan import Unbalanced, plain_source, scan


def read_act(text: str) -> tuple[Instruction, ...]:
    """The instructions of an act, in its order. Raises `WordingError` for what is not understood."""
    source = plain_source(text)
    try:
        tokens = scan(source)
    except Unbalanced as problem:
        raise unbalanced(source, problem) from None
    reading = Reading(tokens)
    found: list[Node] = []
    if ACT.read(reading, 0, found) < 0:
        raise not_understood(reading)
    return tuple(_Reader(Tree(source, tokens)).act(found[0]))


class _Reader:
    """Walks the items of an act, and labels what each says."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.grounds = Grounds(tree)
        self.meaning = Meaning(self.grounds)

    def act(self, act: Node) -> Iterator[Instruction]:
        head = ""
        for part in act.parts:
            if part.name == "tête":
                head = self._head(part)
            elif part.name == "titre":
                head = self._title(part)
            elif part.name == "phrase":
                yield from self._sentence(part, (), head)
            elif part.name == "items":
                yield from self._items(part, (), head)

    def _head(self, node: Node) -> str:
        """« Résolution n° 3 », « Art. 2 », without the sign after it."""
        return head_label(self.tree.tokens[node.start : node.end])

    def _title(self, node: Node) -> str:
        """« ## Résolution n° 3 : le siège » names what follows; an instruction is no title."""
        if node.first("dièse") is None:
            return ""
        written = self.tree.tokens[node.start].raw
        try:
            tokens = scan(written)
        except Unbalanced:
            raise instruction_as_title(written) from None
        found: list[Node] = []
        after = max(HEAD.read(Reading(tokens), 0, found), 0)
        parts: list[Node] = []
        ACT.read(Reading(tokens[after:]), 0, parts)
        if any(part.name in ("phrase", "items") for each in parts for part in each.parts):
            raise instruction_as_title(written)
        return head_label(tokens[: found[0].end]) if found else ""

    def _items(self, items: Node, bases: tuple[Address, ...], label: str) -> Iterator[Instruction]:
        for item in items.parts:
            mark = self.tree.text(item.parts[0]).strip(MARK_SIGNS) if item.parts else ""
            inner = ", ".join(part for part in (label, mark) if part)
            for sentence in item.every("phrase"):
                yield from self._sentence(sentence, bases, inner)

    def _sentence(self, sentence: Node, bases: tuple[Address, ...], label: str) -> Iterator[Instruction]:
        subject = Subject(bases)
        for clause in sentence.every("proposition"):
            try:
                yield from self._clause(clause, subject, label)
            except WordingError as error:
                raise WordingError(error.message, error.hint, error.where or label) from None

    def _clause(self, clause: Node, subject: Subject, label: str) -> Iterator[Instruction]:
        around = [part for part in clause.parts if part.name in ("lieu", "ancre", "bord")]
        core = next(part for part in clause.parts if part not in around)
        if core.name == "items":  # « À l’article 5 : 1° … »
            self.grounds.settle(around, subject)
            yield from self._items(core, tuple(subject.places) or subject.bases, label)
            return
        if core.name in ("Modifier", "sur_la_cible", "même_sujet"):
            self.grounds.settle(around, subject)
            amended = self.meaning.amended(core, subject)
            if amended is not None:
                block, bases = amended
                yield from self._block(block, bases, label)
                return
        wording = self.tree.source[
            self.tree.tokens[clause.start].start : self.tree.tokens[clause.end - 1].end
        ]
        for deed in self.meaning.deeds(clause, subject):
            yield Instruction(deed, label, wording)

    def _block(self, block: Node, bases: tuple[Address, ...], label: str) -> Iterator[Instruction]:
        for part in block.parts:
            if part.name == "items":
                yield from self._items(part, bases, label)
            elif part.name == "phrase":
                yield from self._sentence(part, bases, label)

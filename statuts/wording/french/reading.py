"""A French act as text becomes its instructions: the entry to reading, and the one place of its errors."""

from collections.abc import Iterator

from statuts.errors import WordingError
from statuts.model.instruction import Address, Instruction
from statuts.model.message import msg
from statuts.wording.combinators import Node, Piece, Reading, Scope
from statuts.wording.ebnf import openings
from statuts.wording.french.grammar import ACT
from statuts.wording.french.meaning import Meaning, Subject
from statuts.wording.french.tree import Tree
from statuts.wording.scan import Token, Unbalanced, plain_source, scan

_SHOWN = 60


def read_act(text: str) -> tuple[Instruction, ...]:
    """The instructions of an act, in its order. Raises `WordingError` for what is not understood."""
    source = plain_source(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    try:
        tokens = scan(source)
    except Unbalanced as problem:
        raise _unbalanced(source, problem) from None
    reading = Reading(tokens)
    found: list[Node] = []
    if ACT.read(reading, 0, found) < 0:
        raise _not_understood(source, tokens, reading)
    return tuple(_Reader(Tree(source, tokens)).act(found[0]))


class _Reader:
    """Walks the items of an act, and labels what each says."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.meaning = Meaning(tree)

    def act(self, act: Node) -> Iterator[Instruction]:
        head = ""
        for part in act.parts:
            if part.name == "tête":
                head = self._head(part)
            elif part.name == "phrase":
                yield from self._sentence(part, (), head)
            elif part.name == "items":
                yield from self._items(part, (), head)

    def _head(self, node: Node) -> str:
        """« Résolution n° 3 », « Art. 2 », without the sign after it."""
        return self.tree.text(node).rstrip(" .:–—-").replace("n° ", "n°\u00a0")

    def _items(self, items: Node, bases: tuple[Address, ...], label: str) -> Iterator[Instruction]:
        for item in items.parts:
            mark = self.tree.text(item.parts[0]).strip(" .:–—-") if item.parts else ""
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
            self.meaning.settle(around, subject)
            yield from self._items(core, tuple(subject.places) or subject.bases, label)
            return
        if core.name in ("Modifier", "sur_la_cible", "même_sujet"):
            self.meaning.settle(around, subject)
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


def _unbalanced(source: str, problem: Unbalanced) -> WordingError:
    around = " ".join(source[problem.at : problem.at + _SHOWN].split())
    if problem.opened:
        return WordingError(
            msg("the quotation that opens at “{words}…” is not closed.", words=around),
            msg("close it with »; a quotation inside it is closed on its own"),
        )
    before = " ".join(source[max(0, problem.at - _SHOWN) : problem.at + 1].split())
    return WordingError(
        msg("a quotation is closed that was not opened: “…{words}”.", words=before),
        msg("open it with «; every alinéa that is quoted opens with «, the last one closes with »"),
    )


def _not_understood(source: str, tokens: list[Token], reading: Reading) -> WordingError:
    token = tokens[min(reading.furthest, len(tokens) - 1)]
    start = _beginning(tokens, reading.missed_in)
    said = " ".join(source[start : token.start].split())
    rest = " ".join(source[token.start : token.start + _SHOWN].split())
    wanted = openings([piece for piece in reading.missed if isinstance(piece, Piece)])
    hint = msg("what could stand there: {what}", what=", ".join(wanted[:8])) if wanted else None
    if not rest:
        return WordingError(msg("the sentence ends too early: “{words}”.", words=_last(said)), hint)
    return WordingError(
        msg("what follows “{said}” is not understood: “{rest}…”.", said=_last(said), rest=rest), hint
    )


def _beginning(tokens: list[Token], scope: Scope | None) -> int:
    return tokens[scope.start].start if scope is not None else 0


def _last(words: str) -> str:
    return words if len(words) <= _SHOWN else "…" + words[-_SHOWN:]

"""An English act as text becomes its instructions."""

from collections.abc import Iterator

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
    Instruction,
    Move,
    Nature,
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
from statuts.wording.english.grammar import ACT, ORDINALS
from statuts.wording.english.nouns import COUNTS, NATURES
from statuts.wording.layout import PORTIONS
from statuts.wording.parsing import parsed
from statuts.wording.tree import TokenTree

_UNITS = {
    "article": Unit.ARTICLE,
    "art": Unit.ARTICLE,
    "annex": Unit.ANNEX,
    "annexe": Unit.ANNEX,
    "paragraph": Unit.ALINEA,
    "item": Unit.DASH,
    "row": Unit.ROW,
    "point": Unit.LEVEL,
    "sentence": Unit.SENTENCE,
    "table": Unit.TABLE,
    "preamble": Unit.PREAMBLE,
}
_WORDS = {name: nature for nature, name in NATURES.items()}
_SIDES = {"before": Side.BEFORE, "after": Side.AFTER, "start": Side.START, "end": Side.END}


def read_act(text: str) -> tuple[Instruction, ...]:
    """The instructions of an act, in its order. Raises `WordingError` for what is not understood."""
    tree, act = parsed(text, ACT)
    return tuple(_Reader(tree).act(act))


class _Reader:
    def __init__(self, tree: TokenTree) -> None:
        self.tree = tree

    def act(self, act: Node) -> Iterator[Instruction]:
        label = ""
        for part in act.parts:
            if part.name == "head":
                label = self._label(part)
            elif part.name == "sentence":
                yield from self._sentence(part, label, ())
                label = ""

    def _label(self, head: Node) -> str:
        return self.tree.text(head.parts[0])

    def _sentence(self, sentence: Node, label: str, about: Address) -> Iterator[Instruction]:
        core = sentence.parts[0]
        try:
            if core.name == "amend":
                [base] = self._places(core, about)[:1]
                for item in core.every("items")[0].every("item"):
                    mark = self.tree.text(item.parts[0]).replace(" ", "")
                    inner = ", ".join(part for part in (label, mark) if part)
                    yield from self._sentence(item.every("sentence")[0], inner, base)
                return
            wording = self.tree.text(sentence)
            for deed in self._deeds(core, about):
                yield Instruction(deed, label, wording)
        except WordingError as error:
            raise WordingError(error.message, error.hint, error.where or label) from None

    def _deeds(self, core: Node, about: Address) -> Iterator[Deed]:
        places = tuple(self._places(core, about))
        if core.name == "clauses":
            yield from (self._clause(clause.parts[0], places) for clause in core.every("clause"))
        elif core.name in ("replaced", "replace-words"):
            yield ReplaceWords(places, self._words(core, "old"), self._words(core, "new"))
        elif core.name in ("struck", "delete-words"):
            yield DeleteWords(places, self._words(core, "old"))
        elif core.name == "insert-words":
            old, new = self._words(core, "old"), self._words(core, "new")
            yield InsertWords(places or ((),), old, new, self._side(core))
        else:
            yield self._on_parts(core, places, self._own(core, about))

    def _on_parts(self, core: Node, places: tuple[Address, ...], own: list[Address]) -> Deed:
        """What is done to whole parts; `places` are those that are listed, `own` those that stand alone."""
        name, content = core.name, self._content(core)
        if name == "rewrite":
            return Rewrite(places, content)
        if name == "substitute":
            named = core.first("element")
            return Rewrite(places, content, self._element(named) if named is not None else None)
        if name == "insert":
            return Insert(own[0], self._side(core), self._element(core.every("element")[0]), content)
        if name == "heading-only":
            return Delete(((self._named(core.every("division")[0]),),), heading_only=True)
        if name == "delete":
            return Delete(places)
        if name == "renumber":
            return self._renumbered(own[0], own[1][-1])
        return self._placed(core, own, content)

    def _placed(self, core: Node, own: list[Address], content: tuple[str, ...]) -> Deed:
        if core.name == "move":
            return Move(own[0], self._side(core), own[1])
        if core.name == "restore":
            return Restore(own[0], content)
        return Constitute(own[0], self.tree.quotation(core.every("quote")[0]))

    def _renumbered(self, old: Address, new: Step) -> Renumber:
        numbers, wanted = _all(old[-1]), _all(new)
        if len(numbers) != len(wanted):
            raise WordingError(
                msg("{count} numbers are given for {places} places.", count=len(wanted), places=len(numbers))
            )
        step = old[-1]._replace(numbers=numbers, through=False)
        return Renumber((*old[:-1], step), Step(step.unit, wanted, word=step.word))

    def _clause(self, clause: Node, places: tuple[Address, ...]) -> Deed:
        if clause.name == "replace":
            return ReplaceWords(places, self._words(clause, "old"), self._words(clause, "new"))
        if clause.name == "strike":
            return DeleteWords(places, self._words(clause, "old"))
        if clause.name == "insert":
            return InsertWords(
                places, self._words(clause, "old"), self._words(clause, "new"), self._side(clause)
            )
        if clause.name == "add":
            return AddWords(places, self._words(clause, "new"), self._side(clause))
        new = self._words(clause, "new").text if clause.first("new") else None
        return ReplaceRest(places, self._words(clause, "old"), new, self._side(clause))

    def _side(self, node: Node) -> Side:
        return next(side for name, side in _SIDES.items() if node.first(name))

    def _words(self, node: Node, name: str) -> Words:
        held = node.every(name)[0].parts[0]
        named = held.first("nature")
        nature = (
            _WORDS.get(self.tree.key(named).removesuffix("s"), Nature.WORDS)
            if named is not None
            else Nature.WORDS
        )
        text = self.tree.quotation(held.every("quote")[0])
        occurrence = held.first("occurrence")
        every = bool(held.first("each") or (occurrence and occurrence.first("each")))
        ranks = self._ranks(occurrence.every("ranks")[0]) if occurrence and occurrence.first("ranks") else ()
        return Words(text, nature, ranks, every)

    def _content(self, node: Node) -> tuple[str, ...]:
        held = node.first("content")
        return self.tree.alineas(held) if held is not None else ()

    def _places(self, node: Node, about: Address) -> list[Address]:
        return [
            self._address(place, about) for listed in node.every("places") for place in listed.every("place")
        ]

    def _own(self, node: Node, about: Address) -> list[Address]:
        return [self._address(place, about) for place in node.every("place")]

    def _address(self, place: Node, about: Address) -> Address:
        steps = tuple(self._step(step) for step in reversed(place.every("step")))
        if any(step.unit in PORTIONS for step in steps):
            return tuple(step for step in steps if step.unit is not Unit.TEXT)
        return steps if steps[0].unit is Unit.TEXT else (*about, *steps)

    def _step(self, node: Node) -> Step:
        if node.first("text"):
            return Step(Unit.TEXT)
        if node.first("heading"):
            return Step(Unit.HEADING)
        return self._named(node)

    def _named(self, node: Node) -> Step:
        kind = self.tree.key(node.every("kind")[0]).removesuffix(" .")
        singular = kind if kind in _UNITS else kind.removesuffix("s")
        unit = _UNITS.get(singular, Unit.DIVISION)
        word = singular if unit is Unit.DIVISION and singular != "division" else ""
        title = self.tree.quotation(node.every("quote")[0]) if node.every("quote") else ""
        ranks = self._ranks(node.every("ranks")[0]) if node.first("ranks") else ()
        numbers, through = self._numbers(node)
        if unit in (Unit.ALINEA, Unit.DASH, Unit.ROW, Unit.TABLE) and numbers:
            ranks, numbers = tuple(int(n) for n in numbers if n.isdecimal()), ()
        return Step(unit, numbers, ranks, title, word, through)

    def _numbers(self, node: Node) -> tuple[tuple[str, ...], bool]:
        held = node.first("numbers")
        if held is None:
            return (), False
        run = held.first("run")
        listed = (run or held).every("number")
        return tuple(self.tree.text(number) for number in listed), run is not None

    def _ranks(self, node: Node) -> tuple[int, ...]:
        series = node.first("series")
        if series is not None:
            count = _count(self.tree.key(series).split()[-1])
            return tuple(range(-count, 0))
        return tuple(self._rank(self.tree.key(rank)) for rank in node.every("rank"))

    def _rank(self, key: str) -> int:
        if key == "last":
            return -1
        return ORDINALS.get(key) or int("".join(c for c in key if c.isdecimal()) or 1)

    def _element(self, node: Node) -> Element:
        if node.first("heading"):
            return Element(Unit.HEADING, 1)
        counted = node.first("count")
        count = _count(self.tree.key(counted)) if counted is not None else 0
        step = self._named(node)
        numbers = _all(step)
        return Element(step.unit, len(numbers) if len(numbers) > 1 else count, numbers, step.word, step.title)


def _count(word: str) -> int:
    if word in ("a", "an"):
        return 1
    return COUNTS.index(word) if word in COUNTS else int(word)


def _all(step: Step) -> tuple[str, ...]:
    """All the numbers of a step, a run written out."""
    if not step.through:
        return step.numbers
    first, last = step.numbers
    if first.isdecimal() and last.isdecimal():
        return tuple(str(n) for n in range(int(first), int(last) + 1))
    raise WordingError(
        msg("“{first} to {last}”: which numbers stand between is not certain.", first=first, last=last),
        msg("name each of them"),
    )

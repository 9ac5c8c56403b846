"""Alinéas of two texts become one row of paragraphs, each of whose ends stays, goes or comes."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from statuts.model.document import BlockKind
from statuts.model.flow import FlowParagraph, FlowRun, ParagraphStyle
from statuts.model.redline import ChangeClass, Op
from statuts.render.flow_sides import Alinea, Atom, Placed
from statuts.render.flow_text import Looks, looks_of, no_looks, runs_of, tidied
from statuts.render.flow_told import Told
from statuts.render.html_blocks import VERBATIM

_STYLES = {
    BlockKind.HEADING: ParagraphStyle.HEADING,
    BlockKind.RULE: ParagraphStyle.RULE,
    **dict.fromkeys(VERBATIM, ParagraphStyle.CODE),
}
_RULE = re.compile(r"[-*_ \t]*")


@dataclass(slots=True)
class _Line:
    """A paragraph being made: which alinéa of each text begins and ends with it."""

    runs: list[FlowRun] = field(default_factory=list)
    begins: list[Alinea | None] = field(default_factory=lambda: [None, None])
    ends: list[Alinea | None] = field(default_factory=lambda: [None, None])
    notes: tuple[str, ...] = ()
    numbers: set[int] = field(default_factory=set)

    @property
    def mark(self) -> Op:
        """The fate of its end."""
        old, new = self.ends
        if old is not None and new is not None:
            return Op.EQUAL
        return Op.DELETE if new is None else Op.INSERT


class Assembly:
    """Walks both texts at once; the end of an alinéa in either is the end of a paragraph."""

    def __init__(
        self,
        blocks: Sequence[Placed],
        shown: frozenset[ChangeClass],
        level_of: Callable[[int], int],
        told: Told,
    ) -> None:
        self._blocks, self._shown, self._level_of, self._told = blocks, shown, level_of, told
        self._old_looks: dict[int, Looks] = {}
        self._left: dict[int, int] = {}  # how many atoms of an old alinéa are still to come
        words: dict[int, list[Atom]] = {}
        for block in blocks:
            for atom in block.atoms:
                if atom.old is not None:
                    words.setdefault(id(atom.old), []).append(atom)
        for key, atoms in words.items():
            self._left[key] = len(atoms)
            text = "".join([atom.segment.text for atom in atoms if atom.in_old])
            self._old_looks[key] = _looks(atoms[0].old, text)

    def paragraphs(self) -> Iterator[FlowParagraph]:
        """The paragraphs, in order."""
        lines = list(self._lines())
        drawn = {id(end): _is_drawn(line) for line in lines for end in line.ends if end is not None}
        for line in lines:
            yield self._finished(line, drawn)

    def _lines(self) -> Iterator[_Line]:
        line, old = _Line(), None
        for block in self._blocks:
            if block.new is not None:
                line.begins[1] = block.new
            texts = [a.segment.text for a in block.atoms if a.in_new and a.segment.op is not Op.DELETE]
            new_looks = _looks(block.new, "".join(texts))
            line.notes += self._told.notes(block.piece)
            numbers = set(self._told.numbers(block.piece))
            for atom in block.atoms:
                if atom.old is not None and atom.old is not old:
                    if old is not None:
                        line.ends[0] = old
                        yield line
                        line = _Line()
                    old = line.begins[0] = atom.old
                self._add(line, atom, block, new_looks, numbers)
            line.numbers |= numbers
            line.ends[1] = block.new
            if old is not None and not self._left[id(old)]:
                line.ends[0], old = old, None
            yield line
            line = _Line()

    def _add(
        self, line: _Line, atom: Atom, block: Placed, new_looks: Looks | None, numbers: set[int]
    ) -> None:
        segment, move = atom.segment, block.piece.block.move
        if segment.change in numbers:
            line.numbers.add(segment.change)
            numbers.discard(segment.change)
        if atom.old is not None:
            self._left[id(atom.old)] -= 1
        old_looks = self._old_looks[id(atom.old)] if atom.old is not None and atom.in_old else None
        for run in runs_of(segment, old_looks, new_looks if atom.in_new else None, self._shown):
            moves = run.op is not Op.EQUAL and run.change is None and segment.change is None
            line.runs.append(run._replace(change=move) if moves and move is not None else run)

    def _finished(self, line: _Line, drawn: dict[int, bool]) -> FlowParagraph:
        own = line.ends[1] or line.ends[0]
        assert own is not None
        return FlowParagraph(
            _style(own, drawn=_is_drawn(line)),
            tidied(line.runs),
            line.mark,
            self._level_of(own.depth) if own.kind is BlockKind.HEADING else own.level,
            own.quotes,
            _label(line, drawn),
            line.notes,
            tuple(sorted(line.numbers)),
        )


def _looks(alinea: Alinea | None, text: str) -> Looks:
    if alinea is not None and alinea.kind is BlockKind.RULE and _RULE.fullmatch(text):
        return no_looks(text)
    markup = alinea is None or alinea.kind not in VERBATIM
    return looks_of(text, markup=markup, quoted=alinea is not None and alinea.quotes > 0)


def _is_drawn(line: _Line) -> bool:
    """Whether the word processor can draw the bullet: each text whose alinéa ends here has one there."""
    return all(end.is_bullet for end in line.ends if end is not None)


def _label(line: _Line, drawn: dict[int, bool]) -> tuple[FlowRun, ...]:
    """What stands before an item as text, because it is no bullet or not one in both texts."""
    old, new = ("" if own is None or drawn[id(own)] else own.mark for own in line.begins)
    if old == new and all(line.begins):
        return (FlowRun(Op.EQUAL, old),) if old else ()
    fates = ((Op.DELETE, old), (Op.INSERT, new))
    return tuple(FlowRun(op, text, cls=ChangeClass.LAYOUT) for op, text in fates if text)


def _style(own: Alinea, *, drawn: bool) -> ParagraphStyle:
    if own.kind in _STYLES:
        return _STYLES[own.kind]
    if own.kind is BlockKind.ITEM:
        return ParagraphStyle.BULLET if drawn else ParagraphStyle.LABELLED
    return ParagraphStyle.CONTINUED if own.level else ParagraphStyle.BODY

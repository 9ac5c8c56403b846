"""What stayed of a sentence or a column that moved, at both ends: its signs may be written otherwise."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from statuts.diff import alineas
from statuts.diff.renumbering import Renumbering
from statuts.model.document import Block, BlockKind
from statuts.model.redline import BlockChange, ChangeClass, Op, Part, Segment

End = tuple[BlockKind, str]

_TABLE = frozenset({BlockKind.ROW, BlockKind.RULE})


class MovedEnds:
    """The ends met so far; those of a column stand in one row, those of a sentence anywhere."""

    def __init__(self) -> None:
        self._pairs: list[tuple[End, End]] = []
        self._apart: defaultdict[int, dict[Op, End]] = defaultdict(dict)

    def add(self, block: BlockChange) -> None:
        """Take the ends that stand in an alinéa or a row."""
        here: defaultdict[int, dict[Op, str]] = defaultdict(dict)
        for segment in block.segments:
            if segment.moved and segment.change is not None:
                end = here[segment.change]
                end[segment.op] = end.get(segment.op, "") + segment.text
        for number, texts in here.items():
            around = (
                " \t|" if block.kind in _TABLE else None
            )  # of two columns, the last one has no bar after it
            ends = {op: (block.kind, text.strip(around)) for op, text in texts.items()}
            if len(ends) == 1:
                ends = self._apart[number] = {**self._apart.pop(number, {}), **ends}
            if len(ends) == 2:
                self._pairs.append((ends[Op.DELETE], ends[Op.INSERT]))
                self._apart.pop(number, None)

    def written_otherwise(self) -> Iterator[tuple[End, End]]:
        """The two ends that are not the same, each with the kind of block it stands in."""
        return (pair for pair in self._pairs if pair[0] != pair[1])


def inner_segments(old: End, new: End) -> Sequence[Segment]:
    """What differs between both."""
    (kind, was), (_, now) = old, new
    if kind is BlockKind.RULE:  # to which side a column is set
        return (Segment(Op.INSERT, now, Part.TEXT, None, ChangeClass.LAYOUT),)
    before, after = (Block(BlockKind.PARAGRAPH, "", text, "", 0, 1) for text in (was, now))
    return alineas.changed(before, after, int, Renumbering()).segments

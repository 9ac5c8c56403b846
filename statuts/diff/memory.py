"""What the comparisons of many versions of one text share: the same two wordings are looked at once."""

from statuts.diff.match import Match
from statuts.model.document import Block, BlockKind
from statuts.model.redline import BlockStatus, Segment

Wordings = tuple[tuple[Block, ...], tuple[Block, ...], bool]
Alinea = tuple[BlockKind, str, str, tuple[int, int]]
Marked = tuple[tuple[Segment, ...], BlockStatus | None, int]


class Memory:
    """Lives as long as whoever compares any version against any other; one comparison is quicker without.

    `matches` are those of two articles' alinéas; `marks` those of an alinéa's words, numbered from 0, with
    how many numbers they take.
    """

    def __init__(self) -> None:
        self.matches: dict[Wordings, tuple[Match, ...]] = {}
        self.marks: dict[Alinea, Marked] = {}

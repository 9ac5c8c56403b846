"""What moved and was edited on the way, as the place it left has it, and as the place it came to.

What is only written otherwise moved too: each place shows its own signs, and `statistics.py` counts them.
"""

from collections.abc import Sequence

from statuts.diff.marking import run_together
from statuts.model.redline import FOLDED, ChangeClass, Op, Part, Segment


def as_left(inner: Sequence[Segment], move: int) -> list[Segment]:
    """The old words: what stayed moved, what did not is struck."""
    return _seen_from(inner, Op.DELETE, move)


def as_come(inner: Sequence[Segment], move: int) -> list[Segment]:
    """The new words: what stayed moved, what did not is added."""
    return _seen_from(inner, Op.INSERT, move)


def _seen_from(inner: Sequence[Segment], op: Op, move: int) -> list[Segment]:
    return list(
        run_together(
            Segment(op, segment.text, Part.TEXT, move, ChangeClass.WORDING, moved=True)
            if segment.op is Op.EQUAL or segment.cls in FOLDED
            else segment
            for segment in inner
            if segment.op in (Op.EQUAL, op)
        )
    )

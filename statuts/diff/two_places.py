"""What moved and was edited on the way, as the place it left has it, and as the place it came to."""

from collections.abc import Sequence

from statuts.diff.marking import run_together
from statuts.model.redline import FOLDED, ChangeClass, Op, Part, Segment


def as_left(inner: Sequence[Segment], move: int) -> list[Segment]:
    """The old words: what stayed moved, what did not is struck.

    A sign that is only written otherwise moved too: the difference is counted where it came to.
    """
    pieces = (
        _moved(Op.DELETE, segment.text, move) if _stays(segment, following) else segment
        for segment, following in zip(inner, [*inner[1:], None], strict=True)
        if segment.op is not Op.INSERT
    )
    return list(run_together(pieces))


def as_come(inner: Sequence[Segment], move: int) -> list[Segment]:
    """The new words: what stayed moved, what did not is added."""
    return [
        _moved(Op.INSERT, segment.text, move) if segment.op is Op.EQUAL else segment
        for segment in inner
        if segment.op is not Op.DELETE
    ]


def _stays(segment: Segment, following: Segment | None) -> bool:
    if segment.op is Op.EQUAL:
        return True
    return (
        segment.cls in FOLDED
        and following is not None
        and (following.op, following.cls) == (Op.INSERT, segment.cls)
    )


def _moved(op: Op, text: str, move: int) -> Segment:
    return Segment(op, text, Part.TEXT, move, ChangeClass.WORDING, moved=True)

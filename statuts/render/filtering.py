"""Folding away what a reader did not ask for: the new text stays, unmarked."""

from collections.abc import Iterable, Iterator

from statuts.model.redline import FOLDED, ChangeClass, Op, Segment

DEFAULT = frozenset(ChangeClass) - FOLDED
"""What is shown unless asked otherwise."""


def visible(segments: Iterable[Segment], shown: frozenset[ChangeClass]) -> Iterator[Segment]:
    """The segments with folded differences given as the new text has them; equal neighbours joined."""
    pending: Segment | None = None
    for segment in segments:
        if segment.cls is not None and segment.cls not in shown:
            if segment.op is Op.DELETE:
                continue
            segment = segment._replace(op=Op.EQUAL, cls=None, change=None, by=None)  # noqa: PLW2901
        if pending is not None:
            if pending.op is segment.op is Op.EQUAL and pending.part is segment.part:
                pending = pending._replace(text=pending.text + segment.text)
                continue
            yield pending
        pending = segment
    if pending is not None:
        yield pending

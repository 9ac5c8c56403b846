"""Edits of one source text, all in its own offsets: checked not to overlap, then carried out at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from statuts.errors import WordingError
from statuts.model.message import msg


class Splice(NamedTuple):
    """`source[start:end]` gives way to `new`. `order` is the rank of its instruction, `label` its name."""

    start: int
    end: int
    new: str
    order: int
    label: str = ""


class Carried(NamedTuple):
    """`source[start:end]`, with whatever is spliced inside it, goes to `to`, between `before` and `after`."""

    start: int
    end: int
    to: int
    before: str
    after: str
    order: int
    label: str = ""


@dataclass(slots=True)
class Splices:
    """The edits of one act on `source`."""

    source: str
    edits: list[Splice] = field(default_factory=list)
    carried: list[Carried] = field(default_factory=list)

    def result(self) -> str:
        """The text after all edits. Raises `WordingError` where two of them touch the same words."""
        edits = sorted(self.edits, key=lambda edit: (edit.start, edit.end > edit.start, edit.order))
        self._check(edits)
        if not self.carried:
            return self._spliced(edits, ())[0]
        bounds = sorted({at for moved in self.carried for at in (moved.start, moved.end, moved.to)})
        text, places = self._spliced(edits, bounds)
        return _carried(
            text,
            [m._replace(start=places[m.start], end=places[m.end], to=places[m.to]) for m in self.carried],
        )

    def _check(self, edits: Sequence[Splice]) -> None:
        reach: Splice | None = None
        for edit in edits:
            if reach is not None and edit.start < reach.end and edit.end > reach.start:
                raise overlap(reach.label, edit.label)
            if reach is None or edit.end > reach.end:
                reach = edit
        for moved in self.carried:
            for edit in edits:
                apart = edit.end <= moved.start or moved.end <= edit.start
                inside = moved.start <= edit.start and edit.end <= moved.end
                if not (apart or inside) or edit.start < moved.to < edit.end:
                    raise overlap(moved.label, edit.label)
            for other in self.carried:
                crossed = other is not moved and other.start < moved.end and moved.start < other.end
                if crossed or moved.start < other.to < moved.end:
                    raise overlap(moved.label, other.label)

    def _spliced(self, edits: Sequence[Splice], bounds: Sequence[int]) -> tuple[str, dict[int, int]]:
        """The text after the plain edits, and where each of `bounds` (ascending) stands in it."""
        pieces: list[str] = []
        places: dict[int, int] = {}
        waiting = list(reversed(bounds))
        at = length = 0
        for edit in (*edits, Splice(len(self.source), len(self.source), "", 0)):
            while waiting and waiting[-1] <= edit.start:
                bound = waiting.pop()
                places[bound] = length + bound - at
            kept = self.source[at : edit.start]
            pieces += (kept, edit.new)
            length += len(kept) + len(edit.new)
            at = edit.end
            while waiting and waiting[-1] < at:
                places[waiting.pop()] = length
        return "".join(pieces), places


def _carried(text: str, moves: Sequence[Carried]) -> str:
    """`text` with each stretch taken from where it stands to where it goes; all in offsets of `text`."""
    events = [(m.start, 1, m) for m in moves] + [(m.to, 0, m) for m in moves]
    pieces: list[str] = []
    at = 0
    for place, leaves, moved in sorted(events, key=lambda event: (event[0], event[1], event[2].order)):
        pieces.append(text[at:place])
        at = max(at, place)
        if leaves:
            at = moved.end
        else:
            pieces += (moved.before, text[moved.start : moved.end], moved.after)
    return "".join([*pieces, text[at:]])


def overlap(one: str, other: str) -> WordingError:
    """What to raise where the instructions so labelled change the same words."""
    if one == other:
        return WordingError(
            msg("the same words are changed twice."),
            msg("quote more words, so that its places do not overlap"),
            one,
        )
    return WordingError(
        msg("it changes the same words as instruction {one}.", one=one),
        msg("all of an act speaks of the text before it: make one instruction of the two"),
        other,
    )

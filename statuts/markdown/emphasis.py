"""Which runs of `*` and `_` open and close emphasis: CommonMark's rules for delimiter runs."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class Run:
    """A run of one sign; `left` of its `length` signs are not paired yet, `used` were paired as closers."""

    sign: str
    start: int
    length: int
    opens: bool
    closes: bool
    left: int
    used: int = 0

    @classmethod
    def at(cls, text: str, start: int) -> "Run":
        """The run that begins at `start`, with what it may do by the characters around it."""
        sign, end = text[start], start
        while end < len(text) and text[end] == sign:
            end += 1
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        left = not _space(after) and (not _punctuation(after) or _space(before) or _punctuation(before))
        right = not _space(before) and (not _punctuation(before) or _space(after) or _punctuation(after))
        opens, closes = left, right
        if sign == "_":  # never inside a word
            opens = left and (not right or _punctuation(before))
            closes = right and (not left or _punctuation(after))
        return cls(sign, start, end - start, opens, closes, end - start)


def pair_runs(runs: Sequence[Run]) -> Iterator[tuple[int, int, int]]:
    """Pairs `(start of the opening signs, start of the closing signs, 1 or 2 of them)`; alters `runs`."""
    waiting: list[int] = []
    # Below this rank no opener fits a closer of that sort: what keeps hostile input linear.
    bottoms: dict[tuple[str, bool, int], int] = {}
    for rank, closer in enumerate(runs):
        sort = (closer.sign, closer.opens, closer.length % 3)
        while closer.closes and closer.left:
            place = _opener_for(closer, runs, waiting, bottoms.get(sort, -1))
            if place is None:
                bottoms[sort] = rank - 1
                break
            del waiting[place + 1 :]
            opener = runs[waiting[place]]
            width = 2 if opener.left >= 2 and closer.left >= 2 else 1
            opener.left -= width
            closer.left -= width
            yield opener.start + opener.used + opener.left, closer.start + closer.used, width
            closer.used += width
            if not opener.left:
                waiting.pop()
        if closer.opens and closer.left:
            waiting.append(rank)


def _opener_for(closer: Run, runs: Sequence[Run], waiting: Sequence[int], bottom: int) -> int | None:
    for place in range(len(waiting) - 1, -1, -1):
        if waiting[place] <= bottom:
            return None
        opener = runs[waiting[place]]
        if opener.sign == closer.sign and _may_pair(opener, closer):
            return place
    return None


def _may_pair(opener: Run, closer: Run) -> bool:
    if not (opener.closes or closer.opens):
        return True
    return (opener.length + closer.length) % 3 != 0 or (opener.length % 3 == 0 and closer.length % 3 == 0)


def _space(char: str) -> bool:
    return not char or char.isspace()


def _punctuation(char: str) -> bool:
    return bool(char) and unicodedata.category(char)[0] in "PS"

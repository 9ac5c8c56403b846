"""Two changes of one wording made one, where they do not meet."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from statuts.diff.sequence import hunks
from statuts.language.words import pieces


class _Edit(NamedTuple):
    """Pieces `start` to `end` of the base give way to `pieces`."""

    start: int
    end: int
    pieces: tuple[str, ...]


def merged(base: str, one: str, other: str) -> str | None:
    """`base` with both changes; None where they meet: the same words, or places that touch.

    The same for both orders of the two. A change that both make alike is made once.
    """
    if one in (other, base):
        return other
    if other == base:
        return one
    texts = pieces(base).texts
    edits = sorted({*_edits(texts, one), *_edits(texts, other)})
    if any(following.start <= edit.end for edit, following in pairwise(edits)):
        return None
    result: list[str] = []
    at = 0
    for edit in edits:
        result += (*texts[at : edit.start], *edit.pieces)
        at = edit.end
    return "".join([*result, *texts[at:]])


def _edits(base: Sequence[str], changed: str) -> list[_Edit]:
    texts = pieces(changed).texts
    return [_Edit(h.a0, h.a1, tuple(texts[h.b0 : h.b1])) for h in hunks(base, texts)]

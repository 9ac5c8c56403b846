"""Which alinéa of an article is which: like with like, in order; what is left came, went or moved."""

from collections.abc import Iterator, Sequence
from itertools import compress, count
from operator import itemgetter, ne

from statuts.diff.match import Match, pair_of
from statuts.diff.order import in_place
from statuts.diff.regroup import regrouped
from statuts.diff.sequence import Hunk, hunks
from statuts.diff.units import kin, likeness, plainly_alike, text_keys
from statuts.model.document import Block, BlockKind

SAME_ALINEA = 0.3
"""Share of common weight from which two alinéas are compared word by word, not struck and rewritten."""

_body = itemgetter(2)
_TABLE = frozenset({BlockKind.ROW, BlockKind.RULE})
_APART = frozenset({BlockKind.HEADING, BlockKind.CODE, BlockKind.HTML, BlockKind.FRONT_MATTER}) | _TABLE


def match_blocks(old: Sequence[Block], new: Sequence[Block], *, headed: bool = False) -> list[Match]:
    """The alinéas of both sides in reading order; every index stands in exactly one match.

    Three nets, each finer and dearer: the same bytes, the same units, the same words in part. `headed`: the
    first of both is a heading, and these belong together whatever they say.
    """
    first = 1 if headed else 0
    bodies_old, bodies_new = list(map(_body, old)), list(map(_body, new))
    if _one_by_one(old, new, list(compress(count(first), map(ne, bodies_old[first:], bodies_new[first:])))):
        return list(map(pair_of, range(len(old)), range(len(new))))
    matches = [pair_of(0, 0)] if headed else []
    left, right = range(first, len(old)), range(first, len(new))
    for found in _along(left, right, bodies_old[first:], bodies_new[first:]):
        if isinstance(found, Match):
            matches.append(found)
            continue
        left, right = found
        first_ones, left, right, last_ones = _evident(old, new, left, right)
        matches += first_ones
        ids = text_keys([bodies_old[i] for i in left], [bodies_new[j] for j in right])
        for inner in _along(left, right, *ids):
            matches += [inner] if isinstance(inner, Match) else _between(old, new, *inner)
        matches += last_ones
    return matches


def _one_by_one(old: Sequence[Block], new: Sequence[Block], differ: Sequence[int]) -> bool:
    """True where every alinéa keeps its place: the same, much the same, or alone between two that stay."""
    if len(old) != len(new):
        return False
    near = {k + step for k in differ for step in (-1, 1)}
    return all(_same(old[k], new[k]) or (k not in near and old[k].kind is new[k].kind) for k in differ)


def _evident(
    old: Sequence[Block], new: Sequence[Block], left: range, right: range
) -> tuple[list[Match], range, range, list[Match]]:
    """Pairs at both ends of a stretch that need no weighing, and what is left between them."""
    first: list[Match] = []
    last: list[Match] = []
    while left and right and not _alone(old, new, left, right) and _same(old[left[0]], new[right[0]]):
        first.append(pair_of(left[0], right[0]))
        left, right = left[1:], right[1:]
    while left and right and not _alone(old, new, left, right) and _same(old[left[-1]], new[right[-1]]):
        last.append(pair_of(left[-1], right[-1]))
        left, right = left[:-1], right[:-1]
    if _alone(old, new, left, right):
        first.append(pair_of(left[0], right[0]))
        left, right = left[1:], right[1:]
    return first, left, right, last[::-1]


def _alone(old: Sequence[Block], new: Sequence[Block], left: range, right: range) -> bool:
    """True for one alinéa and one of its kind between two that stay: whatever it says, it became that."""
    return len(left) == len(right) == 1 and old[left[0]].kind is new[right[0]].kind


def _same(old: Block, new: Block) -> bool:
    return old.kind is new.kind and plainly_alike(old.body, new.body)


def _along(
    left: range, right: range, ids_old: Sequence[str], ids_new: Sequence[str]
) -> Iterator[Match | tuple[range, range]]:
    """Matches where the ids are equal, and between them the two ranges where they are not."""
    i = j = 0
    for hunk in [*hunks(ids_old, ids_new), Hunk(len(left), len(left), len(right), len(right))]:
        for k in range(hunk.a0 - i):
            yield pair_of(left[i + k], right[j + k])
        if hunk.a0 < hunk.a1 or hunk.b0 < hunk.b1:
            yield left[hunk.a0 : hunk.a1], right[hunk.b0 : hunk.b1]
        i, j = hunk.a1, hunk.b1


def compatible(old: Block, new: Block) -> bool:
    """Like with like: rows with rows, headings with headings, running text with running text."""
    return old.kind is new.kind or (old.kind not in _APART and new.kind not in _APART)


def _between(old: Sequence[Block], new: Sequence[Block], left: range, right: range) -> list[Match]:
    if not left or not right or _alone(old, new, left, right):
        return _unpaired(old, new, left, right)
    alike = _alike(old, new, left, right)
    stays = sorted(in_place(list(alike), lambda pair: int(1000 * alike[pair])))
    pairs = [pair_of(a, b) for a, b in stays]
    matches: list[Match] = []
    i, j = left.start, right.start
    for match in [*regrouped(old, new, left, right, pairs), Match((left.stop,), (right.stop,))]:
        matches += _unpaired(old, new, range(i, match.old[0]), range(j, match.new[0]))
        if match.old[0] < left.stop:
            matches.append(match)
        i, j = match.old[-1] + 1, match.new[-1] + 1
    return matches


def _unpaired(old: Sequence[Block], new: Sequence[Block], left: range, right: range) -> list[Match]:
    """Between two pairs: a lone alinéa against a lone alinéa was replaced; the others went or came."""
    if _alone(old, new, left, right):
        return [pair_of(left[0], right[0])]
    return [Match((i,), ()) for i in left] + [Match((), (j,)) for j in right]


def _alike(
    old: Sequence[Block], new: Sequence[Block], left: range, right: range
) -> dict[tuple[int, int], float]:
    """The pairs worth comparing word by word, with their likeness."""
    scores: dict[tuple[int, int], float] = {}
    for i, j in kin([old[i].body for i in left], [new[j].body for j in right]):
        a, b = left[i], right[j]
        if compatible(old[a], new[b]):
            score = likeness(old[a].body, new[b].body)
            if score >= SAME_ALINEA:
                scores[a, b] = score + (0.05 if old[a].kind is new[b].kind else 0.0)
    return scores

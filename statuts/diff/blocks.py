"""Which alinéa of an article is which: like with like, in order; what is left came, went or moved."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress, count
from operator import itemgetter, ne

from statuts.diff.match import Match, pair_of
from statuts.diff.order import Pair, in_place, stretches
from statuts.diff.regroup import regrouped
from statuts.diff.rivals import keep_places, sure_pairs
from statuts.diff.row_names import is_another_row
from statuts.diff.sequence import Hunk, hunks
from statuts.diff.tables import only_counts
from statuts.diff.telling import best_partners
from statuts.diff.units import kin, likeness, rough, text_keys
from statuts.model.document import Block, BlockKind

SAME_ALINEA = 0.3
"""Share of common weight from which two alinéas are compared word by word, not struck and rewritten."""

_LISTS = 2  # in one article: what introduces each of them tells whose items these are
_SAME_KIND = 0.05  # what decides between two that are as like
_body = itemgetter(2)
_TABLE = frozenset({BlockKind.ROW, BlockKind.RULE})
_APART = frozenset({BlockKind.HEADING, BlockKind.CODE, BlockKind.HTML, BlockKind.FRONT_MATTER}) | _TABLE


def match_blocks(old: Sequence[Block], new: Sequence[Block], *, headed: bool = False) -> list[Match]:
    """The alinéas of both sides in reading order; every index stands in exactly one match.

    Four nets, each finer and dearer: the same bytes, most words and no rival, the same units, the same words
    in part. `headed`: the first of both is a heading, and these belong together whatever they say.
    """
    first = 1 if headed else 0
    bodies_old, bodies_new = list(map(_body, old)), list(map(_body, new))
    if _one_by_one(old, new, list(compress(count(first), map(ne, bodies_old[first:], bodies_new[first:])))):
        return list(map(pair_of, range(len(old)), range(len(new))))
    matches = [pair_of(0, 0)] if headed else []
    everyone = range(first, len(old)), range(first, len(new))
    for left, right, opening in stretches(*everyone, _openings(bodies_old, bodies_new, first)):
        own, other = bodies_old[left.start : left.stop], bodies_new[right.start : right.stop]
        for found in _along(left, right, own, other):
            if isinstance(found, Match):
                matches.append(found)
                continue
            for before, after, pair in stretches(*found, sure_pairs(old, new, *found)):
                matches += _weighed(old, new, before, after)
                matches += [pair_of(*pair)] if pair else []
        matches += [pair_of(*opening)] if opening else []
    return matches


def _openings(old: Sequence[str], new: Sequence[str], first: int) -> Sequence[Pair]:
    """What introduces lists, where there are several: « Le conseil : » stays, and its items may go."""
    if sum([body.endswith(":") for body in old]) < _LISTS:
        return ()  # nearly always
    count_old, count_new = Counter(old), Counter(new)
    there = {body: j for j, body in enumerate(new) if body.endswith(":") and count_new[body] == 1}
    pairs = [(i, there[body]) for i, body in enumerate(old) if body in there and count_old[body] == 1]
    pairs = [(i, j) for i, j in pairs if i >= first and j >= first]
    return sorted(in_place(pairs, lambda pair: len(old[pair[0]])))


def _one_by_one(old: Sequence[Block], new: Sequence[Block], differ: Sequence[int]) -> bool:
    """True where every alinéa keeps its place: alone between two that stay, or without a rival."""
    if len(old) != len(new) or not all(_may_pair(old, k, new, k) for k in differ):
        return False
    near = {k + step for k in differ for step in (-1, 1)}
    return keep_places(old, new, [k for k in differ if k in near])


def _weighed(old: Sequence[Block], new: Sequence[Block], left: range, right: range) -> Iterator[Match]:
    """A stretch that needs a closer look: the same units first, then the same words in part."""
    if not left or not right or _alone(old, new, left, right):
        yield from _unpaired(old, new, left, right)
        return
    ids = text_keys([old[i].body for i in left], [new[j].body for j in right])
    for found in _along(left, right, *ids):
        if isinstance(found, Match):
            yield found
        else:
            yield from _between(old, new, *found)


def _alone(old: Sequence[Block], new: Sequence[Block], left: range, right: range) -> bool:
    """True for one alinéa and one of its kind between two that stay: whatever it says, it became that."""
    return len(left) == len(right) == 1 and _may_pair(old, left[0], new, right[0])


def _may_pair(old: Sequence[Block], i: int, new: Sequence[Block], j: int) -> bool:
    """Two of one kind; but no row that is about something else."""
    return old[i].kind is new[j].kind and not is_another_row(old, i, new, j)


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


def _worth_comparing(old: Sequence[Block], i: int, new: Sequence[Block], j: int) -> bool:
    return compatible(old[i], new[j]) and not is_another_row(old, i, new, j)


def _between(old: Sequence[Block], new: Sequence[Block], left: range, right: range) -> list[Match]:
    if not left or not right or _alone(old, new, left, right):
        return _unpaired(old, new, left, right)
    pairs = [pair_of(a, b) for a, b in _partners(old, new, left, right)]
    matches: list[Match] = []
    i, j = left.start, right.start
    for match in [*regrouped(old, new, left, right, pairs), Match((left.stop,), (right.stop,))]:
        matches += _unpaired(old, new, range(i, match.old[0]), range(j, match.new[0]))
        if match.old[0] < left.stop:
            matches.append(match)
        i, j = match.old[-1] + 1, match.new[-1] + 1
    return matches


def _partners(old: Sequence[Block], new: Sequence[Block], left: range, right: range) -> list[Pair]:
    """The pairs of a stretch, in order: the best partners, and what is alike enough between two of these."""
    bodies_old, bodies_new = [old[i].body for i in left], [new[j].body for j in right]
    candidates = [
        (i, j) for i, j in kin(bodies_old, bodies_new) if _worth_comparing(old, left[i], new, right[j])
    ]
    best = best_partners([_said(old[i]) for i in left], [_said(new[j]) for j in right], candidates)
    pairs: list[Pair] = []
    for before, after, pair in stretches(left, right, [(left[i], right[j]) for i, j in best]):
        alike = _alike(old, new, before, after)
        pairs += sorted(in_place(list(alike), lambda pair: int(1000 * alike[pair])))  # noqa: B023
        pairs += [pair] if pair else []
    return pairs


def _unpaired(old: Sequence[Block], new: Sequence[Block], left: range, right: range) -> list[Match]:
    """Between two pairs: a lone alinéa against a lone alinéa was replaced; the others went or came."""
    if _alone(old, new, left, right):
        return [pair_of(left[0], right[0])]
    return [Match((i,), ()) for i in left] + [Match((), (j,)) for j in right]


def _said(block: Block) -> Sequence[str]:
    """The words of an alinéa; of a row without a first cell that only counts."""
    words = rough(block.body)
    if block.kind is BlockKind.ROW and words and only_counts(words[0]):
        return words[1:]
    return words


def _alike(
    old: Sequence[Block], new: Sequence[Block], left: range, right: range
) -> dict[tuple[int, int], float]:
    """The pairs worth comparing word by word, with their likeness."""
    scores: dict[tuple[int, int], float] = {}
    if not left or not right or _alone(old, new, left, right):
        return scores
    for i, j in kin([old[i].body for i in left], [new[j].body for j in right]):
        a, b = left[i], right[j]
        if _worth_comparing(old, a, new, b):
            score = likeness(old[a].body, new[b].body)
            if score >= SAME_ALINEA:
                scores[a, b] = score + (_SAME_KIND if old[a].kind is new[b].kind else 0.0)
    return scores

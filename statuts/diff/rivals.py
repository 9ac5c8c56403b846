"""Which alinéas belong together beyond doubt: they share most of their words, and no other is nearly as like.

In lists of officers or of members every alinéa is like the next: there, likeness alone proves nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise, permutations

from statuts.diff.order import Pair, stretches
from statuts.diff.row_names import same_names
from statuts.diff.telling import leads
from statuts.diff.units import kin, plainly_alike, telling_words
from statuts.model.document import Block, BlockKind

_MOST = 0.6  # share of the telling words of the longer one from which two alinéas are one
_MARGIN = 0.25  # by which it must beat that of every other alinéa
_PART = 0.6  # share of the shorter one from which it may have been cut from the longer, or joined to it
_EDGE = 12  # characters at one end, at least, that two alinéas share which are plainly alike
_ROW = BlockKind.ROW  # too short to be sure of
_FEW = 12  # alinéas that begin or end alike which are told apart one by one


def sure_pairs(old: Sequence[Block], new: Sequence[Block], left: range, right: range) -> list[Pair]:
    """Pairs of a stretch, in order, that need no weighing; none where they would not keep their order.

    An alinéa alone on its side, with one alone on the other, has no rival: the caller pairs it.
    """
    if len(left) == len(right) == 1:
        return []
    found: list[Pair] = []
    beyond_doubt = same_names(old, new, left, right) or _by_edges(old, new, left, right)
    for before, after, pair in stretches(left, right, beyond_doubt):
        found += _by_words(old, new, before, after) if len(before) + len(after) > 2 else []
        found += [pair] if pair else []
    return found


def _by_edges(old: Sequence[Block], new: Sequence[Block], left: range, right: range) -> list[Pair]:
    """Those that are much the same, and begin and end as no other one of the stretch: no word is read."""
    if not left or not right:
        return []
    bodies_old, bodies_new = [old[i].body for i in left], [new[j].body for j in right]
    heads = Counter([body[:_EDGE] for body in (*bodies_old, *bodies_new)])
    tails = Counter([body[-_EDGE:] for body in (*bodies_old, *bodies_new)])
    by_head = {body[:_EDGE]: j for j, body in zip(right, bodies_new, strict=True)}
    by_tail = {body[-_EDGE:]: j for j, body in zip(right, bodies_new, strict=True)}
    pairs: list[Pair] = []
    for i, body in zip(left, bodies_old, strict=True):
        head, tail = body[:_EDGE], body[-_EDGE:]
        j = by_head.get(head, by_tail.get(tail))
        if j is None or old[i].kind is not new[j].kind or old[i].kind is _ROW:
            continue
        other = new[j].body
        one_head, one_tail = 1 + other.startswith(head), 1 + other.endswith(tail)
        if (
            heads[head] == heads[other[:_EDGE]] == one_head
            and tails[tail] == tails[other[-_EDGE:]] == one_tail
            and plainly_alike(body, other)
        ):
            pairs.append((i, j))
    return pairs if all(j < following for (_, j), (_, following) in pairwise(pairs)) else []


def _by_words(old: Sequence[Block], new: Sequence[Block], left: range, right: range) -> list[Pair]:
    """Those that share most of their telling words, and with no other one nearly as many."""
    if not left or not right:
        return []
    words_old, words_new = (
        [telling_words(old[i].body) for i in left],
        [telling_words(new[j].body) for j in right],
    )
    shares: dict[tuple[int, int], float] = {}
    of_old: defaultdict[int, list[float]] = defaultdict(list)
    of_new: defaultdict[int, list[float]] = defaultdict(list)
    parts: list[tuple[int, int]] = []
    for i, j in kin([old[i].body for i in left], [new[j].body for j in right]):
        one, other = words_old[i], words_new[j]
        shared = len(one & other)
        share = shares[i, j] = shared / (max(len(one), len(other)) or 1)
        of_old[i].append(share)
        of_new[j].append(share)
        if share < _MOST and shared >= _PART * min(len(one), len(other)):
            parts.append((i, j))
    sure = {
        i: j
        for (i, j), share in shares.items()
        if share >= _MOST
        and leads(share, of_old[i], _MARGIN)
        and leads(share, of_new[j], _MARGIN)
        and old[left[i]].kind is new[right[j]].kind
        and old[left[i]].kind is not _ROW
    }
    taken = set(sure.values())
    # an alinéa without a partner may have been cut from one that seems to have one, or be joined to it
    doubtful = {sure.get(i, j) for i, j in parts if i not in sure or j not in taken}
    pairs = [(left[i], right[j]) for i, j in sorted(sure.items()) if j not in doubtful]
    return pairs if all(j < following for (_, j), (_, following) in pairwise(pairs)) else []


def keep_places(old: Sequence[Block], new: Sequence[Block], places: Sequence[int]) -> bool:
    """True where the alinéas at `places` are much the same in both, and none is much the same as another."""
    if not all(plainly_alike(old[k].body, new[k].body) for k in places):
        return False
    for edge in (slice(_EDGE), slice(-_EDGE, None)):  # what is plainly alike begins or ends alike
        groups: defaultdict[str, set[int]] = defaultdict(set)
        for k in places:
            groups[old[k].body[edge]].add(k)
            groups[new[k].body[edge]].add(k)
        for group in groups.values():
            if len(group) > _FEW or any(
                plainly_alike(old[k].body, new[m].body) for k, m in permutations(group, 2)
            ):
                return False
    return True

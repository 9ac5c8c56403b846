"""Which alinéa of an article is which: like with like, in order; what is left came, went or moved."""

from collections.abc import Sequence

from statuts.diff.sequence import hunks
from statuts.diff.regroup import regrouped
from statuts.diff.match import Match
from statuts.diff.units import likeness, text_key
from statuts.model.document import Block, BlockKind

SAME_ALINEA = 0.3
"""Share of common weight from which two alinéas are compared word by word rather than struck and rewritten."""

_MAX_PAIRS = 10_000  # beyond, alinéas between two equal ones are paired by their order: bounds time
_TABLE = frozenset({BlockKind.ROW, BlockKind.RULE})
_APART = frozenset({BlockKind.HEADING, BlockKind.CODE, BlockKind.HTML, BlockKind.FRONT_MATTER}) | _TABLE


def match_blocks(old: Sequence[Block], new: Sequence[Block]) -> list[Match]:
    """The alinéas of both sides in reading order; every index stands in exactly one match."""
    ids_old, ids_new = _identities(old, new)
    matches: list[Match] = []
    i = j = 0
    for hunk in hunks(ids_old, ids_new):
        matches += [Match((k,), (j + k - i,)) for k in range(i, hunk.a0)]
        matches += _between(old, new, range(hunk.a0, hunk.a1), range(hunk.b0, hunk.b1))
        i, j = hunk.a1, hunk.b1
    matches += [Match((k,), (j + k - i,)) for k in range(i, len(old))]
    return matches


def _identities(old: Sequence[Block], new: Sequence[Block]) -> tuple[list[str], list[str]]:
    """A name for each alinéa, the same where only folded classes differ; units only where needed."""
    both = {block.body for block in old} & {block.body for block in new}
    return (
        [block.body if block.body in both else _key(block) for block in old],
        [block.body if block.body in both else _key(block) for block in new],
    )


def _key(block: Block) -> str:
    return "\0" + text_key(block.body)


def compatible(old: Block, new: Block) -> bool:
    """Like with like: rows with rows, headings with headings, running text with running text."""
    return old.kind is new.kind or (old.kind not in _APART and new.kind not in _APART)


def _between(old: Sequence[Block], new: Sequence[Block], left: range, right: range) -> list[Match]:
    if not left or not right:
        return _unpaired(old, new, left, right)
    pairs = [Match((a,), (b,)) for a, b in _best_pairs(old, new, left, right)]
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
    if len(left) == len(right) == 1 and old[left[0]].kind is new[right[0]].kind:
        return [Match((left[0],), (right[0],))]
    return [Match((i,), ()) for i in left] + [Match((), (j,)) for j in right]


def _best_pairs(
    old: Sequence[Block], new: Sequence[Block], left: range, right: range
) -> list[tuple[int, int]]:
    """The pairs, in order, with the greatest sum of likeness."""
    n, m = len(left), len(right)
    if not n or not m:
        return []
    if n * m > _MAX_PAIRS:
        return [(i, j) for i, j in zip(left, right, strict=False) if _score(old[i], new[j])]
    scores = [[_score(old[i], new[j]) for j in right] for i in left]
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for a in range(n - 1, -1, -1):
        for b in range(m - 1, -1, -1):
            pair = scores[a][b] + best[a + 1][b + 1] if scores[a][b] else 0.0
            best[a][b] = max(pair, best[a + 1][b], best[a][b + 1])
    pairs: list[tuple[int, int]] = []
    a = b = 0
    while a < n and b < m:
        if scores[a][b] and best[a][b] == scores[a][b] + best[a + 1][b + 1]:
            pairs.append((left[a], right[b]))
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return pairs


def _score(old: Block, new: Block) -> float:
    """Likeness, a little more for the same kind; 0 where they are not to be paired."""
    if not compatible(old, new):
        return 0.0
    alike = likeness(old.body, new.body)
    if alike < SAME_ALINEA:
        return 0.0
    return alike + (0.05 if old.kind is new.kind else 0.0)

"""What a row of a table is about: its first cell tells which row it is, before anything else it says."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from statuts.diff.order import Pair
from statuts.diff.tables import only_counts
from statuts.diff.units import telling_words, text_key
from statuts.markdown.cells import line_of
from statuts.model.document import Block, BlockKind

_ROW, _RULE = BlockKind.ROW, BlockKind.RULE  # looked up once


def name_of(row: Block) -> str:
    """What a row is called; nothing where its first cell only counts the rows, or is empty."""
    cell = line_of(row).cells[0].strip()
    return "" if only_counts(cell) else text_key(cell)


def same_names(old: Sequence[Block], new: Sequence[Block], left: range, right: range) -> list[Pair]:
    """The rows of a stretch, in order, whose name no other one bears; none where they change places."""
    if not any(old[i].kind is _ROW for i in left):
        return []  # nearly always
    one, other = _named(old, left), _named(new, right)
    pairs = sorted([(i, other[name]) for name, i in one.items() if name in other])
    return pairs if all(j < following for (_, j), (_, following) in pairwise(pairs)) else []


def _named(blocks: Sequence[Block], stretch: range) -> dict[str, int]:
    names = [(name_of(blocks[k]), k) for k in stretch if blocks[k].kind is _ROW]
    times = Counter([name for name, _ in names])
    return {name: k for name, k in names if name and times[name] == 1}


def is_another_row(old: Sequence[Block], i: int, new: Sequence[Block], j: int) -> bool:
    """True for rows whose names share no word, and that keep less than half of what else they say.

    « Étudiant | 8 € | 1 » did not become « Association partenaire | 50 € | 2 ». A header stays one.
    """
    if old[i].kind is not _ROW or new[j].kind is not _ROW or _is_header(old, i) or _is_header(new, j):
        return False
    before, after = line_of(old[i]).cells, line_of(new[j]).cells
    if len(before) != len(after) or only_counts(before[0]) or only_counts(after[0]):
        return False
    if telling_words(before[0]) & telling_words(after[0]):
        return False
    others = [(a.strip(), b.strip()) for a, b in zip(before[1:], after[1:], strict=True)]
    kept = [
        text_key(a) == text_key(b) for a, b in others if (a or b) and not (only_counts(a) and only_counts(b))
    ]
    return 2 * sum(kept) < len(kept)


def _is_header(blocks: Sequence[Block], k: int) -> bool:
    return k + 1 < len(blocks) and blocks[k + 1].kind is _RULE

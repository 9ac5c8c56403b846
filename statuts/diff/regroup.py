"""Alinéas cut in two, or made one: seen as such, so that no sentence is struck only because a line ended."""

from collections.abc import Sequence

from statuts.diff.match import Match
from statuts.diff.units import contained, likeness
from statuts.model.document import Block, BlockKind

_PART = 0.6  # share of an alinéa that must come from the one it was cut from
_WHOLE = 0.5  # likeness that all parts together must reach
_GAIN = 0.1  # and by how much it must beat the best single partner

_BETWEEN = 2  # alinéas that came and stand between two parts of one that was cut
_FAR = 8  # alinéas ahead among which the parts of one without a partner are looked for: bounds time
_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE})


def regrouped(
    old: Sequence[Block], new: Sequence[Block], left: range, right: range, pairs: Sequence[Match]
) -> list[Match]:
    """The pairs, in order, some of them grown into « one old, several new » or the reverse."""
    grown = _grow(old, new, left, right, pairs)
    turned = [Match(m.new, m.old) for m in grown]
    return [Match(m.new, m.old) for m in _grow(new, old, right, left, turned)]


def _grow(
    one: Sequence[Block], many: Sequence[Block], left: range, right: range, pairs: Sequence[Match]
) -> list[Match]:
    """Give each alinéa of `one` the neighbouring alinéas of `many` that were cut from it."""
    result: list[Match] = []
    floor_one, floor_many = left.start, right.start
    following = [*pairs, Match((left.stop,), (right.stop,))]
    for match in following:
        for k in range(floor_one, match.old[0]):  # no partner: its parts may each be too short for one
            window = range(floor_many, min(match.new[0], floor_many + _FAR))
            run = _run(one[k], many, window, None)
            if run:
                result.append(Match((k,), tuple(run)))
                floor_many = run.stop
        if match.old[0] >= left.stop:
            break
        after = following[following.index(match) + 1]
        window = range(floor_many, after.new[0])
        if len(match.old) == len(match.new) == 1:
            run = _run(one[match.old[0]], many, window, match.new[0])
            match = Match(match.old, tuple(run)) if run else match  # noqa: PLW2901
        result.append(match)
        floor_one, floor_many = match.old[-1] + 1, match.new[-1] + 1
    return result


def _run(block: Block, many: Sequence[Block], window: range, partner: int | None) -> range | None:
    """The run of two or more alinéas in `window`, `partner` among them, that `block` was cut into."""
    if block.kind not in _TEXT or len(window) < 2:
        return None
    near = [k for k in window if partner is None or abs(k - partner) <= _BETWEEN + 1]
    if not any(_is_part(many[k], block) for k in near if k != partner):
        return None  # nearly always: it stays alone
    parts = [k for k in window if _is_part(many[k], block)]
    start = partner if partner is not None else parts[0]
    if start not in parts:
        return None
    first, last = _end(start, -1, parts), _end(start, 1, parts)
    if first == last:
        return None
    together = likeness(block.body, "\n".join(many[k].body for k in range(first, last + 1)))
    alone = max(likeness(block.body, many[k].body) for k in range(first, last + 1))
    if together < _WHOLE or together < alone + _GAIN:
        return None
    return range(first, last + 1)


def _is_part(part: Block, whole: Block) -> bool:
    return part.kind in _TEXT and contained(part.body, whole.body) >= _PART


def _end(start: int, step: int, parts: Sequence[int]) -> int:
    """The last part on one side; what is new may stand between two of them."""
    end = start
    for k in parts[::step]:
        if 0 < (k - end) * step <= _BETWEEN + 1:
            end = k
    return end

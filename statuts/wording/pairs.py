"""A redline as an act sees it: which alinéas of the old text became which of the new one."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from statuts.model.redline import FOLDED, ArticleChange, BlockChange, ChangeClass, Op, Redline, Segment, Side
from statuts.wording.outline import Outline, Portion


class Run(NamedTuple):
    """A place of an alinéa where something differs: old offsets in the source, the new words, its changes."""

    start: int
    end: int
    old: str
    new: str
    changes: tuple[int, ...]
    is_reference: bool = False  # it follows from a renumbering


@dataclass(frozen=True, slots=True)
class Pair:
    """Old alinéas (indices in their portion) and the new ones they became; either may be empty.

    `runs` are the places that differ; `moves` the numbers of the moves it takes part in. `changes`
    are all numbers of changes in it; where there is none, nothing visible differs.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    runs: tuple[Run, ...] = ()
    moves: tuple[int, ...] = ()
    changes: tuple[int, ...] = ()

    @property
    def is_kept(self) -> bool:
        """Whether the alinéas of one side are those of the other, whatever differs in them."""
        return bool(self.old and self.new)


@dataclass(frozen=True, slots=True)
class Article:
    """A portion that both texts have, one has, or the other: `old` and `new` are indices of portions."""

    change: ArticleChange
    old: int | None
    new: int | None
    pairs: tuple[Pair, ...]

    @property
    def sides(self) -> tuple[int, int]:
        """The indices of its portions, where both texts have it."""
        assert self.old is not None
        assert self.new is not None
        return self.old, self.new


def paired(redline: Redline, old: Outline, new: Outline) -> tuple[Article, ...]:
    """The articles of a redline in its order, without the sources of those that moved."""
    olds = {portion.section.id: p for p, portion in enumerate(old.portions)}
    news = {portion.section.id: p for p, portion in enumerate(new.portions)}
    found: list[Article] = []
    for change in redline.articles:
        if change.side is Side.OLD and change.new is not None:
            continue  # where a moved article stood: it is dealt with where it goes
        p = olds[change.old.id] if change.old else None
        q = news[change.new.id] if change.new else None
        pairs: tuple[Pair, ...] = ()
        if any(block.changes for block in change.blocks):
            pairs = tuple(
                _pairs(
                    change,
                    old.portions[p] if p is not None else None,
                    new.portions[q] if q is not None else None,
                )
            )
        found.append(Article(change, p, q, pairs))
    return tuple(found)


@dataclass(slots=True)
class _Link:
    """What one block, or several of one alinéa, bring together."""

    old: set[int]
    new: set[int]
    runs: list[Run]
    moves: set[int]
    seen: set[int]  # changes in its words
    changes: set[int]  # all, those of its borders too: what is cut in two differs there


def _pairs(change: ArticleChange, old: Portion | None, new: Portion | None) -> Iterator[Pair]:
    at, to = old.start if old else 0, new.start if new else 0
    old_leads, new_leads = _leads(old), _leads(new)
    links: list[_Link] = []
    for block in change.blocks:
        segments = list(_of_block(change, block))
        length_old = sum(len(s.text) for s in segments if s.op is not Op.INSERT)
        length_new = sum(len(s.text) for s in segments if s.op is not Op.DELETE)
        touched_old = _touched(old, old_leads, at, at + length_old)
        touched_new = _touched(new, new_leads, to, to + length_new)
        if touched_old or touched_new:
            runs = list(_runs(segments, at)) if touched_old else []
            if old is not None and touched_old:  # a label on the same line is no part of the alinéa
                words = old.alineas[touched_old[0]].start
                runs = [run for run in runs if run.end > words or run.start >= words]
            moves = {block.move} if block.move is not None else set()
            seen = moves.union(*(run.changes for run in runs))
            link = _Link(set(touched_old), set(touched_new), runs, moves, seen, set(block.changes))
            if links and (links[-1].old & link.old or links[-1].new & link.new):
                _join(links[-1], link)
            else:
                links.append(link)
        at, to = at + length_old, to + length_new
    for link in links:
        changes = link.seen if len(link.old) == len(link.new) else link.changes
        before, after, moved = (tuple(sorted(each)) for each in (link.old, link.new, link.moves))
        yield Pair(before, after, tuple(link.runs), moved, tuple(sorted(changes)))


def _join(one: _Link, other: _Link) -> None:
    one.old |= other.old
    one.new |= other.new
    one.runs += other.runs
    one.moves |= other.moves
    one.seen |= other.seen
    one.changes |= other.changes


def _of_block(change: ArticleChange, block: BlockChange) -> Iterable[Segment]:
    """The segments of a block as they belong to either text; those of a moved article to both."""
    if block.side is Side.BOTH:
        return block.segments
    if block.side is Side.OLD:
        return [_as(s, Op.DELETE) for s in block.segments if s.op is not Op.INSERT]
    return [_as(s, Op.INSERT) for s in block.segments if s.op is not Op.DELETE]


def _as(segment: Segment, op: Op) -> Segment:
    if segment.op is op:
        return segment
    return segment._replace(op=op, cls=segment.cls or ChangeClass.WORDING)


def _leads(portion: Portion | None) -> list[int]:
    return [alinea.lead for alinea in portion.alineas] if portion else []


def _touched(portion: Portion | None, leads: Sequence[int], start: int, end: int) -> list[int]:
    """The alinéas whose words lie between two offsets, or some of them (lines of a table)."""
    if portion is None or start >= end or not leads:
        return []
    found = []
    k = max(0, bisect_right(leads, start) - 1)
    while k < len(leads) and leads[k] < end:
        alinea = portion.alineas[k]
        if alinea.start < end and start < max(alinea.end, alinea.start + 1) and start < alinea.tail_end:
            found.append(k)
        k += 1
    return found


def _runs(segments: Sequence[Segment], at: int) -> Iterator[Run]:
    """Neighbouring segments that differ, as one, where any of them is seen."""
    start = at
    differing: list[Segment] = []
    for segment in segments:
        if segment.op is Op.EQUAL:
            yield from _run(differing, start, at)
            at += len(segment.text)
            start, differing = at, []
            continue
        differing.append(segment)
        if segment.op is Op.DELETE:
            at += len(segment.text)
    yield from _run(differing, start, at)


def _run(segments: Sequence[Segment], start: int, end: int) -> Iterator[Run]:
    seen = [s.cls for s in segments if s.cls not in FOLDED and not s.is_separator]
    if seen:
        struck = "".join([s.text for s in segments if s.op is Op.DELETE])
        added = "".join([s.text for s in segments if s.op is not Op.DELETE])
        numbers = tuple(dict.fromkeys(s.change for s in segments if s.change is not None))
        yield Run(start, end, struck, added, numbers, set(seen) == {ChangeClass.REFERENCE})

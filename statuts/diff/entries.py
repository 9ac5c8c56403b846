"""The articles of both texts in reading order, and which of their alinéas have no partner, or a poor one."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from statuts.diff.columns import Columns
from statuts.diff.match import Match
from statuts.diff.places import Place
from statuts.diff.row_names import name_of
from statuts.diff.tables import Groups
from statuts.diff.units import bare, common_ends, telling_words
from statuts.language.function_words import FUNCTION_WORDS
from statuts.model.document import Block, BlockKind, Section

_APART = frozenset({BlockKind.RULE, BlockKind.HEADING})
_ROW, _ITEM = BlockKind.ROW, BlockKind.ITEM  # looked up once
_OPENING = 12  # characters with which two alinéas begin of which one is a part of the other
_PART, _NEARLY_ALL = 0.5, 0.75  # of its telling words the other has: where both begin alike, and elsewhere

Placed = list[tuple[Place, Block]]


class Entry(NamedTuple):
    """One place of the reading order: an article of either side or both, and how its alinéas match.

    `same`: they are the same byte for byte, and nothing need be matched.
    """

    old: int | None
    new: int | None
    moved: bool
    matches: tuple[Match, ...] = ()
    same: bool = False


def without_partner(
    entries: Sequence[Entry], old: Sequence[Section], new: Sequence[Section]
) -> tuple[Placed, Placed]:
    """The alinéas that only the old text has, and those that only the new one has."""
    gone: Placed = []
    come: Placed = []
    for entry in entries:
        if entry.old is not None and entry.new is None:
            gone += _rest(old, entry.old)
        elif entry.new is not None and entry.old is None:
            come += _rest(new, entry.new)
        for match in entry.matches:
            if entry.old is not None and not match.new:
                gone += [(Place(entry.old, k), old[entry.old].blocks[k]) for k in match.old]
            if entry.new is not None and not match.old:
                come += [(Place(entry.new, k), new[entry.new].blocks[k]) for k in match.new]
    return gone, come


def with_poor_partner(
    entries: Sequence[Entry],
    old: Sequence[Section],
    new: Sequence[Section],
    tables: Mapping[Groups, Columns],
    alone: tuple[Placed, Placed],
) -> tuple[Placed, Placed]:
    """Old and new alinéas paired only because each was alone where it stood: either may have moved.

    `alone`: what has no partner; an item that stands there too, word for word, has moved.
    """
    left_alone, come_alone = ({bare(b.body) for _, b in side if b.kind is _ITEM} for side in alone)
    gone: Placed = []
    come: Placed = []
    for left, before, right, after in _lone_pairs(entries, old, new):
        if before.kind is _ROW and after.kind is _ROW:
            columns = tables.get((before.group, after.group))
            if columns is None or not columns.stay_in_place or name_of(before) == name_of(after):
                continue
        elif before.kind in _APART or not (
            _is_poor(before.body, after.body)
            or (before.kind is _ITEM and bare(before.body) in come_alone)
            or (after.kind is _ITEM and bare(after.body) in left_alone)
        ):
            continue
        if not (_is_label(old, left) or _is_label(new, right)):
            gone.append((Place(*left), before))
            come.append((Place(*right), after))
    return gone, come


def released(entries: Sequence[Entry], moved: Collection[Place], arrived: Collection[Place]) -> list[Entry]:
    """The same entries, without the pairs whose old alinéa moved away, or whose new one had moved."""
    touched_old, touched_new = {place.article for place in moved}, {place.article for place in arrived}
    return [
        entry._replace(matches=tuple(_parted(entry, moved, arrived)))
        if entry.matches and (entry.old in touched_old or entry.new in touched_new)
        else entry
        for entry in entries
    ]


def _parted(entry: Entry, moved: Collection[Place], arrived: Collection[Place]) -> Iterator[Match]:
    i, j = entry.old or 0, entry.new or 0
    for match in entry.matches:
        left, right = match
        if len(left) == 1 == len(right) and (Place(i, left[0]) in moved or Place(j, right[0]) in arrived):
            yield from (Match(left, ()), Match((), right))
        else:
            yield match


def _lone_pairs(
    entries: Sequence[Entry], old: Sequence[Section], new: Sequence[Section]
) -> Iterator[tuple[tuple[int, int], Block, tuple[int, int], Block]]:
    """The pairs of one old and one new alinéa that differ, each with what will be its place."""
    for i, j, _, matches, _ in entries:
        if matches and i is not None and j is not None:
            blocks_old, blocks_new = old[i].blocks, new[j].blocks
            for left, right in matches:
                if len(left) == 1 == len(right):
                    before, after = blocks_old[left[0]], blocks_new[right[0]]
                    if before[2] != after[2]:
                        yield (i, left[0]), before, (j, right[0]), after


def _is_label(sections: Sequence[Section], place: tuple[int, int]) -> bool:
    article, block = place
    return block == 0 and sections[article].heading is not None


def _is_poor(old: str, new: str) -> bool:
    half = max(len(old), len(new)) // 2 + 1
    if old.startswith(new[:half]) or old.endswith(new[-half:]):
        return False  # nearly always
    start, end = common_ends(old, new)
    if start + end >= half:
        return False
    shorter, longer = sorted((old, new), key=len)
    if _stays(telling_words(shorter), telling_words(longer), _PART if start >= _OPENING else _NEARLY_ALL):
        return False  # a sentence left the longer one, or came to it
    return _mostly_others(_at_a_glance(old), _at_a_glance(new)) and _mostly_others(
        telling_words(old), telling_words(new)
    )


def _mostly_others(one: Set[str], other: Set[str]) -> bool:
    return 2 * len(one & other) < max(len(one), len(other))


def _stays(one: Set[str], other: Set[str], part: float) -> bool:
    return len(one & other) > part * len(one)


def _at_a_glance(text: str) -> Set[str]:
    """The telling words of a text, with the signs that cling to them."""
    return set(text.split()) - FUNCTION_WORDS


def _rest(sections: Sequence[Section], index: int) -> Iterator[tuple[Place, Block]]:
    """The alinéas of an article, without its heading."""
    first = 1 if sections[index].heading else 0
    blocks = sections[index].blocks
    return ((Place(index, k), blocks[k]) for k in range(first, len(blocks)))

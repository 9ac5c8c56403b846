"""The redline of one alinéa, from the blocks it was and is."""

from collections.abc import Callable, Sequence

from statuts.diff.classes import Renumbering
from statuts.diff.marking import Marker, mark
from statuts.diff.sequence import Hunk
from statuts.diff.units import keys
from statuts.diff.weights import WHOLE_SENTENCE
from statuts.diff.words import align, similarity, too_long
from statuts.language.words import Token, is_word, tokens
from statuts.model.document import Block, BlockKind
from statuts.model.redline import (
    FOLDED,
    BlockChange,
    BlockStatus,
    ChangeClass,
    Op,
    Part,
    Segment,
    Side,
)

Fresh = Callable[[], int]

_SENTENCE = 5  # with fewer words the final stop is worth keeping: « [-neutre-]{+apartisane+}. »
_AROUND = 12  # units before and after a change that tell whether it is a reference


def unchanged(block: Block) -> BlockChange:
    """An alinéa that both texts have, byte for byte."""
    return _change(block, (BlockStatus.UNCHANGED,), Side.BOTH, _whole(block, Op.EQUAL))


def one_sided(block: Block, side: Side, change: int) -> BlockChange:
    """An alinéa that only one text has."""
    if side is Side.OLD:
        return _change(block, (BlockStatus.DELETED,), side, _whole(block, Op.DELETE, change))
    return _change(block, (BlockStatus.INSERTED,), side, _whole(block, Op.INSERT, change))


def moved_from(block: Block, move: int) -> BlockChange:
    """The place an alinéa left."""
    return _change(block, (BlockStatus.MOVED_FROM,), Side.OLD, _whole(block, Op.EQUAL), move)


def moved_to(old: Block, new: Block, move: int, fresh: Fresh, renumbering: Renumbering) -> BlockChange:
    """The place an alinéa came to, with what was edited on the way."""
    inner = changed(old, new, fresh, renumbering)
    edited = tuple(s for s in inner.statuses if s is not BlockStatus.UNCHANGED)
    return _change(new, (BlockStatus.MOVED_TO, *edited), Side.NEW, inner.segments, move)


def changed(
    old: Block, new: Block, fresh: Fresh, renumbering: Renumbering, labels: tuple[int, int] = (0, 0)
) -> BlockChange:
    """An alinéa of both texts. `labels`: how much of either body is the article's label."""
    if old.raw == new.raw and old.lead == new.lead:
        return unchanged(new)
    marker = Marker(fresh)
    replaced = False
    if any(labels):
        _mark_label(marker, old.body[: labels[0]], new.body[: labels[1]])
    body_old, body_new = old.body[labels[0] :], new.body[labels[1] :]
    if body_old == body_new:
        marker.equal(body_old)
    else:
        units_old, units_new = tokens(body_old), tokens(body_new)
        keys_old, keys_new = [u.key for u in units_old], [u.key for u in units_new]
        found = align(keys_old, keys_new)
        if _to_be_replaced(old.kind, keys_old, keys_new, found):
            found, replaced = [Hunk(0, len(keys_old), 0, len(keys_new))], True
        mark(
            marker, body_old, body_new, units_old, units_new, found,
            lambda hunk: reference(renumbering, keys_old, keys_new, hunk),
        )  # fmt: skip
    text = marker.finished()
    segments = (*around(old.lead, new.lead, Part.LEAD), *text, *around(old.tail, new.tail, Part.TAIL))
    return _change(new, _statuses(text, replaced), Side.BOTH, segments)


def exceeds(old: Block, new: Block) -> bool:
    """True where the alinéa is so long that a part of it is replaced as a whole, unread."""
    if old.body == new.body:
        return False
    return too_long(keys(old.body), keys(new.body))


def _to_be_replaced(kind: BlockKind, old: Sequence[str], new: Sequence[str], found: list[Hunk]) -> bool:
    """So little stays that reading it in pieces would be harder than reading both."""
    few = min(sum(map(is_word, old)), sum(map(is_word, new))) < _SENTENCE
    if kind is BlockKind.ROW or few or not found:
        return False
    return similarity(old, new, found) < WHOLE_SENTENCE


def reference(
    renumbering: Renumbering, old: Sequence[str], new: Sequence[str], hunk: Hunk
) -> ChangeClass | None:
    """`REFERENCE` where a change of numbers only follows the renumbering of articles, else nothing."""
    a0, a1, b0, b1 = hunk
    before, after = old[max(0, a0 - _AROUND) : a0], old[a1 : a1 + _AROUND]
    return ChangeClass.REFERENCE if renumbering.explains(old[a0:a1], new[b0:b1], before, after) else None


def _mark_label(marker: Marker, old: str, new: str) -> None:
    """« Article 17 – » → « Article 16 – »: the number follows from renumbering, its signs are typography."""
    if old == new:
        marker.equal(old)
        return
    units_old, units_new = tokens(old), tokens(new)

    def override(hunk: Hunk) -> ChangeClass | None:
        if not _words(units_old[hunk.a0 : hunk.a1]) + _words(units_new[hunk.b0 : hunk.b1]):
            return ChangeClass.TYPOGRAPHY
        return ChangeClass.REFERENCE

    found = align([u.key for u in units_old], [u.key for u in units_new])
    mark(marker, old, new, units_old, units_new, found, override)


def _words(part: Sequence[Token]) -> list[str]:
    return [u.key for u in part if is_word(u.key)]


def _statuses(text: Sequence[Segment], replaced: bool) -> tuple[BlockStatus, ...]:
    if replaced:
        return (BlockStatus.MODIFIED, BlockStatus.REPLACED)
    if any(s.cls is not None and s.cls not in FOLDED for s in text):
        return (BlockStatus.MODIFIED,)
    return (BlockStatus.UNCHANGED,)


def around(old: str, new: str, part: Part) -> list[Segment]:
    """Marks and blank lines around the words: layout, whatever they hold."""
    if old == new:
        return [Segment(Op.EQUAL, old, part)] if old else []
    shared = 0
    while shared < min(len(old), len(new)) and old[shared] == new[shared]:
        shared += 1
    return [
        Segment(op, text, part, None, cls)
        for op, text, cls in (
            (Op.EQUAL, old[:shared], None),
            (Op.DELETE, old[shared:], ChangeClass.LAYOUT),
            (Op.INSERT, new[shared:], ChangeClass.LAYOUT),
        )
        if text
    ]


def _whole(block: Block, op: Op, change: int | None = None) -> tuple[Segment, ...]:
    cls = None if op is Op.EQUAL else ChangeClass.WORDING
    return tuple(
        Segment(op, text, part, change, cls)
        for part, text in ((Part.LEAD, block.lead), (Part.TEXT, block.body), (Part.TAIL, block.tail))
        if text
    )


def _change(
    block: Block,
    statuses: tuple[BlockStatus, ...],
    side: Side,
    segments: tuple[Segment, ...],
    move: int | None = None,
) -> BlockChange:
    return BlockChange(block.kind, statuses, side, segments, block.depth, block.group, move)



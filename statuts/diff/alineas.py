"""The redline of one alinéa, from the blocks it was and is."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import count

from statuts.diff.added_end import added_end, mark_added_end
from statuts.diff.apart import aligned_apart
from statuts.diff.clusters import MAX_UNITS
from statuts.diff.complements import with_complements_apart
from statuts.diff.displaced import with_displaced
from statuts.diff.heads import mark_label
from statuts.diff.letters import but_for_letters
from statuts.diff.marking import Marker, mark
from statuts.diff.memory import Alinea, Memory
from statuts.diff.numerals import with_numerals
from statuts.diff.one_word import changed_words, mark_words
from statuts.diff.renumbering import Renumbering
from statuts.diff.roles import with_roles
from statuts.diff.sequence import Hunk
from statuts.diff.units import common_start, keys, pieces, shared_sentences
from statuts.diff.weights import WHOLE_SENTENCE
from statuts.diff.whole_pairs import in_whole_pairs
from statuts.diff.words import mostly_stays, similarity, too_long, whole_sentences
from statuts.language.words import is_word
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

_UNCHANGED, _MODIFIED = (BlockStatus.UNCHANGED,), (BlockStatus.MODIFIED,)
# for `unchanged`, where nothing need be checked: looked up once
_new, _kept, _LEAD, _TAIL, _BOTH = tuple.__new__, Segment.kept, Part.LEAD, Part.TAIL, Side.BOTH
_EQUAL, _TEXT = Op.EQUAL, Part.TEXT
_SENTENCE = 5  # with fewer words the final stop is worth keeping: « [-neutre-]{+apartisane+}. »


def unchanged(block: Block) -> BlockChange:
    """An alinéa that both texts have, byte for byte."""
    kind, lead, body, tail, depth, _, group = block
    segments: tuple[Segment, ...]
    if body and tail:  # nearly everywhere
        text = _new(Segment, (_EQUAL, body, _TEXT, None, None, False, None))
        segments = (_edge(lead, _LEAD), text, _edge(tail, _TAIL)) if lead else (text, _edge(tail, _TAIL))
    else:
        parts = ((lead, _LEAD), (body, _TEXT), (tail, _TAIL))
        segments = tuple([_kept(text, part) for text, part in parts if text])
    return _new(BlockChange, (kind, _UNCHANGED, _BOTH, segments, depth, group, None))


@lru_cache(maxsize=1024)
def _edge(text: str, part: Part) -> Segment:
    """What stands around the words: nearly everywhere the same."""
    return _kept(text, part)


def one_sided(block: Block, side: Side, change: int) -> BlockChange:
    """An alinéa that only one text has."""
    if side is Side.OLD:
        return _change(block, (BlockStatus.DELETED,), side, _whole(block, Op.DELETE, change))
    return _change(block, (BlockStatus.INSERTED,), side, _whole(block, Op.INSERT, change))


def moved_from(block: Block, move: int) -> BlockChange:
    """The place an alinéa left."""
    return _change(block, (BlockStatus.MOVED_FROM,), Side.OLD, _whole(block, Op.EQUAL), move)


def moved_to(new: Block, move: int, inner: BlockChange) -> BlockChange:
    """The place an alinéa came to, with what was edited on the way (`inner`)."""
    edited = tuple(s for s in inner.statuses if s is not BlockStatus.UNCHANGED)
    return _change(new, (BlockStatus.MOVED_TO, *edited), Side.NEW, inner.segments, move)


def changed(
    old: Block,
    new: Block,
    fresh: Fresh,
    renumbering: Renumbering,
    labels: tuple[int, int] = (0, 0),
    memory: Memory | None = None,
) -> BlockChange:
    """An alinéa of both texts. `labels`: how much of either body is the article's label."""
    kind, lead_old, body_old, tail_old, *_ = old
    _, lead, body, tail, *_ = new
    if body_old == body and lead_old == lead and tail_old == tail:
        return unchanged(new)
    if memory is None or renumbering.now:
        text, whole = _marked(fresh, kind, body_old, body, renumbering, labels)
    else:
        text, whole = _remembered(fresh, (kind, body_old, body, labels), memory)
    segments = (*around(lead_old, lead, _LEAD), *text, *around(tail_old, tail, _TAIL))
    return _change(new, _statuses(text, whole), _BOTH, segments)


def _remembered(
    fresh: Fresh, alinea: Alinea, memory: Memory
) -> tuple[tuple[Segment, ...], BlockStatus | None]:
    """The marks of an alinéa on which nothing else has a say, with numbers of this comparison."""
    found = memory.marks.get(alinea)
    if found is None:
        numbers = count()
        kind, old, new, labels = alinea
        text, whole = _marked(lambda: next(numbers), kind, old, new, Renumbering(), labels)
        found = memory.marks[alinea] = text, whole, next(numbers)
    text, whole, many = found
    given = [fresh() for _ in range(many)]
    return tuple([s if s.change is None else s.renumbered(given[s.change]) for s in text]), whole


def _marked(
    fresh: Fresh, kind: BlockKind, old: str, new: str, renumbering: Renumbering, labels: tuple[int, int]
) -> tuple[tuple[Segment, ...], BlockStatus | None]:
    """An alinéa's words with their marks, and whether it, or a sentence of it, is replaced as a whole."""
    marker = Marker(fresh)
    end_old, end_new = labels
    if end_old or end_new:
        mark_label(marker, old[:end_old], new[:end_new])
        old, new = old[end_old:], new[end_new:]
    whole = _mark_body(marker, kind, old, new, renumbering)
    return tuple(marker.finished()), whole


def _mark_body(
    marker: Marker, kind: BlockKind, old: str, new: str, renumbering: Renumbering
) -> BlockStatus | None:
    """Mark the words of an alinéa; says so where it, or a sentence of it, is replaced as a whole."""
    if not renumbering.now and _mark_at_once(marker, old, new):
        return None
    start, end = shared_sentences(old, new)
    pieces_old, pieces_new = pieces(old[start : len(old) - end]), pieces(new[start : len(new) - end])
    keys_old, keys_new = pieces_old.keys, pieces_new.keys
    aligned = in_whole_pairs(keys_old, keys_new, renumbering.carried_over(keys_old, keys_new), aligned_apart)
    aligned = with_roles(keys_old, keys_new, with_numerals(keys_old, keys_new, aligned))
    aligned = with_displaced(keys_old, keys_new, with_complements_apart(keys_old, keys_new, aligned))
    found, whole = _replaced(None if start or end else kind, keys_old, keys_new, aligned)
    if whole is not None and (words_apart := but_for_letters(keys_old, keys_new)) is not None:
        found, whole = words_apart, None  # « Conseil d'Administration » everywhere: the words are the same

    def class_of(hunk: Hunk) -> ChangeClass:
        if not start and hunk == (0, 1, 0, 1) and _is_rank(keys_old[0]) and _is_rank(keys_new[0]):
            return ChangeClass.REFERENCE  # « 4.2 » → « 4.3 »: paragraphs that are numbered by hand
        return renumbering.class_of(keys_old, keys_new, hunk)

    marker.equal(old[:start])
    mark(marker, pieces_old, pieces_new, found, class_of)
    marker.equal(old[len(old) - end :])
    return whole


def _replaced(
    kind: BlockKind | None, old: Sequence[str], new: Sequence[str], aligned: list[Hunk]
) -> tuple[list[Hunk], BlockStatus | None]:
    """The changes, or the whole where too little stays: of an alinéa (its `kind` is told) or a sentence."""
    if kind is not None and _to_be_replaced(kind, old, new, aligned):
        return [Hunk(0, len(old), 0, len(new))], BlockStatus.REPLACED
    found = whole_sentences(old, new, aligned)
    return found, None if found == aligned else BlockStatus.SENTENCE_REPLACED


def _is_rank(key: str) -> bool:
    return "." in key and key.replace(".", "").isdecimal()


def _mark_at_once(marker: Marker, old: str, new: str) -> bool:
    """The short ways: most alinéas need not be split. False, and nothing written, where none is sure."""
    if words := changed_words(old, new):
        mark_words(marker, old, words)
    elif (end := added_end(old, new)) is not None:
        mark_added_end(marker, end, is_old=len(new) < len(old))
    else:
        return False
    return True


def exceeds(old: Block, new: Block) -> bool:
    """True where the alinéa is so long that a part of it is replaced as a whole, unread."""
    if old.body == new.body or max(len(old.body), len(new.body)) <= MAX_UNITS:
        return False
    return too_long(keys(old.body), keys(new.body))


def _to_be_replaced(kind: BlockKind, old: Sequence[str], new: Sequence[str], found: list[Hunk]) -> bool:
    """So little stays that reading it in pieces would be harder than reading both."""
    if not found or mostly_stays(old, new, found):
        return False
    few = min(sum(map(is_word, old)), sum(map(is_word, new))) < _SENTENCE
    if kind is BlockKind.ROW or few:
        return False
    return similarity(old, new, found) < WHOLE_SENTENCE


def _statuses(text: Sequence[Segment], whole: BlockStatus | None) -> tuple[BlockStatus, ...]:
    if whole is not None:
        return (BlockStatus.MODIFIED, whole)
    for segment in text:
        if segment.cls is not None and segment.cls not in FOLDED:
            return _MODIFIED
    return _UNCHANGED


def around(old: str, new: str, part: Part) -> Sequence[Segment]:
    """Marks and blank lines around the words: layout, whatever they hold."""
    if old == new:
        return (_edge(old, part),) if old else ()
    shared = common_start(old, new, min(len(old), len(new)))
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

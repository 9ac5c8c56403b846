"""The redline of alinéas that were cut or joined: compared as one text, then laid out as the new text is."""

from collections.abc import Sequence
from typing import NamedTuple

from statuts.diff.alineas import Fresh, around
from statuts.diff.apart import aligned_apart
from statuts.diff.heads import mark_label
from statuts.diff.marking import Marker, mark
from statuts.diff.renumbering import Renumbering
from statuts.diff.sequence import Hunk
from statuts.diff.whole_pairs import in_whole_pairs
from statuts.diff.words import whole_sentences
from statuts.language.words import PILCROW, Pieces, pieces
from statuts.model.document import Block, BlockKind
from statuts.model.redline import FOLDED, BlockChange, BlockStatus, ChangeClass, Op, Part, Segment, Side


class _Joined(NamedTuple):
    """Several bodies as one text; between two of them stands a unit of its own, the end of an alinéa."""

    pieces: Pieces
    opening: str  # what parts a label from the title that stands below it
    seams: list[tuple[int, int, int]]  # where the tail begins, where the next lead begins, where it ends


def regroup(
    old: Sequence[Block],
    new: Sequence[Block],
    fresh: Fresh,
    renumbering: Renumbering,
    labels: tuple[int, int] = (0, 0),
) -> list[BlockChange]:
    """One block of the redline for each new alinéa; the old text's order is that of the new one.

    `labels`: how much of either first body is the article's label.
    """
    end_old, end_new = labels
    joined_old, joined_new = _join(old, end_old), _join(new, end_new)
    keys_old, keys_new = joined_old.pieces.keys, joined_new.pieces.keys
    with_heading = any(block.kind is BlockKind.HEADING for block in (*old, *new))

    def class_of(hunk: Hunk) -> ChangeClass:
        around_seam = {*keys_old[hunk.a0 : hunk.a1], *keys_new[hunk.b0 : hunk.b1]}
        if with_heading and PILCROW in around_seam and around_seam <= {PILCROW, ".", ":", "-"}:
            return ChangeClass.LAYOUT  # a heading of its own, or run in: the same words
        return renumbering.class_of(keys_old, keys_new, hunk)

    marker = Marker(fresh)
    if end_old or end_new:
        mark_label(marker, old[0].body[:end_old], new[0].body[:end_new])
        marker.layout(joined_old.opening, joined_new.opening)
    aligned = in_whole_pairs(keys_old, keys_new, renumbering.carried_over(keys_old, keys_new), aligned_apart)
    found = whole_sentences(keys_old, keys_new, aligned)
    mark(marker, joined_old.pieces, joined_new.pieces, found, class_of)
    parts = _cut(marker.finished(), joined_new.seams)
    parts[0] = [*around(old[0].lead, new[0].lead, Part.LEAD), *parts[0]]
    parts[-1] = [*parts[-1], *around(old[-1].tail, new[-1].tail, Part.TAIL)]
    joint = BlockStatus.SPLIT if len(new) > len(old) else BlockStatus.JOINED
    kept = [any(s.op is Op.EQUAL and _has_words(s) for s in part) for part in parts]
    if with_heading or (joint is BlockStatus.SPLIT and sum(kept) < 2):
        joint = BlockStatus.UNCHANGED
    return [
        _change(block, tuple(part), joint if stays else BlockStatus.INSERTED)
        for block, part, stays in zip(new, parts, kept, strict=True)
    ]


def _change(block: Block, segments: tuple[Segment, ...], status: BlockStatus) -> BlockChange:
    edited = any(s.cls is not None and s.cls not in FOLDED and _has_words(s) for s in segments)
    statuses = [status] if status is not BlockStatus.UNCHANGED or not edited else []
    if edited and status is not BlockStatus.INSERTED:
        statuses.append(BlockStatus.MODIFIED)
    return BlockChange(block.kind, tuple(statuses), Side.BOTH, segments, block.depth, block.group)


def _has_words(segment: Segment) -> bool:
    return segment.part is Part.TEXT and any(map(str.isalnum, segment.text))


def _join(blocks: Sequence[Block], label: int) -> _Joined:
    keys: list[str] = []
    texts: list[str] = []
    seams: list[tuple[int, int, int]] = []
    opening = ""
    at = 0
    for k, block in enumerate(blocks):
        is_label = k == 0 < label == len(block.body)
        if not is_label:
            own = pieces(block.body[label:] if k == 0 else block.body)
            keys += own.keys
            texts += own.texts
        at += len(block.body)
        if k + 1 < len(blocks):
            tail, lead = block.tail, blocks[k + 1].lead
            end = at + len(tail) + len(lead)
            if is_label:
                opening = tail + lead
            else:
                keys.append(PILCROW)
                texts.append(tail + lead)
            seams.append((at, at + len(tail), end))
            at = end
    return _Joined(Pieces(keys, texts), opening, seams)


def _cut(segments: Sequence[Segment], seams: Sequence[tuple[int, int, int]]) -> list[list[Segment]]:
    """The segments of each new alinéa. What was struck stays with the alinéa it stands in."""
    borders: list[tuple[int, int, Part]] = []  # where a zone ends, the block it belongs to, its part
    for k, (tail, lead, end) in enumerate(seams):
        borders += [(tail, k, Part.TEXT), (lead, k, Part.TAIL), (end, k + 1, Part.LEAD)]
    last = len(seams)
    parts: list[list[Segment]] = [[] for _ in range(last + 1)]
    at = zone = 0
    for segment in segments:
        if segment.op is Op.DELETE:
            _, block, part = borders[zone] if zone < len(borders) else (0, last, Part.TEXT)
            parts[block].append(Segment(segment.op, segment.text, part, segment.change, segment.cls))
            continue
        rest = segment.text
        while rest:
            while zone < len(borders) and at >= borders[zone][0]:
                zone += 1
            end, block, part = borders[zone] if zone < len(borders) else (at + len(rest), last, Part.TEXT)
            piece, rest = rest[: end - at], rest[end - at :]
            parts[block].append(Segment(segment.op, piece, part, segment.change, segment.cls))
            at += len(piece)
        while zone < len(borders) and at >= borders[zone][0]:
            zone += 1
    return parts

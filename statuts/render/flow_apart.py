"""Where an alinéa of one text is a row of a table in the other: no word processor makes one of the other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from statuts.diff.inverse import segments_of_block
from statuts.model.document import Block, BlockKind
from statuts.model.redline import BlockChange, ChangeClass, Op, Part, Segment, Side
from statuts.render.html_blocks import TABLE, Piece


def is_row(block: Block | BlockChange) -> bool:
    """Whether a block is a row of a table, or the line of dashes below its header."""
    return block.kind in TABLE and (block.kind is BlockKind.ROW or block.group > 0)


def set_apart(pieces: Sequence[Piece], before: Sequence[Block]) -> list[Piece]:
    """The pieces; those that are rows in one text alone are struck as the old one has them, and come anew.

    `before` are the blocks of the old text, all of which is in `pieces`.
    """
    if not any(map(is_row, before)) and not any(is_row(piece.block) for piece in pieces):
        return list(pieces)
    found: list[Piece] = []
    for some, blocks in _together(pieces, before):
        if len({*map(is_row, blocks), *(is_row(piece.block) for piece in some)}) == 1:
            found += some
            continue
        struck = list(_struck(some, blocks))
        told = frozenset(n for piece in struck for n in piece.block.changes)
        found += struck
        found += [
            replace(piece, side=Side.NEW, segments=come, repeats=piece.repeats | told)
            for piece in some
            if piece.side is not Side.OLD
            and (come := tuple(segments_of_block(piece.block.segments, Side.NEW)))
        ]
    return found


def _together(
    pieces: Sequence[Piece], before: Sequence[Block]
) -> Iterator[tuple[Sequence[Piece], Sequence[Block]]]:
    """As few pieces at a time as hold whole blocks of the old text, with these blocks."""
    k = j = end = reached = 0
    while k < len(pieces):
        first, start = k, j
        end += _length(pieces[k])
        k += 1
        while end != reached:
            if reached < end:
                reached += len(before[j].raw)
                j += 1
            else:
                end += _length(pieces[k])
                k += 1
        yield pieces[first:k], before[start:j]


def _length(piece: Piece) -> int:
    return sum(len(segment.text) for segment in _old(piece))


def _old(piece: Piece) -> Iterator[Segment]:
    return (s for s in segments_of_block(piece.block.segments, piece.side) if s.op is not Op.INSERT)


def _struck(pieces: Sequence[Piece], blocks: Sequence[Block]) -> Iterator[Piece]:
    """The old text of these pieces as `blocks` have it."""
    rest = [segment for piece in pieces for segment in _old(piece)]
    for block in blocks:
        mine: list[Segment] = []
        for text, part in ((block.lead, Part.LEAD), (block.body, Part.TEXT), (block.tail, Part.TAIL)):
            missing = len(text)
            while missing:
                segment = rest.pop(0)
                if len(segment.text) > missing:
                    rest.insert(0, segment._replace(text=segment.text[missing:]))
                taken = segment.text[:missing]
                missing -= len(taken)
                cls = segment.cls or ChangeClass.WORDING
                mine.append(Segment(Op.DELETE, taken, part, segment.change, cls))
        change = BlockChange(block.kind, (), Side.OLD, tuple(mine), block.depth, block.group)
        yield Piece(change, Side.OLD, change.segments, leaving=False, repeats=frozenset(), goes_on=False)

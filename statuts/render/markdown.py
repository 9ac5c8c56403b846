"""A redline as Markdown that any reader shows: `~~old~~ **new**`, in the new text's layout."""

from statuts.diff.inverse import effective_side, segments_of_block
from statuts.model.document import BlockKind
from statuts.model.redline import BlockChange, ChangeClass, Op, Part, Redline, Segment, Side
from statuts.model.tracked import Piece
from statuts.tracked.strikebold_writer import write_strikebold

_IN_A_RUN = frozenset({BlockKind.ITEM, BlockKind.ROW, BlockKind.RULE, BlockKind.CODE})


def render(redline: Redline, shown: frozenset[ChangeClass]) -> str:
    """The redline; a difference of a class that is not `shown` stands as the new text has it.

    `accept` of the result gives the new words and `reject` the old ones, for the classes shown. List
    marks, line ends and the like are never marked: they are the new text's, save in what is struck whole.
    """
    blocks = [
        (block, side)
        for article in redline.articles
        for block in article.blocks
        if (side := effective_side(article, block)) is not None
    ]
    parts: list[str] = []
    for position, (block, side) in enumerate(blocks):
        if side is Side.OLD and block.kind is BlockKind.RULE:
            continue
        text = _block(block, side, shown)
        if position + 1 < len(blocks):
            text += _parting(text, block, side is not blocks[position + 1][1])
        parts.append(text)
    return "".join(parts)


def _block(block: BlockChange, side: Side, shown: frozenset[ChangeClass]) -> str:
    segments = segments_of_block(block.segments, side)
    if block.kind is BlockKind.RULE:
        # a column that went still stands in the rows, struck
        return "".join([s.text for s in segments if s.op is not Op.DELETE or s.change is not None])
    if side is not Side.BOTH:
        shown = frozenset(ChangeClass)
    return write_strikebold(
        [p for s in segments if (p := _piece(s, side, shown)) is not None], row=block.kind is BlockKind.ROW
    )


def _piece(segment: Segment, side: Side, shown: frozenset[ChangeClass]) -> Piece | None:
    """What is written of a segment; around the words, and in folded classes, the new text's layout."""
    if segment.part is Part.TEXT and segment.cls in shown:
        return Piece(segment.op, segment.text)
    if segment.op is Op.DELETE and side is Side.BOTH:
        return None
    return Piece(Op.EQUAL, segment.text)


def _parting(text: str, block: BlockChange, other_side: bool) -> str:
    """The line ends that keep a block apart from the next, where a text's last block had none."""
    if not text.endswith("\n"):
        return "\n" if block.kind in _IN_A_RUN else "\n\n"
    apart = block.kind in _IN_A_RUN or not text.removesuffix("\n").rstrip(" \t\r>")[-1:].strip()
    return "\n" if other_side and not apart else ""

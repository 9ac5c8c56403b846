"""One side of a part of a redline: the text before with what goes struck, or the text after with what comes.

What was cut in two is one alinéa before, what was joined one alinéa after: each side has its own alinéas.
"""

from collections.abc import Iterator
from dataclasses import replace

from statuts.diff.inverse import effective_side
from statuts.model.redline import ArticleChange, BlockChange, Op, Part, Segment, Side
from statuts.papers.passages import in_place
from statuts.render.filtering import DEFAULT


def one_sided(article: ArticleChange, side: Side) -> ArticleChange | None:
    """The article as one text has it (`side` old or new), its marks kept; None where that text has none."""
    placed = in_place(article)
    if placed.side not in (Side.BOTH, side):
        return None
    return replace(placed, blocks=tuple(_blocks(placed, side)), before=())


def _blocks(article: ArticleChange, side: Side) -> Iterator[BlockChange]:
    lost = Op.INSERT if side is Side.OLD else Op.DELETE
    open_: BlockChange | None = None
    for block in article.blocks:
        if effective_side(article, block) not in (Side.BOTH, side):
            continue
        kept = tuple(_told(s) for s in block.segments if s.op is not lost)
        if open_ is not None:
            kept = (*(_within(s) for s in open_.segments), *kept)
            block = open_._replace(segments=kept)  # noqa: PLW2901
        else:
            block = block._replace(segments=kept)  # noqa: PLW2901
        text = "".join(s.text for s in kept)
        if block.side is Side.BOTH and text and "\n" not in text[len(text.rstrip()) :]:
            open_ = block
            continue
        open_ = None
        if text:
            yield block
    if open_ is not None:
        yield open_


def _told(segment: Segment) -> Segment:
    """A difference of a folded class stands in its text without a mark."""
    if segment.cls is None or segment.cls in DEFAULT:
        return segment
    return Segment.kept(segment.text, segment.part)


def _within(segment: Segment) -> Segment:
    """What ended a block stands inside the one it is part of."""
    return segment._replace(part=Part.TEXT) if segment.part is Part.TAIL else segment


def heading_only(article: ArticleChange) -> bool:
    """Whether nothing but its heading changes."""
    return bool(article.blocks and article.blocks[0].changes) and not any(
        block.changes for block in article.blocks[1:]
    )

"""The way back: from a redline to its old and its new text, byte for byte."""

from collections.abc import Iterator
from hashlib import sha256

from statuts.errors import MarksError
from statuts.model.message import msg
from statuts.model.redline import (
    ArticleChange,
    Author,
    BlockChange,
    ChangeClass,
    Op,
    Redline,
    Segment,
    Side,
    TextLabel,
)


def effective_side(article: ArticleChange, block: BlockChange) -> Side | None:
    """The side a block stands on, its article's included; None for what is only shown.

    A block struck inside the destination of a moved article belongs to neither text: the old one
    holds it at the source.
    """
    if article.side is Side.BOTH:
        return block.side
    return article.side if block.side in (Side.BOTH, article.side) else None


def segments_of_block(segments: tuple[Segment, ...], side: Side | None) -> Iterator[Segment]:
    """What a block adds to a flat redline: on one side only, all of it is struck or all of it is new."""
    if side is Side.BOTH:
        # what a proposal added and a sub-amendment struck again is in neither text
        yield from (s for s in segments if s.by is not Author.BOTH)
    elif side is Side.OLD:
        yield from (_turned(s, Op.DELETE) for s in segments if s.op is not Op.INSERT)
    elif side is Side.NEW:
        yield from (_turned(s, Op.INSERT) for s in segments if s.op is not Op.DELETE)


def _turned(segment: Segment, op: Op) -> Segment:
    if segment.op is op:
        return segment
    return Segment(op, segment.text, segment.part, segment.change, segment.cls or ChangeClass.WORDING)


def segments_of(redline: Redline) -> Iterator[Segment]:
    """All segments in reading order; equal and delete are the old text, equal and insert the new."""
    for article in redline.articles:
        for block in article.blocks:
            yield from segments_of_block(block.segments, effective_side(article, block))


def old_text(redline: Redline) -> str:
    """The old text, rebuilt from the segments alone."""
    return "".join([s.text for s in segments_of(redline) if s.op is not Op.INSERT])


def new_text(redline: Redline) -> str:
    """The new text, rebuilt from the segments alone."""
    return "".join([s.text for s in segments_of(redline) if s.op is not Op.DELETE])


def reject(redline: Redline) -> str:
    """The old text, checked against its digest; raises `MarksError` where the redline was altered."""
    return _checked(old_text(redline), redline.old)


def accept(redline: Redline) -> str:
    """The new text, checked against its digest; raises `MarksError` where the redline was altered."""
    return _checked(new_text(redline), redline.new)


def digest(text: str) -> str:
    """The SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def _checked(text: str, label: TextLabel) -> str:
    if digest(text) != label.sha256:
        raise MarksError(
            msg("This redline was altered: it no longer gives the text “{label}”.", label=label.label),
            msg("make the redline again from the two texts with “statuts compare”"),
        )
    return text

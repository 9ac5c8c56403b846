"""Who moved an alinéa, and from where to where, where three texts are compared."""

from collections.abc import Iterator

from statuts.model.message import Message, msg
from statuts.model.redline import Author, BlockChange, BlockStatus, Side

MOVED = frozenset({BlockStatus.MOVED_FROM, BlockStatus.MOVED_TO})

_SAID = {
    (BlockStatus.MOVED_FROM, Author.PROPOSAL): msg("moved from here by the proposal"),
    (BlockStatus.MOVED_FROM, Author.SUBAMENDMENT): msg("moved from here by the sub-amendment"),
    (BlockStatus.MOVED_TO, Author.PROPOSAL): msg("moved to here by the proposal"),
    (BlockStatus.MOVED_TO, Author.SUBAMENDMENT): msg("moved to here by the sub-amendment"),
}


def moves_by_authors(block: BlockChange) -> Iterator[Message]:
    """The moves of a whole alinéa, each with its author; nothing where two texts are compared."""
    if block.side is Side.BOTH and block.move is not None:
        yield _SAID[BlockStatus.MOVED_TO, Author.PROPOSAL]
    author = _author(block)
    if author is not None:
        yield from (_SAID[status, author] for status in block.statuses if status in MOVED)


def see_other_place(block: BlockChange, number: int) -> Message:
    """Where to look for the other end of what moved here."""
    author = _author(block) if MOVED.intersection(block.statuses) else None
    if author is Author.PROPOSAL:
        return msg("moved by the proposal, see C{number} in its other place", number=number)
    if author is Author.SUBAMENDMENT:
        return msg("moved by the sub-amendment, see C{number} in its other place", number=number)
    return msg("a sentence moved, see C{number} in its other place", number=number)


def _author(block: BlockChange) -> Author | None:
    """Who moved the words that stand here; what both struck, the sub-amendment took away."""
    by = next((s.by for s in block.segments if s.moved and s.by), None)
    return Author.SUBAMENDMENT if by is Author.BOTH else by

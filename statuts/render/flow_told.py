"""What is told beside a paragraph or a row: the numbers of its changes, and what happened to the whole."""

from statuts.model.redline import ArticleChange
from statuts.render.html_blocks import Piece, notes_of
from statuts.render.html_context import Context


class Told:
    """What stands beside a block: the numbers of its changes and what happened to it as a whole."""

    def __init__(self, article: ArticleChange, context: Context) -> None:
        self._article, self._context = article, context

    def numbers(self, piece: Piece) -> frozenset[int]:
        """The changes whose numbers it bears."""
        block = piece.block
        seen = {s.change for s in piece.segments if s.change is not None and self._context.visible(s)}
        own = {n for n in seen if n in block.changes} | ({block.move} if block.move is not None else set())
        return frozenset(own - piece.repeats)

    def notes(self, piece: Piece) -> tuple[str, ...]:
        """What happened to it, in words."""
        return tuple(note.text for note in notes_of(piece, self._article, self._context))

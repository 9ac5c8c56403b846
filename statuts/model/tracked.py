"""A text with tracked changes, whatever its notation: pieces in order, and the two texts they hold."""

from dataclasses import dataclass

from statuts.model.redline import Op


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text with one fate; no class is known, since a notation does not carry one."""

    op: Op
    text: str


@dataclass(frozen=True, slots=True)
class Tracked:
    """Two texts in one."""

    pieces: tuple[Piece, ...]

    @property
    def old(self) -> str:
        """What stood before: every insertion rejected."""
        return "".join([p.text for p in self.pieces if p.op is not Op.INSERT])

    @property
    def new(self) -> str:
        """What stands now: every change accepted."""
        return "".join([p.text for p in self.pieces if p.op is not Op.DELETE])


def joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """The same pieces with neighbours of one fate made one, and empty ones left out."""
    result: list[Piece] = []
    texts: list[str] = []
    for piece in pieces:
        if not piece.text:
            continue
        if result and result[-1].op is piece.op:
            texts.append(piece.text)
            continue
        if result:
            result[-1] = Piece(result[-1].op, "".join(texts))
        result.append(piece)
        texts = [piece.text]
    if result:
        result[-1] = Piece(result[-1].op, "".join(texts))
    return tuple(result)

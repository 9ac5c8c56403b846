"""A redline as CriticMarkup, from which both texts come back byte for byte."""

from statuts.diff.inverse import segments_of
from statuts.model.redline import ChangeClass, Redline
from statuts.model.tracked import Piece
from statuts.tracked.critic import write_critic


def render(redline: Redline, shown: frozenset[ChangeClass]) -> str:
    """The redline with every difference marked, whatever is `shown`: folding would lose the old bytes."""
    return write_critic([Piece(segment.op, segment.text) for segment in segments_of(redline)])

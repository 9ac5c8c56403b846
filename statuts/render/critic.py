"""A redline as CriticMarkup, from which both texts come back byte for byte."""

from statuts.diff.inverse import segments_of
from statuts.model.redline import ChangeClass, Redline
from statuts.model.tracked import Piece
from statuts.render.filtering import visible
from statuts.tracked.critic import write_critic


def render(redline: Redline, shown: frozenset[ChangeClass]) -> str:
    """The redline with the classes `shown` marked; only with all of them does the old text come back."""
    return write_critic([Piece(segment.op, segment.text) for segment in visible(segments_of(redline), shown)])

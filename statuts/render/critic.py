"""A redline as CriticMarkup, from which both texts come back byte for byte."""

from collections.abc import Callable
from itertools import groupby

from statuts.diff.inverse import segments_of
from statuts.model.message import Message, msg
from statuts.model.redline import Author, ChangeClass, Redline
from statuts.model.tracked import Piece
from statuts.render.filtering import visible
from statuts.tracked.critic import write_critic

_NAMES = {Author.PROPOSAL: msg("proposal"), Author.SUBAMENDMENT: msg("sub-amendment")}


def render(redline: Redline, shown: frozenset[ChangeClass], say: Callable[[Message], str] = str) -> str:
    """The redline with the classes `shown` marked; only with all of them does the old text come back.

    Of three texts, a comment after each mark says whose it is; who reads the marks leaves comments out.
    What the proposal added and the sub-amendment struck again is in neither text, and not written.
    """
    parts: list[str] = []
    for author, run in groupby(visible(segments_of(redline), shown), key=lambda segment: segment.by):
        parts.append(write_critic([Piece(segment.op, segment.text) for segment in run]))
        if author in _NAMES:
            parts.append(f"{{>>{say(_NAMES[author])}<<}}")
    return "".join(parts)

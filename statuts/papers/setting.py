"""What a paper asks of a format: to set a part of a text, its redline, and the author's prose."""

from dataclasses import replace
from typing import Any, Protocol

from statuts.model.document import Section
from statuts.model.redline import ArticleChange, Side

Set = Any
"""A piece of a paper in the form its template prints: Markdown, or the values of the shared partials."""


class Setter(Protocol):
    """Sets texts in one format."""

    def quoted(self, section: Section) -> Set:
        """A part of a text as it stands."""

    def redline(self, article: ArticleChange) -> Set:
        """A part of a text with its changes marked and numbered."""

    def changes(self, article: ArticleChange) -> tuple[Set, ...]:
        """The numbered changes as a list, where the redline itself cannot carry the numbers."""

    def prose(self, source: str) -> Set:
        """Markdown that a person wrote for this paper."""

    def whole(self, section: Section, level: int) -> Set:
        """A part of a consolidated text; its heading is of `level` (2 to 6)."""


def in_place(article: ArticleChange) -> ArticleChange:
    """A moved article as if it had stayed: in a paper, what was edited on the way is what one looks for."""
    if article.side is not Side.NEW or article.old is None:
        return article
    blocks = tuple(
        block._replace(side=Side.BOTH) if block.side is Side.NEW else block for block in article.blocks
    )
    return replace(article, side=Side.BOTH, blocks=blocks)

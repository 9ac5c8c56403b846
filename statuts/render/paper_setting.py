"""What a paper asks of a format: to set a part of a text, its redline, and the author's prose."""

from typing import Any, Protocol

from statuts.model.document import Section
from statuts.model.redline import ArticleChange, ChangeClass

Set = Any
"""A piece of a paper in the form its template prints: Markdown, or the values of the shared partials."""


class Setter(Protocol):
    """Sets texts in one format."""

    def quoted(self, section: Section) -> Set:
        """A part of a text as it stands."""

    def redline(self, article: ArticleChange, shown: frozenset[ChangeClass]) -> Set:
        """A part of a text with its changes marked and numbered."""

    def changes(self, article: ArticleChange, shown: frozenset[ChangeClass]) -> tuple[Set, ...]:
        """The numbered changes as a list, where the redline itself cannot carry the numbers."""

    def prose(self, source: str) -> Set:
        """Markdown that a person wrote for this paper."""

    def whole(self, section: Section, level: int) -> Set:
        """A part of a consolidated text; its heading is of `level` (2 to 6)."""

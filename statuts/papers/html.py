"""The texts inside a paper, as the values that the shared partials lay out in HTML."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from statuts.diff.alineas import unchanged
from statuts.markdown.read import read
from statuts.model.document import Block, BlockKind, Section, SectionKind
from statuts.model.redline import ArticleChange, ArticleSide, ArticleStatus, Side
from statuts.papers.setting import in_place
from statuts.render.filtering import DEFAULT
from statuts.render.html import running_line
from statuts.render.html_accent import accents
from statuts.render.html_blocks import pieces_of
from statuts.render.html_context import Context, Say
from statuts.render.html_flow import Flow
from statuts.render.html_view import Node

_QUOTED_HEADING = 4
_SHORT = 12
"""Characters of a digest that are enough to tell two texts apart on paper."""

Nodes = tuple[Node, ...]


class Paper(Protocol):
    """What the foot of every sheet says of a paper."""

    @property
    def association(self) -> str:
        """Whose it is."""

    @property
    def title(self) -> str:
        """What it is."""

    @property
    def status(self) -> str:
        """What it is worth."""

    @property
    def digest(self) -> str:
        """The SHA-256 of the text it is about."""


class HtmlSetter:
    """Sets texts for HTML; `articles` are those whose redline the paper will show."""

    def __init__(self, say: Say, articles: Iterable[ArticleChange] = ()) -> None:
        self._say = say
        self._marked = Context([in_place(article) for article in articles], DEFAULT, say)

    def quoted(self, section: Section) -> Nodes:
        """A part of a text as it stands."""
        return self._plain(section.blocks, _QUOTED_HEADING)

    def redline(self, article: ArticleChange) -> Nodes:
        """A part of a text with its changes marked, their numbers beside them."""
        return _nodes(in_place(article), self._marked, _QUOTED_HEADING)

    def changes(self, article: ArticleChange) -> tuple[Nodes, ...]:
        """Nothing: the numbers stand in the margin of the redline."""
        return ()

    def prose(self, source: str) -> Nodes:
        """The author's own Markdown."""
        blocks = [block for section in read(source).sections for block in section.blocks]
        return self._plain(blocks, _QUOTED_HEADING)

    def whole(self, section: Section, level: int) -> Nodes:
        """A part of a consolidated text."""
        return self._plain(section.blocks, level)

    def _plain(self, blocks: Sequence[Block], level: int) -> Nodes:
        side = ArticleSide("", "", "", "")
        kept = tuple(unchanged(block) for block in blocks if block.kind is not BlockKind.FRONT_MATTER)
        article = ArticleChange(SectionKind.ARTICLE, (ArticleStatus.UNCHANGED,), Side.BOTH, side, side, kept)
        return _nodes(article, Context((article,), frozenset(), self._say), level)


def _nodes(article: ArticleChange, context: Context, level: int) -> Nodes:
    return Flow(article, context, lambda _depth: level).nodes(pieces_of(article))


def laid_out(article: ArticleChange, context: Context, *, first_only: bool = False) -> Nodes:
    """An article as it is given, its numbers and ids those of `context`; or its heading only."""
    pieces = pieces_of(article)
    return Flow(article, context, lambda _depth: _QUOTED_HEADING).nodes(pieces[:1] if first_only else pieces)


def page_values(paper: Paper, accent: str) -> dict[str, Any]:
    """What a template of a paper is given: the paper, its pair of checked colours, the foot of its sheets."""
    parts = (paper.association.strip("…"), paper.title, paper.status, f"SHA-256 {paper.digest[:_SHORT]}")
    return {"paper": paper, "accent": accents(accent), "running": running_line(parts)}

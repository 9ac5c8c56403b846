"""Where an alinéa stands: in one of the two texts, or in the redline."""

from collections.abc import MutableSequence
from dataclasses import replace
from typing import NamedTuple

from statuts.model.redline import ArticleChange, BlockChange


class Place(NamedTuple):
    """The index of an article, and of an alinéa in it."""

    article: int
    block: int


def put(articles: MutableSequence[ArticleChange], place: Place, block: BlockChange) -> None:
    """Let `block` stand at a place of the redline."""
    article = articles[place.article]
    blocks = list(article.blocks)
    blocks[place.block] = block
    articles[place.article] = replace(article, blocks=tuple(blocks))

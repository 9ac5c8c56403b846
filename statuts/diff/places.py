"""Where an alinéa stands: in one of the two texts, or in the redline."""

from collections.abc import Mapping, MutableSequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from statuts.model.redline import ArticleChange, BlockChange


class Place(NamedTuple):
    """The index of an article, and of an alinéa in it."""

    article: int
    block: int


def put(articles: MutableSequence[ArticleChange], changed: Mapping[Place, BlockChange]) -> None:
    """Let other alinéas stand at these places of the redline."""
    for a, places in groupby(sorted(changed), itemgetter(0)):
        blocks = list(articles[a].blocks)
        for place in places:
            blocks[place.block] = changed[place]
        articles[a] = articles[a].with_blocks(tuple(blocks))

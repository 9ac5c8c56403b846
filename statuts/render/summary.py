"""What a redline amounts to, in a few lines: the figures that every output carries."""

from collections.abc import Callable

from statuts.diff.statistics import Statistics
from statuts.model.message import Message, msg, msgn
from statuts.model.redline import ArticleStatus, BlockStatus, ChangeClass
from statuts.render.summary_parts import parts

Counted = Callable[[int], Message]

ARTICLE_STATUS_NAMES: dict[ArticleStatus, Message] = {
    ArticleStatus.UNCHANGED: msg("unchanged"),
    ArticleStatus.MODIFIED: msg("modified"),
    ArticleStatus.INSERTED: msg("inserted"),
    ArticleStatus.REPEALED: msg("repealed"),
    ArticleStatus.MOVED: msg("moved"),
    ArticleStatus.MOVED_BACK: msg("moved back by the sub-amendment"),
    ArticleStatus.RENUMBERED: msg("renumbered"),
    ArticleStatus.NUMBERED: msg("given a number"),
    ArticleStatus.UNNUMBERED: msg("number removed"),
    ArticleStatus.RETITLED: msg("retitled"),
    ArticleStatus.WITHDRAWN: msg("insertion withdrawn by the sub-amendment"),
    ArticleStatus.SPLIT: msg("split"),
    ArticleStatus.JOINED: msg("joined"),
}

BLOCK_STATUS_NAMES: dict[BlockStatus, Message] = {
    BlockStatus.MOVED_FROM: msg("moved from here"),
    BlockStatus.MOVED_TO: msg("moved to here"),
    BlockStatus.SPLIT: msg("paragraph split"),
    BlockStatus.JOINED: msg("paragraphs joined"),
    BlockStatus.SENTENCE_REPLACED: msg("a sentence replaced as a whole: less than a quarter of it stays"),
    BlockStatus.REPLACED: msg("replaced as a whole: less than a quarter of its words stays"),
}


def headline(figures: Statistics) -> Message:
    """How many changes there are."""
    if not figures.changes:
        return msg("No change of wording.")
    return msgn("{count} change.", "{count} changes.", figures.changes)


def words(figures: Statistics) -> list[Message]:
    """How many words went and came."""
    if not figures.changes:
        return []
    return [
        msgn("{count} word struck", "{count} words struck", figures.deleted),
        msgn("{count} word added", "{count} words added", figures.inserted),
    ]


_ARTICLES: dict[ArticleStatus, Counted] = {
    ArticleStatus.MODIFIED: lambda n: msgn("{count} article modified", "{count} articles modified", n),
    ArticleStatus.INSERTED: lambda n: msgn("{count} article inserted", "{count} articles inserted", n),
    ArticleStatus.REPEALED: lambda n: msgn("{count} article repealed", "{count} articles repealed", n),
    ArticleStatus.MOVED: lambda n: msgn("{count} article moved", "{count} articles moved", n),
    ArticleStatus.MOVED_BACK: lambda n: msgn(
        "{count} article moved and moved back", "{count} articles moved and moved back", n
    ),
    ArticleStatus.RENUMBERED: lambda n: msgn("{count} article renumbered", "{count} articles renumbered", n),
    ArticleStatus.NUMBERED: lambda n: msgn(
        "{count} article given a number", "{count} articles given a number", n
    ),
    ArticleStatus.UNNUMBERED: lambda n: msgn(
        "{count} article without its number", "{count} articles without their number", n
    ),
    ArticleStatus.RETITLED: lambda n: msgn("{count} article retitled", "{count} articles retitled", n),
    ArticleStatus.WITHDRAWN: lambda n: msgn(
        "{count} insertion of an article withdrawn", "{count} insertions of articles withdrawn", n
    ),
    ArticleStatus.SPLIT: lambda n: msgn("{count} article split", "{count} articles split", n),
    ArticleStatus.JOINED: lambda n: msgn(
        "{count} article made of several", "{count} articles each made of several", n
    ),
}

_FOLDED: dict[ChangeClass, Counted] = {
    ChangeClass.WORDING: lambda n: msgn("{count} of wording", "{count} of wording", n),
    ChangeClass.REFERENCE: lambda n: msgn("{count} reference", "{count} references", n),
    ChangeClass.INCLUSIVE: lambda n: msgn("{count} of inclusive writing", "{count} of inclusive writing", n),
    ChangeClass.CASE: lambda n: msgn("{count} of capitals", "{count} of capitals", n),
    ChangeClass.TYPOGRAPHY: lambda n: msgn("{count} of typography", "{count} of typography", n),
    ChangeClass.MARKUP: lambda n: msgn(
        "{count} of bold, italics or links", "{count} of bold, italics or links", n
    ),
    ChangeClass.LAYOUT: lambda n: msgn("{count} of layout", "{count} of layout", n),
}


def articles(figures: Statistics) -> list[Message]:
    """How many articles changed, and how; then titles, annexes and the like."""
    found = [
        counted(figures.articles[status]) for status, counted in _ARTICLES.items() if figures.articles[status]
    ]
    return found + parts(figures)


def folded(figures: Statistics, shown: frozenset[ChangeClass]) -> list[Message]:
    """What differs and is not shown, class by class: nothing is hidden without being counted."""
    return [
        counted(figures.classes[cls].places)
        for cls, counted in _FOLDED.items()
        if cls not in shown and figures.classes[cls].places
    ]

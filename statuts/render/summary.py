"""What a redline amounts to, in a few lines: the figures that every output carries."""

from statuts.diff.statistics import Statistics
from statuts.model.message import Message, msg, msgn
from statuts.model.redline import ArticleStatus, BlockStatus, ChangeClass

CLASS_NAMES: dict[ChangeClass, Message] = {
    ChangeClass.WORDING: msg("wording"),
    ChangeClass.REFERENCE: msg("consequence of renumbering"),
    ChangeClass.INCLUSIVE: msg("inclusive writing"),
    ChangeClass.CASE: msg("capitals"),
    ChangeClass.TYPOGRAPHY: msg("typography"),
    ChangeClass.MARKUP: msg("bold, italics, links"),
    ChangeClass.LAYOUT: msg("layout"),
}

ARTICLE_STATUS_NAMES: dict[ArticleStatus, Message] = {
    ArticleStatus.UNCHANGED: msg("unchanged"),
    ArticleStatus.MODIFIED: msg("modified"),
    ArticleStatus.INSERTED: msg("inserted"),
    ArticleStatus.REPEALED: msg("repealed"),
    ArticleStatus.MOVED: msg("moved"),
    ArticleStatus.RENUMBERED: msg("renumbered"),
    ArticleStatus.RETITLED: msg("retitled"),
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


def articles(figures: Statistics) -> list[Message]:
    """How many articles changed, and how."""
    counted = {
        ArticleStatus.MODIFIED: ("{count} article modified", "{count} articles modified"),
        ArticleStatus.INSERTED: ("{count} article inserted", "{count} articles inserted"),
        ArticleStatus.REPEALED: ("{count} article repealed", "{count} articles repealed"),
        ArticleStatus.MOVED: ("{count} article moved", "{count} articles moved"),
        ArticleStatus.RENUMBERED: ("{count} article renumbered", "{count} articles renumbered"),
        ArticleStatus.RETITLED: ("{count} article retitled", "{count} articles retitled"),
        ArticleStatus.SPLIT: ("{count} article split", "{count} articles split"),
        ArticleStatus.JOINED: ("{count} article joined", "{count} articles joined"),
    }
    return [
        msgn(one, many, figures.articles[status])
        for status, (one, many) in counted.items()
        if figures.articles[status]
    ]


def folded(figures: Statistics, shown: frozenset[ChangeClass]) -> list[Message]:
    """What differs and is not shown, class by class: nothing is hidden without being counted."""
    counted = {
        ChangeClass.WORDING: ("{count} of wording", "{count} of wording"),
        ChangeClass.REFERENCE: ("{count} reference", "{count} references"),
        ChangeClass.INCLUSIVE: ("{count} of inclusive writing", "{count} of inclusive writing"),
        ChangeClass.CASE: ("{count} of capitals", "{count} of capitals"),
        ChangeClass.TYPOGRAPHY: ("{count} of typography", "{count} of typography"),
        ChangeClass.MARKUP: ("{count} of bold, italics or links", "{count} of bold, italics or links"),
        ChangeClass.LAYOUT: ("{count} of layout", "{count} of layout"),
    }
    return [
        msgn(one, many, figures.classes[cls].places)
        for cls, (one, many) in counted.items()
        if cls not in shown and figures.classes[cls].places
    ]

"""What happened to an article, in words beside its heading."""

from collections.abc import Iterator

from statuts.language.invisible import named
from statuts.model.document import SectionKind
from statuts.model.message import Message, msg
from statuts.model.redline import ArticleChange, ArticleStatus
from statuts.render.summary import ARTICLE_STATUS_NAMES


def tags_of(article: ArticleChange) -> Iterator[Message]:
    """One tag a status, with the number that an article has no more."""
    for status in article.statuses:
        if status is ArticleStatus.UNCHANGED:
            continue
        number = named(article.old.number) if article.old else ""
        if status is ArticleStatus.RENUMBERED and number:
            if article.kind is SectionKind.ARTICLE:
                yield msg("renumbered (formerly article {number})", number=number)
            else:
                yield msg("renumbered (formerly {number})", number=number)
        elif status is ArticleStatus.UNNUMBERED and number:
            yield msg("number removed (formerly {number})", number=number)
        elif status is ArticleStatus.RETITLED:
            yield msg("new heading")
        else:
            yield ARTICLE_STATUS_NAMES[status]

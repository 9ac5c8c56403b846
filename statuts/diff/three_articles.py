"""What a proposal and its sub-amendment, taken together, made of an article of the current text."""

from collections.abc import Sequence
from dataclasses import replace

from statuts.diff.statuses import heading_statuses
from statuts.model.document import Document
from statuts.model.redline import OF_THE_NUMBER, ArticleChange, ArticleStatus, Redline, Side

_OF_THE_HEADING = OF_THE_NUMBER | {ArticleStatus.RETITLED}


class Chained:
    """The articles of the second redline as changes of the current text, not of the proposed one."""

    def __init__(self, first: Redline, current: Document, subamended: Document) -> None:
        self._current = {section.id: section for section in current.sections}
        self._subamended = {section.id: section for section in subamended.sections}
        self._first = {
            article.new.id: article
            for article in first.articles
            if article.new is not None and article.side is not Side.OLD
        }

    def of(self, article: ArticleChange) -> ArticleChange:
        """The same article with its old side in the current text, and what both changes made of it.

        Of one that the proposal inserted and the sub-amendment struck again, the old side is the proposed
        one: no other text has it.
        """
        before = self._first[article.old.id] if article.old else None
        if before is None:
            return article
        if before.old is None and article.new is None:
            return replace(article, statuses=(ArticleStatus.WITHDRAWN,))
        return replace(article, old=before.old, statuses=self._statuses(before, article))

    def _statuses(self, before: ArticleChange, after: ArticleChange) -> tuple[ArticleStatus, ...]:
        both = dict.fromkeys([*before.statuses, *after.statuses])
        rest = [s for s in both if s not in _OF_THE_HEADING and s is not ArticleStatus.UNCHANGED]
        heading: Sequence[ArticleStatus] = ()
        if before.old and after.new:
            heading = list(heading_statuses(self._current[before.old.id], self._subamended[after.new.id]))
        elif after.new:  # the proposal inserted it: it had no other number, but perhaps another title
            heading = [s for s in both if s is ArticleStatus.RETITLED]
        moved = [s for s in rest if s is ArticleStatus.MOVED]
        return (*moved, *heading, *(s for s in rest if s not in moved)) or (ArticleStatus.UNCHANGED,)

"""What a proposal and its sub-amendment, taken together, made of an article of the current text."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from statuts.diff.order import in_place
from statuts.diff.section_keys import size
from statuts.diff.statuses import heading_statuses
from statuts.model.document import Document
from statuts.model.redline import OF_THE_NUMBER, ArticleChange, ArticleStatus, Redline, Side

_OF_THE_HEADING = OF_THE_NUMBER | {ArticleStatus.RETITLED}


class Chained:
    """The articles of the second redline as changes of the current text, not of the proposed one."""

    def __init__(self, first: Redline, second: Redline, current: Document, subamended: Document) -> None:
        self._second = second
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
        left = article.side is Side.OLD and _is_moved(article)
        return replace(
            article, old=before.old, statuses=article.statuses if left else self._statuses(before, article)
        )

    def _statuses(self, before: ArticleChange, after: ArticleChange) -> tuple[ArticleStatus, ...]:
        both = dict.fromkeys([*before.statuses, *after.statuses])
        rest = [s for s in both if s not in _OF_THE_HEADING and s is not ArticleStatus.UNCHANGED]
        heading: Sequence[ArticleStatus] = ()
        if before.old and after.new:
            heading = list(heading_statuses(self._current[before.old.id], self._subamended[after.new.id]))
        elif after.new:  # the proposal inserted it: it had no other number, but perhaps another title
            heading = [s for s in both if s is ArticleStatus.RETITLED]
        moved: Sequence[ArticleStatus] = [s for s in rest if s is ArticleStatus.MOVED]
        rest = [s for s in rest if s not in moved]
        if moved and before.old and before.old.id in self._put_back:
            moved = [ArticleStatus.MOVED_BACK]
        return (*moved, *heading, *rest) or (ArticleStatus.UNCHANGED,)

    @cached_property
    def _put_back(self) -> set[str]:
        """The articles that the proposal moved and the sub-amendment moved again, to their place among those
        of the current text.
        """
        afterwards = {
            article.old.id: article
            for article in self._second.articles
            if article.old and article.new and article.side is not Side.OLD
        }
        moved_twice = {
            before.old.id
            for name, before in self._first.items()
            if before.old and name in afterwards and _is_moved(before) and _is_moved(afterwards[name])
        }
        if not moved_twice:
            return moved_twice
        ranks_old = {name: i for i, name in enumerate(self._current)}
        ranks_new = {name: j for j, name in enumerate(self._subamended)}
        pairs = sorted(
            (ranks_old[before.old.id], ranks_new[after.new.id])
            for name, before in self._first.items()
            if before.old and (after := afterwards.get(name)) and after.new
        )
        sections = list(self._current.values())
        stays = {sections[i].id for i, _ in in_place(pairs, lambda pair: size(sections[pair[0]]))}
        return moved_twice & stays


def _is_moved(article: ArticleChange) -> bool:
    return ArticleStatus.MOVED in article.statuses

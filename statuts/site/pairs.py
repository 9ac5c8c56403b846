"""One version against another: what differs in full, what does not as links."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from statuts.diff.compare import compare
from statuts.diff.memory import Memory
from statuts.diff.statistics import Statistics, statistics, total
from statuts.language.invisible import named
from statuts.model.document import SectionKind
from statuts.model.redline import ArticleChange, ArticleStatus, Redline, Side
from statuts.render import summary
from statuts.render.article_tags import tags_of
from statuts.render.filtering import DEFAULT
from statuts.render.html import brief
from statuts.render.html_articles import articles_of
from statuts.render.html_context import Context, Say
from statuts.site.late import Fragments, Laid, filled_in, is_markable, neighbours, stands_alone
from statuts.site.page import Link
from statuts.site.texts import State


@dataclass(frozen=True, slots=True)
class Changed:
    """An article that differs: its place on the page, what happened to it, its first and last number."""

    anchor: str
    label: str
    tags: tuple[str, ...]
    numbers: tuple[int, ...]
    html: Markup


@dataclass(frozen=True, slots=True)
class Compared:
    """What differs between two texts. `same` are the articles that do not."""

    brief: tuple[str, ...]
    folded: str
    total: int
    first: str
    moved: bool
    changed: tuple[Changed, ...]
    same: tuple[Link, ...]
    notes: tuple[str, ...]


class Comparer:
    """Lays out redlines; an article that differs in the same way is laid out once for all of them."""

    def __init__(self, laid: Laid, say: Say) -> None:
        self._laid, self._say = laid, say
        self._memory = Memory()
        self._fragments = Fragments(laid, DEFAULT, say)

    def versions(self, old: State, new: State, links: Mapping[str, Link]) -> Compared:
        """Two versions of a text; `links` lead to the articles of the new, by the ids it was read with."""
        redline = compare(old.document, new.document, old.version.label, new.version.label, self._memory)
        markable = is_markable(old.document.source) and is_markable(new.document.source)
        return self.redline(redline, links, markable=markable)

    def redline(self, redline: Redline, links: Mapping[str, Link], *, markable: bool = False) -> Compared:
        """Any redline. `markable` says that its articles may be kept for other pages."""
        split = [(article, differs(article)) for article in redline.articles]
        differing = [article for article, differing in split if differing]
        if markable and all(map(stands_alone, differing)):
            changed, shown, figures = self._together(redline, differing)
        else:
            changed, shown = self._in_full(redline, differing)
            figures = statistics(redline)
        return Compared(
            brief=tuple(brief(figures, self._say)),
            folded=", ".join(map(self._say, summary.folded(figures, DEFAULT))),
            total=len(shown),
            first=f"c{shown[0]}" if shown else "",
            moved=bool(figures.moved),
            changed=tuple(changed),
            same=tuple(
                links[a.shown.id]
                for a, is_other in split
                if not is_other and a.kind is SectionKind.ARTICLE and a.shown.id in links
            ),
            notes=tuple(map(self._say, redline.notes)),
        )

    def _together(
        self, redline: Redline, articles: Sequence[ArticleChange]
    ) -> tuple[list[Changed], Sequence[int], Statistics]:
        numbers = [article.changes for article in articles]
        shown = sorted({n for some in numbers for n in some})
        around = neighbours(shown)
        kept = [
            (self._fragments.of(article, some[0] if some else 1), some)
            for article, some in zip(articles, numbers, strict=True)
        ]
        changed = [
            self._changed(
                article, some, f"a{rank}", filled_in(one, rank, some[0] if some else 1, len(shown), around)
            )
            for rank, (article, (one, some)) in enumerate(zip(articles, kept, strict=True), 1)
        ]
        apart = all(one.own for one, _ in kept)
        figures = total([one.figures for one, _ in kept]) if apart else statistics(redline)
        return changed, shown, figures

    def _in_full(
        self, redline: Redline, articles: Sequence[ArticleChange]
    ) -> tuple[list[Changed], Sequence[int]]:
        context = Context(redline.articles, DEFAULT, self._say)
        changed = []
        for rank, article in enumerate(articles, 1):  # one by one: each heads its own part of the page
            (view,) = articles_of((article,), context)
            html = self._laid(replace(view, anchor=f"a{rank}"))
            changed.append(self._changed(article, article.changes, f"a{rank}", html))
        return changed, context.shown_numbers

    def _changed(self, article: ArticleChange, numbers: Sequence[int], anchor: str, html: str) -> Changed:
        return Changed(
            anchor,
            heading(article),
            tuple(map(self._say, tags_of(article))),
            tuple(dict.fromkeys((*numbers[:1], *numbers[-1:]))),
            Markup(html),  # noqa: S704 - laid out by a template, which escapes
        )


def heading(article: ArticleChange) -> str:
    """The label of an article; empty where it has none."""
    return named(article.shown.label)


def differs(article: ArticleChange) -> bool:
    """Whether anything of an article differs, be it folded away."""
    if article.side is not Side.BOTH or article.statuses != (ArticleStatus.UNCHANGED,):
        return True
    return any(s.cls for block in article.blocks for s in block.segments)

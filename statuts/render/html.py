"""The redline as one page: what its template is given, every word of it in the page's language."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from statuts.diff.statistics import Statistics, statistics
from statuts.language.invisible import named
from statuts.model.message import msgn
from statuts.model.redline import ChangeClass, Redline
from statuts.render import summary
from statuts.render.html_accent import accents
from statuts.render.html_articles import articles_of, stretches
from statuts.render.html_context import Context, Say
from statuts.render.html_view import Article, Stretch

_NOT_PLAIN = re.compile(r"[^\w .,:()’–·-]+")
_SHORT = 12
"""Characters of a digest that are enough to tell two texts apart on paper."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What is known of the two texts beside their words; an empty string is left out of the page.

    `old_view` and `new_view` name the two texts in the switch of views; `meta` says by whom and against
    what; `facts` stand at the foot.
    """

    language: str
    title: str
    old_view: str
    new_view: str
    association: str = ""
    status: str = ""
    meta: tuple[str, ...] = ()
    accent: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One of the texts compared: its name and its SHA-256."""

    label: str
    digest: str


@dataclass(frozen=True, slots=True)
class Page:
    """All that the template prints. `running` stands at the foot of each sheet and holds no sign that
    means anything in a style sheet; `accent` is a pair of checked colours, for day and night.
    """

    head: Masthead
    accent: tuple[str, str]
    running: str
    brief: tuple[str, ...]
    folded: str
    total: int
    first: str
    moved: bool
    three: bool
    contents: tuple[Article, ...]
    stretches: tuple[Stretch, ...]
    notes: tuple[str, ...]
    sources: tuple[Source, ...]


def page_of(redline: Redline, shown: frozenset[ChangeClass], head: Masthead, say: Say) -> Page:
    """The page of a redline. `shown` says which classes are marked before the reader asks for more."""
    figures = statistics(redline)
    context = Context(redline.articles, shown, say)
    articles = articles_of(redline.articles, context)
    changed = tuple(article for article in articles if article.numbers)
    return Page(
        head=head,
        accent=accents(head.accent),
        running=running_line(
            [head.association, head.title, head.status, f"SHA-256 {redline.new.sha256[:_SHORT]}"]
        ),
        brief=tuple(brief(figures, say)),
        folded=", ".join(map(say, summary.folded(figures, shown))),
        total=context.total,
        first=context.first,
        moved=any(b.move is not None or any(s.moved for s in b.segments) for b in redline.blocks()),
        three=redline.proposed is not None,
        contents=changed if len(changed) > 1 else (),
        stretches=stretches(articles),
        notes=tuple(map(say, redline.notes)),
        sources=tuple(
            Source(named(text.label), text.sha256)
            for text in (redline.old, redline.proposed, redline.new)
            if text is not None
        ),
    )


def brief(figures: Statistics, say: Say) -> Iterator[str]:
    """Up to three lines that say what changes, from the figures alone."""
    yield say(summary.headline(figures)).rstrip(".")
    articles = summary.articles(figures)
    if figures.moved:
        articles.append(msgn("{count} paragraph moved", "{count} paragraphs moved", figures.moved))
    for line in (articles, summary.words(figures)):
        if line:
            yield ", ".join(map(say, line))


def running_line(parts: Iterable[str]) -> str:
    """The parts as one line without any sign that means something in a style sheet."""
    text = " · ".join(part for part in parts if part).replace("'", "’")
    return _NOT_PLAIN.sub(" ", text)

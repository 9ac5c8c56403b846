"""The articles of a redline as a page lays them out: headings in order, what happened to each, folds."""

from collections.abc import Iterator, Sequence

from statuts.language.invisible import named
from statuts.model.document import BlockKind, SectionKind
from statuts.model.message import msg
from statuts.model.redline import ArticleChange, ArticleStatus, BlockChange, BlockStatus, Side
from statuts.render.article_tags import tags_of
from statuts.render.html_blocks import pieces_of
from statuts.render.html_context import Context
from statuts.render.html_flow import Flow
from statuts.render.html_view import Article, Number, Stretch

FEWEST_FOLDED = 3
"""Unchanged articles in a row from which they are folded under their labels."""

_SIDES = {Side.BOTH: "both", Side.OLD: "old", Side.NEW: "new"}
_LOWEST = 6
_MOVED = frozenset({ArticleStatus.MOVED, ArticleStatus.MOVED_BACK})


def articles_of(
    articles: Sequence[ArticleChange], context: Context, first_level: int = 2
) -> tuple[Article, ...]:
    """Every article. The most important heading of the text gets `first_level`; none goes below h6."""
    depths = sorted({b.depth for a in articles for b in a.blocks if b.kind is BlockKind.HEADING})
    levels = {depth: min(first_level + rank, _LOWEST) for rank, depth in enumerate(depths)}
    return tuple(_article(article, f"a{rank}", context, levels) for rank, article in enumerate(articles, 1))


def _article(article: ArticleChange, anchor: str, context: Context, levels: dict[int, int]) -> Article:
    flow = Flow(article, context, lambda depth: levels.get(depth, _LOWEST))
    pieces = pieces_of(article)
    headed = bool(pieces) and pieces[0].block.kind is BlockKind.HEADING
    heading = flow.text(pieces[0]) if headed else None
    body = flow.nodes(pieces[1:] if headed else pieces)
    return Article(
        anchor=anchor,
        kind=article.kind.value,
        label=named(article.shown.label) or context.say(msg("Before the first article")),
        heading=heading,
        tags=tuple(map(context.say, tags_of(article))),
        body=body,
        side=_SIDES[article.side],
        moved=not _MOVED.isdisjoint(article.statuses),
        quiet=article.side is Side.BOTH and all(map(_is_quiet, article.blocks)),
        numbers=tuple(_numbers(article, context)),
    )


def _is_quiet(block: BlockChange) -> bool:
    """Nothing of it differs, not even what is folded; a line end is its neighbour's affair."""
    differs = any(s.cls and not (s.is_separator and s.change) for s in block.segments)
    return block.side is Side.BOTH and block.statuses == (BlockStatus.UNCHANGED,) and not differs


def _numbers(article: ArticleChange, context: Context) -> Iterator[Number]:
    """The first and the last change shown in an article, for the table of contents."""
    shown = {s.change for b in article.blocks for s in b.segments if context.visible(s)}
    numbers = sorted(n for b in article.blocks for n in b.changes if n in shown or n == b.move)
    for number in dict.fromkeys(numbers[:1] + numbers[-1:]):
        yield context.number(number)


def stretches(articles: Sequence[Article]) -> tuple[Stretch, ...]:
    """The same articles, long runs of unchanged ones folded; headings of what follows stay outside."""
    if all(article.quiet for article in articles):
        return (Stretch(tuple(articles)),)
    found: list[Stretch] = []
    at = 0
    while at < len(articles):
        end = at
        while end < len(articles) and _folds(articles[end]):
            end += 1
        while end > at and end < len(articles) and articles[end - 1].kind != SectionKind.ARTICLE:
            end -= 1
        labels = tuple(a.label for a in articles[at:end] if a.kind == SectionKind.ARTICLE)
        if len(labels) >= FEWEST_FOLDED:
            found.append(Stretch(tuple(articles[at:end]), labels))
        else:
            end = max(end, at + 1)
            found.append(Stretch(tuple(articles[at:end])))
        at = end
    return tuple(found)


def _folds(article: Article) -> bool:
    return article.quiet and article.kind not in (SectionKind.TITLE, SectionKind.OPENING)

"""Articles cut in two, or made one: told from where their alinéas and sentences went."""

from collections import Counter, defaultdict
from collections.abc import Iterator, MutableSequence, Sequence
from dataclasses import replace

from statuts.diff.places import Place
from statuts.model.document import BlockKind
from statuts.model.redline import ArticleChange, ArticleStatus, BlockChange, BlockStatus, Op, Part

_MOST = 0.5
"""Share of an article's text that must come from, or go to, one other article."""


def mark_split_and_joined(articles: MutableSequence[ArticleChange], differ: Sequence[Place]) -> None:
    """Let an article that came out of another, or went into it, say so, and the other one too.

    `differ`: the alinéas that differ.
    """
    left: dict[int, int] = {}
    arrived: dict[int, int] = {}
    for a, k in differ:
        for number, _, gone in _moved(articles[a].blocks[k]):
            (left if gone else arrived)[number] = a
    if not left and not arrived:
        return
    added: defaultdict[int, list[ArticleStatus]] = defaultdict(list)
    for a, article in enumerate(articles):
        for status, word, other in (
            (ArticleStatus.INSERTED, ArticleStatus.SPLIT, left),
            (ArticleStatus.REPEALED, ArticleStatus.JOINED, arrived),
        ):
            relative = _relative(article, other) if status in article.statuses else None
            if relative is not None and relative != a:
                added[a].append(word)
                added[relative].append(word)
    for a, words in added.items():
        kept = [status for status in articles[a].statuses if status is not ArticleStatus.UNCHANGED]
        articles[a] = replace(articles[a], statuses=tuple(dict.fromkeys([*kept, *words])))


def _relative(article: ArticleChange, other: dict[int, int]) -> int | None:
    """The article that most of this one's text is shared with, through moves."""
    total = sum(_length(b) for b in article.blocks if b.kind is not BlockKind.HEADING)
    shared: Counter[int] = Counter()
    for block in article.blocks:
        for number, length, _ in _moved(block):
            if number in other:
                shared[other[number]] += length
    best = shared.most_common(1)
    return best[0][0] if best and total and best[0][1] >= _MOST * total else None


def _moved(block: BlockChange) -> Iterator[tuple[int, int, bool]]:
    """Number and length of everything that moved into or out of an alinéa, and whether it left from here."""
    if block.move is not None:
        yield block.move, _length(block), BlockStatus.MOVED_FROM in block.statuses
        return
    for segment in block.segments:
        if segment.moved and segment.change is not None:
            yield segment.change, len(segment.text), segment.op is Op.DELETE


def _length(block: BlockChange) -> int:
    return sum(len(s.text) for s in block.segments if s.part is Part.TEXT)

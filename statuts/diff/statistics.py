"""How much a redline changes: counted once here, printed by every renderer."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from statuts.diff.moved_ends import MovedEnds, inner_segments
from statuts.diff.parts import PartKind, part_kind
from statuts.language.words import count_words
from statuts.model.document import SectionKind
from statuts.model.redline import (
    FOLDED,
    ArticleChange,
    ArticleStatus,
    BlockChange,
    BlockStatus,
    ChangeClass,
    Op,
    Part,
    Redline,
    Segment,
    Side,
)

_PIECES = {ArticleStatus.SPLIT: ArticleStatus.INSERTED, ArticleStatus.JOINED: ArticleStatus.REPEALED}
"""What else is said of the pieces of an article: these are counted as that."""


@dataclass(frozen=True, slots=True)
class Count:
    """Differences of one class: words struck, words added, and in how many places."""

    deleted: int = 0
    inserted: int = 0
    places: int = 0


@dataclass(frozen=True, slots=True)
class Statistics:
    """The figures of a redline.

    `changes` counts the numbered changes, `classes` holds a count for every class (zeros included),
    `articles` the articles of each status: of one cut in three, or of three made one, this one and not its
    pieces; `parts` the same of what is no article, for the kinds that changed; `moved` the moves of whole
    blocks. Moved text is counted there, not as words: at its destination only what was edited on the way is.
    """

    changes: int
    classes: Mapping[ChangeClass, Count]
    articles: Mapping[ArticleStatus, int]
    parts: Mapping[PartKind, Mapping[ArticleStatus, int]]
    moved: int

    def places(self, classes: Iterable[ChangeClass]) -> int:
        """In how many places a difference of one of these classes stands."""
        return sum(self.classes[cls].places for cls in classes)

    @property
    def deleted(self) -> int:
        """Words struck, of all classes that are shown: how a label is written is no word to vote on."""
        return sum(count.deleted for cls, count in self.classes.items() if cls not in FOLDED)

    @property
    def inserted(self) -> int:
        """Words added, of all classes that are shown: how a label is written is no word to vote on."""
        return sum(count.inserted for cls, count in self.classes.items() if cls not in FOLDED)


def statistics(redline: Redline) -> Statistics:
    """The figures of a redline."""
    deleted: Counter[ChangeClass] = Counter()
    inserted: Counter[ChangeClass] = Counter()
    numbered: set[tuple[ChangeClass, int]] = set()
    unnumbered: Counter[ChangeClass] = Counter()
    moves: set[int] = set()
    ends = MovedEnds()
    for article in redline.articles:
        for block in article.blocks:
            if block.move is not None:
                moves.add(block.move)
            if _is_source_of_a_move(article, block):
                continue
            previous: Segment | None = None
            holds_an_end = False
            for segment in block.segments:
                if segment.cls is not None:
                    words = deleted if segment.op is Op.DELETE else inserted
                    # « b) » before an item is no word
                    counted = not segment.moved and segment.part is not Part.LEAD
                    words[segment.cls] += count_words(segment.text) if counted else 0
                    if segment.change is not None:
                        numbered.add((segment.cls, segment.change))
                    else:
                        unnumbered[segment.cls] += previous is None or previous.cls is not segment.cls
                    holds_an_end |= segment.moved
                previous = segment
            if holds_an_end:
                ends.add(block)
    for old, new in ends.written_otherwise():
        previous = None
        for segment in inner_segments(old, new):
            if segment.cls in FOLDED:
                (deleted if segment.op is Op.DELETE else inserted)[segment.cls] += count_words(segment.text)
                unnumbered[segment.cls] += previous is None or previous.cls is not segment.cls
            previous = segment
    places = unnumbered + Counter(cls for cls, number in numbered if number not in moves)
    articles, parts = _sections(redline)
    return Statistics(
        changes=redline.changes,
        classes={cls: Count(deleted[cls], inserted[cls], places[cls]) for cls in ChangeClass},
        articles=articles,
        parts=parts,
        moved=len(moves),
    )


def total(parts: Sequence[Statistics]) -> Statistics:
    """The figures of several redlines of which none shares a change with another."""
    return Statistics(
        changes=sum(part.changes for part in parts),
        classes={cls: _sum([part.classes[cls] for part in parts]) for cls in ChangeClass},
        articles={status: sum(part.articles[status] for part in parts) for status in ArticleStatus},
        parts={
            kind: _with_zeros(sum((Counter(part.parts.get(kind)) for part in parts), Counter()))
            for kind in PartKind
            if any(kind in part.parts for part in parts)
        },
        moved=sum(part.moved for part in parts),
    )


def _sum(counts: Sequence[Count]) -> Count:
    return Count(
        sum(count.deleted for count in counts),
        sum(count.inserted for count in counts),
        sum(count.places for count in counts),
    )


def _is_source_of_a_move(article: ArticleChange, block: BlockChange) -> bool:
    whole = article.side is Side.OLD and ArticleStatus.MOVED in article.statuses
    return whole or BlockStatus.MOVED_FROM in block.statuses


def _is_left(article: ArticleChange) -> bool:
    """Whether an article that moved left from here; of three texts, it may be of both sides here too."""
    return article.side is Side.OLD or BlockStatus.MOVED_FROM in article.blocks[0].statuses


def _sections(
    redline: Redline,
) -> tuple[Mapping[ArticleStatus, int], Mapping[PartKind, Mapping[ArticleStatus, int]]]:
    """How many articles have each status, and how many of the other parts that changed."""
    articles: Counter[ArticleStatus] = Counter()
    parts: defaultdict[PartKind, Counter[ArticleStatus]] = defaultdict(Counter)
    for article in redline.articles:
        if ArticleStatus.MOVED in article.statuses and _is_left(article):
            continue  # it stands again where it went
        statuses = [s for s in article.statuses if _PIECES.get(s) not in article.statuses]
        if article.kind is SectionKind.ARTICLE:
            articles.update(statuses)
        elif ArticleStatus.UNCHANGED not in statuses and (kind := part_kind(article)) is not None:
            parts[kind].update(statuses)
    return _with_zeros(articles), {kind: _with_zeros(parts[kind]) for kind in PartKind if kind in parts}


def _with_zeros(found: Mapping[ArticleStatus, int]) -> Mapping[ArticleStatus, int]:
    return {status: found.get(status, 0) for status in ArticleStatus}

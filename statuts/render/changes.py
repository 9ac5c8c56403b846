"""The list of changes, C1 to Cn: where each is, what it strikes and what it adds. One for all formats."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from statuts.diff.inverse import effective_side
from statuts.model.redline import ArticleChange, BlockChange, ChangeClass, Op, Part, Segment

_LONGEST = 16  # words of a change that a list of changes still gives in full


@dataclass(frozen=True, slots=True)
class NumberedChange:
    """A change: its number, the label of the article it is in, its words before and after, which may both
    be empty (an alinéa cut in two). `moved` words are the same at both places.
    """

    number: int
    article: str
    old: str
    new: str
    moved: bool = False


def changes_of(
    articles: Iterable[ArticleChange], shown: frozenset[ChangeClass]
) -> tuple[NumberedChange, ...]:
    """The changes of these articles in the order of their numbers, those of the classes `shown`."""
    found: dict[int, _Gathered] = {}
    for article in articles:
        for block in article.blocks:
            if effective_side(article, block) is None:
                continue
            for segment in block.segments:
                if segment.change is not None and segment.cls in shown and not segment.moved:
                    found.setdefault(segment.change, _Gathered(article.shown.label)).add(segment)
            for number, sentence in _moved(block.segments, shown).items():
                found.setdefault(number, _Gathered(article.shown.label)).add_whole(sentence)
            if block.move is not None:
                found.setdefault(block.move, _Gathered(article.shown.label)).move(block)
    return tuple(found[number].change(number) for number in sorted(found))


def _moved(segments: Sequence[Segment], shown: frozenset[ChangeClass]) -> dict[int, list[Segment]]:
    """By the number of a move, what stands here from its first piece to its last, on its side."""
    places: dict[int, list[int]] = {}
    for k, segment in enumerate(segments):
        if segment.moved and segment.change is not None and segment.cls in shown:
            places.setdefault(segment.change, []).append(k)
    return {
        number: [s for s in segments[ks[0] : ks[-1] + 1] if s.op in (segments[ks[0]].op, Op.EQUAL)]
        for number, ks in places.items()
    }


class _Gathered:
    """The words of one change as they are met, in reading order."""

    def __init__(self, article: str) -> None:
        self._article = article
        self._old: list[str] = []
        self._new: list[str] = []
        self._moved = False

    def add(self, segment: Segment) -> None:
        """Words of a segment; marks around alinéas are none."""
        if segment.part is not Part.TEXT:
            return
        words = self._old if segment.op is Op.DELETE else self._new
        words.append(segment.text)

    def add_whole(self, sentence: Sequence[Segment]) -> None:
        """One end of what moved, with the words that were edited there."""
        self._moved = True
        words = self._old if sentence[0].op is Op.DELETE else self._new
        words.append("".join([segment.text for segment in sentence]))

    def move(self, block: BlockChange) -> None:
        """An alinéa that stands elsewhere: its words, once."""
        self._moved = True
        if not self._new:
            text = "".join(s.text for s in block.segments if s.part is Part.TEXT and s.op is not Op.DELETE)
            self._new.append(text)

    def change(self, number: int) -> NumberedChange:
        """The whole."""
        old, new = (" ".join(" ".join(words).split()) for words in (self._old, self._new))
        return NumberedChange(number, self._article, old, new, self._moved)


def shortened(text: str) -> str:
    """The first and the last words of a long change: the whole of it stands in the redline."""
    words = text.split()
    if len(words) > _LONGEST:
        words = [*words[: _LONGEST // 2], "[…]", *words[-_LONGEST // 4 :]]
    return " ".join(words)

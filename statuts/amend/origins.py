"""Where the words of a text come from, carried through one redline: what stays keeps its origin."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from statuts.diff.inverse import effective_side
from statuts.language.words import is_word, units
from statuts.model.redline import FOLDED, ArticleChange, BlockChange, Op, Redline, Segment, Side


class Origin(NamedTuple):
    """Which version (its rank in the history) brought some words; where it did so in another article, that
    article's id and the rank of the version that `moved` them."""

    version: int
    article: str = ""
    moved: int = -1

    @property
    def since(self) -> int:
        """The rank of the first version in which the words stand in the article at hand."""
        return max(self.version, self.moved)


Origins = list[Origin]
"""One for each character of a text."""


def newest(origins: Sequence[Origin]) -> Origin:
    """The one that came last: at its version, the words of all the others stood here already."""
    return max(origins, key=lambda origin: (origin.since, origin.version))


class _Piece(NamedTuple):
    text: str
    origins: Sequence[Origin]


def carried(redline: Redline, origins: Sequence[Origin], fresh: Origin) -> Origins:
    """The origins of the new text, from those of the old one; words that are new have the origin `fresh`.

    Differences of typography, markup and layout bring no words: what they write keeps the origin of what
    they replace, or takes that of the words before it.
    """
    return _filled(list(_Carrying(redline, origins, fresh).run()), fresh)


class _Carrying:
    """One walk over a redline. Its blocks stand in the order of both texts, but for those that moved."""

    def __init__(self, redline: Redline, origins: Sequence[Origin], fresh: Origin) -> None:
        self.redline, self.fresh = redline, fresh
        self.blocks: dict[int, Sequence[Origin]] = {}
        self.left: defaultdict[int, list[_Piece]] = defaultdict(list)
        self.sentences: dict[int, _Piece] = {}  # by the number of the move: what stayed, the rest left out
        at = 0
        for article, block in self._all():
            if effective_side(article, block) in (Side.OLD, Side.BOTH):
                text = _old(block)
                own = origins[at : at + len(text)]
                at += len(text)
                self.blocks[id(block)] = own
                if block.move is not None:
                    self.left[block.move].append(_Piece(text, own))
                self._keep_sentences(block, own)

    def _all(self) -> Iterator[tuple[ArticleChange, BlockChange]]:
        for article in self.redline.articles:
            for block in article.blocks:
                yield article, block

    def _keep_sentences(self, block: BlockChange, origins: Sequence[Origin]) -> None:
        at = 0
        for segment in block.segments:
            if segment.op is Op.INSERT:
                continue
            if segment.moved and segment.change is not None:
                end = at + len(segment.text)
                text, own = self.sentences.get(segment.change, _Piece("", ()))
                self.sentences[segment.change] = _Piece(text + segment.text, [*own, *origins[at:end]])
            at += len(segment.text)

    def run(self) -> Iterator[Origin | None]:
        for article, block in self._all():
            side = effective_side(article, block)
            if side is Side.BOTH:
                yield from self._block(block.segments, self.blocks[id(block)])
            elif side is Side.NEW:
                yield from self._block(block.segments, self._source(block))

    def _source(self, block: BlockChange) -> Sequence[Origin]:
        """The origins of the place a moved alinéa left; those of new words where none is found."""
        text = _old(block)
        places = self.left.get(block.move, []) if block.move is not None else []
        for k, place in enumerate(places):
            if place.text == text:
                return places.pop(k).origins
        return [self.fresh] * len(text)

    def _block(self, segments: Sequence[Segment], own: Sequence[Origin]) -> Iterator[Origin | None]:
        at = 0
        struck = _Piece("", ())
        for segment in segments:
            text = segment.text
            end = at + len(text)
            if segment.op is Op.EQUAL:
                yield from own[at:end]
                at, struck = end, _Piece("", ())
            elif segment.op is Op.DELETE:
                struck = _Piece(text, own[at:end]) if segment.cls in FOLDED else _Piece("", ())
                at = end
            elif segment.moved and segment.change in self.sentences:
                yield from self._moved(segment.change, text)
            elif segment.cls in FOLDED:
                yield from rewritten(*struck, text)
            else:
                yield from [self.fresh] * len(text)

    def _moved(self, move: int, text: str) -> Sequence[Origin | None]:
        """The origins of the next words that moved: parts of a sentence arrive in their order."""
        left, origins = self.sentences[move]
        start = left.find(text)
        if start < 0:
            return rewritten(left, origins, text)
        end = start + len(text)
        self.sentences[move] = _Piece(left[end:], origins[end:])
        return origins[start:end]


def rewritten(old: str, origins: Sequence[Origin], new: str) -> list[Origin | None]:
    """The origins of the same words written otherwise; None for what stands between words."""
    if old == new:
        return list(origins)
    result: list[Origin | None] = [None] * len(new)
    before, after = units(old), units(new)
    words_before = [k for k, key in enumerate(before.keys) if is_word(key)]
    words_after = [k for k, key in enumerate(after.keys) if is_word(key)]
    if [before.keys[k] for k in words_before] != [after.keys[k] for k in words_after]:
        return [newest(origins)] * len(new) if origins else result  # « vice président » → « vice-président »
    for i, j in zip(words_before, words_after, strict=True):
        start, end = after.start(j), after.end(j)
        result[start:end] = [newest(origins[before.start(i) : before.end(i)])] * (end - start)
    return result


def _filled(found: list[Origin | None], fresh: Origin) -> Origins:
    """What has no origin of its own takes that of what stands before it, at the start of what follows."""
    last = next((origin for origin in found if origin is not None), fresh)
    result = []
    for origin in found:
        last = origin or last
        result.append(last)
    return result


def _old(block: BlockChange) -> str:
    return "".join([segment.text for segment in block.segments if segment.op is not Op.INSERT])

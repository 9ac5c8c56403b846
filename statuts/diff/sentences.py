"""Sentences that stand elsewhere: shown as moved, never as struck and written again."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, MutableSequence, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from statuts.diff.places import Place, put
from statuts.diff.renumbering import Renumbering
from statuts.diff.same_sentence import FEWEST
from statuts.diff.sentence_moves import (
    Sentence,
    edits,
    may_be_edited,
    moved_sentences,
    with_neighbours,
)
from statuts.diff.two_places import as_come, as_left
from statuts.language.abbreviations import with_stops_apart
from statuts.language.words import SENTENCE_ENDS, is_word, tokens
from statuts.model.redline import ArticleChange, BlockChange, BlockStatus, ChangeClass, Op, Part, Segment

_END = re.compile("[.!?…]")
_GAP = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class _Cut:
    """A sentence that moved, the number of its move, and its segments as one of its two places has them."""

    sentence: Sentence
    number: int
    segments: list[Segment]


def link_moved_sentences(
    articles: MutableSequence[ArticleChange],
    differ: Sequence[Place],
    fresh: Callable[[], int],
    renumbering: Renumbering,
) -> None:
    """Cut out a sentence both struck and added, and mark it as moved. `differ`: the alinéas that differ.

    What was edited on the way is marked at both places: struck where it left, added where it came.
    """
    texts = list(_texts(articles, differ))
    left = _roughly(texts, Op.DELETE)
    came = _roughly(texts, Op.INSERT) if left else {}
    may_have = left.keys() & came.keys()
    may_have |= may_be_edited(left.keys() - may_have, came.keys() - may_have)
    if not may_have:
        return
    struck, added = (
        list(_sentences_of([texts[k] for k in sorted({k for key in may_have for k in side.get(key, ())})]))
        for side in (left, came)
    )
    cuts: defaultdict[Place, list[_Cut]] = defaultdict(list)
    for s, a in with_neighbours(moved_sentences(struck, added), struck, added):
        source, target = struck[s], added[a]
        number = fresh()
        inner = edits(source.text, target.text, fresh, renumbering)
        if source.place == target.place and not any(
            part.op is Op.EQUAL and _has_word(part.text) for part in inner
        ):
            continue  # « LE VOTE EST SECRET. »: its stop alone would have moved
        cuts[source.place].append(_Cut(source, number, as_left(inner, number)))
        cuts[target.place].append(_Cut(target, number, as_come(inner, number)))
    blocks = {place: articles[place.article].blocks[place.block] for place in cuts}
    put(articles, {place: _cut_out(block, cuts[place]) for place, block in blocks.items()})


class _Text(NamedTuple):
    """The text of a struck or added segment, and where it stands."""

    op: Op
    text: str
    place: Place
    segment: int


def _texts(articles: Sequence[ArticleChange], differ: Sequence[Place]) -> Iterator[_Text]:
    """All texts that sentences may have left or come to."""
    unchanged, wording, part = BlockStatus.UNCHANGED, ChangeClass.WORDING, Part.TEXT  # looked up once
    for place in differ:
        block = articles[place.article].blocks[place.block]
        if block.move is not None or unchanged in block.statuses:
            continue
        for s, (op, text, where, _, cls, moved, _) in enumerate(block.segments):
            # a column that moved is known as such already
            if cls is wording and where is part and not moved and _may_be_long(text):
                yield _Text(op, text, place, s)


def _roughly(texts: Sequence[_Text], op: Op) -> dict[str, list[int]]:
    """Sentences split without care, and which texts they stand in: only where one is on both sides, or like
    one there, a careful look is needed.
    """
    found: defaultdict[str, list[int]] = defaultdict(list)
    for k, (own, text, *_) in enumerate(texts):
        for piece in _END.split(text) if own is op else ():
            if _may_be_long(piece):
                found[" ".join(piece.casefold().split())].append(k)
    return found


def _may_be_long(text: str) -> bool:
    spaces = text.count(" ")
    return spaces >= FEWEST or (spaces > 1 and len(_GAP.findall(text)) >= FEWEST - 1)


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))


def _sentences_of(texts: Sequence[_Text]) -> Iterator[Sentence]:
    """The sentences of these texts, in reading order."""
    for _, text, place, s in texts:
        for words, start, end in _sentences(text):
            yield Sentence(place, s, start, end, words, text[start:end])


def _sentences(text: str) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Words, start and end of each sentence."""
    run = []
    found = tokens(text)
    keys = with_stops_apart([unit.key for unit in found])
    for n, (unit, key) in enumerate(zip(found, keys, strict=True)):
        run.append(unit)
        if run[0].key == "-":
            run.clear()  # « Article 5. – La cotisation… »: the sentence begins after it
        elif key in SENTENCE_ENDS or n + 1 == len(found):
            words = tuple([u.key.casefold() for u in run if is_word(u.key)])
            if words:
                yield words, run[0].start, run[-1].end
            run = []


def _cut_out(block: BlockChange, cuts: Sequence[_Cut]) -> BlockChange:
    by_segment: defaultdict[int, list[_Cut]] = defaultdict(list)
    for cut in cuts:
        by_segment[cut.sentence.segment].append(cut)
    segments: list[Segment] = []
    for s, segment in enumerate(block.segments):
        at = 0
        for cut in sorted(by_segment.get(s, ()), key=lambda cut: cut.sentence.start):
            before = segment.text[at : cut.sentence.start]
            if before.strip():
                segments.append(segment._replace(text=before))
                before = ""
            first, *others = cut.segments
            segments += [first._replace(text=before + first.text), *others]  # the space before goes with it
            at = cut.sentence.end
        rest = segment.text[at:]
        if rest and at and not rest.strip():
            last = segments.pop()
            segments.append(last._replace(text=last.text + rest))
        elif rest:
            segments.append(segment._replace(text=rest) if at else segment)
    return block._replace(segments=tuple(segments))

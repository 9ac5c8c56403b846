"""Sentences that stand elsewhere unchanged: shown as moved, never as struck and written again."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, MutableSequence, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from statuts.diff.places import Place, put
from statuts.language.words import APOSTROPHES, SENTENCE_ENDS, is_word, tokens
from statuts.model.redline import ArticleChange, BlockChange, BlockStatus, ChangeClass, Op, Part, Segment

_WORDS = 8
"""A sentence with fewer words may well have been written twice."""

_END = re.compile("[.!?…]")
_NO_WORD = re.compile(r"\W+")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence inside a struck or added segment: where, and its own slice of the segment's text."""

    place: Place
    segment: int
    start: int
    end: int


def link_moved_sentences(
    articles: MutableSequence[ArticleChange], differ: Sequence[Place], fresh: Callable[[], int]
) -> None:
    """Cut out a sentence both struck and added, and mark it as moved. `differ`: the alinéas that differ."""
    texts = list(_texts(articles, differ))
    left = _roughly(texts, Op.DELETE)
    if not left or left.isdisjoint(_roughly(texts, Op.INSERT)):
        return
    struck, added = _candidates(texts, Op.DELETE), _candidates(texts, Op.INSERT)
    cuts: defaultdict[Place, list[tuple[_Sentence, int]]] = defaultdict(list)
    for key, sources in struck.items():
        for source, target in zip(sources, added.get(key, ()), strict=False):
            number = fresh()
            cuts[source.place].append((source, number))
            cuts[target.place].append((target, number))
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
            if cls is wording and where is part and len(text) > _WORDS and not moved:
                yield _Text(op, text, place, s)


def _roughly(texts: Sequence[_Text], op: Op) -> set[str]:
    """Sentences split without care: where none is on both sides, no careful look is needed."""
    return {
        _NO_WORD.sub("", piece)
        for own, text, *_ in texts
        if own is op and (len(text) > 2 * _WORDS or _APOSTROPHE.search(text))  # only these grow, once apart
        for piece in _END.split(text)
        if len(piece) > 2 * _WORDS
    }


def _candidates(texts: Sequence[_Text], op: Op) -> dict[str, list[_Sentence]]:
    found: defaultdict[str, list[_Sentence]] = defaultdict(list)
    for own, text, place, s in texts:
        for key, start, end in _sentences(text) if own is op else ():
            found[key].append(_Sentence(place, s, start, end))
    return found


def _sentences(text: str) -> Iterator[tuple[str, int, int]]:
    """Key, start and end of each sentence that is long enough."""
    run = []
    found = tokens(text)
    for n, unit in enumerate(found):
        run.append(unit)
        if run[0].key == "-":
            run.clear()  # « Article 5. – La cotisation… »: the sentence begins after it
        elif unit.key in SENTENCE_ENDS or n + 1 == len(found):
            words = [u.key for u in run if is_word(u.key)]
            if len(words) >= _WORDS:
                yield " ".join(words), run[0].start, run[-1].end
            run = []


def _cut_out(block: BlockChange, cuts: Sequence[tuple[_Sentence, int]]) -> BlockChange:
    by_segment: defaultdict[int, list[tuple[_Sentence, int]]] = defaultdict(list)
    for sentence, number in cuts:
        by_segment[sentence.segment].append((sentence, number))
    segments: list[Segment] = []
    for s, segment in enumerate(block.segments):
        at = 0
        for sentence, number in sorted(by_segment.get(s, ()), key=lambda cut: cut[0].start):
            before = segment.text[at : sentence.start]
            start = sentence.start
            if not before.strip():  # the space before a sentence goes with it
                start, before = at, ""
            if before:
                segments.append(segment._replace(text=before))
            text = segment.text[start : sentence.end]
            segments.append(segment._replace(text=text, change=number, moved=True))
            at = sentence.end
        rest = segment.text[at:]
        if rest and at and not rest.strip():
            last = segments.pop()
            segments.append(last._replace(text=last.text + rest))
        elif rest:
            segments.append(segment._replace(text=rest) if at else segment)
    shown = {segment.change for segment in segments if not segment.is_separator}
    return block._replace(
        segments=tuple(
            segment._replace(change=cuts[0][1])  # a line end alone is no change: it goes with what moved
            if segment.is_separator and segment.change is not None and segment.change not in shown
            else segment
            for segment in segments
        )
    )

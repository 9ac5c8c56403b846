"""Paragraphs, headings and lists so plain that one look tells what they are: most of most statutes.

A chunk is what stands between two empty lines. It is plain where neither CommonMark nor `alineas.py` could
take it for anything else; all other chunks are read line by line, together with what hangs on them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from statuts.markdown.alineas import ITEM_MARK, MAY_HEAD
from statuts.markdown.stretches import HEADING, ITEM, OPEN_ENDED, TEXT
from statuts.model.document import BlockKind

_EMPTY_LINES = re.compile(r"(\n{2,})")
_WORDS = rf"(?!{MAY_HEAD.pattern}|{ITEM_MARK.pattern}){TEXT.pattern}"
# « Le… », « Une… »: what no heading and no mark of an item begins with, told at one look.
_A_SENTENCE = r"(?:[BD-JM-OQRU-Z]|C(?![ah])|L(?!i)|P(?![ar])|S(?![eo])|T(?![eií]))[a-zà-öø-ÿ'’][a-zà-öø-ÿ ]"
_FIRST = re.compile(
    rf"(?P<text>{_A_SENTENCE}|{_WORDS})|(?P<heading>{HEADING.pattern})|(?P<list>{ITEM.pattern})"
)
_WORDS_LINE = re.compile(_WORDS)
_ENDS_A_LIST = re.compile(f"{TEXT.pattern}|{HEADING.pattern}")
_OPENS = re.compile(f"^(?:{OPEN_ENDED.pattern})", re.MULTILINE)


# By what the first line looks like: what the chunk is where all its lines do; None: it has one line alone.
_SHAPES: dict[str | None, tuple[BlockKind, re.Pattern[str] | None]] = {
    "text": (BlockKind.PARAGRAPH, _WORDS_LINE),
    "heading": (BlockKind.HEADING, None),
    "list": (BlockKind.ITEM, ITEM),
}


Chunk = tuple[BlockKind | None, str, str]
"""Part of a source: its kind, None where it is not plain; its text; the line ends after it."""


def chunks(source: str) -> Iterable[Chunk]:
    """The chunks of `source`, which has no `\\r` and begins with no line end; not plain ones run together.

    A list is as many chunks of items as follow each other.
    """
    body = source.rstrip("\n")
    texts = body.split("\n\n")
    gaps = ["\n\n"] * (len(texts) - 1)
    kinds = _kinds(texts)
    if None in kinds and "\n\n\n" in body:  # what begins with a line end is not plain
        parts = _EMPTY_LINES.split(body)
        texts, gaps = parts[::2], parts[1::2]
        kinds = _kinds(texts)
    gaps.append(source[len(body) :])
    return _run_together(kinds, texts, gaps) if None in kinds else zip(kinds, texts, gaps, strict=True)


def _kinds(texts: Sequence[str]) -> list[BlockKind | None]:
    kinds: list[BlockKind | None] = []
    for text, first in zip(texts, map(_FIRST.match, texts), strict=True):
        kind, line = _SHAPES[first.lastgroup] if first else (None, None)
        if "\n" in text and (line is None or not all(map(line.match, text.split("\n")))):
            kind = None
        kinds.append(kind)
    return kinds


def _run_together(
    kinds: Sequence[BlockKind | None], texts: Sequence[str], gaps: Sequence[str]
) -> Iterator[Chunk]:
    """The chunks, those that are not plain as one for each run.

    A run ends where no construct of it can go on: before plain words or a heading at the margin.
    """
    item = BlockKind.ITEM  # looked up once
    at, count = 0, len(texts)
    while at < count:
        start = at
        while at < count and kinds[at] is item:  # items may stand apart
            at += 1
        if at > start and (at == count or _ENDS_A_LIST.match(texts[at])):
            yield from zip(kinds[start:at], texts[start:at], gaps[start:at], strict=True)
            continue
        at = start
        while at < count and kinds[at] in (None, item):
            # A fence or raw HTML may go on over empty lines.
            at = count if _OPENS.search(texts[at]) else at + 1
        if at == start:
            yield kinds[at], texts[at], gaps[at]
            at += 1
            continue
        run = [piece for pair in zip(texts[start:at], gaps[start:at], strict=True) for piece in pair]
        yield None, "".join(run[:-1]), run[-1]

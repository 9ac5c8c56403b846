"""Paragraphs, headings and lists so plain that one look tells what they are: most of most statutes.

A chunk is what stands between two empty lines. It is plain where neither CommonMark nor `alineas.py` could
take it for anything else; all other chunks are read line by line, together with what hangs on them.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from statuts.markdown.alineas import ITEM_MARK, MAY_HEAD
from statuts.markdown.stretches import HEADING, ITEM, OPEN_ENDED, TEXT
from statuts.model.document import BlockKind

_EMPTY_LINES = re.compile(r"(\n{2,})")
_WORDS = rf"(?!{MAY_HEAD.pattern}|{ITEM_MARK.pattern}){TEXT.pattern}"
_FIRST = re.compile(rf"(?P<heading>{HEADING.pattern})|(?P<list>{ITEM.pattern})|(?P<text>{_WORDS})")
_WORDS_LINE = re.compile(_WORDS)
_ENDS_A_LIST = re.compile(f"{TEXT.pattern}|{HEADING.pattern}")
_OPENS = re.compile(f"^(?:{OPEN_ENDED.pattern})", re.MULTILINE)


# By what the first line looks like: what the chunk is where all its lines do; None: it has one line alone.
_SHAPES: dict[str | None, tuple[BlockKind, re.Pattern[str] | None]] = {
    "text": (BlockKind.PARAGRAPH, _WORDS_LINE),
    "heading": (BlockKind.HEADING, None),
    "list": (BlockKind.ITEM, ITEM),
}


class Chunk(NamedTuple):
    """Part of a source: `text`, then `gap`, the line ends after it. `kind` is None where it is not plain."""

    kind: BlockKind | None
    text: str
    gap: str


def chunks(source: str) -> Iterator[Chunk]:
    """The chunks of `source`, which has no `\\r` and begins with no line end; not plain ones run together.

    A run of these ends where no construct of it can go on: before plain words or a heading at the margin.
    """
    body = source.rstrip("\n")
    if "\n\n\n" in body:
        parts = _EMPTY_LINES.split(body)
        texts, gaps = parts[::2], parts[1::2]
    else:
        texts = body.split("\n\n")
        gaps = ["\n\n"] * (len(texts) - 1)
    gaps.append(source[len(body) :])
    kinds = list(map(_kind, texts))
    paragraph, heading, item = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM  # looked up once
    at, count = 0, len(texts)
    while at < count:
        kind = kinds[at]
        if kind is paragraph or kind is heading:
            yield Chunk(kind, texts[at], gaps[at])
            at += 1
            continue
        start = at
        if kind is item:  # items may stand apart
            while at < count and kinds[at] is item:
                at += 1
            if at < count and not _ENDS_A_LIST.match(texts[at]):
                kind, at = None, start
        if kind is None:
            while at < count and (at == start or kinds[at] in (None, item)):
                # A fence or raw HTML may go on over empty lines.
                at = count if _OPENS.search(texts[at]) else at + 1
        if at == start + 1:
            yield Chunk(kind, texts[start], gaps[start])
            continue
        run = [piece for pair in zip(texts[start:at], gaps[start:at], strict=True) for piece in pair]
        yield Chunk(kind, "".join(run[:-1]), run[-1])


def _kind(text: str) -> BlockKind | None:
    first = _FIRST.match(text)
    if first is None:
        return None
    kind, line = _SHAPES[first.lastgroup]
    if "\n" in text and (line is None or not all(map(line.match, text.split("\n")))):
        return None
    return kind

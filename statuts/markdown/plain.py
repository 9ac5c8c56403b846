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
    kinds = [_kind(text) for text in texts]
    at, count = 0, len(texts)
    while at < count:
        kind = kinds[at]
        if kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            yield Chunk(kind, texts[at], gaps[at])
            at += 1
            continue
        start = at
        if kind is BlockKind.ITEM:  # items may stand apart
            while at < count and kinds[at] is BlockKind.ITEM:
                at += 1
            if at < count and not _ENDS_A_LIST.match(texts[at]):
                kind, at = None, start
        if kind is None:
            while at < count and (at == start or kinds[at] in (None, BlockKind.ITEM)):
                # A fence or raw HTML may go on over empty lines.
                at = count if _OPENS.search(texts[at]) else at + 1
        run = [piece for pair in zip(texts[start:at], gaps[start:at], strict=True) for piece in pair]
        yield Chunk(kind, "".join(run[:-1]), run[-1])


def _kind(text: str) -> BlockKind | None:
    first = _FIRST.match(text)
    if first is None:
        return None
    shape = first.lastgroup
    if shape == "text":
        if "\n" in text and not all(map(_WORDS_LINE.match, text.split("\n"))):
            return None
        return BlockKind.PARAGRAPH
    if shape == "heading":
        return None if "\n" in text else BlockKind.HEADING
    if "\n" in text and not all(map(ITEM.match, text.split("\n"))):
        return None
    return BlockKind.ITEM

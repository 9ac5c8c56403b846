"""What the reader of a text is told: what was kept without being understood, and what is no plain text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from statuts.model.document import Block, BlockKind, Remark
from statuts.model.message import msg

_IMAGE = re.compile(r"!\[[^\]]*\]\s*[(\[]")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:")
_LINK = re.compile(r"\s*\[[^\]]+\]:")
_kind = itemgetter(0)
_UNUSUAL = frozenset({BlockKind.HTML, BlockKind.OTHER})


def remarks_of(source: str, blocks: Sequence[Block]) -> Iterator[Remark]:
    """The remarks on the `blocks` of `source`, in their order."""
    # What most texts have not need not be looked for in every block; one sign is found faster than two.
    if "[" in source and ("![" in source or "[^" in source):
        unusual: Iterable[Block] = blocks
    elif _UNUSUAL.isdisjoint(map(_kind, blocks)):
        return
    else:
        unusual = (block for block in blocks if block.kind in _UNUSUAL)
    for block in unusual:
        yield from _remarks_on(block)


def _remarks_on(block: Block) -> Iterator[Remark]:
    line = block.line
    if block.kind is BlockKind.HTML:
        yield Remark(line, "html", msg("HTML, kept as it is and shown as text."))
    elif block.kind is BlockKind.OTHER and _LINK.match(block.body):
        yield Remark(line, "link-definition", msg("The address of a link, kept as it is."))
    elif block.kind is BlockKind.OTHER and block.body:
        message = msg("Not understood, kept as it is: “{start}”.", start=_start(block))
        yield Remark(line, "not-understood", message)
    elif block.kind is BlockKind.PARAGRAPH and _FOOTNOTE.match(block.body):
        yield Remark(line, "footnote", msg("A footnote, read as a paragraph."))
    if block.kind is not BlockKind.CODE and _IMAGE.search(block.body):
        yield Remark(line, "image", msg("An image: its address is kept, what it shows is not compared."))


def _start(block: Block) -> str:
    words = " ".join(block.body.split())
    return words if len(words) <= 40 else words[:39] + "…"

"""What the reader of a text is told: what was kept without being understood, and what is no plain text."""

import re
from collections.abc import Iterator, Sequence

from statuts.model.document import Block, BlockKind, Remark
from statuts.model.message import msg

_IMAGE = re.compile(r"!\[[^\]]*\]\s*[(\[]")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:")
_LINK = re.compile(r"\s*\[[^\]]+\]:")


def remarks_of(blocks: Sequence[Block]) -> Iterator[Remark]:
    """The remarks on `blocks`, in their order."""
    for block in blocks:
        line = block.line
        if block.kind is BlockKind.HTML:
            yield Remark(line, "html", msg("Line {line}: HTML, kept as it is and shown as text.", line=line))
        elif block.kind is BlockKind.OTHER and _LINK.match(block.body):
            yield Remark(line, "link-definition", msg("Line {line}: the address of a link, kept as it is.", line=line))
        elif block.kind is BlockKind.OTHER and block.body:
            text = msg("Line {line}: not understood, kept as it is: “{start}”.", line=line, start=_start(block))
            yield Remark(line, "not-understood", text)
        elif block.kind is BlockKind.PARAGRAPH and _FOOTNOTE.match(block.body):
            yield Remark(line, "footnote", msg("Line {line}: a footnote, read as a paragraph.", line=line))
        if block.kind is not BlockKind.CODE and _IMAGE.search(block.body):
            yield Remark(line, "image", msg("Line {line}: an image, kept as it is and not compared.", line=line))


def _start(block: Block) -> str:
    words = " ".join(block.body.split())
    return words if len(words) <= 40 else words[:39] + "…"

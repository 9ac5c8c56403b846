"""The passages of a paper as Markdown: quoted, marked, their headings put below those of the paper."""

import re
from collections.abc import Iterator
from dataclasses import replace

from statuts.markdown.links import without_odd_links
from statuts.model.document import BlockKind
from statuts.model.redline import (
    ArticleChange,
    BlockChange,
    ChangeClass,
    Op,
    Part,
    Redline,
    Segment,
    TextLabel,
)
from statuts.model.sheet import Look, Passage
from statuts.model.tracked import Piece
from statuts.render.changes import changes_of, shortened
from statuts.render.markdown import render
from statuts.tracked.strikebold_writer import write_strikebold

_SIGNS = re.compile(r"[\\`*_\[\]<>|~]|^(?=[#+-])|^(?=\d+[.)] )")
_NUMBER = re.compile(r"^\\(\d+)")


def escape(text: str) -> str:
    """`text` such that Markdown shows it as it is."""
    escaped = _SIGNS.sub(lambda match: "\\" + match[0], text)
    return _NUMBER.sub(r"\1\\", escaped)


def passage(shown: Passage, classes: frozenset[ChangeClass]) -> str:
    """A passage; quoted ones stand in a quotation, changes are marked `~~old~~ **new**`."""
    marked = shown.look in (Look.REDLINE, Look.MARKED)
    article = replace(shown.article, blocks=tuple(_releveled(block, shown) for block in shown.article.blocks))
    if marked:
        text = render(_only(article), classes)
    else:
        text = "".join(segment.text for block in article.blocks for segment in block.segments)
    text = without_odd_links(text)
    return _quoted(text) if shown.quoted else text.replace("\r\n", "\n").strip("\n")


def changes(shown: Passage, classes: frozenset[ChangeClass]) -> Iterator[str]:
    """The numbered changes, since a redline in Markdown has no margin: « C1 – ~~neutre~~ **apartisan** »."""
    for change in changes_of([shown.article], classes):
        pieces = [
            Piece(op, shortened(text)) for op, text in ((Op.DELETE, change.old), (Op.INSERT, change.new))
        ]
        said = write_strikebold([piece for piece in pieces if piece.text])
        yield f"C{change.number} – {said}" if said else f"C{change.number}"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.replace("\r\n", "\n").strip("\n").split("\n"))


def _only(article: ArticleChange) -> Redline:
    return Redline(TextLabel("", ""), TextLabel("", ""), (article,))


def _releveled(block: BlockChange, shown: Passage) -> BlockChange:
    if block.kind is not BlockKind.HEADING:
        return block
    words = tuple(segment for segment in block.segments if segment.part is Part.TEXT)
    level = min(shown.level_of(block.depth), 6)
    lead, tail = Segment(Op.EQUAL, "#" * level + " ", Part.LEAD), Segment(Op.EQUAL, "\n\n", Part.TAIL)
    return block._replace(segments=(lead, *words, tail))

"""The texts inside a paper, as Markdown: quoted, marked, their headings put below those of the paper."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import jinja2

from statuts.markdown.read import read
from statuts.model.document import Block, BlockKind, Section
from statuts.model.redline import (
    ArticleChange,
    BlockChange,
    Op,
    Part,
    Redline,
    Segment,
    TextLabel,
)
from statuts.model.tracked import Piece
from statuts.papers.setting import in_place
from statuts.render.filtering import DEFAULT
from statuts.render.markdown import render
from statuts.tracked.strikebold_writer import write_strikebold

_QUOTED_HEADING = 4
_SIGNS = re.compile(r"[\\`*_\[\]<>|~]|^(?=[#+-])|^(?=\d+[.)] )")
_NUMBER = re.compile(r"^\\(\d+)")
_LONGEST = 16  # words of a change that the list of changes still gives in full


class Markdown(str):
    """Text that is Markdown already: put into a template as it is, while any other is escaped."""

    __slots__ = ()


def markdown_templates(templates: jinja2.Environment) -> jinja2.Environment:
    """The same templates, escaping for Markdown what they are given, as HTML ones escape for HTML."""
    return templates.overlay(autoescape=False, finalize=_finalized)


def _finalized(value: object) -> object:
    return escape(value) if isinstance(value, str) and not isinstance(value, Markdown) else value


def escape(text: str) -> str:
    """`text` such that Markdown shows it as it is."""
    escaped = _SIGNS.sub(lambda match: "\\" + match[0], text)
    return _NUMBER.sub(r"\1\\", escaped)


class MarkdownSetter:
    """Sets texts as Markdown; the counterpart of the setter for HTML."""

    def quoted(self, section: Section) -> Markdown:
        """A part of a text, in a quotation."""
        return Markdown(_quoted(_text(section.blocks, _QUOTED_HEADING)))

    def redline(self, article: ArticleChange) -> Markdown:
        """A part of a text with its changes marked `~~old~~ **new**`, in a quotation."""
        alone = in_place(article)
        blocks = tuple(_releveled(block) for block in alone.blocks)
        return Markdown(_quoted(render(_only(replace(alone, blocks=blocks)), DEFAULT)))

    def changes(self, article: ArticleChange) -> tuple[Markdown, ...]:
        """The numbered changes of a part, one line each: « C1 – ~~neutre~~ **apartisan** »."""
        return tuple(Markdown(line) for line in _changes(in_place(article)))

    def prose(self, source: str) -> Markdown:
        """The author's own Markdown."""
        blocks = [block for section in read(source).sections for block in section.blocks]
        return Markdown(_text(blocks, _QUOTED_HEADING).strip("\n"))

    def whole(self, section: Section, level: int) -> Markdown:
        """A part of a consolidated text, its heading at `level`."""
        return Markdown(_text(section.blocks, level).strip("\n"))


def _text(blocks: Iterable[Block], level: int) -> str:
    parts = []
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            parts.append(f"{'#' * min(level, 6)} {' '.join(block.body.split())}\n\n")
        elif block.kind is not BlockKind.FRONT_MATTER:
            parts.append(block.raw)
    return "".join(parts).replace("\r\n", "\n")


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.replace("\r\n", "\n").strip("\n").split("\n"))


def _only(article: ArticleChange) -> Redline:
    return Redline(TextLabel("", ""), TextLabel("", ""), (article,))


def _releveled(block: BlockChange) -> BlockChange:
    if block.kind is not BlockKind.HEADING:
        return block
    words = tuple(segment for segment in block.segments if segment.part is Part.TEXT)
    lead, tail = (
        Segment(Op.EQUAL, "#" * _QUOTED_HEADING + " ", Part.LEAD),
        Segment(Op.EQUAL, "\n\n", Part.TAIL),
    )
    return block._replace(segments=(lead, *words, tail))


def _changes(article: ArticleChange) -> Iterator[str]:
    if article.old is None or article.new is None:
        return  # one number for the whole article
    found: dict[int, list[Segment]] = {}
    for block in article.blocks:
        for segment in block.segments:
            if segment.change is not None and segment.part is Part.TEXT and segment.cls in DEFAULT:
                found.setdefault(segment.change, []).append(segment)
    for number, segments in sorted(found.items()):
        pieces = [Piece(op, _short(segments, op)) for op in (Op.DELETE, Op.INSERT)]
        yield f"C{number} – " + write_strikebold([piece for piece in pieces if piece.text])


def _short(segments: Sequence[Segment], op: Op) -> str:
    words = " ".join(segment.text for segment in segments if segment.op is op).split()
    if len(words) > _LONGEST:
        words = [*words[: _LONGEST // 2], "[…]", *words[-_LONGEST // 4 :]]
    return " ".join(words)

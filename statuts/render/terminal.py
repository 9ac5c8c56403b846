"""The redline for a terminal: numbers and bars in the margin, only what changed unless all is asked for."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from unicodedata import east_asian_width

from statuts.diff.statistics import statistics
from statuts.language.invisible import named
from statuts.model.document import BlockKind
from statuts.model.message import Message, msg, msgn
from statuts.model.redline import (
    FOLDED,
    OF_THE_NUMBER,
    ArticleChange,
    Author,
    BlockChange,
    BlockStatus,
    ChangeClass,
    Op,
    Part,
    Redline,
    Segment,
)
from statuts.render import summary
from statuts.render.article_tags import tags_of
from statuts.render.author_moves import MOVED, moves_by_authors
from statuts.render.filtering import visible
from statuts.render.items import marks_of

Say = Callable[[Message], str]

_RESET = "\x1b[0m"
_STYLES = {Op.DELETE: "\x1b[31;9m", Op.INSERT: "\x1b[34;4m", Op.EQUAL: ""}
_MARKS = {Op.DELETE: ("[-", "-]"), Op.INSERT: ("{+", "+}"), Op.EQUAL: ("", "")}
# Of three texts, what the sub-amendment does has double marks.
_MARKS_SUB = {Op.DELETE: ("[--", "--]"), Op.INSERT: ("{++", "++}"), Op.EQUAL: ("", "")}
_STYLES_SUB = {Op.DELETE: "\x1b[35;9m", Op.INSERT: "\x1b[36;4m", Op.EQUAL: ""}
# A sentence that moved, where it left and where it came: green, as lawyers' redlines show it.
_STYLES_MOVED = {Op.DELETE: "\x1b[32;9m", Op.INSERT: "\x1b[32;4m", Op.EQUAL: ""}
_MARKS_MOVED = {Op.DELETE: ("[>", ">]"), Op.INSERT: ("{>", ">}"), Op.EQUAL: ("", "")}
_MARKS_SUB_MOVED = {Op.DELETE: ("[>>", ">>]"), Op.INSERT: ("{>>", ">>}"), Op.EQUAL: ("", "")}
_SPACES = re.compile(r"[ \t\r\n]+")
# No line begins with a sign that belongs to the word before, nor breaks an amount.
_HELD = re.compile(r" (?=[;:!?»€%])|(?<=«) |(?<=\d) (?=\d{3}(?!\d))")
_BOLD, _DIM = "\x1b[1m", "\x1b[2m"
_MARGIN = 8


@dataclass(frozen=True, slots=True)
class Screen:
    """What is known of the terminal: columns, colours; and whether unchanged articles are wanted."""

    width: int = 80
    colours: bool = False
    full: bool = False


def render(redline: Redline, shown: frozenset[ChangeClass], screen: Screen, say: Say) -> str:
    """The redline as lines of at most `screen.width` columns."""
    figures = statistics(redline)
    texts = [redline.old, *([redline.proposed] if redline.proposed else []), redline.new]
    lines = [_paint(" → ".join(text.label for text in texts), _BOLD, screen)]
    lines.append(say(summary.headline(figures)))
    lines += map(say, _legend(redline))
    details = [*summary.words(figures), *summary.articles(figures)]
    if details:
        lines.append(", ".join(map(say, details)))
    if folded := summary.folded(figures, shown):
        lines.append(say(msg("Folded away (--show all to see it): {what}", what=", ".join(map(say, folded)))))
    lines += [say(note) for note in redline.notes]
    lines.append("")
    for article in redline.articles:
        lines += _article(article, shown, screen, say)
    return "\n".join(lines).rstrip("\n") + "\n"


def _legend(redline: Redline) -> list[Message]:
    """The marks that not everybody knows, where they are used."""
    legend = []
    if redline.proposed:
        legend.append(msg("[-…-] {{+…+}}: the proposal; [--…--] {{++…++}}: the sub-amendment."))
    if any(segment.moved for block in redline.blocks() for segment in block.segments):
        legend.append(
            msg("[>…>] {{>…>}}: a sentence or a column that moved, where it left and where it came.")
        )
    return legend


def _article(
    article: ArticleChange, shown: frozenset[ChangeClass], screen: Screen, say: Say
) -> Iterator[str]:
    differs = [_differs(block, shown) for block in article.blocks]
    if not screen.full and not any(differs):
        return
    only_number = _only_renumbered(article)
    number = f"  {_numbers(article.blocks[0])}" if only_number else ""
    yield _paint(_heading(article, say) + number, _BOLD, screen)
    skipped = table = 0
    said: frozenset[int] = frozenset()
    for block, changed in zip(article.blocks, differs, strict=True):
        if block.group != table or not block.group:
            said, table = frozenset(), block.group if block.kind is BlockKind.ROW else 0
        near = changed or screen.full
        if block.kind is BlockKind.HEADING and (not changed or only_number):
            continue
        if not near:
            skipped += 1
            continue
        if skipped:
            yield from _skipped(skipped, screen, say)
            skipped = 0
        if screen.full or not (table and _is_said(block, said, shown)):
            yield from _block(block, shown, screen, say, said)
        if table:  # what spans the rows of a table is a column: its number stands once
            said |= frozenset(block.changes)
    if skipped:
        yield from _skipped(skipped, screen, say)
    yield ""


def _is_said(block: BlockChange, said: frozenset[int], shown: frozenset[ChangeClass]) -> bool:
    """A table's line of dashes that differs only where its header does."""
    own = any(s.change is None and s.cls in shown for s in block.segments)
    return block.kind is BlockKind.RULE and said >= set(block.changes) and not own


def _only_renumbered(article: ArticleChange) -> bool:
    """The heading's line says it all: « Article 11 – Affiliation [renuméroté (ancien article 10)] »."""
    if OF_THE_NUMBER.isdisjoint(article.statuses) or article.blocks[0].kind is not BlockKind.HEADING:
        return False
    return all(s.cls in (None, ChangeClass.REFERENCE) or s.cls in FOLDED for s in article.blocks[0].segments)


def _skipped(count: int, screen: Screen, say: Say) -> Iterator[str]:
    text = say(msgn("… {count} paragraph unchanged", "… {count} paragraphs unchanged", count))
    yield " " * _MARGIN + _paint(text, _DIM, screen)


def _heading(article: ArticleChange, say: Say) -> str:
    label = article.shown.label or say(msg("Before the first article"))
    what = ", ".join(map(say, tags_of(article)))
    return f"{label}  [{what}]" if what else label


def _differs(block: BlockChange, shown: frozenset[ChangeClass]) -> bool:
    if block.move is not None or BlockStatus.SPLIT in block.statuses:
        return True
    return any(s.cls in shown and not s.is_separator for s in block.segments)


def _block(
    block: BlockChange, shown: frozenset[ChangeClass], screen: Screen, say: Say, said: frozenset[int]
) -> Iterator[str]:
    notes = list(map(say, moves_by_authors(block)))
    notes += [
        say(summary.BLOCK_STATUS_NAMES[s])
        for s in block.statuses
        if s in summary.BLOCK_STATUS_NAMES and not (notes and s in MOVED)
    ]
    if notes:
        yield " " * _MARGIN + _paint(f"({', '.join(notes)})", _DIM, screen)
    if BlockStatus.MOVED_FROM in block.statuses:
        segments = [Segment(Op.EQUAL, s.text, s.part) for s in block.segments]
    else:
        segments = list(visible(block.segments, shown))
    numbers = _numbers(block, said)
    indent = "  " * max(block.depth - 1, 0)
    before, mark = marks_of(segments) if block.kind is BlockKind.ITEM else ("", "")
    blank = indent
    if mark:
        signs = 0 if screen.colours or not before else 8
        blank += " " * (_columns(before + mark) + signs + 1)
        indent += _struck(before, mark, screen) + " "
    width = screen.width - _MARGIN - len(blank) - 2
    bar = "│ " if _differs(block, shown) else "  "
    for k, line in enumerate(_wrapped(segments, max(width, 20), screen)):
        margin = (numbers if k == 0 else "").rjust(_MARGIN - 1) + " "
        yield margin + bar + (blank if k else indent) + line


def _struck(before: str, mark: str, screen: Screen) -> str:
    """A mark that follows another one: « [-b)-]{+c)+} »."""
    if not before:
        return mark
    return "".join(
        _paint(text, _STYLES[op], screen) if screen.colours else f"{_MARKS[op][0]}{text}{_MARKS[op][1]}"
        for op, text in ((Op.DELETE, before), (Op.INSERT, mark))
    )


def _numbers(block: BlockChange, said: frozenset[int] = frozenset()) -> str:
    changes = [number for number in block.changes if number not in said]
    if not changes:
        return ""
    return f"C{changes[0]}" if len(changes) == 1 else f"C{changes[0]}–{changes[-1]}"


def _wrapped(segments: list[Segment], width: int, screen: Screen) -> Iterator[str]:
    """Greedy filling; colours are closed at the end of a line and opened again on the next."""
    line: list[str] = []
    used = 0
    for style, word in _pieces(segments, screen):
        length = _columns(word)
        if line and used + length > width and word.strip():
            yield "".join(line).rstrip()
            line, used = [], 0
        if not line:
            word = word.lstrip(" ")  # noqa: PLW2901 - a line does not begin with a space
            length = _columns(word)
        line.append(f"{style}{word}{_RESET}" if style and word else word)
        used += length
    if line:
        yield "".join(line).rstrip()


def _pieces(segments: list[Segment], screen: Screen) -> Iterator[tuple[str, str]]:
    """Words and the spaces between them, each with its style; marks are glued to the words they enclose."""
    for op, moved, by, text in _runs(segments):
        sub = by in (Author.SUBAMENDMENT, Author.BOTH)
        if moved:
            marks, styles = _MARKS_SUB_MOVED if sub else _MARKS_MOVED, _STYLES_MOVED
        else:
            marks, styles = (_MARKS_SUB, _STYLES_SUB) if sub else (_MARKS, _STYLES)
        opening, closing = ("", "") if screen.colours else marks[op]
        style = styles[op] if screen.colours else ""
        core = text.strip()
        if text[: len(text) - len(text.lstrip())] and core:
            yield "", " "
        if core:
            shown = named(_HELD.sub("\u00a0", _SPACES.sub(" ", core)))
        else:
            shown = "¶" if "\n" in text and op is not Op.EQUAL else text
        for k, word in enumerate(f"{opening}{shown}{closing}".split(" ")):
            if k:
                yield style, " "
            if word:
                yield style, word
        if core and text[len(text.rstrip()) :]:
            yield "", " "


def _runs(segments: list[Segment]) -> Iterator[tuple[Op, bool, Author | None, str]]:
    """The words of an alinéa, neighbours of the same fate joined."""
    words = (s for s in segments if s.part is Part.TEXT)
    for fate, run in groupby(words, key=lambda s: (s.op, s.moved, s.by)):
        yield *fate, "".join(s.text for s in run)


def _columns(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def _paint(text: str, style: str, screen: Screen) -> str:
    return f"{style}{text}{_RESET}" if screen.colours else text

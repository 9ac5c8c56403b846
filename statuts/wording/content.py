"""What an act quotes, as Markdown in the manner of the text it goes into: dashes, numbers, headings."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from statuts.language.numbering import find_number, normal_form
from statuts.markdown.alineas import ITEM_MARK
from statuts.model.document import BlockKind
from statuts.wording.levels import Sort, mark_key, sort_of
from statuts.wording.outline import Alinea, Outline, Portion

# A printer's marks for lists in lists; each stands for whatever mark the text itself uses there.
DASHES = "–•◦▪"
_DEPTH = {"–": 1, "—": 1, "-": 1, "*": 1, "+": 1, "•": 2, "◦": 3, "▪": 4}
_HEAD = re.compile(r"(?:#{1,6} +)?\*{0,2}art(?:icle|\.)?[ \u00a0\u202f]*", re.IGNORECASE)
_AFTER_NUMBER = re.compile(
    r"\*{0,2}[ \u00a0\u202f]*[.:]?\*{0,2}[ \u00a0\u202f]*(?:[–—-]\*{0,2}[ \u00a0\u202f]*)?"
)
_PLAIN_SPACES = str.maketrans("\u00a0\u202f", "  ")
_INNER_HEADING = re.compile(r"#{1,6}[ \t]+\S")


class Line(NamedTuple):
    """One quoted alinéa: how it begins in the source, its words, what kind of block it is."""

    kind: BlockKind
    lead: str
    words: str

    @property
    def markdown(self) -> str:
        """The block itself, without a line end."""
        return self.lead + self.words


def line_of(text: Outline, near: Portion | None, quoted: str) -> Line:
    """The block that a quoted alinéa makes, in the manner of the portion it goes into."""
    if quoted.startswith("|"):
        return Line(BlockKind.ROW, "", quoted)
    if quoted.startswith(">"):
        return Line(BlockKind.QUOTE, "", quoted)
    if _INNER_HEADING.match(quoted):
        return Line(BlockKind.HEADING, "", quoted)
    marked = ITEM_MARK.match(quoted)
    if marked is None:
        return Line(BlockKind.PARAGRAPH, "", quoted)
    mark, words = marked[0].strip(" \t\u00a0\u202f"), quoted[marked.end() :]
    return Line(BlockKind.ITEM, _lead(text, near, mark), words)


def _lead(text: Outline, near: Portion | None, mark: str) -> str:
    """What stands before the words of an item so marked: as in this portion, else elsewhere in the text."""
    sort = sort_of(mark)
    for portion in _from(text, near):
        for alinea in portion.alineas:
            if (
                alinea.kind is BlockKind.ITEM
                and alinea.mark
                and sort_of(alinea.mark) is sort
                and not alinea.run_in
            ):
                if sort is Sort.DASH and _depth(text, mark) != alinea.depth:
                    continue
                lead = text.source[alinea.lead : alinea.start]
                if sort is Sort.DASH:
                    return lead
                if _form(alinea.mark) == _form(mark):
                    return lead.replace(alinea.mark, mark, 1)
    if sort is Sort.DASH:
        return "  " * (_depth(text, mark) - 1) + "- "
    return mark + " "


def _from(text: Outline, near: Portion | None) -> tuple[Portion, ...]:
    """The portions whose manner counts: the near one first."""
    return text.portions if near is None else (near, *text.portions)


def _form(mark: str) -> str:
    """A mark without its number: `1.` and `12.` have one form, `1°` and `1)` others."""
    return mark.replace(mark_key(mark), "#", 1)


def _depth(text: Outline, mark: str) -> int:
    level = _DEPTH.get(mark, 1)
    if level > 1 and any(
        a.mark == mark and a.depth == 1 for portion in text.portions for a in portion.alineas
    ):
        return 1
    return level


def printed_mark(alinea: Alinea) -> str:
    """How a printer would mark an item, with the space after it; empty for what is none."""
    if alinea.kind is not BlockKind.ITEM or not alinea.mark:
        return ""
    if alinea.is_dash:
        return DASHES[min(max(alinea.depth, 1), len(DASHES)) - 1] + " "
    return alinea.mark + " "


def assembled(text: Outline, near: Portion | None, lines: Sequence[Line]) -> str:
    """The blocks one below the other, without the last line end."""
    pieces: list[str] = []
    for k, line in enumerate(lines):
        if k:
            pieces.append(between(text, near, lines[k - 1].kind, line.kind))
        pieces.append(line.markdown)
    return "".join(pieces)


def between(text: Outline, near: Portion | None, first: BlockKind, second: BlockKind) -> str:
    """The line ends between two blocks: items stand as close as this text sets them."""
    if first is second is BlockKind.ITEM:
        return item_gap(text, near)
    return text.newline * 2


def item_gap(text: Outline, near: Portion | None) -> str:
    """What parts two items of a list in this portion, else elsewhere in the text."""
    for portion in _from(text, near):
        for one, other in zip(portion.alineas, portion.alineas[1:], strict=False):
            if one.kind is other.kind is BlockKind.ITEM:
                tail = text.source[one.end : one.tail_end]
                return text.newline * (2 if tail.count("\n") > 1 or tail.count("\r") > 1 else 1)
    return text.newline


class Head(NamedTuple):
    """« Art. 9 bis. – » at the head of what is quoted: its number, and what follows on the same line."""

    number: str
    rest: str


def head_of(quoted: str) -> Head | None:
    """The head of an article that a quoted alinéa begins with, if it does; it may be bold, or a heading."""
    word = _HEAD.match(quoted)
    if word is None:
        return None
    clean = quoted.translate(_PLAIN_SPACES)
    number = find_number(clean, word.end())
    if number is None or not normal_form(number.written):
        return None
    gap = _AFTER_NUMBER.match(quoted, number.end)
    end = gap.end() if gap else number.end
    if end == number.end and quoted[end:].strip():
        return None
    rest = quoted[end:].strip()
    return Head(number.written, rest if rest.strip("*_") else "")


def article_heading(text: Outline, like: Portion | None, number: str, title: str) -> tuple[str, bool]:
    """The heading of a new article in the manner of another; and whether its text follows on that line."""
    if like is None or like.heading is None:
        label = " – ".join(part for part in (f"Article {number}" if number else "", title) if part)
        return f"## {label}", False
    heading = like.section.heading
    assert heading is not None
    low, high = like.heading
    lead = "" if heading.run_in else text.source[like.start : low]
    body = text.source[low:high]
    if like.number is None:
        return lead + (title or (f"Article {number}" if number else "")), False
    first, last = like.number[0] - low, like.number[1] - low
    if not number:
        return (lead + title, False) if not heading.run_in else (f"**{title}**", False)
    if heading.run_in:
        return _run_in_label(body, first, last, like, low, number, title), True
    after = body[last : heading.label_end]
    if like.title is None:
        closing = body[heading.label_end :] or body[len(body.rstrip("*_")) :]
        after = after[: len(after) - len(closing)] if closing and after.endswith(closing) else after
    else:
        closing = body[like.title[1] - low :]
    sign = after if after.strip() and like.title is not None else " – "
    return lead + body[:first] + number + (sign + title if title else "") + closing, False


def _run_in_label(body: str, first: int, last: int, like: Portion, low: int, number: str, title: str) -> str:
    after = body[last:]
    if like.title is not None:
        begin, end = like.title[0] - low - last, like.title[1] - low - last
        after = after[:begin] + title + after[end:] if title else after[:begin].rstrip(" –—-:") + after[end:]
    elif title:
        after = f" – {title}" + after
    return body[:first] + number + after

"""Which headings of a text head an article, a division, the text itself; and which only a passage."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from statuts.markdown.alineas import heads_a_text
from statuts.markdown.blocks import Reading
from statuts.markdown.cuts import PSEUDO
from statuts.markdown.labels import Label, LabelKind, read_label
from statuts.model.document import Block, BlockKind, SectionKind

_NAMES_A_TEXT = re.compile(
    r"\W*(?:(?:projet|proposition) de )?"
    r"(?:statuts|r[èe]glement|charte|pacte|bylaws|constitution|satzung|estatuts?)\b",
    re.IGNORECASE,
)
_LONGEST_TITLE = 120
_HEADING, _ARTICLE = BlockKind.HEADING, LabelKind.ARTICLE  # looked up once: every heading asks for them


class Head(NamedTuple):
    """A block that may head a section: its place among the blocks, its level, its label.

    `has_text` tells that text stands directly below it, before any other heading.
    """

    place: int
    level: int
    label: Label
    run_in: bool
    has_text: bool


def settle(reading: Reading) -> Reading:
    """The same reading, once what stands around its headings is known.

    `**Art. 4** La durée est illimitée` is taken for a title as long as text follows; where none does,
    these words are the text. A first line that names a text (« STATUTS DE… ») is its title.
    """
    blocks, levels, candidates = reading
    settled, left = list(blocks), dict(levels)
    for index, level in levels.items():
        block = blocks[index]
        if level == PSEUDO and block.body[:1] in ("*", "_"):
            below = blocks[index + 1] if index + 1 < len(blocks) else None
            has_text = below is not None and index + 1 not in levels and not heads_a_text(below.body)
            label = read_label(block.body)
            if not has_text and label.kind is LabelKind.ARTICLE and block.body[label.end :]:
                settled[index] = block._replace(kind=BlockKind.PARAGRAPH, depth=0)
                del left[index]
    first = next((i for i, block in enumerate(blocks) if block.kind is not BlockKind.FRONT_MATTER), None)
    if first is not None and len(blocks) > first + 1 and _is_title_line(blocks[first]):
        settled[first] = blocks[first]._replace(kind=BlockKind.HEADING)
        left[first] = PSEUDO
        candidates = sorted({first, *candidates})
    return Reading(settled, left, candidates)


def _is_title_line(block: Block) -> bool:
    words = block.body.strip("*_ ")
    return (
        block.kind is BlockKind.PARAGRAPH
        and len(words) <= _LONGEST_TITLE
        and not re.search(r"[\r\n]|[.,;:]\Z", words)
        and _NAMES_A_TEXT.match(words) is not None
    )


def find_heads(reading: Reading) -> tuple[Head, ...]:
    """The headings of the top level, and the paragraphs that open with an article's label."""
    heads = []
    blocks, levels, candidates = reading
    for index in candidates:
        block = blocks[index]
        if block.kind is _HEADING and index in levels:
            has_text = index + 1 < len(blocks) and blocks[index + 1].kind is not _HEADING
            heads.append(Head(index, levels[index], read_label(block.body), False, has_text))
        elif block.kind is BlockKind.PARAGRAPH and not block.depth and (label := heads_a_text(block.body)):
            heads.append(Head(index, PSEUDO, label, True, True))
    return tuple(heads)


def classify(heads: Sequence[Head], blocks: Sequence[Block]) -> tuple[tuple[Head, SectionKind], ...]:
    """The heads of sections with their kind; a heading deeper than the articles' is left out.

    No division is given a level below that of articles, whatever its author's sign was.
    """
    labelled = [head for head in heads if head.label.kind is _ARTICLE]
    level = _article_level(heads, labelled)
    article = SectionKind.ARTICLE
    found: list[tuple[Head, SectionKind]] = []
    opened: Head | None = None  # the article a sub-article would belong to
    for place, head in enumerate(heads):
        if _is_sub_article(head, opened):
            continue
        kind = _kind(head, level, bool(labelled))
        if place == 0 and _is_title(head, kind, heads, blocks):
            kind = SectionKind.TITLE
        if kind is not None:
            above = head if kind is article else head._replace(level=min(head.level, level))
            found.append((above, kind))
            opened = head if kind is article else None
    return tuple(found)


def _article_level(heads: Sequence[Head], labelled: Sequence[Head]) -> int:
    """The level most articles stand at; where nothing is labelled, that of most headings with text below."""
    if labelled:
        whole = [head for head in labelled if "." not in head.label.key] or labelled
        counts = Counter(head.level for head in whole)
    else:
        plain = [h for h in heads if h.label.kind not in (LabelKind.PREAMBLE, LabelKind.ANNEX)] or heads
        counts = Counter(head.level for head in plain if head.has_text) or Counter(
            [max((head.level for head in plain), default=1)]
        )
    return min(counts, key=lambda level: (-counts[level], level))


def _is_sub_article(head: Head, opened: Head | None) -> bool:
    """`### Article 5.1` below `## Article 5` is a passage of it; `### Article 5 bis` is an article."""
    if opened is None or head.label.kind is not _ARTICLE or head.level <= opened.level:
        return False
    parent = opened.label.key
    return bool(parent) and re.match(re.escape(parent) + r"[.-]\d", head.label.key) is not None


def _kind(head: Head, level: int, labelled: bool) -> SectionKind | None:
    deeper = head.level > level
    match head.label.kind:
        case LabelKind.ARTICLE:
            return SectionKind.ARTICLE
        case LabelKind.PREAMBLE if not deeper or head.level == PSEUDO:
            return SectionKind.PREAMBLE
        case LabelKind.ANNEX if not deeper or head.level == PSEUDO:
            return SectionKind.ANNEX
        case LabelKind.DIVISION if not deeper or labelled:
            return SectionKind.DIVISION
        case LabelKind.SECTION if head.level == level and labelled and not head.run_in:
            return SectionKind.DIVISION
    if deeper:
        return None
    return SectionKind.ARTICLE if head.level == level else SectionKind.DIVISION


def _is_title(head: Head, kind: SectionKind | None, heads: Sequence[Head], blocks: Sequence[Block]) -> bool:
    """Does the first heading name the whole text?"""
    if head.label.kind is not LabelKind.NONE or (kind is None and head.level != PSEUDO):
        return False
    if _NAMES_A_TEXT.match(blocks[head.place].body):
        return True
    return kind is SectionKind.DIVISION and all(other.level != head.level for other in heads[1:])

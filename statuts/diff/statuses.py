"""What happened to an article, from its two sides and the alinéas between them."""

from collections.abc import Iterator, Sequence

from statuts.diff.heads import same_sort
from statuts.diff.section_keys import number_key
from statuts.diff.titles import retitled, titled_below
from statuts.markdown.labels import read_label
from statuts.model.document import Section
from statuts.model.redline import FOLDED, ArticleStatus, BlockChange, BlockStatus, Op, Part, Side

_BOTH = Side.BOTH  # looked up once: most blocks need nothing else


def article_statuses(
    old: Section, new: Section, edited: Sequence[tuple[int, BlockChange]], moved: bool
) -> tuple[ArticleStatus, ...]:
    """The statuses of an article that both texts have, several at once, `UNCHANGED` alone.

    `edited` holds the alinéas that differ, and the place of each.
    """
    statuses: list[ArticleStatus] = []
    if moved:
        statuses.append(ArticleStatus.MOVED)
    below = titled_below(old, new)
    if old.heading is not new.heading or below:
        statuses += heading_statuses(old, new)
    headed = new.heading is not None and not new.heading.run_in
    text = 1 + below if headed else 0  # the first alinéa that is no heading
    if any(_is_modified(block, _head_ends(old, new, k)) for k, block in edited if k >= text):
        statuses.append(ArticleStatus.MODIFIED)
    return tuple(statuses) or (ArticleStatus.UNCHANGED,)


def heading_statuses(old: Section, new: Section) -> Iterator[ArticleStatus]:
    """What happened to the number and to the title."""
    before, after = number_key(old), number_key(new)
    if before != after:
        if before and after:
            yield ArticleStatus.RENUMBERED
        else:
            yield ArticleStatus.NUMBERED if after else ArticleStatus.UNNUMBERED
    if retitled(old, new) or not same_sort(read_label(old.label), read_label(new.label)):
        yield ArticleStatus.RETITLED


def _head_ends(old: Section, new: Section, k: int) -> tuple[int, int]:
    """Where the heads end that the text of the first alinéa follows on the same line."""
    if k:
        return 0, 0
    before, after = (section.heading.label_end if section.heading else 0 for section in (old, new))
    return before, after


def _is_modified(block: BlockChange, head_ends: tuple[int, int]) -> bool:
    if block.move is not None or (block.side is not _BOTH and BlockStatus.UNCHANGED not in block.statuses):
        return True
    if head_ends == (0, 0):
        return any(segment.cls is not None and segment.cls not in FOLDED for segment in block.segments)
    at_old = at_new = 0
    head_old, head_new = head_ends
    for segment in block.segments:
        is_words = segment.part is Part.TEXT
        own = len(segment.text) if is_words and segment.op is not Op.INSERT else 0
        other = len(segment.text) if is_words and segment.op is not Op.DELETE else 0
        if segment.cls is not None and segment.cls not in FOLDED:
            begins_after = at_new >= head_new if segment.op is Op.INSERT else at_old >= head_old
            if begins_after or (own and at_old + own > head_old) or (other and at_new + other > head_new):
                return True
        at_old += own
        at_new += other
    return False

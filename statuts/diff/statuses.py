"""What happened to an article, from its two sides and the alinéas between them."""

from collections.abc import Iterator, Sequence

from statuts.diff.section_keys import number_key
from statuts.diff.titles import retitled
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
    if old.heading is not new.heading:
        statuses += heading_statuses(old, new)
    headed = new.heading is not None and not new.heading.run_in
    if any(_is_modified(block, k == 0, new) for k, block in edited if k or not headed):
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
    if retitled(old, new):
        yield ArticleStatus.RETITLED


def _is_modified(block: BlockChange, is_run_in: bool, section: Section) -> bool:
    if block.move is not None or (block.side is not _BOTH and BlockStatus.UNCHANGED not in block.statuses):
        return True
    at = 0
    label_end = section.heading.label_end if is_run_in and section.heading else 0
    for segment in block.segments:
        if segment.cls is not None and segment.cls not in FOLDED and at >= label_end:
            return True
        if segment.op is not Op.DELETE and segment.part is Part.TEXT:
            at += len(segment.text)
    return False

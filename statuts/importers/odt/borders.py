"""Borders between paragraphs that are tracked: whose end comes or goes, and what a joined paragraph is."""

from collections.abc import Callable, Iterator

from statuts.importers.odt.drafts import KEPT, Block, Draft, DraftTable
from statuts.model.redline import Op


def settled(blocks: list[Block]) -> list[Block]:
    """The blocks with each tracked end at the paragraph that comes or goes whole.

    OpenDocument tracks the border between two paragraphs, and the first keeps its style while it keeps
    any word. Where the one after it comes or goes whole, it is its own end that does.
    """
    found: list[Block] = []
    chain: list[Block] = []
    for block in blocks:
        chain.append(block)
        if isinstance(block, Draft):
            if block.mark == KEPT:
                found += _settled(chain)
                chain = []
        elif not _joins_over(chain):
            found += [*_settled(chain[:-1]), block]
            chain = []
    return [*found, *_settled(chain)]


def _joins_over(chain: list[Block]) -> bool:
    """Whether the table at the end of the chain comes or goes with the border it stands on."""
    table = chain[-1]
    before = chain[-2] if len(chain) > 1 else None
    while isinstance(before, DraftTable):
        before = chain[chain.index(before) - 1] if chain.index(before) else None
    assert isinstance(table, DraftTable)
    return isinstance(before, Draft) and all(row.op is before.mark.op for row in table.rows)


def _settled(chain: list[Block]) -> list[Block]:
    """Paragraphs between which all borders are tracked; the tables among them come or go as well."""
    drafts = list(_merged([block for block in chain if isinstance(block, Draft)]))
    if drafts and drafts[-1].mark != KEPT:
        _stay(drafts)
    for rule in (_shift, _follow):
        _each_fate(drafts, rule)
    kept = {id(draft) for draft in drafts}
    return [block for block in chain if not isinstance(block, Draft) or id(block) in kept]


def _merged(chain: list[Draft]) -> Iterator[Draft]:
    """Two paragraphs whose border stands in neither text are one."""
    waiting: Draft | None = None
    for draft in chain:
        now = draft
        if waiting is not None and waiting.runs:
            waiting.runs, waiting.mark = [*waiting.runs, *draft.runs], draft.mark
            now = waiting
        waiting = now if now.mark.gone else None
        if waiting is None:
            yield now
    if waiting is not None and waiting.runs:
        waiting.mark = KEPT
        yield waiting


def _stay(drafts: list[Draft]) -> None:
    """Nothing comes after these paragraphs: the last that keeps words keeps its end."""
    op = drafts[-1].mark
    for draft in reversed(drafts):
        if draft.mark.op is not op.op:
            return
        if draft.survives(op.op):
            draft.mark = KEPT
            return


def _each_fate(drafts: list[Draft], rule: Callable[[list[Draft], Op], None]) -> None:
    """Applies a rule to each stretch of paragraphs that are one in one of the texts."""
    start = 0
    for end, draft in enumerate(drafts):
        op = drafts[start].mark.op
        if draft.mark.op is Op.EQUAL or draft.mark.op is not op:
            if end > start:
                rule(drafts[start : end + 1], op)
            start = end + (draft.mark.op is Op.EQUAL)


def _shift(joined: list[Draft], op: Op) -> None:
    """The last that keeps words keeps its end as well."""
    left = [k for k, draft in enumerate(joined) if draft.survives(op)]
    if joined[-1].mark.op is Op.EQUAL and left and left[-1] < len(joined) - 1:
        mark = joined[left[-1]].mark
        joined[left[-1]].mark = joined[-1].mark
        for draft in joined[left[-1] + 1 :]:
            draft.mark = mark


def _follow(joined: list[Draft], op: Op) -> None:
    """In the text where they are one, they are what the first of them is, if words of it stay."""
    if joined[0].survives(op):
        joined[-1].other[op] = joined[0]

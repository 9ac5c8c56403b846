"""What was read, as values: each paragraph with its label, its place and the fate of its end."""

from collections.abc import Iterable
from itertools import count

from statuts.importers.odt.drafts import Block, Draft, drafts
from statuts.importers.odt.numbering import labels
from statuts.importers.odt.part import Found
from statuts.importers.odt.remarks import told
from statuts.importers.runs import joined
from statuts.model.brought import (
    Aside,
    Brought,
    BroughtBlock,
    BroughtLook,
    BroughtParagraph,
    BroughtRow,
    BroughtTable,
)
from statuts.model.redline import Op


def finished(blocks: list[Block], found: Found) -> Brought:
    """The whole file."""
    asides = tuple(
        Aside(aside.kind, _flat(aside.blocks), _place(aside.number), aside.author, aside.about.strip())
        for aside in found.asides
        if any(draft.runs for draft in drafts(aside.blocks))
    )
    return Brought("ODT", tuple(_values(blocks)), asides, told(found.remarks))


def _values(blocks: list[Block]) -> Iterable[BroughtBlock]:
    new, old = (labels(drafts(blocks), without) for without in (Op.DELETE, Op.INSERT))
    numbers = count()

    def paragraph(draft: Draft) -> BroughtParagraph:
        k = next(numbers)
        fates = (draft.mark.op, draft.row)
        before = _look(draft.other.get(Op.INSERT, draft), old.get(k, ""))
        after = _look(draft.other.get(Op.DELETE, draft), new.get(k, ""))
        if Op.DELETE in fates:
            after = before
        kept = Op.INSERT in fates or before == after
        place = _place(draft.number)
        return BroughtParagraph(
            joined(draft.runs),
            after.kind,
            after.level,
            after.label,
            after.style,
            place,
            draft.mark.op,
            after.centred,
            None if kept else before,
        )

    for block in blocks:
        if isinstance(block, Draft):
            yield paragraph(block)
        else:
            rows = [
                BroughtRow(
                    tuple([tuple([paragraph(draft) for draft in cell]) for cell in row.cells]),
                    row.op,
                    row.heading,
                )
                for row in block.rows
            ]
            yield BroughtTable(tuple(rows), _place(block.number))


def _look(draft: Draft, label: str) -> BroughtLook:
    return BroughtLook(draft.kind, draft.level, label, draft.style, draft.centred)


def _flat(blocks: list[Block]) -> tuple[BroughtParagraph, ...]:
    """The paragraphs, those of tables included."""
    found: list[BroughtParagraph] = []
    for block in _values(blocks):
        if isinstance(block, BroughtParagraph):
            found.append(block)
        else:
            found += [one for row in block.rows for cell in row.cells for one in cell]
    return tuple(found)


def _place(number: int) -> str:
    return f"§ {number}" if number else ""

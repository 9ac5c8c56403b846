"""What was read, as values: each paragraph with its label, its place and the fate of its end."""

from collections.abc import Iterable
from itertools import count

from statuts.importers.odt.drafts import Block, Draft, drafts
from statuts.importers.odt.numbering import labels
from statuts.importers.odt.part import Found
from statuts.importers.odt.remarks import told
from statuts.model.brought import Aside, Brought, BroughtBlock, BroughtParagraph, BroughtRow, BroughtTable
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
        label = new.get(k, old.get(k, ""))
        return BroughtParagraph(
            tuple(draft.runs),
            draft.kind,
            draft.level,
            label,
            draft.style,
            _place(draft.number),
            draft.mark.op,
            draft.centred,
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

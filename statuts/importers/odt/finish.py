"""What was read, as values: each paragraph with its label, its place and the fate of its end."""

from collections.abc import Iterable

from statuts.importers.odt.drafts import Block, Draft, drafts
from statuts.importers.odt.numbering import looks
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
        Aside(aside.kind, _flat(aside.blocks, found), _place(aside.number), aside.author, aside.about.strip())
        for aside in found.asides
        if any(draft.runs for draft in drafts(aside.blocks))
    )
    return Brought("ODT", tuple(_values(blocks, found)), asides, told(found.remarks))


def _values(blocks: list[Block], found: Found) -> Iterable[BroughtBlock]:
    new = looks(blocks, Op.DELETE)
    old = looks(blocks, Op.INSERT) if found.is_tracked else new

    def paragraph(draft: Draft) -> BroughtParagraph:
        before = old.get(id(draft))
        after = (
            new.get(id(draft))
            or before
            or BroughtLook(draft.kind, draft.level, "", draft.style, draft.centred)
        )
        return BroughtParagraph(
            joined(draft.runs),
            place=_place(draft.number),
            mark=draft.mark.op,
            old=None if before == after else before,
            **after._asdict(),
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


def _flat(blocks: list[Block], found: Found) -> tuple[BroughtParagraph, ...]:
    """The paragraphs, those of tables included."""
    flat: list[BroughtParagraph] = []
    for block in _values(blocks, found):
        if isinstance(block, BroughtParagraph):
            flat.append(block)
        else:
            flat += [one for row in block.rows for cell in row.cells for one in cell]
    return tuple(flat)


def _place(number: int) -> str:
    return f"¶ {number}" if number else ""

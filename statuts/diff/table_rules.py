"""The line of dashes below a table's header goes and comes with it: alone it says nothing."""

from collections.abc import MutableSequence, Sequence

from statuts.diff.places import Place, put
from statuts.model.document import BlockKind
from statuts.model.redline import ArticleChange, BlockChange, Side


def join_rules_to_headers(articles: MutableSequence[ArticleChange], differ: Sequence[Place]) -> None:
    """Give the rule of a table that one text alone has the number of its header. `differ`: what differs."""
    changed: dict[Place, BlockChange] = {}
    rule, both = BlockKind.RULE, Side.BOTH  # looked up once
    for place in differ:
        blocks = articles[place.article].blocks
        block = blocks[place.block]
        if block.kind is not rule or block.side is both or not block.group or block.move is not None:
            continue
        number = _number_of_header(blocks[: place.block], block)
        if number is not None:
            segments = tuple([s if s.change is None else s.renumbered(number) for s in block.segments])
            changed[place] = block._replace(segments=segments)
    if changed:
        put(articles, changed)


def _number_of_header(before: Sequence[BlockChange], rule: BlockChange) -> int | None:
    """The number of the row that went or came with a rule: the last one of its table on its side."""
    for block in reversed(before):
        if block.side is rule.side and block.kind is BlockKind.ROW and block.group == rule.group:
            return block.move if block.move is not None else min(block.changes, default=None)
    return None

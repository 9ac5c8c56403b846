"""From two states of a text to the operations between them; and whether given ones tell the whole truth."""

from collections.abc import Iterator, Sequence

from statuts.diff.order import in_place
from statuts.model.operations import Act, Operation
from statuts.model.parts import Part

_HEADING = 10_000


def operations_between(old: Sequence[Part], new: Sequence[Part]) -> tuple[Operation, ...]:
    """The operations that make `new` of `old`, in the order of `new`, repeals last."""
    before = {part.id: (k, part) for k, part in enumerate(old)}
    kept = [(before[part.id][0], j) for j, part in enumerate(new) if part.id in before]
    stays = {j for _, j in in_place(sorted(kept), lambda pair: _weight(old[pair[0]]))}
    found: list[Operation] = []
    for j, part in enumerate(new):
        after = new[j - 1].id if j else ""
        if part.id not in before:
            found.append(Operation(Act.INSERT, part.id, after, part.division, part.kind))
            continue
        was = before[part.id][1]
        if j not in stays or was.division != part.division:
            found.append(Operation(Act.MOVE, part.id, after, part.division, part.kind))
        if was.markdown != part.markdown:
            below = [markdown.partition("\n")[2] for markdown in (was.markdown, part.markdown)]
            act = Act.RETITLE if below[0] == below[1] and not part.is_heading else Act.REPLACE
            found.append(Operation(act, part.id, kind=part.kind))
    ids = {part.id for part in new}
    found += [Operation(Act.REPEAL, part.id, kind=part.kind) for part in old if part.id not in ids]
    return tuple(found)


def _weight(part: Part) -> int:
    """What stays where two parts changed places: the longer one; a division's heading, whatever its length,
    since an article is moved to another chapter, never a chapter around an article.
    """
    return len(part.markdown) + (_HEADING if part.is_heading else 0)


def unexplained(
    old: Sequence[Part], new: Sequence[Part], operations: Sequence[Operation]
) -> Iterator[tuple[str, bool]]:
    """Parts that differ although no operation says so (True), or do not although one does (False).

    What keeps an amendment from being applied in part: every article listed is touched, and no other.
    """
    named = {act: {op.article for op in operations if op.act is act} for act in Act}
    before, after = {part.id: part for part in old}, {part.id: part for part in new}
    worded = named[Act.REPLACE] | named[Act.RETITLE] | named[Act.RENUMBER] | named[Act.REFERENCE]
    for found, said in (
        (after.keys() - before.keys(), named[Act.INSERT]),
        (before.keys() - after.keys(), named[Act.REPEAL]),
        ({i for i in before.keys() & after.keys() if before[i].markdown != after[i].markdown}, worded),
    ):
        yield from ((name, True) for name in sorted(found - said))
        yield from ((name, False) for name in sorted(said - found))
    stay_old = [i for i in before if i in after and i not in named[Act.MOVE]]
    stay_new = [i for i in after if i in before and i not in named[Act.MOVE]]
    yield from ((a, True) for a, b in zip(stay_old, stay_new, strict=True) if a != b)
    for i in stay_old:
        if before[i].division != after[i].division and before[i].division in after:
            yield i, True

"""The numbers of headings and items, as each of the two texts counts them."""

from collections.abc import Iterable

from statuts.importers.odt.borders import paragraphs
from statuts.importers.odt.drafts import Block, Place
from statuts.model.brought import BroughtLook
from statuts.model.redline import Op


class Counter:
    """Counts the items of all lists. A level that an item skips counts as one."""

    def __init__(self) -> None:
        self._lists: dict[str, list[int | None]] = {}

    def label(self, place: Place) -> str:
        """What stands before the next item, at this place."""
        numbers = self._lists.setdefault(place.list_id, [])
        level = place.style.level(place.rank)
        if place.style.together and numbers and not place.restarts:
            numbers[place.rank - 1 :] = [max(n for n in numbers if n is not None)]
        del numbers[place.rank :]
        while len(numbers) < place.rank - 1:
            numbers.append(place.style.level(len(numbers) + 1).start)
        if len(numbers) < place.rank:
            numbers.append(None)
        last = numbers[-1]
        if place.start is not None:
            numbers[-1] = place.start
        else:
            numbers[-1] = level.start if last is None or place.restarts else last + 1
        return place.style.label(numbers).strip()


def looks(blocks: Iterable[Block], gone: Op) -> dict[int, BroughtLook]:
    """What each paragraph is in the text where what is `gone` does not stand, by the draft's identity; drafts
    that are no paragraph there are left out.
    """
    counter = Counter()
    found = {}
    for draft, source in paragraphs(blocks, gone):
        label = "" if source.listed is None else counter.label(source.listed)
        found[id(draft)] = BroughtLook(source.kind, source.level, label, source.style, source.centred)
    return found

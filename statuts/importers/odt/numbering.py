"""The numbers of headings and items, as each of the two texts counts them."""

from collections.abc import Iterable

from statuts.importers.odt.drafts import Draft, Place
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


def labels(drafts: Iterable[Draft], without: Op) -> dict[int, str]:
    """The label of each paragraph, by its place among them, in the text where `without` does not stand."""
    counter = Counter()
    found = {}
    for k, draft in enumerate(drafts):
        listed = draft.other.get(without, draft).listed
        if listed is not None and draft.mark.op is not without and draft.row is not without:
            found[k] = counter.label(listed)
    return found

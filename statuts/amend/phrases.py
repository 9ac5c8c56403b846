"""From an origin for each character to runs that read well: whole words, and no crumbs between them."""

from collections.abc import Sequence
from itertools import groupby

from statuts.amend.origins import Origin, newest
from statuts.diff.weights import HUNK_COST, weight
from statuts.language.words import Units, is_word, units

_CLOSING = frozenset(",;:.!?…)»”]%€")
_NUMBERED = frozenset({"article", "articles", "art", "§"})


def phrases(text: str, origins: Sequence[Origin]) -> list[tuple[Origin, str]]:
    """`text` in runs, each with its origin; joined, they are `text` again.

    No word is cut. Function words that stayed between two newer phrases are told with one of them, as the
    redline marks them; the words of a run always stood in the article at the version it is told with.
    """
    found = units(text)
    if not found.keys:
        return [(newest(origins), text)] if text else []
    own = [newest(origins[found.start(k) : found.end(k)]) for k in range(len(found.keys))]
    _read_together(text, found, own)
    _absorb(text, found, own)
    runs = []
    start = 0
    for _, group in groupby(range(len(own)), key=own.__getitem__):
        members = list(group)
        last = members[-1]
        end = len(text) if last + 1 == len(own) else _cut(text, found.end(last), found.start(last + 1))
        runs.append((own[last], text[start:end]))
        start = end
    return runs


def _stood_at(old: Origin, new: Origin) -> bool:
    """Whether words of origin `old` stood in this article already when those of `new` came to it."""
    return new.moved < 0 and old.since < new.version


def _read_together(text: str, found: Units, own: list[Origin]) -> None:
    """Signs go with the words they cling to, « article » with its number: where those are the newer ones."""
    for k in range(1, len(own)):
        sign = text[found.start(k) : found.end(k)]
        closes = sign in _CLOSING or (sign == "|" and text[found.end(k) : found.end(k) + 1] in ("\n", ""))
        if closes and "\n" not in text[found.end(k - 1) : found.start(k)] and _stood_at(own[k], own[k - 1]):
            own[k] = own[k - 1]
    for k in range(len(own) - 2, -1, -1):
        sign = text[found.start(k) : found.end(k)]
        after = text[found.end(k) : found.start(k + 1)]
        opens = (
            not is_word(sign) and sign not in _CLOSING and (not after.strip() or _begins_line(text, found, k))
        )
        counts = sign.casefold() in _NUMBERED and found.keys[k + 1][:1].isdigit()
        if (opens or counts) and "\n" not in after and _stood_at(own[k], own[k + 1]):
            own[k] = own[k + 1]


def _begins_line(text: str, found: Units, k: int) -> bool:
    start = found.start(k)
    return not text[text.rfind("\n", 0, start) + 1 : start].strip(" #>*_-")


def _absorb(text: str, found: Units, own: list[Origin]) -> None:
    """Give crumbs of function words to the older of the two newer phrases around them."""
    runs = [[*group] for _, group in groupby(range(len(own)), key=own.__getitem__)]
    for before, crumb, after in zip(runs, runs[1:], runs[2:], strict=False):
        origin = own[crumb[0]]
        around = sorted([own[before[-1]], own[after[0]]], key=lambda o: (o.since, o.version))
        if any(other.since <= origin.since for other in around):
            continue
        if sum(weight(found.keys[k]) for k in crumb) >= HUNK_COST:
            continue
        if "\n" in text[found.end(before[-1]) : found.start(after[0])]:
            continue
        taker = next((other for other in around if _stood_at(origin, other)), None)
        if taker is not None:
            for k in crumb:
                own[k] = taker


def _cut(text: str, end: int, start: int) -> int:
    """Where one run ends and the next begins, between two units: after the space or the line end."""
    gap = text[end:start]
    line = gap.rfind("\n")
    if line >= 0:
        return end + line + 1
    return end + len(gap.rstrip("*_`[(")) if gap.strip() else start

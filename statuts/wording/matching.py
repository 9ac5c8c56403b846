"""Quoted words found in the place an act names: whole units, typography apart; never a guess."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from statuts.errors import WordingError
from statuts.language.words import keys, units
from statuts.model.instruction import Nature, Unit, Words
from statuts.model.message import Message, msg
from statuts.wording.outline import Outline
from statuts.wording.places import Place, alineas_of

_DETERMINERS = frozenset({"l'", "le", "la", "les", "aux", "au", "à"})
_SHOWN = 60


class Found(NamedTuple):
    """Words found: their span in the source, and the span of what they stand in."""

    start: int
    end: int
    low: int
    high: int


def match(text: Outline, places: Sequence[Place], words: Words, said: str) -> list[Found]:
    """The occurrences meant, in the order of the text. Raises `WordingError` unless they are certain."""
    wanted = keys(words.text)
    if not wanted:
        raise WordingError(msg("“{words}” holds no word to look for.", words=_short(words.text)))
    found = list(_occurrences(text, places, wanted))
    if not found and words.nature is Nature.REFERENCE and wanted[0].casefold() in _DETERMINERS:
        found = list(_occurrences(text, places, wanted[1:]))
    if not found:
        raise WordingError(
            msg("{place}: the words “{words}” are not there.", place=said, words=_short(words.text)),
            _elsewhere(text, wanted) or _nearest(text, places, wanted),
        )
    return _meant(found, words, said, text)


def _meant(found: list[Found], words: Words, said: str, text: Outline) -> list[Found]:
    count = len(found)
    if words.times and words.times != count:
        raise WordingError(
            msg(
                "{place}: the words “{words}” stand there {count} times, not {said}.",
                place=said,
                words=_short(words.text),
                count=count,
                said=words.times,
            )
        )
    if words.every or words.times:
        return found
    if words.ranks:
        ranks = [rank if rank > 0 else count + rank + 1 for rank in words.ranks]
        if min(ranks) < 1 or max(ranks) > count:
            raise WordingError(
                msg(
                    "{place}: the words “{words}” stand there {count} times only.",
                    place=said,
                    words=_short(words.text),
                    count=count,
                )
            )
        return [found[rank - 1] for rank in sorted(set(ranks))]
    if count > 1:
        raise WordingError(
            msg(
                "{place}: the words “{words}” stand there {count} times.",
                place=said,
                words=_short(words.text),
                count=count,
            ),
            msg(
                "say which occurrence, or quote more words: {around}",
                around=" / ".join(f"« {_around(text.source, each)} »" for each in found[:3]),
            ),
        )
    return found


def _occurrences(text: Outline, places: Sequence[Place], wanted: Sequence[str]) -> Iterator[Found]:
    for low, high in spans_of(text, places):
        _, held, ends = units(text.source[low:high])
        k, size = 0, len(wanted)
        while k + size <= len(held):
            try:
                k = held.index(wanted[0], k)
            except ValueError:
                break
            if held[k : k + size] == wanted:
                yield Found(low + ends[2 * k], low + ends[2 * (k + size) - 1], low, high)
                k += size
            else:
                k += 1


def spans_of(text: Outline, places: Sequence[Place]) -> Iterator[tuple[int, int]]:
    """The stretches of source in which words are looked for: alinéas, cells' rows, headings' titles."""
    for place in places:
        if place.unit in (Unit.SENTENCE, Unit.ROW, Unit.HEADING):
            yield place.start, place.end
            continue
        for p, k in alineas_of(text, place):
            alinea = text.portions[p].alineas[k]
            if alinea.rows:
                yield from ((row.start, row.end) for row in alinea.rows)
            else:
                yield alinea.start, alinea.end


def _elsewhere(text: Outline, wanted: Sequence[str]) -> Message | None:
    """Which other articles have the words looked for."""
    names = [
        portion.section.label
        for p, portion in enumerate(text.portions)
        if portion.section.label
        and any(_occurrences(text, [Place(Unit.TEXT, (p,), portion.start, portion.end)], wanted))
    ]
    if not names:
        return None
    return msg("they stand in: {names}", names=", ".join(names[:5]) + (", …" if len(names) > 5 else ""))


def _nearest(text: Outline, places: Sequence[Place], wanted: Sequence[str]) -> Message | None:
    """What stands there that is most like the words looked for."""
    folded = " ".join(wanted).casefold()
    candidates: dict[str, str] = {}
    for low, high in spans_of(text, places):
        part = text.source[low:high]
        _, held, ends = units(part)
        for k in range(max(1, len(held) - len(wanted) + 1)):
            last = min(k + len(wanted), len(held)) - 1
            if last >= k:
                candidates.setdefault(
                    " ".join(held[k : last + 1]).casefold(), part[ends[2 * k] : ends[2 * last + 1]]
                )
        if len(candidates) > 5000:
            break
    near = get_close_matches(folded, candidates, 3, 0.6)
    if not near:
        return None
    return msg("nearest there: {words}", words=" / ".join(f"« {_short(candidates[key])} »" for key in near))


def _around(source: str, found: Found) -> str:
    low = max(found.low, found.start - 20)
    high = min(found.high, found.end + 20)
    return " ".join(source[low:high].split())


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else flat[:_SHOWN].rstrip() + "…"

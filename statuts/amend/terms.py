"""Replace a term everywhere: each place listed, and each near form that is left for people to decide."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from statuts.language.words import is_word, units
from statuts.model.parts import Part

_SHORTEST_STEM = 4
_STEM_SHARE = 0.7


class Hit(NamedTuple):
    """A place where the term, or a form near it, stands: the part, the words as written, those around."""

    part: str
    written: str
    around: str


def replaced_everywhere(
    parts: Sequence[Part], term: str, by: str
) -> tuple[dict[str, str], tuple[Hit, ...], tuple[Hit, ...]]:
    """The new Markdown of each part that holds `term`, every place replaced, and the near forms left alone.

    Whole words only; a capital at the start stays one. « neutres » and « neutralité » are near « neutre »:
    whether they follow is a choice, and is not made here.
    """
    wanted = units(term).keys
    changed: dict[str, str] = {}
    hits: list[Hit] = []
    near: list[Hit] = []
    for part in parts:
        found = units(part.markdown)
        folded = [key.casefold() for key in found.keys]
        pieces: list[str] = []
        at = k = 0
        while k < len(folded):
            if folded[k : k + len(wanted)] == [key.casefold() for key in wanted]:
                start, end = found.start(k), found.end(k + len(wanted) - 1)
                written = part.markdown[start:end]
                pieces += (part.markdown[at:start], _as_written(by, written))
                hits.append(Hit(part.id, written, _around(part.markdown, start, end)))
                at, k = end, k + len(wanted)
                continue
            if len(wanted) == 1 and _is_near(folded[k], wanted[0].casefold()):
                start, end = found.start(k), found.end(k)
                near.append(Hit(part.id, part.markdown[start:end], _around(part.markdown, start, end)))
            k += 1
        if pieces:
            changed[part.id] = "".join([*pieces, part.markdown[at:]])
    return changed, tuple(hits), tuple(near)


def _as_written(by: str, written: str) -> str:
    if written.isupper() and len(written) > 1:
        return by.upper()
    return by[:1].upper() + by[1:] if written[:1].isupper() else by


def _is_near(word: str, term: str) -> bool:
    """The same beginning, for most of the shorter one: another form, or another word of its family."""
    if not is_word(word) or not is_word(term):
        return False
    shared = 0
    for a, b in zip(word, term, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= max(_SHORTEST_STEM, round(_STEM_SHARE * len(term)))


def _around(text: str, start: int, end: int) -> str:
    before = re.sub(r"\s+", " ", text[max(0, start - 30) : start])
    after = re.sub(r"\s+", " ", text[end : end + 30])
    return f"…{before}{text[start:end]}{after}…"

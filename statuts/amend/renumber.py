"""Numbers follow when articles come and go: in headings, and wherever the text refers to them.

Légistique, fiche 3.2.2: either all later articles are renumbered, or what is inserted takes the number
before it with a Latin adverb (« article 12 bis ») and nothing else moves.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from statuts.diff.references import ARTICLE, refers_to
from statuts.language.numbering import ADVERBS, inserted_after, normal_form, to_roman
from statuts.language.words import units
from statuts.markdown.read import read
from statuts.model.document import SectionKind
from statuts.model.operations import Act, Consequence
from statuts.model.parts import Part
from statuts.model.proposal import Numbering

_FIGURES = re.compile(r"\d+")


class _Numbered(NamedTuple):
    """Where a part's number stands in its Markdown, as written, and its normal form."""

    start: int
    written: str
    key: str


def renumbered(
    base: Sequence[Part], parts: Sequence[Part], style: Numbering
) -> tuple[tuple[Part, ...], tuple[Consequence, ...]]:
    """`parts` (what operations made of `base`) with their numbers as `style` wants them; what followed.

    References are read as the base numbers them; those to laws are never touched.
    """
    if style is Numbering.KEEP:
        return tuple(parts), ()
    before = {part.id: number for part in base if (number := _number(part))}
    found = {part.id: number for part in parts if (number := _number(part))}
    wanted = (
        _in_sequence(parts, before, found)
        if style is Numbering.SEQUENCE
        else _with_adverbs(parts, before, found)
    )
    seen = Counter(number.key for number in before.values())
    now = {
        number.key: wanted[name]
        for name, number in before.items()
        if wanted.get(name, number.key) != number.key and seen[number.key] == 1
    }
    result: list[Part] = []
    consequences: list[Consequence] = []
    for part in parts:
        markdown, followed = _referring(part, found.get(part.id), now)
        number = found.get(part.id)
        if number and wanted.get(part.id, number.key) != number.key:
            new = _written(wanted[part.id], number.written)
            markdown = markdown[: number.start] + new + markdown[number.start + len(number.written) :]
            followed.insert(0, Consequence(Act.RENUMBER, part.id, number.written, new))
        consequences += followed
        result.append(part._replace(markdown=markdown))
    return tuple(result), tuple(consequences)


def _number(part: Part) -> _Numbered | None:
    if part.kind is not SectionKind.ARTICLE:
        return None
    section = read(part.markdown).sections[0]
    if section.heading is None or not section.heading.number:
        return None
    block = section.blocks[0]
    start = block.body.find(section.heading.number, 0, section.heading.label_end)
    return (
        _Numbered(len(block.lead) + start, section.heading.number, section.heading.key)
        if start >= 0
        else None
    )


def _in_sequence(
    parts: Sequence[Part], before: Mapping[str, _Numbered], found: Mapping[str, _Numbered]
) -> dict[str, str]:
    """Every article the number after the one before it; where divisions count anew, each from 1."""
    ones = [name for name, number in before.items() if number.key == "1"]
    division, last = None, 0
    wanted: dict[str, str] = {}
    for part in parts:
        if part.id not in found:
            continue
        if len(ones) > 1 and part.division != division:
            division, last = part.division, 0
        core, _, suffix = before.get(part.id, found[part.id]).key.partition("-")
        if part.id in before and suffix and core.isdecimal() and last:
            wanted[part.id] = f"{last}-{suffix}"  # « 12 bis » goes on standing beside 12
            continue
        last += 1
        wanted[part.id] = str(last)
    return wanted


def _with_adverbs(
    parts: Sequence[Part], before: Mapping[str, _Numbered], found: Mapping[str, _Numbered]
) -> dict[str, str]:
    taken = {number.key for number in before.values()}
    wanted: dict[str, str] = {}
    last = ""
    for part in parts:
        if part.id in before:
            last = before[part.id].key
        elif part.id in found and last:
            key = inserted_after(last)
            while key in taken:
                key = inserted_after(key)
            taken.add(key)
            wanted[part.id] = last = key
    return wanted


def _referring(part: Part, own: _Numbered | None, now: Mapping[str, str]) -> tuple[str, list[Consequence]]:
    """The Markdown of a part with its references carried over, and each of them."""
    found = units(part.markdown)
    pieces: list[str] = []
    followed: list[Consequence] = []
    at = k = 0
    while k < len(found.keys):
        first, k = k, k + 1
        if not found.keys[first][:1].isdigit():
            continue
        while k < len(found.keys) and found.keys[k] in ADVERBS:
            k += 1
        start, end = found.start(first), found.end(k - 1)
        written = part.markdown[start:end]
        new = now.get(normal_form(written))
        is_own = own is not None and start == own.start
        if new is None or is_own or refers_to(found.keys, first, k) != ARTICLE:
            continue
        fresh = _written(new, written)
        pieces += (part.markdown[at:start], fresh)
        followed.append(Consequence(Act.REFERENCE, part.id, written, fresh))
        at = end
    return "".join([*pieces, part.markdown[at:]]), followed


def _written(key: str, like: str) -> str:
    """A number in its normal form, written as the one it replaces: in Roman figures, with « 1er »."""
    core, _, suffix = key.partition("-")
    if core.isdecimal() and like[:1] in "IVXLC":
        core = to_roman(int(core))
    elif core == "1" and not suffix and _FIGURES.match(like):
        core = "1er"
    return f"{core} {suffix}" if suffix else core

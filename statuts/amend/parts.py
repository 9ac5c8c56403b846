"""A whole text cut into the parts an archive keeps, each with an id that survives renumbering."""

import re
from collections.abc import Collection, Sequence

from statuts.diff.articles import pair_articles
from statuts.markdown.read import read
from statuts.model.document import Document, Section
from statuts.model.names import LONGEST, is_name
from statuts.model.parts import Part

_EMPTY_EDGES = re.compile(r"\A(?:[ \t]*\n)+|\s+\Z")


def parts_of(source: str) -> tuple[Part, ...]:
    """The parts of a text, in order: line ends made `\\n`, one empty line between two parts."""
    document = read(source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    return tuple(
        Part(section.kind, _safe(section.id), markdown, _safe(section.division))
        for section in document.sections
        if (markdown := _markdown(section)) != "\n"
    )


def with_kept_ids(
    parts: Sequence[Part], before: Sequence[Part], used: Collection[str] = ()
) -> tuple[Part, ...]:
    """The parts of a later state of a text: what was there `before` keeps its id, whatever its number now.

    What is new gets an id that nobody had: neither one of `before` nor one of those `used` earlier.
    """
    pairs = pair_articles([_section(part) for part in before], [_section(part) for part in parts])
    kept = {j: before[i].id for i, j in pairs}
    taken = {*used, *(part.id for part in before)}
    ids: dict[str, str] = {}
    for j, part in enumerate(parts):
        ids[part.id] = kept.get(j) or _fresh(part.id, taken)
        taken.add(ids[part.id])
    return tuple(part._replace(id=ids[part.id], division=ids.get(part.division, "")) for part in parts)


def owners(document: Document, parts: Sequence[Part]) -> dict[str, str]:
    """The id of the part that each section of the text begins in; `document` is the text the parts make."""
    starts, at = [], 0
    for part in parts:
        starts.append((at, part.id))
        at += len(part.markdown) + 1  # one blank line between two parts
    ids: dict[str, str] = {}
    place = 0
    for section in document.sections:
        ids[section.id] = [name for start, name in starts if start <= place][-1]
        place += sum(len(block.raw) for block in section.blocks)
    return ids


def _fresh(wanted: str, taken: Collection[str]) -> str:
    name, count = wanted, 1
    while name in taken:
        count += 1
        name = f"{wanted[: LONGEST - 6]}-{count}"
    return name


def _section(part: Part) -> Section:
    sections = read(part.markdown).sections
    blocks = tuple(block for section in sections for block in section.blocks)
    return Section(part.id, part.kind, sections[0].heading if sections else None, blocks, part.division)


def _markdown(section: Section) -> str:
    return _EMPTY_EDGES.sub("", "".join([block.raw for block in section.blocks])) + "\n"


def _safe(name: str) -> str:
    """An id that no name of the archive's own can be mistaken for."""
    return name if not name or is_name(name) else f"{name[: LONGEST - 6]}-texte"

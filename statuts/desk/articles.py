"""Which article a word means: its id, its number, or its title; repealed ones too."""

from collections.abc import Sequence
from difflib import get_close_matches

from statuts.archive.read import Archive
from statuts.errors import ArchiveError
from statuts.markdown.read import read
from statuts.markdown.slug import slug
from statuts.model.archive import Version
from statuts.model.document import SectionKind
from statuts.model.message import msg


def article_named(archive: Archive, versions: Sequence[Version], name: str) -> str:
    """The id of the article that `name` means in the last of `versions`, or in an earlier one.

    `objet`, `12 bis`, `article 12`. Raises `ArchiveError` with the nearest names.
    """
    known = dict.fromkeys(entry.id for version in reversed(versions) for entry in version.contents)
    if name in known:
        return name
    if slug(name) in known:
        return slug(name)
    latest = versions[-1]
    numbered = _numbered(archive, latest, name)
    if len(numbered) == 1:
        return numbered[0]
    near = numbered or get_close_matches(slug(name), known, 3, 0.4)
    raise ArchiveError(
        msg("“{label}” has no article “{name}”.", label=latest.label, name=name[:80]),
        msg("did you mean “{name}”?", name=" / ".join(near))
        if near
        else msg("its articles: {names}", names=", ".join(known)),
    )


def _numbered(archive: Archive, version: Version, name: str) -> list[str]:
    """The articles whose number that is, as `version` numbers them."""
    word = name if name.casefold().startswith("art") else f"Article {name}"
    asked = next((s.heading for s in read(f"## {word}\n").sections), None)
    if asked is None or not asked.key or asked.title:
        return []
    found = []
    for entry in version.contents:
        if entry.kind is SectionKind.ARTICLE:
            heading = read(archive.piece(version, entry)).sections[0].heading
            if heading and heading.key == asked.key:
                found.append(entry.id)
    return found

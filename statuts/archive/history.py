"""The life of each article: which version inserted, modified, moved or repealed it; whose a section is."""

from typing import NamedTuple

from statuts.amend.parts import owners
from statuts.archive.read import Archive
from statuts.language.words import keys
from statuts.model.archive import ArticleEvent, ArticleNote, Entry, Version
from statuts.model.document import Document, SectionKind

# A division's heading has no life of its own to tell: its articles have.
_TOLD = frozenset({SectionKind.ARTICLE, SectionKind.PREAMBLE, SectionKind.ANNEX, SectionKind.OPENING})


class _Piece(NamedTuple):
    """Where the wording of an article stands: read only when its digest says that it differs."""

    version: Version
    entry: Entry


def article_notes(
    archive: Archive, version: Version, article: str | None = None
) -> dict[str, tuple[ArticleNote, ...]]:
    """What happened to every article up to `version`, by id, oldest event first; or to one `article`.

    In the order of `version`, then the articles repealed before it; the last note of an article is
    what gave it its present state. A version that is not complete proves nothing by what it leaves out:
    no article counts as repealed by it, nor as inserted by the next. Raises `ArchiveError`.
    """
    notes: dict[str, list[ArticleNote]] = {}
    before: dict[str, _Piece] = {}
    previous: Version | None = None
    for current in archive.versions(version.text):
        pieces = {
            entry.id: _Piece(current, entry)
            for entry in current.contents
            if entry.kind in _TOLD and article in (None, entry.id)
        }
        appeared = ArticleEvent.INSERTED if previous and previous.complete else ArticleEvent.PRESENT
        for name, piece in pieces.items():
            events = _changes(archive, before[name], piece) if name in before else (appeared,)
            notes.setdefault(name, []).extend(ArticleNote(event, current) for event in events)
        gone = before.keys() - pieces.keys()
        if current.complete:
            for name in gone:
                notes[name].append(ArticleNote(ArticleEvent.REPEALED, current))
            before = pieces
        else:
            before = {**before, **pieces}
        previous = current
        if current.name == version.name:
            break
    order = [entry.id for entry in version.contents if entry.id in notes]
    return {name: tuple(notes[name]) for name in (*order, *(n for n in notes if n not in order))}


def _changes(archive: Archive, old: _Piece, new: _Piece) -> tuple[ArticleEvent, ...]:
    events = []
    if old.entry.division != new.entry.division:
        events.append(ArticleEvent.MOVED)
    if (old.entry.sha256, old.entry.heading) != (new.entry.sha256, new.entry.heading):
        events.append(_difference(archive.piece(*old), archive.piece(*new)))
    return tuple(events)


def _difference(old: str, new: str) -> ArticleEvent:
    if keys(old) == keys(new):
        return ArticleEvent.TYPOGRAPHY
    below_heading = [text.partition("\n")[2] for text in (old, new)]
    if keys(below_heading[0]) == keys(below_heading[1]):
        return ArticleEvent.HEADED
    return ArticleEvent.MODIFIED


def recorded_ids(archive: Archive, version: Version, document: Document) -> dict[str, str]:
    """The archive's id of each section: the part of the version in which the section begins."""
    return owners(document, archive.parts(version))

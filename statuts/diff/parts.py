"""The parts of a text that are no articles, as they are counted: titles, chapters, the preamble, annexes."""

from enum import StrEnum

from statuts.diff.references import noun_of
from statuts.markdown.labels import read_label
from statuts.model.document import SectionKind
from statuts.model.redline import ArticleChange


class PartKind(StrEnum):
    """What a part is called; a `DIVISION` is one of another name (« livre », « partie »), or of none."""

    PREAMBLE = "preamble"
    TITLE = "title"
    CHAPTER = "chapter"
    SECTION = "section"
    DIVISION = "division"
    ANNEX = "annex"


_KINDS = {SectionKind.PREAMBLE: PartKind.PREAMBLE, SectionKind.ANNEX: PartKind.ANNEX}
_CALLED = {
    "titre": PartKind.TITLE,
    "title": PartKind.TITLE,
    "chapitre": PartKind.CHAPTER,
    "chapter": PartKind.CHAPTER,
    "section": PartKind.SECTION,
}


def part_kind(change: ArticleChange) -> PartKind | None:
    """What a section of a redline is counted as; nothing for an article, and for what is outside of all."""
    if change.kind is not SectionKind.DIVISION:
        return _KINDS.get(change.kind)
    return _CALLED.get(noun_of(read_label(change.shown.label).word), PartKind.DIVISION)

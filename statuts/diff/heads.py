"""The redline of what heads an article before its title: « Art. 2. - » and « Article 2 – » say the same."""

from statuts.diff.marking import Marker, mark
from statuts.diff.sequence import Hunk
from statuts.diff.units import keys, pieces
from statuts.diff.words import align
from statuts.language.spelling import only_case_differs
from statuts.language.words import is_word
from statuts.markdown.labels import Label, LabelKind, read_label
from statuts.model.redline import ChangeClass

_NUMBERED = frozenset({LabelKind.ARTICLE, LabelKind.DIVISION, LabelKind.SECTION})


def mark_label(marker: Marker, old: str, new: str) -> None:
    """Mark a label: a number that is another follows from renumbering, all else is how it is written."""
    if old == new:
        marker.equal(old)
        return
    pieces_old, pieces_new = pieces(old), pieces(new)
    label_old, label_new = read_label(old), read_label(new)
    alike, same_number = same_sort(label_old, label_new), _same_number(label_old, label_new)
    sorts = {label_old.word, label_new.word}
    numbers = {*keys(label_old.number), *keys(label_new.number)}

    def class_of(hunk: Hunk) -> ChangeClass:
        gone, come = pieces_old.keys[hunk.a0 : hunk.a1], pieces_new.keys[hunk.b0 : hunk.b1]
        if not any(map(is_word, gone + come)):
            return ChangeClass.TYPOGRAPHY
        if alike and (same_number or numbers.isdisjoint(gone + come)):
            return ChangeClass.LAYOUT
        if not alike and not sorts.isdisjoint(map(str.casefold, gone + come)):
            return ChangeClass.WORDING  # « Article 2 » → « Annexe 2 »
        return ChangeClass.CASE if only_case_differs(gone, come) else ChangeClass.REFERENCE

    found = align(pieces_old.keys, pieces_new.keys)
    mark(marker, pieces_old, pieces_new, found, class_of)


def same_sort(old: Label, new: Label) -> bool:
    """Whether both head one sort of thing: « Art. » and a bare number do, « Titre » and « Chapitre » not."""
    if old.word == new.word or old.kind is new.kind is LabelKind.ARTICLE:
        return True
    if LabelKind.NONE in (old.kind, new.kind):
        return True  # what gets a label, or loses it
    return LabelKind.NUMBER in (old.kind, new.kind) and not _NUMBERED.isdisjoint((old.kind, new.kind))


def _same_number(old: Label, new: Label) -> bool:
    """Whether the number is one, written otherwise; « Article C » is not « Article 100 »."""
    lettered = {old.number, new.number} & set("CDLM")
    return old.key == new.key and (not lettered or old.number == new.number)

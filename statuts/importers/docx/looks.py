"""What a paragraph is on each side of its tracked changes: heading, item, which number."""

from statuts.importers.docx.counters import Counters
from statuts.importers.docx.names import Element, W
from statuts.importers.docx.numbering import Level
from statuts.importers.docx.source import Source
from statuts.importers.docx.styles import Shape, Style, shape
from statuts.model.brought import BroughtKind, BroughtLook
from statuts.model.redline import Op


class Looks:
    """One story's paragraphs, in order: its lists are counted as they pass, once a side."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._new = Counters()
        self._old = Counters()

    def pair(self, properties: Element | None, op: Op) -> tuple[BroughtLook, BroughtLook | None]:
        """What a paragraph is, and what it was where that differs; in one text only, what it is there."""
        now = shape(properties)
        before = _before(properties, now)
        new = self._look(now, self._new) if op is not Op.DELETE else None
        old = self._look(before, self._old) if op is not Op.INSERT else None
        if new is None:
            assert old is not None
            return old, None
        return new, old if old != new else None

    def style(self, properties: Element | None) -> Style:
        """The style of a paragraph as it is now."""
        return self._source.styles.style(shape(properties).style)

    def _look(self, own: Shape, counters: Counters) -> BroughtLook:
        style = self._source.styles.style(own.style)
        whole = own.over(style.shape)
        kind, rank = style.kind(whole.outline)
        numbering = self._source.numbering
        found = numbering.find(whole.number)
        label = ""
        if found is not None:
            level = whole.level
            if level is None:
                level = found.rank(self._source.styles.ancestry(style.id))
            label = counters.label(found, level)
            if style.said.get("caps") or found.levels.get(level, Level()).caps:
                label = label.upper()
            if label and kind is not BroughtKind.HEADING:
                kind, rank = BroughtKind.ITEM, level + 1
        return BroughtLook(kind, rank, label, style.name, bool(whole.centred))


def _before(properties: Element | None, now: Shape) -> Shape:
    """What a tracked change of style or numbering replaced."""
    if properties is None:
        return now
    changed = properties.find(f"{W}pPrChange")
    if changed is not None:
        return shape(changed.find(f"{W}pPr"))
    if properties.find(f"{W}numPr/{W}ins") is not None:
        return now._replace(number=None, level=None)
    return now

"""What each paragraph of a story is on both sides of its tracked changes: heading, item, which number."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from statuts.importers.docx.counters import Counters
from statuts.importers.docx.fonts import said
from statuts.importers.docx.names import Element, W
from statuts.importers.docx.numbering import Level
from statuts.importers.docx.source import Source
from statuts.importers.docx.styles import Shape, shape
from statuts.importers.sides import heir
from statuts.model.brought import BroughtKind, BroughtLook, BroughtRun
from statuts.model.redline import Op


class Draft(NamedTuple):
    """A paragraph before it is known which paragraphs are one in either text. `outer` is the fate of the row
    it stands in; `is_last` says that no paragraph follows which it could join.
    """

    now: Shape
    before: Shape
    runs: tuple[BroughtRun, ...]
    mark: Op
    outer: Op
    caps: bool = False
    is_last: bool = False


def drafted(
    now: Shape, properties: Element | None, runs: tuple[BroughtRun, ...], mark: Op, outer: Op
) -> Draft:
    """A paragraph with what its properties say, which is `now`, and said."""
    of_mark = None if properties is None else properties.find(f"{W}rPr")
    return Draft(now, _before(properties, now), runs, mark, outer, bool(said(of_mark).get("caps")))


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


class Looks:
    """The looks of one story's paragraphs."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def of(self, drafts: Sequence[Draft]) -> Iterator[tuple[BroughtLook, BroughtLook | None]]:
        """What each paragraph is, and what it was where that differs; in one text only, what it is there."""
        new = self._one_side(drafts, Op.DELETE, lambda draft: draft.now)
        is_tracked = any(
            d.mark is not Op.EQUAL or d.outer is not Op.EQUAL or d.before != d.now for d in drafts
        )
        old = self._one_side(drafts, Op.INSERT, lambda draft: draft.before) if is_tracked else new
        for n, draft in enumerate(drafts):
            look, was = new.get(n), old.get(n)
            if look is None:
                yield was or self._look(draft.now, draft.caps, None), None
            else:
                yield look, was if was != look else None

    def _one_side(
        self, drafts: Sequence[Draft], gone: Op, shape_of: Callable[[Draft], Shape]
    ) -> dict[int, BroughtLook]:
        """The looks of the paragraphs that there are in one text, which its lists count."""
        counters = Counters()
        found: dict[int, BroughtLook] = {}
        start = 0
        for n, draft in enumerate(drafts):
            if draft.mark is gone and not draft.is_last:
                continue
            group = drafts[start : n + 1]
            worded = [any(run.op is not gone for run in one.runs) for one in group]
            if draft.outer is not gone and (draft.mark is not gone or any(worded)):
                first = start + heir(worded)
                found[first] = self._look(shape_of(drafts[first]), drafts[first].caps, counters)
            start = n + 1
        return found

    def _look(self, own: Shape, caps: bool, counters: Counters | None) -> BroughtLook:
        style = self._source.styles.style(own.style)
        whole = own.over(style.shape)
        kind, rank = style.kind(whole.outline)
        found = self._source.numbering.find(whole.number) if counters else None
        label = ""
        if found is not None and counters:
            level = whole.level
            if level is None:
                level = found.rank(self._source.styles.ancestry(style.id))
            label = counters.label(found, level)
            if caps or style.said.get("caps") or found.levels.get(level, Level()).caps:
                label = label.upper()
            if label and kind is not BroughtKind.HEADING:
                kind, rank = BroughtKind.ITEM, level + 1
        return BroughtLook(kind, rank, label, style.name, bool(whole.centred))

"""Instructions on words: looked for in the place named, then replaced, struck, or joined by others."""

from statuts.errors import WordingError
from statuts.markdown.inline import Span, SpanKind, spans
from statuts.model.instruction import (
    AddWords,
    DeleteWords,
    InsertWords,
    ReplaceRest,
    ReplaceWords,
    Side,
    Unit,
)
from statuts.model.message import msg
from statuts.wording.joints import before_final_stop, removed, replaced
from statuts.wording.matching import Found, match, spans_of
from statuts.wording.places import Place
from statuts.wording.work import Work


def carry_out(work: Work, deed: ReplaceWords | DeleteWords | InsertWords | AddWords | ReplaceRest) -> None:
    """Splice what one instruction does to words. Raises `WordingError`."""
    if isinstance(deed, ReplaceWords):
        for found in _found(work, deed):
            _replace(work, found, deed.new.text)
    elif isinstance(deed, DeleteWords):
        for found in _found(work, deed):
            _replace(work, found, "")
    elif isinstance(deed, InsertWords):
        for found in _anchors(work, deed):
            at = found.start if deed.side is Side.BEFORE else found.end
            _insert(work, at, found.low, found.high, deed.new.text)
    elif isinstance(deed, AddWords):
        for address in deed.places:
            for place in work.find(address):
                _add(work, place, deed.new.text, deed.side)
    else:
        _rest(work, deed)


def _found(work: Work, deed: ReplaceWords | DeleteWords) -> list[Found]:
    found: list[Found] = []
    for address in deed.places:
        found += match(work.text, work.find(address), deed.old, work.name(address))
    return found


def _anchors(work: Work, deed: InsertWords | ReplaceRest) -> list[Found]:
    found: list[Found] = []
    for address in deed.places:
        found += match(work.text, work.find(address), deed.anchor, work.name(address))
    return found


def _replace(work: Work, found: Found, new: str) -> None:
    source = work.text.source
    start, end, kept = _with_marks(source, found)
    if new:
        low, high, put = replaced(source, start, end, new, found.low, found.high, work.habit)
    else:
        low, high, put = removed(source, start, end, found.low, found.high)
    work.splice(low, high, put + kept)


def _with_marks(source: str, found: Found) -> tuple[int, int, str]:
    """The span to replace with the marks of emphasis that go with it, and those that must stay."""
    text = source[found.low : found.high]
    start, end = found.start - found.low, found.end - found.low
    marked = spans(text)
    styled = [span for span in marked if span.kind is not SpanKind.SIGN]
    if not styled:
        return found.start, found.end, ""
    signs = [span for span in marked if span.kind is SpanKind.SIGN]
    for span in styled:  # all of it goes: its signs go with it
        if start <= span.start and span.end <= end:
            start = min([start, *(s.start for s in signs if s.end == span.start)])
            end = max([end, *(s.end for s in signs if s.start == span.end)])
    kept = "".join(
        text[s.start : s.end]
        for s in signs
        if start <= s.start and s.end <= end and not _goes(s, styled, signs, start, end)
    )
    return found.low + start, found.low + end, kept


def _goes(sign: Span, styled: list[Span], signs: list[Span], start: int, end: int) -> bool:
    """Whether the other sign of the pair goes too, so that nothing is left open."""
    for span in styled:
        if sign.end == span.start or sign.start == span.end:
            pair = [s for s in signs if s.end == span.start or s.start == span.end]
            return all(start <= s.start and s.end <= end for s in pair)
    return True


def _insert(work: Work, at: int, low: int, high: int, new: str) -> None:
    start, end, put = replaced(work.text.source, at, at, new, low, high, work.habit)
    work.splice(start, end, put)


def _add(work: Work, place: Place, new: str, side: Side) -> None:
    if place.unit is Unit.HEADING and place.start == place.end:
        raise WordingError(msg("There is no title to which words could be added."))
    stretches = list(spans_of(work.text, [place]))
    if not stretches:
        raise WordingError(msg("There are no words to which others could be added."))
    low, high = stretches[0] if side is Side.START else stretches[-1]
    text = work.text.source[low:high]
    if side is Side.START:
        _insert(work, low, low, high, new)
        return
    at = before_final_stop(text, new)
    stop = text[at:].strip()
    words = new.strip()
    if stop and words.endswith(stop):  # « … ; »: a sign is not doubled
        words = words[: -len(stop)].rstrip()
    _insert(work, low + at, low, high, words)


def _rest(work: Work, deed: ReplaceRest) -> None:
    for found in _anchors(work, deed):
        source = work.text.source
        if deed.side is Side.AFTER:
            start, end = found.end, found.high
            start += len(source[start:end]) - len(source[start:end].lstrip())
            new = deed.new or ""
            if not new and source[end - 1 : end] in ".;:," and source[start:end].strip() != source[end - 1]:
                end -= 1  # « la fin de la phrase est supprimée »: its stop stays
        else:
            start, end, new = found.low, found.start, deed.new or ""
        if start >= end:
            raise WordingError(msg("Nothing stands there besides “{words}”.", words=deed.anchor.text))
        _replace(
            work,
            Found(
                start, end - (len(source[start:end]) - len(source[start:end].rstrip())), found.low, found.high
            ),
            new,
        )

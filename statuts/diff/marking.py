"""From aligned units to marked text: every character of both texts, each with one fate and one class."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from statuts.diff.gaps import differences
from statuts.diff.sequence import Hunk
from statuts.diff.units import common_start
from statuts.language.words import Pieces, unraised
from statuts.model.redline import FOLDED, ChangeClass, Op, Part, Segment

_DELETE, _INSERT = Op.DELETE, Op.INSERT  # looked up once
_CROSSED_OUT = "~~"
_LINE_END_HYPHEN = re.compile(r"(?<=\w)[-‐]\r?\n[ \t]*(?=\w)")

Classifier = Callable[[Hunk], ChangeClass]
"""The class of one change of units, from its place."""


class Marker:
    """Collects segments in order; neighbours that are alike become one. `fresh` gives change numbers."""

    def __init__(self, fresh: Callable[[], int]) -> None:
        self.segments: list[Segment] = []
        self.fresh = fresh
        self._equal: list[str] = []

    def equal(self, text: str) -> None:
        """Text that stays."""
        if text:
            self._equal.append(text)

    def folded(self, old: str, new: str) -> None:
        """A gap, or an equal unit written otherwise: classes that carry no number."""
        if old == new:
            self.equal(old)
            return
        for op, text, cls in differences(old, new):
            if cls is None:
                self.equal(text)
            elif _CROSSED_OUT in text:  # a stretch too long to be one unit begins or ends here
                self._add(Segment(op, text, Part.TEXT, self.fresh(), ChangeClass.WORDING))
            else:
                self._add(Segment(op, text, Part.TEXT, None, cls))

    def layout(self, old: str, new: str) -> None:
        """What parts words that stay, of whatever it is made."""
        if old == new:
            self.equal(old)
        else:
            self.numbered(old, new, ChangeClass.LAYOUT)

    def numbered(self, old: str, new: str, cls: ChangeClass, part: Part = Part.TEXT) -> None:
        """One change of units: members vote on it, unless its class is a folded one."""
        number = None if cls in FOLDED else self.fresh()
        self._flush()
        if old:
            self.segments.append(Segment(_DELETE, old, part, number, cls))
        if new:
            self.segments.append(Segment(_INSERT, new, part, number, cls))

    def typography(self, old: str, new: str) -> None:
        """The same unit, other signs: only the sign is marked, unless letters differ too."""
        if unraised(old) == unraised(new):
            self.numbered(old, new, ChangeClass.MARKUP)  # « 1er », « 1<sup>er</sup> »
            return
        shortest = min(len(old), len(new))
        start = common_start(old, new, shortest)
        end = common_start(old[::-1], new[::-1], shortest - start)
        middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
        if any(c.isalnum() for c in middle_old + middle_new) or (
            start + end and _combining(middle_old, middle_new)
        ):
            start = end = 0
            middle_old, middle_new = old, new
        self.equal(old[:start])
        for op, text in ((Op.DELETE, middle_old), (Op.INSERT, middle_new)):
            if text:
                self._add(Segment(op, text, Part.TEXT, None, ChangeClass.TYPOGRAPHY))
        self.equal(old[len(old) - end :] if end else "")

    def finished(self) -> tuple[Segment, ...]:
        """Everything collected."""
        self._flush()
        return tuple(self.segments)

    def _add(self, segment: Segment) -> None:
        self._flush()
        self.segments.append(segment)

    def _flush(self) -> None:
        equal = self._equal
        if equal:
            self.segments.append(Segment.kept("".join(equal) if len(equal) > 1 else equal[0]))
            equal.clear()


def _combining(old: str, new: str) -> bool:
    return any(0x300 <= ord(c) <= 0x36F for c in old + new)


def run_together(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Neighbours of one fate made one, empty ones left out."""
    for fate, run in groupby((s for s in segments if s.text), key=lambda s: s._replace(text="")):
        yield fate._replace(text="".join([s.text for s in run]))


def mark(marker: Marker, old: Pieces, new: Pieces, found: Sequence[Hunk], class_of: Classifier) -> None:
    """Write `old` → `new` into `marker`, given where their units differ, and what each difference is.

    `at_old` and `at_new` say which piece comes next: a gap after what stayed, a unit after what differs.
    """
    i = j = at_old = at_new = 0
    for hunk in found:
        if i < hunk.a0:
            _stays(marker, old, new, range(i, hunk.a0), j - i, at_old, at_new)
            at_old, at_new = 2 * hunk.a0, 2 * hunk.b0
        _differs(marker, old, new, hunk, at_old, at_new, class_of)
        i, j = hunk.a1, hunk.b1
        at_old, at_new = 2 * i + 1, 2 * j + 1
    if i < len(old.keys):
        _stays(marker, old, new, range(i, len(old.keys)), j - i, at_old, at_new)
        at_old, at_new = 2 * len(old.keys), 2 * len(new.keys)
    marker.folded(old.text(at_old, len(old.texts)), new.text(at_new, len(new.texts)))


def _stays(
    marker: Marker, old: Pieces, new: Pieces, kept: range, shift: int, at_old: int, at_new: int
) -> None:
    """Units that stay, with the gaps before them: unit k of the old text is unit k + `shift` of the new."""
    own = old.texts[at_old : 2 * kept.stop]
    other = new.texts[at_new : 2 * (kept.stop + shift)]
    text = "".join(own)
    if own == other or text == "".join(other):
        marker.equal(text)
        return
    for k in kept:
        unit_old, unit_new = 2 * k + 1, 2 * (k + shift) + 1
        marker.folded(old.text(at_old, unit_old), new.text(at_new, unit_new))
        at_old, at_new = unit_old + 1, unit_new + 1
        word_old, word_new = old.texts[unit_old], new.texts[unit_new]
        if word_old == word_new:
            marker.equal(word_old)
        elif old.keys[k] != new.keys[k + shift]:  # aligned although other: a renumbered article's number
            marker.numbered(word_old, word_new, ChangeClass.REFERENCE)
        else:
            marker.typography(word_old, word_new)


def _differs(
    marker: Marker, old: Pieces, new: Pieces, hunk: Hunk, at_old: int, at_new: int, class_of: Classifier
) -> None:
    """One change, with the gaps on both of its sides."""
    before_old, gone, after_old = _extent(old, hunk.a0, hunk.a1, at_old)
    before_new, come, after_new = _extent(new, hunk.b0, hunk.b1, at_new)
    cls = class_of(hunk)
    if ("\n" in gone or "\n" in come) and _LINE_END_HYPHEN.sub("", gone) == _LINE_END_HYPHEN.sub("", come):
        cls = ChangeClass.LAYOUT  # « pré-/cis » wrapped with a hyphen is « précis »
    if hunk.b0 == hunk.b1:
        _one_sided(marker, before_old, gone, after_old, after_new, cls, is_old=True)
    elif hunk.a0 == hunk.a1:
        _one_sided(marker, before_new, come, after_new, after_old, cls, is_old=False)
    else:
        if bool(before_old) == bool(before_new):
            marker.folded(before_old, before_new)
        else:  # « recherche[-, au-]{+ et+} »: the space came or went with the words
            gone, come = before_old + gone, before_new + come
        inside = bool(after_old) != bool(after_new)
        marker.numbered(gone + after_old if inside else gone, come + after_new if inside else come, cls)
        if not inside:
            marker.folded(after_old, after_new)


def _extent(side: Pieces, first: int, last: int, at: int) -> tuple[str, str, str]:
    """The gap before the changed units, these units, the gap after them; a gap alone is one after."""
    following = 2 * last + 1
    if first == last:
        return "", "", side.text(at, following)
    return side.text(at, 2 * first + 1), side.text(2 * first + 1, 2 * last), side.text(2 * last, following)


def _one_sided(
    marker: Marker, before: str, words: str, after: str, other: str, cls: ChangeClass, *, is_old: bool
) -> None:
    """Words that only one side has. Of the two gaps around them the other side keeps one: which?

    The one before if it is the same, so that the mark ends with its space (« [-au moins -]de »); else
    the one after (« présent[- ou représenté-]. »); else the part they share.
    """
    if before == other:
        stays_before, struck, stays_after = other, words + after, ""
    elif after == other:
        stays_before, struck, stays_after = "", before + words, other
    elif other and before.startswith(other):
        stays_before, struck, stays_after = other, before[len(other) :] + words + after, ""
    elif other and after.endswith(other):
        stays_before, struck, stays_after = "", before + words + after[: -len(other)], other
    elif other and not before and not after:  # a space gave way to words that need none: the end of an alinéa
        marker.numbered(words if is_old else other, other if is_old else words, cls)
        return
    elif other:
        old_gap, new_gap = (before, other) if is_old else (other, before)
        marker.folded(old_gap, new_gap)
        stays_before, struck, stays_after = "", words + after, ""
    else:
        stays_before, struck, stays_after = "", before + words + after, ""
    marker.equal(stays_before)
    marker.numbered(struck if is_old else "", "" if is_old else struck, cls)
    marker.equal(stays_after)

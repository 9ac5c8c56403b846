"""Lines → paragraphs, by what a reader goes by: white between lines, indents, lines that end early."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from statuts.importers.hyphens import Hyphens
from statuts.importers.labels import dotted_label, follows, sure_label
from statuts.importers.pdf.lines import Line
from statuts.importers.pdf.pieces import Look, Span
from statuts.language.numbering import NUMBER_AHEAD
from statuts.model.brought import BroughtKind, BroughtParagraph, BroughtRun

_WHITE = 1.25  # of the usual distance of lines: more is white between paragraphs
_INDENT = 0.7  # of the size
_SPACE = 0.22
_HANGING = 3.0  # points by which a sign may hang over the edge, or fall short of it
_MUCH_NARROWER = 0.7  # an inner edge this far in is that of a narrow column; else lines ended there by chance
_SENTENCE_END = re.compile(r"[.!?:;»”][\s\u00a0]*\Z")
_LEADERS = re.compile(r"(?:\.[\s\u00a0]?|…){4,}[\s\u00a0]*\d*\Z")  # a line of a table of contents
_ARTICLE = re.compile(rf"(?i)(?:article|art\.?|titre|chapitre|section|annexe)\b[\s\u00a0]*{NUMBER_AHEAD}")


class Measures:
    """What is usual in a file: how far lines stand apart, where they end."""

    def __init__(self, columns: list[list[Line]]) -> None:
        counts: dict[float, int] = {}
        ends: dict[tuple[int, int], list[float]] = {}
        sizes: dict[float, int] = {}
        colours: dict[str, int] = {}
        self._starts: dict[int, set[int]] = {}
        self._justified: dict[tuple[int, float, float], list[int]] = {}
        for column in columns:
            if column:
                self._justified[column[0].page, column[0].left, column[0].right] = _justified(column)
            for before, line in pairwise(column):
                pitch = (line.y - before.y) / line.size if line.size else 0
                if 0.8 < pitch < 2.6 and abs(line.size - before.size) < 0.05 * line.size:
                    counts[round(pitch, 1)] = counts.get(round(pitch, 1), 0) + 1
            for line in column:
                ends.setdefault((round(line.left / 6), line.column), []).append(line.x1)
                self._starts.setdefault(round(line.x0), set()).add(round(line.x1 / 3))
                size = round(2 * line.size) / 2
                sizes[size] = sizes.get(size, 0) + len(line.text)
                for span in line.spans:
                    colours[span.look.colour] = colours.get(span.look.colour, 0) + len(span.text)
        most = max(counts.values(), default=0)
        self.pitch = min((pitch for pitch, count in counts.items() if count >= 0.4 * most), default=1.3)
        self._ends = {left: sorted(found, reverse=True) for left, found in ends.items()}
        self.size = max(sizes, key=lambda size: sizes[size], default=0.0)
        self.colour = next((name for name, count in colours.items() if 2 * count > sum(colours.values())), "")

    def right(self, line: Line) -> float:
        """Where the lines of this line's column end; one that juts out does not count."""
        for edge in self._justified.get((line.page, line.left, line.right), []):
            if edge > line.x1 - _HANGING:
                return edge
        ends = self._ends.get((round(line.left / 6), line.column), [line.x1])
        return ends[min(len(ends) - 1, max(1, len(ends) * 3 // 100))]

    def is_centred(self, line: Line) -> bool:
        """Whether a line stands in the middle, and not at an edge that other lines keep to."""
        before, after = line.x0 - line.left, self.right(line) - line.x1
        if sure_label(line.text)[0] or dotted_label(line.text)[0].islower():
            return False
        if min(before, after) < 1.5 * line.size or abs(before - after) > 1.2 * line.size:
            return False
        return len(self._starts.get(round(line.x0), ())) < 3


def _justified(column: list[Line]) -> list[int]:
    """The edges that many lines of a column reach exactly, as set type does, from the left."""
    counts: dict[int, int] = {}
    for line in column:
        counts[round(line.x1)] = counts.get(round(line.x1), 0) + 1
    edges = sorted(edge for edge, count in counts.items() if count >= max(4, 0.2 * len(column)))
    if not edges:
        return []
    wide = _MUCH_NARROWER * (edges[-1] - column[0].left)
    return [edge for edge in edges if edge == edges[-1] or edge - column[0].left < wide]


@dataclass(slots=True)
class _Open:
    """A paragraph being put together."""

    lines: list[Line]
    centred: bool
    spans: list[Span] = field(default_factory=list)


def paragraphs_of(lines: list[Line], measures: Measures, hyphens: Hyphens) -> list[BroughtParagraph]:
    """The paragraphs of lines in reading order, pages and columns included."""
    found: list[_Open] = []
    for line in lines:
        if found and not _is_new(found[-1], line, measures):
            _add(found[-1], line, hyphens)
        else:
            found.append(_Open([line], measures.is_centred(line), list(line.spans)))
    return _labelled(found, measures.colour)


def _add(paragraph: _Open, line: Line, hyphens: Hyphens) -> None:
    last = paragraph.spans[-1]
    before, between = hyphens.join(last.text, line.text)
    first = line.spans[0]
    if between and (last.look.strike, last.look.underline) != (first.look.strike, first.look.underline):
        between, first = "", Span(between + first.text, first.look)
    paragraph.spans[-1] = Span(before + between, last.look)
    paragraph.spans += [first, *line.spans[1:]]
    paragraph.lines.append(line)


def _is_new(paragraph: _Open, line: Line, measures: Measures) -> bool:
    before, first = paragraph.lines[-1], paragraph.lines[0]
    size = max(line.size, before.size)
    if abs(line.size - before.size) > 0.08 * size or _starts_something(before, line):
        return True
    centred = measures.is_centred(line)
    if centred != paragraph.centred and (paragraph.centred or _ends_early(before, line, measures)):
        return True
    if centred and paragraph.centred:
        return before.x1 - before.x0 + line.first + size < measures.right(line) - line.left or _apart(
            before, line, measures
        )
    if _ends_early(before, line, measures):
        return True
    same_column = before.page == line.page and before.left == line.left and line.y > before.y
    if not same_column:
        return _is_new_beyond(before, line, size)
    if _apart(before, line, measures):
        return True
    step = line.x0 - before.x0
    if step > _INDENT * size:
        hangs = len(paragraph.lines) == 1 and (sure_label(first.text)[0] or dotted_label(first.text)[0])
        return not hangs
    return step < -_INDENT * size and len(paragraph.lines) > 1


def _is_new_beyond(before: Line, line: Line, size: float) -> bool:
    """Whether the first line of a page or column is no continuation of the last of the one before."""
    if line.is_strong != before.is_strong or (line.x0 - line.left) - (before.x0 - before.left) > 2 * size:
        return True
    ended = bool(_SENTENCE_END.search(before.text))
    return ended and (line.text[:1].isupper() or line.text[:1] in "«“")


def _starts_something(before: Line, line: Line) -> bool:
    if sure_label(line.text)[0]:
        return not (
            line.text[0] in "-–—" and not _SENTENCE_END.search(before.text) and line.x0 <= before.x0 + 1
        )
    if _ARTICLE.match(line.text):
        return line.spans[0].look.strong and not before.spans[-1].look.strong
    return False


def _apart(before: Line, line: Line, measures: Measures) -> bool:
    return line.y - before.y > _WHITE * measures.pitch * max(line.size, before.size)


def _ends_early(before: Line, line: Line, measures: Measures) -> bool:
    """Whether the next word would have had room: then the line was ended on purpose."""
    if before.text.endswith("-") and line.text[:1].islower():
        return False
    if _LEADERS.search(before.text):
        return True
    return before.x1 + _SPACE * line.size + line.first < measures.right(before) - 1


def _labelled(found: list[_Open], ordinary: str) -> list[BroughtParagraph]:
    """The paragraphs as values, items told from the rest and their labels taken off."""
    dotted = [dotted_label(each.lines[0].text)[0] for each in found]
    levels: list[float] = []
    done: list[BroughtParagraph] = []
    for index, each in enumerate(found):
        first = each.lines[0]
        strong = all(line.is_strong for line in each.lines)
        label, end = ("", 0) if strong or each.centred else sure_label(first.text)
        if not label and dotted[index] and not strong:
            after = dotted[index + 1] if index + 1 < len(found) else ""
            in_row = (index and follows(dotted[index - 1], dotted[index])) or follows(dotted[index], after)
            if in_row or first.x0 - first.left > 1.2 * first.size:
                label, end = dotted_label(first.text)
        if label:
            while levels and first.x0 < levels[-1] - 0.5 * first.size:
                levels.pop()
            if not levels or first.x0 > levels[-1] + 0.5 * first.size:
                levels.append(first.x0)
        else:
            levels.clear()
        done.append(
            BroughtParagraph(
                _runs(each.spans, end, ordinary),
                BroughtKind.ITEM if label else BroughtKind.PARAGRAPH,
                len(levels),
                label,
                place=f"page {first.page}",
                centred=each.centred,
            )
        )
    return done


def _runs(spans: list[Span], skip: int, ordinary: str) -> tuple[BroughtRun, ...]:
    """Spans as runs, the first `skip` letters left out, neighbours of one look together."""
    runs: list[tuple[str, Look]] = []
    for text, look in spans:
        rest, skip = text[skip:], max(0, skip - len(text))
        if not rest:
            continue
        if look.colour == ordinary:
            look = look._replace(colour="")  # noqa: PLW2901
        if runs and (runs[-1][1] == look or (not rest.strip() and _same_rules(runs[-1][1], look))):
            runs[-1] = (runs[-1][0] + rest, runs[-1][1])
        else:
            runs.append((rest, look))
    return tuple(
        BroughtRun(
            text,
            look.strong,
            look.em,
            look.underline,
            look.strike,
            look.colour,
            look.size,
            look.link,
        )
        for text, look in runs
        if text
    )


def _same_rules(one: Look, other: Look) -> bool:
    return (one.underline, one.strike) == (other.underline, other.strike)

"""Where one paragraph of the parser is several alinéas: headings and list marks Markdown does not know."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from statuts.markdown.labels import Label, LabelKind, read_label
from statuts.markdown.lines import Line, marks_length
from statuts.model.document import BlockKind

ITEM_MARK = re.compile(
    r"[ \t]*(?:[•‣◦▪●○■–—‒−·*+-]|\(?[a-z]{1,2}\)|[A-Z]\)|[a-z]\.|\(?\d{1,3}\)|\d{1,3}(?:\.|[ ]?[°º])"
    r"|[IVX]{1,5}[.)])[ \t\u00a0\u202f]+(?=\S)"
)
MAY_HEAD = re.compile(
    r"[ \t]{0,3}(?:\*{1,3}|__?)?[\W_]{0,3}(?:A(?:[rnRN]|pp|PP|bs|BS)|§|TIT|Tit|Tít|TÍT|CHAP|Chap|CAP[IÍ]"
    r"|Cap[ií]|PART|Part|Livre|LIVRE|[Ss]ec(?:[tc]|\b)|SEC(?:[TC]|\b)|[Ss]ous-?[st]|SOUS-?[ST]|Pr[ée]a|PR[ÉE]A"
    r"|Kap|Teil)"
)
_LONGEST_HEADING = 100
_LONGEST_UNSIGNED = 80
_COLON_WORDS = 3
_GOES_ON = ".;,!?…"
_SENTENCE_END = ".;:!?…»”)*_"
_SHORT_LINE = 60
_CONNECTIVE = re.compile(
    r"(?:[,'’(–-]|\b(?:à|au|aux|avec|ce|cet|de|des|du|en|et|la|le|les|l|ou|par|pour|sur|the|to|of|in|and|or|under))$"
)
_TIGHT = re.compile(r"#{1,6}(?=[^\W\d_])")
_HEADINGS = (LabelKind.ARTICLE, LabelKind.DIVISION, LabelKind.SECTION, LabelKind.ANNEX, LabelKind.PREAMBLE)


class Alinea(NamedTuple):
    """Lines `start` to `end` of a paragraph that are one alinéa of `kind`.

    `mark` is the length of what stands before its words where the parser does not know it (0: it does),
    `wrap` the bold marks around a heading's words, `level` the heading's level (0: not said).
    """

    kind: BlockKind
    start: int
    end: int
    mark: int = 0
    wrap: str = ""
    level: int = 0


def split_alineas(lines: Sequence[Line], kind: BlockKind, depth: int) -> tuple[Alinea, ...]:
    """The alinéas of one paragraph, in order and without a gap. `kind` is what the parser takes it for."""
    heads = {i: head for i in range(len(lines)) if (head := _heading_at(lines, i, depth)) is not None}
    starts = {i for i in range(1, len(lines)) if i in heads or i - 1 in heads or _run_in_at(lines, i, depth)}
    alineas: list[Alinea] = []
    bounds = [0, *sorted(starts), len(lines)]
    for start, end in pairwise(bounds):
        if start in heads:
            alineas.append(heads[start])
        else:
            own = kind if start == 0 or depth == 0 else BlockKind.PARAGRAPH
            alineas.extend(_split_items(lines, start, end, own, depth))
    return tuple(alineas)


def heads_a_text(text: str) -> Label | None:
    """The label of a paragraph that opens an article on its own line (`**Article 12.** Le bureau…`)."""
    if not MAY_HEAD.match(text):
        return None
    label = read_label(text)
    if label.kind is LabelKind.ARTICLE and label.number and (label.signed or text.lstrip()[0] in "*_"):
        return label
    if label.kind is LabelKind.SECTION and label.number and text.lstrip()[0] in "*_":
        return label
    return None


def _heading_at(lines: Sequence[Line], index: int, depth: int) -> Alinea | None:
    """The heading that line `index` is, if it is one."""
    line = lines[index].text
    if depth and (index == 0 or line[:1] in " \t>"):
        return None
    indent = len(line) - len(line.lstrip())
    following = lines[index + 1].text if index + 1 < len(lines) else ""
    if tight := _TIGHT.match(line, indent):
        # `##Article 3`: CommonMark wants a space there, the people who type it do not.
        if len(tight[0]) > 1 or _is_heading(line[tight.end() :].strip(), following, wrapped=False):
            return Alinea(BlockKind.HEADING, index, index + 1, tight.end(), "", len(tight[0]))
        return None
    if not MAY_HEAD.match(line) or _breaks_a_sentence(lines, index):
        return None
    text = line.strip()
    for wrap in ("***", "**", "__", "*", "_"):
        if text.startswith(wrap) and text.endswith(wrap) and len(text) > 2 * len(wrap):
            inner = text[len(wrap) : -len(wrap)]
            if wrap not in inner and _is_heading(inner, following, wrapped=True):
                return Alinea(BlockKind.HEADING, index, index + 1, indent + len(wrap), wrap)
    if _is_heading(text, following, wrapped=False):
        return Alinea(BlockKind.HEADING, index, index + 1, indent)
    return None


def _is_heading(text: str, following: str, *, wrapped: bool) -> bool:
    """Is a line a heading and nothing else? `wrapped`: all of it is bold; `following`: the line below."""
    label = read_label(text)
    if label.kind is LabelKind.PREAMBLE:
        return text.strip("*_ .:").isalpha()
    if label.kind not in _HEADINGS or not (label.number or label.kind is LabelKind.ANNEX):
        return False
    rest = text[label.end :]
    if not rest:
        return True
    bold = text[0] in "*_"
    if len(rest) > _LONGEST_HEADING or (following and not wrapped and (bold or _runs_on(text, following))):
        return False
    if not wrapped and (rest[-1] in _GOES_ON or (rest[-1] == ":" and len(rest.split()) > _COLON_WORDS)):
        return False
    if label.signed or (bold and not label.bold):
        return True
    return (rest[0].isupper() or rest[0] in '«"“([') and len(rest) <= _LONGEST_UNSIGNED


def _run_in_at(lines: Sequence[Line], index: int, depth: int) -> bool:
    line = lines[index].text
    if not MAY_HEAD.match(line) or (depth and line[:1] in " \t>"):
        return False
    return heads_a_text(line) is not None and not _breaks_a_sentence(lines, index)


def _breaks_a_sentence(lines: Sequence[Line], index: int) -> bool:
    """True where the line before goes on into this one: « …conformément à l' / Article 9. »."""
    before = lines[index - 1].text.rstrip() if index else ""
    return bool(before) and before[-1] not in _SENTENCE_END and _runs_on(before, "")


def _runs_on(line: str, following: str) -> bool:
    """Does a line look wrapped: long, ending on a word that calls for another, or gone on in lower case?"""
    return (
        len(line) > _SHORT_LINE
        or following.lstrip()[:1].islower()
        or _CONNECTIVE.search(line[-_SHORT_LINE:]) is not None
    )


def _split_items(lines: Sequence[Line], start: int, end: int, kind: BlockKind, depth: int) -> list[Alinea]:
    marks = {}
    for i in range(start, end):
        text = lines[i].text
        lead = 0 if i == start and kind is BlockKind.ITEM else marks_length(text, depth)
        if (match := ITEM_MARK.match(text, lead)) and not (i == start and kind is BlockKind.ITEM):
            marks[i] = match.end()
    marked = [i for i in marks if _counts_as_item(lines, i, start, len(marks))]
    bounds = sorted({start, *marked, end})
    return [
        Alinea(BlockKind.ITEM, a, b, marks[a]) if a in marked else Alinea(kind, a, b)
        for a, b in pairwise(bounds)
    ]


def _counts_as_item(lines: Sequence[Line], index: int, start: int, marks: int) -> bool:
    # A wrapped line of prose may begin with a dash: one alone is a list only below a colon.
    return marks > 1 or index == start or lines[index - 1].text.rstrip().endswith(":")

"""Which paragraphs head something: by their style, their number, or only by the way they look.

A style says it; a number (« Article 3 – ») nearly does; bold type or capitals alone are a guess, and said
to be one.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from statuts.markdown.labels import Label, LabelKind, read_label
from statuts.model.brought import BroughtBlock, BroughtKind, BroughtParagraph
from statuts.model.import_report import Became
from statuts.model.message import Message, msg

_LONGEST = 14
"""Words of a line that may still be a heading by its looks."""
_SENTENCE_END = re.compile(r"[.;,:…]\s*$")
_TITLE_STYLES = re.compile(r"^(?:title|titre|titre principal|titel|título)$", re.I)
_NAMES_A_TEXT = re.compile(
    r"\W*(?:(?:projet|proposition) de )?(?:statuts|r[èe]glement|charte|bylaws)\b", re.I
)
_KINDS = {
    LabelKind.ARTICLE: Became.ARTICLE,
    LabelKind.DIVISION: Became.DIVISION,
    LabelKind.SECTION: Became.DIVISION,
    LabelKind.ANNEX: Became.ANNEX,
    LabelKind.PREAMBLE: Became.PREAMBLE,
}
_RANKS = (
    "livre",
    "book",
    "partie",
    "part",
    "titre",
    "title",
    "chapitre",
    "chapter",
    "section",
    "sous-section",
)


@dataclass(frozen=True, slots=True)
class Head:
    """A paragraph that heads something: what, at which rank among divisions, and whether that is a guess.

    `run_in` is how many of its characters are the heading, where the text goes on behind it.
    """

    became: Became
    rank: int = 0
    why: Message | None = None
    run_in: int = 0


def heads_of(blocks: Sequence[BroughtBlock]) -> dict[int, Head]:
    """The paragraphs that head something, by their place among the blocks."""
    paragraphs = {
        n: block
        for n, block in enumerate(blocks)
        if isinstance(block, BroughtParagraph) and shown(block).strip()
    }
    found = {n: head for n, paragraph in paragraphs.items() if (head := _head(paragraph))}
    numbered = any(head.became is Became.ARTICLE for head in found.values())
    found |= _styled(paragraphs, found, numbered=numbered)
    if not any(head.became is Became.ARTICLE for head in found.values()):
        found |= _by_looks(paragraphs, found)
    elif numbered:
        found |= _lines_between(paragraphs, found)
    return _with_title(paragraphs, found)


def shown(paragraph: BroughtParagraph) -> str:
    """The paragraph as it is read: its automatic number, then its words."""
    return f"{paragraph.label} {paragraph.text}" if paragraph.label else paragraph.text


def _head(paragraph: BroughtParagraph) -> Head | None:
    """A heading by its own label."""
    text = " ".join(shown(paragraph).split())
    label = read_label(text)
    became = _KINDS.get(label.kind)
    if became is None or paragraph.kind in (BroughtKind.CODE, BroughtKind.QUOTE):
        return None
    rank = _rank(label)
    rest = text[label.end :]
    if paragraph.kind is BroughtKind.HEADING:
        return Head(became, rank)
    if label.kind is LabelKind.PREAMBLE and len(text.split()) > 3:
        return None
    whole = _stands_out(paragraph)
    if whole and (_short(rest) or not rest.strip()):
        return Head(became, rank)
    if became is Became.ARTICLE and (_leads_bold(paragraph, label) or not _short(rest)) and rest.strip():
        at = _run_in(paragraph, label)
        sure = label.signed and _leads_bold(paragraph, label)
        signed = label.signed or paragraph.label
        return Head(became, rank, None if sure else _RUN_IN, at) if at and signed else None
    if not rest.strip() or (_short(rest) and label.signed and not rest.rstrip().endswith(".")):
        return Head(became, rank, _BY_NUMBER)
    return None


_BY_NUMBER = msg("a line of its own that begins with a number of article")
_RUN_IN = msg("the number opens the paragraph: the heading ends where the text begins")
_BOLD = msg("a short line in bold, underlined, in capitals or larger letters")
_STYLE = msg("a style of heading without a number")
_FIRST = msg("the first line of the text")


def _rank(label: Label) -> int:
    return next((n for n, word in enumerate(_RANKS) if label.word.startswith(word)), 0)


def _short(text: str) -> bool:
    return len(text.split()) <= _LONGEST and not _SENTENCE_END.search(text.rstrip(" :."))


def _stands_out(paragraph: BroughtParagraph) -> bool:
    """Whether the whole line is bold, underlined or in capitals."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    letters = "".join(c for c in paragraph.text if c.isalpha())
    capitals = len(letters) > 3 and letters.isupper()
    return bool(runs) and (all(run.strong for run in runs) or all(run.underline for run in runs) or capitals)


def _leads_bold(paragraph: BroughtParagraph, label: Label) -> bool:
    """Whether bold type ends before the line does: what is bold heads what is not."""
    if not paragraph.runs or _stands_out(paragraph):
        return False
    first = paragraph.runs[0]
    return first.strong and len(first.text.strip()) <= max(label.end, 60)


def _run_in(paragraph: BroughtParagraph, label: Label) -> int:
    """Where the text begins behind a heading on the same line: after what is bold, else after the number."""
    first = paragraph.runs[0] if paragraph.runs else None
    own = max(label.end - (len(paragraph.label) + 1 if paragraph.label else 0), 0)
    if first and first.strong and len(first.text) < len(paragraph.text) and len(first.text) >= own:
        return len(first.text)
    return own


def _styled(
    paragraphs: dict[int, BroughtParagraph], found: dict[int, Head], *, numbered: bool
) -> dict[int, Head]:
    """Headings by their style and without a number of article: their level tells what they are."""
    styled = {n: p for n, p in paragraphs.items() if p.kind is BroughtKind.HEADING and n not in found}
    if not styled:
        return {}
    article = [
        paragraphs[n].level for n, h in found.items() if h.became is Became.ARTICLE and paragraphs[n].level
    ]
    if article:
        level = Counter(article).most_common(1)[0][0]
    else:
        counts = Counter(p.level for n, p in styled.items() if not _is_first(n, paragraphs))
        level = max(counts, key=lambda one: (counts[one], one)) if counts else 0
    made = {}
    for n, paragraph in styled.items():
        if paragraph.level == level and not numbered:
            made[n] = Head(Became.ARTICLE, 0, None)
        elif paragraph.level < level:
            made[n] = Head(Became.DIVISION, 10 + paragraph.level, _STYLE if numbered else None)
        else:
            became = Became.DIVISION if paragraph.level == level else Became.SUBHEADING
            made[n] = Head(became, 10 + paragraph.level, _STYLE)
    return made


def _by_looks(paragraphs: dict[int, BroughtParagraph], found: dict[int, Head]) -> dict[int, Head]:
    """Where nothing is numbered or styled: short bold lines followed by text head the articles."""
    made = {}
    for n, paragraph in paragraphs.items():
        text = paragraph.text.strip()
        if n in found or paragraph.kind is not BroughtKind.PARAGRAPH or not _looks_like_one(paragraph):
            continue
        if not _is_first(n, paragraphs) or not _NAMES_A_TEXT.match(text):
            made[n] = Head(Became.ARTICLE, 0, _BOLD)
    return made


def _lines_between(paragraphs: dict[int, BroughtParagraph], found: dict[int, Head]) -> dict[int, Head]:
    """In a text of numbered articles, a bold line right before one heads a division; another, a passage."""
    places = sorted(paragraphs)
    first = min((n for n in found), default=0)
    made = {}
    for rank, n in enumerate(places):
        paragraph = paragraphs[n]
        if n in found or n < first or paragraph.kind is not BroughtKind.PARAGRAPH:
            continue
        if not _looks_like_one(paragraph):
            continue
        following = places[rank + 1] if rank + 1 < len(places) else None
        before = following in found and found[following].became is Became.ARTICLE
        made[n] = Head(Became.DIVISION if before else Became.SUBHEADING, 9, _BOLD)
    return made


def _looks_like_one(paragraph: BroughtParagraph) -> bool:
    text = paragraph.text.strip()
    return _stands_out(paragraph) and _short(text) and not paragraph.label


def _is_first(n: int, paragraphs: dict[int, BroughtParagraph]) -> bool:
    return n == min(paragraphs)


def _with_title(paragraphs: dict[int, BroughtParagraph], found: dict[int, Head]) -> dict[int, Head]:
    """The first line, where it names the text or is set as a title; nothing else is one."""
    if not paragraphs:
        return found
    n = min(paragraphs)
    paragraph = paragraphs[n]
    head = found.get(n)
    numbered = head is not None and read_label(" ".join(shown(paragraph).split())).kind in _KINDS
    if numbered or len(paragraph.text.split()) > 2 * _LONGEST:
        return found
    styled = _TITLE_STYLES.match(paragraph.style) or paragraph.kind is BroughtKind.HEADING
    named = _NAMES_A_TEXT.match(paragraph.text.strip())
    if styled or named or _stands_out(paragraph) or paragraph.centred:
        return {**found, n: Head(Became.TITLE, 0, None if styled else _FIRST)}
    return found


def without_guess(head: Head) -> Head:
    """The same heading once a person has confirmed it."""
    return replace(head, why=None)

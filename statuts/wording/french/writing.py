"""A French act on paper: groups with their numbers, items with theirs, signs and blank lines between."""

from collections.abc import Sequence

from statuts.language.numbering import to_roman
from statuts.model.instruction import Deed
from statuts.wording.french.clauses import Clauses, chapeau
from statuts.wording.french.nouns import subject_of
from statuts.wording.layout import Group, Style, laid_out
from statuts.wording.quotes import ended
from statuts.wording.speech import IsSecond, Written

_MOST_ROMAN = 399


def write(deeds: Sequence[Deed], style: Style, subject: str, is_second: IsSecond) -> Written:
    """The act that says `deeds`, one paragraph a group, numbered where there are several."""
    groups = laid_out(deeds)
    paragraphs: list[str] = []
    labels = [""] * len(deeds)
    passages = [""] * len(deeds)
    for n, group in enumerate(groups, 1):
        label, lead = _numbered(n, len(groups), style)
        said, parts = _group(group, style, subject_of(subject), is_second)
        paragraphs.append(lead + said)
        indices = [index for item in group.items for index in item.indices]
        for index, (mark, passage) in zip(indices, parts, strict=True):
            labels[index] = ", ".join(part for part in (label, mark) if part)
            passages[index] = passage
    return Written("\n\n".join(paragraphs) + "\n" if paragraphs else "", tuple(labels), tuple(passages))


def _numbered(n: int, count: int, style: Style) -> tuple[str, str]:
    """How a group is called, and what stands before it: « I. – », « Résolution n° 1 : »."""
    if style is Style.RESOLUTION:
        return f"Résolution n°\u00a0{n}", f"Résolution n°\u00a0{n}\u00a0: "
    if count == 1:
        return "", ""
    roman = to_roman(n) if n <= _MOST_ROMAN else str(n)
    return roman, f"{roman}. – "


def _group(
    group: Group, style: Style, subject: str, is_second: IsSecond
) -> tuple[str, list[tuple[str, str]]]:
    """The text of a group, and for each of its deeds the mark and the words of its item."""
    if len(group.items) == 1:
        said = Clauses(style, subject, is_second).sentence(group.items[0])
        return ended(said, "."), [("", said)] * len(group.items[0].indices)
    lines = [chapeau(group.about, style, subject, is_second)]
    parts: list[tuple[str, str]] = []
    for k, item in enumerate(group.items, 1):
        end = "." if k == len(group.items) else "\u202f;"
        mark = f"{k}°"
        if item.items:
            inner = Clauses(style, subject, is_second, group.about)
            within = Clauses(style, subject, is_second, item.about)
            lines.append(f"{mark}\u00a0{inner.chapeau(item.about)}")
            for j, each in enumerate(item.items):
                said = within.sentence(each)
                letter = f"{chr(ord('a') + j)})"
                lines.append(ended(f"{letter}\u00a0{said}", end if j + 1 == len(item.items) else "\u202f;"))
                parts += [(f"{mark}, {letter}", said)] * len(each.indices)
            continue
        said = Clauses(style, subject, is_second, group.about).sentence(item)
        lines.append(ended(f"{mark}\u00a0{said}", end))
        parts += [(mark, said)] * len(item.indices)
    return "\n\n".join(lines), parts

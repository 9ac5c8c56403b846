"""Plain text → `Brought`: lines that a mail program or a PDF reader wrapped are put together; words stay."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from statuts.errors import InputError
from statuts.importers.hyphens import Hyphens, without_soft
from statuts.importers.labels import dotted_label, follows, sure_label
from statuts.importers.text_pages import Row, rows_of
from statuts.language.numbering import NUMBER_AHEAD
from statuts.model.brought import Aside, AsideKind, Brought, BroughtKind, BroughtParagraph, BroughtRun
from statuts.model.message import Message, msg, msgn

_MOST_SIGNS = 10_000_000
_WIDEST = 200  # signs: where lines are longer, each is a paragraph
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|~{3,}|\*{3,}|_{3,}|—{3,})\s*")
_ARTICLE = re.compile(rf"(?i)\s*(?:article|titre|chapitre|section|annexe)\s+(?:n[°º]\s*)?{NUMBER_AHEAD}")
_SENTENCE_END = re.compile(r"[.!?;:»]\s*\Z")


@dataclass(slots=True)
class _Open:
    """A paragraph being put together."""

    rows: list[Row]
    text: str
    heading: int = 0
    pieces: list[str] = field(default_factory=list)


def read_plain(text: str) -> Brought:
    """The paragraphs of a plain text. What is underlined is a heading; numbers of pages stand beside."""
    if len(text) > _MOST_SIGNS:
        raise InputError(
            msg("This text is longer than any statutes."),
            msg("Keep the part that holds them, and give that."),
        )
    pages = rows_of(text)
    if not any(row.text for row in pages.rows):
        raise InputError(msg("There are no words in this text."), msg("Give a file that holds the statutes."))
    hyphens = Hyphens(row.text for row in pages.rows)
    blocks = _labelled(_paragraphs(pages.rows, hyphens))
    asides = [
        Aside(kind, (BroughtParagraph((BroughtRun(row.text.strip()),), place=_place(row)),), _place(row))
        for kind, row in pages.edges
    ]
    remarks: list[Message] = []
    if pages.quoted:
        remarks.append(msg("The sign “>” of quoted mail was taken off every line."))
    if numbers := sum(kind is AsideKind.PAGE_NUMBER for kind, _ in pages.edges):
        remarks.append(
            msgn("{count} page number was set apart.", "{count} page numbers were set apart.", numbers)
        )
    return Brought("TXT", tuple(blocks), tuple(asides), (*remarks, *hyphens.remarks()))


def _paragraphs(rows: list[Row], hyphens: Hyphens) -> list[_Open]:
    width, has_white = _width(rows), 8 * sum(not row.text for row in rows) > len(rows)
    found: list[_Open] = []
    before: Row | None = None
    for row in rows:
        if not row.text:
            before = None if before is None or not _goes_on_over(before, row) else before
            continue
        if found and before is not None and _UNDERLINE.fullmatch(row.text) and len(found[-1].rows) == 1:
            found[-1].heading = 1 if "=" in row.text else 2
            before = None
            continue
        ended = before is not None and not has_white and bool(_SENTENCE_END.search(before.text))
        ended = ended and row.text.lstrip()[0].isupper()
        if before is not None and not ended and not _is_new(found[-1], before, row, width):
            found[-1].pieces.append(row.text.strip())
            found[-1].rows.append(row)
        else:
            found.append(_Open([row], "", pieces=[row.text.strip()]))
        before = row
    for each in found:
        each.text = _joined(each.pieces, hyphens)
    return found


def _joined(pieces: list[str], hyphens: Hyphens) -> str:
    done: list[str] = []
    for piece in pieces:
        if done:
            before, between = hyphens.join(done.pop(), piece)
            done += [before + between]
        done.append(piece)
    return without_soft("".join(done))


def _is_new(paragraph: _Open, before: Row, row: Row, width: int) -> bool:
    if sure_label(row.text.strip())[0] or _ARTICLE.match(row.text) or _is_capitals(row.text):
        return not (_is_capitals(row.text) and _is_capitals(before.text) and _is_full(before, row, width))
    first = paragraph.rows[0].text.strip()
    if follows(dotted_label(first)[0], dotted_label(row.text.strip())[0]):
        return True
    if _is_capitals(before.text) or not _is_full(before, row, width):
        return True
    if sure_label(first)[0] or dotted_label(first)[0]:
        return row.indent < paragraph.rows[0].indent
    if row.indent > before.indent + 1:
        return True
    return row.indent < before.indent - 1 and len(paragraph.rows) > 1


def _is_full(before: Row, row: Row, width: int) -> bool:
    """Whether the next word would have had no room on the line before: then a program cut it there."""
    if width > _WIDEST:
        return False
    first = row.text.split(maxsplit=1)[0]
    if before.text.endswith("-") and before.text[-2:-1].isalpha() and first[0].islower():
        return True
    return before.indent + len(before.text.strip()) + 1 + len(first) > width


def _goes_on_over(before: Row, blank: Row) -> bool:
    """Whether a paragraph may go on behind the end of a page."""
    return blank.is_page_end and not _SENTENCE_END.search(before.text)


def _width(rows: list[Row]) -> int:
    """Where lines were cut: the longest of those that another line follows, one in thirty left out."""
    lengths = sorted(
        (
            row.indent + len(row.text.strip())
            for row, after in pairwise(rows)
            if row.text and after.text and not _UNDERLINE.fullmatch(after.text)
        ),
        reverse=True,
    )
    return lengths[len(lengths) // 30] if lengths else _WIDEST + 1


def _is_capitals(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) > 3 and all(sign.isupper() for sign in letters)


def _labelled(found: list[_Open]) -> list[BroughtParagraph]:
    """The paragraphs as values, labels of items taken off."""
    dotted = [dotted_label(each.text)[0] for each in found]
    levels: list[int] = []
    done: list[BroughtParagraph] = []
    for index, each in enumerate(found):
        indent = each.rows[0].indent
        label, end = ("", 0) if each.heading else sure_label(each.text)
        if not label and dotted[index] and not each.heading and not _is_capitals(each.text):
            after = dotted[index + 1] if index + 1 < len(found) else ""
            if (
                (index and follows(dotted[index - 1], dotted[index]))
                or follows(dotted[index], after)
                or indent > 1
            ):
                label, end = dotted_label(each.text)
        if label:
            while levels and indent < levels[-1]:
                levels.pop()
            if not levels or indent > levels[-1]:
                levels.append(indent)
        else:
            levels.clear()
        kind = BroughtKind.ITEM if label else BroughtKind.HEADING if each.heading else BroughtKind.PARAGRAPH
        run = BroughtRun(each.text[end:])
        done.append(
            BroughtParagraph((run,), kind, len(levels) or each.heading, label, place=_place(each.rows[0]))
        )
    return done


def _place(row: Row) -> str:
    return f"ligne {row.number}"

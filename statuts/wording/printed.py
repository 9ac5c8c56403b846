"""The alinéas of a new text as an act quotes them: one line each, with a printer's marks."""

import re

from statuts.model.document import Block, BlockKind
from statuts.wording.content import printed_mark
from statuts.wording.outline import Alinea, Outline

_SPACES = re.compile(r"[ \t\r\n]+")
_QUOTE_MARKS = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?:>[ \t]?)+")
_MARK = re.compile(r"[ \t]*>")


def printed(text: Outline, p: int) -> list[str]:
    """All alinéas of a portion, and the headings inside it, in order."""
    portion = text.portions[p]
    lines: list[tuple[int, str]] = [(a.lead, printed_alinea(text, a)) for a in portion.alineas]
    at = portion.start
    for n, block in enumerate(portion.section.blocks):
        if block.kind is BlockKind.HEADING and n:
            lines.append((at, block.lead.strip() + " " + block.body))
        at += len(block.raw)
    return [line for _, line in sorted(lines)]


def printed_text(text: Outline) -> list[str]:
    """All of a text, its headings as Markdown has them: where the statutes are written anew as a whole."""
    lines: list[str] = []
    for p, portion in enumerate(text.portions):
        own = printed(text, p)
        if portion.heading is not None:
            head = portion.section.blocks[0]
            if portion.section.heading is not None and portion.section.heading.run_in:
                label = text.source[slice(*portion.heading)]
                runs_on = portion.alineas and portion.alineas[0].run_in
                own = [label + own[0], *own[1:]] if runs_on else [label.strip(), *own]
            else:
                own = [_heading(head), *own]
        lines += own
    return lines


def _heading(head: Block) -> str:
    written = head.raw.strip()
    return written if "\n" not in written and "\r" not in written else f"{'#' * head.depth} {head.body}"


def printed_alinea(text: Outline, alinea: Alinea) -> str:
    """One alinéa on one line; a table keeps its lines, since they are its cells."""
    words = text.source[alinea.start : alinea.end]
    if alinea.rows:
        return _table(text, alinea)
    if alinea.kind is BlockKind.QUOTE:
        return "> " + _SPACES.sub(" ", _QUOTE_MARKS.sub(" ", words)).strip()
    return printed_mark(alinea) + _SPACES.sub(" ", words).strip()


def _table(text: Outline, alinea: Alinea) -> str:
    """A table with a bar at both ends of every line: so it is known for one wherever it is quoted."""
    lines = (line.strip() for line in text.source[alinea.lead : alinea.end].splitlines())
    return "\n".join(_barred(line) for line in lines if line)


def _barred(line: str) -> str:
    left = "" if line.startswith("|") else "| "
    right = "" if line.endswith("|") and not line.endswith("\\|") else " |"
    return left + line + right


def with_head(number: str, lines: list[str]) -> tuple[str, ...]:
    """The lines of an article with its head, as every article that is quoted has it (fiche 3.4.1)."""
    if not number:
        return tuple(lines)
    if lines and not re.match(r"[–•◦▪|>#]|\S{1,4}[.)°] ", lines[0]):
        return (f"Art. {number}. – {lines[0]}", *lines[1:])
    return (f"Art. {number}. –", *lines)

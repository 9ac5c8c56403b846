"""From what a file holds to Markdown articles, with the account of what became what."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from statuts.importers.coverage import account
from statuts.importers.inline import escaped, markdown_of
from statuts.importers.lists import Markers
from statuts.importers.roles import Head, heads_of, shown
from statuts.importers.signatures import signature_start
from statuts.importers.table_markdown import table_markdown
from statuts.model.brought import (
    Aside,
    AsideKind,
    Brought,
    BroughtBlock,
    BroughtKind,
    BroughtParagraph,
    BroughtRun,
    BroughtTable,
)
from statuts.model.import_report import Became, Finding, Imported, LeftOut
from statuts.model.message import Message, msg

_ASIDES = {
    AsideKind.HEADER: msg("header of the pages"),
    AsideKind.FOOTER: msg("footer of the pages"),
    AsideKind.FOOTNOTE: msg("footnote, kept apart"),
    AsideKind.COMMENT: msg("comment, kept apart"),
    AsideKind.TEXT_BOX: msg("text box, kept apart"),
    AsideKind.CONTENTS: msg("table of contents: the headings make it"),
    AsideKind.HIDDEN: msg("hidden text"),
    AsideKind.PAGE_NUMBER: msg("page number"),
}
_SIGNED = msg("signature block, kept apart: it belongs to the decision, not to the text")

Confirm = Callable[[Finding], bool]
"""Asks a person whether a guess is right."""


def imported(brought: Brought, confirm: Confirm | None = None) -> Imported:
    """The articles of a file, on one side of its tracked changes. `confirm` is asked about every guess;
    what it denies stays an ordinary paragraph.
    """
    return _Making(brought, confirm).made()


@dataclass
class _Making:
    """Goes through the blocks once, writing Markdown and the report side by side."""

    brought: Brought
    confirm: Confirm | None
    parts: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def made(self) -> Imported:
        """The text and its report."""
        blocks = self.brought.blocks
        heads = self._confirmed(blocks, heads_of(blocks))
        levels = _levels(heads.values())
        end = signature_start(blocks, heads)
        markers = Markers()
        for n, block in enumerate(blocks[:end]):
            if isinstance(block, BroughtTable):
                markers.close()
                self._put(table_markdown(block), _finding(block.place, _table_words(block), Became.TABLE))
            elif n in heads:
                markers.close()
                self._heading(block, heads[n], levels)
            elif shown(block).strip():
                self._paragraph(block, markers)
        for block in blocks[end:]:
            self._signature(block)
        for aside in self.brought.asides:
            self._aside(aside)
        markdown = _joined(self.parts)
        report = account(self.brought, markdown, tuple(self.findings), tuple(self.left_out))
        return Imported(markdown, report)

    def _confirmed(self, blocks: Sequence[BroughtBlock], heads: dict[int, Head]) -> dict[int, Head]:
        if self.confirm is None:
            return heads
        kept = {}
        for n, head in heads.items():
            block = blocks[n]
            if head.why is None or not isinstance(block, BroughtParagraph):
                kept[n] = head
            elif self.confirm(_finding(block.place, shown(block), head.became, head.why)):
                kept[n] = replace(head, why=None)
        return kept

    def _heading(
        self, paragraph: BroughtParagraph, head: Head, levels: dict[tuple[Became, int], int]
    ) -> None:
        level = levels[head.became, head.rank]
        first: Sequence[BroughtRun] = paragraph.runs
        rest: Sequence[BroughtRun] = ()
        if head.run_in:
            first, rest = _cut(paragraph.runs, head.run_in)
        words = " ".join(markdown_of(first, styled=False).replace("\\\n", " ").split())
        label = escaped(paragraph.label.strip())
        heading = " ".join(part for part in (label, words) if part)
        self._put(
            f"{'#' * level} {heading.rstrip('#').rstrip()}",
            _finding(paragraph.place, shown(paragraph), head.became, head.why),
        )
        if rest and (text := markdown_of(rest).strip()):
            self.parts.append(text)

    def _paragraph(self, paragraph: BroughtParagraph, markers: Markers) -> None:
        if paragraph.kind is BroughtKind.CODE:
            markers.close()
            fence = "```"
            self._put(f"{fence}\n{paragraph.text}\n{fence}", _plain(paragraph, Became.PARAGRAPH))
            return
        text = markdown_of(paragraph.runs)
        if paragraph.label or paragraph.kind is BroughtKind.ITEM:
            marker, indent = markers.item(paragraph.label, paragraph.level)
            below = "\n" + indent + " " * len(marker)
            joint = "\n" if markers.goes_on else "\n\n"
            self._put(indent + marker + text.replace("\n", below), _plain(paragraph, Became.ITEM), joint)
            return
        indent = markers.inside(paragraph.level)
        text = text.replace("\n", "\n" + indent)
        if paragraph.kind is BroughtKind.QUOTE:
            text = "> " + text.replace("\n", "\n> ")
        self._put(indent + text, _plain(paragraph, Became.PARAGRAPH))

    def _put(self, text: str, finding: Finding, joint: str = "\n\n") -> None:
        if text.strip():
            self.parts.append((joint if self.parts else "") + text)
        self.findings.append(finding)

    def _signature(self, block: BroughtBlock) -> None:
        words = shown(block) if isinstance(block, BroughtParagraph) else _table_words(block)
        if words.strip():
            self.left_out.append(LeftOut(block.place, words, _SIGNED))
            self.findings.append(_finding(block.place, words, Became.SIGNATURE))

    def _aside(self, aside: Aside) -> None:
        words = "\n".join(shown(paragraph) for paragraph in aside.paragraphs)
        if words.strip():
            self.left_out.append(LeftOut(aside.place, words, _ASIDES[aside.kind]))


def _joined(parts: Sequence[str]) -> str:
    text = ""
    for part in parts:
        text += part if part.startswith("\n") or not text else "\n\n" + part
    return text + "\n" if text else ""


def _levels(heads: Iterable[Head]) -> dict[tuple[Became, int], int]:
    """Levels of Markdown: the title, the divisions by their rank, the articles, what stands below them."""
    found = list(heads)
    ranks = sorted({head.rank for head in found if head.became is Became.DIVISION})
    levels: dict[tuple[Became, int], int] = {}
    for head in found:
        if head.became is Became.TITLE:
            level = 1
        elif head.became is Became.DIVISION:
            level = 2 + ranks.index(head.rank)
        elif head.became in (Became.PREAMBLE, Became.ANNEX):
            level = 2
        elif head.became is Became.ARTICLE:
            level = 2 + len(ranks)
        else:
            level = 3 + len(ranks)
        levels[head.became, head.rank] = min(level, 6)
    return levels


def _cut(runs: Sequence[BroughtRun], at: int) -> tuple[tuple[BroughtRun, ...], tuple[BroughtRun, ...]]:
    """The runs before and after a place among their characters."""
    before: list[BroughtRun] = []
    after: list[BroughtRun] = []
    place = 0
    for run in runs:
        length = max(min(at - place, len(run.text)), 0)
        if length:
            before.append(run._replace(text=run.text[:length]))
        if length < len(run.text):
            after.append(run._replace(text=run.text[length:]))
        place += len(run.text)
    return tuple(before), tuple(after)


def _plain(paragraph: BroughtParagraph, became: Became) -> Finding:
    return _finding(paragraph.place, shown(paragraph), became)


def _finding(place: str, words: str, became: Became, why: Message | None = None) -> Finding:
    return Finding(place, " ".join(words.split()), became, why is not None, why)


def _table_words(table: BroughtTable) -> str:
    return " ".join(shown(p) for row in table.rows for cell in row.cells for p in cell)

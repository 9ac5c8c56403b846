"""A governed text in Word: its paragraphs and rows with real tracked changes, their numbers in the margin."""

from collections.abc import Sequence
from itertools import groupby, zip_longest

from statuts.model.document import SectionKind
from statuts.model.flow import FlowBlock, FlowParagraph, FlowRow, FlowRun, FlowTable, ParagraphStyle
from statuts.model.redline import Op
from statuts.model.sheet import GridRole, Look
from statuts.render.docx.marks import Marks, run
from statuts.render.docx.package import Package
from statuts.render.docx.place import Place
from statuts.render.docx.styles import DASHES, INDENT, MONO
from statuts.render.docx.tables import FREE, SPACER, columns_for, framed, row, table
from statuts.render.paper_look import DELETED, INSERTED

_QUOTE = '<w:pBdr><w:left w:val="single" w:sz="6" w:space="8" w:color="BFBFBF"/></w:pBdr>'
_STYLES = {
    ParagraphStyle.BODY: ("Alinea", "Corps"),
    ParagraphStyle.BULLET: ("Puce", "PuceCorps"),
    ParagraphStyle.LABELLED: ("Enumeration", "EnumerationCorps"),
    ParagraphStyle.CONTINUED: ("Suite", "SuiteCorps"),
    ParagraphStyle.CODE: ("Source", "Source"),
    ParagraphStyle.RULE: ("Filet", "Filet"),
}
_MOST_COLUMNS = 63
_LISTED = frozenset({ParagraphStyle.BULLET, ParagraphStyle.LABELLED})
_SECTIONS = {
    SectionKind.ARTICLE: "Article",
    SectionKind.ANNEX: "Article",
    SectionKind.PREAMBLE: "Article",
    SectionKind.TITLE: "Division",
    SectionKind.DIVISION: "Division",
    SectionKind.OPENING: "Division",
}


_DRAWN = {
    Op.DELETE: f'<w:strike/><w:color w:val="{DELETED[1:].upper()}"/>',
    Op.INSERT: f'<w:color w:val="{INSERTED[1:].upper()}"/><w:u w:val="single"/>',
}


class Passages:
    """Writes the passages of one paper; links and changes get their ids from the file's own registers."""

    def __init__(self, marks: Marks, package: Package) -> None:
        self._marks, self._package = marks, package

    def written(
        self, blocks: Sequence[FlowBlock], kind: SectionKind, look: Look, place: Place, *, last: bool
    ) -> str:
        """A passage. `last`: no paragraph follows. What ends a cell can then neither go nor come, as there is
        nothing it could join; elsewhere there is room for a line that nobody sees.
        """
        parts: list[str] = []
        heading = True
        for block, after in zip_longest(blocks, blocks[1:]):
            if isinstance(block, FlowTable):
                parts.append(self._table(block, look, place.width) + SPACER)
                continue
            ends = last if after is None else isinstance(after, FlowTable)
            stays = ends and after is None and place.in_cell
            starts = place.starts and not parts
            style = self._style(block, kind, look, first=heading)
            parts.append(
                self._paragraph(
                    block,
                    style,
                    place._replace(starts=starts),
                    stays=stays,
                    apart=_added_across(block, after),
                )
            )
            heading = heading and block.style is not ParagraphStyle.HEADING
            if ends and not stays and block.mark is not Op.EQUAL:
                parts.append(SPACER)
        return "".join(parts)

    @staticmethod
    def _style(block: FlowParagraph, kind: SectionKind, look: Look, *, first: bool) -> str:
        if block.style is not ParagraphStyle.HEADING:
            return _STYLES[block.style][look is Look.PROSE]
        if look is Look.PROSE:
            return f"Titre{max(1, min(block.level - 1, 5))}"
        return _SECTIONS[kind] if first else "Intertitre"

    def _paragraph(self, block: FlowParagraph, style: str, place: Place, *, stays: bool, apart: bool) -> str:
        content = self._label(block) + self._anchored(block, apart=apart)
        mark = "" if stays else self._marks.mark(block.mark)
        properties = f'<w:pStyle w:val="{style}"/>{_set(block, place)}'
        if mark:
            properties += f"<w:rPr>{mark}</w:rPr>"
        return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"

    def _label(self, block: FlowParagraph) -> str:
        """What stands before the words; the tab between them stays where both texts have a label."""
        if len(block.label) > 1:
            return self._runs(block.label) + run("\t")
        return self._runs(block.label, after="\t")

    def _anchored(self, block: FlowParagraph, *, apart: bool = False) -> str:
        """The words, each number of a change as a comment on the first of its own.

        `apart`: the last words came, the end of line stays, and what follows came too. LibreOffice makes one
        insertion of the two, and rejecting it takes the end of line as well, unless a comment stands between
        them or they bear not the same date.
        """
        parts: list[str] = []
        left = list(block.numbers)
        notes = block.notes
        if notes and not left:
            parts.append(self._marks.comment("", notes, block.mark))
        for number, group in groupby(block.runs, key=lambda some: some.change):
            runs = list(group)
            last = apart and runs[-1] is block.runs[-1] and number not in left
            content = self._runs(runs, dated=not last)
            if number in left:
                left.remove(number)
                own = {some.op for some in block.runs if some.change == number}
                content = self._numbered(number, content, notes, own.pop() if len(own) == 1 else Op.EQUAL)
                notes = ()
            parts.append(content)
        for number in left:  # what shows no words of its own: an end of line, a change of place
            parts.append(self._numbered(number, "", notes, block.mark))
            notes = ()
        return "".join(parts)

    def _numbered(self, number: int, content: str, notes: tuple[str, ...], fate: Op) -> str:
        name = f"C{number}"
        return self._marks.bookmark(name, self._marks.comment(content, (name, *notes), fate))

    def _runs(self, runs: Sequence[FlowRun], after: str = "", *, dated: bool = True) -> str:
        parts = []
        for (op, link), group in groupby(runs, key=lambda some: (some.op, some.link)):
            words = "".join([run(some.text + after, _look(some), deleted=op is Op.DELETE) for some in group])
            words = self._marks.around(op, words, dated=dated or op is Op.DELETE)
            if link:
                words = f'<w:hyperlink r:id="{self._package.link(link)}">{words}</w:hyperlink>'
            parts.append(words)
        return "".join(parts)

    def _table(self, block: FlowTable, look: Look, width: int) -> str:
        block = _narrowed(block)
        cells = [["".join([run.text for run in cell]) for cell in some.cells] for some in block.rows]
        columns = columns_for(cells, width)
        rows = "".join(self._row(some, block.aligned, columns, look) for some in block.rows)
        return table(framed(GridRole.TABLE), columns, rows)

    def _row(self, some: FlowRow, aligned: Sequence[str], columns: Sequence[int], look: Look) -> str:
        names = ("Cellule", "Tete") if look is Look.PROSE else ("CelluleTexte", "TeteTexte")
        left = list(some.numbers)
        cells = []
        for rank, (runs, side) in enumerate(zip(some.cells, aligned, strict=True)):
            own = [n for n in left if any(r.change == n for r in runs) or rank == len(some.cells) - 1]
            left = [n for n in left if n not in own]
            cell = FlowParagraph(
                ParagraphStyle.BODY, runs, some.op, numbers=tuple(own), notes=() if rank else some.notes
            )
            align = f'<w:jc w:val="{side}"/>' if side != "left" else ""
            mark = f"<w:rPr>{fate}</w:rPr>" if (fate := self._marks.mark(some.op)) else ""
            properties = f'<w:pStyle w:val="{names[some.heading]}"/>{align}{mark}'
            cells.append(f"<w:p><w:pPr>{properties}</w:pPr>{self._anchored(cell)}</w:p>")
        return row(cells, columns, heading=some.heading, fate=self._marks.mark(some.op))


def is_article(kind: SectionKind, look: Look, blocks: Sequence[FlowBlock]) -> bool:
    """Whether a passage is headed in the style whose words the head of each page repeats."""
    headed = any(not isinstance(b, FlowTable) and b.style is ParagraphStyle.HEADING for b in blocks)
    return look is not Look.PROSE and headed and _SECTIONS[kind] == "Article"


def _set(block: FlowParagraph, place: Place) -> str:
    """Where lists, quotations and cells set a paragraph."""
    listed = block.style in _LISTED
    drawn = block.style is ParagraphStyle.BULLET
    parts = FREE if place.in_cell and block.style is ParagraphStyle.HEADING else ""
    if drawn and block.level > 1:
        level = block.level - 1
        parts += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{DASHES}"/></w:numPr>'
    parts += _QUOTE if block.quotes else ""
    parts += '<w:spacing w:before="0"/>' if place.starts else ""
    level = 0 if block.style is ParagraphStyle.HEADING else block.level
    usual = 1 if listed or block.style is ParagraphStyle.CONTINUED else 0
    if block.quotes or level != usual or (block.label and not listed):
        left = INDENT * (level + block.quotes + bool(block.label and not level))
        hanging = f' w:hanging="{INDENT}"' if listed or block.label else ""
        parts += f'<w:ind w:left="{left}"{hanging}/>'
    if block.style is ParagraphStyle.HEADING:
        parts += f'<w:outlineLvl w:val="{max(0, block.level - 2)}"/>'
    return parts


def _added_across(block: FlowParagraph, after: FlowBlock | None) -> bool:
    """Whether words come on both sides of an end of line that stays."""
    if not isinstance(after, FlowParagraph) or block.mark is not Op.EQUAL:
        return False
    follow = (*after.label, *after.runs)
    return bool(block.runs and follow) and block.runs[-1].op is follow[0].op is Op.INSERT


def _narrowed(block: FlowTable) -> FlowTable:
    """The table with no more columns than Word can open; the last one holds the rest."""
    if len(block.aligned) <= _MOST_COLUMNS:
        return block
    last = _MOST_COLUMNS - 1
    rows = tuple(
        some._replace(
            cells=(*some.cells[:last], tuple(run for cell in some.cells[last:] for run in _spaced(cell)))
        )
        for some in block.rows
    )
    return FlowTable(rows, block.aligned[:_MOST_COLUMNS])


def _spaced(cell: Sequence[FlowRun]) -> Sequence[FlowRun]:
    return (*cell, cell[-1]._replace(text=" ")) if cell else ()


def _look(some: FlowRun) -> str:
    parts = ""
    if some.link:
        parts += '<w:rStyle w:val="Lien"/>'
    elif some.code:
        parts += '<w:rStyle w:val="CodeEnLigne"/>'
    if some.code and some.link:
        parts += f'<w:rFonts w:ascii="{MONO}" w:hAnsi="{MONO}" w:cs="{MONO}"/>'
    parts += "<w:b/><w:bCs/>" if some.strong else ""
    parts += "<w:i/><w:iCs/>" if some.em else ""
    return parts + _DRAWN.get(some.drawn, "")

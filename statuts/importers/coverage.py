"""Every word of the source is accounted for: kept in the text, or left out with a reason."""

import re
from collections import Counter
from collections.abc import Iterable

from statuts.importers.roles import shown
from statuts.markdown.inline import plain
from statuts.markdown.read import read
from statuts.model.brought import Brought
from statuts.model.import_report import Finding, ImportReport, LeftOut

_WORD = re.compile(r"[^\W_]+")


def words_of(texts: Iterable[str]) -> Counter[str]:
    """The words of some texts, counted; signs are none."""
    return Counter(word for text in texts for word in _WORD.findall(text))


def account(
    brought: Brought, markdown: str, findings: tuple[Finding, ...], left_out: tuple[LeftOut, ...]
) -> ImportReport:
    """The report, its words counted in the Markdown as it is read again."""
    asides = (p for aside in brought.asides for p in aside.paragraphs)
    source = words_of(shown(paragraph) for paragraph in (*brought.paragraphs(), *asides))
    kept = words_of(plain(block.body) for section in read(markdown).sections for block in section.blocks)
    kept += words_of(b.lead for s in read(markdown).sections for b in s.blocks)
    lost = source - kept - words_of(one.words for one in left_out)
    return ImportReport(
        format=brought.format,
        findings=findings,
        left_out=left_out,
        remarks=brought.remarks,
        words=source.total(),
        kept=(source & kept).total(),
        lost=tuple(sorted(lost.elements())),
    )

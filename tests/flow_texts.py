"""What accepting or rejecting all changes of a flow leaves: the judge of the flow's laws."""

from collections.abc import Iterable
from typing import NamedTuple

from statuts.diff.alineas import unchanged
from statuts.model.document import Document
from statuts.model.flow import FlowBlock, FlowParagraph, FlowRun, FlowTable, ParagraphStyle
from statuts.model.redline import ArticleChange, ArticleSide, ArticleStatus, ChangeClass, Op, Redline, Side
from statuts.render.flow import flow_of

ALL = frozenset(ChangeClass)
Styled = tuple[str, bool, bool, bool, str]


class Plain(NamedTuple):
    """A paragraph without changes; a row's cells are paragraphs of style « cell »."""

    style: str
    level: int
    quotes: int
    label: str
    runs: tuple[Styled, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run[0] for run in self.runs)


def flow(articles: Iterable[ArticleChange]) -> list[FlowBlock]:
    """The flow of all articles."""
    return [block for a in articles for block in flow_of(a, ALL, lambda depth: depth, str)]


def flow_of_redline(redline: Redline) -> list[FlowBlock]:
    """The flow of a whole redline."""
    return flow(redline.articles)


def flow_of_text(document: Document) -> list[FlowBlock]:
    """The flow of a text read alone."""
    side = ArticleSide("", "", "", "")
    return flow(
        ArticleChange(
            s.kind, (ArticleStatus.UNCHANGED,), Side.BOTH, side, side, tuple(map(unchanged, s.blocks))
        )
        for s in document.sections
    )


def reduced(blocks: Iterable[FlowBlock], lost: Op) -> list[Plain]:
    """The paragraphs and cells that stay when what has the fate `lost` vanishes."""
    found: list[Plain] = []
    label, runs = "", list[FlowRun]()
    for block in blocks:
        if isinstance(block, FlowTable):
            for row in block.rows:
                if row.op is not lost:
                    found += [Plain("cell", 0, 0, "", _merged(_kept(cell, lost))) for cell in row.cells]
            continue
        label += "".join(run.text for run in _kept(block.label, lost))
        runs += _kept(block.runs, lost)
        if block.mark is lost:
            continue
        found.append(_plain(block, label, runs))
        label, runs = "", []
    assert not runs
    return found


def _plain(block: FlowParagraph, label: str, runs: list[FlowRun]) -> Plain:
    if block.style is ParagraphStyle.BULLET:
        assert not label
        label = "–"
    return Plain(block.style, block.level, block.quotes, label, _merged(runs))


def _kept(runs: Iterable[FlowRun], lost: Op) -> list[FlowRun]:
    return [run for run in runs if run.op is not lost]


def _merged(runs: Iterable[FlowRun]) -> tuple[Styled, ...]:
    found: list[Styled] = []
    for run in runs:
        styled = (run.text, run.strong, run.em, run.code, run.link)
        if found and found[-1][1:] == styled[1:]:
            styled = (found.pop()[0] + run.text, *styled[1:])
        found.append(styled)
    return tuple(found)

"""The pages of a proposal: what it changes, in one text or side by side, why, how it is put to the vote."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from statuts.diff.statistics import statistics
from statuts.language.invisible import named
from statuts.model.message import msg
from statuts.model.proposal import Proposal, Stage
from statuts.model.sheet import Look, Passage
from statuts.papers.agenda import items_of, said_of
from statuts.papers.case import AmendmentCase
from statuts.papers.comparison import comparison
from statuts.papers.paper import Standing
from statuts.papers.proposal import proposal as proposal_paper
from statuts.render.changes import changes_of
from statuts.render.facts import Row, decided, decision_rows
from statuts.render.filtering import DEFAULT
from statuts.render.html import brief
from statuts.render.html_context import Context
from statuts.render.voice import Voice
from statuts.site.page import Link, Values
from statuts.site.pairs import Comparer
from statuts.site.paths import Paths
from statuts.site.texts import SiteText

Drawn = Callable[[Passage, Context | None], Markup]
"""Lays out a passage, with the context of its marks where it has any."""

_OPEN = frozenset({Stage.DRAFT, Stage.PROPOSED})


@dataclass(frozen=True, slots=True)
class Brief:
    """A proposal in a list: its title, how far it has come, what it changes in up to three lines."""

    title: str
    stage: str
    text: str
    author: str
    lines: tuple[str, ...]
    path: str
    open: bool
    problem: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the table: the text as it is, as proposed, and why."""

    heading: str
    tags: tuple[str, ...]
    numbers: str
    old: Markup | None
    new: Markup | None
    reasons: Markup | None
    consequence: bool


@dataclass(frozen=True, slots=True)
class Voted:
    """What is put to the vote about one article: the resolution, the amending wording, the reasons."""

    heading: str
    resolution: str
    sentence: str
    wording: tuple[str, ...]
    recorded: str


@dataclass(frozen=True)
class SiteProposal:
    """A proposal, the text it changes, and a digest of all its pages are made from.

    `work_out` gives all that its papers say; None where its base is not there as it was, and then why.
    """

    proposal: Proposal
    text: SiteText
    made: str
    work_out: Callable[[], tuple[AmendmentCase | None, str]]

    @cached_property
    def _found(self) -> tuple[AmendmentCase | None, str]:
        return self.work_out()

    @property
    def case(self) -> AmendmentCase | None:
        """All that its papers say; None where it cannot be worked out."""
        return self._found[0]

    @property
    def problem(self) -> str:
        """Why it cannot be worked out; empty where it can."""
        return self._found[1]

    @property
    def is_open(self) -> bool:
        """Whether it may still be adopted."""
        return self.proposal.stage in _OPEN


class ProposalPages:
    """Says what the pages of proposals say."""

    def __init__(self, paths: Paths, voice: Voice, drawn: Drawn, comparer: Comparer) -> None:
        self.paths, self.voice, self._drawn, self._comparer = paths, voice, drawn, comparer

    def brief(self, of: SiteProposal) -> Brief:
        """A proposal in a list."""
        proposal = of.proposal
        return Brief(
            named(proposal.title), self._stage(proposal), of.text.title, named(proposal.author),
            self._lines(of), self.paths.proposal(proposal.text, proposal.name), of.is_open, of.problem,
        )  # fmt: skip

    def page(self, of: SiteProposal, links: Mapping[str, Link], papers: Sequence[Link]) -> Values:
        """The proposal as one text with its changes, and all that is said of it."""
        case, proposal, voice = of.case, of.proposal, self.voice
        values = {**self._head(of), "papers": tuple(papers)}
        if case is None:
            return {**values, "compared": None, "changes": (), "votes": (), "recorded": ()}
        paper = proposal_paper(case, voice)
        to_same = {
            article.new.id: links[article.old.id]
            for article in case.redline.articles
            if article.old and article.new and article.old.id in links
        }
        return {
            **values,
            "compared": self._comparer.redline(case.redline, to_same),
            "changes": changes_of(case.redline.articles, DEFAULT),
            "rationale": self._drawn(paper.rationale, None) if paper.rationale else None,
            "votes": tuple(self._voted(case)),
            "reasons": {p.heading: self._drawn(p.rationale, None) for p in paper.parts if p.rationale},
            "decision": self._decision(proposal, case),
            "recorded": decided(proposal.decision.resolutions, voice) if not of.is_open else (),
            "missing": paper.missing,
            "digests": tuple((side.label, side.sha256) for side in (case.redline.old, case.redline.new)),
            "views": (self._old_view(of), self._new_view(of)),
        }  # fmt: skip

    def table(self, of: SiteProposal) -> Values:
        """The proposal side by side with the text it changes."""
        case = of.case
        assert case is not None
        paper = comparison(case, self.voice)
        marked = [
            p.article for row in paper.rows for p in (row.old, row.new) if p and p.look is not Look.PROSE
        ]
        context = Context(marked, DEFAULT, self.voice.say)
        rows = tuple(
            TableRow(
                named(row.heading), row.tags, row.numbers,
                self._drawn(row.old, context) if row.old else None,
                self._drawn(row.new, context) if row.new else None,
                self._drawn(row.reasons, None) if row.reasons else None,
                row.consequence,
            )
            for row in paper.rows
        )  # fmt: skip
        return {
            **self._head(of), "paper": paper, "rows": rows,
            "rationale": bool(paper.rationale), "views": (self._old_view(of), self._new_view(of)),
        }  # fmt: skip

    def _head(self, of: SiteProposal) -> Values:
        proposal = of.proposal
        return {
            "title": named(proposal.title),
            "text": Link(of.text.title, self.paths.text(of.text.id)),
            "stage": self._stage(proposal),
            "open": of.is_open,
            "author": named(proposal.author),
            "lines": self._lines(of),
            "summary": bool(proposal.summary),
            "problem": of.problem,
            "whole": self.paths.proposal(proposal.text, proposal.name),
            "side_by_side": self.paths.comparison(proposal.text, proposal.name) if of.case else "",
            "source": self.paths.proposed(proposal.text, proposal.name) if of.case else "",
        }

    def _voted(self, case: AmendmentCase) -> list[Voted]:
        return [
            Voted(
                item.heading, item.resolution.heading, item.resolution.sentence, item.wording,
                said_of(item.recorded, self.voice),
            )
            for item in items_of(case, self.voice)
        ]  # fmt: skip

    def _decision(self, proposal: Proposal, case: AmendmentCase) -> tuple[Row, ...]:
        decision = case.adopted.decision if case.adopted else proposal.decision
        return tuple(decision_rows(decision, self.voice))

    def _lines(self, of: SiteProposal) -> tuple[str, ...]:
        """What it changes for a member: in its own words, else in figures."""
        if of.proposal.summary:
            return tuple(map(named, of.proposal.summary))
        if of.case is None:
            return ()
        return tuple(brief(statistics(of.case.redline), self.voice.say))

    def _stage(self, proposal: Proposal) -> str:
        return self.voice.say(Standing(proposal.stage.value).band)

    def _old_view(self, of: SiteProposal) -> str:
        done = of.case is not None and of.case.adopted is not None
        return self.voice.say(msg("earlier text") if done else msg("current text"))

    def _new_view(self, of: SiteProposal) -> str:
        done = of.case is not None and of.case.adopted is not None
        return self.voice.say(msg("amended text") if done else msg("proposed text"))

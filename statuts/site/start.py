"""The pages about the whole archive: the start, the next meeting, all proposals, the search."""

from collections.abc import Sequence
from dataclasses import dataclass

from statuts.diff.compare import compare
from statuts.diff.statistics import statistics
from statuts.language.grammar import capitalised
from statuts.language.invisible import named
from statuts.model.archive import Association
from statuts.model.message import msg
from statuts.model.proposal import Stage
from statuts.render.html import brief
from statuts.render.voice import Voice
from statuts.site.page import Link, Values
from statuts.site.paths import Paths
from statuts.site.proposal_pages import Brief, ProposalPages, SiteProposal
from statuts.site.qr import Square, square_of
from statuts.site.search import listed
from statuts.site.texts import SiteText, State, day_of
from statuts.site.version_pages import Moment, TextPages

_LATEST = 5
"""Decisions told on the first page."""


@dataclass(frozen=True, slots=True)
class InForce:
    """A text on the first page: its last version, since when, and what is to be known of its force."""

    title: str
    path: str
    versions: str
    label: str
    status: str
    outlook: tuple[str, ...]
    changes: str
    brief: tuple[str, ...]


class WholePages:
    """Says what the pages about the whole archive say."""

    def __init__(
        self,
        association: Association,
        texts: Sequence[tuple[SiteText, TextPages]],
        proposals: Sequence[SiteProposal],
        makers: tuple[Paths, Voice, ProposalPages],
        url: str,
    ) -> None:
        self.association, self.texts, self.proposals, self.url = association, texts, proposals, url
        self.paths, self.voice, self._pages = makers

    def start(self) -> Values:
        """What a member asks first: what holds, what is proposed, what changed last."""
        latest = sorted(
            ((state.version.starts, text.title, pages.moment(rank))
             for text, pages in self.texts
             for rank, state in enumerate(text.states)
             if state.version.starts),
            key=lambda found: (found[0], found[1]), reverse=True,
        )  # fmt: skip
        return {
            "title": named(self.association.name),
            "texts": tuple(self._in_force(text, pages) for text, pages in self.texts),
            "proposals": tuple(brief for brief in self._briefs() if brief.open),
            "latest": tuple((title, moment) for _, title, moment in latest[:_LATEST]),
            "meeting": self.paths.meeting,
            "all": self.paths.proposals,
        }

    def _in_force(self, text: SiteText, pages: TextPages) -> InForce:
        rank = len(text.states) - 1
        paper = text.consolidated(rank, self.association, self.voice)
        moment: Moment = pages.moment(rank)
        lines: tuple[str, ...] = ()
        if rank:
            redline = compare(text.states[rank - 1].document, text.states[rank].document)
            lines = tuple(brief(statistics(redline), self.voice.say))
        return InForce(
            text.title, self.paths.text(text.id), self.paths.versions(text.id), moment.label, paper.status,
            paper.outlook, moment.changes, lines,
        )  # fmt: skip

    def _briefs(self) -> tuple[Brief, ...]:
        return tuple(map(self._pages.brief, self.proposals))

    def meeting(self) -> Values:
        """What is put to the vote, meeting by meeting; the square that leads here from a printed notice."""
        put = [of for of in self.proposals if of.proposal.stage is Stage.PROPOSED]
        groups: dict[str, list[Brief]] = {}
        for of in put:
            groups.setdefault(self._meeting(of), []).append(self._pages.brief(of))
        return {
            "title": self.voice.say(msg("What is put to the vote")),
            "groups": tuple((name, tuple(some)) for name, some in groups.items()),
            "square": self._square(),
            "all": self.paths.proposals,
        }

    def _square(self) -> Square | None:
        return square_of(self.url + self.paths.meeting) if self.url else None

    def _meeting(self, of: SiteProposal) -> str:
        """« Assemblée générale, 12 juin 2027, 18 h 30, Loches »; what is not known is not said."""
        decision = of.proposal.decision
        body = capitalised(decision.body) or self.voice.say(msg("Meeting: body not recorded"))
        day = self.voice.day(decision.day) if decision.day else self.voice.say(msg("date not recorded"))
        return named(", ".join(part for part in (body, day, decision.hour, decision.place) if part))

    def all_proposals(self) -> Values:
        """Every proposal, those still open first."""
        briefs = self._briefs()
        return {
            "title": self.voice.say(msg("Proposals")),
            "open": tuple(brief for brief in briefs if brief.open),
            "closed": tuple(brief for brief in briefs if not brief.open),
            "meeting": self.paths.meeting,
        }

    def search(self) -> Values:
        """A field for those who have scripts, a list of articles for all."""
        return {
            "title": self.voice.say(msg("Search")),
            "lists": tuple(listed(text, pages, self.paths) for text, pages in self.texts),
        }

    def compare(self, text: SiteText) -> Values:
        """Two lists to choose from, for those who have scripts; the versions, for all."""
        return {
            "title": self.voice.say(msg("Compare two versions")),
            "text": Link(text.title, self.paths.text(text.id)),
            "versions": tuple((state.version.name, self._link(text, state)) for state in text.states),
        }

    def _link(self, text: SiteText, state: State) -> Link:
        path = self.paths.version(text.id, state.version.name)
        return Link(named(state.version.label), path, day_of(state.version, self.voice))

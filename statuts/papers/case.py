"""All that the papers of one amendment are made of, whichever of them is printed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from statuts.model.archive import Decision, Fact, Rule, Version
from statuts.model.document import Document, Section
from statuts.model.instruction import Instruction
from statuts.model.proposal import Stage
from statuts.model.redline import ArticleSide, Redline
from statuts.papers.names import TextName
from statuts.papers.paper import Standing, standing_of
from statuts.papers.rationale import NO_RATIONALE, Rationale
from statuts.render.voice import BLANK, Voice


@dataclass(frozen=True, slots=True)
class Meeting:
    """Who decides, when and where; empty or None is a fact that is not known. `hour` is as people say it
    (« 18 h 30 »), `members` how many may vote.
    """

    body: str = ""
    day: date | None = None
    place: str = ""
    hour: str = ""
    members: int | None = None


def meeting_of(decision: Decision) -> Meeting:
    """The meeting of a decision that was taken, or that is planned."""
    return Meeting(decision.body, decision.day, decision.place, decision.hour, decision.members)


@dataclass(frozen=True, slots=True)
class AmendmentCase:
    """One amendment. `adopted` is the new text's version, where it is one already, with the `facts` learnt
    since; else `stage` is that of its proposal. `recorded` gives the archive's id of a section of the new
    text, by the id it was read with. `act` is the amending wording of the whole, checked; empty where none
    could be written. `rules` are the association's own, for this text; `title` is the proposal's.
    """

    redline: Redline
    old: Document
    new: Document
    text: TextName
    association: str
    meeting: Meeting
    rationale: Rationale = NO_RATIONALE
    author: str = ""
    adopted: Version | None = None
    recorded: Mapping[str, str] | None = None
    act: Sequence[Instruction] = ()
    title: str = ""
    summary: Sequence[str] = ()
    stage: Stage | None = None
    facts: Sequence[Fact] = ()
    rules: Sequence[Rule] = ()

    @property
    def standing(self) -> Standing:
        """How far the new text has come."""
        return standing_of(self.adopted, self.facts, self.stage)

    def old_section(self, side: ArticleSide | None) -> Section | None:
        """The part of the old text that a redline names."""
        return _section(self.old, side)

    def new_section(self, side: ArticleSide | None) -> Section | None:
        """The part of the new text that a redline names."""
        return _section(self.new, side)

    def rule(self, id: str) -> Rule | None:
        """The association's rule on `quorum`, `majority`, `notice`…; None where none is recorded."""
        return next((rule for rule in self.rules if rule.id == id), None)


def _section(document: Document, side: ArticleSide | None) -> Section | None:
    return next((section for section in document.sections if side and section.id == side.id), None)


def day_or_blank(day: date | None, voice: Voice) -> str:
    """The day in full, or room to write it."""
    return voice.day(day) if day else BLANK

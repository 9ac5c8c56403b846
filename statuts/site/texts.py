"""A text with every version of it read, and the life of each article up to any of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from statuts.language.invisible import named
from statuts.model.archive import ArticleNote, Association, TextHistory, Version
from statuts.model.document import Document
from statuts.papers.consolidated import Consolidated, ConsolidatedCase, consolidated
from statuts.papers.names import TextName
from statuts.render.voice import Voice


@dataclass(frozen=True, slots=True)
class State:
    """A version and its text; `recorded` gives the archive's id of a section by the id it was read with."""

    version: Version
    document: Document
    recorded: Mapping[str, str]


@dataclass(frozen=True)
class SiteText:
    """A text as the site shows it. `notes` is the life of every article up to the last version."""

    history: TextHistory
    states: Sequence[State]
    notes: Mapping[str, tuple[ArticleNote, ...]]

    @property
    def id(self) -> str:
        """The name of its folder."""
        return self.history.id

    @property
    def title(self) -> str:
        """What it is called, for the eye."""
        return named(self.history.title)

    @cached_property
    def name(self) -> TextName:
        """What sentences call it."""
        return TextName.of(self.history.id, self.history.title)

    @property
    def latest(self) -> State:
        """The version adopted last."""
        return self.states[-1]

    @cached_property
    def _ranks(self) -> dict[str, int]:
        return {state.version.name: rank for rank, state in enumerate(self.states)}

    def notes_at(self, rank: int) -> dict[str, tuple[ArticleNote, ...]]:
        """The life of every article up to one version."""
        past = {
            name: tuple(note for note in notes if self._ranks[note.version.name] <= rank)
            for name, notes in self.notes.items()
        }
        return {name: notes for name, notes in past.items() if notes}

    @cached_property
    def labels(self) -> tuple[dict[str, str], ...]:
        """How each article was last headed, up to each version."""
        found: list[dict[str, str]] = []
        labels: dict[str, str] = {}
        for state in self.states:
            own = {state.recorded[s.id]: s.label for s in reversed(state.document.sections) if s.label}
            labels = labels | own
            found.append(labels)
        return tuple(found)

    def consolidated(self, rank: int, association: Association, voice: Voice) -> Consolidated:
        """One version as its paper has it, told of the next version and of no later one: what was printed
        of a version changes when it is replaced, and then never again.
        """
        seen = TextHistory(
            self.history.id, self.history.title, self.history.versions[: rank + 2], self.history.facts
        )
        state = self.states[rank]
        case = ConsolidatedCase(
            association, seen, state.version, state.document, state.recorded, self.notes_at(rank),
            self.labels[rank],
        )  # fmt: skip
        return consolidated(case, voice)


def day_of(version: Version, voice: Voice) -> str:
    """The day of a version in full; empty where it is not known."""
    day = version.adopted or version.decision.day
    return voice.day(day) if day else ""

"""The pages of one text: as adopted last, its timeline, each version, any version against any other."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from statuts.language.invisible import named
from statuts.model.archive import Association, Decision
from statuts.model.document import SectionKind
from statuts.model.message import msg
from statuts.model.sheet import Passage
from statuts.papers.consolidated import Consolidated
from statuts.papers.consolidated import Piece as PaperPiece
from statuts.render.facts import Row, Vote, decided, decision_name, decision_rows, version_rows
from statuts.render.voice import Voice
from statuts.site.page import Link, Page, Values
from statuts.site.pairs import Comparer
from statuts.site.paths import Paths
from statuts.site.texts import SiteText, State, day_of

PAIR = "site_pair.html"
"""The template of one version against another."""

Plain = Callable[[Passage], Markup]
"""Lays out a passage without marks."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text: its permanent anchor, its label and level for the contents, itself, what made it so,
    and the page of its life.
    """

    anchor: str
    label: str
    level: int
    html: Markup
    notes: tuple[str, ...]
    life: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A version on the timeline."""

    label: str
    day: str
    by: str
    path: str
    changes: str
    decision: tuple[Row, ...]
    votes: tuple[Vote, ...]
    facts: tuple[Row, ...]
    digest: str


class TextPages:
    """Makes the pages of one text. `files` are those kept beside each version, where they are to be shown."""

    def __init__(
        self,
        text: SiteText,
        association: Association,
        speaking: tuple[Paths, Voice],
        plain: Plain,
        comparer: Comparer,
        files: Mapping[str, Sequence[Link]],
    ) -> None:
        self.text, self.association = text, association
        self.paths, self.voice = speaking
        self._files = files
        self._plain, self._comparer = plain, comparer
        self._kept: dict[tuple[str, int], Markup] = {}
        self._linked: dict[str, Mapping[str, Link]] = {}

    def pages(self) -> Iterator[Page]:
        """All of them."""
        yield Page(self.paths.text(self.text.id), "site_text.html", self.in_force)
        yield Page(self.paths.versions(self.text.id), "site_versions.html", self.timeline)
        for rank in range(len(self.text.states)):
            yield self._version(rank)
        yield from self.pairs()

    def pairs(self) -> Iterator[Page]:
        """Any version against any other."""
        for rank in range(len(self.text.states)):
            for before in range(rank):
                yield self._pair(before, rank)

    def in_force(self) -> Values:
        """The text as it was adopted last."""
        rank = len(self.text.states) - 1
        return self._whole(rank)

    def timeline(self) -> Values:
        """Every version, the newest first."""
        return {
            "title": self.voice.say(msg("Versions {of}", of=self.voice.say(self.text.name.with_of()))),
            "text": self._named(),
            "moments": tuple(self.moment(rank) for rank in reversed(range(len(self.text.states)))),
            "compare": self.paths.compare(self.text.id),
        }

    def moment(self, rank: int) -> Moment:
        """A version as the timeline tells it."""
        state = self.text.states[rank]
        version, voice = state.version, self.voice
        before = self.text.states[rank - 1].version.name if rank else ""
        known = version.decision != Decision()
        return Moment(
            label=named(version.label),
            day=day_of(version, voice),
            by=named(decision_name(version, voice)),
            path=self.paths.version(self.text.id, version.name),
            changes=self.paths.pair(self.text.id, before, version.name) if before else "",
            decision=tuple(decision_rows(version.decision, voice)) if known else (),
            votes=decided([r for r in version.decision.resolutions if r.text in ("", self.text.id)], voice),
            facts=tuple(version_rows(version, self.text.history.facts_of(version), (), voice)),
            digest=version.digest,
        )

    def _version(self, rank: int) -> Page:
        version = self.text.states[rank].version
        path = self.paths.version(self.text.id, version.name)
        following = self.text.history.versions[rank + 1 : rank + 2]
        facts = self.text.history.facts_of(version), *map(self.text.history.facts_of, following)
        past = "".join(state.version.manifest for state in self.text.states[: rank + 2])
        made_from = (past, repr(facts), repr(self.association), repr(self._files.get(version.name)))
        return Page(path, "site_version.html", partial(self._whole, rank), made_from)

    def _whole(self, rank: int) -> Values:
        state = self.text.states[rank]
        paper = self.text.consolidated(rank, self.association, self.voice)
        earlier = self.text.states[:rank]
        return {
            "title": paper.title,
            "text": self._named(),
            "paper": paper,
            "pieces": tuple(self._pieces(state, paper)),
            "label": named(state.version.label),
            "files": self._files.get(state.version.name, ()),
            "source": self.paths.source(self.text.id, state.version.name),
            "versions": self.paths.versions(self.text.id),
            "permanent": self.paths.version(self.text.id, state.version.name),
            "comparisons": tuple(
                Link(
                    named(other.version.label),
                    self.paths.pair(self.text.id, other.version.name, state.version.name),
                    day_of(other.version, self.voice),
                )
                for other in reversed(earlier)
            ),
        }

    def _pieces(self, state: State, paper: Consolidated) -> Iterator[Piece]:
        anchors = self.anchors(state)
        sections = state.document.sections
        for piece in paper.pieces:
            section = sections[int(piece.anchor.removeprefix("s")) - 1]
            name = state.recorded[section.id]
            life = self.paths.article(self.text.id, name) if name in self.text.notes else ""
            yield Piece(
                anchors[section.id], named(piece.label), piece.level,
                self._laid(piece, "".join(block.raw for block in section.blocks)), piece.notes, life,
            )  # fmt: skip

    def _laid(self, piece: PaperPiece, source: str) -> Markup:
        key = (source, piece.level)
        if key not in self._kept:
            self._kept[key] = self._plain(piece.text)
        return self._kept[key]

    def anchors(self, state: State) -> Mapping[str, str]:
        """The anchor of each section by the id it was read with: the archive's own, which never changes."""
        found: dict[str, str] = {}
        used: dict[str, int] = {}
        for section in state.document.sections:
            name = state.recorded[section.id]
            used[name] = used.get(name, 0) + 1
            found[section.id] = name if used[name] == 1 else f"{name}--{used[name]}"
        return found

    def links(self, state: State) -> Mapping[str, Link]:
        """To each labelled part of a version."""
        page = self.paths.version(self.text.id, state.version.name)
        anchors = self.anchors(state)
        return {
            section.id: Link(named(section.label), f"{page}#{anchors[section.id]}")
            for section in state.document.sections
            if section.label and section.kind is not SectionKind.TITLE
        }

    def links_to(self, name: str) -> Mapping[str, Link]:
        """To each labelled part of the version of that name; to nothing where there is none."""
        return next((self._links(s) for s in self.text.states if s.version.name == name), {})

    def _pair(self, before: int, rank: int) -> Page:
        old, new = self.text.states[before], self.text.states[rank]
        path = self.paths.pair(self.text.id, old.version.name, new.version.name)
        return Page(path, PAIR, partial(self.pair, old, new), (old.version.manifest, new.version.manifest))

    def pair(self, old: State, new: State) -> Values:
        """One version against another."""
        compared = self._comparer.versions(old, new, self._links(new))
        return {
            "title": self.voice.say(msg("Changes {of}", of=self.voice.say(self.text.name.with_of()))),
            "text": self._named(),
            "compared": compared,
            "old": self._side(old),
            "new": self._side(new),
        }

    def _links(self, state: State) -> Mapping[str, Link]:
        name = state.version.name
        if name not in self._linked:
            self._linked[name] = self.links(state)
        return self._linked[name]

    def _side(self, state: State) -> Mapping[str, str]:
        version = state.version
        return {
            "label": named(version.label),
            "day": day_of(version, self.voice),
            "path": self.paths.version(self.text.id, version.name),
            "digest": version.digest,
        }

    def _named(self) -> Link:
        return Link(self.text.title, self.paths.text(self.text.id))

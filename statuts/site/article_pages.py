"""The life of one article: its present wording, and what each decision changed in it, the latest first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from statuts.diff.compare import compare
from statuts.language.invisible import named
from statuts.model.archive import ArticleNote
from statuts.model.document import Section
from statuts.model.message import msg
from statuts.model.redline import ArticleChange, Redline
from statuts.papers.history import article_line
from statuts.papers.passages import as_it_is
from statuts.render.filtering import DEFAULT
from statuts.render.html_articles import articles_of
from statuts.render.html_context import Context
from statuts.render.voice import Voice
from statuts.site.late import Laid
from statuts.site.page import Link, Page, Values
from statuts.site.pairs import differs
from statuts.site.paths import Paths
from statuts.site.texts import SiteText, day_of
from statuts.site.version_pages import Plain, TextPages


@dataclass(frozen=True, slots=True)
class Event:
    """What one version did to the article: in a sentence, as a redline where words differ."""

    line: str
    day: str
    version: Link
    redline: tuple[Markup, ...]
    pair: str


class ArticlePages:
    """Makes a page for every article a text ever had."""

    def __init__(
        self, text: SiteText, paths: Paths, voice: Voice, plain: Plain, laid: Laid, whole: TextPages
    ) -> None:
        self.text, self.paths, self.voice = text, paths, voice
        self._plain, self._laid, self._whole = plain, laid, whole
        self._redlines: dict[int, Redline] = {}

    def pages(self) -> Iterator[Page]:
        """One page an article, of those repealed too."""
        for name, notes in self.text.notes.items():
            made = "".join(note.event.value + note.version.manifest for note in notes)
            labels = self.text.labels[-1].get(name, "")
            yield Page(
                self.paths.article(self.text.id, name),
                "site_article.html",
                partial(self.values, name, notes),
                (made, labels, self._place(name), self._standing(name)),
            )

    def _standing(self, name: str) -> str:
        """Where the article stands in the last version; empty where it was repealed."""
        state = self.text.latest
        found = [s for s in state.document.sections if state.recorded[s.id] == name]
        return "".join(block.raw for section in found for block in section.blocks)

    def _place(self, name: str) -> str:
        """The article in the page of the whole text; empty where it was repealed."""
        state = self.text.latest
        found = next((s for s in state.document.sections if state.recorded[s.id] == name and s.blocks), None)
        anchors = self._whole.anchors(state)
        return f"{self.paths.text(self.text.id)}#{anchors[found.id]}" if found else ""

    def values(self, name: str, notes: tuple[ArticleNote, ...]) -> Values:
        """What the page of an article says."""
        state = self.text.latest
        sections = [s for s in state.document.sections if state.recorded[s.id] == name and s.blocks]
        label = self.text.labels[-1].get(name) or self.voice.say(msg("Before the first article"))
        texts = [self._plain(as_it_is(_unheaded(section), 3)) for section in sections]
        latest_first = notes[::-1]
        events = tuple(
            self._event(name, note, first=not k or latest_first[k - 1].version is not note.version)
            for k, note in enumerate(latest_first)
        )
        return {
            "title": named(label),
            "text": Link(self.text.title, self.paths.text(self.text.id)),
            "id": name,
            "texts": tuple(texts),
            "place": self._place(name),
            "events": events,
            "since": (named(notes[-1].version.label), notes[-1].version.digest),
        }

    def _event(self, name: str, note: ArticleNote, *, first: bool) -> Event:
        """One event; of several by one version, the `first` shows its redline."""
        versions = [state.version.name for state in self.text.states]
        rank = versions.index(note.version.name)
        redline: tuple[Markup, ...] = ()
        pair = ""
        if rank and first:
            redline = tuple(self._redline_of(name, rank))
            pair = self.paths.pair(self.text.id, versions[rank - 1], note.version.name) if redline else ""
        return Event(
            named(article_line(note, self.voice)),
            day_of(note.version, self.voice),
            Link(named(note.version.label), self.paths.version(self.text.id, note.version.name)),
            redline,
            pair,
        )

    def _redline_of(self, name: str, rank: int) -> Iterator[Markup]:
        """The article in the redline of a version and the one before: the numbers are those of the two."""
        old, new = self.text.states[rank - 1], self.text.states[rank]
        if rank not in self._redlines:
            self._redlines[rank] = compare(old.document, new.document, old.version.label, new.version.label)
        redline = self._redlines[rank]
        mine = [
            article
            for article in redline.articles
            if differs(article) and name in _names(article, old.recorded, new.recorded)
        ]
        context = Context(mine, DEFAULT, self.voice.say, f"{new.version.name}-")
        for view in articles_of(mine, context, 3):
            anchor = f"{new.version.name}-{view.anchor}"
            yield Markup(self._laid(replace(view, anchor=anchor)))  # noqa: S704 - laid out by a template


def _unheaded(section: Section) -> Section:
    """A section without its heading, which heads the page; one that runs into its text stays."""
    if section.heading is None or section.heading.run_in:
        return section
    return section._replace(heading=None, blocks=section.blocks[1:])


def _names(article: ArticleChange, old: Mapping[str, str], new: Mapping[str, str]) -> set[str]:
    sides = ((article.old, old), (article.new, new))
    return {recorded[side.id] for side, recorded in sides if side is not None and side.id in recorded}

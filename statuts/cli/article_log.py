"""`statuts log --article`: every version that touched one article, what it did, and its redline."""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from statuts.archive.history import article_notes
from statuts.archive.read import Archive
from statuts.cli.version_data import as_json, decision_data
from statuts.desk.articles import article_named
from statuts.diff.compare import compare
from statuts.i18n import say
from statuts.language.invisible import named
from statuts.markdown.read import read
from statuts.model.archive import ArticleEvent, Entry, TextHistory, Version
from statuts.model.redline import ChangeClass, Redline
from statuts.papers.history import article_line
from statuts.press.voices import voice_in
from statuts.render.filtering import DEFAULT


class _Step(NamedTuple):
    """What one version did to the article: its events in sentences, the wording before and after."""

    version: Version
    events: tuple[ArticleEvent, ...]
    sentences: tuple[str, ...]
    old: str
    new: str

    def redline(self) -> Redline:
        """The article's own redline; of a whole text where it came or went."""
        return compare(read(self.old), read(self.new), self.version.follows or "–", self.version.name)


def article_log(archive: Archive, history: TextHistory, name: str, *, redlines: bool) -> str:
    """The article's life as lines for a terminal, newest first."""
    article = article_named(archive, history.versions, name)
    steps = list(_steps(archive, history, article))
    label = next((found for step in steps if (found := _label(step.new or step.old))), article)
    parts = [named(f"{label} – {history.title}, {archive.association.name}")]
    for step in steps:
        lines = [f"{step.version.name}  {named(sentence)}" for sentence in step.sentences]
        if redlines and step.old != step.new and ArticleEvent.PRESENT not in step.events:
            from statuts.cli.screen import on_screen

            shown = DEFAULT if ArticleEvent.TYPOGRAPHY not in step.events else frozenset(ChangeClass)
            lines += ["", on_screen(step.redline(), shown, full=False).rstrip("\n")]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def article_log_data(archive: Archive, history: TextHistory, name: str, *, redlines: bool) -> str:
    """The same as JSON; the redline as `compare --format json` gives it."""
    from statuts.render.json import to_json

    article = article_named(archive, history.versions, name)
    return as_json(
        [
            {
                "article": article,
                "events": list(step.events),
                **decision_data(step.version),
                **(
                    {"redline": json.loads(to_json(step.redline(), say, frozenset(ChangeClass)))}
                    if redlines
                    else {}
                ),
            }
            for step in _steps(archive, history, article)
        ]
    )


def _steps(archive: Archive, history: TextHistory, article: str) -> Iterator[_Step]:
    """Newest first."""
    voice = voice_in()
    notes = article_notes(archive, history.latest, article).get(article, ())
    texts = _texts(archive, history, article)
    found = []
    for version, group in groupby(notes, key=lambda note: note.version):
        same = list(group)
        sentences = tuple(article_line(note, voice) for note in same)
        found.append(_Step(version, tuple(n.event for n in same), sentences, *texts[version.name]))
    yield from reversed(found)


def _texts(archive: Archive, history: TextHistory, article: str) -> dict[str, tuple[str, str]]:
    """The wording before and after each version, by its name; read once for each digest."""
    read_once: dict[str, str] = {}

    def text(version: Version, entry: Entry) -> str:
        key = entry.sha256 or entry.heading
        if key not in read_once:
            read_once[key] = archive.piece(version, entry)
        return read_once[key]

    texts: dict[str, tuple[str, str]] = {}
    before = ""
    for version in history.versions:
        entry = next((entry for entry in version.contents if entry.id == article), None)
        after = text(version, entry) if entry else "" if version.complete else before
        texts[version.name] = before, after
        before = after
    return texts


def _label(markdown: str) -> str:
    return next((section.label for section in read(markdown).sections if section.label), "")

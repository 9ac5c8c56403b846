"""What the search looks into: the texts as adopted last, article by article, in a small file of their own."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from statuts.language.invisible import named
from statuts.markdown.inline import plain
from statuts.model.document import BlockKind, SectionKind
from statuts.site.page import Link
from statuts.site.paths import Paths
from statuts.site.texts import SiteText
from statuts.site.version_pages import TextPages


@dataclass(frozen=True, slots=True)
class Listed:
    """A text and its articles, for those who read without a script."""

    title: str
    path: str
    articles: tuple[Link, ...]


def listed(text: SiteText, whole: TextPages, paths: Paths) -> Listed:
    """The articles of a text as adopted last."""
    return Listed(text.title, paths.text(text.id), tuple(link for link, _ in _entries(text, whole, paths)))


def index(texts: Sequence[tuple[SiteText, TextPages]], paths: Paths) -> str:
    """A script that sets one variable: a page opened from a stick may load a script, and nothing else."""
    entries = [
        [text.title, link.label, link.path, words]
        for text, whole in texts
        for link, words in _entries(text, whole, paths)
    ]
    data = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
    return f"var statutsIndex={_inert(data)};\n"


def _inert(data: str) -> str:
    """JSON that means nothing to an HTML parser, whoever puts it into a page, nor ends a line of a script."""
    for sign in "<>&\u2028\u2029":
        data = data.replace(sign, f"\\u{ord(sign):04x}")
    return data


def _entries(text: SiteText, whole: TextPages, paths: Paths) -> list[tuple[Link, str]]:
    state = text.latest
    anchors = whole.anchors(state)
    found = []
    for section in state.document.sections:
        body = section.blocks[1:] if section.heading and not section.heading.run_in else section.blocks
        words = " ".join(plain(b.body) for b in body if b.kind is not BlockKind.RULE)
        if section.label and section.kind is not SectionKind.TITLE:
            link = Link(named(section.label), f"{paths.text(text.id)}#{anchors[section.id]}")
            found.append((link, named(" ".join(words.split()))))
    return found

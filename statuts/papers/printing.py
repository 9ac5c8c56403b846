"""A paper and its template: filled once, then a page for a browser, or a sheet for every other format."""

import re
from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import jinja2
from markupsafe import Markup

from statuts.language.invisible import named
from statuts.model.redline import ArticleChange, ChangeClass
from statuts.model.sheet import Image, Look, Passage, Sheet
from statuts.papers.paper import Paper
from statuts.papers.sheet_reading import elements_of
from statuts.render.filtering import DEFAULT
from statuts.render.html import running_line
from statuts.render.html_accent import accents
from statuts.render.html_blocks import pieces_of
from statuts.render.html_context import Context, Say
from statuts.render.html_flow import Flow
from statuts.render.html_view import Node
from statuts.render.templating import filled

_SHORT = 12
"""Characters of a digest that are enough to tell two texts apart on paper."""
_ASKED = re.compile(r'<passage n="(\d+)"></passage>')
_PICTURE = re.compile(r'(<img\b[^>]*?\bsrc=")([^"]*)(")')
_QUOTED_HEADING = 4

Nodes = tuple[Node, ...]
Picture = Callable[[str], Image | None]


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a paper needs beside its words: how it signs its changes, its colour, its pictures, what is
    marked.
    """

    author: str
    moment: datetime
    accent: str = ""
    picture: Picture = lambda _name: None
    logo: str = ""
    shown: frozenset[ChangeClass] = DEFAULT
    large: bool = False


class _Asked:
    """The passages that a template asks for: a mark each, until it is known how to set them."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []

    def text(self, passage: Passage) -> Markup:
        """The mark for one passage."""
        self.passages.append(passage)
        return Markup('<passage n="{}"></passage>').format(len(self.passages) - 1)


def html_page(templates: jinja2.Environment, name: str, paper: Paper, imprint: Imprint, say: Say) -> str:
    """The paper as one self-contained page. Raises `TemplateProblem`."""
    page, passages = _filled(templates, name, paper, imprint, ("paper.html", "paper"))
    marked = [p.article for p in passages if p.look in (Look.REDLINE, Look.MARKED)]
    context = Context(marked, imprint.shown, say)
    partial = templates.get_template("paper_texts.html").make_module({"paper": paper})

    def set_(match: re.Match[str]) -> str:
        return str(partial.nodes(nodes_of(passages[int(match[1])], context, say)))  # type: ignore[attr-defined]

    page = _PICTURE.sub(lambda found: found[1] + _data(imprint.picture(found[2])) + found[3], page)
    return named(_ASKED.sub(set_, page))


def sheet_of(templates: jinja2.Environment, name: str, paper: Paper, imprint: Imprint, medium: str) -> Sheet:
    """The paper as a sheet, for any other format. `medium` tells a template where marks are no strokes:
    `markdown`, `text`, or `paper`. Raises `TemplateProblem`.
    """
    words, passages = _filled(templates, name, paper, imprint, ("sheet.html", medium))
    return Sheet(
        language=paper.language,
        title=named(paper.title),
        association=named(paper.association),
        band=named(paper.band),
        running=named(" · ".join(part for part in _parts(paper) if part)),
        author=named(imprint.author) or named(paper.association).strip("…") or named(paper.title),
        moment=imprint.moment,
        elements=elements_of(named(words), f"{name}.html", passages, imprint.picture),
        accent=accents(imprint.accent)[0],
        shown=imprint.shown,
        large=imprint.large,
    )


def _filled(
    templates: jinja2.Environment, name: str, paper: Paper, imprint: Imprint, form: tuple[str, str]
) -> tuple[str, Sequence[Passage]]:
    asked = _Asked()
    values: dict[str, Any] = {
        **page_values(paper, imprint.accent),
        "layout": form[0],
        "medium": form[1],
        "kind": name,
        "logo": imprint.logo,
        "large": imprint.large,
        "text": asked.text,
    }
    return filled(templates, f"{name}.html", values), asked.passages


def page_values(paper: Paper, accent: str) -> dict[str, Any]:
    """What a template of a paper is given: the paper, its pair of checked colours, the foot of its sheets."""
    return {"paper": paper, "accent": accents(accent), "running": running(paper)}


def running(paper: Paper) -> str:
    """The line at the foot of every page, without any sign that means something in a style sheet."""
    return running_line(_parts(paper))


def _parts(paper: Paper) -> tuple[str, ...]:
    digest = f"SHA-256 {paper.digest[:_SHORT]}" if paper.digest else ""
    return (paper.association.strip("…"), paper.title, paper.band or paper.status, digest)


def nodes_of(passage: Passage, context: Context, say: Say) -> Nodes:
    """A passage as the values that the shared partial lays out; `context` is that of the marked ones."""
    if passage.look not in (Look.REDLINE, Look.MARKED):
        context = Context((passage.article,), frozenset(), say)
    return laid_out(passage.article, context, level_of=passage.level_of)


def laid_out(
    article: ArticleChange,
    context: Context,
    *,
    first_only: bool = False,
    level_of: Callable[[int], int] = lambda _depth: _QUOTED_HEADING,
) -> Nodes:
    """An article as it is given, its numbers and ids those of `context`; or its heading only."""
    pieces = pieces_of(article)
    return Flow(article, context, level_of).nodes(pieces[:1] if first_only else pieces)


def _data(image: Image | None) -> str:
    """A picture inside the page itself: nothing is fetched from outside."""
    return f"data:{image.media_type};base64,{b64encode(image.data).decode()}" if image else "data:,"

"""The pages of a site put through their templates: the same words give the same bytes."""

from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from statuts import __version__
from statuts.language.invisible import named
from statuts.model.sheet import Passage
from statuts.papers.printing import nodes_of
from statuts.press.press import Press
from statuts.render.html_context import Context
from statuts.render.html_view import Article
from statuts.render.templating import filled
from statuts.site.page import Frame, Page
from statuts.site.paths import root_from

if TYPE_CHECKING:
    import jinja2

_OWN = ("redline_look.html", "redline_text.html")


class SitePress:
    """Fills the templates of the site in the archive's language."""

    def __init__(self, press: Press, frame: Frame) -> None:
        self.environment, self.voice, self.frame = press.environment, press.voice, frame

    @cached_property
    def _text(self) -> "jinja2.environment.TemplateModule":
        return self.environment.get_template("redline_text.html").make_module()

    @cached_property
    def state(self) -> str:
        """What all pages depend on: the program, its templates, what stands around each page."""
        return self._state(("site_", "redline"), repr((__version__, self.frame)))

    @cached_property
    def papers_state(self) -> str:
        """What all papers depend on: the program and every template."""
        return self._state(("",), __version__)

    def _state(self, beginnings: tuple[str, ...], more: str) -> str:
        found = sha256(more.encode())
        loader = self.environment.loader
        assert loader is not None
        for name in sorted(
            self.environment.list_templates(filter_func=lambda name: name.startswith(beginnings))
        ):
            found.update(name.encode() + loader.get_source(self.environment, name)[0].encode())
        return found.hexdigest()

    def page(self, page: Page) -> bytes:
        """One page. Raises `TemplateProblem`."""
        values: dict[str, Any] = {
            "files": (),
            **page.values(),
            "frame": self.frame,
            "program": __version__,
            "path": page.path,
            "root": root_from(page.path),
        }
        return named(filled(self.environment, page.template, values)).lstrip().encode()

    def look(self) -> bytes:
        """The style sheet of the whole site."""
        values = {"page": {"accent": self.frame.accent, "running": self.frame.running}}
        styles = filled(self.environment, "redline_look.html", values)
        own = filled(self.environment, "site_look.html", {})
        return (styles.partition("<style>")[2].partition("</style>")[0] + own).encode()

    def article(self, view: Article) -> str:
        """An article of a redline."""
        return str(self._text.article(view))  # type: ignore[attr-defined]

    def passage(self, passage: Passage, context: Context | None = None) -> Markup:
        """A passage, its marks numbered by `context`."""
        found = nodes_of(passage, context or Context((), frozenset(), self.voice.say), self.voice.say)
        return Markup(self._text.nodes(found))  # type: ignore[attr-defined]  # noqa: S704 - escaped by its template

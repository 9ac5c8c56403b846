"""How a paper leaves the house: its format, its language, its look, and the file it goes to."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from statuts.desk.files import read_bytes
from statuts.i18n import current_language
from statuts.model.message import Message
from statuts.model.sheet import Sheet
from statuts.papers.paper import Paper
from statuts.papers.printing import html_page, sheet_of
from statuts.press.pictures import Pictures
from statuts.press.templates import shipped, templates_in
from statuts.press.voices import voice_in
from statuts.render.filtering import DEFAULT
from statuts.render.voice import Voice

if TYPE_CHECKING:
    from jinja2 import Environment

    from statuts.archive.read import Archive
    from statuts.press.order import Order

SUFFIXES = {
    ".html": "html", ".htm": "html", ".pdf": "pdf", ".docx": "docx", ".odt": "odt",
    ".md": "markdown", ".markdown": "markdown", ".txt": "text",
}  # fmt: skip
FORMATS = ("html", "pdf", "docx", "odt", "markdown", "text")


@dataclass
class Press:
    """Prints papers for one association, in its language, from its own templates where it has some.

    `notes` say what a format could not print as it stands.
    """

    language: str
    accent: str
    templates: Path | None
    pictures: Pictures
    large: bool = False
    notes: list[Message] = field(default_factory=list)
    _last: tuple[Paper, str, Sheet] | None = None

    @staticmethod
    def of(
        archive: "Archive | None", templates: Path | None, logo: Path | None = None, large: bool = False
    ) -> "Press":
        """The press of an archive, or of nobody in particular. Raises `InputError` for a bad picture."""
        association = archive.association if archive else None
        return Press(
            association.language if association else current_language(),
            association.accent if association else "",
            templates,
            Pictures.of(templates, logo),
            large,
        )

    @cached_property
    def environment(self) -> "Environment":
        """The templates, in the language of the papers."""
        return templates_in(self.templates, self.language)

    @cached_property
    def voice(self) -> Voice:
        """The language of the papers."""
        return voice_in(self.language)

    def print(self, order: "Order", paper: Paper, format_: str) -> bytes:
        """One paper in one format. Raises `TemplateProblem`."""
        return self.job(order, paper, format_)()

    def job(self, order: "Order", paper: Paper, format_: str) -> Callable[[], bytes]:
        """What is left to do once the words are laid out: nothing of it depends on other papers, so that
        several may be done at once. Raises `TemplateProblem`.
        """
        if order.kind == "redline" and format_ == "html" and order.amendment:
            from statuts.press.pages import redline_page

            about = order.amendment
            page = redline_page(about.case.redline, DEFAULT, (about.old, about.new), self.templates)
            return page.encode
        imprint = replace(
            order.imprint,
            accent=self.accent,
            picture=self.pictures.find,
            logo=self.pictures.logo,
            large=self.large,
        )
        if format_ == "html":
            return html_page(self.environment, order.template, paper, imprint, self.voice.say).encode
        medium = format_ if format_ in ("markdown", "text") else "paper"
        if self._last is None or self._last[:2] != (paper, medium):
            sheet = sheet_of(self.environment, order.template, paper, imprint, medium)
            self._last = (paper, medium, sheet)
        sheet = self._last[2]
        if format_ == "pdf":
            sheet = replace(sheet, attachments=order.carried())
        return lambda: printed(sheet, format_, self)

    def template(self, name: str) -> bytes:
        """A template that is no page: the user's own, else the one that comes with the program."""
        own = self.templates / name if self.templates else None
        return read_bytes(own if own and own.is_file() else shipped() / name)


def printed(sheet: Sheet, format_: str, press: Press) -> bytes:
    """A sheet in any format but that of a browser; each writer is imported when it is used."""
    if format_ == "markdown":
        from statuts.render.sheet_markdown import to_markdown

        return to_markdown(sheet).encode()
    if format_ == "text":
        from statuts.render.sheet_text import to_text

        return to_text(sheet, press.voice.say).encode()
    if format_ == "docx":
        from statuts.render.docx.write import write_docx

        return write_docx(sheet, press.voice)
    if format_ == "odt":
        from statuts.render.odt.write import write_odt

        return write_odt(sheet, press.voice)
    from statuts.render.pdf.write import write_pdf

    pdf = write_pdf(sheet, press.template("paper.typ"), press.voice)
    press.notes.extend(note for note in pdf.messages if note not in press.notes)
    return pdf.data


def format_of(format_: str | None, output: Path | None, default: str = "html") -> str:
    """The format asked for, else the one that the name of the file tells."""
    return format_ or (SUFFIXES.get(output.suffix.lower(), default) if output else default)

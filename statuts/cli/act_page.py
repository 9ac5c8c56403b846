"""The page of an act in three panes, in the language of the act."""

from pathlib import Path

from statuts.cli.templates import templates_in
from statuts.i18n import say, say_date, say_number
from statuts.language.invisible import named
from statuts.model.message import Message
from statuts.model.redline import Redline
from statuts.papers.act import act_paper
from statuts.papers.html import HtmlSetter, page_values
from statuts.render import summary
from statuts.render.filtering import DEFAULT
from statuts.render.templating import filled
from statuts.render.voice import Voice
from statuts.wording.write import Wording


def act_page(found: Wording, redline: Redline, language: str, templates: Path | None) -> str:
    """The page of a wording, laid out by `act.html`."""

    def in_language(message: Message) -> str:
        return say(message, language)

    voice = Voice(
        language,
        in_language,
        lambda day: say_date(day, language),
        lambda number: say_number(number, language),
    )
    paper = act_paper(
        redline,
        found.instructions,
        summary.folded(found.unsaid, DEFAULT),
        lambda articles, prefix: HtmlSetter(in_language, articles, prefix),
        voice,
    )
    return named(filled(templates_in(templates, language), "act.html", page_values(paper, "")))

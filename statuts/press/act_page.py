"""The HTML page of an act: its words beside the text before and after, put into the template."""

from pathlib import Path
from typing import TYPE_CHECKING

from statuts.desk.sources import Source
from statuts.i18n import current_language
from statuts.language.invisible import named
from statuts.model.redline import Redline
from statuts.papers.act import ActCase
from statuts.papers.act import act_page as page_of
from statuts.papers.names import TextName
from statuts.papers.printing import page_values
from statuts.press.templates import templates_in
from statuts.press.voices import voice_in
from statuts.render.templating import filled

if TYPE_CHECKING:
    from statuts.wording.write import Wording


def act_page(
    found: "Wording",
    redline: Redline,
    sources: tuple[Source, Source],
    subject: str,
    act_language: str,
    templates: Path | None,
) -> str:
    """One self-contained HTML file, in the archive's language, else the current one.

    Raises `TemplateProblem` where a template of the folder `templates` cannot be used.
    """
    archive = sources[1].archive or sources[0].archive
    association = archive.association if archive else None
    language = association.language if association else current_language()
    voice = voice_in(language)
    case = ActCase(
        found.text,
        found.instructions,
        found.unsaid,
        redline,
        TextName.of(subject, subject),
        act_language,
        association.name if association else "",
    )
    values = page_values(page_of(case, voice), association.accent if association else "")
    return named(filled(templates_in(templates, language), "act.html", values))

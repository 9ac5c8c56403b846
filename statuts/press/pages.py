"""The HTML page of a redline: what the archive knows of the two texts, put into the template."""

from pathlib import Path

from statuts.desk.sources import Source
from statuts.i18n import current_language
from statuts.model.redline import ChangeClass, Redline
from statuts.papers.masthead import Known, masthead
from statuts.papers.names import TextName
from statuts.press.templates import templates_in
from statuts.press.voices import voice_in
from statuts.render.html import page_of
from statuts.render.templating import filled


def redline_page(
    redline: Redline, shown: frozenset[ChangeClass], sources: tuple[Source, Source], templates: Path | None
) -> str:
    """One self-contained HTML file, in the archive's language, else the current one.

    Raises `TemplateProblem` where a template of the folder `templates` cannot be used.
    """
    archive = sources[1].archive or sources[0].archive
    language = archive.association.language if archive else current_language()
    voice = voice_in(language)
    page = page_of(redline, shown, masthead(redline, known_of(sources), voice), voice.say)
    return filled(templates_in(templates, language), "redline.html", {"page": page})


def known_of(sources: tuple[Source, Source]) -> Known:
    """What the archive tells of two texts."""
    old, new = sources
    archive = new.archive or old.archive
    if archive is None:
        return Known()
    named = new.version or old.version
    history = archive.history(named.text) if named else None
    return Known(
        association=archive.association,
        text=TextName.of(history.id, history.title) if history else None,
        old=old.version,
        new=new.version,
        facts=history.facts_of(new.version) if history and new.version else (),
    )

"""Where templates lie: those that come with the program, and a folder the user names."""

from pathlib import Path

import jinja2

import statuts
from statuts.errors import TemplateProblem
from statuts.i18n import current_language, translations
from statuts.model.message import msg
from statuts.render.templating import environment


def templates_in(folder: Path | None = None, language: str | None = None) -> jinja2.Environment:
    """The templates, those in `folder` first. A folder of an archive is never looked into by itself."""
    loaders: list[jinja2.BaseLoader] = []
    if folder is not None:
        if not folder.is_dir():
            raise TemplateProblem(
                msg("The folder of templates “{folder}” does not exist.", folder=str(folder)),
                msg("check the name given to --templates"),
            )
        loaders.append(jinja2.FileSystemLoader(folder))
    loaders.append(jinja2.FileSystemLoader(shipped()))
    return environment(jinja2.ChoiceLoader(loaders), translations(language or current_language()))


def shipped() -> Path:
    """The templates that come with the program: inside the wheel, or at the top of a checkout."""
    package = Path(statuts.__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"

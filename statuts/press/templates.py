"""Where templates lie: those that come with the program, and a folder the user names."""

from functools import lru_cache
from pathlib import Path

import jinja2

import statuts
from statuts.errors import TemplateProblem
from statuts.i18n import current_language, translations
from statuts.model.message import msg
from statuts.render.templating import environment


def templates_in(folder: Path | None = None, language: str | None = None) -> jinja2.Environment:
    """The templates, those in `folder` first. A folder of an archive is never looked into by itself."""
    if folder is not None and not folder.is_dir():
        raise TemplateProblem(
            msg("The folder of templates “{folder}” does not exist.", folder=str(folder)),
            msg("check the name given to --templates"),
        )
    return _environment(folder and folder.resolve(), language or current_language())


@lru_cache(maxsize=8)
def _environment(folder: Path | None, language: str) -> jinja2.Environment:
    """The templates of one folder in one language, each compiled once, and anew when its file changes."""
    folders = [shipped()] if folder is None else [folder, shipped()]
    return environment(jinja2.FileSystemLoader(folders), translations(language))


def shipped() -> Path:
    """The templates that come with the program: inside the wheel, or at the top of a checkout."""
    package = Path(statuts.__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"

"""Templates are strict: a name that is missing is an error, never a blank; HTML is escaped by default."""

from collections.abc import Mapping
from gettext import NullTranslations
from typing import Any

import jinja2

from statuts.errors import TemplateProblem
from statuts.language.typesetting import typeset
from statuts.model.message import msg


def environment(loader: jinja2.BaseLoader, catalogue: NullTranslations) -> jinja2.Environment:
    """The environment every template runs in; `_` and `{% trans %}` speak the catalogue's language.

    `typeset` sets the spaces of a language's typography, for the eye.
    """
    made = jinja2.Environment(
        loader=loader,
        # by name: `select_autoescape()` would leave `x.html.j2` unescaped, so templates are named *.html
        autoescape=lambda name: name is not None and name.endswith(".html"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.filters["typeset"] = typeset
    made.install_gettext_translations(catalogue, newstyle=True)  # type: ignore[attr-defined]
    return made


def filled(templates: jinja2.Environment, name: str, values: Mapping[str, Any]) -> str:
    """Template `name` filled with `values`. Raises `TemplateProblem`, naming the template and the place."""
    try:
        return templates.get_template(name).render(values)
    except jinja2.TemplateNotFound as error:
        raise TemplateProblem(
            msg("There is no template “{name}”.", name=str(error.name)),
            msg("check the names of the files in your folder of templates"),
        ) from None
    except jinja2.TemplateSyntaxError as error:
        raise TemplateProblem(
            msg(
                "The template “{name}” is broken at line {line}: {reason}.",
                name=error.name or name, line=error.lineno, reason=error.message or "",
            ),
            msg("compare it with the one that comes with the program"),
        ) from None  # fmt: skip
    except jinja2.UndefinedError as error:
        raise TemplateProblem(
            msg(
                "The template “{name}” asks for something that is not there: {reason}.",
                name=name,
                reason=error.message or "",
            ),
            msg("check the name in the template, or leave it out"),
        ) from None

"""The one place where messages become sentences: catalogues, languages, dates and numbers."""

import gettext as _gettext
import os
from functools import cache
from typing import TYPE_CHECKING

from statuts.language.dates import in_full
from statuts.model.message import Message

if TYPE_CHECKING:
    from datetime import date

DOMAIN = "statuts"
LANGUAGES = ("fr", "en")
_LOCALE = os.path.join(os.path.dirname(__file__), "locale")  # noqa: PTH118, PTH120 - pathlib costs 2 ms
_current = "fr"


def language_of_environment() -> str:
    """`en` where the locale asks for English, else `fr`: French is the house's language."""
    for name in ("STATUTS_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "en" if value.lower().startswith("en") else "fr"
    return "fr"


def set_language(language: str) -> None:
    """Speak `language` from now on, click's own sentences included."""
    global _current  # noqa: PLW0603 - the process speaks one language at a time
    _current = language if language in LANGUAGES else "fr"
    os.environ["LANGUAGE"] = _current
    _gettext.bindtextdomain(DOMAIN, _LOCALE)
    _gettext.textdomain(DOMAIN)


def current_language() -> str:
    """The language the process speaks: `fr` or `en`."""
    return _current


@cache
def translations(language: str) -> _gettext.NullTranslations:
    """The catalogue of a language; English is the language of the source and needs none."""
    if language == "en":
        return _gettext.NullTranslations()
    try:
        return _gettext.translation(DOMAIN, _LOCALE, [language])
    except FileNotFoundError:
        return _compiled_here(language)


def _compiled_here(language: str) -> _gettext.GNUTranslations:
    """The catalogue of a checkout that was never installed, where no .mo was written."""
    from io import BytesIO

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with open(os.path.join(_LOCALE, language, "LC_MESSAGES", f"{DOMAIN}.po"), "rb") as source:  # noqa: PTH118, PTH123
        write_mo(compiled, read_po(source))
    compiled.seek(0)
    return _gettext.GNUTranslations(compiled)


def _(text: str) -> str:
    """`text` in the current language."""
    return translations(_current).gettext(text)


def say(message: Message, language: str | None = None) -> str:
    """A message as a sentence, in `language` or the current one."""
    catalogue = translations(language or _current)
    if message.plural:
        text = catalogue.ngettext(message.text, message.plural, message.count)
    else:
        text = catalogue.gettext(message.text)
    values = {
        name: value if isinstance(value, str | int) else say_date(value, language)
        for name, value in message.values.items()
    }
    return text.format(**values)


def say_date(day: "date", language: str | None = None) -> str:
    """A date in full: « 1er juillet 2021 », "1 July 2021"."""
    return in_full(day, language or _current)


def say_number(number: int, language: str | None = None) -> str:
    """A whole number grouped as the language groups it: « 1 500 », "1,500"."""
    if 0 <= number < 1000:
        return str(number)
    from babel.numbers import format_decimal

    return format_decimal(number, locale="en_GB" if (language or _current) == "en" else "fr_FR")

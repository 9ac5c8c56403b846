"""The languages in which acts are written and read."""

from statuts.errors import WordingError
from statuts.model.message import msg
from statuts.wording.speech import Language

LANGUAGES = ("fr", "en")


def language(code: str) -> Language:
    """The language `code` (`fr`, `en`). Raises `WordingError` for any other."""
    if code not in LANGUAGES:
        raise WordingError(
            msg("Amending wording is not known in the language “{code}”.", code=code),
            msg("known: {names}", names=", ".join(LANGUAGES)),
        )
    if code == "en":
        from statuts.wording.english import speech as english

        return english
    from statuts.wording.french import speech as french

    return french

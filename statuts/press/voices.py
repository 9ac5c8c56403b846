"""A language put into the one value with which papers speak."""

from statuts.i18n import current_language, say, say_date, say_number
from statuts.render.voice import Voice


def voice_in(language: str | None = None) -> Voice:
    """The voice of `language`, else of the one the process speaks."""
    spoken = language or current_language()
    return Voice(
        spoken,
        lambda message: say(message, spoken),
        lambda day: say_date(day, spoken),
        lambda number: say_number(number, spoken),
    )

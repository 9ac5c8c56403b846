"""How a paper speaks: the sentences, dates and numbers of one language, given by the edge."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from statuts.model.message import Message

BLANK = "…………………………"
"""Room to fill in by hand what is not known."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The language of a paper and what puts messages, days and whole numbers into it."""

    language: str
    say: Callable[[Message], str]
    day: Callable[[date], str]
    number: Callable[[int], str]

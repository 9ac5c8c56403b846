"""What was planned for an act: deeds, where each comes from, and how far up it has been taken."""

from dataclasses import dataclass, field
from enum import IntEnum

from statuts.model.instruction import Deed


class Formula(IntEnum):
    """How much of the text a formula takes up."""

    WORDS = 0
    ALINEA = 1
    ARTICLE = 2
    TEXT = 3


@dataclass(frozen=True, slots=True)
class Planned:
    """A deed, its changes, and where it comes from: the article and the pair (-1: the article itself)."""

    deed: Deed
    changes: tuple[int, ...]
    article: int
    pair: int
    formula: Formula = Formula.WORDS


@dataclass(slots=True)
class Levels:
    """How far up each pair and each article has been taken."""

    pairs: dict[tuple[int, int], Formula] = field(default_factory=dict)
    articles: dict[int, Formula] = field(default_factory=dict)
    text: bool = False  # nothing less than the whole text will do

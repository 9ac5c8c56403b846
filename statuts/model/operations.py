"""What is done to the parts of a text: typed operations on stable ids."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from statuts.model.document import SectionKind


class Act(StrEnum):
    """What an operation does to a part of a text."""

    REPLACE = "replace"
    RETITLE = "retitle"  # only its heading
    INSERT = "insert"
    REPEAL = "repeal"
    MOVE = "move"
    RENUMBER = "renumber"  # only the number in its heading, as a consequence of other operations
    REFERENCE = "reference"  # only references to articles that were renumbered


WORDED = frozenset({Act.REPLACE, Act.RETITLE, Act.INSERT})
"""Operations that bring a wording of their own, in a file named after the article."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation on the part with the id `article`.

    `after` (for `insert` and `move`) is the id of the part it will follow, empty for the first place;
    `division` the id of the division it will stand in; `kind` says what is inserted.
    """

    act: Act
    article: str
    after: str = ""
    division: str = ""
    kind: SectionKind = SectionKind.ARTICLE

    def __post_init__(self) -> None:
        if (self.after or self.division) and self.act not in (Act.INSERT, Act.MOVE):
            raise ValueError("only what is inserted or moved has a place")


class Consequence(NamedTuple):
    """A number that follows from other changes: in the heading of `article`, or in a reference in it."""

    act: Act
    article: str
    old: str
    new: str

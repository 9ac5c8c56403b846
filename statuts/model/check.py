"""What a check of a text found: each place with a code that stays the same."""

from dataclasses import dataclass
from enum import StrEnum

from statuts.model.message import Message


class CheckCode(StrEnum):
    """What is to be looked at. The codes are documented in `docs/checks.md`; their meaning never changes."""

    DUPLICATE_NUMBER = "C001"
    SKIPPED_NUMBER = "C002"
    OUT_OF_ORDER = "C003"
    NO_SUCH_ARTICLE = "C004"
    OTHER_ARTICLE = "C005"  # the number is there, but it was another article's in the text this one changes
    NO_SUCH_PART = "C006"  # an item or an alinéa the article does not have
    NO_SUCH_DIVISION = "C007"
    NO_NEIGHBOUR = "C008"  # « l’article précédent » in the first article
    LEFTOVER = "C009"
    NEAR_FORM = "C010"  # for decision: it may well be meant to stay
    NO_TOWN = "C011"
    NO_DEPARTEMENT = "C012"
    NO_DATE = "C013"
    NO_BODY = "C014"
    NO_VOTES = "C015"
    NOT_DECLARED = "C016"
    DECLARED_LATE = "C017"
    NOT_APPROVED = "C018"
    NOT_INSCRIBED = "C019"


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """One finding. `label` heads the article it stands in, `line` is 1-based.

    A finding about the facts of a version has neither: the label is empty and the line 0.
    """

    code: CheckCode
    label: str
    line: int
    message: Message

    def __post_init__(self) -> None:
        if self.line < 0 or (self.label and not self.line):
            raise ValueError("a finding inside a text has a line")

"""What an import made of a file: what became what, which of it is a guess, and where every word went."""

from dataclasses import dataclass
from enum import StrEnum

from statuts.model.message import Message


class Became(StrEnum):
    """What a paragraph of the source is in the text that was made."""

    TITLE = "title"
    DIVISION = "division"
    ARTICLE = "article"
    PREAMBLE = "preamble"
    ANNEX = "annex"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    SIGNATURE = "signature"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Finding:
    """One paragraph and what became of it. `why` is given for what is a guess, and for what was left out."""

    place: str
    words: str
    became: Became
    guess: bool = False
    why: Message | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of the source that are not in the text, and why."""

    place: str
    words: str
    why: Message


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The account of an import. `words` counts those of the source; each is kept, or in `left_out`, or in
    `lost`, which must be empty.
    """

    format: str
    findings: tuple[Finding, ...]
    left_out: tuple[LeftOut, ...]
    remarks: tuple[Message, ...]
    words: int
    kept: int
    lost: tuple[str, ...] = ()

    @property
    def guesses(self) -> tuple[Finding, ...]:
        """What a person should look at."""
        return tuple(finding for finding in self.findings if finding.guess)


@dataclass(frozen=True, slots=True)
class Imported:
    """The Markdown that was made of a file, and its report."""

    markdown: str
    report: ImportReport

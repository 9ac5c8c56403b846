"""What a check of an archive found: every fault with a code that stays the same."""

from dataclasses import dataclass
from enum import StrEnum

from statuts.model.message import Message


class Code(StrEnum):
    """What is wrong. The codes are documented in `docs/archive-format.md` and never change their meaning."""

    BROKEN_FILE = "E001"  # a TOML file that cannot be read as one of its kind
    MISSING = "E002"
    ALTERED = "E003"  # its digest is not the one recorded at its adoption
    EXTRA_FILE = "E004"
    LINK = "E005"
    UNREADABLE = "E006"
    NAME = "E007"
    WHOLE_TEXT = "E008"
    CHAIN = "E009"
    SEALS = "E010"
    REGISTER = "E011"
    ATTACHMENT = "E012"
    ANCHOR = "E013"
    REPLAY = "E014"  # the operations do not make the version of the one before
    FACTS = "W002"  # archive.toml was changed by hand
    DEBRIS = "W001"  # half-written, and never read: nothing to mend

    @property
    def is_fault(self) -> bool:
        """Whether the archive cannot be trusted as it is; a warning tells only what was seen."""
        return self.value.startswith("E")


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: its code, the file or folder, and what is wrong with it."""

    code: Code
    file: str
    message: Message


@dataclass(frozen=True, slots=True)
class Audit:
    """All findings, how much was looked at, and the digest from outside it was held against, if any."""

    findings: tuple[Finding, ...]
    versions: int
    files: int
    anchor: str = ""

    @property
    def is_sound(self) -> bool:
        """No fault was found; without an anchor a history rewritten as a whole would not show."""
        return not any(finding.code.is_fault for finding in self.findings)

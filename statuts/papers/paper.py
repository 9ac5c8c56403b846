"""What every paper says of itself: whose it is, what, how far the text has come, which text exactly."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from statuts.model.archive import Fact, FactKind, Version
from statuts.model.message import Message, msg
from statuts.model.proposal import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The head and the foot of a paper, every word in its language. `status` says in a sentence how far the
    text has come, `band` in a word, for every page; `digest` is the SHA-256 of the text it is about.
    `adopted` tells that the new text is the law already; `missing` are the facts left to be filled in by
    hand.
    """

    language: str
    title: str
    association: str
    status: str
    band: str
    digest: str
    adopted: bool = False
    missing: tuple[str, ...] = ()


class Standing(StrEnum):
    """How far a text has come, as every page says it."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    ADOPTED = "adopted"
    DECLARED = "declared"

    @property
    def band(self) -> Message:
        """The word for it."""
        return _BANDS[self]


_BANDS = {
    Standing.DRAFT: msg("Draft"),
    Standing.PROPOSED: msg("Put to the vote"),
    Standing.WITHDRAWN: msg("Withdrawn"),
    Standing.REFUSED: msg("Refused"),
    Standing.ADOPTED: msg("Adopted"),
    Standing.DECLARED: msg("Declared"),
}
# What makes an amendment known to third parties: loi 1901, art. 5; code civil local, art. 71.
_MADE_KNOWN = frozenset({FactKind.DECLARED, FactKind.INSCRIBED})


def standing_of(version: Version | None, facts: Sequence[Fact], stage: Stage | None) -> Standing:
    """Where a text stands: a version is adopted, then declared; else the stage of its proposal."""
    if version is not None:
        declared = any(fact.kind in _MADE_KNOWN for fact in facts)
        return Standing.DECLARED if declared else Standing.ADOPTED
    return Standing(stage.value) if stage else Standing.PROPOSED

"""What an archive records: the association, its texts, their versions, and who decided what."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import ceil
from typing import NamedTuple, Self

from statuts.model.document import SectionKind
from statuts.model.operations import Operation


class Regime(StrEnum):
    """The law an association lives under; it says which date makes an amendment binding."""

    LAW_1901 = "1901"
    PUBLIC_UTILITY = "rup"
    ALSACE_MOSELLE = "alsace-moselle"


class Language(StrEnum):
    """The language of an association's papers."""

    FRENCH = "fr"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Seat:
    """Where the association sits; an empty string is a fact that is not recorded."""

    address: str = ""
    postcode: str = ""
    town: str = ""
    departement: str = ""


class Basis(StrEnum):
    """What a majority is counted on."""

    CAST = "cast"  # votes for and against: blank and void ones, and abstentions, count for neither
    ATTENDING = "attending"  # members present or represented
    MEMBERS = "members"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the association for amending a text, in words, with the clause it comes from.

    What can be held against figures may be given as such: `days` of notice, a `share` (« 2/3 ») of the
    members for a quorum, or for a majority of what it is counted on.
    """

    id: str
    wording: str
    clause: str
    text: str = ""
    days: int | None = None
    share: str = ""
    basis: Basis = Basis.CAST

    def asked_of(self, whole: int) -> int | None:
        """How many of `whole` the share makes; None where the rule gives no share.

        « La majorité » is more than half; « les deux tiers » are reached at two thirds.
        """
        if not self.share:
            return None
        share = Fraction(self.share)
        if self.id == "majority" and share == Fraction(1, 2):
            return whole // 2 + 1
        return ceil(share * whole)


@dataclass(frozen=True, slots=True)
class Association:
    """Whose archive it is. Only the name is always there; empty or None means « not recorded »."""

    name: str
    sigle: str = ""
    regime: Regime = Regime.LAW_1901
    rna: str = ""
    siren: str = ""
    seat: Seat = Seat()
    founded: date | None = None
    language: Language = Language.FRENCH
    accent: str = ""
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Votes:
    """What was counted; None is « not recorded », which is not zero. Blank votes are no abstentions."""

    pour: int | None = None
    contre: int | None = None
    abstentions: int | None = None
    blancs: int | None = None
    nuls: int | None = None
    unanimous: bool = False


@dataclass(frozen=True, slots=True)
class Quorum:
    """Whether enough members were there; `required` in members, `said` as the minutes have it."""

    reached: bool | None = None
    required: int | None = None
    said: str = ""


class Result(StrEnum):
    """What became of a resolution."""

    ADOPTED = "adopted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Resolution:
    """One thing put to the vote: its subject, the text and the articles (ids) it touches, the result."""

    subject: str
    text: str = ""
    articles: tuple[str, ...] = ()
    result: Result | None = None
    votes: Votes | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a body decided at one meeting, or will. Every figure may be missing, and then stays missing.

    `hour` is as people say it, « 18 h 30 ».
    """

    body: str = ""
    day: date | None = None
    place: str = ""
    convened: date | None = None
    members: int | None = None
    present: int | None = None
    represented: int | None = None
    quorum: Quorum | None = None
    resolutions: tuple[Resolution, ...] = ()
    note: str = ""
    hour: str = ""


class VersionKind(StrEnum):
    """By what right a version exists."""

    ADOPTION = "adoption"
    CORRECTION = "correction"  # of a slip of the pen (« erreur matérielle »)
    RESTORATION = "restoration"  # an earlier wording put back in force


class _Entry(NamedTuple):
    kind: SectionKind
    id: str
    division: str = ""
    sha256: str = ""
    heading: str = ""


class Entry(_Entry):
    """One part of a version, in the order of the text.

    Its Markdown stands in the file `id.md`, whose SHA-256 is `sha256`; or, where a heading is all there
    is, in `heading`. Exactly one of the two is given.
    """

    __slots__ = ()

    def __new__(
        cls, kind: SectionKind, id: str, division: str = "", sha256: str = "", heading: str = ""
    ) -> Self:
        """A part with a file's digest or a heading; refused with both or neither."""
        if bool(sha256) == bool(heading):
            raise ValueError("an entry has a file's digest or a heading, and not both")
        return tuple.__new__(cls, (kind, id, division, sha256, heading))

    @classmethod
    def checked(cls, kind: SectionKind, id: str, division: str, sha256: str, heading: str) -> Self:
        """The same, for the reader, who has looked already: a history has thousands of them."""
        return tuple.__new__(cls, (kind, id, division, sha256, heading))

    @property
    def wording(self) -> str:
        """What tells two wordings of a part apart without reading them."""
        return self.sha256 or self.heading


@dataclass(frozen=True, slots=True)
class Version:
    """A state of a text, adopted once and never changed.

    `name` is its folder: the date of adoption, or a word when that is unknown. `ends` is the last day
    it is in force, `validity` the limit as the decision words it (it may be there without a date).
    `complete` is false where only some articles are known. `digest` is the SHA-256 of the whole text,
    `manifest` that of `version.toml`, which the next version repeats. `operations` is what made it of the
    version it `follows`, `proposal` the name of the proposal they come from.
    """

    text: str
    name: str
    label: str
    kind: VersionKind
    contents: tuple[Entry, ...]
    digest: str
    manifest: str
    adopted: date | None = None
    in_force: date | None = None
    ends: date | None = None
    validity: str = ""
    complete: bool = True
    note: str = ""
    decision: Decision = Decision()
    follows: str = ""
    follows_manifest: str = ""
    proposal: str = ""
    operations: tuple[Operation, ...] = ()

    @property
    def starts(self) -> date | None:
        """The first day in force: as decided, else the day of adoption; None where neither is known."""
        return self.in_force or self.adopted


class FactKind(StrEnum):
    """What is learnt about a version after its adoption."""

    DECLARED = "declared"  # binds third parties from that day (loi 1901, art. 5)
    RECEIPT = "receipt"
    JOAFE = "joafe"
    APPROVED = "approved"  # RUP: the amendment takes effect only then
    INSCRIBED = "inscribed"  # Alsace-Moselle: likewise
    ATTACHED = "attached"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something learnt later about a version, from the text's register; `value` is a number or a file."""

    version: str
    kind: FactKind
    day: date | None = None
    value: str = ""


@dataclass(frozen=True, slots=True)
class TextHistory:
    """A governed text: its versions, oldest first, and what was learnt about them later."""

    id: str
    title: str
    versions: tuple[Version, ...]
    facts: tuple[Fact, ...] = ()

    @property
    def latest(self) -> Version:
        """The version adopted last."""
        return self.versions[-1]

    def facts_of(self, version: Version) -> tuple[Fact, ...]:
        """What the register says about one version, in the order it was recorded."""
        return tuple(fact for fact in self.facts if fact.version == version.name)


class ArticleEvent(StrEnum):
    """What a version did to an article."""

    PRESENT = "present"  # in the oldest version known: what came before is not recorded
    INSERTED = "inserted"
    MODIFIED = "modified"
    TYPOGRAPHY = "typography"  # the same words: only signs, spaces or marks changed
    HEADED = "headed"  # only its heading changed: renumbered or retitled
    MOVED = "moved"  # to another division
    REPEALED = "repealed"


@dataclass(frozen=True, slots=True)
class ArticleNote:
    """One event in the life of an article: what happened, and which version did it."""

    event: ArticleEvent
    version: Version

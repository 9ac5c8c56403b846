"""A proposal: what it would change in a version, as typed operations on stable ids, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from statuts.model.document import SectionKind


class Act(StrEnum):
    """What an operation does to a part of a text."""

    REPLACE = "replace"
    INSERT = "insert"
    REPEAL = "repeal"
    MOVE = "move"
    RENUMBER = "renumber"  # only the number in its heading, as a consequence of other operations
    REFERENCE = "reference"  # only references to articles that were renumbered


WORDED = frozenset({Act.REPLACE, Act.INSERT})
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


class Numbering(StrEnum):
    """How numbers follow when articles come and go."""

    KEEP = "keep"  # as written by hand
    SEQUENCE = "sequence"  # all later articles are renumbered, and references to them
    BIS = "bis"  # what is inserted takes the number before it with an adverb: 12 bis


class Stage(StrEnum):
    """Where a proposal stands. « adopted » is never written: a version says which proposal made it."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    ADOPTED = "adopted"


NEXT: Mapping[Stage, frozenset[Stage]] = {
    Stage.DRAFT: frozenset({Stage.PROPOSED, Stage.WITHDRAWN, Stage.ADOPTED, Stage.REFUSED}),
    Stage.PROPOSED: frozenset({Stage.DRAFT, Stage.WITHDRAWN, Stage.ADOPTED, Stage.REFUSED}),
    Stage.WITHDRAWN: frozenset(),
    Stage.REFUSED: frozenset(),
    Stage.ADOPTED: frozenset(),
}
"""The life of a proposal: from each stage, where it may go. The diagram in the docs is drawn from it."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Changes to the version `base` of `text`, not yet adopted.

    `base_manifest` is that version's digest when the proposal was made. It falls unless all it `requires`
    are adopted, and if one it `excludes` is (its variants). `wordings` holds the Markdown of
    the parts it replaces or inserts, by id; `rationale` why, as Markdown. Empty means « not recorded ».
    """

    text: str
    name: str
    title: str
    base: str
    base_manifest: str
    stage: Stage = Stage.DRAFT
    author: str = ""
    summary: tuple[str, ...] = ()
    operations: tuple[Operation, ...] = ()
    numbering: Numbering = Numbering.KEEP
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    wordings: Mapping[str, str] = field(default_factory=dict)
    rationale: str = ""

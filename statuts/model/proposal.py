"""A proposal: what it would change in a version, how its numbers follow, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from statuts.model.archive import Decision
from statuts.model.operations import Operation


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
    the parts it replaces or inserts, by id; `rationale` why, as Markdown. `decision` is the one that
    refused it; what adopts it stands in the version. Empty means « not recorded ».

    A sub-amendment has a proposal for its `base`, and for its digest that of the text it proposed.
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
    decision: Decision = field(default_factory=Decision)
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    wordings: Mapping[str, str] = field(default_factory=dict)
    rationale: str = ""

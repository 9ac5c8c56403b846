"""The redline: what the comparison hands to every renderer, and what it must satisfy to exist.

The laws: the text of the `equal` and `delete` segments of all blocks that belong to the old side is
the old text; `equal` and `insert` of those that belong to the new side, the new text.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple, Self

from statuts.model.document import Block, BlockKind, SectionKind
from statuts.model.message import Message


class Op(StrEnum):
    """What happened to a piece of text."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"


_EQUAL = Op.EQUAL  # looking it up in its class takes as long as making a segment


class ChangeClass(StrEnum):
    """What kind of difference a change is; a reader filters by it."""

    WORDING = "wording"
    REFERENCE = "reference"  # a consequence of renumbering
    INCLUSIVE = "inclusive"  # « adhérents » → « adhérent·es »
    CASE = "case"
    TYPOGRAPHY = "typography"
    MARKUP = "markup"
    LAYOUT = "layout"


FOLDED = frozenset({ChangeClass.TYPOGRAPHY, ChangeClass.MARKUP, ChangeClass.LAYOUT})
"""Folded away unless asked for; members vote on all the rest."""


class Author(StrEnum):
    """Whose change it is, where three texts are compared: current, proposed, sub-amended."""

    PROPOSAL = "proposal"
    SUBAMENDMENT = "subamendment"
    BOTH = "both"  # added by the proposal and struck again by the sub-amendment


class Part(StrEnum):
    """Where in its block a piece of text stands: marks before the words, the words, what follows."""

    LEAD = "lead"
    TEXT = "text"
    TAIL = "tail"


class _Segment(NamedTuple):
    op: Op
    text: str
    part: Part = Part.TEXT
    change: int | None = None
    cls: ChangeClass | None = None
    moved: bool = False
    by: Author | None = None


class Segment(_Segment):
    """A piece of text with one fate. `change` is n of « Cn »; None for equal text and folded classes.

    `moved` marks what stayed of a sentence that stands elsewhere in the other text: it is shown as moved,
    under one number at both places, and its words count neither as struck nor as added. What was edited on
    the way is struck where it left and added where it came. `by` is None unless three texts are compared;
    what is `by` both stands in the middle text only.
    """

    __slots__ = ()

    def __new__(
        _type,
        op: Op,
        text: str,
        part: Part = Part.TEXT,
        change: int | None = None,
        cls: ChangeClass | None = None,
        moved: bool = False,
        by: Author | None = None,
    ) -> Self:
        """A segment that differs must have a class, one that does not must have none."""
        if (op is _EQUAL) != (cls is None):
            raise ValueError("a segment has a class if and only if it differs")
        return tuple.__new__(_type, (op, text, part, change, cls, moved, by))

    @classmethod
    def _make(cls, iterable: Iterable[Any]) -> Self:  # type: ignore[override]  # checks what `_replace` makes
        return cls(*iterable)

    @classmethod
    def kept(cls, text: str, part: Part = Part.TEXT) -> Self:
        """Text that both sides have: nothing to check, and most segments are of this sort."""
        return tuple.__new__(cls, (_EQUAL, text, part, None, None, False, None))

    def renumbered(self, change: int) -> Self:
        """The same change under another number: nothing to check either."""
        op, text, part, _, cls, moved, by = self
        return tuple.__new__(type(self), (op, text, part, change, cls, moved, by))

    @property
    def is_separator(self) -> bool:
        """A line end or blank lines: it follows from what stands beside it, and shows nothing by itself."""
        return self.part is Part.TAIL and not self.text.strip()


class Side(StrEnum):
    """Which of the two texts a block belongs to."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"


class BlockStatus(StrEnum):
    """What happened to a block; several may hold at once."""

    UNCHANGED = "unchanged"
    MODIFIED = "modified"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_FROM = "moved-from"
    MOVED_TO = "moved-to"
    SPLIT = "split"
    JOINED = "joined"
    REPLACED = "replaced"  # so little stayed that the block is struck and written anew as a whole
    SENTENCE_REPLACED = "sentence-replaced"  # the same, of a sentence in it


class BlockChange(NamedTuple):
    """One alinéa of the redline.

    A moved block stands twice: at its source (`side` old, all struck) and at its destination (`side`
    new), where its segments show what was edited on the way; `move` is the number both share. Of three texts,
    `side` is both and `move` the number of the proposal's move that brought here what the sub-amendment took
    away again.
    """

    kind: BlockKind
    statuses: tuple[BlockStatus, ...]
    side: Side
    segments: tuple[Segment, ...]
    depth: int = 0
    group: int = 0
    move: int | None = None

    @property
    def is_cut(self) -> bool:
        """Whether it was cut in two, or joined to another: a line end tells that."""
        return BlockStatus.SPLIT in self.statuses or BlockStatus.JOINED in self.statuses

    @property
    def changes(self) -> tuple[int, ...]:
        """The numbers of the changes shown here, its move among them, ascending, each once."""
        cut = self.is_cut
        shown = {s.change for s in self.segments if s.change is not None and (cut or not s.is_separator)}
        return tuple(sorted(shown if self.move is None else {*shown, self.move}))


class ArticleStatus(StrEnum):
    """What happened to an article; several may hold at once."""

    UNCHANGED = "unchanged"
    MODIFIED = "modified"
    INSERTED = "inserted"
    REPEALED = "repealed"
    MOVED = "moved"
    MOVED_BACK = "moved-back"  # moved by a proposal, and back by its sub-amendment
    RENUMBERED = "renumbered"
    NUMBERED = "numbered"  # it had no number before
    UNNUMBERED = "unnumbered"  # it has none now
    RETITLED = "retitled"
    WITHDRAWN = "withdrawn"  # inserted by a proposal, struck again by its sub-amendment
    SPLIT = "split"
    JOINED = "joined"


OF_THE_NUMBER = frozenset({ArticleStatus.RENUMBERED, ArticleStatus.NUMBERED, ArticleStatus.UNNUMBERED})
"""What happened to an article's number: one of these at most holds."""


class ArticleSide(NamedTuple):
    """An article as one of the two texts has it: id, number as written, title, whole label."""

    id: str
    number: str
    title: str
    label: str


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """One section of the redline, in reading order; `old` or `new` is None where it did not exist.

    Of three texts, `old` is of the current one; where an article stands in the proposed text alone, of that.

    A moved article stands twice, as a moved block does: its source has `side` old.

    `blocks` begin and end where those of the new text do. `before` are the blocks of the old text, as read in
    the whole of it; empty where `blocks` stand for those too, and in what was read back from data.
    """

    kind: SectionKind
    statuses: tuple[ArticleStatus, ...]
    side: Side
    old: ArticleSide | None
    new: ArticleSide | None
    blocks: tuple[BlockChange, ...]
    before: tuple[Block, ...] = field(default=(), compare=False, repr=False)

    def with_blocks(self, blocks: tuple[BlockChange, ...]) -> "ArticleChange":
        """The same article with other blocks; `dataclasses.replace` takes three times as long."""
        return ArticleChange(self.kind, self.statuses, self.side, self.old, self.new, blocks, self.before)

    @property
    def changes(self) -> tuple[int, ...]:
        """The numbers of the changes shown in this article, ascending, each once."""
        return tuple(sorted({n for block in self.blocks for n in block.changes}))

    @property
    def shown(self) -> ArticleSide:
        """The side to head the article with: the new one where there is one, but at the place it left."""
        side = self.old if self.side is Side.OLD and self.old else self.new or self.old
        assert side is not None
        return side


@dataclass(frozen=True, slots=True)
class TextLabel:
    """What a compared text is called, and the SHA-256 of its UTF-8 bytes."""

    label: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Redline:
    """Both texts in one, with every difference classed. `notes` says which bounds cut in, if any.

    Where three texts are compared, `new` is the sub-amended one and `proposed` the one between.
    """

    old: TextLabel
    new: TextLabel
    articles: tuple[ArticleChange, ...]
    notes: tuple[Message, ...] = ()
    proposed: TextLabel | None = None

    def blocks(self) -> Iterator[BlockChange]:
        """All blocks in reading order."""
        for article in self.articles:
            yield from article.blocks

    @property
    def changes(self) -> int:
        """How many numbered changes there are: C1 … Cn."""
        return max((n for block in self.blocks() for n in block.changes), default=0)

"""The plain values that the templates of a redline lay out: words, alinéas, lists, tables, articles."""

from dataclasses import dataclass

_MOST_APART = 2
"""Numbers in a row that are still printed one by one."""


@dataclass(frozen=True, slots=True)
class Words:
    """A run of characters in one style; `br` stands for a line break the author asked for.

    `tied` words stay on one line: French sets a space before « ; » that must not begin the next.
    """

    text: str
    strong: bool = False
    em: bool = False
    code: bool = False
    link: bool = False
    br: bool = False
    tied: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Words with one fate: `op` is `del`, `ins`, or empty for words that stay.

    `folded` marks are drawn only when the reader asks for them. `sign` names a difference that has no
    letters (a space, bold type). `bare` spaces at the edge of a mark take no line. `gap` asks for room
    before an insertion that touches the deletion it replaces. `moved` words stand elsewhere in the other
    text. `by` is `proposal`, `subamendment` or `both` (added by one, struck by the other) of three texts.
    """

    op: str
    words: tuple[Words, ...]
    folded: bool = False
    sign: str = ""
    bare: bool = False
    gap: bool = False
    moved: bool = False
    by: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One numbered change, or words that stay (`number` None).

    `anchor` is the element's id, empty on all but the first element of a change; `before` and `after` are the
    ids of its neighbours in reading order. `closing` asks for a spoken end: the sentence goes on.
    """

    number: int | None
    marks: tuple[Mark, ...] = ()
    anchor: str = ""
    before: str = ""
    after: str = ""
    total: int = 0
    closing: bool = False


Line = tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A few words above an alinéa: it moved, it was split. `target` is an id to go to, or empty."""

    text: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """« C7 » in the margin, and the id it leads to; `origin` is the id of what brought it about, if told."""

    number: int
    target: str
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers of one origin that follow one another: « C3–C8 »."""

    first: int
    last: int
    origin: str


@dataclass(frozen=True, slots=True)
class Fate:
    """What happened to an alinéa, a row or a heading as a whole.

    `side` says in which views it is seen: `both`, `old`, `new`, or `none` (with the changes only).
    `wrap` is the mark around all of it where it moved; `move` then carries the number and the id.
    `wordless` changes have an id, and no words to bear it.
    """

    side: str = "both"
    changed: bool = False
    folded: bool = False
    moved: bool = False
    wrap: str = ""
    move: Change | None = None
    numbers: tuple[Number, ...] = ()
    notes: tuple[Note, ...] = ()
    wordless: tuple[Change, ...] = ()

    @property
    def anchors(self) -> tuple[str, ...]:
        """The ids of the changes that have no words."""
        return tuple(change.anchor for change in self.wordless)

    @property
    def runs(self) -> tuple[Numbers, ...]:
        """The numbers, three or more in a row as one."""
        found: list[list[Number]] = []
        for number in self.numbers:
            last = found[-1][-1] if found else None
            if last and (last.number + 1, last.origin) == (number.number, number.origin):
                found[-1].append(number)
            else:
                found.append([number])
        return tuple(
            Numbers(part[0].number, part[-1].number, part[0].origin)
            for run in found
            for part in ([run] if len(run) > _MOST_APART else [[number] for number in run])
        )


@dataclass(frozen=True, slots=True)
class Text:
    """An alinéa. `shape`: `paragraph`, `heading`, `verbatim` (code, raw HTML, front matter), `rule`."""

    shape: str
    line: Line
    fate: Fate
    level: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A list item: its own mark (« a) »; empty for a dash), its alinéa, and what stands below it."""

    marker: Line
    bullet: bool
    side: str
    body: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; `level` counts the lists and quotations around it, itself included."""

    level: int
    items: tuple[Item, ...]
    shape: str = "list"


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation of several alinéas."""

    level: int
    body: tuple["Node", ...]
    shape: str = "quote"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, one line a cell."""

    cells: tuple[Line, ...]
    fate: Fate


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `aligned` holds `left`, `right` or `center` for each column."""

    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    aligned: tuple[str, ...]
    changed: bool
    shape: str = "table"


Node = Text | Listing | Quote | Table


@dataclass(frozen=True, slots=True)
class Article:
    """An article, or what stands where articles stand. `tags` say what happened to it, in words."""

    anchor: str
    kind: str
    label: str
    heading: Text | None
    tags: tuple[str, ...]
    body: tuple[Node, ...]
    side: str
    moved: bool
    quiet: bool
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Articles that follow one another: changed ones to read, or unchanged ones folded under their labels."""

    articles: tuple[Article, ...]
    labels: tuple[str, ...] = ()

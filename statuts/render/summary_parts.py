"""How many titles, chapters, sections, annexes came, went or changed, in words."""

from collections.abc import Callable

from statuts.diff.parts import PartKind
from statuts.diff.statistics import Statistics
from statuts.model.message import Message, msgn
from statuts.model.redline import ArticleStatus

_PARTS: dict[PartKind, dict[ArticleStatus, Callable[[int], Message]]] = {
    PartKind.PREAMBLE: {
        ArticleStatus.MODIFIED: lambda n: msgn("{count} preamble modified", "{count} preambles modified", n),
        ArticleStatus.INSERTED: lambda n: msgn("{count} preamble inserted", "{count} preambles inserted", n),
        ArticleStatus.REPEALED: lambda n: msgn("{count} preamble repealed", "{count} preambles repealed", n),
        ArticleStatus.MOVED: lambda n: msgn("{count} preamble moved", "{count} preambles moved", n),
        ArticleStatus.RETITLED: lambda n: msgn("{count} preamble retitled", "{count} preambles retitled", n),
    },
    PartKind.TITLE: {
        ArticleStatus.MODIFIED: lambda n: msgn("{count} title modified", "{count} titles modified", n),
        ArticleStatus.INSERTED: lambda n: msgn("{count} title inserted", "{count} titles inserted", n),
        ArticleStatus.REPEALED: lambda n: msgn("{count} title repealed", "{count} titles repealed", n),
        ArticleStatus.MOVED: lambda n: msgn("{count} title moved", "{count} titles moved", n),
        ArticleStatus.RENUMBERED: lambda n: msgn("{count} title renumbered", "{count} titles renumbered", n),
        ArticleStatus.RETITLED: lambda n: msgn("{count} title retitled", "{count} titles retitled", n),
    },
    PartKind.CHAPTER: {
        ArticleStatus.MODIFIED: lambda n: msgn("{count} chapter modified", "{count} chapters modified", n),
        ArticleStatus.INSERTED: lambda n: msgn("{count} chapter inserted", "{count} chapters inserted", n),
        ArticleStatus.REPEALED: lambda n: msgn("{count} chapter repealed", "{count} chapters repealed", n),
        ArticleStatus.MOVED: lambda n: msgn("{count} chapter moved", "{count} chapters moved", n),
        ArticleStatus.RENUMBERED: lambda n: msgn(
            "{count} chapter renumbered", "{count} chapters renumbered", n
        ),
        ArticleStatus.RETITLED: lambda n: msgn("{count} chapter retitled", "{count} chapters retitled", n),
    },
    PartKind.SECTION: {
        ArticleStatus.MODIFIED: lambda n: msgn("{count} section modified", "{count} sections modified", n),
        ArticleStatus.INSERTED: lambda n: msgn("{count} section inserted", "{count} sections inserted", n),
        ArticleStatus.REPEALED: lambda n: msgn("{count} section repealed", "{count} sections repealed", n),
        ArticleStatus.MOVED: lambda n: msgn("{count} section moved", "{count} sections moved", n),
        ArticleStatus.RENUMBERED: lambda n: msgn(
            "{count} section renumbered", "{count} sections renumbered", n
        ),
        ArticleStatus.RETITLED: lambda n: msgn("{count} section retitled", "{count} sections retitled", n),
    },
    PartKind.DIVISION: {
        ArticleStatus.MODIFIED: lambda n: msgn("{count} division modified", "{count} divisions modified", n),
        ArticleStatus.INSERTED: lambda n: msgn("{count} division inserted", "{count} divisions inserted", n),
        ArticleStatus.REPEALED: lambda n: msgn("{count} division repealed", "{count} divisions repealed", n),
        ArticleStatus.MOVED: lambda n: msgn("{count} division moved", "{count} divisions moved", n),
        ArticleStatus.RENUMBERED: lambda n: msgn(
            "{count} division renumbered", "{count} divisions renumbered", n
        ),
        ArticleStatus.RETITLED: lambda n: msgn("{count} division retitled", "{count} divisions retitled", n),
    },
    PartKind.ANNEX: {
        ArticleStatus.MODIFIED: lambda n: msgn("{count} annex modified", "{count} annexes modified", n),
        ArticleStatus.INSERTED: lambda n: msgn("{count} annex inserted", "{count} annexes inserted", n),
        ArticleStatus.REPEALED: lambda n: msgn("{count} annex repealed", "{count} annexes repealed", n),
        ArticleStatus.MOVED: lambda n: msgn("{count} annex moved", "{count} annexes moved", n),
        ArticleStatus.RENUMBERED: lambda n: msgn("{count} annex renumbered", "{count} annexes renumbered", n),
        ArticleStatus.RETITLED: lambda n: msgn("{count} annex retitled", "{count} annexes retitled", n),
    },
}


def parts(figures: Statistics) -> list[Message]:
    """What became of the parts that are no articles."""
    return [
        counted(found[status])
        for kind, found in figures.parts.items()
        for status, counted in _PARTS[kind].items()
        if found[status]
    ]

"""Where an element is printed, and what all elements of a paper share."""

from dataclasses import dataclass, field, replace

from statuts.model.sheet import GridRole, Sheet
from statuts.render.html_context import Context
from statuts.render.odt.automatic import Automatic
from statuts.render.odt.changes import Changes
from statuts.render.odt.stream import Stream
from statuts.render.paper_look import COMPACT, COMPACT_HEADING, PAGE, SIDE, Look
from statuts.render.voice import Voice

SMALLER = frozenset({GridRole.COMPARISON, GridRole.COLUMNS})
"""Grids that hold whole texts, set smaller than those that have the page for themselves."""


@dataclass(slots=True)
class Shared:
    """One for the whole paper. `pictures` are its files by name; `breaks` says that a page break is due."""

    sheet: Sheet
    voice: Voice
    automatic: Automatic
    changes: Changes
    context: Context
    pictures: dict[str, bytes] = field(default_factory=dict)
    breaks: bool = False
    tables: int = 0

    def table_name(self) -> str:
        """A name that no other table of the paper has."""
        self.tables += 1
        return f"Tableau{self.tables}"

    def due_break(self) -> bool:
        """Whether what comes now begins a page; asked once for each."""
        due, self.breaks = self.breaks, False
        return due


@dataclass(frozen=True, slots=True)
class Place:
    """A page or a cell: how wide it is in millimetres, the grid it is in, and what stands there so far."""

    shared: Shared
    stream: Stream
    width: float = PAGE[0] - 2 * SIDE
    grid: GridRole | None = None
    heading: bool = False
    is_cell: bool = False

    def inside(self, width: float, grid: GridRole | None = None, heading: bool = False) -> "Place":
        """A new cell of this place."""
        return replace(
            self, stream=Stream(self.shared.changes), width=width, grid=grid, heading=heading, is_cell=True
        )

    def style(self, name: str, look: Look, *, indent: float = 0, first: float = 0, align: str = "") -> str:
        """The style to use here for `name`: smaller in a grid, at the top of a cell without room above it."""
        size, room = 0.0, None
        if self.grid in SMALLER:
            size, room = (
                min(look.size, COMPACT_HEADING) * COMPACT,
                (look.above * COMPACT, look.below * COMPACT),
            )
        if self.is_cell and self.stream.is_empty and look.above:
            room = (0.0, look.below)
        aligned = align or ("start" if self.grid and not look.ragged else "")
        return self.shared.automatic.paragraph(
            name,
            indent=indent,
            first=first,
            size=size,
            room=room,
            align=aligned,
            breaks=self.shared.due_break(),
        )

"""What all tables share: columns, header rows that repeat, rules."""

from collections.abc import Sequence
from dataclasses import dataclass

from statuts.render.odt.place import Place
from statuts.render.paper_look import LINE

_HAIRLINE = f"0.4pt solid {LINE}"
_PADDING = 'fo:padding-top="1.1mm" fo:padding-bottom="1.1mm" fo:padding-left="0mm" fo:padding-right="2.5mm"'
RULED = f'fo:border="none" fo:border-bottom="{_HAIRLINE}" {_PADDING}'
DRAWN = f'fo:border="{_HAIRLINE}" fo:padding="1.4mm"'
BARE = (
    'fo:border="none" fo:padding-left="0mm" fo:padding-right="5mm"'
    ' fo:padding-top="0.6mm" fo:padding-bottom="0.6mm"'
)
SIGNED = f'fo:border="none" fo:border-top="{_HAIRLINE}" fo:padding-top="1.5mm" fo:padding-right="2.5mm"'
_LEAST, _MOST = 5, 60


@dataclass(frozen=True, slots=True)
class Drawn:
    """A table whose rows are written: header rows, other rows, widths of columns in millimetres."""

    head: Sequence[str]
    rows: Sequence[str]
    wide: Sequence[float]
    breaks: bool = False
    whole: bool = False


def table(drawn: Drawn, place: Place) -> str:
    """The element."""
    automatic = place.shared.automatic
    style = automatic.table(sum(drawn.wide), breaks=drawn.breaks, whole=drawn.whole)
    columns = "".join(
        [f'<table:table-column table:style-name="{automatic.column(width)}"/>' for width in drawn.wide]
    )
    head = "".join(drawn.head)
    repeated = f"<table:table-header-rows>{head}</table:table-header-rows>" if head else ""
    return (
        f'<table:table table:name="{place.shared.table_name()}" table:style-name="{style}">'
        f"{columns}{repeated}{''.join(drawn.rows)}</table:table>"
    )


def widths(lengths: Sequence[Sequence[int]], width: float) -> list[float]:
    """Widths for columns whose cells hold this many characters."""
    count = max((len(row) for row in lengths), default=1)
    needs = [
        min(max([_LEAST, *(row[k] for row in lengths if k < len(row))]), _MOST) ** 0.7 for k in range(count)
    ]
    return [width * need / sum(needs) for need in needs]


def shares(percentages: Sequence[int], count: int, width: float) -> list[float]:
    """Widths for columns that have these shares, or the same each."""
    parts = percentages if len(percentages) == count else (1,) * count
    return [width * part / sum(parts) for part in parts]

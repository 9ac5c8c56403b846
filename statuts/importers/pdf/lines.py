"""Pieces side by side → lines, in the order one reads them: columns one after the other."""

from typing import NamedTuple

from statuts.importers.pdf.pieces import Piece, Span

_TAB = 2.5  # of the size: from here on a gap is a tab
_LEAST_LINES = 4  # lines on each side, below which two stretches side by side are no columns
_FULL = 0.55  # how much of its column a line of running text fills, at the middle


class Line(NamedTuple):
    """A line: `left` and `right` are the edges of its column, `first` the width of its first word."""

    spans: tuple[Span, ...]
    x0: float
    x1: float
    y: float
    size: float
    first: float
    page: int
    left: float
    right: float
    column: int = 0  # where it stands in one of several columns side by side, that column's right edge

    @property
    def text(self) -> str:
        """Its words."""
        return "".join([span.text for span in self.spans])

    @property
    def is_strong(self) -> bool:
        """Whether all its words are bold."""
        return all(span.look.strong for span in self.spans if span.text.strip())


def rows_of(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces on one baseline, together."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda each: (each.y, each.x0)):
        if rows and piece.y - rows[-1][0].y < 0.4 * max(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda each: each.x0) for row in rows]


def lines_of(pieces: list[Piece], page: int) -> list[list[Line]]:
    """The lines of a page, a list for each column in reading order."""
    regions = _columns(pieces)
    return [_lines(region, page, is_column=len(regions) > 1) for region in regions]


def row_line(row: list[Piece], page: int, left: float, right: float) -> Line:
    """One line of pieces that stand side by side."""
    spans: list[Span] = []
    end = row[0].x0
    for piece in row:
        if spans:
            spans[-1] = Span(
                spans[-1].text + ("\t" if piece.x0 - end > _TAB * piece.size else " "), spans[-1].look
            )
        spans += piece.spans
        end = piece.x1
    main = max(row, key=lambda piece: len(piece.text))
    return Line(tuple(spans), row[0].x0, row[-1].x1, main.y, main.size, row[0].first, page, left, right)


def _lines(pieces: list[Piece], page: int, *, is_column: bool) -> list[Line]:
    left = min(piece.x0 for piece in pieces)
    right = max(piece.x1 for piece in pieces)
    column = round(right / 6) if is_column else 0
    return [row_line(row, page, left, right)._replace(column=column) for row in rows_of(pieces)]


def _columns(pieces: list[Piece]) -> list[list[Piece]]:
    """The page cut where one reads it: down a first column, then down the next."""
    if not pieces:
        return []
    gutter = _gutter(pieces)
    if gutter is None:
        return [pieces]
    regions: list[list[Piece]] = []
    for crossed, band in _bands(pieces, gutter):
        if crossed or not _is_two(band, gutter):
            if regions and regions[-1] and not _is_column_done(regions[-1], gutter):
                regions[-1] += band
            else:
                regions.append(list(band))
            continue
        before = [piece for piece in band if piece.x1 <= gutter]
        after = [piece for piece in band if piece.x0 >= gutter]
        regions += [*_columns(before), *_columns(after)]
    return regions


def _is_column_done(region: list[Piece], gutter: float) -> bool:
    """Whether a region is a column: it stays on one side of the gutter, over many lines."""
    one_side = all(piece.x1 <= gutter for piece in region) or all(piece.x0 >= gutter for piece in region)
    return one_side and len(region) >= _LEAST_LINES


def _gutter(pieces: list[Piece]) -> float | None:
    """The middle of the white that parts most text into two columns; None where there is none."""
    starts = sorted({round(piece.x0) for piece in pieces})
    left, right = min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces)
    best: tuple[int, float] | None = None
    for start in starts[:400]:
        gutter = start - 3.0
        if not left + 0.2 * (right - left) < gutter < right - 0.2 * (right - left):
            continue
        gain = sum(
            min(sum(piece.x1 <= gutter for piece in band), sum(piece.x0 >= gutter for piece in band))
            for crossed, band in _bands(pieces, gutter)
            if not crossed and _is_two(band, gutter)
        )
        if gain and (best is None or gain > best[0]):
            best = (gain, gutter)
    return best[1] if best else None


def _bands(pieces: list[Piece], gutter: float) -> list[tuple[bool, list[Piece]]]:
    """Stretches of the page, from top to bottom, that cross the gutter or leave it white."""
    bands: list[tuple[bool, list[Piece]]] = []
    for row in rows_of(pieces):
        crossed = any(piece.x0 < gutter < piece.x1 for piece in row)
        if bands and bands[-1][0] == crossed:
            bands[-1][1].extend(row)
        else:
            bands.append((crossed, list(row)))
    return bands


def _is_two(band: list[Piece], gutter: float) -> bool:
    """Whether both sides hold running text: many lines, most of which fill their column from its edge."""
    for side in ([p for p in band if p.x1 <= gutter], [p for p in band if p.x0 >= gutter]):
        rows = rows_of(side)
        if len(rows) < _LEAST_LINES:
            return False
        left, right = min(piece.x0 for piece in side), max(piece.x1 for piece in side)
        widths = sorted(row[-1].x1 - row[0].x0 for row in rows)
        if widths[len(widths) // 2] < _FULL * (right - left) or right - left < 8 * side[0].size:
            return False
        if sum(row[0].x0 - left < 3 * row[0].size for row in rows) < 0.6 * len(rows):
            return False
    return True

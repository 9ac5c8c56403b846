"""Tables drawn with rules: where their cells are. Bounded work, whatever a page draws."""

from typing import NamedTuple

from statuts.importers.pdf.page import Rule

_NEAR = 3.0  # points: rules this close are one
_MOST_RULES = 4_000
_MOST_CELLS = 5_000
_MOST_OPEN = 300


class Cell(NamedTuple):
    """A cell: the rows and columns it covers, `bottom` and `right` not included, and its box."""

    top: int
    left: int
    bottom: int
    right: int
    box: Rule


class Grid(NamedTuple):
    """A ruled table: how many columns, its cells by row, its box."""

    columns: tuple[float, ...]
    rows: int
    cells: tuple[Cell, ...]
    box: Rule


def grids_of(rules: list[Rule]) -> list[Grid]:
    """The tables of a page from top to bottom; a frame around words alone is none."""
    flat = [rule for rule in rules if rule.is_flat][:_MOST_RULES]
    standing = [rule for rule in rules if not rule.is_flat][:_MOST_RULES]
    found = []
    for lying, upright in _groups(flat, standing):
        grid = _grid(lying, upright)
        if grid is not None and len(grid.cells) > 1:
            found.append(grid)
    return sorted(found, key=lambda grid: grid.box.y0)


def _groups(flat: list[Rule], standing: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that touch, together: a standing one meets the lying ones from its top to its foot."""
    rules = [*flat, *standing]
    parent = list(range(len(rules)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    by_height = sorted(range(len(rules)), key=lambda index: rules[index].y0)
    open_now: list[int] = []
    for index in by_height:
        rule = rules[index]
        open_now = [other for other in open_now if rules[other].y1 >= rule.y0 - _NEAR]
        for other in open_now:
            if rules[other].x0 - _NEAR <= rule.x1 and rule.x0 - _NEAR <= rules[other].x1:
                parent[root(index)] = root(other)
        open_now = [*open_now[-_MOST_OPEN:], index]
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, rule in enumerate(rules):
        groups.setdefault(root(index), ([], []))[0 if index < len(flat) else 1].append(rule)
    return [group for group in groups.values() if len(group[0]) > 1 and len(group[1]) > 1]


def _places(values: list[float]) -> list[float]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


def _grid(flat: list[Rule], standing: list[Rule]) -> Grid | None:
    xs = _places([(rule.x0 + rule.x1) / 2 for rule in standing])
    ys = _places([(rule.y0 + rule.y1) / 2 for rule in flat])
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1 or columns * rows > _MOST_CELLS:
        return None
    walls = _walls([(r.x0 + r.x1, r.y0, r.y1) for r in standing], xs, ys)
    floors = _walls([(r.y0 + r.y1, r.x0, r.x1) for r in flat], ys, xs)
    owner: dict[tuple[int, int], Cell] = {}
    cells = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in owner:
                continue
            right = column + 1
            while right < columns and (right, row) not in walls and (row, right) not in owner:
                right += 1
            bottom = row + 1
            while bottom < rows and all((bottom, c) not in floors for c in range(column, right)):
                bottom += 1
            cell = Cell(row, column, bottom, right, Rule(xs[column], ys[row], xs[right], ys[bottom]))
            owner.update(((r, c), cell) for r in range(row, bottom) for c in range(column, right))
            cells.append(cell)
    return Grid(tuple(xs), rows, tuple(cells), Rule(xs[0], ys[0], xs[-1], ys[-1]))


def _walls(
    rules: list[tuple[float, float, float]], at: list[float], along: list[float]
) -> set[tuple[int, int]]:
    """Which sides of the elementary cells are drawn: (place across, cell along)."""
    drawn = set()
    for doubled, start, end in rules:
        across = min(range(len(at)), key=lambda index: abs(at[index] - doubled / 2))
        for cell in range(len(along) - 1):
            if start - _NEAR <= along[cell] and along[cell + 1] <= end + _NEAR:
                drawn.add((across, cell))
    return drawn

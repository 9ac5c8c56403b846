"""Tables: what a column or a row that came, went or moved must never look like."""

from budget import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from statuts.diff.compare import compare
from statuts.diff.inverse import new_text, old_text
from statuts.diff.statistics import Statistics, statistics
from statuts.markdown.read import read
from statuts.model.document import BlockKind
from statuts.model.redline import ChangeClass, Redline
from statuts.render.critic import render as critic
from statuts.tracked.critic import read_critic

CELLS = [
    "", " ", "20 €", "10 €", "1 500 €", "tous", "moins de 26 ans", "oui", "non", "a \\| b", "\\", "`x`", "**gras**",
    "le bureau, sur avis du conseil", "—",
]  # fmt: skip
DASHES = ["---", "--:", ":-:", "-"]

Grid = list[list[str]]


def written(grid: Grid, dashes: list[str], bars: bool = True) -> str:
    """A table: header, line of dashes, rows."""
    lines = [grid[0], dashes, *grid[1:]]
    texts = ["|".join(f" {cell} " for cell in cells) for cells in lines]
    return "".join([f"|{text}|\n" if bars else f"{text.strip()}\n" for text in texts])


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, str]:
    """A table and the same with columns and rows removed, inserted, moved, cells changed."""
    width, height = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    cell = st.sampled_from(CELLS)
    old = [[draw(cell) for _ in range(width)] for _ in range(height)]
    dashes = [draw(st.sampled_from(DASHES)) for _ in range(width)]
    new = [draw(st.permutations(old[0]))] + [list(row) for row in draw(st.permutations(old[1:]))]
    order = draw(st.permutations(range(width)))
    kept = order[: draw(st.integers(1, width))]
    new = [[row[k] for k in kept] for row in new]
    aligned = [dashes[k] for k in kept]
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(aligned)))
        for row in new:
            row.insert(at, draw(cell))
        aligned.insert(at, "---")
    for _ in range(draw(st.integers(0, 3))):
        new[draw(st.integers(0, len(new) - 1))][draw(st.integers(0, len(aligned) - 1))] = draw(cell)
    around = draw(
        st.sampled_from(["{}", "Montants :\n\n{}\nFin.\n", "- liste\n\n  {}", "## Article 1\n\n{}"])
    )
    return tuple(  # type: ignore[return-value]
        around.format(written(grid, line, draw(st.booleans())))
        for grid, line in ((old, dashes), (new, aligned))
    )


def redline_of(old: str, new: str) -> Redline:
    return compare(read(old), read(new))


def figures_of(old: str, new: str) -> Statistics:
    return statistics(redline_of(old, new))


@settings(max_examples=examples(800), deadline=None)
@given(tables())
def test_both_texts_come_back_byte_for_byte(pair: tuple[str, str]) -> None:
    redline = redline_of(*pair)
    assert (old_text(redline), new_text(redline)) == pair
    marked = read_critic(critic(redline, frozenset(ChangeClass)))
    assert (marked.old, marked.new) == pair


WORDS = "adhésion bureau conseil député élu foyer gérant habitant invité jeune lycéen membre".split()


@settings(max_examples=examples(400), deadline=None)
@given(st.integers(2, 5), st.integers(2, 5), st.data())
def test_columns_that_only_move_strike_no_word_and_are_one_change_each(
    width: int, height: int, data: st.DataObject
) -> None:
    grid = [[f"{WORDS[r]} {WORDS[c]} {r}{c}" for c in range(width)] for r in range(height)]
    order = data.draw(st.permutations(range(width)))
    moved = [[row[k] for k in order] for row in grid]
    figures = figures_of(written(grid, ["---"] * width), written(moved, ["---"] * width))
    assert (figures.deleted, figures.inserted) == (0, 0)
    assert figures.changes < width


@settings(max_examples=examples(400), deadline=None)
@given(st.integers(1, 5), st.integers(1, 5), st.data())
def test_a_column_that_comes_is_one_change_and_counts_its_own_words_only(
    width: int, height: int, data: st.DataObject
) -> None:
    grid = [[f"{WORDS[r]} {WORDS[c]} {r}{c}" for c in range(width)] for r in range(height)]
    at = data.draw(st.integers(0, width))
    column = [data.draw(st.sampled_from(["", "nouveau", "tout autre chose"])) for _ in range(height)]
    grown = [[*row[:at], cell, *row[at:]] for row, cell in zip(grid, column, strict=True)]
    figures = figures_of(written(grid, ["---"] * width), written(grown, ["---"] * (width + 1)))
    assert (figures.changes, figures.deleted) == (1, 0)
    assert figures.inserted == sum(len(cell.split()) for cell in column)
    back = figures_of(written(grown, ["---"] * (width + 1)), written(grid, ["---"] * width))
    assert (back.changes, back.deleted, back.inserted) == (1, figures.inserted, 0)


def test_no_mark_of_a_cell_crosses_a_bar() -> None:
    old = "| A | B | C |\n|---|---|---|\n| Bureau | oui | non |\n| Conseil | non | oui |\n"
    new = "| A | B | C |\n|---|---|---|\n| Bureau | non | oui |\n| Conseil | non | peut-être |\n"
    rows = [b for b in redline_of(old, new).blocks() if b.kind is BlockKind.ROW]
    assert not any("|" in s.text for row in rows for s in row.segments if s.change is not None)

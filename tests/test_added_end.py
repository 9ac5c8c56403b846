"""The short way to mark what was added at the end of an alinéa gives what the long way gives."""

import pytest
from budget import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st

from statuts.diff import alineas
from statuts.diff.added_end import added_end
from statuts.diff.compare import compare
from statuts.markdown.read import read
from statuts.model.redline import BlockStatus, Redline

WORDS = [
    "le", "la", "vote.", "vote.", "vote", "Vote.", "membres ;", "est", "élu.", "élu·e·s.", "et", "ou", "la présidente.", "12", "500",
    "l'an.", "l’an.", "€.", "(e)", "…", "...", "!", "?", "*", "**gras**.", "«", "».", "e\u0301lu.", "a.fr", "www.a.fr.", "1er.", ";",
    "\u00a0", "\n", "|", "iel", "ca\u00adse.", "[lien](x).", "> vote.", "etc.", "1.", "salarié.e.s.", "œuvre.", "",
]  # fmt: skip
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)


@st.composite
def more_at_the_end(draw: st.DrawFn) -> tuple[str, str]:
    """A line, and the same with something after it, which may say again what the line ends with."""
    start, end, more = draw(words), draw(words), draw(words)
    said = f"{start} {end}" if draw(st.booleans()) else end
    return said, f"{said} {more} {end}" if draw(st.booleans()) else f"{said} {more}"


def redline_of(pair: tuple[str, str]) -> Redline:
    old, new = ("## Article 1\n\nMot " + text + "\n" for text in pair)
    return compare(read(old), read(new))


@settings(max_examples=examples(400), deadline=None)
@given(more_at_the_end(), st.booleans())
@example(("le vote. vote.", "le vote. vote. le vote. vote."), False)
@example(("la vote.", "la vote. la vote."), False)
@example(("élu ;", "élu ; est élu ;"), False)
@example(("la présidente.", "la présidente. et la présidente."), True)
def test_an_addition_at_the_end_is_marked_as_the_long_way_marks_it(
    pair: tuple[str, str], taken_away: bool
) -> None:
    pair = pair[::-1] if taken_away else pair
    short = redline_of(pair)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alineas, "added_end", lambda old, new: None)
        assert redline_of(pair) == short


@pytest.mark.parametrize("taken_away", [False, True])
def test_the_short_way_is_taken(taken_away: bool) -> None:
    line = "Le conseil de cette association est élu par les membres du bureau."
    pair = line, f"{line} Il se réunit une fois par an."
    found = added_end(*(pair[::-1] if taken_away else pair))
    assert found is not None
    assert (found.shorter, found.more) == (line, " Il se réunit une fois par an.")


def test_what_says_much_more_than_before_is_weighed_as_a_whole() -> None:
    line = "Le vote est élu."
    assert added_end(line, line + " Chaque membre" + " collégial" * 40 + ".") is None
    redline = redline_of((line, line + " Chaque membre" + " collégial" * 40 + "."))
    assert any(BlockStatus.REPLACED in block.statuses for block in redline.blocks())

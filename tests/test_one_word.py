"""The short way to mark one word gives what the long way gives."""

import pytest
from budget import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st

from statuts.diff import alineas
from statuts.diff.compare import compare
from statuts.diff.one_word import one_word
from statuts.markdown.read import read
from statuts.model.redline import Redline

WORDS = [
    "le", "la", "président", "présidente", "Bureau", "bureau", "BUREAU", "cœur", "coeur", "e\u0301lu", "élu", "l'association",
    "l’article", "et", "ou", "ni", "12", "500", "1er", "élu·e·s", "iel", "(trois)", "«", "»", ";", ",", "**gras**", "[lien](x)",
    ">", "vote.", "vote", "Vote", "Le", "ca\u00adse", "case", "", "\n", "\u00a0", "deux", "deux,", "Etat", "État", "www.a.fr", "*",
]  # fmt: skip


@st.composite
def one_word_apart(draw: st.DrawFn) -> tuple[str, str]:
    """A line, and the same with one word replaced, added or taken away."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=6, max_size=16))
    at = draw(st.integers(0, len(words) - 1))
    come = draw(st.lists(st.sampled_from(WORDS), max_size=1))
    edited = [*words[:at], *come, *words[at + draw(st.integers(0, 1)) :]]
    return " ".join(words), " ".join(edited)


def redline_of(pair: tuple[str, str]) -> Redline:
    old, new = ("## Article 1\n\n" + text + "\n" for text in pair)
    return compare(read(old), read(new))


@settings(max_examples=examples(2_000), deadline=None)
@given(one_word_apart())
@example(("le vote deux vote le bureau Bureau élu", "le vote deux vote le cœur bureau Bureau élu"))
@example(("le cœur et le bureau et le vote deux", "le coeur cœur et le bureau et le vote deux"))
@example(("limite de 12 500 et le bureau et le vote", "limite de 12 trois 500 et le bureau et le vote"))
def test_one_word_is_marked_as_the_long_way_marks_it(pair: tuple[str, str]) -> None:
    short = redline_of(pair)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alineas, "one_word", lambda old, new: None)
        assert redline_of(pair) == short


@pytest.mark.parametrize(
    ("gone", "come"), [("neutre", "apartisan"), ("", "collégial "), ("bénévole ", ""), ("Etat", "État")]
)
def test_the_short_way_is_taken(gone: str, come: str) -> None:
    line = "Le conseil de cette association est élu par {}les membres du bureau."
    if gone and come:
        line = "Le conseil de cette association est {} par les membres du bureau."
    found = one_word(line.format(gone), line.format(come))
    assert found is not None
    assert (found.gone, found.come) == (gone, come)

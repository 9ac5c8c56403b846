"""The short way to mark one word, or one word a sentence, gives what the long way gives."""

import pytest
from budget import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st

from statuts.diff import alineas
from statuts.diff.compare import compare
from statuts.diff.one_word import changed_words, one_word
from statuts.markdown.read import read
from statuts.model.redline import Redline

WORDS = [
    "le", "la", "président", "présidente", "Bureau", "bureau", "BUREAU", "cœur", "coeur", "e\u0301lu", "élu", "l'association",
    "l’article", "et", "ou", "ni", "12", "500", "1er", "élu·e·s", "iel", "(trois)", "«", "»", ";", ",", "**gras**", "[lien](x)",
    ">", "vote.", "vote", "Vote", "Le", "ca\u00adse", "case", "", "\n", "\u00a0", "deux", "deux,", "Etat", "État", "mai", "2020", "L.", "C.A.", "R", "www.a.fr", "*",
]  # fmt: skip


@st.composite
def one_word_apart(draw: st.DrawFn) -> tuple[str, str]:
    """A line, and the same with one word replaced, added or taken away."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=6, max_size=16))
    at = draw(st.integers(0, len(words) - 1))
    come = draw(st.lists(st.sampled_from(WORDS), max_size=1))
    edited = [*words[:at], *come, *words[at + draw(st.integers(0, 1)) :]]
    return " ".join(words), " ".join(edited)


@st.composite
def one_word_a_sentence(draw: st.DrawFn) -> tuple[str, str]:
    """Sentences, most of them long enough, and the same with a word of some of them edited."""
    pairs = draw(st.lists(one_word_apart(), min_size=2, max_size=4))
    fill = "dans les conditions que prévoit le règlement intérieur de cette association"
    ends = draw(
        st.lists(st.sampled_from([". ", f" {fill}. ", f", {fill}. ", " ; ", "... "]), min_size=4, max_size=4)
    )
    stays = draw(st.lists(st.booleans(), min_size=4, max_size=4))
    old = "".join(pair[0] + end for pair, end in zip(pairs, ends, strict=False))
    new = "".join(pair[0 if same else 1] + end for pair, end, same in zip(pairs, ends, stays, strict=False))
    return old.strip(), new.strip()


def redline_of(pair: tuple[str, str]) -> Redline:
    old, new = ("## Article 1\n\n" + text + "\n" for text in pair)
    return compare(read(old), read(new))


@settings(max_examples=examples(300), deadline=None)
@given(one_word_apart())
@example(("le vote deux vote le bureau Bureau élu", "le vote deux vote le cœur bureau Bureau élu"))
@example(("le L. le le le le le", "le L. Bureau le le le le le"))
@example(("le cœur et le bureau et le vote deux", "le coeur cœur et le bureau et le vote deux"))
@example(("limite de 12 500 et le bureau et le vote", "limite de 12 trois 500 et le bureau et le vote"))
def test_one_word_is_marked_as_the_long_way_marks_it(pair: tuple[str, str]) -> None:
    short = redline_of(pair)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alineas, "changed_words", lambda old, new: ())
        assert redline_of(pair) == short


@settings(max_examples=examples(300), deadline=None)
@given(one_word_a_sentence())
@example(("le le le le le le. le le L. le Vote le.", "le le le le le le. le le L. Vote le."))
def test_one_word_a_sentence_is_marked_as_the_long_way_marks_it(pair: tuple[str, str]) -> None:
    short = redline_of(pair)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alineas, "changed_words", lambda old, new: ())
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


def test_the_short_way_is_taken_for_one_word_a_sentence() -> None:
    old = (
        "Le conseil de cette association est élu par les membres du bureau à bulletin secret. Il se réunit une fois par an au siège "
        "de cette association. Le trésorier tient les comptes de cette association pendant toute la durée."
    )
    new = old.replace("élu", "nommé").replace("une fois", "une seule fois").replace("toute ", "")
    words = [(word.gone, word.come) for word in changed_words(old, new)]
    assert words == [("élu", "nommé"), ("", "seule "), ("toute ", "")]

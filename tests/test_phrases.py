"""The two laws on made-up French: bodies, persons, ranges, amounts and abbreviations that come, go and change places."""

from budget import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from test_laws import redline_of

from statuts.diff.inverse import new_text, old_text
from statuts.model.redline import Op

PHRASES = [
    "Le conseil", "le bureau", "l'assemblée générale", "au président", "par le trésorier", "par le conseil",
    "sur proposition du bureau", "après avis de la commission technique", ", après avis du conseil,", "M. A. Petit",
    "Mme Roux", "par M. J.-P. Vidal", "et", "ou, à défaut,", "ainsi que", "désigné par", "est voté", "sont élus",
    "du 1er au 15 avril", "de 8 h 30 à 12 h", "entre 50 et 100 €", "du lundi au vendredi", "trois ans", "500 €",
    "de 20 %", "renouvelable", "L. 612-4", "art. 5", "bd. Voltaire", "(deux tiers)", "« Les Amis »", "redige",
    "rédige", "Le Vote Est Secret.", "le vote est secret.", "Il", "est", "à la majorité", "des membres", ".", ";", ",",
]  # fmt: skip

sentences = st.lists(st.sampled_from(PHRASES), max_size=14)


@st.composite
def revised(draw: st.DrawFn) -> tuple[str, str]:
    """An alinéa and a revision of it: phrases added, left out, exchanged."""
    old = draw(sentences)
    new = list(old)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(new)))
        cut = new[at : at + draw(st.integers(0, 2))]
        new[at : at + len(cut)] = draw(st.lists(st.sampled_from(PHRASES), max_size=3))
        if draw(st.booleans()):
            to = draw(st.integers(0, len(new)))
            new[to:to] = cut
    return " ".join(old), " ".join(new)


@settings(max_examples=examples(1_500), deadline=None)
@given(revised())
def test_both_texts_come_back_and_no_change_is_without_a_word(pair: tuple[str, str]) -> None:
    redline = redline_of(*pair)
    assert (old_text(redline), new_text(redline)) == pair
    for block in redline.blocks():
        assert all(s.text for s in block.segments)
        for one, other in zip(block.segments, block.segments[1:], strict=False):
            same = one.op is other.op and one.cls is other.cls and one.change == other.change
            assert not (
                same and one.op is not Op.EQUAL and one.part is other.part and one.moved == other.moved
            )

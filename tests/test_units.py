"""Units in their normal form, all at once or one by one: the same."""

from budget import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from statuts.language import words

SIGNS = st.sampled_from(
    [*" '’«»\"–-…°€º²*_`.,;|\n\t\x00\x1f\u00a0\u202f\u00ad\u0301éœÉaB", "1 500", "12", "l’", "n°", "1er", "a@b.fr", "](x)", "\n> "]
)  # fmt: skip


@settings(max_examples=examples(3_000), deadline=None)
@given(st.lists(SIGNS, max_size=20).map("".join))
def test_units_have_the_same_keys_all_at_once_or_one_by_one(text: str) -> None:
    read = words.tokens(text)
    assert [unit.key for unit in read] == [words.normal(text[unit.start : unit.end]) for unit in read]
    assert words.keys(text) == words.pieces(text).keys == [unit.key for unit in read]

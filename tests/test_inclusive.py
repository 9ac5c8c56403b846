"""Inclusive writing: what a quick look rules out, the close one would have ruled out too."""

from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from statuts.language.inclusive import only_gender_differs, same_nouns

FORMS = (
    ("président", "présidente", "président·e"),
    ("le", "la", "le/la"),
    ("salariés", "salariées", "salarié(e)s"),
    ("tous", "toutes", "tou·tes"),
    ("il", "elle", "iel"),
    ("directeur", "directrice", "directeur/trice"),
    ("et",),
    ("ou",),
    (",",),
    ("membre", "membres"),
    ("aucun", "aucune", "aucun·e"),
    ("du", "de la", "des"),
)
wordings = st.lists(st.sampled_from(FORMS).flatmap(lambda forms: st.tuples(*[st.sampled_from(forms)] * 2)))


def keys(forms: tuple[str, ...]) -> list[str]:
    """The units of forms, of which « de la » is two."""
    return list(chain.from_iterable(form.split() for form in forms))


@settings(max_examples=3000, deadline=None)
@given(wordings.filter(bool))
def test_a_quick_look_at_genders_never_overrules_the_close_one(pairs: list[tuple[str, str]]) -> None:
    old, new = (keys(side) for side in zip(*pairs, strict=True))
    if only_gender_differs(old, new):
        assert same_nouns(old, new)
        assert same_nouns(new, old)


def test_the_quick_look_lets_genders_pass_and_stops_other_words() -> None:
    assert only_gender_differs(["le", "président"], ["le", "président", "ou", "la", "présidente"])
    assert same_nouns(["président"], ["présidente", "·"])
    assert not same_nouns(["trésorier"], ["secrétaire"])

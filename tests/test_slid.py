"""Where an addition slides to is found without weighing every alignment: the same place."""

import pytest
from budget import examples
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from statuts.diff import clusters
from statuts.diff.sequence import Hunk
from statuts.diff.words import align

KEYS = [
    "le",
    "de",
    "l'",
    "membre",
    "vote",
    "rue",
    "mai",
    "ou",
    "et",
    ",",
    ";",
    ":",
    ".",
    "...",
    "!",
    "€",
    "|",
    "12",
    "Bureau",
    "¶",
]
keys = st.lists(st.sampled_from(KEYS), max_size=8)


@settings(max_examples=examples(800), deadline=None)
@given(keys, keys, keys, keys, st.integers(0, 4), st.booleans())
def test_an_addition_slides_to_where_the_full_weighing_puts_it(
    before: list[str], again: list[str], added: list[str], after: list[str], times: int, taken_away: bool
) -> None:
    more = again * times + added + again
    assume(more)
    old, new = before + again + after, before + again + more + after
    if taken_away:
        old, new = new, old
    short = align(old, new)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clusters, "slid", _fully_weighed)
        assert align(old, new) == short


def _fully_weighed(a: list[str], b: list[str], hunk: Hunk, a0: int, room: int) -> Hunk:
    b0 = a0 + hunk.b0 - hunk.a0
    a1, b1 = a0 + room + hunk.a1 - hunk.a0, b0 + room + hunk.b1 - hunk.b0
    (found,) = clusters._best(a, b, a0, a1, b0, b1)
    return Hunk(found.a0 + a0, found.a1 + a0, found.b0 + b0, found.b1 + b0)

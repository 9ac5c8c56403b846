"""The two laws of a redline, for every pair of inputs."""

from itertools import chain

from budget import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st

from statuts.diff.compare import compare
from statuts.diff.inverse import new_text, old_text
from statuts.diff.statistics import statistics
from statuts.markdown.read import read
from statuts.model.redline import ChangeClass, Op, Redline
from statuts.render.critic import render as critic
from statuts.render.json import from_json, to_json
from statuts.tracked.critic import read_critic

PIECES = [
    "Le bureau", "l'association", "l’association", "est", "neutre", "apartisan", "élu.e.s", "adhérent·es",
    "1 500 €", "1\u00a0500\u00a0€", "« entre guillemets »", "article 7", "l'article 12 bis", "de", "la", "le", "et",
    ".", ";", ", ", " :", "\u202f;", " ", "\n", "\n\n", "\r\n", "\r\n\r\n", "# Article 1er – Objet\n\n",
    "## Article 2\n\n", "**Article 3.** ", "- ", "  - ", "1. ", "a) ", "> ", "| a | b |\n|---|---|\n| 1 | 2 |\n",
    "**", "*", "_", "~~", "`", "```\n", "\\", "[", "](http://a)", "{++", "++}", "{--", "--}", "<b>", "<!--", "---\n",
    "\u200b", "\u00ad", "\u202e", "\ufeff", "e\u0301", "é", "œuvre", "oeuvre", "…", "...", "\t", "\x00", "🎉",
    "TITRE I\n=====\n", "\u2028", "\x0b",
]  # fmt: skip

texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@st.composite
def revisions(draw: st.DrawFn) -> tuple[str, str]:
    """A text and an edited copy of it: pieces replaced, removed, inserted, moved."""
    pieces = draw(st.lists(st.sampled_from(PIECES), max_size=60))
    edited = list(pieces)
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(edited)))
        size = draw(st.integers(0, 4))
        cut = edited[at : at + size]
        del edited[at : at + size]
        new = draw(st.lists(st.sampled_from(PIECES), max_size=3))
        edited[at:at] = new
        if draw(st.booleans()):
            to = draw(st.integers(0, len(edited)))
            edited[to:to] = cut
    return "".join(pieces), "".join(edited)


def redline_of(old: str, new: str) -> Redline:
    return compare(read(old), read(new), "ancien", "nouveau")


pairs = st.one_of(revisions(), st.tuples(texts, texts), st.tuples(st.text(max_size=60), st.text(max_size=60)))


@settings(max_examples=examples(10_000), deadline=None)
@given(pairs)
@example(("", ""))
@example(("a", ""))
@example(("", "a\n"))
@example(("Le bureauLe bureauLe bureau> 1. ", "élu.e.sLe bureauLe bureauLe bureauLe bureauLe bureau"))
def test_accept_gives_the_new_text_and_reject_the_old_one_byte_for_byte(pair: tuple[str, str]) -> None:
    old, new = pair
    redline = redline_of(old, new)
    assert (old_text(redline), new_text(redline)) == (old, new)


@settings(max_examples=examples(600), deadline=None)
@given(pairs)
def test_both_texts_come_back_from_json_and_from_criticmarkup(pair: tuple[str, str]) -> None:
    old, new = pair
    redline = redline_of(old, new)
    again = from_json(to_json(redline, str))
    assert (old_text(again), new_text(again)) == (old, new)
    marked = read_critic(critic(redline, frozenset(ChangeClass)))
    assert (marked.old, marked.new) == (old, new)


@settings(max_examples=examples(600), deadline=None)
@given(pairs)
def test_nothing_that_differs_is_left_out(pair: tuple[str, str]) -> None:
    old, new = pair
    figures = statistics(redline_of(old, new))
    assert (old == new) == (not any(count.places for count in figures.classes.values()) and not figures.moved)


@settings(max_examples=examples(200), deadline=None)
@given(texts)
def test_a_text_compared_with_itself_has_no_change(text: str) -> None:
    redline = redline_of(text, text)
    assert redline.changes == 0
    assert all(s.op is Op.EQUAL for block in redline.blocks() for s in block.segments)


@settings(max_examples=examples(200), deadline=None)
@given(pairs)
def test_changes_are_numbered_from_1_in_reading_order_without_a_hole(pair: tuple[str, str]) -> None:
    redline = redline_of(*pair)
    seen = [
        n
        for block in redline.blocks()
        for n in chain([block.move] if block.move else [], [s.change for s in block.segments if s.change])
    ]
    first_seen = list(dict.fromkeys(seen))
    assert first_seen == list(range(1, len(first_seen) + 1))

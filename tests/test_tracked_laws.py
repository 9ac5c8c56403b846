"""What was marked is read back: CriticMarkup byte for byte, `~~old~~ **new**` word for word."""

import re
from time import process_time

import pytest
from budget import in_time
from hypothesis import example, given, settings
from hypothesis import strategies as st

from statuts.errors import MarksError
from statuts.model.document import BlockKind, SectionKind
from statuts.model.redline import (
    ArticleChange,
    ArticleSide,
    BlockChange,
    ChangeClass,
    Op,
    Part,
    Redline,
    Segment,
    Side,
    TextLabel,
)
from statuts.model.tracked import Piece, Tracked
from statuts.render.markdown import render
from statuts.tracked.critic import read_critic, write_critic
from statuts.tracked.strikebold import read_strikebold
from statuts.tracked.strikebold_writer import write_strikebold
from statuts.tracked.suspicions import suspicions

ALL = frozenset(ChangeClass)


def pieces(alphabet: str) -> st.SearchStrategy[list[Piece]]:
    return st.lists(st.builds(Piece, st.sampled_from(list(Op)), st.text(alphabet, max_size=9)), max_size=8)


@settings(max_examples=1_500, deadline=None)
@given(pieces("{}+-~=><\\ab\n "))
@example([Piece(Op.INSERT, "a{"), Piece(Op.EQUAL, "}")])
@example([Piece(Op.DELETE, "{~"), Piece(Op.INSERT, ">{~")])
@example([Piece(Op.EQUAL, "{\\\\++ ++\\} {=="), Piece(Op.DELETE, "<<}")])
def test_criticmarkup_gives_back_both_texts_byte_for_byte(written: list[Piece]) -> None:
    read = read_critic(write_critic(written))
    assert (read.old, read.new) == (Tracked(tuple(written)).old, Tracked(tuple(written)).new)


@pytest.mark.parametrize(
    ("marked", "old", "new"),
    [
        ("un {++grand ++}mot", "un mot", "un grand mot"),
        ("un {--grand --}mot", "un grand mot", "un mot"),
        ("{~~neutre~>apartisan~~}", "neutre", "apartisan"),
        ("{==à voir==}{>>note {++x++}<<} ici", "à voir ici", "à voir ici"),
        ("{==un {++grand ++}mot==}", "un mot", "un grand mot"),
        ("{++a {>>note<<}b {==c==}++}", "", "a b c"),
        ("a ~> b, {c} \\{d", "a ~> b, {c} \\{d", "a ~> b, {c} \\{d"),
        ("{--deux\n\nalinéas--}\n", "deux\n\nalinéas\n", "\n"),
    ],
)
def test_criticmarkup_written_by_hand_reads_as_usual(marked: str, old: str, new: str) -> None:
    read = read_critic(marked)
    assert (read.old, read.new) == (old, new)


@pytest.mark.parametrize(
    ("marked", "line", "what"),
    [
        ("a\n{++b", 2, "never closed"),
        ("a\n\nb ++}", 3, "closes nothing"),
        ("{++a {--b--} c++}", 1, "stands inside"),
        ("{~~a~~}", 1, "stands inside"),
        ("{==a {==b==}", 1, "stands inside"),
        ("{==a", 1, "never closed"),
        ("{>>a", 1, "never closed"),
    ],
)
def test_a_mark_that_is_not_closed_or_crosses_another_is_refused_with_its_line(
    marked: str, line: int, what: str
) -> None:
    with pytest.raises(MarksError) as caught:
        read_critic(marked)
    assert f"Line {line}:" in str(caught.value)
    assert what in str(caught.value)
    assert caught.value.hint is not None


def block(side: Side, lead: str, tail: str, written: list[Piece]) -> BlockChange:
    op = {Side.OLD: Op.DELETE, Side.NEW: Op.INSERT}.get(side)
    words = [
        Segment(op or p.op, p.text, cls=None if (op or p.op) is Op.EQUAL else ChangeClass.WORDING)
        for p in written
    ]
    around = (Segment(Op.EQUAL, lead, Part.LEAD), Segment(Op.EQUAL, tail, Part.TAIL))
    return BlockChange(
        BlockKind.ITEM if lead == "- " else BlockKind.PARAGRAPH, (), side, (around[0], *words, around[1])
    )


def redline(*blocks: BlockChange) -> Redline:
    side = ArticleSide("a", "1", "", "Article 1")
    article = ArticleChange(SectionKind.ARTICLE, (), Side.BOTH, side, side, blocks)
    return Redline(TextLabel("a", ""), TextLabel("b", ""), (article,))


def words_of(value: Redline, side: Side, out: Op) -> list[str]:
    texts = [
        "".join(s.text for s in b.segments if s.part is Part.TEXT and s.op is not out)
        for b in value.blocks()
        if b.side in (Side.BOTH, side)
    ]
    return re.findall("[ab]+", " ".join(texts))


redlines = st.lists(
    st.builds(
        block,
        st.sampled_from(list(Side)),
        st.sampled_from(["", "- ", "## "]),
        st.sampled_from(["\n\n", "\n", "\r\n", ""]),
        pieces("*~\\ab ,.\n-|"),
    ),
    min_size=1,
    max_size=3,
).map(lambda blocks: redline(*blocks))


@settings(max_examples=800, deadline=None)
@given(redlines)
def test_struck_and_bold_text_gives_back_the_words_of_both_texts(value: Redline) -> None:
    read = read_strikebold(render(value, ALL))
    assert re.findall("[ab]+", read.new) == words_of(value, Side.NEW, Op.DELETE)
    assert re.findall("[ab]+", read.old) == words_of(value, Side.OLD, Op.INSERT)


@pytest.mark.parametrize(
    ("critic", "expected"),
    [
        ("l'{~~association~>union~~}", "l'~~association~~ **union**"),
        ("au{++ moins++}.", "au **moins**."),
        ("le bureau{++, élu,++} siège", "le bureau **, élu,** siège"),
        ("recherche{~~, au~> et~~} développement", "recherche ~~, au~~  **et** développement"),
        ("**Art. 1.** {++Un ++}mot", "\\*\\*Art. 1.\\*\\* **Un** mot"),
        ("{++un\ndeux++}", "**un**\n**deux**"),
    ],
)
def test_a_mark_opens_and_closes_on_a_word_and_stays_on_its_line(critic: str, expected: str) -> None:
    tracked = read_critic(critic)
    written = write_strikebold(tracked.pieces)
    assert written == expected
    if "\n" not in critic:
        read = read_strikebold(written)
        assert (read.old, read.new) == (tracked.old, tracked.new)


@pytest.mark.parametrize("side", [Side.OLD, Side.NEW])
def test_a_whole_item_keeps_its_list_mark_outside_and_goes_out_whole(side: Side) -> None:
    kept = block(Side.BOTH, "- ", "\n", [Piece(Op.EQUAL, "un")])
    changed = block(side, "- ", "\n\n", [Piece(Op.EQUAL, "deux")])
    after = block(Side.BOTH, "", "\n", [Piece(Op.EQUAL, "trois")])
    written = render(redline(kept, changed, after), ALL)
    assert written == "- un\n- {0}deux{0}\n\ntrois\n".format("~~" if side is Side.OLD else "**")
    read = read_strikebold(written)
    assert {read.old, read.new} == {"- un\n- deux\n\ntrois\n", "- un\n\ntrois\n"}


@pytest.mark.parametrize(
    "text",
    [
        "**" * 9_000,
        "**a ~~b " * 4_000,
        "~~a~~ , , " * 4_000,
        "\\" * 30_000,
        " > \n" * 9_000,
        "***a*** " * 4_000,
    ],
)
def test_hostile_marks_cost_no_more_than_their_length(text: str) -> None:
    start = process_time()
    suspicions(text)
    assert in_time(process_time() - start, 5)


@pytest.mark.parametrize(
    "text", ["{++" * 9_000, "{++" + "{>>" * 9_000 + "++}", "{" + "\\" * 30_000, "{==" * 9_000]
)
def test_hostile_criticmarkup_costs_no_more_than_its_length(text: str) -> None:
    start = process_time()
    assert read_critic(write_critic([Piece(Op.INSERT, text)])).new == text
    assert in_time(process_time() - start, 5)

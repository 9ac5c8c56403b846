"""The flow of a redline keeps its law: without what is struck it is the new text's, without what came the old's."""

from pathlib import Path

import pytest
from budget import LONG, examples
from depending import ROWS, UNDERLINED
from flow_texts import Plain, flow, flow_of_redline, flow_of_text, reduced
from hypothesis import given, settings
from revisions import revisions
from test_diff_cases import CASES, parts_of
from test_laws import pairs
from test_three import triples

from statuts.diff.compare import compare
from statuts.diff.three import compare_three
from statuts.markdown.read import read
from statuts.model.flow import FlowParagraph, FlowTable, ParagraphStyle
from statuts.model.redline import ChangeClass, Op, Side
from statuts.papers.passages import in_place
from statuts.render.filtering import DEFAULT
from statuts.render.flow import flow_of
from statuts.render.html_context import Context


def seen(paragraphs: list[Plain]) -> list[tuple[object, ...]]:
    """What must be the same: labels and words with their style. How a paragraph is set is the new text's."""
    return [(p.label, p.runs) for p in paragraphs if p.runs]


def set_as(paragraphs: list[Plain]) -> list[Plain]:
    """All of it; a dash that is text in one of the two texts is as good as one that is drawn."""
    return [
        p._replace(style="bullet") if p.style == "labelled" and p.label == "–" else p
        for p in paragraphs
        if p.runs
    ]


def assert_laws(old: str, new: str) -> None:
    before, after = read(old), read(new)
    both = flow_of_redline(compare(before, after))
    accepted, wanted = reduced(both, Op.DELETE), reduced(flow_of_text(after), Op.DELETE)
    assert seen(accepted) == seen(wanted)
    assert set_as(accepted) == set_as(wanted)
    assert seen(reduced(both, Op.INSERT)) == seen(reduced(flow_of_text(before), Op.INSERT))


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_both_texts_come_back_in_every_case(path: Path) -> None:
    parts = parts_of(path)
    assert_laws(parts["old"], parts["new"])
    assert_laws(parts["new"], parts["old"])


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_both_texts_come_back_whatever_ends_their_lines(path: Path, ends: str) -> None:
    old, new = (parts_of(path)[side].replace("\n", ends) for side in ("old", "new"))
    assert_laws(old, new)
    assert_laws(new, old)


def test_an_alinea_cut_in_two_is_whole_in_the_old_text_on_windows_too() -> None:
    for one, two in (("\r\n", "\r\n\r\n"), ("\r\n", "\n\r\n"), ("\n", "\n\n"), ("\r", "\r\r")):
        assert_laws(f"Un un un un bureau{one}Le bureau", f"Un bureau{two}Le bureau")
        assert_laws(f"Un bureau{two}Le bureau", f"Un un un un bureau{one}Le bureau")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_both_texts_come_back_where_what_a_line_is_depends_on_those_around_it(ends: str) -> None:
    for old, new in (*UNDERLINED[:: 1 if LONG else 7], *ROWS):
        old, new = old.replace("\n", ends), new.replace("\n", ends)  # noqa: PLW2901
        assert_laws(old, new)
        assert_laws(new, old)


@settings(max_examples=examples(60), deadline=None)
@given(revisions())
def test_both_texts_come_back_whatever_a_board_does(pair: tuple[str, str]) -> None:
    assert_laws(*pair)


@settings(max_examples=examples(300), deadline=None)
@given(pairs)
def test_both_texts_come_back_from_any_pair(pair: tuple[str, str]) -> None:
    assert_laws(*pair)


@settings(max_examples=examples(80), deadline=None)
@given(pairs)
def test_each_article_tells_the_alineas_it_was_made_of(pair: tuple[str, str]) -> None:
    before = read(pair[0])
    for article in compare(before, read(pair[1])).articles:
        if article.side is Side.BOTH:
            (section,) = (s for s in before.sections if article.old and s.id == article.old.id)
            assert article.before == section.blocks


@settings(max_examples=examples(80), deadline=None)
@given(triples())
def test_of_three_texts_the_first_and_the_last_come_back(sources: tuple[str, str, str]) -> None:
    current, proposed, subamended = map(read, sources)
    all_three = flow_of_redline(compare_three(current, proposed, subamended, ("", "", "")))
    assert seen(reduced(all_three, Op.DELETE)) == seen(reduced(flow_of_text(subamended), Op.DELETE))
    assert seen(reduced(all_three, Op.INSERT)) == seen(reduced(flow_of_text(current), Op.INSERT))


LONG_ARTICLE = "## Article 1 – Conseil\n\n" + "".join(
    f"Le conseil est composé de {number} membres, élus pour trois ans par l’assemblée.\n\n"
    for number in ("six", "sept", "huit")
)
THIRD = "## Article 3 – Siège\n\nLe siège est à Tours, chez la trésorière.\n\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Un bureau.\n\nLe bureau siège.\n\n", "Un bureau, élu.\n\nLe bureau siège.\n\n"),
        ("Un bureau.\n\n- Il vote.\n- Il siège.\n\n", "Un bureau.\n\n- Il siège.\n\n"),
        ("Un bureau.\n\n- Il siège.\n\n", "Un bureau.\n\n- Il vote.\n- Il siège.\n\n"),
        ("Un bureau siège ici. Il vote là-bas.\n\n", "Un bureau siège ici.\n\nIl vote là-bas.\n\n"),
        ("Un bureau siège ici.\n\nIl vote là-bas.\n\n", "Un bureau siège ici. Il vote là-bas.\n\n"),
        ("Un bureau.\n\n", f"Un bureau.\n\n{LONG_ARTICLE.splitlines()[2]}\n\n"),
        ("Un\nbureau\nsiège\n=====\nici.\n\n", "Un\nbureau\nsiège\n=====\nlà-bas.\n\n"),
    ],
)
def test_a_moved_article_comes_back_where_a_paper_shows_it_in_one_place(before: str, after: str) -> None:
    heading = "## Article 2 – Bureau\n\n"
    come = LONG_ARTICLE.splitlines()[2]
    home = LONG_ARTICLE.replace(f"{come}\n\n", "") if come in after else LONG_ARTICLE
    old, new = read(heading + before + LONG_ARTICLE + THIRD), read(home + THIRD + heading + after)
    moved = [in_place(a) for a in compare(old, new).articles if a.side is Side.NEW and a.old is not None]
    assert [article.shown.number for article in moved] == ["2"]
    for lost, source in ((Op.INSERT, before), (Op.DELETE, after)):
        wanted = reduced(flow_of_text(read(heading + source)), lost)
        assert reduced(flow(moved), lost) == wanted


def paragraphs(old: str, new: str, shown: frozenset[ChangeClass] = DEFAULT) -> list[FlowParagraph]:
    redline = compare(read(old), read(new))
    context = Context(redline.articles, shown, str)
    found = [b for a in redline.articles for b in flow_of(a, shown, lambda depth: depth, str, context)]
    assert all(isinstance(block, FlowParagraph) for block in found)
    return [block for block in found if isinstance(block, FlowParagraph)]


def spelled(paragraph: FlowParagraph) -> str:
    """Words with their fate, as wdiff writes them."""
    signs = {Op.EQUAL: "{}", Op.DELETE: "[-{}-]", Op.INSERT: "{{+{}+}}"}
    words = [(*run[:2],) for run in (*paragraph.label, *paragraph.runs)]
    return (
        "".join(signs[op].format(text) for op, text in words)
        + {Op.EQUAL: "", Op.DELETE: "-¶", Op.INSERT: "+¶"}[paragraph.mark]
    )


def test_an_alinea_cut_in_two_has_a_new_end_in_its_middle() -> None:
    first, second = paragraphs(
        "Le bureau siège ici. Il vote là-bas.\n", "Le bureau siège ici.\n\nIl vote là-bas.\n"
    )
    assert (spelled(first), spelled(second)) == ("Le bureau siège ici.[- -]+¶", "Il vote là-bas.")
    assert first.numbers == (1,)


def test_what_moved_is_struck_in_one_place_and_new_in_the_other_and_says_where() -> None:
    moving = "Le règlement intérieur fixe la composition du comité de surveillance des comptes."
    long = "Le conseil d’administration est composé de douze membres, élus pour trois ans par l’assemblée générale."
    texts = [
        f"## Article {k}\n\n{long} {word}.\n" for k, word in ((1, "Il siège ici"), (2, "Nul ne vote là-bas"))
    ]
    old = f"{texts[0]}\n{moving}\n\n{texts[1]}"
    new = f"{texts[0]}\n{texts[1]}\n{moving.replace('comptes', 'caisses')}\n"
    struck, come = (p for p in paragraphs(old, new) if "règlement" in spelled(p))
    assert {run.op for run in struck.runs} == {Op.DELETE}
    assert {run.op for run in come.runs} == {Op.INSERT}
    assert "".join(run.text for run in come.runs) == moving.replace("comptes", "caisses")
    assert struck.notes == ("moved, see C1 in “Article 2”",)
    assert come.notes == ("moved from “Article 1”, see C1",)
    assert struck.numbers[0] == come.numbers[0] == 1


def test_signs_of_markup_are_styles_and_only_shown_classes_have_numbers() -> None:
    (only,) = paragraphs(
        "Un **mot** et `code` [ici](https://a.fr) là.  \nSuite\nencore.\n",
        "Un mot et `code` [ici](ftp://a) là.  \nSuite\nencore.\n",
    )
    assert spelled(only) == "Un [-mot-]{+mot+} et code [-ici-]{+ici+} là.\nSuite encore."
    assert [run.change for run in only.runs] == [None] * len(only.runs)
    assert [(run.strong, run.link) for run in only.runs if run.op is Op.DELETE] == [
        (True, ""),
        (False, "https://a.fr"),
    ]
    assert not [run for run in only.runs if run.op is Op.INSERT and (run.strong or run.link)]


def test_a_bullet_is_drawn_and_any_other_mark_is_text() -> None:
    drawn, first, second = paragraphs("* un\n\nPuis :\n\na) deux ;\n", "- un\n\nPuis :\n\nb) deux ;\n")
    assert (drawn.style, spelled(drawn)) == (ParagraphStyle.BULLET, "un")
    assert (first.style, second.style) == (ParagraphStyle.BODY, ParagraphStyle.LABELLED)
    assert spelled(second) == "[-a)-]{+b)+}deux ;"


def test_a_line_broken_elsewhere_is_no_change_of_words() -> None:
    (only,) = paragraphs("Un texte\nsur deux lignes.\n", "Un texte sur\ndeux lignes.\n")
    assert spelled(only) == "Un texte sur deux lignes."


def test_rows_come_and_go_and_a_new_column_makes_a_new_table() -> None:
    old = "| a | b |\n|---|--:|\n| 1 | 2 |\n| 3 | 4 |\n"
    ops: list[list[Op]] = []
    for new in (
        old.replace("| 3 | 4 |\n", "| 5 | 6 |\n| 7 | 8 |\n"),
        "| a | z | b |\n|---|---|---|\n| 1 | 9 | 2 |\n",
    ):
        blocks = flow_of_redline(compare(read(old), read(new)))
        tables = [block for block in blocks if isinstance(block, FlowTable)]
        ops.append([row.op for table in tables for row in table.rows])
        assert tables[0].aligned == ("left", "right")
        assert tables[0].rows[0].heading
    assert Op.INSERT in ops[0]
    assert ops[1] == [Op.DELETE, Op.DELETE, Op.DELETE, Op.INSERT, Op.INSERT]

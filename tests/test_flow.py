"""The flow of a redline keeps its law: without what is struck it is the new text's, without what came the old's."""

from pathlib import Path

import pytest
from budget import examples
from flow_texts import Plain, flow_of_redline, flow_of_text, reduced
from hypothesis import given, settings
from revisions import revisions
from test_diff_cases import CASES, parts_of
from test_laws import pairs

from statuts.diff.compare import compare
from statuts.markdown.read import read
from statuts.model.redline import Op


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
    flow = flow_of_redline(compare(before, after))
    accepted, wanted = reduced(flow, Op.DELETE), reduced(flow_of_text(after), Op.DELETE)
    assert seen(accepted) == seen(wanted)
    assert set_as(accepted) == set_as(wanted)
    assert seen(reduced(flow, Op.INSERT)) == seen(reduced(flow_of_text(before), Op.INSERT))


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_both_texts_come_back_in_every_case(path: Path) -> None:
    parts = parts_of(path)
    assert_laws(parts["old"], parts["new"])
    assert_laws(parts["new"], parts["old"])


@settings(max_examples=examples(150), deadline=None)
@given(revisions())
def test_both_texts_come_back_whatever_a_board_does(pair: tuple[str, str]) -> None:
    assert_laws(*pair)


@settings(max_examples=examples(1500), deadline=None)
@given(pairs)
def test_both_texts_come_back_from_any_pair(pair: tuple[str, str]) -> None:
    assert_laws(*pair)

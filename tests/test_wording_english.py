"""English amending sentences, both ways: what they are read as, and that they make the text they were written from."""

from pathlib import Path

import pytest
from budget import examples
from hypothesis import given, settings
from revisions import BASES, revisions
from test_wording_reading import understood

from statuts.diff.compare import compare
from statuts.errors import WordingError
from statuts.markdown.read import read
from statuts.wording.apply import applied_text
from statuts.wording.languages import language
from statuts.wording.layout import Style
from statuts.wording.outline import without_hard_breaks
from statuts.wording.write import write

FOLDER = Path(__file__).parent / "cases" / "wording"
SENTENCES = (FOLDER / "english.txt").read_text(encoding="utf-8").replace("\n“", "\\n“").splitlines()
ENGLISH = language("en")


def test_every_english_sentence_is_read_as_it_is_meant(update_cases: bool) -> None:
    acts = [sentence.replace("\\n", "\n") for sentence in SENTENCES]
    found = "".join(f"{act}\n→ {understood(ENGLISH.read_act(act))}" for act in acts)
    expected = FOLDER / "english-understood.txt"
    if update_cases:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("style", list(Style))
def test_an_english_act_makes_the_text_it_was_written_from(style: Style) -> None:
    old = BASES[0]
    new = (
        old.replace("neutre", "apartisane")
        .replace("10 €", "12 €")
        .replace("(Abrogé)", "Le bureau.\n\nIl agit.")
    )
    act = write(compare(read(old), read(new)), read(old), read(new), ENGLISH, style)
    assert applied_text(ENGLISH.read_act(act.text), old, ENGLISH.name) == new


@given(revisions())
@settings(max_examples=examples(40), deadline=None)
def test_any_revision_is_written_read_and_applied_in_english(pair: tuple[str, str]) -> None:
    old, new = pair
    try:
        found = write(compare(read(old), read(new)), read(old), read(new), ENGLISH)
    except WordingError:
        assert not new.strip() or "\n%" in f"\n{new}"
        return
    again = applied_text(ENGLISH.read_act(found.text), old, ENGLISH.name) if found.text else old
    assert compare(read(without_hard_breaks(again)), read(without_hard_breaks(new))).changes == 0


@pytest.mark.parametrize(
    "act",
    [
        "Change the seat.",
        "Amend Article 99 by striking out the word “a”.",
        "Strike out “a",
        "Amend Article 2.",
    ],
)
def test_what_is_not_understood_or_not_there_is_refused(act: str) -> None:
    with pytest.raises(WordingError):
        applied_text(ENGLISH.read_act(act), BASES[0], ENGLISH.name)

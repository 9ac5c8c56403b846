"""The identity: what `wording` writes, read back and applied, is the new text; for every pair there is."""

import re
from collections import Counter
from pathlib import Path

import pytest
from budget import examples
from hypothesis import example, given, settings
from revisions import revisions

from statuts.diff.compare import compare
from statuts.errors import WordingError
from statuts.markdown.read import read
from statuts.wording.apply import applied_text
from statuts.wording.languages import language
from statuts.wording.layout import Style
from statuts.wording.outline import without_hard_breaks
from statuts.wording.planned import Formula
from statuts.wording.write import Wording, write

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases" / "diff").glob("*.txt"))
CORPUS = HERE.parent.parent / "shared" / "reference"
PARTS = re.compile(r"^=== (old|new|redline|figures)\n", re.M)
FRENCH = language("fr")


def pair_of(path: Path) -> tuple[str, str]:
    """The old and the new text of a case of the diff."""
    _, *rest = PARTS.split(path.read_bytes().decode())
    parts = dict(zip(rest[::2], rest[1::2], strict=True))
    return parts["old"], parts["new"]


def written(old: str, new: str, style: Style = Style.ACT) -> Wording:
    before, after = read(old), read(new)
    return write(compare(before, after), before, after, FRENCH, style)


def assert_identity(old: str, new: str, style: Style) -> Wording:
    """Reads and applies the printed act anew: nothing but its text counts."""
    found = written(old, new, style)
    again = applied_text(FRENCH.read_act(found.text), old, FRENCH.name) if found.text else old
    left = compare(read(without_hard_breaks(again)), read(without_hard_breaks(new)))
    assert left.changes == 0
    told = {number for instruction in found.instructions for number in instruction.changes}
    assert told <= set(range(1, compare(read(old), read(new)).changes + 1))
    return found


def test_the_acts_of_all_cases_of_the_diff_are_the_wanted_ones(update_cases: bool) -> None:
    said = []
    for path in CASES:
        old, new = pair_of(path)
        found = [assert_identity(old, new, style).text for style in Style]
        act, resolution = (text or "(rien)\n" for text in found)
        said.append(f"=== {path.stem}\n{act}--- résolution\n{resolution}")
    expected = HERE / "cases" / "wording" / "acts.txt"
    if update_cases:
        expected.write_text("".join(said), encoding="utf-8")
    assert "".join(said) == expected.read_text(encoding="utf-8")


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the reference texts are not beside the project")
@pytest.mark.parametrize("style", list(Style))
def test_real_revisions_are_told_mostly_by_their_words(style: Style) -> None:
    counted: Counter[Formula] = Counter()
    for pair in sorted((CORPUS / "corpus" / "zeste-de-savoir").glob("*/")):
        old, new = (read_text(pair / name) for name in ("before.md", "after.md"))
        counted.update(assert_identity(old, new, style).formulas)
    print(f"\nreal pairs, {style}:", {formula.name.lower(): n for formula, n in counted.items()})
    assert 3 * counted[Formula.WORDS] >= 2 * sum(counted.values())
    case = CORPUS / "la-27e-region"
    assert_identity(read_text(case / "article-1-before.md"), read_text(case / "article-1-after.md"), style)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the reference texts are not beside the project")
def test_the_sentence_an_association_voted_gives_the_text_it_published() -> None:
    folder = CORPUS / "corpus" / "zeste-de-savoir"
    act = FRENCH.read_act(read_text(folder / "2023-instruction.md"))
    found = applied_text(act, read_text(folder / "3" / "before.md"), FRENCH.name)
    assert found.split() == read_text(folder / "3" / "after.md").split()


def read_text(path: Path) -> str:
    return path.read_bytes().decode()


def test_words_replaced_wherever_they_stand_are_said_once() -> None:
    old = (HERE / "cases" / "wording" / "statutes.md").read_text(
        encoding="utf-8"
    ) + "\nLe siège est fixé. Le siège.\n"
    new = re.sub(r"(?<!– )\bsiège\b", "domicile", old).replace(
        "## Article 2 – domicile", "## Article 2 – Siège"
    )
    found = assert_identity(old, new, Style.ACT)
    assert found.text == (
        "Dans l’ensemble des statuts, le mot\u00a0: «\u00a0siège\u00a0», partout où il figure, est remplacé"
        " par le mot\u00a0: «\u00a0domicile\u00a0».\n"
    )


SHARE: Counter[Formula] = Counter()


@given(revisions())
@settings(max_examples=examples(100), deadline=None)
def test_any_revision_is_written_read_and_applied(pair: tuple[str, str]) -> None:
    old, new = pair
    try:
        SHARE.update(assert_identity(old, new, Style.ACT).formulas)
    except WordingError:
        assert not new.strip() or "\n%" in f"\n{new}"  # what is no statutes any more


def test_the_share_of_formulas_in_random_revisions_is_told() -> None:
    total = sum(SHARE.values())
    told = (
        {formula.name.lower(): f"{100 * SHARE[formula] / total:.0f} %" for formula in Formula}
        if total
        else {}
    )
    print("\nrandom revisions:", told)
    assert not total or SHARE[Formula.WORDS] > total / 2


@given(revisions())
@settings(max_examples=examples(30), deadline=None)
@example(("## Article 1\n\nUn « mot.\n", "## Article 1\n\nDeux » mots « ici.\n"))
@example(("# T\n\nUn.\n", "# T\n\n"))
def test_resolutions_say_the_same_as_acts(pair: tuple[str, str]) -> None:
    old, new = pair
    try:
        acts, resolutions = (written(old, new, style) for style in Style)
    except WordingError:
        return
    assert [i.deed for i in acts.instructions] == [i.deed for i in resolutions.instructions]

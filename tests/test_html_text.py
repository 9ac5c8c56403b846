"""The two laws of a redline, read from the page itself: without `ins` the old text, without `del` the new."""

import re
from pathlib import Path

import pytest
from html_page import Reader, page_for, reading_of

CASES = sorted((Path(__file__).parent / "cases" / "diff").glob("*.txt"))
PARTS = re.compile(r"^=== (old|new|redline|figures)\n", re.M)

EVERYTHING = Path(__file__).parent / "cases" / "html"


def texts_of(path: Path) -> tuple[str, str]:
    _, *rest = PARTS.split(path.read_bytes().decode())
    parts = dict(zip(rest[::2], rest[1::2], strict=True))
    return parts["old"], parts["new"]


def check(old: str, new: str) -> Reader:
    page = Reader(page_for(old, new))
    assert page.reading(without="ins") == reading_of(old)
    assert page.reading(without="del") == reading_of(new)
    return page


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_page_without_ins_reads_as_the_old_text_and_without_del_as_the_new(path: Path) -> None:
    check(*texts_of(path))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_and_the_other_way_round(path: Path) -> None:
    old, new = texts_of(path)
    check(new, old)


def test_a_text_with_every_kind_of_block_is_kept_whole() -> None:
    old, new = ((EVERYTHING / name).read_bytes().decode() for name in ("old.md", "new.md"))
    check(old, new)
    check(new, old)


@pytest.mark.parametrize(("old", "new"), [("", "a"), ("a", ""), ("a", "a"), ("\u200b", "# Article 1\n\nb")])
def test_texts_with_next_to_nothing_in_them_have_a_page_too(old: str, new: str) -> None:
    check(old, new)


def test_an_emphasis_that_begins_or_ends_elsewhere_leaves_both_texts_readable() -> None:
    check("Le *bureau est élu.", "Le *bureau* est élu.")
    check("Un **mot** et `un code`.", "Un mot et **un autre** `code`.")
    check("Coût : 5\\*3 euros", "Coût : 5*3 euros*")


def test_a_hard_break_is_one() -> None:
    assert "<br>" in page_for("a  \nb", "a  \nc")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Le bureau", "1. Le bureau"),  # an alinéa becomes an item
        ("Le bureau\nLe bureauLe bureau", "Le bureau\n\nLe bureau"),  # cut, and words lost at the cut
        ("Le bureauLe bureauLe bureau> 1. ", "élu.e.sLe bureauLe bureauLe bureauLe bureauLe bureau"),
        (" ", "~~~~Le bureau"),  # nothing, and a fence that is never closed
        ("Le bureau**Article 3.** ", "Le bureau\n\x0bLe bureau"),
        ("> une citation\n> sur deux lignes", "> une citation\n> sur trois lignes"),
    ],
)
def test_strange_pairs_that_were_once_misread(old: str, new: str) -> None:
    check(old, new)
    check(new, old)

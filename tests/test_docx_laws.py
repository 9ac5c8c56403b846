"""Accepting or rejecting by the letter of the format, without any word processor: either text comes back."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from budget import LONG, examples
from depending import ROWS, UNDERLINED
from hypothesis import given, settings
from revisions import revisions
from sheets import VOICE, paragraph, plain, redline, sheet_of
from test_laws import pairs

from statuts.model.sheet import Box, Element
from statuts.render.docx.write import write_docx

etree = pytest.importorskip("lxml.etree", reason="these tests read XML with lxml (pip)")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWN = ("Puce", "PuceCorps")


def document(elements: list[Element]) -> "etree._Element":
    with ZipFile(BytesIO(write_docx(sheet_of(*elements), VOICE))) as archive:
        return etree.fromstring(archive.read("word/document.xml"))[0]


def settled(container: "etree._Element", lost: str) -> Iterator[str]:
    """The paragraphs of a body or a cell once everything that bears the tag `lost` is gone."""
    carried = ""
    for child in container:
        if child.tag == f"{W}p":
            carried += "".join(words(child, lost))
            if child.find(f"{W}pPr/{W}rPr/{W}{lost}") is not None:
                continue
            drawn = child.find(f"{W}pPr/{W}pStyle").get(f"{W}val") in DRAWN
            if carried.removeprefix("–\t"):  # an item that says nothing is none
                yield f"–\t{carried}" if drawn else carried
            carried = ""
        elif child.tag == f"{W}tbl":
            assert not carried, "a paragraph cannot be joined to a table"
            for row in child.findall(f"{W}tr"):
                if row.find(f"{W}trPr/{W}{lost}") is None:
                    for cell in row.findall(f"{W}tc"):
                        yield from settled(cell, lost)
    assert not carried, "nothing follows that the last paragraph could be joined to"


def words(paragraph: "etree._Element", lost: str) -> Iterator[str]:
    for node in paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br"):
        above = {other.tag for other in node.iterancestors()}
        if f"{W}{lost}" not in above and f"{W}pPr" not in above:
            yield {f"{W}tab": "\t", f"{W}br": "\n"}.get(node.tag, node.text or "")


def assert_laws(old: str, new: str) -> None:
    for around in (
        lambda some: some,
        lambda some: [Box(tuple(some))],
        lambda some: [*some, paragraph("Après.")],
    ):
        marked = document(around(redline(old, new)))
        assert list(settled(marked, "del")) == list(settled(document(around(plain(new))), "del"))
        assert list(settled(marked, "ins")) == list(settled(document(around(plain(old))), "ins"))


def test_both_texts_come_back_where_what_a_line_is_depends_on_those_around_it() -> None:
    for old, new in (*UNDERLINED[:: 1 if LONG else 23], *ROWS[:: 1 if LONG else 7]):
        assert_laws(old, new)
        assert_laws(new, old)


@settings(max_examples=examples(40), deadline=None)
@given(revisions())
def test_both_texts_come_back_whatever_a_board_does(pair: tuple[str, str]) -> None:
    assert_laws(*pair)


@settings(max_examples=examples(60), deadline=None)
@given(pairs)
def test_both_texts_come_back_from_any_pair(pair: tuple[str, str]) -> None:
    assert_laws(*pair)

"""What reading promises of any text whatever: nothing dropped, ids unique and safe, time in proportion."""

import re
import time

import pytest
from budget import in_time
from hypothesis import given, settings
from hypothesis import strategies as st

from statuts.markdown.leaves import parse_leaves
from statuts.markdown.read import read
from statuts.markdown.slug import MAX_LENGTH, slug
from statuts.markdown.stretches import Shape, Stretch

PLAIN_AND_NOT = [
    "Un texte", "« Cité »", "**Article 2.** Le", "**x", "** x", "# Titre", "#", "# ", "####### x", "Titre #", "- item", "- **gras**",
    "- - double", "- # titre", "* autre", "1. un", "+ x", "> cité", "    code", "\ttab", "  - dedans", "  suite", "===", "---", "--", "| a | b |",
    "a | b", "|---|---|", "---|---", "```", "~~~", "- ```", "<div>", "</div>", "<!-- a", "-->", "[a]: /x", "[^1]: n", "\u00a0", "\x0b", "’quote",
    "\n", "\n", "\n", "\n\n", "\n\n", "\n\n", " \n", "\n \t\n",
]  # fmt: skip
MARKS = (
    "# |## |##| ##|**|__|*|_|`|~~~|- |  - |    |1. |1) |a) |1° |• |– |> |>|+++|***|% |-->|<!-- |:|;|-"
).split("|")
WORDS = [
    "{#ancre}",
    *("Article 1 – Objet", "**Article 12.** ", "### 4.1", "Préambule", "ANNEXE 1", "TITRE I", "texte", "é"),
    *(
        "Le siège est à Lyon. ",
        "| a | b |\n",
        "|---|---|\n",
        "|",
        "\\|",
        "<div>\n",
        "```\n",
        "title: x\n",
        "===\n",
    ),
    *("---\n", "[a]: /x\n", "[^1]: note\n", "![i](x)"),
]
WHITE = [
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\u200b",
    "\u00a0",
    "\u2028",
    "\x0b",
    "\x0c",
    "\x85",
    "\0",
    "\ufeff",
]
TEXTS = st.lists(st.sampled_from([*MARKS, *WORDS, *WHITE]), max_size=40).map("".join)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_nothing_of_the_text_is_dropped(source: str) -> None:
    document = read(source)
    blocks = [block for section in document.sections for block in section.blocks]
    assert "".join(block.raw for block in blocks) == source
    assert [block.line for block in blocks] == sorted(block.line for block in blocks)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_ids_are_unique_and_safe_as_file_names(source: str) -> None:
    ids = [section.id for section in read(source).sections]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]*", name) for name in ids)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_divisions_named_by_sections_exist_before_them(source: str) -> None:
    seen: set[str] = set()
    for section in read(source).sections:
        assert not section.division or section.division in seen
        seen.add(section.id)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_labels_stand_inside_their_blocks(source: str) -> None:
    for section in read(source).sections:
        if section.heading is not None:
            assert 0 <= section.heading.label_end <= len(section.blocks[0].body)
            assert "\n" not in section.label


@given(st.text())
def test_any_characters_are_read(source: str) -> None:
    assert read(source).source == source


@given(st.text())
def test_slug_is_a_safe_file_name(text: str) -> None:
    name = slug(text)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", name)
    assert len(name) <= MAX_LENGTH + len("-texte")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Siège social", "siege-social"),
        ("Œuvres & co.", "oeuvres-co"),
        ("L’assemblée générale", "l-assemblee-generale"),
        ("CON", "con-texte"),
        ("…", ""),
        ("mot " * 30, "mot-mot-mot-mot-mot-mot-mot-mot-mot-mot-mot-mot-mot-mot-mot"),
    ],
)
def test_slug_folds_accents_and_keeps_whole_words(text: str, name: str) -> None:
    assert slug(text) == name


def test_words_are_the_same_whatever_ends_the_lines() -> None:
    text = "# Statuts\n\n## Article 1\n\nUn\ndeux\n\n- a\n- b\n\n> cité\n>\n> encore\n\n| a |\n|---|\n| b |\n"
    expected = [[b.body.split() for b in s.blocks] for s in read(text).sections]
    for end in ("\r\n", "\r"):
        assert [
            [b.body.split() for b in s.blocks] for s in read(text.replace("\n", end)).sections
        ] == expected


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(">" * 20_000, id="quotations in one line"),
        pytest.param("> " * 5_000 + "a\n", id="spaced quotations"),
        pytest.param("[" * 20_000, id="brackets"),
        pytest.param("- " * 10_000, id="lists in one line"),
        pytest.param("\n".join(" " * 2 * i + "- a" for i in range(300)), id="deep list"),
        pytest.param("#" * 20_000, id="hashes"),
        pytest.param("# a " + "#" * 20_000 + "b", id="closing hashes"),
        pytest.param("# a" + " " * 20_000 + "b", id="spaces in a heading"),
        pytest.param("## Article 1 " + "{#a " * 10_000, id="anchors"),
        pytest.param("**Article 1" + " ." * 20_000, id="separators"),
        pytest.param("**Article 1.** " + "*a **b " * 5_000, id="emphasis"),
        pytest.param("\n" * 20_000, id="blank lines"),
        pytest.param("a\n" * 5_000, id="long paragraph"),
        pytest.param("- a\n" * 3_000, id="long list"),
        pytest.param("a) b\n" * 3_000, id="long list of letters"),
        pytest.param("Article 1 – A\n" * 3_000, id="many headings"),
        pytest.param("## Objet\n\n" * 3_000, id="same title"),
        pytest.param("---\n" + "a: b\n" * 5_000, id="open front matter"),
        pytest.param("| a |\n|---|\n" + "| b |\n" * 2_000, id="long table"),
        pytest.param("> a\n>\n" * 3_000, id="long quotation"),
    ],
)
def test_hostile_text_is_read_in_time(source: str) -> None:
    start = time.process_time()
    assert read(source).source == source
    assert in_time(time.process_time() - start, 1.5)


@settings(max_examples=1500, deadline=None)
@given(st.lists(st.sampled_from(PLAIN_AND_NOT), max_size=30).map("".join))
def test_what_the_parser_does_not_see_is_what_it_would_have_said(source: str) -> None:
    def leaves(lines: list[str]) -> list[tuple[object, ...]]:
        return [
            (leaf.kind, leaf.start, leaf.end, leaf.depth, leaf.group, leaf.level)
            for leaf in parse_leaves(lines)[0]
        ]

    lines = source.split("\n")
    short = leaves(lines)
    with pytest.MonkeyPatch.context() as patch:
        everything = [Stretch(Shape.OTHER, 0, len(lines))]
        patch.setattr("statuts.markdown.leaves.stretches", lambda _: everything)
        assert short == leaves(lines)

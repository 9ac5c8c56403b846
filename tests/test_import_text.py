"""Plain text comes in with its paragraphs whole again and not a word changed."""

import re
import textwrap
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from importing import WORD, all_words, asides, corpus, lines

from statuts.errors import InputError
from statuts.importers.text import read_plain
from statuts.model.brought import BroughtKind, BroughtParagraph

LONG = (
    "Le conseil se réunit au moins deux fois par an, sur convocation de la présidence ou à la demande du tiers "
    "de ses membres ; il délibère valablement si la moitié de ses membres sont présents ou représentés."
)


def wrapped(*paragraphs: str, width: int = 72, between: str = "\n\n") -> str:
    return between.join(textwrap.fill(paragraph, width) for paragraph in paragraphs)


def read(text: str) -> list[str]:
    return lines(read_plain(text))


def test_wrapped_lines_become_paragraphs() -> None:
    assert read(wrapped("Statuts", LONG, "Fin.")) == ["Statuts", LONG, "Fin."]
    other = "Une phrase qui tient sur une ligne."
    assert read(wrapped(LONG, other, LONG, between="\n")) == [LONG, other, LONG]


def test_lines_that_were_not_wrapped_stay_paragraphs() -> None:
    assert read("Article 1\nUn alinéa.\nUn autre.\n" + LONG * 2 + "\n" + LONG * 2) == [
        "Article 1",
        "Un alinéa.",
        "Un autre.",
        LONG * 2,
        LONG * 2,
    ]


def test_headings_stand_alone() -> None:
    text = (
        wrapped(LONG)
        + "\n"
        + "ARTICLE 2 : LE CONSEIL\n"
        + wrapped(LONG)
        + "\nArticle 3 - Siège\n"
        + wrapped(LONG)
    )
    assert read(text) == [LONG, "ARTICLE 2 : LE CONSEIL", LONG, "Article 3 - Siège", LONG]


def test_what_is_underlined_is_a_heading() -> None:
    brought = read_plain("Titre\n=====\n\nObjet\n-----\n" + wrapped(LONG))
    found = [b for b in brought.blocks if isinstance(b, BroughtParagraph)]
    assert [(b.text, b.kind, b.level) for b in found] == [
        ("Titre", BroughtKind.HEADING, 1),
        ("Objet", BroughtKind.HEADING, 2),
        (LONG, BroughtKind.PARAGRAPH, 0),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Il y a :\n- un\n- deux", ["Il y a :", "- un", "- deux"]),
        ("• un\n  suite\n• deux", ["• un suite", "• deux"]),
        ("a) un\nb) deux", ["a) un", "b) deux"]),
        ("1° un ;\n2° deux.", ["1° un ;", "2° deux."]),
        ("1. un\n2. deux", ["1. un", "2. deux"]),
    ],
)
def test_items_are_told(text: str, said: list[str]) -> None:
    brought = read_plain(text)
    assert lines(brought) == said
    assert sum(p.kind is BroughtKind.ITEM for p in brought.paragraphs()) == 2


def test_a_wrapped_item_is_whole() -> None:
    item = "- " + LONG
    text = "\n".join(textwrap.wrap(item, 72, subsequent_indent="  ") * 1 + ["  - dedans", "- deux"])
    brought = read_plain(text)
    assert [(p.label, p.text, p.level) for p in brought.paragraphs()] == [
        ("-", LONG, 1),
        ("-", "dedans", 2),
        ("-", "deux", 1),
    ]


def test_quoted_mail_is_taken_out_of_its_quotation() -> None:
    quoted = "\n".join("> " + line if line else ">" for line in wrapped("Statuts", LONG).split("\n"))
    brought = read_plain(quoted)
    assert lines(brought) == ["Statuts", LONG]
    assert "quoted mail" in str(brought.remarks[0])
    assert read("> a\nb")[0] == "> a b" or read("> a\nb") == ["> a", "b"]


def test_page_numbers_and_running_titles_stand_beside() -> None:
    first, second = wrapped(LONG, width=60).rsplit("\n", 1)
    text = f"Association Exemple\n\n{first}\n\nPage 1/3\n\fAssociation Exemple\n\n{second}\n\nPage 2/3\n\fAssociation Exemple\n\nFin.\n\nPage 3/3"
    brought = read_plain(text)
    assert lines(brought) == ["Association Exemple", LONG, "Fin."]
    assert asides(brought) == [
        ("page-number", "Page 1/3"),
        ("header", "Association Exemple"),
        ("page-number", "Page 2/3"),
        ("header", "Association Exemple"),
        ("page-number", "Page 3/3"),
    ]


def test_numbers_that_count_the_pages_stand_beside() -> None:
    brought = read_plain(f"{wrapped(LONG)}\n\n1\n\n{wrapped(LONG)}\n\n2\n\n{wrapped(LONG)}")
    assert lines(brought) == [LONG] * 3
    assert asides(brought) == [("page-number", "1"), ("page-number", "2")]


def test_a_cut_word_is_whole_again_and_counted() -> None:
    brought = read_plain(
        "L’association et son vice-président sont ici, dans l’associa-\ntion, où le vice-\nprésident parle."
    )
    assert lines(brought) == [
        "L’association et son vice-président sont ici, dans l’association, où le vice-président parle."
    ]
    assert [str(r)[:6] for r in brought.remarks] == ["1 word", "1 hyph"]


@pytest.mark.parametrize("name", ["1/before.md", "1/after.md", "3/after.md"])
@pytest.mark.parametrize("width", [60, 72, 80])
def test_real_texts_unwrap_to_what_they_were(name: str, width: int) -> None:
    plain = corpus(name).replace("**", "").replace("pré-\ncis", "précis").replace("\\", "")
    paragraphs = [" ".join(p.split()) for p in re.split(r"\n\s*\n|\n(?=[-*#] )", plain) if p.strip()]
    paragraphs = [p.lstrip("# ") for p in paragraphs]
    said = [line.replace("* ", "- ") for line in read(wrapped(*paragraphs, width=width))]
    assert said == [p.replace("* ", "- ") for p in paragraphs]


_LINE = st.text("abcé .;:-–•12)°ABC>\t=_|\f", max_size=30)


@settings(max_examples=300)
@given(st.lists(_LINE, max_size=25).map("\n".join))
def test_no_word_is_lost_or_changed(text: str) -> None:
    try:
        brought = read_plain(text)
    except InputError:
        assert not text.translate({ord("\f"): "", ord(">"): ""}).strip()  # page breaks, marks of quotations
        return
    signs = Counter("".join(WORD.findall(text)).replace("_", ""))
    found = "".join(word * count for word, count in all_words(brought).items()).replace("_", "")
    assert Counter(found) == signs


def test_a_text_too_long_or_empty_is_refused() -> None:
    for text in ("", " \n\n", "a" * 10_000_001):
        with pytest.raises(InputError):
            read_plain(text)

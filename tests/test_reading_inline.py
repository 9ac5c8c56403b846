"""Markup inside an alinéa: what is bold, italic, code or a link, as CommonMark has it."""

import time
from collections.abc import Iterator
from itertools import pairwise

import pytest
from budget import in_time
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from statuts.markdown.inline import SpanKind, plain, spans

ORACLE = MarkdownIt("commonmark").disable(["entity", "html_inline"])
STYLES = {"strong": SpanKind.STRONG, "em": SpanKind.EM, "link": SpanKind.LINK}


def styled(text: str, kind: SpanKind) -> list[str]:
    return [text[span.start : span.end] for span in spans(text) if span.kind is kind]


@pytest.mark.parametrize(
    ("text", "words", "kind", "ranges"),
    [
        ("**Article 12.** Le bureau", "Article 12. Le bureau", SpanKind.STRONG, ["Article 12."]),
        (
            "titre : « **Zeste de Savoir** ».",
            "titre : « Zeste de Savoir ».",
            SpanKind.STRONG,
            ["Zeste de Savoir"],
        ),
        ("__fort__ et nom_de_fichier", "fort et nom_de_fichier", SpanKind.STRONG, ["fort"]),
        ("*a **b** c*", "a b c", SpanKind.EM, ["a **b** c"]),
        ("***tout***", "tout", SpanKind.STRONG, ["tout"]),
        ("`a *b* c`", "a *b* c", SpanKind.CODE, ["a *b* c"]),
        ("`` ` ``", "`", SpanKind.CODE, ["`"]),
        ("5 * 3 * 2", "5 * 3 * 2", SpanKind.EM, []),
        (r"\*non\*", "*non*", SpanKind.EM, []),
        ("**jamais fermé", "**jamais fermé", SpanKind.STRONG, []),
        ("[le *site*](http://exemple.fr 'titre').", "le site.", SpanKind.LINK, ["le *site*"]),
        ("<https://exemple.fr>", "https://exemple.fr", SpanKind.LINK, ["https://exemple.fr"]),
        ("![logo](logo.png)", "logo", SpanKind.IMAGE, ["logo"]),
        ("[note] sans adresse", "[note] sans adresse", SpanKind.LINK, []),
        ("[a [b](c) d](e)", "[a b d](e)", SpanKind.LINK, ["b"]),
    ],
)
def test_signs_are_told_from_words(text: str, words: str, kind: SpanKind, ranges: list[str]) -> None:
    assert plain(text) == words
    assert styled(text, kind) == ranges


def test_address_of_a_link_is_given_without_its_escapes() -> None:
    (link,) = [span for span in spans(r"[a](<b\)c> (t))") if span.kind is SpanKind.LINK]
    assert link.href == "b)c"


PIECES = [
    "*",
    "**",
    "***",
    "_",
    "__",
    "`",
    "``",
    "[",
    "a](u)",
    "a](",
    ")",
    "\\*",
    "\\[",
    "a",
    "b",
    " ",
    ".",
    "«",
    "é",
    "(",
    "<http://x.fr>",
]


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
@example("*foo**bar*")
@example("foo***bar***baz")
@example("[a](b*c)*")
def test_styles_are_those_of_the_parser(text: str) -> None:
    text = text.strip()
    assert list(of_spans(text)) == list(of_parser(text))


def of_spans(text: str) -> Iterator[tuple[str, frozenset[SpanKind]]]:
    """Each visible character with its styles."""
    found = spans(text)
    hidden = {i for span in found if span.kind is SpanKind.SIGN for i in range(span.start, span.end)}
    for place, char in enumerate(text):
        if place not in hidden:
            around = {s.kind for s in found if s.kind is not SpanKind.SIGN and s.start <= place < s.end}
            if SpanKind.IMAGE not in around:
                yield char, frozenset(around)


def of_parser(text: str) -> Iterator[tuple[str, frozenset[SpanKind]]]:
    (paragraph,) = ORACLE.parseInline(text)
    open_: list[SpanKind] = []
    for token in paragraph.children or []:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if token.type == "code_inline":
            yield from ((c, frozenset([*open_, SpanKind.CODE])) for c in token.content)
        elif token.type in ("text", "text_special"):
            yield from ((c, frozenset(open_)) for c in token.content)
        elif name in STYLES and token.nesting == 1:
            open_.append(STYLES[name])
        elif name in STYLES:
            open_.remove(STYLES[name])


@given(st.text(alphabet="*_`[]()!<>\\ ab.\n"))
def test_spans_lie_in_the_text_in_order_and_signs_never_overlap(text: str) -> None:
    found = spans(text)
    assert [s.start for s in found] == sorted(s.start for s in found)
    assert all(0 <= s.start <= s.end <= len(text) for s in found)
    signs = [s for s in found if s.kind is SpanKind.SIGN]
    assert all(before.end <= after.start for before, after in pairwise(signs))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "*a" * 20_000,
        "*a_b" * 10_000,
        "**a *b _c" * 5_000,
        "a**b" + "c* " * 10_000,
        "![[" * 10_000,
        "[a](b" * 5_000,
        "[a](<b" * 5_000,
        "[](\\(" * 5_000,
        "[a](b)" * 5_000,
        "[a](" + "(" * 20_000,
        "![[]()" * 5_000,
        "<a" * 20_000,
        "\\" * 20_000,
        "".join("`" * length for length in range(200)),
        "`" * 20_000 + "a",
        "[ ](   " * 5_000,
        '[a]( "' * 5_000,
    ],
    ids=lambda text: text[:9],
)
def test_hostile_markup_is_scanned_in_time(text: str) -> None:
    start = time.process_time()
    spans(text)
    assert in_time(time.process_time() - start, 1)

"""Pages come in as a browser shows them: words, labels of lists, tables, looks; the page around set apart."""

import random
import re
from collections import Counter
from pathlib import Path

import pytest
from budget import in_time
from hypothesis import given, settings
from hypothesis import strategies as st
from importing import WORD, all_words, as_html, asides, corpus, lines, looks, measured, words, words_of_html

from statuts.errors import InputError, StatutsError
from statuts.importers.html import read_html
from statuts.model.brought import BroughtKind, BroughtParagraph, BroughtTable
from statuts.model.redline import Op


def read(body: str) -> list[str]:
    return lines(read_html(body.encode(), "utf-8"))


def first(body: str) -> BroughtParagraph:
    block = read_html(body.encode(), "utf-8").blocks[0]
    assert isinstance(block, BroughtParagraph)
    return block


# Words


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("<p>Siège à Orléans - 20 €".encode(), None),
        (b"\xef\xbb\xbf" + "<p>Siège à Orléans - 20 €".encode(), None),
        ("<p>Siège à Orléans - 20 €".encode("cp1252"), None),
        ("<p>Siège à Orléans - 20 €".encode("cp1252"), "utf-8"),
        ("<p>Siège à Orléans - 20 €".encode(), "utf-8"),
        ("<meta charset=iso-8859-1><p>Siège à Orléans - 20 €".encode("cp1252"), None),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>Siège à Orléans - 20 €'.encode("cp1252"), None),
        ('<meta charset="iso-8859-15"><p>Siège à Orléans - 20 €'.encode("iso-8859-15"), None),
        ("\ufeff<p>Siège à Orléans - 20 €".encode("utf-16-le"), None),
        ("<meta charset=utf-16><p>Siège à Orléans - 20 €".encode(), None),
        ("<meta charset=rot13><p>Siège à Orléans - 20 €".encode(), None),
    ],
    ids=range(11),
)  # fmt: skip
def test_the_encoding_is_found(data: bytes, encoding: str | None) -> None:
    assert lines(read_html(data, encoding)) == ["Siège à Orléans - 20 €"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<p>a  b\n c</p>", ["a b c"]),
        ("<p>a&nbsp;: b&#8239;; &laquo;&nbsp;c&nbsp;&raquo;</p>", ["a\u00a0: b\u202f; «\u00a0c\u00a0»"]),
        ("<p>a<br>b<br/>c</p>", ["a\nb\nc"]),
        ("<p>a<br><br>b</p>", ["a", "b"]),
        ("<div>a<p>b</p>c</div>", ["a", "b", "c"]),
        ("un <b>mot</b>, deux", ["un mot, deux"]),
        ("<p>m<sup>2</sup>, 1<sup>er</sup>, CO<sub>2</sub></p>", ["m², 1er, CO₂"]),
        ("<p>asso&shy;ciation</p>", ["association"]),
        ("<pre>a  b\n c</pre>", ["a  b\n c"]),
        ("<p>a<q>b</q></p>", ["a«\u00a0b\u00a0»"]),
        ("<p>a\0b</p>", ["ab"]),
        ("<p>a<!-- b -->c<?php d ?></p>", ["ac"]),
        ("<p>a<script>b</script><style>c</style>d", ["ad"]),
        ("<dl><dt>a<dd>b</dl>", ["a", "b"]),
        ("<p>a</span></b></p><p>b", ["a", "b"]),
    ],
)
def test_words_are_those_that_a_browser_shows(body: str, said: list[str]) -> None:
    assert read(body) == said


def test_headings_quotations_and_code_are_told() -> None:
    brought = read_html(
        b"<h1>a</h1><h3>b</h3><blockquote><p>c</p></blockquote><pre>d</pre><center>e</center>"
    )
    found = [b for b in brought.blocks if isinstance(b, BroughtParagraph)]
    assert [(b.kind.value, b.level, b.centred) for b in found] == [
        ("heading", 1, False),
        ("heading", 3, False),
        ("quote", 0, False),
        ("code", 0, False),
        ("paragraph", 0, True),
    ]


# Lists


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<ul><li>x<ul><li>y<ul><li>z</ul></ul></ul>", ["• x", "◦ y", "▪ z"]),
        ("<ol><li>x<li>y</ol>", ["1. x", "2. y"]),
        ("<ol type=a start=26><li>x<li>y</ol>", ["z. x", "aa. y"]),
        ("<ol type=A><li>x</ol><ol type=i><li>y<li>z</ol>", ["A. x", "i. y", "ii. z"]),
        ("<ol type=I start=4><li>x<li value=9>y<li>z</ol>", ["IV. x", "IX. y", "X. z"]),
        ("<ol reversed><li>x<li>y<li>z</ol>", ["3. x", "2. y", "1. z"]),
        ("<ol style='list-style-type: upper-latin'><li>x</ol>", ["A. x"]),
        ("<ul style='list-style:none'><li>x</ul>", ["x"]),
        ("<ol><li><p>x</p><p>y</p><li>z</ol>", ["1. x", "y", "2. z"]),
        ("<ol><li>x<ol type=a><li>y</ol>w<li>z</ol>", ["1. x", "a. y", "w", "2. z"]),
        ("<ol start=99999999999999999999><li>x</ol>", ["1000000. x"]),
    ],
)
def test_items_have_the_label_that_a_browser_shows(body: str, said: list[str]) -> None:
    assert read(body) == said


def test_a_list_as_word_writes_it() -> None:
    body = (
        "<p class=MsoListParagraph style='margin-left:72pt;mso-list:l0 level2 lfo1'><![if !supportLists]>"
        "<span style='mso-list:Ignore'>a)<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span>"
        "<![endif]>Texte<o:p></o:p></p><!--[if gte mso 9]><xml>rien</xml><![endif]-->"
    )
    item = first(body)
    assert (item.kind, item.level, item.label, item.text) == (BroughtKind.ITEM, 2, "a)", "Texte")


# Tables


def test_cells_that_span_are_repeated_as_empty_ones() -> None:
    body = "<table><tr><th>A<th>B<th>C<tr><td rowspan=2>1<td colspan=2>2<tr><td>3<td>4</table>"
    brought = read_html(body.encode())
    assert lines(brought) == ["A | B | C", "1 | 2 | ", " | 3 | 4"]
    table = brought.blocks[0]
    assert isinstance(table, BroughtTable)
    assert [row.heading for row in table.rows] == [True, False, False]


def test_a_table_that_lays_out_a_page_is_none() -> None:
    long = "Un alinéa bien assez long. " * 80
    assert read(f"<table><tr><td>menu<td><p>{long}</p><p>b</p></table>")[-1] == "b"
    assert read("<table><tr><td><table><tr><td>a<td>b</table><td>c</table>") == ["a | b", "c"]


# Looks


@pytest.mark.parametrize(
    ("body", "what", "said"),
    [
        ("<b>a</b> <strong>b</strong> <span style='font-weight:700'>c</span> d", "strong", ["a b c"]),
        ("<b>a <span style='font-weight: normal'>b</span></b>", "strong", ["a"]),
        ("<i>a</i> <em>b</em> <span style='font-style: italic'>c</span>", "em", ["a b c"]),
        ("<u>a</u> <span style='text-decoration:underline'>b</span>", "underline", ["a b"]),
        (
            "<s>a</s> <strike>b</strike> <span style='text-decoration: line-through'>c</span>",
            "strike",
            ["a b c"],
        ),
        ("<font color=red>a</font> <span style='color: #00F'>b</span> c", "colour", ["a", "b"]),
        ("<a href='https://x.fr/'>a</a> <a href='javascript:x'>b</a> <a href=' data:x'>c</a>", "link", ["a"]),
    ],
)
def test_looks_are_kept(body: str, what: str, said: list[str]) -> None:
    brought = read_html(f"<p>{body}</p>".encode())
    assert " ".join(looks(brought, what)) == " ".join(said)


def test_tracked_words_have_their_fate_and_author() -> None:
    body = '<p>a <del cite="mailto:Anne%20B" datetime="2024-05-01T10:00">b</del><ins>c</ins></p>'
    runs = first(body).runs
    assert [(run.text, run.op) for run in runs] == [("a ", Op.EQUAL), ("b", Op.DELETE), ("c", Op.INSERT)]
    assert (runs[1].author, runs[1].moment) == ("Anne B", "2024-05-01T10:00")


# The text and the page around it

ARTICLES = "".join(
    f"<h2>Article {n}</h2><p>Il y a un alinéa, et un autre, dans l’article {n}.</p>" for n in range(1, 6)
)
SITES = {
    "main": f"<nav>Accueil</nav><header>Notre site</header><main>{ARTICLES}</main><footer>Mentions</footer>",
    "divs": f"<div><div><a href=/>Accueil</a></div><div>Notre site</div></div><div><div>{ARTICLES}</div></div><div>Mentions</div>",
    "form": f"<form><div id=menu>Accueil</div><div id=header-nav>Notre site</div>{ARTICLES}<div class=footer>Mentions</div></form>",
    "tables": f"<table><tr><td colspan=2>Notre site<tr><td class=menu>Accueil<td>{ARTICLES}<tr><td class='pied'>Mentions</table>",
}


@pytest.mark.parametrize("name", SITES)
def test_the_text_is_found_and_nothing_else_is_lost(name: str) -> None:
    brought = read_html(SITES[name].encode())
    said = lines(brought)
    where = said.index("Article 1")
    assert said[where:][:10] == [
        line
        for n in range(1, 6)
        for line in (f"Article {n}", f"Il y a un alinéa, et un autre, dans l’article {n}.")
    ]
    if name != "tables":
        assert said == said[where:][:10]
        assert sorted(part for _, text in asides(brought) for part in text.split(" / ")) == [
            "Accueil",
            "Mentions",
            "Notre site",
        ]
    assert all_words(brought) == Counter(words_of_html(SITES[name]))


def test_what_is_hidden_is_told() -> None:
    brought = read_html(b"<p>a</p><p style='display: none'>b</p><div hidden>c</div>")
    assert lines(brought) == ["a"]
    assert asides(brought) == [("hidden", "b"), ("hidden", "c")]


@pytest.mark.parametrize("name", ["1/before.md", "2/after.md", "4/after.md"])
def test_real_texts_come_in_whole(name: str) -> None:
    page = as_html(corpus(name))
    brought = read_html(f"<html><body><nav>Menu</nav><article>{page}</article></body></html>".encode())
    assert words(brought) == words_of_html(page)
    assert asides(brought) == [("header", "Menu")]


_TAGS = st.sampled_from(
    "p div b i ul ol li table tr td th h2 a span nav header form del ins blockquote pre q sup main o:p".split()
)
_BITS = st.one_of(
    st.sampled_from(["mot ", "Article 1 ", "fin. ", "&nbsp;", "20&euro; "]),
    _TAGS.map(lambda tag: f"<{tag}>"),
    _TAGS.map(lambda tag: f"</{tag}>"),
    st.sampled_from(
        [
            "<br>",
            "<p class=menu>",
            "<td colspan=3>",
            "<td rowspan=2>",
            "<!-- x -->",
            "<p hidden>",
            "<li value=4>",
        ]
    ),
)


@settings(max_examples=300)
@given(st.lists(_BITS, max_size=40).map("".join))
def test_no_word_is_lost_whatever_the_tags(page: str) -> None:
    expected = Counter(WORD.findall(re.sub(r"<[^>]*>", " ", page)))
    try:
        brought = read_html(page.encode())
    except InputError:
        assert not {"mot", "Article", "fin", "20"} & set(expected)
        return
    found = Counter(words(brought))
    for aside in brought.asides:
        for paragraph in aside.paragraphs:
            found.update(WORD.findall(paragraph.text))
    seen = "".join(word * count for word, count in sorted(found.items()))
    assert Counter(re.sub(r"[²⁰¹]", "", seen)) <= Counter("".join(expected.elements()) + "nbsp" * 99 + "«»")
    for word in ("mot", "fin"):
        assert "".join(found.elements()).count(word) == expected[word]


# What is refused


def test_mutated_pages_raise_nothing_but_our_errors() -> None:
    chance = random.Random(3)
    page = (
        "".join(SITES.values())
        + "<ul><li>a<table><tr><td rowspan=3 colspan=9>b</table><p style='color:red'>c"
    )
    for _ in range(100):
        data = bytearray(page.encode())
        for _ in range(chance.randrange(1, 40)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        del data[chance.randrange(len(data)) :]
        try:
            read_html(bytes(data))
        except StatutsError:
            continue


HOSTILE = {
    "deep": lambda: b"<div>" * 100_000 + b"mot",
    "deep inline": lambda: b"<b>" * 100_000 + b"mot",
    "deep lists": lambda: b"<ul><li>" * 120 + b"mot",
    "attributes": lambda: b"<p " + b'a="x" ' * 300_000 + b">mot",
    "one attribute": lambda: b'<p style="' + b"color:red;" * 500_000 + b'">mot',
    "class": lambda: b'<p class="' + b"nav-" * 500_000 + b'">mot',
    "angles": lambda: b"<" * 2_000_000,
    "comments": lambda: b"<!--" * 500_000,
    "meta": lambda: b"<meta " * 500_000 + b"mot",
    "links": lambda: b"<a>mot" * 60_000,
    "rows": lambda: b"<table>" + b"<tr><td colspan=100000 rowspan=100000>x" * 10_000,
    "wide": lambda: b"<table><tr>" + b"<td>x" * 40_000 + b"<tr><td>x" * 40_000,
    "breaks": lambda: b"<p>" + b"a<br>" * 100_000,
    "spaces": lambda: b"<p>" + b" \n" * 2_000_000 + b"mot",
    "entities": lambda: b"&amp;" * 500_000 + b'<!DOCTYPE x [<!ENTITY a "aaaa">]>&a;' * 1000,
    "long": lambda: b"<p>" + b"x" * 11_000_000,
    "huge": lambda: b"<p>mot" * 4_000_000,
    "article": lambda: b"<p>Article 1" * 60_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_done_with_soon(name: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_bytes(HOSTILE[name]())
    code = """
    from pathlib import Path
    from statuts.errors import StatutsError
    from statuts.importers.html import read_html
    try:
        print(len(read_html(Path(path).read_bytes(), None).blocks))
    except StatutsError as fault:
        print(fault)
    """
    said, seconds, megabytes = measured(code, path)
    assert said
    assert in_time(seconds, 1), said
    assert megabytes < 200, said

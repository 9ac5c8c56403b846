"""Odd addresses never leave the house: their words do."""

import pytest
from markdown_it import MarkdownIt

from statuts.markdown.links import allowed, without_odd_links

ODD = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example",
    "ftp://a.b",
    "java\tscript:x",
]


@pytest.mark.parametrize("href", ["https://a.example/b?c#d", "http://a.example", "mailto:a@b.example"])
def test_ordinary_addresses_stay(href: str) -> None:
    assert allowed(href)
    assert without_odd_links(f"Voir [ici]({href}) et <{href}>.") == f"Voir [ici]({href}) et <{href}>."


@pytest.mark.parametrize("href", ODD)
def test_of_an_odd_address_the_words_alone_stay(href: str) -> None:
    for text in (f"Voir [les **mots**]({href}) là.", f"Voir [les **mots**](<{href}>) là.",
                 f"Voir [les **mots**][x] là.\n\n[x]: {href}\n", f"![les mots]({href}) là"):  # fmt: skip
        made = MarkdownIt("commonmark", {"html": False}).render(without_odd_links(text))
        assert "mots" in made
        assert "href" not in made
        assert "src" not in made


def test_many_links_take_no_longer_than_the_text() -> None:
    assert without_odd_links("[a](x:y) " * 3000) == "a " * 3000

"""No text, label or title gets out of its place: the page is parsed and held against a list of what it may hold."""

import pytest
from html_page import HEAD, Masthead, Reader, page_for

TAGS = {
    "html", "head", "meta", "title", "style", "body", "a", "header", "p", "h1", "h2", "h3", "h4", "h5", "h6", "span",
    "div", "details", "summary", "ol", "ul", "li", "fieldset", "legend", "input", "label", "del", "ins", "nav", "main",
    "section", "footer", "dl", "dt", "dd", "code", "strong", "em", "br", "hr", "pre", "blockquote", "table", "thead",
    "tbody", "tr", "th", "td",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "name", "content", "http-equiv", "class", "href", "id", "type", "autocomplete", "checked", "for",
    "aria-label", "role", "tabindex", "scope", "data-sign", "data-at",
}  # fmt: skip
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

PROBES = [
    "<script>alert(1)</script>", "</style><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
    "<iframe src=javascript:alert(1)>", "<a href='javascript:alert(1)'>x</a>", "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,<script>alert(1)</script>)", "[x](vbscript:msgbox(1))",
    "![x](http://evil.example/a.png)", "![x](x\" onerror=\"alert(1))", "<http://evil.example>", "<javascript:alert(1)>",
    "[a]: javascript:alert(1)\n\n[a]", "**<b onmouseover=alert(1)>**", "`</code><script>alert(1)</script>`",
    "```html\n</pre><script>alert(1)</script>\n```", "    </pre><script>alert(1)</script>", "> </blockquote><script>x</script>",
    "| a | <script>x</script> |\n|---|---|\n| \" onload=x | </td></table><script>x</script> |", "# <script>alert(1)</script>",
    "## Article 1\"><script>alert(1)</script>", "## Article 2 {#c1}", "## Article 3 {#\"><script>x</script>}",
    "## Article 4 {onclick=alert(1)}", "- <script>x</script>\n- ' onclick='x", "1. &lt;script&gt;x", "&#60;script&#62;x",
    "{{ 7 * 7 }} {% raw %} {{ page }}", "{# x #}{{ ''.__class__ }}", "\"><script>x</script>", "' autofocus onfocus='x",
    "--><script>x</script><!--", "<!--[if IE]><script>x</script><![endif]-->", "<![CDATA[<script>x</script>]]>",
    "<base href=//evil.example>", "<meta http-equiv=refresh content='0;url=//evil.example'>", "<link rel=stylesheet href=//e>",
    "<form action=//e><input name=view>", "<style>@import url(//e)</style>", "<object data=//e>", "<math><mtext></mtext></math>",
    "</main></body><script>x</script>", "\u202e<script>x</script>", "<scr\x00ipt>x</scr\x00ipt>", "\ufeff<script>x</script>",
    "<script\x0b>x</script>", "＜script＞x", "---\ntitle: </title><script>x</script>\n---\n\nx", "<details open ontoggle=x>",
    "<template><script>x</script></template>", "<noscript><p title=\"</noscript><img src=x onerror=x>\">", "*a*<x y=\"*\">",
]  # fmt: skip


def check(page: str) -> Reader:
    read = Reader(page)
    for element in read.elements:
        assert element.tag in TAGS, element
        assert set(element.attributes) <= ATTRIBUTES, element
        assert element.attributes.get("href", "#").startswith("#"), element
    assert sum(e.tag == "style" for e in read.elements) == 1
    policies = [e.attributes["content"] for e in read.elements if "http-equiv" in e.attributes]
    assert policies == [POLICY]
    assert len(read.ids()) == len(set(read.ids()))
    return read


@pytest.mark.parametrize("probe", PROBES)
def test_a_text_cannot_add_an_element_an_attribute_or_a_link_to_elsewhere(probe: str) -> None:
    around = f"# Article 1\n\nAvant.\n\n{probe}\n\nAprès {probe} ici.\n"
    plain = "# Article 1\n\nAvant.\n\nRien.\n\nAprès lui ici.\n"
    check(page_for(around, plain))
    check(page_for(plain, around))
    check(page_for(around, around + probe))


@pytest.mark.parametrize("probe", PROBES)
def test_nor_can_a_title_a_name_or_a_fact(probe: str) -> None:
    head = Masthead("fr", probe, probe, probe, probe, probe, (probe,), probe, (probe,))
    check(page_for("Un.", "Deux.", head=head))


def test_characters_that_hide_or_turn_the_text_are_shown_by_name() -> None:
    page = page_for("Montant : 100 euros", "Montant : \u202e100\u202c eu\u200bros", head=HEAD)
    assert "U+202E RIGHT-TO-LEFT OVERRIDE" in page
    assert "U+200B ZERO WIDTH SPACE" in page
    assert "\u202e" not in page


def test_the_words_of_every_probe_are_still_there_to_be_read() -> None:
    page = page_for("Un.", "<script>alert(1)</script> <b>gras</b>")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page

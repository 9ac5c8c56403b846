"""Nothing that the archive holds gets out of its place on any page: 200 probes in every field, in every page."""

import json
import re
from pathlib import Path

import lxml.etree
import pytest
from html_page import Reader
from make_archive import article, write_version
from test_html_safety import PROBES as KNOWN

from statuts.cli import run

TAGS = {
    "html", "head", "meta", "title", "link", "script", "body", "a", "header", "p", "h1", "h2", "h3", "h4", "h5", "h6", "span",
    "div", "details", "summary", "ol", "ul", "li", "fieldset", "legend", "input", "label", "del", "ins", "nav", "main",
    "section", "footer", "dl", "dt", "dd", "code", "strong", "em", "br", "hr", "pre", "blockquote", "table", "thead",
    "tbody", "tr", "th", "td", "button", "select", "option", "svg", "rect", "path",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "name", "content", "http-equiv", "class", "href", "rel", "type", "title", "src", "defer", "id",
    "autocomplete", "checked", "disabled", "for", "aria-label", "aria-current", "aria-hidden", "aria-keyshortcuts", "role",
    "tabindex", "scope", "data-sign", "data-at", "data-before", "data-one", "data-many", "data-none", "hidden", "value",
    "spellcheck", "reversed", "viewbox", "width", "height", "d",
}  # fmt: skip
SCRIPTS = {"reading.js", "search.js", "search-index.js"}

_EVENTS = "onerror onload onclick onfocus onmouseover ontoggle onbegin onanimationstart onpointerdown oninput".split()
_SCHEMES = ("javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>x</script>",
            "vbscript:x", "//evil.example/x", "https://evil.example/x", "file:///etc/passwd")  # fmt: skip
_TAGS = (
    "script",
    "img",
    "svg",
    "iframe",
    "object",
    "embed",
    "form",
    "video",
    "audio",
    "math",
    "style",
    "base",
    "link",
    "meta",
)
PROBES = [
    *KNOWN,
    *(f'"><{tag} src=x {event}=alert(1)>' for tag, event in zip(_TAGS, _EVENTS * 2, strict=False)),
    *(f"' {event}='alert(1)" for event in _EVENTS),
    *(f'" {event}="alert(1)' for event in _EVENTS),
    *(f"[mot]({scheme})" for scheme in _SCHEMES),
    *(f"![mot]({scheme})" for scheme in _SCHEMES),
    *(f"<{scheme}>" for scheme in _SCHEMES),
    *(f'<a href="{scheme}">mot</a>' for scheme in _SCHEMES),
    *(f"</{tag}><script>alert(1)</script>" for tag in ("title", "h1", "a", "p", "li", "td", "option", "select", "summary", "main", "svg", "feed", "entry")),
    *(f"{{{{ {word} }}}}" for word in ("7*7", "self", "config", "frame.url", "lipsum()", "cycler", "''.__class__.__mro__", "root")),
    *(f"{{% {word} %}}" for word in ("include 'site_look.html'", "for x in (1,)", "raw", "endblock", "extends 'x'", "set title = 1")),
    "]]><script>alert(1)</script>", "<![CDATA[x]]>", "<?xml version='1.0'?>", "<!DOCTYPE x [<!ENTITY e 'x'>]>&e;", "&e;", "&#x3c;script&#x3e;",
    "</script><script>alert(1)</script>", "\\u003c/script\\u003e", "';alert(1)//", "\\';alert(1)//", "`${alert(1)}`", "\u2028alert(1)\u2029",
    "../../etc/passwd", "..\\..\\x", "%2e%2e%2f", "#c1", "?x=1", "c1", "text", "v-both", "\ufdd0n9\ufdd1", "\ufdd0b1\ufdd1", "\ufdd0x", "\ufdd1",
    "<passage n=\"0\"></passage>", "<span class=\"pager\" data-at=\"x\"></span>", "<a class=\"before\" href=\"#\"></a>",
    "\x7f\x85<script>", "é̀<script>x</script>", "𝓼<script>", "<ſcript>alert(1)</ſcript>", "<K>x</K>", "#", "$&", "\\1", "\\g<0>", "%s", "{0}", "{count}", "%(title)s",
    *(f"<{tag}>" for tag in ("plaintext", "xmp", "textarea", "noembed", "template", "slot", "frameset", "marquee", "portal")),
    *(f"&{name};<b>" for name in ("lt", "gt", "quot", "apos", "colon", "Tab", "NewLine")),
]  # fmt: skip


def toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def probed(root: Path, probes: list[str], everywhere: str) -> Path:
    """An archive whose articles, titles, resolutions and proposals are the probes, each on its own, and whose
    names, labels and facts are all of them at once.
    """
    archive = root / "versions"
    archive.mkdir(parents=True)
    (archive / "archive.toml").write_text(
        f"format = 1\n[association]\nname = {toml(everywhere)}\nsigle = {toml(everywhere)}\nrna = {toml(everywhere)}\n"
        f"[association.seat]\naddress = {toml(everywhere)}\ntown = {toml(everywhere)}\n"
        f"[texts.statuts]\ntitle = {toml(everywhere)}\n",
        encoding="utf-8",
    )
    resolutions = "".join(
        f'[[decision.resolutions]]\nsubject = {toml(p)}\nresult = "adopted"\n' for p in probes if p.strip()
    )
    follows, names = "", ("2020-01-01", "2021-01-01", "2022-01-01")
    for k, name in enumerate(names):
        made = [
            article(
                f"a{n}",
                f"## Article {n} – {' '.join(p.split())}\n\nAvant {p} après{k if n % 7 == k else ''}.\n\n- {p}\n",
            )
            for n, p in enumerate(probes)
        ]
        write_version(
            archive, "statuts", name, made,
            f"label = {toml(everywhere + name)}\nkind = \"adoption\"\nadopted = {name}\nnote = {toml(everywhere)}\n"
            f"validity = {toml(everywhere)}\n[decision]\nbody = {toml(everywhere)}\ndate = {name}\nplace = {toml(everywhere)}\n"
            f"hour = {toml(everywhere)}\nnote = {toml(everywhere)}\n[decision.quorum]\nsaid = {toml(everywhere)}\n{resolutions}",
            follows,
        )  # fmt: skip
        follows = name
    for k, stage in enumerate(("proposed", "withdrawn", "refused", "draft")):
        folder = archive / "statuts" / "proposals" / f"p{k}"
        folder.mkdir(parents=True)
        from hashlib import sha256

        manifest = sha256((archive / "statuts" / names[-1] / "version.toml").read_bytes()).hexdigest()
        (folder / "proposal.toml").write_text(
            f'format = 1\ntitle = {toml(everywhere)}\nauthor = {toml(everywhere)}\nstatus = "{stage}"\n'
            f"summary = [{toml(everywhere)}, {toml(everywhere)}]\n[base]\nversion = \"{names[-1]}\"\nsha256 = \"{manifest}\"\n"
            f"[decision]\nbody = {toml(everywhere)}\ndate = 2027-01-01\nplace = {toml(everywhere)}\nhour = {toml(everywhere)}\n",
            encoding="utf-8",
        )  # fmt: skip
        for n, p in list(enumerate(probes))[k::4]:
            text = f"## Article {n} – {' '.join(p.split())}\n\nAutre {p} mot.\n\n- {p}\n"
            (folder / f"a{n}.md").write_bytes(text.encode())
        (folder / "rationale.md").write_bytes("\n\n".join(probes).encode())
    return archive


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("probed")
    everywhere = " ".join(" ".join(PROBES).split())
    archive = probed(root, PROBES, "".join(c for c in everywhere if c.isprintable()))
    words = ["--drafts", "--no-papers", "--archive", str(archive)]
    assert run(["publish", "-o", str(root / "site"), *words]) == 0
    return root / "site"


def test_there_are_two_hundred_probes() -> None:
    assert len(set(PROBES)) >= 200


def test_no_probe_adds_an_element_an_attribute_or_a_link_to_elsewhere_in_any_page(site: Path) -> None:
    found = sorted(site.rglob("*.html"))
    assert len(found) > 200
    for file in found:
        held(file.read_text(encoding="utf-8"), file.relative_to(site).as_posix())


def held(page: str, place: str) -> None:
    """Hold a page against the list of what it may hold."""
    reader = Reader(page)
    for element in reader.elements:
        assert element.tag in TAGS, (place, element)
        assert set(element.attributes) <= ATTRIBUTES, (place, element.tag, element.attributes)
        for name in ("href", "src"):
            link = element.attributes.get(name, "#")
            assert re.fullmatch(r"(\.\./)*[a-z0-9/.-]*(#[a-z0-9-]*)?", link), (place, link)
        if element.tag == "script":
            assert element.attributes["src"].rpartition("/")[2] in SCRIPTS
            assert not element.text
    assert len(reader.ids()) == len(set(reader.ids())), place
    assert len([e for e in reader.elements if "http-equiv" in e.attributes]) == 1


@pytest.mark.parametrize(
    "hole", ["{{ title | safe }}", "{{ frame.association | safe }}", "{{ label | safe }}"]
)
def test_a_page_that_does_not_escape_would_be_found_out(hole: str, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    parent = '{% extends "site_layout.html" %}{% block main %}<p>' + hole + "</p>{% endblock %}"
    (own / "site_version.html").write_text(parent, encoding="utf-8")
    archive = probed(tmp_path, ["<script>alert(1)</script>"], "<img src=x onerror=alert(1)>")
    words = ["--no-papers", "--templates", str(own), "--archive", str(archive)]
    assert run(["publish", "-o", str(tmp_path / "site"), *words]) == 0
    page = (tmp_path / "site" / "statuts" / "version-2020-01-01.html").read_text(encoding="utf-8")
    with pytest.raises(AssertionError):
        held(page, "version")


def test_the_words_of_every_probe_are_still_there_to_be_read(site: Path) -> None:
    reader = Reader((site / "statuts" / "index.html").read_text(encoding="utf-8"))
    said = "".join("".join(text for _, text in reader.texts).split())
    for words in ("<script>alert(1)</script>", "{{7*7}}", "onpointerdown", "evil.example", "\ufdd0n9\ufdd1"):
        assert "".join(words.split()) in said, words


def test_the_feed_and_the_search_hold_words_and_nothing_else(site: Path) -> None:
    feed = lxml.etree.parse(site / "feed.xml", lxml.etree.XMLParser(resolve_entities=False)).getroot()
    known = {"feed", "title", "id", "updated", "author", "name", "link", "entry", "summary"}
    assert {lxml.etree.QName(element).localname for element in feed.iter()} <= known
    index = (site / "search-index.js").read_text(encoding="utf-8")
    assert not re.search("[<>&\u2028\u2029]", index)
    data = json.loads(index.removeprefix("var statutsIndex=").rstrip().rstrip(";"))
    assert len(data) >= len(PROBES)
    sheet = (site / "look.css").read_text(encoding="utf-8")
    assert "<" not in sheet.replace("<!", "")
    for words in re.findall(r'content:"([^"]*)"', sheet):
        assert re.fullmatch(r"[\w .,:()’–·⟨⟩⋯↑↓←→☐☑✓-]*", words), words
    assert sheet.count("{") == sheet.count("}")

"""The drafting page under attack: other sites, other names, hostile words and paths, too much of anything."""

import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from serving import HOST, ORIGIN, PLACE, archive_in, client_of, form, get, post, served, tree
from test_html_safety import PROBES as TEXT_PROBES

from statuts.i18n import current_language, set_language
from statuts.web.kit import SUFFIXES
from statuts.web.security import HEADERS

ARTICLE = f"{PLACE}/articles/objet"
PAGES = [
    "/", PLACE, f"{PLACE}/lecture", ARTICLE, f"{ARTICLE}?reprendre", f"{PLACE}/adopter", f"{PLACE}/seance", f"{PLACE}/ecran",
    f"{PLACE}/ecran/etat", "/textes/statuts/1998-03-14", "/nulle-part", "/look.css", "/desk.js",
]  # fmt: skip


@pytest.fixture(autouse=True)
def spoken() -> Iterator[None]:
    before = current_language()
    yield
    set_language(before)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive_in(tmp_path_factory.mktemp("serve"))


@pytest.fixture(scope="module")
def client(root: Path) -> Any:
    return client_of(root)


def rules(client: Any) -> Iterator[tuple[str, str]]:
    """Every route with its methods, its places filled with names that are there."""
    filled = {"text": "statuts", "name": "age-2026", "article": "objet", "kind": "clean", "suffix": "txt"}
    for rule in client.application.url_map.iter_rules():
        path = rule.rule
        for place, value in filled.items():
            path = path.replace(f"<{place}>", value)
        if path.startswith("/textes"):
            path = path.replace("age-2026", "1998-03-14").replace("clean", "consolidated")
        assert "<" not in path, rule
        for method in rule.methods - {"OPTIONS"}:
            yield method, path


# ---- who may ask

HOSTS = [
    ("127.0.0.1:8901", True), ("127.0.0.1", False), ("127.0.0.1:80", False), ("localhost:8901", False),
    ("evil.example", False), ("evil.example:8901", False), ("127.0.0.1:8901.evil.example", False), ("", False),
    ("127.0.0.1:8901@evil.example", False), ("[::1]:8901", False), ("127.1:8901", False), ("0x7f000001:8901", False),
]  # fmt: skip


@pytest.mark.parametrize(("host", "enters"), HOSTS)
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH"])
def test_only_the_names_of_the_page_itself_are_answered(
    client: Any, host: str, enters: bool, method: str
) -> None:
    answer = client.open("/", method=method, headers={"Host": host, "Origin": f"http://{host}"})
    assert (answer.status_code == 421) != enters
    if not enters:
        assert "Amis du Four" not in answer.text, "a stranger is told nothing of the archive"
        assert "age-2026" not in answer.text


OWN = f"http://{HOST}"
PROOFS: list[tuple[dict[str, str], bool]] = [
    ({}, False),
    ({"Origin": OWN}, True),
    ({"Sec-Fetch-Site": "same-origin"}, True),
    ({"Origin": OWN, "Sec-Fetch-Site": "same-origin"}, True),
    ({"Origin": "null"}, False),
    ({"Origin": "http://evil.example"}, False),
    ({"Origin": "http://127.0.0.1:9999"}, False),
    ({"Origin": f"https://{HOST}"}, False),
    ({"Origin": OWN, "Sec-Fetch-Site": "cross-site"}, False),
    ({"Origin": "http://evil.example", "Sec-Fetch-Site": "same-origin"}, False),
    ({"Sec-Fetch-Site": "same-site"}, False),
    ({"Sec-Fetch-Site": "none"}, False),
]


@pytest.mark.parametrize(("proof", "enters"), PROOFS)
def test_nothing_changes_without_proof_that_the_request_comes_from_a_page_of_ours(
    client: Any, root: Path, proof: dict[str, str], enters: bool
) -> None:
    before = tree(root)
    for method, path in rules(client):
        if method in ("GET", "HEAD"):
            continue
        answer = client.open(path, method=method, headers={"Host": HOST, **proof}, data={"text": "x"})
        assert (answer.status_code != 403) == enters, (method, path)
        if not enters:
            assert tree(root) == before
    for method in ("PUT", "DELETE", "PATCH", "TRACE"):
        assert client.open("/", method=method, headers={"Host": HOST, **proof}).status_code == (
            405 if enters else 403
        )


def test_every_answer_of_every_route_carries_every_header(client: Any) -> None:
    seen = 0
    for method, path in rules(client):
        for headers in ({"Host": HOST, **ORIGIN}, {"Host": HOST}, {"Host": "evil.example"}):
            answer = client.open(path, method=method, headers=headers)
            seen += 1
            for name, value in HEADERS.items():
                assert answer.headers.get(name) == value, (method, path, name)
    assert seen > 80
    assert "unsafe" not in HEADERS["Content-Security-Policy"]


def test_reading_never_changes_anything(client: Any, root: Path) -> None:
    before = tree(root)
    for method, path in rules(client):
        if method not in ("GET", "HEAD"):
            continue
        for query in ("", "?acte=abroger&article=objet", "?reprendre", "?adopte", "?text=x&article=siege"):
            assert client.open(path + query, method=method, headers={"Host": HOST}).status_code < 500
    for path in PAGES:
        for method in ("GET", "HEAD", "OPTIONS"):
            client.open(path, method=method, headers={"Host": HOST})
    assert tree(root) == before


# ---- hostile words

_WORDS = [
    "<script>alert(1)</script>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
    "</textarea><script>alert(1)</script>", "</title><script>x</script>", "</pre><iframe src=//e>", "</option></select><b>",
    "javascript:alert(1)", "\" onfocus=alert(1) autofocus x=\"", "{{ 7*7 }}", "{% for x in [] %}", "{{ config }}",
    "</script><script>x</script>", "<a href=javascript:x>y</a>", "<meta http-equiv=refresh content=0>", "<base href=//e>",
    "&lt;script&gt;x", "\u202e<b>x", "<form action=//e>", "<template><img src=x onerror=x></template>", "<!--", "-->", "]]>",
]  # fmt: skip
_ROUND = [
    f"{before}{word}{after}"
    for word in _WORDS
    for before, after in (("", ""), ("x", "'"), ('"', "\\"), ("=", ">"), ("\t", "`"), ("&", ";"))
]
PROBES = [
    *_ROUND,
    *TEXT_PROBES,
    *(f"<{tag} onclick=x>" for tag in "a b i p div img svg math video audio".split()),
]

TAGS = set(
    "html head meta title link script body a header p h1 h2 h3 h4 h5 h6 span div details summary ol ul li fieldset legend"
    " input label del ins nav main section footer dl dt dd code strong em br hr pre blockquote table thead tbody tr th td"
    " form textarea select option button template noscript".split()
)
VOID = {"meta", "link", "input", "br", "hr"}


class Held(HTMLParser):
    """Fails for any element, attribute or address that no template of ours writes."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.scripts = 0
        self.ids: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == [], "every tag is closed by its own"
        assert len(self.ids) == len(set(self.ids)), "an id names one element"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        given = dict(attrs)
        assert len(given) == len(attrs)
        if "id" in given:
            self.ids.append(str(given["id"]))
        for name, value in given.items():
            assert not name.startswith("on"), (tag, name)
            assert name != "style", tag
            if name in ("href", "action", "formaction"):
                assert str(value).startswith(("/", "#", "data:,")), value
                assert not str(value).startswith("//")
        if tag == "script":
            self.scripts += 1
            assert given in ({"src": src, "defer": None} for src in ("/desk.js", "/reading.js"))
        if tag == "meta" and "http-equiv" in given:
            assert given == {"http-equiv": "refresh", "content": "3"}
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def held(client: Any, path: str) -> None:
    answer = get(client, path)
    if answer.content_type.startswith("application/json"):
        Held(answer.json.get("html", ""))
    elif answer.content_type.startswith("text/html"):
        assert Held(answer.text).scripts == (2 if path.endswith("lecture") else 1)


def test_there_are_two_hundred_probes() -> None:
    assert len(set(PROBES)) >= 200


@pytest.mark.parametrize(
    "page", ["<p><script>x</script></p>", "<p onclick=x></p>", "<p>", "<a href=//e></a>", "<img>"]
)
def test_the_reader_of_pages_would_notice(page: str) -> None:
    with pytest.raises((AssertionError, IndexError)):
        Held(page)


def test_no_word_in_any_field_becomes_markup_on_any_page(tmp_path: Path) -> None:
    root = archive_in(tmp_path)
    client = client_of(root)
    size = 12
    for at in range(0, len(PROBES), size):
        probes = PROBES[at : at + size]
        line, lines = " ".join(" ".join(probes).split()), "\n\n".join(probes)
        facts = form(get(client, PLACE).text, f"{PLACE}/faits")
        told = dict.fromkeys(("title", "author", "body", "hour", "place"), line)
        answer = post(client, f"{PLACE}/faits", {**facts, **told, "summary": line, "rationale": lines})
        assert answer.status_code == 303, answer.text
        fields = form(get(client, ARTICLE).text, ARTICLE)
        text = f"## Article 1 – Objet {probes[0]}\n\n{lines}\n"
        assert post(client, ARTICLE, {**fields, "text": text}).status_code == 303
        draft = {"text": lines, "rationale": lines, "base": line, "article": "objet", "author": line}
        assert post(client, f"{ARTICLE}/brouillon", draft).json == {"kept": True}
        assert post(client, f"{PLACE}/seance/brouillon", draft).json == {"kept": True}
        for path in PAGES:
            held(client, path)
        conflict = post(client, ARTICLE, {**fields, "text": lines, "rationale": lines})
        assert conflict.status_code == 409
        assert Held(conflict.text).scripts == 1
        Held(post(client, f"{ARTICLE}/apercu", {"text": lines}).json["redline"])
        Held(post(client, f"{PLACE}/seance/apercu", {"text": lines, "article": "objet"}).json["redline"])
        decision = {"body": line, "hour": line, "place": line, "day": "2026-12-12", "quorum": line}
        Held(post(client, f"{PLACE}/adopter", decision).text)
        Held(post(client, f"{PLACE}/adopter", {**decision, "day": line, "pour": line}).text)
    page = get(client, ARTICLE).text
    assert form(page, ARTICLE)["text"].strip("\n") == text.strip("\n"), (
        "what was typed is still what is there"
    )


def test_a_title_of_an_inserted_article_is_only_a_title(tmp_path: Path) -> None:
    client = client_of(archive_in(tmp_path))
    for probe in PROBES[::8]:
        base = form(get(client, PLACE).text, f"{PLACE}/articles")["base"]
        told = {"base": base, "acte": "inserer", "after": "objet", "title": probe}
        answer = post(client, f"{PLACE}/articles", told)
        assert answer.status_code in (303, 400)
        if answer.status_code == 303:
            held(client, answer.location)
    held(client, PLACE)


# ---- hostile paths, and too much

PATHS = [
    "..", "../..", "%2e%2e", "..%2f..%2fetc%2fpasswd", "%2e%2e%2farchive", "proposals", ".drafts", ".lock", "con", "aux",
    "age-2026%00", "age-2026/", "AGE-2026", "age-2026.", "C:%5Cwindows", "age-2026%0a", "~", "%", "%ff", "a" * 300, "{{7*7}}",
    "archive.toml", "desk.html", "../templates/desk.html", "age_2026", "é", "statuts:age-2026", "*", "?", "'", "%27%20or%201",
]  # fmt: skip


@pytest.mark.parametrize("name", PATHS)
def test_a_name_that_the_archive_does_not_list_leads_nowhere(client: Any, root: Path, name: str) -> None:
    before = tree(root.parent)
    for path in (
        f"/propositions/{name}/age-2026", f"/propositions/statuts/{name}", f"{PLACE}/articles/{name}",
        f"/textes/statuts/{name}", f"/textes/{name}/1998-03-14", f"{PLACE}/papiers/{name}.pdf", f"{PLACE}/papiers/clean.{name}",
    ):  # fmt: skip
        if name in ("age-2026/", "?") and path.endswith((name, "age-2026")):
            continue
        answer = get(client, path)
        assert answer.status_code in (301, 308, 404), path
        assert "passwd" not in answer.text.replace(name, "")
        assert "root:" not in answer.text
    for path in (f"/propositions/statuts/{name}/etape", f"{PLACE}/articles/{name}/brouillon"):
        assert post(client, path, {"etape": "retrait", "text": "x"}).status_code in (301, 308, 400, 404, 405)
    assert post(client, f"{PLACE}/seance/brouillon", {"article": name, "text": "x"}).status_code in (400, 404)
    assert tree(root.parent) == before


def test_every_format_offered_is_one_that_exists(client: Any) -> None:
    page = get(client, PLACE).text
    assert all(f".{suffix}" in page for suffix in SUFFIXES)


def test_what_is_too_large_is_refused_politely_and_nothing_is_kept(client: Any, root: Path) -> None:
    before = tree(root)
    for path in (ARTICLE, f"{ARTICLE}/apercu", f"{ARTICLE}/brouillon", f"{PLACE}/faits"):
        answer = post(client, path, {"text": "x" * 1_100_000})
        assert answer.status_code == 413
        assert "mégaoctet" in answer.text
    assert tree(root) == before


def test_a_symbolic_link_in_the_place_of_the_drafts_is_not_followed(tmp_path: Path) -> None:
    root = archive_in(tmp_path)
    outside = tmp_path / "dehors"
    outside.mkdir()
    (root / ".drafts").symlink_to(outside)
    answer = post(client_of(root), f"{ARTICLE}/brouillon", {"text": "x", "base": ""})
    assert answer.status_code == 409
    assert list(outside.iterdir()) == []


def test_a_fault_of_the_program_is_one_polite_page(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client = client_of(root)

    def fail(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("statuts.web.pages.counted", fail)
    answer = get(client, PLACE)
    assert answer.status_code == 500
    assert "secret detail" not in answer.text
    assert "Traceback" not in answer.text
    assert "Content-Security-Policy" in answer.headers


# ---- the shared mode


def test_in_the_shared_mode_nothing_is_told_without_the_passphrase(root: Path) -> None:
    client = client_of(root, "sésame ouvre-toi")
    for method, path in rules(client):
        if path in ("/entrer", "/look.css", "/desk.js", "/reading.js"):
            continue
        answer = client.open(path, method=method, headers={"Host": HOST, **ORIGIN})
        assert (answer.status_code, answer.location) == (303, "/entrer"), path
        assert "Amis du Four" not in answer.text
    assert post(client, "/entrer", {"passphrase": "sésame"}).status_code == 403
    answer = post(client, "/entrer", {"passphrase": "sésame ouvre-toi"})
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    page = get(client, "/")
    assert page.status_code == 200
    assert "rien n’est chiffré" in page.text


def test_guessing_is_slowed_down(root: Path) -> None:
    client = client_of(root, "sésame ouvre-toi")
    codes = [post(client, "/entrer", {"passphrase": f"essai {n}"}).status_code for n in range(8)]
    assert codes == [403] * 5 + [429] * 3
    assert post(client, "/entrer", {"passphrase": "sésame ouvre-toi"}).status_code == 429


@pytest.mark.parametrize("token", ["", "x", "é", "x" * 4_000])
def test_a_made_up_cookie_opens_nothing(root: Path, token: str) -> None:
    client = client_of(root, "sésame ouvre-toi")
    client.set_cookie("statuts", token, domain="127.0.0.1")
    assert client.get("/", base_url=f"http://{HOST}").status_code == 303


def test_the_verb_itself_asks_for_the_passphrase_of_a_file_and_says_what_it_does_not_protect(
    root: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "phrase.txt"
    secret.write_text("sésame ouvre-toi\n", encoding="utf-8")
    with served(root, "--host", "0.0.0.0", "--passphrase-file", str(secret)) as (address, process):  # noqa: S104
        with urllib.request.urlopen(address + "/", timeout=5) as answer:  # noqa: S310
            assert answer.url.endswith("/entrer")
            assert "Amis du Four" not in answer.read().decode()
        strange = urllib.request.Request(address + "/", headers={"Host": "evil.example"})  # noqa: S310
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(strange, timeout=5)  # noqa: S310
        assert refused.value.code == 421
        refused.value.close()
        process.terminate()
        assert "rien n’est chiffré" in (process.stderr.read() if process.stderr else "")


def test_a_short_passphrase_is_refused(root: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    from statuts.cli import run

    secret = tmp_path / "phrase.txt"
    secret.write_text("1234\n", encoding="utf-8")
    words = ["--host", "0.0.0.0", "--passphrase-file", str(secret), "--archive", str(root)]  # noqa: S104
    assert run(["--lang", "fr", "serve", *words]) == 2
    assert "trop courte" in capfd.readouterr().err


def test_what_no_page_ever_sees_is_answered_with_the_same_headers(tmp_path: Path) -> None:
    with served(archive_in(tmp_path)) as (address, _process):
        place = urlsplit(address)
        for sent in (b"nonsense\r\n\r\n", b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n"):
            with socket.create_connection((place.hostname, place.port), 5) as line:
                line.sendall(sent)
                answer = line.makefile("rb").read().decode("latin-1")
            assert answer.startswith("HTTP/1."), sent
            assert int(answer.split()[1]) in (400, 413), answer
            assert all(f"{name}: {value}" in answer for name, value in HEADERS.items()), answer

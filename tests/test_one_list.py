"""One list of changes: the same numbers and the same words on the page, in the PDF, in Word, in OpenDocument and in text."""

import io
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pikepdf
import pytest
from lxml import etree
from pypdf import PdfReader

from statuts.cli import run
from statuts.diff.compare import compare
from statuts.markdown.read import read
from statuts.render.changes import changes_of, shortened
from statuts.render.filtering import DEFAULT
from statuts.render.json import from_json

ROOT = Path(__file__).parent.parent
EXAMPLE = str(ROOT / "tests" / "example" / "versions")
REAL = str(ROOT / "versions")
PAIRS = [
    ("anterieure", "2021-06-21", REAL),
    ("2017-11-25", "2024-06-15", EXAMPLE),
    ("1998-03-14", "2009-05-16", EXAMPLE),
]
Row = tuple[str, str, str, str]
Capture = pytest.CaptureFixture[str]


@pytest.fixture(params=PAIRS, ids=lambda pair: pair[1])
def texts(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[str, str]:
    """Two versions of an archive, which is named for all commands."""
    old, new, archive = request.param
    monkeypatch.setenv("STATUTS_ARCHIVE", archive)
    monkeypatch.setenv("STATUTS_LANG", "fr")
    monkeypatch.chdir(tmp_path)
    return old, new


def wanted(texts: tuple[str, str], capsys: Capture) -> list[Row]:
    """The list as the redline has it."""
    sources = []
    for name in texts:
        capsys.readouterr()
        assert run(["show", name]) == 0
        sources.append(read(capsys.readouterr().out))
    rows = []
    for change in changes_of(compare(*sources).articles, DEFAULT):
        old, new = shortened(change.old), shortened(change.new)
        rows.append((f"C{change.number}", change.article, "" if change.moved else old,
                     f"déplacé : {new or old}" if change.moved else new))  # fmt: skip
    return [tuple(map(plain, row)) for row in rows]  # type: ignore[misc]


def plain(text: str) -> str:
    """The words, whatever the format does with spaces, quotation signs and hyphenation."""
    return re.sub(r"[\s\u00a0\u202f\u00ad*\\–-]+", "", text)


def written(texts: tuple[str, str], suffix: str) -> bytes:
    assert run(["document", "redline", *texts, "-o", f"r{suffix}"]) == 0
    return Path(f"r{suffix}").read_bytes()


def test_the_list_in_markdown(texts: tuple[str, str], capsys: Capture) -> None:
    text = written(texts, ".md").decode()
    lines = text[text.index("## Liste des modifications") :].splitlines()
    rows = [line for line in lines if line.startswith("| C")]
    assert [cells(row) for row in rows] == wanted(texts, capsys)


def cells(row: str) -> tuple[str, ...]:
    return tuple(plain(cell) for cell in re.split(r"(?<!\\)\|", row)[1:-1])


def test_the_list_in_plain_text(texts: tuple[str, str], capsys: Capture) -> None:
    text = written(texts, ".txt").decode()
    part = text[text.index("Liste des modifications") :]
    found = re.findall(
        r"N°\u00a0: (C\d+)\nOù\u00a0: (.*?)\nSupprimé\u00a0: (.*?)\nAjouté\u00a0: (.*?)(?:\n\n|\Z)",
        part,
        re.S,
    )
    assert [tuple(map(plain, row)) for row in found] == wanted(texts, capsys)


def test_the_list_in_word(texts: tuple[str, str], capsys: Capture) -> None:
    package = zipfile.ZipFile(io.BytesIO(written(texts, ".docx")))
    root = etree.fromstring(package.read("word/document.xml"))
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    (*_, table) = root.iter(f"{w}tbl")
    rows = [tuple(plain("".join(c.itertext())) for c in row.iter(f"{w}tc")) for row in table.iter(f"{w}tr")]
    assert rows[1:] == wanted(texts, capsys)
    names = {mark.get(f"{w}name") for mark in root.iter(f"{w}bookmarkStart")}
    assert {row[0] for row in wanted(texts, capsys)} <= names


def test_the_list_in_opendocument(texts: tuple[str, str], capsys: Capture) -> None:
    package = zipfile.ZipFile(io.BytesIO(written(texts, ".odt")))
    root = etree.fromstring(package.read("content.xml"))
    table = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    last = [one for one in root.iter(f"{table}table") if "C1" in "".join(one.itertext())][-1]
    rows = [tuple(plain("".join(c.itertext())) for c in row.iter(f"{table}table-cell"))
            for row in last.iter(f"{table}table-row")]  # fmt: skip
    assert rows[1:] == wanted(texts, capsys)
    marks = {*root.iter(f"{text}bookmark"), *root.iter(f"{text}bookmark-start")}
    assert {row[0] for row in wanted(texts, capsys)} <= {mark.get(f"{text}name") for mark in marks}


def test_the_list_in_pdf_as_printed_and_as_data(texts: tuple[str, str], capsys: Capture) -> None:
    data = written(texts, ".pdf")
    raw = "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    printed = plain(raw)
    at = printed.index(plain("Liste des modifications"))
    beside = set[int]()
    for first, last in re.findall(r"C(\d+)(?:\s*[–-]\s*C(\d+))?", raw[: raw.index("Liste des")]):
        beside |= set(range(int(first), int(last or first) + 1))
    for number, _, old, new in wanted(texts, capsys):
        assert int(number[1:]) in beside, "the number stands beside the change too"
        place = printed.find(number, at)
        assert place > 0, number
        for words in (old, new):
            assert set(words) <= set(printed[place:]), number
    with pikepdf.open(io.BytesIO(data)) as pdf:
        carried = pdf.attachments["modifications.json"].get_file().read_bytes()
    again = changes_of(from_json(carried.decode()).articles, DEFAULT)
    assert [f"C{change.number}" for change in again] == [row[0] for row in wanted(texts, capsys)]


class Changes(HTMLParser):
    """The words of each change on a page, by the id that links to it lead to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, dict[str, str]] = {}
        self._open: list[tuple[str, str, bool]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in ("br", "meta", "input", "hr"):
            return
        hidden = "hidden" in (values.get("class") or "") or "pager" in (values.get("class") or "")
        self._open.append((tag, values.get("id") or "", hidden))
        name = values.get("id") or ""
        if re.fullmatch(r"c\d+", name):
            self.found.setdefault(name, {"del": "", "ins": ""})

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        names = [name for _, name, _ in self._open if name in self.found]
        marks = [tag for tag, _, _ in self._open if tag in ("del", "ins")]
        if names and marks and not any(hidden for *_, hidden in self._open):
            self.found[names[-1]][marks[-1]] += data


def test_the_changes_on_the_page(texts: tuple[str, str], capsys: Capture) -> None:
    found = Changes(written(texts, ".html").decode()).found
    rows = wanted(texts, capsys)
    assert {f"c{row[0][1:]}" for row in rows} == set(found)
    exact = 0
    for number, _, old, new in rows:
        words = found[f"c{number[1:]}"]
        if "[…]" not in old + new and not new.startswith("déplacé"):
            exact += (plain(words["del"]), plain(words["ins"])) == (old, new)
    assert exact >= len(rows) // 2, "words coalesced in several places have one id, at the first"

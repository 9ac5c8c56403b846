"""What an OpenDocument paper promises; LibreOffice is the judge of its tracked changes."""

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from random import Random
from time import process_time
from xml.etree import ElementTree

import pytest
from budget import LONG, in_time, turns
from depending import ROWS, UNDERLINED
from libreoffice import ACCEPT, AS_IT_IS, REJECT, LibreOffice, Seen
from revisions import BASES, revised
from sheets import VOICE, plain, redline, sheet_of
from test_diff_cases import CASES, parts_of

from statuts.model.sheet import (
    Box,
    Cell,
    Element,
    Fact,
    Facts,
    Grid,
    GridRole,
    Heading,
    Image,
    Listing,
    PageBreak,
    Paragraph,
    Role,
    Ruler,
    Run,
    Sheet,
)
from statuts.render.odt.write import write_odt

ROOT = Path(__file__).parent.parent
ARTICLE = [ROOT / "versions" / "statuts" / version / "objet.md" for version in ("anterieure", "2021-06-21")]
CORPUS = ROOT.parent / "shared" / "reference" / "corpus" / "zeste-de-savoir"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_AT_ONCE = 25  # pairs that LibreOffice is given at once: it is waited for, but not for ever
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00\x00"
    b"\x00\nIDATx\x9cc\x00\x01\x00\x00\x05\x00\x01\r\n-\xb4\x00\x00\x00\x00IEND\xaeB`\x82"
)


def content(data: bytes) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return ElementTree.fromstring(package.read("content.xml"))  # noqa: S314  # our own file


def line(text: str, **how: object) -> tuple[Run, ...]:
    return (Run(text, **how),)  # type: ignore[arg-type]


def said(paragraphs: Iterable[Seen]) -> list[str]:
    """The words; a dash is drawn, or is text where the alinéa is an item in one of the texts only."""
    return [p.text.removeprefix("–\t") for p in paragraphs if p.text.strip()]


def words(markdown: str) -> list[str]:
    """The words of a simple Markdown text, found without any of the program's code."""
    text = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.DOTALL)
    return re.findall(r"\w+", re.sub(r"\]\([^)]*\)|<!--.*?-->", "", text, flags=re.DOTALL))


def judged(
    office: LibreOffice, folder: Path, pairs: list[tuple[str, str]]
) -> Iterable[tuple[list[list[Seen]], str, str]]:
    """For each pair: what accepting gives, the new text, what rejecting gives, the old text."""
    for start in range(0, len(pairs), _AT_ONCE):
        some = pairs[start : start + _AT_ONCE]
        jobs = []
        for k, (old, new) in enumerate(some, start):
            for name, sheet, whats in (
                ("redline", sheet_of(*redline(old, new)), (ACCEPT, REJECT)),
                ("new", sheet_of(*plain(new)), (AS_IT_IS,)),
                ("old", sheet_of(*plain(old)), (AS_IT_IS,)),
            ):
                path = folder / f"{k}-{name}.odt"
                path.write_bytes(write_odt(sheet, VOICE))
                jobs += [(path, what) for what in whats]
        found = office.judge(jobs)
        for k, (old, new) in enumerate(some):
            yield found[4 * k : 4 * k + 4], old, new


def assert_judged(office: LibreOffice, folder: Path, pairs: list[tuple[str, str]], simple: bool) -> None:
    for (accepted, rejected, after, before), old, new in judged(office, folder, pairs):
        assert said(accepted) == said(after), new
        assert said(rejected) == said(before), old
        if simple:
            assert re.findall(r"\w+", " ".join(said(accepted))) == words(new)
            assert re.findall(r"\w+", " ".join(said(rejected))) == words(old)


def test_article_1_comes_back_both_ways(libreoffice: LibreOffice, tmp_path: Path) -> None:
    old, new = (path.read_text(encoding="utf-8") for path in ARTICLE)
    assert_judged(libreoffice, tmp_path, [(old, new)], simple=True)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not on this machine")
def test_published_revisions_come_back_both_ways(libreoffice: LibreOffice, tmp_path: Path) -> None:
    folders = [path for path in sorted(CORPUS.iterdir()) if path.is_dir()]
    texts = [
        [(folder / name).read_text(encoding="utf-8") for name in ("before.md", "after.md")]
        for folder in folders
    ]
    assert_judged(libreoffice, tmp_path, [(old, new) for old, new in texts], simple=False)


def test_every_case_of_the_comparison_comes_back_both_ways(libreoffice: LibreOffice, tmp_path: Path) -> None:
    pairs = [(parts["old"], parts["new"]) for parts in map(parts_of, CASES[:: 1 if LONG else 5])]
    if LONG:
        pairs += [(new, old) for old, new in pairs]
    assert_judged(libreoffice, tmp_path, pairs, simple=False)


def test_a_line_that_is_what_those_around_it_make_of_it_comes_back_both_ways(
    libreoffice: LibreOffice, tmp_path: Path
) -> None:
    pairs = [*UNDERLINED[:: 23 if LONG else 397], *ROWS[:: 5 if LONG else 23]]
    assert_judged(libreoffice, tmp_path, [*pairs, *((new, old) for old, new in pairs)], simple=False)


def test_random_revisions_come_back_both_ways(libreoffice: LibreOffice, tmp_path: Path) -> None:
    pairs = []
    for seed in range(turns(5, 200)):
        random = Random(seed)
        old = random.choice(BASES)
        pairs.append(revised(old, random.randint(1, 6), random))
    assert_judged(libreoffice, tmp_path, pairs, simple=False)


def test_paragraphs_keep_their_style_whatever_is_decided(libreoffice: LibreOffice, tmp_path: Path) -> None:
    old = "# Statuts\n\n## Article 1\n\nUn.\n\n- a ;\n- b ;\n\n## Article 2\n\nDeux.\n\n> Trois.\n"
    new = "# Statuts\n\n## Article 1\n\nUn.\n\n- a ;\n- neuf ;\n- b ;\n\n> Quatre, tout neuf.\n\n## Article 3\n\nCinq.\n"
    (found,) = judged(libreoffice, tmp_path, [(old, new)])
    accepted, rejected, after, before = ([(p.style, p.text) for p in some if p.text] for some in found[0])
    assert accepted == after
    assert rejected == before


def test_every_change_has_one_id_one_author_and_one_moment() -> None:
    for path in CASES:
        parts = parts_of(path)
        root = content(write_odt(sheet_of(*redline(parts["old"], parts["new"])), VOICE))
        regions = root.findall(f".//{TEXT}changed-region")
        ids = [region.get(XML_ID) for region in regions]
        assert len(set(ids)) == len(ids)
        assert [region.get(f"{TEXT}id") for region in regions] == ids
        for region in regions:
            (info,) = region.findall(f".//{OFFICE}change-info")
            assert [child.text for child in info] == ["Le bureau", "2024-11-23T10:00:00"]
        used = [
            e.get(f"{TEXT}change-id") for name in ("change", "change-start") for e in root.iter(TEXT + name)
        ]
        assert sorted(used, key=str) == sorted(ids, key=str)
        ends = [e.get(f"{TEXT}change-id") for e in root.iter(f"{TEXT}change-end")]
        assert ends == [e.get(f"{TEXT}change-id") for e in root.iter(f"{TEXT}change-start")]


def test_what_is_deleted_stands_only_among_the_tracked_changes() -> None:
    root = content(write_odt(sheet_of(*redline("Un texte obsolète.\n\nParti.\n", "Un texte neuf.\n")), VOICE))
    (body,) = root.iter(f"{OFFICE}text")
    assert body[0].tag == f"{TEXT}tracked-changes"
    shown = "".join("".join(child.itertext()) for child in body[1:])
    assert "obsolète" in "".join(body[0].itertext())
    assert "obsolète" not in shown
    assert "Parti" not in shown


def test_each_number_stands_in_the_margin_and_can_be_jumped_to() -> None:
    old, new = (path.read_text(encoding="utf-8") for path in ARTICLE)
    root = content(write_odt(sheet_of(*redline(old, new)), VOICE))
    notes = [note.find(f"{TEXT}p") for note in root.iter(f"{OFFICE}annotation")]
    numbers = [note.text for note in notes if note is not None]
    assert numbers
    assert set(numbers) == {f"C{n}" for n in range(1, len(set(numbers)) + 1)}
    marks = [mark.get(f"{TEXT}name") for mark in root.iter(f"{TEXT}bookmark")]
    assert sorted(map(str, marks)) == sorted(set(map(str, numbers)))


def test_what_moved_says_so_in_its_note() -> None:
    moved = "Cet alinéa assez long pour être reconnu quand il change de place dans le texte."
    old = f"## Article 1\n\n{moved}\n\nUn autre reste ici.\n\n## Article 2\n\nLe second article.\n"
    new = f"## Article 1\n\nUn autre reste ici.\n\n## Article 2\n\nLe second article.\n\n{moved}\n"
    root = content(write_odt(sheet_of(*redline(old, new)), VOICE))
    notes = [
        "\n".join(p.text or "" for p in note.iter(f"{TEXT}p")) for note in root.iter(f"{OFFICE}annotation")
    ]
    assert any("article 2" in note.lower() for note in notes), notes


def test_the_same_paper_has_the_same_bytes() -> None:
    old, new = (path.read_text(encoding="utf-8") for path in ARTICLE)
    data = write_odt(sheet_of(*redline(old, new)), VOICE)
    assert data == write_odt(sheet_of(*redline(old, new)), VOICE)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        first, *rest = package.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert [entry.filename for entry in rest] == sorted(entry.filename for entry in rest)
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert data[38:].startswith(b"application/vnd.oasis.opendocument.text")


HOSTILE = [
    "Fin \x00\x08\x1b[31m rouge",
    "Un 🎉 et 👩‍👩‍👧 et e\u0301",
    "Droite \u202eà gauche\u202c, شكرا",
    "Un <text:p> ]]> </office:text> &amp; & \"guillemets\" 'droits'",
    "![une image](https://exemple.fr/a.png) et [un lien](javascript:alert(1)) et [un autre](https://exemple.fr/?a=1&b=2)",
    "Trois   espaces, puis une tabulation\tici",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_come_back(libreoffice: LibreOffice, tmp_path: Path, text: str) -> None:
    old, new = f"Avant.\n\n{text} ancien.\n", f"Avant.\n\n{text} nouveau.\n"
    assert_judged(libreoffice, tmp_path, [(old, new), ("Avant.\n", new), (new, "Avant.\n")], simple=False)
    data = write_odt(sheet_of(*redline(old, new)), VOICE)
    xml = ElementTree.tostring(content(data), encoding="unicode")
    assert "javascript:" not in re.sub(r">[^<]*<", "><", xml)
    if "\x00" in text:
        assert "\ufffd" in xml


def test_thirty_columns_come_back(libreoffice: LibreOffice, tmp_path: Path) -> None:
    rows = [[f"r{r}c{c}" for c in range(30)] for r in range(4)]

    def table(some: list[list[str]]) -> str:
        lines = ["| " + " | ".join(row) + " |" for row in some]
        return "\n".join([lines[0], "|" + "---|" * 30, *lines[1:]]) + "\n"

    changed = [rows[0], [*rows[1][:-1], "neuf"], rows[3], ["x", *rows[2][1:]]]
    assert_judged(libreoffice, tmp_path, [(table(rows), table(changed))], simple=False)


def every_element() -> Sheet:
    def cell(text: str, heading: bool = False) -> Cell:
        return Cell((Paragraph(line(text)),), heading)

    grids = tuple(
        Grid(((cell(f"tête {role}", True), cell("b", True)),), ((cell("c"), cell("d")),), role, (30, 70))
        for role in GridRole
    )
    elements: tuple[Element, ...] = (
        Image(PNG, "image/png", "Un logo"),
        Image(b"", "image/jpeg", "Sans image"),
        *(Heading(level, line(f"Titre {level}"), f"h{level}") for level in range(1, 7)),
        *(Paragraph(line(f"Rôle {role}"), role) for role in Role),
        Paragraph(
            (Run("gras", strong=True), Run(" ou "), Run("vers", em=True, anchor="h2"), Run("c", code=True))
        ),
        Listing(((Paragraph(line("point")), Paragraph(line("suite"))), (Paragraph(line("autre")),))),
        Listing(((Paragraph(line("premier")),), (Paragraph(line("second")),)), ordered=True),
        Facts((Fact(line("Organe"), line("assemblée")), Fact(line("Quorum"), line("non consigné"), True))),
        *grids,
        PageBreak(),
        Box((Heading(3, line("Résolution")), grids[0]), "r1"),
        Ruler(),
    )
    return sheet_of(*elements)


def test_every_element_is_printed_in_order(libreoffice: LibreOffice, tmp_path: Path) -> None:
    sheet = every_element()
    path = tmp_path / "all.odt"
    path.write_bytes(write_odt(sheet, VOICE))
    (found,) = libreoffice.judge([(path, AS_IT_IS)])
    texts = said(found)
    expected = ["Sans image", *(f"Titre {n}" for n in range(1, 7)), *(f"Rôle {role}" for role in Role)]
    assert [text for text in texts if text in expected] == expected
    assert texts[-1] != expected[-1]
    root = content(path.read_bytes())
    assert len(list(root.iter(f"{TABLE}table-header-rows"))) == len(GridRole) + 1
    names = [table.get(f"{TABLE}name") for table in root.iter(f"{TABLE}table")]
    assert len(set(names)) == len(names)
    with zipfile.ZipFile(path) as package:
        assert package.read("Pictures/1.png") == PNG
        manifest = package.read("META-INF/manifest.xml").decode()
        assert all(
            f'"{name}"' in manifest for name in ("content.xml", "styles.xml", "meta.xml", "Pictures/1.png")
        )


def test_the_page_says_whose_paper_it_is_in_its_language() -> None:
    for language, country in (("fr", "FR"), ("en", "GB")):
        sheet = replace(every_element(), language=language)
        with zipfile.ZipFile(io.BytesIO(write_odt(sheet, VOICE))) as package:
            styles, meta = (package.read(name).decode() for name in ("styles.xml", "meta.xml"))
        assert f'fo:language="{language}" fo:country="{country}"' in styles
        for piece in ("Projet soumis au vote", "SHA-256 1f2e3d4c5b6a", "<text:chapter", "<text:page-count>"):
            assert piece in styles
        assert "<dc:creator>Le bureau</dc:creator>" in meta
        assert "<meta:creation-date>2024-11-23T10:00:00Z</meta:creation-date>" in meta


def test_large_print_is_larger() -> None:
    small, large = (
        zipfile.ZipFile(io.BytesIO(write_odt(sheet_of(large=large), VOICE))).read("styles.xml").decode()
        for large in (False, True)
    )
    assert 'fo:font-size="11.5pt"' in small
    assert 'fo:font-size="17pt"' in large


def test_a_long_redline_is_written_fast() -> None:
    old = "\n\n".join(f"## Article {k}\n\n" + BASES[0][:2500].replace("## ", "") for k in range(1, 41))
    new = old.replace("membres", "adhérents")
    assert len(new.split()) > 5000
    sheet = sheet_of(*redline(old, new))
    start = process_time()
    write_odt(sheet, VOICE)
    assert in_time(process_time() - start, 1.5), "aimed at 0.15 s; this machine may be busy"

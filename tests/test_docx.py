"""Word files as they are written: sound XML, tracked changes as Word wants them, the same bytes twice."""

import re
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from sheets import MOMENT, VOICE, paragraph, plain, redline, sheet_of, words

from statuts.model.redline import ChangeClass
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
    Look,
    PageBreak,
    Paragraph,
    Role,
    Ruler,
    Sheet,
)
from statuts.render.docx.write import write_docx

etree = pytest.importorskip("lxml.etree", reason="these tests read XML with lxml (pip)")
docx = pytest.importorskip("docx", reason="these tests read Word files with python-docx (pip)")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ORDER = {  # what Word wants inside each of these, in this order
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr tabs suppressAutoHyphens spacing ind jc outlineLvl rPr",
    "rPr": "ins del rStyle rFonts b bCs i iCs noProof color sz szCs u lang",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr",
    "tblPr": "tblW tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW tcBorders",
    "trPr": "cantSplit trHeight tblHeader ins del",
    "sectPr": "headerReference footerReference pgSz pgMar cols",
    "settings": "zoom defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
    "lvl": "start numFmt lvlText lvlJc pPr",
}
STATUTES = Path(__file__).parent / "cases" / "wording" / "statutes.md"
OLD = """## Article 1 – Objet

L’association est neutre. Elle agit ici.

- un point ;
- un autre.

a) le premier ;
b) le second.

| Catégorie | Montant |
|---|--:|
| Actif | 20 € |
| Ancien | 10 € |
"""
NEW = """## Article 1 – Objet

L’association est **apartisane**.

Elle agit ici.

- un point ;

a) le premier ;
b) le nouveau ;
c) le second.

| Catégorie | Montant |
|---|--:|
| Actif | 25 € |
| Soutien | 100 € |
"""
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)


def parts(paper: Sheet) -> dict[str, bytes]:
    with ZipFile(BytesIO(write_docx(paper, VOICE))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(elements: list[Element], **others: object) -> "etree._Element":
    return etree.fromstring(parts(sheet_of(*elements, **others))["word/document.xml"])


def everything() -> list[Element]:
    cell = Cell((paragraph("dedans"),))
    return [
        Paragraph(words("Les Amis du fleuve"), Role.ORG),
        Heading(1, words("Proposition")),
        *(Paragraph(words(role.value), role) for role in Role),
        Image(PNG, "image/png", "logo <de> l’association"),
        Facts((Fact(words("date"), words("2026")), Fact(words("quorum"), words("non précisé"), True))),
        Heading(2, words("Texte"), "le texte"),
        *redline(OLD, NEW),
        PageBreak(),
        Box((Heading(3, words("Résolution 1")), paragraph("Vote."), *redline(OLD, NEW)), "vote-1"),
        Listing(
            (
                (paragraph("un"), paragraph("suite")),
                (paragraph("deux"), Listing(((paragraph("trois"),),), True)),
            ),
            True,
        ),
        *(Grid(((cell, cell),), ((cell, Cell(())), (cell,)), role, (30, 70)) for role in GridRole),
        Grid((), ((Cell(tuple(plain(OLD))), Cell(tuple(redline(OLD, NEW)))),), GridRole.COMPARISON),
        Ruler(),
        Paragraph(
            (*words("voir "), *words("le texte", anchor="le texte"), *words("rien", anchor="nulle part"))
        ),
        *plain(
            "Des **raisons**, en [prose](https://exemple.fr/a?b=1&c=2).\n\n### Pourquoi\n\nParce que.\n",
            Look.PROSE,
        ),
    ]


def test_every_part_is_sound_xml_and_another_program_opens_the_file() -> None:
    for name, data in parts(sheet_of(*everything())).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)
    opened = docx.Document(BytesIO(write_docx(sheet_of(*everything()), VOICE)))
    assert opened.paragraphs[1].style.name == "Title"
    assert opened.core_properties.title == "Modification des statuts"
    assert opened.core_properties.author == "Le bureau"
    assert (
        opened.core_properties.created == MOMENT.replace(tzinfo=UTC)
        or opened.core_properties.created == MOMENT
    )
    section = opened.sections[0]
    assert (section.page_width.mm, section.page_height.mm) == (
        pytest.approx(210, abs=0.1),
        pytest.approx(297, abs=0.1),
    )


def test_properties_stand_in_the_order_that_word_wants() -> None:
    for name, data in parts(sheet_of(*everything())).items():
        if not name.startswith("word/") or not name.endswith(".xml"):
            continue
        for node in etree.fromstring(data).iter():
            if (wanted := ORDER.get(node.tag.removeprefix(W))) is not None:
                ranks = [wanted.split().index(child.tag.removeprefix(W)) for child in node]
                assert ranks == sorted(ranks), (name, etree.tostring(node))


def test_the_same_paper_gives_the_same_bytes_and_no_date_but_its_own() -> None:
    paper = sheet_of(*everything())
    assert write_docx(paper, VOICE) == write_docx(paper, VOICE)
    with ZipFile(BytesIO(write_docx(paper, VOICE))) as archive:
        names = archive.namelist()
        assert names[0] == "[Content_Types].xml"
        assert names[1:] == sorted(names[1:])
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        text = b"".join(archive.read(name) for name in names if name.endswith(".xml")).decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", text)) == {"2024-11-23T10:00:00Z"}
    assert "rsid" not in text


def test_ids_are_unique_over_all_parts_and_struck_words_are_struck_text() -> None:
    found = parts(sheet_of(*everything()))
    document = etree.fromstring(found["word/document.xml"])
    tags = [f"{W}{name}" for name in ("ins", "del", "bookmarkStart", "commentReference")]
    ids = [node.get(f"{W}id") for node in document.iter(*tags)]
    assert len(ids) == len(set(ids)) > 20
    names = [node.get(f"{W}name") for node in document.iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names))
    for struck in document.iter(f"{W}del"):
        assert not list(struck.iter(f"{W}t"))
    for node in document.iter(f"{W}delText"):
        assert any(above.tag == f"{W}del" for above in node.iterancestors())
    signed = {node.get(f"{W}author") for node in document.iter(f"{W}ins", f"{W}del")}
    assert signed == {"Le bureau"}


def test_each_number_is_a_comment_and_a_bookmark_and_never_a_word_of_the_text() -> None:
    found = parts(sheet_of(*redline(OLD, NEW)))
    comments = etree.fromstring(found["word/comments.xml"])
    said_there = ["".join(node.itertext()) for node in comments]
    document = etree.fromstring(found["word/document.xml"])
    numbers = [
        name for n in document.iter(f"{W}bookmarkStart") if (name := n.get(f"{W}name")).startswith("C")
    ]
    assert numbers == [f"C{k + 1}" for k in range(len(numbers))]
    assert len(numbers) >= 5
    assert {text[:2] for text in said_there} == set(numbers)
    words = "".join(node.text or "" for node in document.iter(f"{W}t", f"{W}delText"))
    assert not re.search(r"C\d", words)


def test_what_is_folded_is_tracked_but_has_no_number() -> None:
    old, new = "Le 'bureau' décide.\n", "Le **’bureau’** décide.\n"
    assert list(body(redline(old, new)).iter(f"{W}ins"))
    assert not list(body(redline(old, new)).iter(f"{W}commentReference"))
    assert "word/comments.xml" not in parts(sheet_of(*redline(old, new), shown=frozenset(ChangeClass)))


def test_the_last_paragraph_of_a_cell_is_never_tracked() -> None:
    row = (Cell(tuple(redline("Un.\n\n- deux\n", "Un.\n"))), Cell(tuple(redline("Un.\n", "Un.\n\n- deux\n"))))
    going = Box((paragraph("Avant."), *redline("Un.\n\n- deux\n", "Un.\n"), paragraph("Après.")))
    assert list(body([going]).iter(f"{W}del"))
    for cell in body([Grid((), (row,)), Box(tuple(redline("Un.\n\n- deux\n", "Un.\n")))]).iter(f"{W}tc"):
        last = cell.findall(f"{W}p")[-1]
        assert not last.findall(f"{W}pPr/{W}rPr/{W}ins") + last.findall(f"{W}pPr/{W}rPr/{W}del")


def test_rows_that_come_or_go_are_tracked_with_their_words() -> None:
    old = OLD[OLD.index("| Cat") :]
    document = body(redline(old, old.replace("| Ancien | 10 € |\n", "")))
    (row,) = [row for row in document.iter(f"{W}tr") if row.findall(f"{W}trPr/{W}del")]
    assert not list(row.iter(f"{W}t"))
    assert ["".join(cell.itertext()) for cell in row.iter(f"{W}tc")] == ["Ancien", "10 €"]


def test_the_page_says_its_language_its_band_and_its_number() -> None:
    written = parts(sheet_of(*everything(), language="en", large=True))
    found = {name: data.decode() for name, data in written.items() if name.endswith(".xml")}
    assert 'w:lang w:val="en-GB"' in found["word/styles.xml"]
    assert "autoHyphenation" in found["word/settings.xml"]
    assert "Projet soumis au vote" in found["word/header.xml"]
    assert 'STYLEREF "Article"' in found["word/header.xml"]
    assert "NUMPAGES" in found["word/footer.xml"]
    small, large = (
        max(
            map(
                int,
                re.findall(
                    r'w:sz w:val="(\d+)"', parts(sheet_of(*[], large=large))["word/styles.xml"].decode()
                ),
            )
        )
        for large in (False, True)
    )
    assert large > small * 1.3


HOSTILE = [
    "nul \x00 et \x0b et \x1b fin",
    "emoji 🎉 👩‍⚖️ fin",
    "עברית \u202eretourné\u202c fin",
    "<w:p>]]></w:p> &amp; ]]> <!-- x -->",
    'une ![image](https://exemple.fr/i.png) et [clic](javascript:alert(1)) et [lien](https://exemple.fr/"><x)',
    "| "
    + " | ".join(f"c{k}" for k in range(30))
    + " |\n|"
    + "---|" * 30
    + "\n| "
    + " | ".join("v" * 30)
    + " |",
    "| "
    + " | ".join(f"c{k}" for k in range(70))
    + " |\n|"
    + "---|" * 70
    + "\n| "
    + " | ".join("v" * 70)
    + " |",
    "une [adresse](http://[x) et [une autre](https://a.b/c[d]) et [la dernière](https://exemple.fr:99999999/)",
    "***\n\n---\n\n```\n<script>\n```\n\n<div>bloc</div>",
    "\\*pas\\* italique  \ncoupé\\\nici",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_come_out_as_words(text: str) -> None:
    elements = [*redline("Avant.\n", text + "\n"), *redline(text + "\n", "Après.\n"), *plain(text + "\n")]
    elements += [paragraph(text), Heading(2, words(text), text), Box((paragraph(text),), text)]
    found = parts(sheet_of(*elements, title=text, author=text, band=text, running=text))
    for name, data in found.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)
    assert b"javascript" not in found["word/_rels/document.xml.rels"]
    assert len(list(etree.fromstring(found["word/document.xml"]).iter(f"{W}body"))) == 1
    docx.Document(BytesIO(write_docx(sheet_of(*elements), VOICE)))


def test_links_lead_only_where_they_may_and_signs_of_markup_are_gone() -> None:
    document = body(
        plain("Un [lien](https://exemple.fr) et [autre](javascript:x) **gras** `code` \\*étoile\\*.\n")
    )
    assert "".join(document.itertext()) == "Un lien et autre gras code *étoile*."
    assert len(list(document.iter(f"{W}hyperlink"))) == 1


def test_a_paper_of_six_thousand_words_is_written_at_once() -> None:
    old = STATUTES.read_text(encoding="utf-8")
    while len(old.split()) < 6000:
        old += "\n" + old
    new = old.replace("association", "fédération").replace(" et ", " ou ")
    paper = sheet_of(*redline(old, new))
    write_docx(sheet_of(*redline("a", "b")), VOICE)
    start = datetime.now(UTC)
    write_docx(paper, VOICE)
    assert (datetime.now(UTC) - start).total_seconds() < 1.5

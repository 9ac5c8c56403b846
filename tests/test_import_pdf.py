"""PDF files come in as one reads them; files made to do harm are refused, soon and without much memory."""

import random
import shutil
import subprocess
import zlib
from collections import Counter
from pathlib import Path

import pdf_files as pdf
import pytest
from budget import in_time
from importing import all_words, as_html, asides, corpus, lines, looks, measured, words, words_of_html

from statuts.errors import InputError, StatutsError
from statuts.importers.pdf import read_pdf
from statuts.model.brought import BroughtKind, BroughtParagraph, BroughtTable

LONG = (
    "L’association est administrée par un conseil d’administration composé de membres élus par l’assemblée "
    "générale pour trois années renouvelables ; le vice-président remplace le président. "
)
PAPER = """
#set page(paper: "a4", margin: 2.5cm, numbering: "1 / 1",
  header: context if counter(page).get().first() > 1 [Statuts de l’association Exemple])
#set text(lang: "fr", hyphenate: true, size: 11pt)
#set par(justify: true, spacing: 1.1em)
#align(center, text(18pt, weight: "bold")[Statuts de l’association Exemple])

== Article 1#super[er] – Objet
Elle a un objet#footnote[Une note qui l’explique.] et un siège. #strike[Phrase supprimée.] #underline[Phrase
ajoutée.] #text(red)[En rouge.] *En gras.* _En italique._

+ premier point ;
+ deuxième point, plus long, qui déborde sur la ligne suivante pour que l’on voie bien l’alinéa suspendu qui
  le tient ;
  - sous-point.

#table(columns: 3, [*Catégorie*], [*Montant*], [*Droit*], [Actif], [20 €], [oui],
  table.cell(colspan: 2)[Bienfaiteur], [non])

== Article 2 – Administration
"""


@pytest.fixture(scope="module")
def paper() -> bytes:
    body = "\n\n".join(LONG * count for count in (2, 1, 3, 2, 2, 1, 4, 2, 3, 2, 3, 2, 3))
    return pdf.typeset(PAPER + body)


def test_headings_lists_tables_and_looks_come_in(paper: bytes) -> None:
    brought = read_pdf(paper)
    said = lines(brought)
    assert said[:2] == ["Statuts de l’association Exemple", "Article 1er – Objet"]
    assert said[2] == (
        "Elle a un objet et un siège. Phrase supprimée. Phrase ajoutée. En rouge. En gras. En italique."
    )
    assert said[3] == "1. premier point ;"
    assert said[4].startswith("2. deuxième point, plus long")
    assert said[4].endswith("suspendu qui le tient ;")
    assert said[5:9] == [
        "• sous-point.",
        "Catégorie | Montant | Droit",
        "Actif | 20 € | oui",
        "Bienfaiteur |  | non",
    ]
    first = brought.blocks[0]
    assert isinstance(first, BroughtParagraph)
    assert first.centred
    assert first.runs[0].size == 18
    assert looks(brought, "strike") == ["Phrase supprimée."]
    assert looks(brought, "underline") == ["Phrase ajoutée."]
    assert looks(brought, "colour") == ["En rouge."]
    assert looks(brought, "em") == ["En italique."]
    assert "En gras." in looks(brought, "strong")
    table = next(block for block in brought.blocks if isinstance(block, BroughtTable))
    assert [row.heading for row in table.rows] == [True, False, False]


def test_lines_become_the_paragraphs_they_were_over_pages_too(paper: bytes) -> None:
    said = lines(read_pdf(paper))
    where = said.index("Article 2 – Administration")
    assert said[where + 1 :] == [(LONG * count).strip() for count in (2, 1, 3, 2, 2, 1, 4, 2, 3, 2, 3, 2, 3)]


def test_running_titles_numbers_and_notes_stand_beside(paper: bytes) -> None:
    brought = read_pdf(paper)
    beside = asides(brought)
    assert ("footnote", "Une note qui l’explique.") in beside
    assert ("header", "Statuts de l’association Exemple") in beside
    assert [text for kind, text in beside if kind == "page-number"] == ["1 / 2", "2 / 2"]
    assert [a.about for a in brought.asides if a.kind == "footnote"] == ["1"]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    column = [
        f"Alinéa {number}, qui est assez long pour revenir à la ligne plus d’une fois dans sa colonne."
        for number in range(14)
    ]
    across = "Une phrase sur toute la largeur de la page, qui revient à la ligne, une fois au moins, voilà bien assez de mots."
    body = f"<p>{across}</p><div style='columns:2;text-align:justify'>" + "".join(
        f"<p>{p}</p>" for p in column
    )
    said = lines(read_pdf(pdf.printed(f"{body}</div><p>{across}</p>", tmp_path)))
    assert said == [across, *column, across]


@pytest.mark.parametrize("name", ["4/after.md", "1/before.md"])
@pytest.mark.parametrize("by", ["browser", "office"])
def test_real_texts_come_back_with_all_their_words_in_order(name: str, by: str, tmp_path: Path) -> None:
    page = as_html(corpus(name).replace("pré-\ncis", "précis"))  # a cut that the authors left in
    data = pdf.printed(page, tmp_path, edges=True) if by == "browser" else pdf.by_office(page, tmp_path)
    brought = read_pdf(data)
    assert words(brought) == words_of_html(page)
    paragraphs = sum(page.count(f"<{tag}") for tag in ("p>", "h1>", "h2>", "li>"))
    loose = page.count("<li>\n<p>")
    assert abs(len(brought.blocks) - (paragraphs - loose)) <= 0.03 * paragraphs


def test_every_word_of_the_pages_is_in_the_text_or_beside_it(paper: bytes, tmp_path: Path) -> None:
    shown = shutil.which("pdftotext")
    if shown is None:
        pytest.skip("no pdftotext here: apt-get install poppler-utils")
    page = "<h1>Statuts</h1>" + "<p>Un alinéa.</p><ol type=a><li>un</li><li>deux</li></ol>" * 60
    for data in (paper, pdf.printed(page, tmp_path, edges=True)):
        (tmp_path / "in.pdf").write_bytes(data)
        text = subprocess.run([shown, str(tmp_path / "in.pdf"), "-"], capture_output=True, check=True).stdout
        letters = Counter("".join(filter(str.isalnum, text.decode())))
        found: Counter[str] = Counter()
        for word, count in all_words(read_pdf(data)).items():
            found.update({letter: count * times for letter, times in Counter(word).items() if letter != "_"})
        called = sum(aside.kind == "footnote" for aside in read_pdf(data).asides)
        assert (
            found + Counter({"1": called}) == letters
        )  # a note's mark stands in the text and before the note


def test_a_compound_keeps_its_hyphen_at_the_end_of_a_line() -> None:
    from statuts.importers.hyphens import Hyphens

    hyphens = Hyphens(["Le vice-président et l’association", "un sous-comité"])
    assert hyphens.join("l’associa-", "tion") == ("l’associa", "")
    assert hyphens.join("le vice-", "président") == ("le vice-", "")
    assert hyphens.join("le sous-", "comité") == ("le sous-", "")
    assert hyphens.join("à Saint-", "Denis") == ("à Saint-", "")
    assert hyphens.join("les procès-", "verbaux") == ("les procès-", "")
    assert hyphens.join("un mot\u00ad", "coupé") == ("un mot", "")
    assert hyphens.join("ceci –", "cela") == ("ceci –", " ")
    assert (hyphens.joined, hyphens.kept) == (2, 4)


def test_words_cut_by_a_typesetter_are_whole_again() -> None:
    source = f'#set page(width: 7cm, height: 20cm)\n#set text(lang: "fr", hyphenate: true)\n#set par(justify: true)\n{LONG}'
    brought = read_pdf(pdf.typeset(source))
    assert lines(brought) == [LONG.strip()]
    assert "put together again" in str(brought.remarks[0])


def test_a_table_over_two_pages_is_one(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>ligne {number}<td>{number} €</tr>" for number in range(60))
    body = f"<table><thead><tr><th>Quoi<th>Combien</tr></thead>{rows}</table>"
    brought = read_pdf(pdf.printed(body, tmp_path))
    assert len(brought.blocks) == 1
    assert lines(brought)[0] == "Quoi | Combien"
    assert lines(brought)[1:] == [f"ligne {number} | {number} €" for number in range(60)]
    assert ("header", "Quoi / Combien") in asides(brought)


def test_an_attached_source_is_told_and_not_used() -> None:
    data = pdf.by_hand(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(texte.md) 6 0 R] >> >> >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
            4: pdf.stream(pdf.WORDS),
            5: pdf.FONT,
            6: b"<< /Type /Filespec /F (texte.md) /EF << /F 7 0 R >> >>",
            7: pdf.stream(b"## Article 9\n\nAutre chose.\n"),
        }
    )
    brought = read_pdf(data)
    assert lines(brought) == ["Article 1 - Objet de notre association"]
    assert [str(r) for r in brought.remarks] == [
        "The file carries “texte.md”; what its pages show was read, not that."
    ]


def test_a_number_on_top_of_a_page_may_be_a_heading() -> None:
    source = (
        '#set page(margin: 2cm, numbering: "1")\nI\n\nUn alinéa.\n#pagebreak()\nII\n\nUn autre, que voici.'
    )
    brought = read_pdf(pdf.typeset(source))
    assert lines(brought) == ["I", "Un alinéa.", "II", "Un autre, que voici."]
    assert asides(brought) == [("page-number", "1"), ("page-number", "2")]


def test_a_heading_on_top_of_each_page_is_no_running_title() -> None:
    pages = [f"Article {number}\n\nUn alinéa, le {number}, que voici." for number in range(1, 6)]
    brought = read_pdf(pdf.typeset("#set page(margin: 2cm)\n" + "\n#pagebreak()\n".join(pages)))
    assert lines(brought) == [line for page in pages for line in page.split("\n\n")]
    assert asides(brought) == []


def test_a_word_processors_page_comes_in(tmp_path: Path) -> None:
    body = (
        "<h1 style='text-align:center'>Statuts</h1><h2>Article 1</h2>"
        f"<p style='text-align:justify;text-indent:1cm'>{LONG * 3}</p><p>Il a <s>dix</s> <u>onze</u> voix.</p>"
        "<ol type=a><li>premier ;</li><li>second.</li></ol><table border=1><tr><td>A</td><td>B</td></tr>"
        "<tr><td>1</td><td>2</td></tr></table>"
    )
    brought = read_pdf(pdf.by_office(body, tmp_path))
    assert lines(brought)[-7:] == [  # the first block is lost by the printing program, not here
        "Article 1",
        (LONG * 3).strip(),
        "Il a dix onze voix.",
        "a. premier ;",
        "b. second.",
        "A | B",
        "1 | 2",
    ]
    assert looks(brought, "strike") == ["dix"]
    assert looks(brought, "underline") == ["onze"]


# What is refused


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read_pdf(data)
    assert caught.value.hint is not None
    return str(caught.value)


def test_a_scan_is_refused_with_a_hint_of_what_to_do() -> None:
    assert "no text" in refused(pdf.one_page(pdf.stream(b"0 0 100 100 re f")))
    assert "no PDF file" in refused(b"<html></html>")


def test_a_password_is_told_and_an_empty_one_opens(tmp_path: Path) -> None:
    if shutil.which("qpdf") is None:
        pytest.skip("no qpdf here: apt-get install qpdf")
    plain = tmp_path / "plain.pdf"
    plain.write_bytes(pdf.one_page(pdf.flate(pdf.WORDS)))
    for user in ("secret", ""):
        locked = tmp_path / "locked.pdf"
        subprocess.run(["qpdf", "--encrypt", user, "owner", "256", "--", plain, locked], check=True)
        if user:
            assert "password" in refused(locked.read_bytes())
        else:
            assert lines(read_pdf(locked.read_bytes())) == ["Article 1 - Objet de notre association"]


def test_mutated_and_truncated_files_raise_nothing_but_our_errors(paper: bytes) -> None:
    chance = random.Random(7)
    small = pdf.one_page(pdf.flate(pdf.WORDS))
    for turn in range(100):
        data = bytearray(paper if turn % 5 == 0 else small)
        for _ in range(chance.randrange(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if turn % 3 == 0:
            del data[chance.randrange(len(data)) :]
        try:
            read_pdf(bytes(data))
        except StatutsError:
            continue


def _page_loop() -> bytes:
    return pdf.by_hand(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>",
            3: b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] >>",
        }
    )


def _many_pages() -> bytes:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    kids = b" ".join(b"%d 0 R" % (number + 10) for number in range(600))
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [%s] >>" % kids}
    return pdf.by_hand(objects | {number + 10: page for number in range(600)})


def _laughs() -> bytes:
    """Ten forms, each of which draws the next one ten times."""
    forms = {}
    for number in range(10, 20):
        inner = b"/X Do " * 10 if number < 19 else pdf.WORDS
        names = b"/XObject << /X %d 0 R >>" % (number + 1) if number < 19 else b"/Font << /F 5 0 R >>"
        attributes = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << %s >>" % names
        forms[number] = pdf.stream(inner, attributes)
    return pdf.one_page(pdf.stream(b"/X Do"), resources=b"/XObject << /X 10 0 R >>", more=forms)


def _wide_font(widths: bytes, letters: bytes) -> bytes:
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>"
    return pdf.one_page(
        pdf.stream(b"BT /F 12 Tf 72 700 Td <00410042> Tj ET"),
        more={
            5: font,
            6: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >> /W %s >>"
            % widths,
            7: pdf.stream(letters),
        },
    )


_MACHINE = zlib.compressobj(9)
BOMB = b"".join([*(_MACHINE.compress(b"0" * 1_000_000) for _ in range(300)), _MACHINE.flush()])
HOSTILE = {
    "flate": lambda: pdf.one_page(pdf.stream(BOMB, b"/Filter /FlateDecode")),
    "flate twice": lambda: pdf.one_page(pdf.stream(zlib.compress(BOMB, 9), b"/Filter [/FlateDecode /FlateDecode]")),
    "flate cut": lambda: pdf.one_page(pdf.stream(BOMB[:-9] + b"x" * 100, b"/Filter /FlateDecode")),
    "predictor": lambda: pdf.one_page(
        pdf.stream(BOMB, b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 5 >>")
    ),
    "run length": lambda: pdf.one_page(pdf.stream(b"\x81 " * 1_000_000, b"/Filter /RunLengthDecode")),
    "lzw": lambda: pdf.one_page(pdf.stream(bytes(range(256)) * 4000, b"/Filter /LZWDecode")),
    "object stream": lambda: pdf.by_hand({1: b"<< >>"}).replace(
        b"xref", b"9 0 obj\n" + pdf.stream(BOMB, b"/Type /ObjStm /N 9 /First 9 /Filter /FlateDecode") + b"\nendobj\n", 1
    ),
    "page loop": _page_loop,
    "many pages": _many_pages,
    "laughs": _laughs,
    "widths": lambda: _wide_font(b"[0 99999999 500]", b""),
    "letters": lambda: _wide_font(
        b"[]", b"begincmap 1 beginbfrange <00000000> <7FFFFFFF> <0041> endbfrange endcmap"
    ),
    "shapes": lambda: pdf.one_page(pdf.flate(b"0 0 m 9 9 l S " * 400_000)),
    "deep arrays": lambda: pdf.one_page(pdf.stream(b"[" * 200_000)),
    "objects": lambda: b"%PDF-1.7\n" + b"1 0 obj null endobj\n" * 300_000,
    "rules": lambda: pdf.one_page(
        pdf.flate(pdf.WORDS + b" " + b"".join(b"%d 0 1 800 re f 0 %d 500 1 re f " % (n % 500, n % 800) for n in range(8000)))
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_done_with_soon(name: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile.pdf"
    path.write_bytes(HOSTILE[name]())
    code = """
    from pathlib import Path
    from statuts.errors import StatutsError
    from statuts.importers.pdf import read_pdf
    try:
        print(len(read_pdf(Path(path).read_bytes()).blocks))
    except StatutsError as fault:
        print(fault)
    """
    said, seconds, megabytes = measured(code, path)
    assert said
    assert in_time(seconds, 3), said
    assert megabytes < 200, said


def test_twenty_pages_come_in_under_three_seconds(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(pdf.typeset(PAPER + "\n\n".join([LONG * 4] * 110)))
    code = """
    from pathlib import Path
    from statuts.importers.pdf import read_pdf
    print(read_pdf(Path(path).read_bytes()).blocks[-1].place)
    """
    said, seconds, megabytes = measured(code, path)
    assert int(said.split()[1]) >= 20
    assert in_time(seconds, 3)
    assert megabytes < 200


def test_items_know_how_deep_they_stand(paper: bytes) -> None:
    items = [
        b for b in read_pdf(paper).blocks if isinstance(b, BroughtParagraph) and b.kind is BroughtKind.ITEM
    ]
    assert [(item.label, item.level) for item in items] == [("1.", 1), ("2.", 1), ("•", 2)]

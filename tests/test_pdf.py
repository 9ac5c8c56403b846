"""The PDF of a sheet: right by its standards, the same bytes each time, every word of the text in it, nothing lost."""

import io
import re
import shutil
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader
from sheets import (
    A_NUMBER,
    attachment,
    ballot,
    cell,
    comparison,
    masthead,
    paragraph,
    plain_passage,
    redline_sheet,
    sheet_of,
    voice,
    words,
)

from statuts.errors import TemplateProblem
from statuts.language.typesetting import superiors, typeset
from statuts.model.message import msg
from statuts.model.sheet import Box, Grid, GridRole, Heading, Image, Look, Paragraph, Run, Sheet
from statuts.render.pdf.pieces import text_of
from statuts.render.pdf.signs import Signs
from statuts.render.pdf.values import values_of
from statuts.render.pdf.write import Pdf, write_pdf

TEMPLATE = (Path(__file__).parent.parent / "templates" / "paper.typ").read_bytes()
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63606060f80f0001040100"
    "5fe5c34b0000000049454e44ae426082"
)

OLD = """# Statuts

## Article 1er – Objet

L'association joue le rôle de laboratoire pour l'ensemble des acteurs publics ; elle constitue un espace neutre.

- de conduire des programmes ;
- d'explorer de nouvelles façons.

## Article 2 – Cotisations

| Catégorie | Montant |
|---|---:|
| Actif | 20 € |
| Bienfaiteur | 1 500 € |

## Article 3 – Durée

La durée de l'association est illimitée.
"""
NEW = (
    OLD.replace("l'ensemble des acteurs", "les acteurs")
    .replace("neutre", "apartisan")
    .replace("de conduire", "Conduire")
    .replace("20 €", "25 €")
    .replace("illimitée", "de vingt ans")
)


def printed(sheet: Sheet) -> Pdf:
    return write_pdf(sheet, TEMPLATE, voice(sheet.language))


def pages(sheet: Sheet) -> list[str]:
    """The words of each page as they are extracted, plain spaces only, hyphens at line ends undone."""
    reader = PdfReader(io.BytesIO(printed(sheet).data))
    return [flat(page.extract_text()) for page in reader.pages]


def flat(text: str) -> str:
    text = unicodedata.normalize("NFC", text).replace("\u00ad\n", "").replace("\u00ad", "")
    return " ".join(re.sub(r"[\u2066-\u2069]", "", text).split())


def long_sheet(**changes: object) -> Sheet:
    old = "# Statuts\n\n" + "\n\n".join(
        f"## Article {n} – Titre {n}\n\nL'assemblée se réunit {n} fois par an. " + "Elle délibère. " * 40
        for n in range(1, 16)
    )
    return redline_sheet(old, re.sub(r"(\d) fois", r"\1 jours", old), **changes)


def test_the_same_sheet_gives_the_same_bytes() -> None:
    sheet = redline_sheet(OLD, NEW, attachments=(attachment(),))
    assert printed(sheet).data == printed(sheet).data


def test_it_claims_both_standards_and_says_what_it_is() -> None:
    with pikepdf.open(io.BytesIO(printed(redline_sheet(OLD, NEW)).data)) as pdf:
        with pdf.open_metadata() as known:
            assert (known["pdfaid:part"], known["pdfaid:conformance"]) == ("3", "A")
            assert known["pdfuaid:part"] == "1"
            assert known["dc:title"] == "Modification des statuts"
            assert known["dc:creator"] == ["Le bureau"]
            assert known["xmp:CreateDate"].startswith("2024-11-23T10:00:00")
        assert pdf.Root.Lang == "fr"
        assert pdf.Root.MarkInfo.Marked
        fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
        assert {name.split("+")[1].split("-")[0] for name in fonts} <= {"LibertinusSerif", "LibertinusSans"}


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_its_structure_is_sound(tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(printed(redline_sheet(OLD, NEW, attachments=(attachment(),))).data)
    checked = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_files_travel_inside_with_what_they_are() -> None:
    binary = attachment("redline.bin")._replace(
        relationship="data", media_type="application/octet-stream", data=b"\xff\0"
    )
    with pikepdf.open(
        io.BytesIO(printed(sheet_of(*masthead(), attachments=(attachment(), binary))).data)
    ) as pdf:
        found = {str(f.F): f for f in pdf.Root.AF}
        assert sorted(found) == ["redline.bin", "statuts.md"]
        assert str(found["statuts.md"].AFRelationship) == "/Source"
        assert str(found["redline.bin"].AFRelationship) == "/Data"
        assert str(found["statuts.md"].Desc) == "Texte source"
        assert str(found["statuts.md"].EF.F.Subtype) == "/text/markdown"
        assert found["statuts.md"].EF.F.read_bytes() == attachment().data
        assert found["redline.bin"].EF.F.read_bytes() == b"\xff\0"


def test_every_change_has_its_number_on_a_page() -> None:
    sheet = long_sheet()
    said = " ".join(pages(sheet))
    assert set(A_NUMBER.findall(said)) == {f"C{n}" for n in range(1, 16)}


def test_each_number_stands_on_the_page_where_its_change_is() -> None:
    for page in pages(long_sheet()):
        for number in A_NUMBER.findall(page):
            assert f"réunit {number[1:]} fois jours par an" in page


def test_struck_and_added_words_are_never_glued() -> None:
    said = pages(redline_sheet(OLD, NEW))[0]
    assert "pour l'ensemble des les acteurs publics ; elle constitue un espace neutre apartisan." in said
    assert "de conduire Conduire des programmes" in said
    assert "20 25 €" in said


def lines_of(values: object) -> list[str]:
    """The words of every alinéa and cell that the template is given."""
    if isinstance(values, dict):
        own = [text_of(values["l"])] if "l" in values else [text_of(cell) for cell in values.get("cells", [])]
        return [*own, *(line for value in values.values() for line in lines_of(value))]
    return [line for value in values for line in lines_of(value)] if isinstance(values, list) else []


def test_every_word_of_the_texts_is_on_the_page() -> None:
    sheet = redline_sheet(OLD, NEW)
    said = pages(sheet)[0].replace(" ", "")
    lines = [flat(line).replace(" ", "") for line in lines_of(values_of(sheet, voice(), Signs())["body"])]
    assert len(lines) == 17
    assert all(line in said for line in lines)


def test_a_word_added_before_one_that_is_struck_is_not_glued_either() -> None:
    from statuts.render.html_view import Change, Mark, Words
    from statuts.render.pdf.lines import Lines

    line = (Change(1, (Mark("ins", (Words("neuf"),)), Mark("del", (Words("vieux"),)))),)
    pieces = Lines("fr", Signs()).words(line)
    assert pieces == [{"m": "ins", "p": ["neuf"]}, " ", {"m": "del", "p": ["vieux"]}]


def test_the_band_and_the_page_number_stand_on_every_page() -> None:
    said = pages(long_sheet(language="en"))
    assert len(said) > 2
    for n, page in enumerate(said, 1):
        assert "Projet soumis au vote" in page
        assert f"page {n} of {len(said)}" in page
        assert "SHA-256 1f2e3d4c5b6a" in page


def test_the_current_article_stands_at_the_head_of_each_further_page() -> None:
    for page in pages(long_sheet())[1:]:
        heads = re.findall(r"Article \d+ – Titre \d+", page)
        assert heads
        first_body = re.search(r"réunit (\d+) fois", page)
        assert first_body is not None
        assert int(heads[0].split()[1]) in (int(first_body[1]), int(first_body[1]) - 1)


def test_the_header_of_a_table_is_on_each_of_its_pages() -> None:
    rows = "".join(f"| Membre {n} | {n} € |\n" for n in range(120))
    source = "# Statuts\n\n| Catégorie | Montant |\n|---|---:|\n" + rows
    for sheet in (
        redline_sheet(source, source.replace("| 7 €", "| 8 €")),
        sheet_of(
            *masthead(),
            Grid(
                ((cell("Catégorie", heading=True), cell("Montant", heading=True)),),
                tuple((cell(f"Membre {n}"), cell(f"{n} €")) for n in range(120)),
            ),
        ),
    ):
        said = pages(sheet)
        assert len(said) > 2
        assert all("Catégorie" in page and "Montant" in page for page in said)


def test_a_comparison_breaks_its_rows_and_repeats_its_header() -> None:
    old = "# Statuts\n\nPréambule.\n\n" + "Une phrase qui dit quelque chose. " * 400
    said = pages(sheet_of(*masthead(), comparison(old, old.replace("quelque", "presque", 3))))
    assert len(said) > 2
    assert all("Texte en vigueur Texte proposé Modifications" in page for page in said)


def tags(sheet: Sheet) -> list[str]:
    """The names of the tags in reading order."""
    found: list[str] = []

    def walk(node: pikepdf.Object) -> None:
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            found.append(str(node.S)[1:])
            walk(node.get("/K", pikepdf.Array()))
        elif isinstance(node, pikepdf.Dictionary) and "/K" in node:
            walk(node.K)

    with pikepdf.open(io.BytesIO(printed(sheet).data)) as pdf:
        walk(pdf.Root.StructTreeRoot.K)
    return found


def test_screen_readers_meet_headings_lists_and_tables() -> None:
    found = tags(redline_sheet(OLD, NEW))
    assert [tag for tag in found if re.fullmatch(r"H\d", tag)] == ["H1", "H2", "H3", "H3", "H3"]
    assert found.count("TH") == 2
    assert found.count("TD") == 4
    assert (found.count("LI"), found.count("Lbl"), found.count("LBody")) == (2, 2, 2)


def test_a_heading_may_jump_a_rank_or_come_without_a_title() -> None:
    sheet = sheet_of(Heading(3, words("Trois")), plain_passage("##### Cinq\n\nMots.\n"))
    assert [tag for tag in tags(sheet) if tag.startswith("H")] == ["H1", "H2"]


def test_the_outline_has_the_headings_as_the_new_text_has_them() -> None:
    new = OLD.replace("Article 3 – Durée", "Article 4 – Durée")
    outline = PdfReader(io.BytesIO(printed(redline_sheet(OLD, new)).data)).outline

    def titles(entries: list) -> list[str]:  # type: ignore[type-arg]
        return [t for e in entries for t in (titles(e) if isinstance(e, list) else [flat(str(e.title))])]

    assert "Article 4 – Durée" in titles(outline)
    assert "Article 3 – Durée" not in titles(outline)


def test_quoted_passages_and_cells_head_no_chapter() -> None:
    quoted = replace(plain_passage(OLD), quoted=True)
    sheet = sheet_of(*masthead(), quoted, comparison(OLD, NEW))
    assert [tag for tag in tags(sheet) if re.fullmatch(r"H\d", tag)] == ["H1"]


def annotations(sheet: Sheet) -> list[pikepdf.Object]:
    with pikepdf.open(io.BytesIO(printed(sheet).data)) as pdf:
        return [str(a.get("/A", {})) for page in pdf.pages for a in page.get("/Annots", [])]


def test_links_of_a_text_lead_nowhere() -> None:
    source = "# A\n\n[un](javascript:alert(1)) [deux](https://example.org) <https://example.com/>\n"
    assert annotations(redline_sheet(source, source + "\nFin.\n")) == []


def test_a_paper_leads_to_its_own_headings_only() -> None:
    there = sheet_of(*masthead(), Paragraph((Run("voir", anchor="la"),)), Heading(2, words("Là"), "la"))
    nowhere = sheet_of(*masthead(), Paragraph((Run("voir", anchor="ailleurs"),)))
    assert len(annotations(there)) == 1
    assert "URI" not in annotations(there)[0]
    assert annotations(nowhere) == []


def test_two_headings_of_one_name_do_no_harm() -> None:
    twice = [Heading(2, words("Là"), "la"), Heading(2, words("Là"), "la"), Box((paragraph("Ici"),), "la")]
    assert len(annotations(sheet_of(*masthead(), Paragraph((Run("voir", anchor="la"),)), *twice))) == 1


HOSTILE = r"""# #let x = 1

## Article 1 – #panic("x") $x^2$ @ref <label> \ // /* */

#let x = 1 ; $ x/y $ @ref <label> [content] #{1+1} = h -- --- ~ \u{41} "q" 'q' ... == titre

+ plus
/ terme: suite
"""


def test_nothing_in_a_text_is_read_as_an_instruction() -> None:
    said = pages(redline_sheet(HOSTILE, HOSTILE + "\nFin.\n", title="#x $y$", band="*b*", running="#r @s"))[0]
    for words_ in (
        '#panic("x") $x^2$ @ref <label>', "// /* */",
        "#let x = 1 ; $ x/y $ @ref <label> [content] #{1+1} = h -- --- ~", "\"q\" 'q' ... == titre",
        "/ terme: suite", "*b*", "#r @s",
    ):  # fmt: skip
        assert words_ in said


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("cloche \x07 fin", "cloche ⟨U+0007⟩ fin"),
        ("rire 😀 fin", "rire ⟨U+1F600 GRINNING FACE⟩ fin"),
        ("日本語 fin", "⟨U+65E5 U+672C U+8A9E⟩ fin"),
        ("a\u202ebc", "a⟨U+202E RIGHT-TO-LEFT OVERRIDE⟩bc"),
        ("a\u2028b", "a⟨U+2028 LINE SEPARATOR⟩b"),
        ("privé \ue123 fin", "privé ⟨U+E123⟩ fin"),
        ("e\u0301te\u0301 Ω ж ☐ → €", "été Ω ж ☐ → €"),
    ],
)
def test_what_cannot_be_drawn_is_named(text: str, shown: str) -> None:
    assert shown in pages(sheet_of(*masthead(), paragraph(text)))[0]
    assert shown in pages(redline_sheet(f"# A\n\n{text}\n", f"# A\n\n{text} encore\n"))[0]


def test_whoever_asks_is_told_what_was_replaced() -> None:
    messages = printed(sheet_of(*masthead(), paragraph("rire 😀, 日本語, 😀"))).messages
    assert [str(message) for message in messages] == [
        "The fonts of the PDF lack 4 signs; they are shown by their codes: U+1F600 GRINNING FACE, U+65E5 CJK"
        " UNIFIED IDEOGRAPH-65E5, U+672C CJK UNIFIED IDEOGRAPH-672C, U+8A9E CJK UNIFIED IDEOGRAPH-8A9E."
    ]
    assert printed(sheet_of(*masthead(), paragraph("Œuvre : « où ? » – 1 500 €"))).messages == ()


def test_letters_from_right_to_left_keep_to_themselves() -> None:
    assert Signs().fit("avant مرحبا بكم (12) après") == "avant \u2067مرحبا بكم\u2069 (12) après"
    assert Signs().fit("שלום") == "\u2067שלום\u2069"
    assert printed(sheet_of(*masthead(), paragraph("مرحبا (12) שלום"))).messages == ()


def test_a_sign_that_the_fonts_turn_out_to_lack_is_named_on_a_second_try(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("statuts.render.pdf.signs._unknown", lambda: re.compile("[^\\s\\S]"))
    result = printed(sheet_of(*masthead(), paragraph("rire 😀")))
    assert len(result.messages) == 1


def test_an_article_of_20_000_words_goes_through() -> None:
    source = "# A\n\n" + " ".join(["mot de plus pour voir la longueur du texte qui"] * 2000)
    said = pages(redline_sheet(source + "\n", source.replace("voir", "lire", 1) + " finit\n"))
    assert len(said) > 20
    assert "finit" in said[-1]


def test_a_word_longer_than_the_line_is_broken_not_lost() -> None:
    digits = "".join(f"{n:05}" for n in range(400))
    said = "".join(pages(sheet_of(paragraph(digits), running="", band="", title="t"))).replace(" ", "")
    assert digits in said


@pytest.mark.parametrize("columns", [9, 30])
def test_a_table_of_many_columns_keeps_every_cell(columns: int) -> None:
    def row(word: str) -> str:
        return "|" + "|".join(f"{word}{n}" for n in range(columns)) + "|\n"

    source = "# A\n\n" + row("colonne") + "|" + "---|" * columns + "\n" + row("cellule") * 30
    sheet = redline_sheet(source, source.replace("cellule5", "autre5", 3))
    with pikepdf.open(io.BytesIO(printed(sheet).data)) as pdf:
        wide = max(float(page.mediabox[2]) for page in pdf.pages)
    assert (wide > 800) == (columns > 16)
    said = "".join(pages(sheet)).replace(" ", "")
    assert all(f"cellule{n}" in said for n in range(columns))


def test_boxes_to_fill_in_signatures_pictures_and_page_breaks() -> None:
    logo = Image(PIXEL, "image/png", "Le logo")
    said = pages(sheet_of(logo, *ballot()))
    assert len(said) == 2
    for words_ in ("Pour Contre Abstention", "La présidente", "1. Résolution n° 1", "Lieu non consigné"):
        assert words_ in said[0]
    assert "Empreinte" in said[1]
    assert "Figure" in tags(sheet_of(logo))


def test_a_box_longer_than_a_page_is_not_cut() -> None:
    said = pages(sheet_of(*masthead(), Box((paragraph("mot " * 2500 + "fin"),))))
    assert len(said) > 2
    assert "fin" in said[-1]


def test_large_print_is_at_least_16_points_high() -> None:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(printed(redline_sheet(OLD, NEW, large=True)).data)) as pdf:
        sizes = [char["size"] for page in pdf.pages for char in page.chars if "Serif" in char["fontname"]]
        body = sorted(sizes)[len(sizes) // 2]
        assert body >= 16
        assert min(char["size"] for page in pdf.pages for char in page.chars) > 8


def test_three_texts_have_their_own_marks() -> None:
    from statuts.diff.three import compare_three
    from statuts.markdown.read import read
    from statuts.model.sheet import Passage

    third = NEW.replace("apartisan", "ouvert").replace("25 €", "30 €")
    redline = compare_three(read(OLD), read(NEW), read(third), ("a", "b", "c"))
    sheet = sheet_of(*masthead(), *(Passage(a, Look.REDLINE) for a in redline.articles))
    assert "neutre apartisan ouvert" in pages(sheet)[0]


def test_marks_around_links_moves_and_styles_go_together() -> None:
    """An accessible PDF has no words both underlined and struck: typst refuses them."""
    old = "# A\n\n## Un\n\n[lien](x) **gras** `code` 1er *it*\n\n## Deux\n\nMots qui restent là où ils sont toujours.\n"
    new = "# A\n\n## Deux\n\nMots qui restent là où ils sont placés toujours.\n\n## Un\n\n[autre lien](y) **gras** fin\n"
    for one, other in ((old, new), (new, old), (old, ""), ("", old)):
        assert len(pages(redline_sheet(one, other))) == 1


def test_folded_differences_are_not_drawn_unless_shown() -> None:
    old, new = "# A\n\nUn texte : il reste.\n", "# A\n\nUn texte\u00a0: il reste.\n"
    folded = values_of(redline_sheet(old, new), voice(), Signs())
    assert '"m"' not in repr(folded["body"]).replace("'", '"')
    from statuts.model.redline import ChangeClass

    shown = pages(redline_sheet(old, new, shown=frozenset(ChangeClass)))[0]
    assert "⟨espace⟩ ⟨espace insécable⟩" in shown or "⟨espace⟩⟨espace insécable⟩" in shown


def test_a_broken_template_is_told_as_one() -> None:
    with pytest.raises(TemplateProblem) as caught:
        write_pdf(sheet_of(*masthead()), "#let x =", voice())
    assert "cannot be laid out" in str(caught.value.message)


def test_a_template_reaches_no_file() -> None:
    with pytest.raises(TemplateProblem):
        write_pdf(sheet_of(*masthead()), '#read("/etc/passwd")', voice())


def test_a_picture_that_is_none_is_told() -> None:
    with pytest.raises(TemplateProblem):
        printed(sheet_of(Image(b"no picture", "image/png", "x")))


def test_pages_are_counted_in_the_words_of_the_language() -> None:
    said = voice()
    spoken = replace(
        said,
        say=lambda m: (
            "feuille {total} : {n}".format(**m.values) if m.text == "page {n} of {total}" else str(m)
        ),
    )
    assert values_of(sheet_of(), spoken, Signs())["page"] == ["feuille ", "#total", " : ", "#n"]
    assert str(msg("page {n} of {total}", n=1, total=2)) == "page 1 of 2"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("« mot » ; quoi ? oui : non !", "«\u00a0mot\u00a0»\u202f; quoi\u202f? oui\u00a0: non\u202f!"),
        ("1 500 € et 12 %", "1\u202f500\u00a0€ et 12\u00a0%"),
        ("l'article 12, n° 3", "l'article\u00a012, n°\u00a03"),
        ("10 2024", "10 2024"),
    ],
)
def test_spaces_hold_in_french_and_the_text_keeps_its_length(text: str, seen: str) -> None:
    assert typeset(text, "fr") == seen
    assert len(seen) == len(text)
    assert typeset(text, "en") == text


def test_ordinals_have_superior_letters() -> None:
    def raised(text: str) -> list[str]:
        return [part for part, high in superiors(text, "fr") if high]

    assert raised("l'article 1er, la 2e fois, le XXIe siècle, la 1re") == ["er", "e", "e", "re"]
    assert raised("le 3er, Ve, abc1er, 12345e, la v1e, 2elle, mer, De") == ["e"]
    assert "".join(part for part, _ in superiors("1er et 2e", "fr")) == "1er et 2e"


def test_superior_letters_are_still_read_as_letters() -> None:
    assert (
        "l'article 1er des statuts" in pages(sheet_of(*masthead(), paragraph("l'article 1er des statuts")))[0]
    )


def test_a_plain_comparison_grid_without_widths() -> None:
    grid = Grid((), ((cell("a"), cell("b")), (cell("c"),)), GridRole.COLUMNS)
    assert "a b c" in " ".join(pages(sheet_of(*masthead(), grid)))

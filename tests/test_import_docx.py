"""What a Word file says, and what stands beside it: no word is lost, none is made up."""

import time
from collections import Counter
from collections.abc import Iterable

import pytest
from budget import in_time
from hostile import zipped
from lxml.etree import fromstring
from test_import_docx_judged import TRACKED
from word_files import (
    DEL,
    INS,
    STYLES,
    abstract,
    dele,
    ins,
    level,
    members,
    num,
    p,
    r,
    relation,
    restart,
    row,
    table,
    word,
)

from statuts.errors import InputError
from statuts.importers.docx import read_docx
from statuts.importers.docx.names import W
from statuts.importers.sides import one_side
from statuts.model.brought import (
    Aside,
    AsideKind,
    Brought,
    BroughtKind,
    BroughtParagraph,
    BroughtRun,
    BroughtTable,
)
from statuts.model.redline import Op, Side

SLOW = 3  # this machine may be busy with other things


def one(body: str, styles: str = STYLES, **parts: str | bytes) -> BroughtParagraph:
    (paragraph,) = read_docx(word(body, styles, **parts)).blocks
    assert isinstance(paragraph, BroughtParagraph)
    return paragraph


def texts(brought: Brought) -> list[str]:
    return [paragraph.text for paragraph in brought.paragraphs()]


def labels(body: str, numbering: str, styles: str = STYLES) -> list[str]:
    return [paragraph.label for paragraph in read_docx(word(body, styles, numbering=numbering)).paragraphs()]


def aside(brought: Brought, kind: AsideKind) -> Aside:
    (found,) = [one for one in brought.asides if one.kind is kind]
    return found


def words(found: Aside) -> list[str]:
    return [paragraph.text for paragraph in found.paragraphs]


# How words look


@pytest.mark.parametrize(
    ("looks", "shown"),
    [
        ("<w:b/>", {"strong": True}),
        ('<w:b w:val="0"/>', {}),
        ('<w:b w:val="false"/>', {}),
        ("<w:i/>", {"em": True}),
        ('<w:u w:val="single"/>', {"underline": True}),
        ('<w:u w:val="none"/>', {}),
        ("<w:strike/>", {"strike": True}),
        ("<w:dstrike/>", {"strike": True}),
        ('<w:color w:val="FF0000"/>', {"colour": "#ff0000"}),
        ('<w:color w:val="auto"/>', {}),
        ('<w:color w:val="000000"/>', {}),
        ('<w:sz w:val="28"/>', {"size": 14}),
        ('<w:rStyle w:val="Gras"/>', {"strong": True}),
        ('<w:rStyle w:val="Gras"/><w:b w:val="0"/>', {}),
        ('<w:rStyle w:val="absent"/>', {}),
    ],
)
def test_a_run_has_the_look_it_is_shown_with(looks: str, shown: dict[str, object]) -> None:
    assert one(p(r("mot", looks))).runs == (BroughtRun("mot", **{"size": 11, **shown}),)  # type: ignore[arg-type]


def test_capitals_are_read_as_they_are_shown() -> None:
    assert one(p(r("l’élève", "<w:caps/>") + r(" été", "<w:smallCaps/>"))).text == "L’ÉLÈVE été"


def test_looks_come_from_styles_and_what_two_styles_say_at_once_is_off() -> None:
    styles = STYLES + (
        '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:rPr><w:b/><w:i/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Fille"><w:name w:val="Fille"/><w:basedOn w:val="Base"/>'
        '<w:rPr><w:i w:val="0"/></w:rPr></w:style>'
    )
    plain, toggled = one(p(r("a ") + r("b", '<w:rStyle w:val="Gras"/>'), "Fille"), styles).runs
    assert (plain.strong, plain.em, toggled.strong) == (True, False, False)


def test_the_colour_of_plain_words_is_none() -> None:
    styles = STYLES.replace('<w:sz w:val="22"/>', '<w:color w:val="333333"/><w:sz w:val="22"/>')
    assert [run.colour for run in one(p(r("a") + r("b", '<w:color w:val="00FF00"/>')), styles).runs] == [
        "",
        "#00ff00",
    ]


def test_neighbours_of_one_look_are_one_run() -> None:
    assert len(one(p(r("a") + r("b") + r("c", "<w:b/>") + r("d", "<w:b/>"))).runs) == 2


# Signs


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb"),
        ('<w:r><w:br w:type="page"/><w:t>a</w:t></w:r>', "a"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "a\nb"),
        ('<w:r><w:t>a</w:t></w:r><w:r><w:br w:type="page"/></w:r>', "a"),
        ("<w:r><w:t>vice</w:t><w:noBreakHyphen/><w:t>présidence</w:t></w:r>", "vice\u2011présidence"),
        ("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>", "a\u00adb"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> oui</w:t></w:r>', "✓oui"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', "•"),
        ('<w:r><w:sym w:font="Arial" w:char="00A7"/></w:r>', "§"),
        ("<w:r><w:t>\uf0a8 oui \uf0ff</w:t></w:r>", "☐ oui \uf0ff"),
        ("<w:r><w:t> a </w:t></w:r><w:r><w:t>b</w:t></w:r>", "ab"),
        ('<w:smartTag w:element="x"><w:r><w:t>a</w:t></w:r></w:smartTag>', "a"),
        ('<w:customXml w:element="x"><w:r><w:t>a</w:t></w:r></w:customXml>', "a"),
        ("<w:sdt><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt>", "a"),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>haut</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>bas</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "bas",
        ),
    ],
)
def test_signs_are_read_as_they_are_shown(xml: str, text: str) -> None:
    assert one(p(xml)).text == text


def field(code: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ('<w:fldSimple w:instr=" DATE "><w:r><w:t>2026</w:t></w:r></w:fldSimple>', "2026"),
        (r("art. ") + field("REF x", r("3")) + r(" bis"), "art. 3 bis"),
        (r("a ") + field(f"IF {field('PAGE', r('9'))} = 1", r("oui")) + r(" b"), "a oui b"),
        ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("a"), "a"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>X</w:instrText><w:fldChar w:fldCharType="separate"/>'
            '<w:t>un</w:t><w:fldChar w:fldCharType="end"/></w:r>',
            "un",
        ),
    ],
)
def test_of_a_field_the_result_is_text_and_the_code_is_not(xml: str, text: str) -> None:
    assert one(p(xml)).text == text


@pytest.mark.parametrize(
    ("target", "link"),
    [
        ("https://exemple.fr/a", "https://exemple.fr/a"),
        ("mailto:a@exemple.fr", "mailto:a@exemple.fr"),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_only_links_to_the_web_and_to_mailboxes_are_kept(target: str, link: str) -> None:
    by_id = word(
        p(f'<w:hyperlink r:id="l">{r("ici")}</w:hyperlink>'),
        links=relation("l", "hyperlink", target, outside=True),
    )
    for data in (by_id, word(p(field(f'HYPERLINK "{target}"', r("ici"))))):
        (paragraph,) = read_docx(data).paragraphs()
        assert [(run.text, run.link) for run in paragraph.runs] == [("ici", link)]


def test_a_link_is_looked_up_in_the_part_it_stands_in() -> None:
    link = p(f'<w:hyperlink r:id="l" w:anchor="art3">{r("ici")}</w:hyperlink>')
    of_header = f'<Relationships xmlns="http://x">{relation("l", "hyperlink", "https://b.fr", outside=True)}</Relationships>'
    read = read_docx(
        word(
            link,
            links=relation("l", "hyperlink", "https://a.fr/", outside=True),
            header1=link,
            **{"word/_rels/header1.xml.rels": of_header},
        )
    )
    (paragraph,) = read.paragraphs()
    (header,) = read.asides
    assert [run.link for run in paragraph.runs + header.paragraphs[0].runs] == [
        "https://a.fr/#art3",
        "https://b.fr#art3",
    ]


def test_the_first_letter_set_large_belongs_to_its_word() -> None:
    first = p("L", more='<w:framePr w:dropCap="drop" w:lines="3"/>')
    assert texts(read_docx(word(first + p("’association")))) == ["L’association"]


# What paragraphs are


@pytest.mark.parametrize(
    ("style", "outline", "found"),
    [
        ("heading 2", "", (BroughtKind.HEADING, 2)),
        ("Titre 3", "", (BroughtKind.HEADING, 3)),
        ("Überschrift 1", "", (BroughtKind.HEADING, 1)),
        ("Heading4", "", (BroughtKind.HEADING, 4)),
        ("Mon titre", '<w:outlineLvl w:val="2"/>', (BroughtKind.HEADING, 3)),
        ("heading 2", '<w:outlineLvl w:val="9"/>', (BroughtKind.PARAGRAPH, 0)),
        ("Mon titre", '<w:outlineLvl w:val="-3"/>', (BroughtKind.PARAGRAPH, 0)),
        ("Quote", "", (BroughtKind.QUOTE, 1)),
        ("HTML Preformatted", "", (BroughtKind.CODE, 0)),
        ("Body Text", "", (BroughtKind.PARAGRAPH, 0)),
    ],
)
def test_headings_are_known_by_their_rank_or_their_style(
    style: str, outline: str, found: tuple[object, int]
) -> None:
    styles = f'{STYLES}<w:style w:type="paragraph" w:styleId="S"><w:name w:val="{style}"/></w:style>'
    paragraph = one(p("a", "S", more=outline), styles)
    assert (paragraph.kind, paragraph.level) == found
    assert paragraph.style == style


def test_a_style_takes_its_rank_from_the_one_it_is_based_on_and_a_ring_is_cut() -> None:
    styles = STYLES + (
        '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="Mien"/><w:basedOn w:val="Titre2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
    )
    first, second = read_docx(word(p("a", "S") + p("b", "A"), styles)).paragraphs()
    assert (first.kind, first.level, second.kind) == (BroughtKind.HEADING, 2, BroughtKind.PARAGRAPH)


def test_centred_paragraphs_say_so() -> None:
    assert one(p("a", more='<w:jc w:val="center"/>')).centred


# Numbers where Word and LibreOffice differ, or LibreOffice names none

LISTS = abstract(0, level(0, "Article %1 – "), level(1, "%1.%2")) + num(1, 0) + num(2, 0, restart(0))


def in_font(name: str) -> str:
    return f'<w:rPr><w:rFonts w:ascii="{name}"/></w:rPr>'


@pytest.mark.parametrize(
    ("levels", "places", "shown"),
    [
        ([level(0, "%1.", "ordinal")], "1/0 1/0", "1er. 2e."),
        (
            [level(0, "%1.", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>")],
            "1/0 1/1 1/0 1/1",
            "I. 1.1 II. 2.1",
        ),
        (
            [level(0, "%1."), level(1, "art.%2", more='<w:lvlRestart w:val="0"/>')],
            "1/0 1/1 1/0 1/1",
            "1. art.1 2. art.2",
        ),
        (
            [level(0, "%1."), level(1, "%2)"), level(2, "[%3]", more='<w:lvlRestart w:val="1"/>')],
            "1/0 1/1 1/2 1/1 1/2 1/0 1/1 1/2",
            "1. 1) [1] 2) [2] 2. 1) [1]",
        ),
        ([level(0, "\uf0b7", "bullet"), level(1, "o", "bullet")], "1/0 1/1", "• ◦"),
        ([level(0, "\uf0a7", "bullet", more=in_font("Wingdings"))], "1/0", "▪"),
        ([level(0, "\uf02d", "bullet", more=in_font("Symbol"))], "1/0", "–"),
        (
            [level(0, "–", "bullet"), level(1, "", "bullet", more='<w:lvlPicBulletId w:val="0"/>')],
            "1/0 1/1",
            "– •",
        ),
        (
            [level(0, "%1", more="<w:rPr><w:caps/></w:rPr>").replace("%1", "Article&#160;%1")],
            "1/0",
            "ARTICLE\u00a01",
        ),
        ([level(0, "%1%1" * 1000)], "1/0", "1" * 9 + "%1" * 91),
        ([level(0, "%1", "upperRoman", start=100_000)], "1/0", "100000"),
        ([level(0, "%1", "upperLetter", start=100_000)], "1/0", "100000"),
        ([level(0, "%1", "unknown")], "1/0", "1"),
        ([], "1/0", ""),
    ],
)
def test_numbers_are_written_as_word_writes_them(levels: list[str], places: str, shown: str) -> None:
    body = "".join(p("x", number=place) for place in places.split())
    assert " ".join(labels(body, abstract(0, *levels) + num(1, 0))) == shown


def test_the_level_of_a_style_is_the_one_that_names_it() -> None:
    styles = STYLES.replace("<w:outlineLvl", '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl')
    lists = abstract(
        0,
        level(0, "Art. %1", more='<w:pStyle w:val="Titre1"/>'),
        level(1, "%1.%2", more='<w:pStyle w:val="Titre2"/>'),
    )
    assert labels(p("a", "Titre1") + p("b", "Titre2") + p("c", "Titre2"), lists + num(1, 0), styles) == [
        "Art. 1",
        "1.1",
        "1.2",
    ]


def test_a_list_whose_first_item_is_struck_begins_anew_with_the_next() -> None:
    body = p("a", number="1/0") + p(dele("b"), number="2/0", mark=DEL) + p("c", number="2/0")
    read = read_docx(word(body, numbering=LISTS))
    assert [one.label for one in one_side(read, Side.NEW).paragraphs()] == ["Article 1 – ", "Article 1 – "]
    assert [one.label for one in one_side(read, Side.OLD).paragraphs()] == [
        "Article 1 – ",
        "Article 1 – ",
        "Article 2 – ",
    ]


def test_a_number_is_in_capitals_where_its_paragraph_is() -> None:
    body = p(r("Objet", "<w:caps/>"), number="1/0", mark="<w:caps/>")
    assert labels(body, LISTS) == ["ARTICLE 1 – "]


def test_items_say_how_deep_they_stand_and_lists_that_do_not_exist_number_nothing() -> None:
    first, second, third = read_docx(
        word(p("a", number="1/0") + p("b", number="1/1") + p("c", number="7/0"), numbering=LISTS)
    ).paragraphs()
    assert [(one.kind, one.level) for one in (first, second)] == [
        (BroughtKind.ITEM, 1),
        (BroughtKind.ITEM, 2),
    ]
    assert (third.kind, third.label) == (BroughtKind.PARAGRAPH, "")


# Tracked changes that LibreOffice does not read as Word does


def sides(body: str, **parts: str | bytes) -> tuple[list[str], list[str]]:
    read = read_docx(word(body, **parts))
    return texts(one_side(read, Side.OLD)), texts(one_side(read, Side.NEW))


@pytest.mark.parametrize(
    ("body", "old", "new"),
    [
        (p("a ", mark=INS + DEL) + p("b"), ["a b"], ["a b"]),
        (p("t") + table(row("a"), row("c", mark=DEL)) + p("f"), ["t", "a", "c", "f"], ["t", "a", "f"]),
        (p("t") + p(dele("x"), mark=DEL) + table(row("a")) + p("f"), ["t", "x", "a", "f"], ["t", "a", "f"]),
        (p("a ") + ins(p("b"), by='w:author="x"') + p("c"), ["a ", "c"], ["a ", "b", "c"]),
        (
            p("t")
            + table(row("a", "b")).replace("</w:tcPr>", '<w:cellDel w:id="8" w:author="x"/></w:tcPr>', 1),
            ["t", "a", "b"],
            ["t", "b"],
        ),
        (
            p(r("a ") + f"<w:sdt><w:sdtContent>{ins('b ')}{dele('c ')}</w:sdtContent></w:sdt>" + r("d")),
            ["a c d"],
            ["a b d"],
        ),
        (p(r("a") + dele(field("DATE", r("hier", tag="delText")))), ["ahier"], ["a"]),
    ],
)
def test_both_texts_are_those_of_word(body: str, old: list[str], new: list[str]) -> None:
    assert sides(body) == (old, new)


def test_words_in_neither_text_are_left_out_and_that_is_said() -> None:
    read = read_docx(word(p(r("a ") + ins(dele("perdu")) + r("b"))))
    assert texts(read) == ["a b"]
    assert [str(remark) for remark in read.remarks] == [
        "Words that one person inserted and another struck were left out: they are in neither text."
    ]


def test_who_changed_what_and_when_is_kept() -> None:
    kept, new, gone = one(p(r("a ") + ins("b ") + dele("c"))).runs
    assert (kept.op, kept.author) == (Op.EQUAL, "")
    assert (new.op, new.author, new.moment) == (Op.INSERT, "Léa", "2026-11-23T10:00:00Z")
    assert gone.op is Op.DELETE


def test_one_side_is_not_tracked_any_more_and_an_untracked_file_has_but_one() -> None:
    read = read_docx(word(p(r("a ") + ins("b")) + p("c")))
    assert read.is_tracked
    assert not one_side(read, Side.NEW).is_tracked
    assert one_side(read, Side.BOTH) is read
    plain = read_docx(word(p("a") + table(row("b", "c"))))
    assert not plain.is_tracked
    assert one_side(plain, Side.OLD) == one_side(plain, Side.NEW) == plain


def test_a_heading_that_was_none_is_none_in_the_old_text() -> None:
    was = '<w:pPrChange w:id="9" w:author="a"><w:pPr/></w:pPrChange>'
    read = read_docx(word(p("a", "Titre1", more=was) + p("b", number="1/0"), numbering=LISTS))
    (new, _), (old, _) = (one_side(read, side).paragraphs() for side in (Side.NEW, Side.OLD))
    assert (new.kind, old.kind) == (BroughtKind.HEADING, BroughtKind.PARAGRAPH)


def test_a_heading_that_was_split_is_one_again_in_the_old_text() -> None:
    was = '<w:pPrChange w:id="9" w:author="a"><w:pPr><w:pStyle w:val="Titre1"/></w:pPr></w:pPrChange>'
    for rest in ("jet", ins("Des mots.")):
        read = read_docx(word(p("Ob", "Titre1", mark=INS) + p(rest, more=was)))
        (old,) = one_side(read, Side.OLD).paragraphs()
        _, new = one_side(read, Side.NEW).paragraphs()
        assert (old.text, old.kind) == ("Objet" if rest == "jet" else "Ob", BroughtKind.HEADING)
        assert new.kind is BroughtKind.PARAGRAPH


def test_a_heading_after_which_words_are_new_stays_one() -> None:
    read = read_docx(word(p("Objet", "Titre1", mark=INS) + p(ins("Des mots."))))
    (old,) = one_side(read, Side.OLD).paragraphs()
    assert (old.text, old.kind) == ("Objet", BroughtKind.HEADING)


def test_a_number_given_by_a_tracked_change_is_not_in_the_old_text() -> None:
    numbered = p("a", number="1/0").replace("</w:numPr>", '<w:ins w:id="7" w:author="a"/></w:numPr>')
    read = read_docx(word(numbered + p("b", number="1/0"), numbering=LISTS))
    assert [one.label for one in one_side(read, Side.OLD).paragraphs()] == ["", "Article 1 – "]
    assert [one.label for one in one_side(read, Side.NEW).paragraphs()] == ["Article 1 – ", "Article 2 – "]


# Tables


def grid(read: Brought) -> list[list[str]]:
    (found,) = [block for block in read.blocks if isinstance(block, BroughtTable)]
    return [["|".join(one.text for one in cell) for cell in row.cells] for row in found.rows]


def test_cells_that_span_columns_or_rows_leave_empty_ones() -> None:
    wide = row("a", "b").replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>', 1)
    tall = row("c", "d", "e").replace("<w:tcPr>", '<w:tcPr><w:vMerge w:val="restart"/>', 1)
    below = row("", "f", "g").replace("<w:tcPr>", "<w:tcPr><w:vMerge/>", 1)
    before = row("h", mark='<w:gridBefore w:val="2"/>')
    read = read_docx(word(table(wide, tall, below, before, columns=3)))
    assert grid(read) == [["a", "", "b"], ["c", "d", "e"], ["", "f", "g"], ["", "", "h"]]


def test_rows_of_headings_and_wrapped_rows_and_cells_are_read() -> None:
    wrapped = f"<w:sdt><w:sdtContent>{row('c', 'd')}</w:sdtContent></w:sdt>"
    cell = (
        row("e", "f")
        .replace("<w:tc>", "<w:sdt><w:sdtContent><w:tc>", 1)
        .replace("</w:tc>", "</w:tc></w:sdtContent></w:sdt>", 1)
    )
    read = read_docx(word(table(row("a", "b", mark="<w:tblHeader/>"), wrapped, cell)))
    assert grid(read) == [["a", "b"], ["c", "d"], ["e", "f"]]
    (found,) = read.blocks
    assert isinstance(found, BroughtTable)
    assert [one.heading for one in found.rows] == [True, False, False]


def test_a_table_in_a_cell_is_read_as_paragraphs() -> None:
    read = read_docx(word(table(row(p("a") + table(row("b", "c")) + p("d"), "e"))))
    assert grid(read) == [["a|b|c|d", "e"]]
    assert [str(remark) for remark in read.remarks] == ["1 table inside a table was read as paragraphs."]


# What stands beside


def test_notes_are_kept_apart_and_leave_no_mark() -> None:
    body = p(
        r("mot")
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + r(" suite")
        + '<w:r><w:endnoteReference w:id="3"/></w:r>'
    )
    notes = (
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Voir </w:t></w:r>'
        f"{dele('ceci')}{ins('cela')}</w:p></w:footnote>"
    )
    ends = f'<w:endnote w:id="3">{p("La fin.")}</w:endnote>'
    read = read_docx(word(body, footnotes=notes, endnotes=ends))
    assert texts(read) == ["mot suite"]
    first, last = read.asides
    assert (first.kind, first.about, words(first), first.place) == (
        AsideKind.FOOTNOTE,
        "1",
        ["Voir cecicela"],
        "¶ 1",
    )
    assert (last.kind, last.about, words(last)) == (AsideKind.FOOTNOTE, "i", ["La fin."])
    assert words(one_side(read, Side.NEW).asides[0]) == ["Voir cela"]


def test_a_note_with_a_mark_of_its_own_leaves_none_either() -> None:
    mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    read = read_docx(
        word(p(r("mot") + mark + r(".")), footnotes=f'<w:footnote w:id="2">{p("note")}</w:footnote>')
    )
    assert (texts(read), words(read.asides[0])) == (["mot."], ["note"])


def test_a_note_whose_mark_is_struck_goes_with_it() -> None:
    body = p(r("mot") + dele('<w:r><w:footnoteReference w:id="2"/></w:r>'))
    read = read_docx(word(body, footnotes=f'<w:footnote w:id="2">{p("note")}</w:footnote>'))
    assert [len(one_side(read, side).asides) for side in (Side.OLD, Side.NEW)] == [1, 0]


def test_comments_say_who_and_about_what() -> None:
    body = p(
        '<w:commentRangeStart w:id="0"/>'
        + r("deux tiers")
        + '<w:commentRangeEnd w:id="0"/>'
        + r(" des membres")
    )
    note = f'<w:comment w:id="0" w:author="Zoé" w:date="2026-01-01T00:00:00Z">{p("Trop ?")}{p("Oui.")}</w:comment>'
    read = read_docx(word(body, comments=note))
    found = aside(read, AsideKind.COMMENT)
    assert (found.author, found.about, words(found)) == ("Zoé", "deux tiers", ["Trop ?", "Oui."])
    assert texts(read) == ["deux tiers des membres"]


def test_headers_and_footers_are_kept_apart_each_wording_once() -> None:
    page = '<w:p><w:r><w:t xml:space="preserve">Page </w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    read = read_docx(
        word(p("a"), header1=p("Statuts"), header2=p("Statuts"), footer1=page, footer2=p("Les 12 membres"))
    )
    assert [(one.kind, words(one)) for one in read.asides] == [
        (AsideKind.HEADER, ["Statuts"]),
        (AsideKind.PAGE_NUMBER, ["Page 1"]),
        (AsideKind.FOOTER, ["Les 12 membres"]),
    ]


def box(*paragraphs: str) -> str:
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="x">'
        f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_the_words_of_a_box_are_read_once_and_kept_apart() -> None:
    read = read_docx(word(p(r("a") + box(p("encadré"), table(row("b", "c"))) + r("z"))))
    assert texts(read) == ["az"]
    assert words(aside(read, AsideKind.TEXT_BOX)) == ["encadré", "b", "c"]


def test_a_box_in_a_box_and_changes_in_one_are_read() -> None:
    read = read_docx(word(p(r("a") + box(p(r("dehors") + ins(box(p("dedans"))))))))
    assert [words(one) for one in read.asides] == [["dehors"], ["dedans"]]
    assert [words(one) for one in one_side(read, Side.OLD).asides] == [["dehors"]]


def test_words_drawn_across_the_page_are_kept_apart() -> None:
    drawn = '<w:r><w:pict><v:shape><v:textpath on="t" string="PROJET"/></v:shape></w:pict></w:r>'
    read = read_docx(word(p("a"), header1=p(drawn)))
    assert [(one.kind, words(one)) for one in read.asides] == [(AsideKind.TEXT_BOX, ["PROJET"])]


def test_only_one_branch_of_an_alternative_is_read() -> None:
    alternative = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="{}"><w:t>neuf</w:t></mc:Choice>'
        "<mc:Fallback><w:t>vieux</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert one(p(alternative.format("wps"))).text == "neuf"
    assert one(p(alternative.format("v"))).text == "vieux"
    assert one(p(alternative.replace("Fallback", "Choice").format("v"))).text == "neuf"


CONTENTS = '<w:style w:type="paragraph" w:styleId="TM1"><w:name w:val="toc 1"/></w:style>'


@pytest.mark.parametrize(
    "contents",
    [
        f'<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>{p("Sommaire")}{p(field("TOC", r("Article 1 … 2")))}</w:sdtContent></w:sdt>',
        p("Sommaire", "TM1") + p("Article 1 … 2", "TM1"),
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC \\o</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>'
            + r("Sommaire")
        )
        + p(r("Article 1 … 2"))
        + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    ],
)
def test_a_table_of_contents_is_kept_apart(contents: str) -> None:
    read = read_docx(word(p("Titre", "Titre1") + contents + p("Suite"), STYLES + CONTENTS))
    assert texts(read) == ["Titre", "Suite"]
    assert words(aside(read, AsideKind.CONTENTS)) == ["Sommaire", "Article 1 … 2"]


def test_hidden_words_are_kept_apart_and_that_is_said() -> None:
    whole = p(r("tout", "<w:vanish/>"), mark="<w:vanish/>", number="1/0")
    read = read_docx(
        word(p(r("a ") + r("caché ", "<w:vanish/>") + r("b")) + whole + p("c", number="1/0"), numbering=LISTS)
    )
    assert [(one.text, one.label) for one in read.paragraphs()] == [("a b", ""), ("c", "Article 1 – ")]
    assert [words(one) for one in read.asides] == [["caché "], ["tout"]]
    assert [str(remark) for remark in read.remarks] == ["Hidden words were kept apart: 2 paragraphs."]


def test_what_is_no_text_is_left_out_and_said() -> None:
    picture = "<w:r><w:drawing><wp:inline><a:blip/></wp:inline></w:drawing></w:r>"
    links = (
        relation("t", "attachedTemplate", "http://127.0.0.1:1/t.dotm", outside=True)
        + relation("i", "image", "http://127.0.0.1:1/i.png", outside=True)
        + relation("h", "hyperlink", "https://exemple.fr", outside=True)
    )
    others = {"word/vbaProject.bin": b"x", "word/embeddings/o.bin": b"x"}
    read = read_docx(word(p(r("a") + picture) + '<w:altChunk r:id="z"/>' + p("b"), links=links, **others))
    assert texts(read) == ["a", "b"]
    assert [str(remark) for remark in read.remarks] == [
        "Macros in the file were ignored.",
        "1 embedded object was left out.",
        "2 files that the document would load from elsewhere were ignored.",
        "1 picture was left out.",
        "A part in another format was left out.",
    ]


# The file itself


def test_the_strict_dialect_is_read_too() -> None:
    parts = {}
    for name, content in members(p("a", "Titre1") + p(ins("b"))).items():
        text = content.decode()
        text = text.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        parts[name] = text.encode()
    first, second = read_docx(zipped(parts)).paragraphs()
    assert (first.text, first.kind, second.runs[0].op) == ("a", BroughtKind.HEADING, Op.INSERT)


def test_parts_may_have_other_names_and_encodings() -> None:
    parts = dict(members(p("é", "Titre1")))
    parts["textes/un.xml"] = (
        parts.pop("word/document.xml").decode().replace("UTF-8", "UTF-16").encode("utf-16")
    )
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", b"/textes/un.xml")
    parts["textes/_rels/un.xml.rels"] = parts.pop("word/_rels/document.xml.rels").replace(
        b'"styles.xml', b'"../word/styles.xml'
    )
    (paragraph,) = read_docx(zipped(parts)).paragraphs()
    assert (paragraph.text, paragraph.kind) == ("é", BroughtKind.HEADING)


def test_a_file_without_styles_or_lists_is_read() -> None:
    parts = {
        name: content for name, content in members(p("a", "Titre1", "1/0")).items() if "styles" not in name
    }
    assert texts(read_docx(zipped(parts))) == ["a"]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}, "OpenDocument"),
        ({"xl/workbook.xml": b"<a/>"}, "spreadsheet"),
        ({"ppt/presentation.xml": b"<a/>"}, "presentation"),
        ({"autre.xml": b"<a/>"}, "no text"),
        ({"word/document.xml": b"<a/>"}, "no text"),
    ],
)
def test_a_file_that_is_something_else_is_refused_by_name(parts: dict[str, bytes], said: str) -> None:
    with pytest.raises(InputError, match=said) as refused:
        read_docx(zipped(parts))
    assert refused.value.hint


def letters(words: Iterable[str | None]) -> Counter[str]:
    return Counter("".join("".join(word or "" for word in words).split()))


@pytest.mark.parametrize("name", sorted(TRACKED.keys() - {"struck in inserted"}))
def test_no_word_is_lost_and_none_made_up(name: str) -> None:
    body = TRACKED[name]
    root = fromstring(members(body)["word/document.xml"])
    assert letters(texts(read_docx(word(body)))) == letters(
        one.text for one in root.iter(f"{W}t", f"{W}delText")
    )


def test_a_text_of_twenty_pages_is_read_in_a_fifth_of_a_second() -> None:
    words = (
        "l’association a pour objet de réunir les membres actifs qui versent une cotisation annuelle ".split()
    )
    body = "".join(
        p(f"Objet {n}", "Titre1", "1/0")
        + p("".join(r(f"{one} ", "<w:b/>" * (k % 9 == 0)) for k, one in enumerate(words * 10)))
        for n in range(70)
    )
    data = word(body, numbering=LISTS)
    start = time.process_time()
    read = read_docx(data)
    assert in_time(time.process_time() - start, 0.2 * SLOW)
    assert sum(len(text.split()) for text in texts(read)) > 9_000

"""What an OpenDocument text shows is what is read: looks, numbers, changes, and what stands beside the text."""

from collections.abc import Iterator
from time import process_time

import pytest
from budget import in_time
from odt_files import (
    HEADINGS,
    LISTS,
    OUTLINE,
    at,
    begin,
    cell,
    deleted,
    end,
    flat,
    h,
    inserted,
    level,
    li,
    list_style,
    p,
    packed,
    row,
    table,
    ul,
)

from statuts.errors import InputError
from statuts.importers.odt import read_odt
from statuts.importers.sides import one_side
from statuts.model.brought import (
    AsideKind,
    Brought,
    BroughtKind,
    BroughtParagraph,
    BroughtRun,
    BroughtTable,
)
from statuts.model.redline import Op, Side


def read(body: str, auto: str = "", styles: str = "", regions: str = "", masters: str = "") -> Brought:
    return read_odt(flat(body, auto, styles, regions, masters))


def runs(body: str, auto: str = "", styles: str = "") -> tuple[BroughtRun, ...]:
    return next(read(body, auto, styles).paragraphs()).runs


def lines(brought: Brought, side: Side = Side.BOTH) -> list[tuple[str, str]]:
    return [(found.label, found.text) for found in one_side(brought, side).paragraphs()]


def texts(brought: Brought, side: Side) -> list[str]:
    return [found.text for found in one_side(brought, side).paragraphs()]


def asides(brought: Brought) -> Iterator[tuple[str, str]]:
    for aside in brought.asides:
        yield aside.kind.value, " / ".join(found.text for found in aside.paragraphs)


def remarks(brought: Brought) -> list[str]:
    return [str(remark) for remark in brought.remarks]


def style(name: str, letters: str = "", family: str = "text", more: str = "", form: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}"{more}>{form}'
        f"<style:text-properties {letters}/></style:style>"
    )


@pytest.mark.parametrize(
    ("letters", "looks"),
    [
        ('fo:font-weight="bold"', {"strong": True}),
        ('fo:font-weight="700"', {"strong": True}),
        ('fo:font-weight="normal"', {}),
        ('fo:font-style="italic"', {"em": True}),
        ('style:text-underline-style="solid"', {"underline": True}),
        ('style:text-underline-style="none"', {}),
        ('style:text-line-through-style="solid"', {"strike": True}),
        ('style:text-line-through-type="double"', {"strike": True}),
        ('fo:color="#C00000"', {"colour": "#c00000"}),
        ('fo:color="#000000"', {}),
        ('fo:color="#ff0000" style:use-window-font-color="true"', {}),
        ('fo:font-size="14pt"', {"size": 14}),
        ('fo:font-size="1cm"', {"size": 28.3}),
    ],
)
def test_a_look_is_that_of_the_style(letters: str, looks: dict[str, object]) -> None:
    body = p('<text:span text:style-name="T">mot</text:span>')
    assert runs(body, style("T", letters)) == (BroughtRun("mot", **looks),)  # type: ignore[arg-type]


def test_a_style_has_what_its_parents_say_and_may_take_it_back() -> None:
    styles = (
        '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt"/>'
        "</style:default-style>"
        + style("Base", 'fo:font-weight="bold" fo:font-size="150%"', "paragraph")
        + style("Fine", 'fo:font-style="italic"', "paragraph", ' style:parent-style-name="Base"')
        + style("Strong", 'fo:font-weight="bold"')
    )
    auto = (
        style("P1", 'fo:color="#123456"', "paragraph", ' style:parent-style-name="Fine"')
        + style("T1", 'fo:font-weight="normal"')
        + style("T2", 'fo:font-size="50%"', more=' style:parent-style-name="Strong"')
    )
    body = p(
        'a<text:span text:style-name="T1">b<text:span text:style-name="T2">c</text:span></text:span>', "P1"
    )
    brought = next(read(body, auto, styles).paragraphs())
    assert brought.style == "Fine"
    assert brought.runs == (
        BroughtRun("a", strong=True, em=True, colour="#123456", size=18),
        BroughtRun("b", em=True, colour="#123456", size=18),
        BroughtRun("c", strong=True, em=True, colour="#123456", size=9),
    )


def test_parents_in_circles_end_and_the_colour_of_all_words_says_nothing() -> None:
    styles = style("Standard", 'fo:color="#333333"', "paragraph") + style(
        "A", 'fo:color="#333333"', "paragraph", ' style:parent-style-name="B"'
    )
    styles += style("B", 'fo:font-weight="bold"', "paragraph", ' style:parent-style-name="A"')
    assert runs(p("x", "A"), styles=styles) == (BroughtRun("x", strong=True),)


def test_capitals_are_read_as_shown() -> None:
    auto = style("U", 'fo:text-transform="uppercase"') + style("C", 'fo:text-transform="capitalize"')
    body = p(
        '<text:span text:style-name="U">objet é</text:span> <text:span text:style-name="C">le siège</text:span>'
    )
    assert "".join(run.text for run in runs(body, auto)) == "OBJET É Le Siège"


def test_hidden_words_stand_apart() -> None:
    body = p('vu<text:span text:style-name="N"> caché</text:span>') + p(
        '<text:span text:style-name="N">tout</text:span>'
    )
    body += '<text:section text:name="s" text:display="none">' + p("section") + "</text:section>" + p("fin")
    brought = read(body, style("N", 'text:display="none"'))
    assert [found.text for found in brought.paragraphs()] == ["vu", "fin"]
    assert list(asides(brought)) == [("hidden", " caché"), ("hidden", "tout"), ("hidden", "section")]
    assert remarks(brought) == ["Hidden words were kept apart: 3 paragraphs."]


def test_white_space_is_that_of_the_page() -> None:
    body = p('  a \n  b<text:span> c </text:span> d<text:s/><text:s text:c="3"/>e<text:tab/> f')
    body += p("<text:soft-page-break/>x<text:line-break/>y") + p(" ")
    assert [found.text for found in read(body).paragraphs()] == ["a b c d    e\t f", "x\ny", ""]


def test_links_are_kept_where_they_are_safe() -> None:
    links = (
        "https://a.fr/b",
        "HTTP://a.fr",
        "mailto:a@b.fr",
        "javascript:x",
        "file:///etc/passwd",
        "#a",
        "../x",
    )
    body = p(" ".join(f'<text:a xlink:href="{link}">l</text:a>' for link in links))
    brought = read(body)
    assert [run.link for found in brought.paragraphs() for run in found.runs if run.link] == list(links[:3])
    assert next(brought.paragraphs()).text == " ".join("l" for _ in links)
    assert remarks(brought) == [
        "3 links to neither a web page nor an e-mail address were taken off their words."
    ]


def test_fields_show_what_they_show_and_marks_show_nothing() -> None:
    body = p(
        'le <text:date>1er mai</text:date>, p. <text:page-number>3</text:page-number><text:bookmark text:name="b"/>'
        '<text:reference-mark-start text:name="r"/> <text:variable-set text:display="none">9</text:variable-set>'
        "<text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>rt</text:ruby-text></text:ruby>"
        "<office:event-listeners>e</office:event-listeners><text:unknown> u</text:unknown>"
    )
    assert next(read(body).paragraphs()).text == "le 1er mai, p. 3 base u"


def test_a_note_stands_apart_and_its_mark_is_no_word() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        + p("la note")
        + "</text:note-body></text:note>"
    )
    brought = read(p("avant") + p(f"article{note} suite"))
    assert texts(brought, Side.NEW) == ["avant", "article suite"]
    (aside,) = brought.asides
    assert (aside.kind, aside.about, aside.place) == (AsideKind.FOOTNOTE, "1", "¶ 2")
    assert [found.text for found in aside.paragraphs] == ["la note"]


def test_a_comment_has_an_author_and_what_it_is_about() -> None:
    body = p(
        'dit <office:annotation office:name="c"><dc:creator>Nina</dc:creator><dc:date>2026-01-01</dc:date>'
        + p("Vraiment ?")
        + ul("", li(p("et puis")))
        + '</office:annotation>ces mots<office:annotation-end office:name="c"/> là'
    )
    brought = read(body)
    (aside,) = brought.asides
    assert texts(brought, Side.NEW) == ["dit ces mots là"]
    assert (aside.kind, aside.author, aside.about) == (AsideKind.COMMENT, "Nina", "ces mots")
    assert [found.text for found in aside.paragraphs] == ["Vraiment ?", "et puis"]


def test_boxes_contents_headers_and_pictures_stand_apart() -> None:
    box = f"<draw:frame><draw:text-box>{p('boîte')}{ul('', li(p('liste')))}</draw:text-box></draw:frame>"
    shape = f"<draw:g><draw:custom-shape>{p('forme')}</draw:custom-shape></draw:g>"
    picture = '<draw:frame><draw:image xlink:href="http://x.fr/a.png"/></draw:frame>'
    thing = '<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="a"/></draw:frame>'
    contents = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>no"
        f"</text:index-title-template></text:table-of-content-source><text:index-body>{p('Article 1 … 2')}"
        "</text:index-body></text:table-of-content>"
    )
    pages = (
        f"<style:master-page><style:header>{p('Statuts')}</style:header><style:footer>"
        f"{p('Page <text:page-number>1</text:page-number>')}</style:footer></style:master-page>"
        f"<style:master-page><style:header-left>{p('Statuts')}</style:header-left><style:footer>{p()}"
        "</style:footer></style:master-page>"
    )
    brought = read(box + contents + p(f"a{box}b{shape}{picture}{thing}"), masters=pages)
    assert texts(brought, Side.NEW) == ["ab"]
    assert list(asides(brought)) == [
        ("text-box", "boîte / liste"),
        ("contents", "Article 1 … 2"),
        ("text-box", "boîte / liste"),
        ("text-box", "forme"),
        ("header", "Statuts"),
        ("page-number", "Page 1"),
    ]
    assert remarks(brought) == ["1 picture was left out.", "1 embedded object was left out."]


def test_what_a_paragraph_is_comes_from_its_element_or_its_style() -> None:
    styles = HEADINGS + style("Titre_20_2", "", "paragraph", ' style:display-name="Titre 2"')
    styles += style("Quotations", "", "paragraph") + style("Preformatted_20_Text", "", "paragraph")
    auto = style("P1", "", "paragraph", ' style:parent-style-name="Titre_20_2"')
    auto += style("P2", "", "paragraph", form='<style:paragraph-properties fo:text-align="center"/>')
    body = h("a", 3) + "<text:h>b</text:h>" + p("c", "Heading_20_1") + p("d", "P1") + p("e", "Quotations")
    body += p("f", "Preformatted_20_Text") + p("g", "P2") + ul("", li(ul("", li(p("h")))))
    found = list(read(body, auto, styles).paragraphs())
    assert [(one.kind.value, one.level) for one in found] == [
        ("heading", 3),
        ("heading", 1),
        ("heading", 1),
        ("heading", 2),
        ("quote", 0),
        ("code", 0),
        ("paragraph", 0),
        ("item", 2),
    ]
    assert [one.style for one in found][2:4] == ["Heading 1", "Titre 2"]
    assert found[6].centred


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        (ul("L1", li(p("a"), ul("", li(p()), li(p(), ul("", li(p()), li(p()))))), li(p("b"), p("b2"), ul("", li(p())))), ["1.", "a)", "b)", "(i)", "(ii)", "2.", "", "a)"]),
        (ul("L2", li(p(), ul("", li(p()), li(p(), ul("", li(p()))))), li(p())) + ul("L2", li(p())), ["Article 1 –", "1.1", "1.2", "1.2.1.", "Article 2 –", "Article 1 –"]),
        (ul("L3", li(p(), ul("", li(p(), ul("", li(p()))))), li(p(), more=' text:start-value="9"'), li(p())), ["III -", "III.B", "III/1)", "IX -", "X -"]),
        (ul("L1", li(p()), more=' xml:id="a"') + p() + ul("LB", li(p())) + ul("L1", li(p()), more=' text:continue-list="a"'), ["1.", "", "•", "2."]),
        (ul("L1", li(p())) + ul("L1", li(p()), more=' text:continue-numbering="true"') + ul("L1", li(p())), ["1.", "2.", "1."]),
        (ul("L1", li(ul("", li(p()), li(p()))), li(p()), "<text:list-header>" + p() + "</text:list-header>", li(p())), ["a)", "b)", "2.", "", "3."]),
        (ul("L1", li(p(), ul("", li(p())), ul("", li(p())), ul("", li(p()), more=' text:continue-numbering="true"'))), ["1.", "a)", "a)", "b)"]),
        (ul("LC", li(p(), ul("", li(p()), li(p()))), li(p())), ["1.", "2.", "3.", "4."]),
        (ul("LS", *[li(p())] * 28), [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb"]),
        (ul("", li(p("", "PL")), li(p("", "PL"))) + p("", "PL"), ["1.", "2.", ""]),
        (ul("L1", li(p()), li(p(), more=' text:style-override="L2"'), li(p())), ["1.", "Article 2 –", "3."]),
        (h("", 1) + h("", 2) + h("", 3) + h("", 2) + h("", 1) + h("", 3) + p("", "Heading_20_1"), ["Article 1 –", "1.1", "a)", "1.2", "Article 2 –", "a)", "Article 3 –"]),
        (h("") + h("", more=' text:is-list-header="true"') + h("", more=' text:restart-numbering="true" text:start-value="7"') + h(""), ["Article 1 –", "", "Article 7 –", "Article 8 –"]),
        (ul("L2", li(h("")), li(h(""))) + h(""), ["Article 1 –", "Article 2 –", "Article 1 –"]),
    ],
)  # fmt: skip
def test_the_numbers_shown_are_the_labels(body: str, labels: list[str]) -> None:
    styles = HEADINGS + OUTLINE + style("PL", "", "paragraph", ' style:list-style-name="L1"')
    assert [found.label for found in read(body, LISTS, styles).paragraphs()] == labels


@pytest.mark.parametrize(
    ("form", "start", "label"),
    [
        ("1", 12, "12"), ("I", 44, "XLIV"), ("i", 1999, "mcmxcix"), ("A", 27, "AA"), ("a", 703, "aaa"), ("I", 0, "0"),
        ("i", 5000, "5000"), ("01, 02, 03, ...", 7, "07"), ("1st", 2, "2"), ("", 3, ""),
    ],
)  # fmt: skip
def test_numbers_have_the_form_of_their_level(form: str, start: int, label: str) -> None:
    auto = list_style("L", level(1, form, suffix="", start=start))
    assert [found.label for found in read(ul("L", li(p("a"))), auto).paragraphs()] == [label]


def test_a_table_keeps_its_rows_and_its_cells() -> None:
    body = table(
        "<table:table-header-rows>" + row(cell(p("h1")), cell(p("h2"))) + "</table:table-header-rows>",
        row(
            cell(p("a"), p("b"), more=' table:number-columns-spanned="2"'),
            "<table:covered-table-cell/>",
        ),
        row(cell(table(row(cell(p("n1")), cell(p("n2")))), p("n3")), cell(ul("L1", li(p("x")), li(p("y"))))),
        row(cell(p(), more=' table:number-columns-repeated="2"')),
    )
    brought = read(p("avant") + body + p("après"), LISTS)
    (found,) = (block for block in brought.blocks if isinstance(block, BroughtTable))
    assert [one.heading for one in found.rows] == [True, False, False, False]
    assert [[[one.label + one.text for one in words] for words in one.cells] for one in found.rows] == [
        [["h1"], ["h2"]],
        [["a", "b"], []],
        [["n1", "n2", "n3"], ["1.x", "2.y"]],
        [[], []],
    ]
    assert remarks(brought) == ["1 table inside a table was read as paragraphs."]


TRACKED = [
    (p("a" + begin("i") + "b" + end("i") + "c"), inserted("i"), ["ac"], ["abc"]),
    (p("un " + at("d") + " trois"), deleted("d", p("deux ")), ["un deux trois"], ["un trois"]),
    (p("avant" + at("d") + "après"), deleted("d", p("A") + p("B")), ["avantA", "Baprès"], ["avantaprès"]),
    (p(at("d") + "après"), deleted("d", p("A") + p()), ["A", "après"], ["après"]),
    (p("avant" + at("d")), deleted("d", p() + p("B")), ["avant", "B"], ["avant"]),
    (p("x") + at("d") + p("suite"), deleted("d", p("A") + p()), ["x", "A", "suite"], ["x", "suite"]),
    (p("x") + at("d"), deleted("d", p("A") + p("B")), ["x", "A", "B"], ["x", ""]),
    (p("ab" + begin("i")) + p(end("i") + "cd"), inserted("i"), ["abcd"], ["ab", "cd"]),
    (p("ab" + begin("i")) + p("n" + end("i")) + p("cd"), inserted("i"), ["ab", "cd"], ["ab", "n", "cd"]),
    (p("ab") + begin("i") + p("n") + end("i") + p("cd"), inserted("i"), ["ab", "cd"], ["ab", "n", "cd"]),
    (p("ab") + p(begin("i") + "n") + p(end("i") + "cd"), inserted("i"), ["ab", "cd"], ["ab", "n", "cd"]),
    (
        p("a" + at("d") + "b" + at("e") + at("f") + "c"),
        deleted("d", p("1")) + deleted("e", p("2") + p("3") + p("4")) + deleted("f", p("5") + p()),
        ["a1b2", "3", "45", "c"],
        ["abc"],
    ),
    (
        p("a" + begin("i") + "b" + at("d") + "c" + end("i") + "d"),
        inserted("i") + deleted("d", p("X") + p("Y")),
        ["aX", "Yd"],
        ["abcd"],
    ),
    (
        p("u " + at("d") + "v"),
        deleted("d", p("mot "), more="<text:insertion/>"),
        ["u v"],
        ["u v"],
    ),
    (
        p("avant " + at("d") + "après") + p("z"),
        deleted("d", p("fin") + table(row(cell(p("1")), cell(p("2")))) + p("début ")),
        ["avant fin", "1", "2", "début après", "z"],
        ["avant après", "z"],
    ),
    (
        p("a" + begin("i")) + table(row(cell(p("1")), cell(p()))) + p(end("i")) + p("z"),
        inserted("i"),
        ["a", "z"],
        ["a", "1", "", "z"],
    ),
    (
        p("a") + table(row(cell(p("x" + at("e"))), cell(at("f") + p("y")))),
        deleted("e", p("1") + p("2")) + deleted("f", p("3") + p()),
        ["a", "x1", "2", "3", "y"],
        ["a", "x", "y"],
    ),
]


@pytest.mark.parametrize(("body", "regions", "old", "new"), TRACKED)
def test_both_texts_of_tracked_changes(body: str, regions: str, old: list[str], new: list[str]) -> None:
    brought = read(body, regions=regions)
    found = {side: texts(brought, side) for side in (Side.OLD, Side.NEW)}
    assert [text for text in found[Side.OLD] if text] == [text for text in old if text]
    assert [text for text in found[Side.NEW] if text] == [text for text in new if text]
    assert not any("leads nowhere" in remark for remark in remarks(brought))


def test_who_and_when_stand_with_each_change() -> None:
    regions = inserted("i", "Ana", "2026-01-02T10:00:00") + deleted(
        "d", p("x"), "Bob", "2026-03-04T00:00:00.5"
    )
    found = next(read(p("a" + begin("i") + "b" + end("i") + at("d")), regions=regions).paragraphs())
    assert found.runs == (
        BroughtRun("a"),
        BroughtRun("b", op=Op.INSERT, author="Ana", moment="2026-01-02T10:00:00"),
        BroughtRun("x", op=Op.DELETE, author="Bob", moment="2026-03-04T00:00:00.5"),
    )


def test_numbers_of_both_texts_are_counted_apart() -> None:
    body = h("A") + h(at("d") + "B") + p("fin") + h(begin("i") + "N") + p(end("i") + "q") + h("D")
    on = ' xml:id="l" text:continue-numbering="true"'
    body += ul("L1", li(p("x")), li(p(at("e") + "z")), li(p("w")), more=on)
    regions = deleted("d", h("Z") + h("")) + inserted("i")
    regions += deleted("e", ul("L1", li(p("y")), li(p()), more=' xml:id="k"'))
    brought = read(body, LISTS, HEADINGS + OUTLINE, regions)
    assert lines(brought, Side.OLD) == [
        ("Article 1 –", "A"),
        ("Article 2 –", "Z"),
        ("Article 3 –", "B"),
        ("", "fin"),
        ("", "q"),
        ("Article 4 –", "D"),
        ("1.", "x"),
        ("2.", "y"),
        ("3.", "z"),
        ("4.", "w"),
    ]
    assert lines(brought, Side.NEW) == [
        ("Article 1 –", "A"),
        ("Article 2 –", "B"),
        ("", "fin"),
        ("Article 3 –", "N"),
        ("", "q"),
        ("Article 4 –", "D"),
        ("1.", "x"),
        ("2.", "z"),
        ("3.", "w"),
    ]


def test_struck_words_may_stand_in_the_text_itself() -> None:
    """So LibreOffice writes flat files."""
    regions = deleted("d", "", "Bob") + inserted("i") + deleted("e", "")
    body = p("a" + begin("d") + "b") + p(
        "c" + end("d") + "d" + begin("i") + "e" + begin("e") + "f" + end("e") + "g"
    )
    brought = read(body + p(end("i") + "h"), regions=regions)
    assert texts(brought, Side.OLD) == ["ab", "cdh"]
    assert texts(brought, Side.NEW) == ["adeg", "h"]
    assert remarks(brought) == [
        "Words that one person inserted and another struck were left out: they are in neither text."
    ]


def test_a_struck_heading_before_a_paragraph_stays_a_heading() -> None:
    body = p("un") + p(at("d") + "deux")
    found = read(body, styles=HEADINGS, regions=deleted("d", h("Titre") + p()))
    assert [(one.kind, one.text) for one in one_side(found, Side.OLD).paragraphs()] == [
        (BroughtKind.PARAGRAPH, "un"),
        (BroughtKind.HEADING, "Titre"),
        (BroughtKind.PARAGRAPH, "deux"),
    ]
    joined = read(h("T" + at("d") + "suite"), styles=HEADINGS, regions=deleted("d", h("") + p("", "X")))
    assert [one.kind for one in one_side(joined, Side.NEW).paragraphs()] == [BroughtKind.HEADING]
    assert [one.kind for one in one_side(joined, Side.OLD).paragraphs()] == [
        BroughtKind.HEADING,
        BroughtKind.PARAGRAPH,
    ]


def test_a_row_that_comes_or_goes_is_tracked_as_one() -> None:
    auto = (
        '<style:style style:name="R" style:family="table-row"><style:table-row-properties '
        'loext:text-changes-only="false"/></style:style>'
    )
    tracked = ' table:style-name="R"'
    body = table(
        row(cell(p("1" + at("a")))),
        row(cell(p(at("b"))), cell(p(at("c"))), more=tracked),
        row(cell(p(begin("i") + "n" + end("i"))), cell(p()), more=tracked),
    )
    regions = deleted("a", p("x")) + deleted("b", p("y")) + deleted("c", p("z")) + inserted("i")
    brought = read(body + p("fin"), auto, regions=regions)
    (found,) = (block for block in brought.blocks if isinstance(block, BroughtTable))
    assert [one.op for one in found.rows] == [Op.EQUAL, Op.DELETE, Op.INSERT]
    assert texts(brought, Side.OLD) == ["1x", "y", "z", "fin"]
    assert texts(brought, Side.NEW) == ["1", "n", "fin"]


def test_a_tracked_row_with_words_of_its_own_stays() -> None:
    auto = (
        '<style:style style:name="R" style:family="table-row"><style:table-row-properties '
        'loext:text-changes-only="false"/></style:style>'
    )
    body = table(row(cell(p(begin("i") + "n" + end("i"))), cell(p("zz")), more=' table:style-name="R"'))
    assert texts(read(body, auto, regions=inserted("i")), Side.OLD) == ["", "zz"]


def test_a_paragraph_may_name_its_list_and_a_number_written_out_is_no_word() -> None:
    names = 'text:list-id="k" text:style-name="L1"'
    body = f"<text:numbered-paragraph {names}>{p('<text:number>1.</text:number>a')}</text:numbered-paragraph>"
    body += f'<text:numbered-paragraph {names} text:level="2">{p("b")}</text:numbered-paragraph>'
    body += f'<text:numbered-paragraph {names} text:start-value="7">{p("c")}</text:numbered-paragraph>'
    assert lines(read(body, LISTS)) == [("1.", "a"), ("a)", "b"), ("7.", "c")]


def test_changes_in_notes_and_headers_are_read_where_they_stand() -> None:
    note = (
        '<text:note><text:note-citation text:label="*">*</text:note-citation><text:note-body>'
        + p("une " + at("d") + "note" + begin("i") + "s" + end("i"))
        + "</text:note-body></text:note>"
    )
    header = f"<style:header><text:tracked-changes>{deleted('h', p('vieux '))}</text:tracked-changes>"
    header += p(at("h") + "titre") + "</style:header>"
    regions = deleted("d", p("petite ")) + inserted("i")
    brought = read(p(f"a{note}"), regions=regions, masters=f"<style:master-page>{header}</style:master-page>")
    assert [(aside.kind, aside.about) for aside in brought.asides] == [
        (AsideKind.FOOTNOTE, "*"),
        (AsideKind.HEADER, ""),
    ]
    assert [text for _, text in asides(one_side(brought, Side.OLD))] == ["une petite note", "vieux titre"]
    assert [text for _, text in asides(one_side(brought, Side.NEW))] == ["une notes", "titre"]


def test_twenty_pages_are_read_at_once() -> None:
    words = (
        "Le conseil <text:span>d’administration</text:span> se réunit sur convocation de sa présidence. " * 3
    )
    body = "".join(
        h("Objet") + p(words) * 4 + ul("L1", *[li(p(words))] * 4) + p(at(f"d{k}") + "fin") for k in range(40)
    )
    regions = "".join(deleted(f"d{k}", p("x") + p()) for k in range(40))
    data = packed({"content.xml": flat(body, LISTS, HEADINGS + OUTLINE, regions)})
    start = process_time()
    brought = read_odt(data)
    assert in_time(process_time() - start, 0.2)
    assert sum(len(found.text) for found in brought.paragraphs()) > 60_000


def test_changes_that_lead_nowhere_lose_no_word() -> None:
    regions = deleted("d", p("X")) + inserted("q") + inserted("r") + deleted("lost", p("perdu"))
    regions += '<text:changed-region xml:id="f"><text:format-change/></text:changed-region>'
    body = p("a" + at("d") + at("d") + at("none") + begin("q") + "b") + p(
        end("r") + begin("f") + "c" + end("f")
    )
    brought = read(body, regions=regions)
    assert texts(brought, Side.OLD) == ["aXb", "c"]
    assert texts(brought, Side.NEW) == ["ab", "c"]
    assert list(asides(brought)) == [("hidden", "perdu")]
    assert remarks(brought) == [
        "1 tracked change of form (bold, style…) was not kept as a change.",
        "4 marks of tracked changes lead nowhere; their words were kept as they stand.",
        "1 struck passage has no place in the text; it is kept apart.",
    ]


def test_zipped_and_flat_give_the_same_and_named_styles_come_from_their_part() -> None:
    whole = flat(h("a") + p("b"), styles=HEADINGS + OUTLINE)
    content = flat(h("a") + p("b"))
    data = packed({"content.xml": content, "styles.xml": flat("", styles=HEADINGS + OUTLINE)})
    assert read_odt(data) == read_odt(whole)
    assert read_odt(data).format == "ODT"


def test_macros_and_files_elsewhere_are_said_and_left_alone() -> None:
    body = p('a<text:script xlink:href="http://127.0.0.1:1/x">run()</text:script>b')
    body += (
        '<text:section><text:section-source xlink:href="http://127.0.0.1:1/x.odt"/>'
        + p("c")
        + "</text:section>"
    )
    brought = read_odt(packed({"content.xml": flat(body), "Basic/Standard/Module1.xml": b"<x/>"}))
    assert texts(brought, Side.NEW) == ["ab", "c"]
    assert remarks(brought) == [
        "Macros in the file were ignored.",
        "1 file that the document would load from elsewhere was ignored.",
    ]


def test_a_file_with_a_password_is_refused_as_such() -> None:
    manifest = (
        b'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry '
        b'm:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>'
    )
    for parts in (
        {"content.xml": b"\x00secret", "META-INF/manifest.xml": manifest},
        {"encrypted-package": b"\x00secret"},
    ):
        with pytest.raises(InputError, match="password"):
            read_odt(packed(parts))


@pytest.mark.parametrize("kind", ["spreadsheet", "presentation"])
def test_what_is_no_text_is_refused_as_such(kind: str) -> None:
    content = flat("").replace(b"office:text>", f"office:{kind}>".encode())
    with pytest.raises(InputError, match="not a text"):
        read_odt(packed({"content.xml": content}))


def test_a_word_file_is_called_one() -> None:
    with pytest.raises(InputError, match="Word file"):
        read_odt(packed({"word/document.xml": b"<x/>"}))


def test_cells_and_rows_are_repeated_within_bounds() -> None:
    body = table(
        row(cell(p("x"), more=' table:number-columns-repeated="3"'), more=' table:number-rows-repeated="2"'),
        row(cell(p("y")), cell(p(), more=' table:number-columns-repeated="1000000000"')),
        row(
            cell(p(), more=' table:number-columns-repeated="2"'),
            more=' table:number-rows-repeated="1000000000"',
        ),
    )
    brought = read(body + p('a<text:s text:c="999999999"/>b'))
    (found,) = (block for block in brought.blocks if isinstance(block, BroughtTable))
    assert [len(one.cells) for one in found.rows] == [3, 3, 2, 2]
    assert len(texts(brought, Side.NEW)[-1]) == 102
    assert remarks(brought) == ["Cells, rows or spaces repeated beyond measure were cut."]


def test_paragraphs_say_where_they_are() -> None:
    brought = read(p("a") + table(row(cell(p("b")))) + p("c"))
    assert [found.place for found in brought.paragraphs()] == ["¶ 1", "¶ 2", "¶ 3"]
    assert [found.text for found in brought.blocks if isinstance(found, BroughtParagraph)] == ["a", "c"]

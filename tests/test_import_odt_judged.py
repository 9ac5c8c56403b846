"""OpenDocument texts typed in LibreOffice: what is read is what it shows, numbers and both texts included."""

from pathlib import Path

import pytest
from budget import LONG
from libreoffice import ACCEPT, REJECT, LibreOffice, Seen
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
    li,
    p,
    row,
    table,
    ul,
)
from test_diff_cases import CASES, parts_of

from statuts.importers.odt import read_odt
from statuts.importers.sides import one_side
from statuts.model.brought import AsideKind, Brought, BroughtParagraph
from statuts.model.redline import Op, Side

Step = tuple[str, tuple[object, ...], dict[str, object]]
Line = tuple[str, str, bool]


def step(name: str, *given: object, **named: object) -> Step:
    return name, given, named


def add(words: str, style: str = "Standard", **named: object) -> Step:
    return step("add", words, style, **named)


def item(words: str, rank: int = 1, **named: object) -> Step:
    return add(words, numbering="Liste", rank=rank, **named)


def struck(words: str, to: str | None = None, times: int = 1) -> list[Step]:
    return [step("select", words, to), *[step("delete")] * times]


def typed(before: str, words: str) -> list[Step]:
    return [step("at", before), step("type", words)]


def cut(before: str) -> list[Step]:
    return [step("at", before), step("enter")]


def after(words: str, *lines: str) -> list[Step]:
    found = [step("at", words, end=True)]
    for line in lines:
        found += [step("enter"), step("type", line)]
    return found


H1 = "Heading 1"
RECORD = step("record")
NUMBERED = step("outline", ("1", "Article ", " – "), ("1", "", "", 2), ("a", "", ")"))
LIST = step("list", "Liste", ("1", "", ")"), ("a", "", ")"), ("•",))
BASE = [
    add("Titre", H1),
    add("un deux trois quatre"),
    add("Second", H1),
    add("cinq six sept"),
    add("huit neuf dix"),
]
TEXT = [NUMBERED, *BASE]
ITEMS = [
    LIST,
    add("avant"),
    item("premier"),
    item("second"),
    item("sous a", 2),
    item("sous b", 2),
    item("troisième"),
    add("fin"),
]
TABLE = [*BASE, step("table", ("a1", "b1"), ("a2", "b2"), ("a3", "b3")), add("après")]

NUMBERS: dict[str, list[Step]] = {
    "articles": [
        NUMBERED,
        add("A", H1),
        add("a", "Heading 2"),
        add("b", "Heading 2"),
        add("b1", "Heading 3"),
        add("texte"),
        add("B", H1),
        add("c", "Heading 2"),
        add("Neuf", H1, restart=True, start=9),
        add("e", "Heading 2"),
        add("sans deux", "Heading 3"),
    ],
    "titles": [step("outline", ("I", "TITRE ", " : "), ("1", "Article ", ""), ("1", "", "°", 1, 4)), add("T", H1), add("A", "Heading 2"), add("B", "Heading 2"), add("x", "Heading 3"), add("U", H1), add("C", "Heading 2")],
    "lists": [
        *ITEMS,
        item("encore", restart=True),
        item("deux"),
        item("cinq", restart=True, start=5),
        item("six"),
        item("suite de six", number=False),
        item("sept"),
        item("profond", 3),
    ],
    "two lists": [LIST, step("list", "Autre", ("I", "(", ")")), item("a"), add("x", numbering="Autre"), item("b"), add("y", numbering="Autre"), add("z"), item("c")],
    "a style that numbers": [LIST, step("style", "Alinéa", "Standard", "Liste"), add("x", "Alinéa"), add("y", "Alinéa"), add("z"), add("w", "Alinéa")],
    "letters and romans": [step("list", "Liste", ("A", "", "."), ("i", "", ".", 2), ("1", "§ ", "", 3)), item("a"), item("b"), item("c", 2), item("d", 3), item("e", 3), item("f", 2), item("g")],
}  # fmt: skip
CHANGES: dict[str, list[Step]] = {
    "words typed": [*TEXT, RECORD, *typed("deux", "nouveau ")],
    "words struck": [*TEXT, RECORD, *struck("deux ")],
    "words replaced": [*TEXT, RECORD, step("select", "deux trois"), step("type", "2 3")],
    "changes side by side": [*TEXT, RECORD, *struck("deux "), *typed("trois", "TROIS "), *struck("quatre"), step("type", "QUATRE")],
    "a paragraph cut": [*TEXT, RECORD, *cut("deux")],
    "two paragraphs joined": [*TEXT, RECORD, step("at", "cinq six sept", end=True), step("delete")],
    "a heading struck": [*TEXT, RECORD, *struck("Second", times=2)],
    "a heading and more struck": [*TEXT, RECORD, *struck("un deux trois quatre", "Second")],
    "the first words struck": [*TEXT, RECORD, *struck("Titre", "un deux ")],
    "the last paragraphs struck": [*TEXT, RECORD, *struck("cinq six sept", "neuf dix")],
    "all struck": [*TEXT, RECORD, *struck("Titre", "neuf dix")],
    "two paragraphs typed": [*TEXT, RECORD, *after("trois quatre", "tout neuf", "encore")],
    "a heading typed": [*TEXT, RECORD, *typed("Second", "Inséré"), step("enter")],
    "a first paragraph": [*TEXT, RECORD, *typed("Titre", "Avant"), step("enter")],
    "a last paragraph": [*TEXT, RECORD, *after("neuf dix", "dernier")],
    "typed and struck again": [*TEXT, RECORD, *typed("deux", "nouveau texte "), *struck("texte ")],
    "struck over what was typed": [*TEXT, RECORD, *typed("trois", "nouveau "), *struck("deux nouveau trois")],
    "a paragraph typed and struck": [*TEXT, RECORD, *after("quatre", "nouveau un", "nouveau deux"), *struck("nouveau un", times=2)],
    "an item typed": [*ITEMS, RECORD, *after("second", "nouveau")],
    "items struck": [*ITEMS, RECORD, *struck("second", "sous a")],
    "an item struck, one typed": [*ITEMS, RECORD, *struck("sous a", times=2), *typed("troisième", "AA"), step("enter")],
    "items at both levels": [*ITEMS, RECORD, *struck("premier", times=2), *after("sous b", "sous c"), *after("troisième", "quatrième")],
    "what stands before a list struck": [*ITEMS, RECORD, *struck("avant", times=2)],
    "the end of a list struck": [*ITEMS, RECORD, *struck("troisième", "fin")],
    "items and headings": [NUMBERED, *ITEMS, *BASE, add("H3", H1), RECORD, *struck("fin", times=2), *struck("Second", times=2)],
    "a numbering that goes on": [*TEXT, add("R", H1, restart=True, start=5), add("Q", H1), RECORD, *struck("Second", "cinq six sept"), *typed("Q", "Q0"), step("enter")],
    "in a table": [*TABLE, RECORD, *typed("b2", "new "), *struck("a3")],
    "paragraphs in a cell": [*TABLE, RECORD, *cut("b2"), step("type", "xx"), step("enter"), *struck("a3")],
    "a row struck": [*TABLE, RECORD, step("at", "b2"), step("do", "DeleteRows")],
    "a row typed": [*TABLE, RECORD, step("at", "b2"), step("do", "InsertRowsAfter"), *typed("a1", "x")],
    "rows at both ends": [*TABLE, RECORD, step("at", "a1"), step("do", "DeleteRows"), step("at", "b3"), step("do", "InsertRowsBefore")],
    "a table struck": [*TABLE, RECORD, step("at", "a1"), step("do", "DeleteTable")],
    "struck across a table": [*TABLE, RECORD, *struck("neuf", "après")],
    "a table typed": [*BASE, RECORD, step("at", "six sept", end=True), step("do", "InsertTable", Columns=2, Rows=2), step("type", "dans la table")],
    "a note typed": [*TEXT, RECORD, step("at", "deux"), step("note", "une note"), *struck("trois")],
    "a note changed": [*TEXT, step("at", "deux"), step("note", "une note"), RECORD, *struck("une "), *struck("trois")],
    "tabs and spaces": [add("a\tb  c   d"), add("  x "), RECORD, *struck("b"), step("at", "x", end=True), step("type", "   y")],
    "line breaks": [add("a\nb"), add("c"), RECORD, step("at", "b"), step("do", "InsertLinebreak"), step("type", "q")],
    "bold": [*TEXT, RECORD, step("select", "deux trois"), step("do", "Bold"), step("at", "cinq"), step("type", "gras ")],
    "many at once": [*TEXT, *ITEMS, RECORD, *struck("deux "), step("at", "Second", end=True), step("type", " modifié"), *struck("cinq six sept", times=2), *cut("sous a"), *struck("premier", "second")],
}  # fmt: skip

# Here LibreOffice loses what a paragraph was when it saves the file: a heading struck with words before it is
# written as an ordinary paragraph. Its words are there.
LOST = {
    "struck through a heading": [*TEXT, RECORD, *struck("trois", "six")],
    "a heading joined to its text": [*TEXT, RECORD, step("at", "Second", end=True), step("delete")],
    "joined twice": [
        *TEXT,
        RECORD,
        step("at", "cinq six sept", end=True),
        step("delete"),
        step("at", "quatre", end=True),
        step("delete"),
    ],
    "an item joined to another level": [*ITEMS, RECORD, step("at", "sous b", end=True), step("delete")],
}


def lines(brought: Brought, side: Side) -> list[Line]:
    found: list[Line] = []
    for block in one_side(brought, side).blocks:
        if isinstance(block, BroughtParagraph):
            found.append((block.text, _number(block.label), False))
        else:
            words = (one for row in block.rows for cell in row.cells for one in cell if one.text)
            found += [(one.text, _number(one.label), True) for one in words]
    return found


def _number(label: str) -> str:
    """Bullets say nothing; not every judge tells them."""
    return "" if label in ("•", "–") else label


def shown(seen: list[Seen], brought: Brought) -> list[Line]:
    """What LibreOffice shows; it counts the mark of a note among the words, and a sign that holds a row open."""
    marks = [aside.about for aside in brought.asides if aside.kind is AsideKind.FOOTNOTE]
    found = []
    for one in seen:
        words = one.text.replace("\u200d", "") if one.in_table else one.text
        for mark in marks:
            words = words.replace(f"{mark}deux", "deux").replace(f"{mark}trois", "trois")
        if words or not one.in_table:
            found.append((words, _number(one.label.strip()), one.in_table))
    return found


@pytest.fixture(scope="module")
def made(
    libreoffice: LibreOffice, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[Path, list[Seen], list[Seen]]]:
    folder = tmp_path_factory.mktemp("typed")
    every = {**NUMBERS, **CHANGES, **LOST}
    paths = {name: folder / f"{k}.{'fodt' if k % 5 == 4 else 'odt'}" for k, name in enumerate(every)}
    sides = libreoffice.typed([(paths[name], steps) for name, steps in every.items()])
    return {name: (paths[name], *side) for name, side in zip(every, sides, strict=True)}


@pytest.mark.parametrize("name", [*NUMBERS, *CHANGES])
def test_both_texts_are_those_that_were_typed(
    made: dict[str, tuple[Path, list[Seen], list[Seen]]], name: str
) -> None:
    """The old one is what stood there before the first change, the new one what is left once all are accepted."""
    path, old, new = made[name]
    brought = read_odt(path.read_bytes())
    assert lines(brought, Side.OLD) == shown(old, brought)
    assert lines(brought, Side.NEW) == shown(new, brought)
    assert brought.is_tracked or name in (*NUMBERS, "bold")


@pytest.mark.parametrize("name", LOST)
def test_words_come_back_where_libreoffice_lost_more(
    made: dict[str, tuple[Path, list[Seen], list[Seen]]], name: str
) -> None:
    path, old, new = made[name]
    brought = read_odt(path.read_bytes())
    assert [line[0] for line in lines(brought, Side.OLD)] == [one.text for one in old]
    assert lines(brought, Side.NEW) == shown(new, brought)


def test_what_was_typed_is_numbered(made: dict[str, tuple[Path, list[Seen], list[Seen]]]) -> None:
    """The judge sees numbers at all."""
    assert [one.label.strip() for one in made["articles"][2]] == [
        "Article 1 –", "1.1", "1.2", "a)", "", "Article 2 –", "2.1", "Article 9 –", "9.1", "a)",
    ]  # fmt: skip
    assert [one.label.strip() for one in made["an item struck, one typed"][2]][1:] == [
        "1)",
        "2)",
        "a)",
        "3)",
        "4)",
        "",
    ]


WRITTEN = {
    "splits": (p("ab" + begin("i")) + p(end("i") + "cd") + p("ef") + begin("k") + p("n") + end("k") + p("gh"), inserted("i") + inserted("k")),
    "joins": (p("avant" + at("d") + " après") + p(at("e") + "x"), deleted("d", p("A") + p("B")) + deleted("e", p("C") + p("D") + p())),
    "side by side": (p("a" + at("d") + "b" + at("e") + at("f") + "c"), deleted("d", p("1")) + deleted("e", p("2") + p("3") + p("4")) + deleted("f", p("5") + p())),
    "between paragraphs": (p("x") + at("d") + p("suite") + at("e"), deleted("d", p("A") + p()) + deleted("e", p("B") + p("C"))),
    "one in the other": (p("a" + begin("i") + "b" + at("d") + "c" + end("i") + "d"), inserted("i") + deleted("d", p("X") + p("Y"))),
    "cells": (p("a") + table(row(cell(p("x" + at("e"))), cell(at("f") + p("y")))) + p("e"), deleted("e", p("1") + p("2")) + deleted("f", p("3") + p())),
    "unknown": (p("a" + at("no") + begin("no") + "b") + p(end("no") + "c"), inserted("i")),
    "lists": (p("a" + begin("i")) + p("b" + end("i")) + ul("L1", li(p("x" + begin("k"))), li(p("y" + end("k"))), li(p("z"))), inserted("i") + inserted("k")),
    "headings": (h("A") + h("C") + p("p") + h(begin("i") + "N") + p(end("i") + "q") + h("D"), inserted("i")),
    "numbers": (
        ul("L1", li(p("a"), ul("", li(p("b")), li(p("c"), ul("", li(p("d")))))), li(p("e")), more=' xml:id="k"') + p("f")
        + ul("L2", li(p("g"), ul("", li(p("h")))), li(p("i"))) + ul("L1", li(p("j")), more=' text:continue-list="k"')
        + ul("L3", li(p("k"), ul("", li(p("l"), ul("", li(p("m")))))), li(p("n"), more=' text:start-value="9"'))
        + ul("LS", *[li(p("o"))] * 28) + ul("LC", li(p("p"), ul("", li(p("q")))), li(p("r")))
        + h("s") + h("t", 2) + h("u", 3) + p("v", "Heading_20_1") + h("w", more=' text:is-list-header="true"') + h("x", 3),
        "",
    ),
}  # fmt: skip


def test_files_written_by_hand_are_read_as_libreoffice_reads_them(
    libreoffice: LibreOffice, tmp_path: Path
) -> None:
    files = {name: tmp_path / f"{k}.fodt" for k, name in enumerate(WRITTEN)}
    for name, path in files.items():
        body, regions = WRITTEN[name]
        path.write_bytes(flat(body, LISTS, HEADINGS + OUTLINE, regions))
    jobs = [(path, what) for path in files.values() for what in (REJECT, ACCEPT)]
    found = iter(libreoffice.judge(jobs))
    for name, path in files.items():
        brought = read_odt(path.read_bytes())
        assert lines(brought, Side.OLD) == shown(next(found), brought), name
        assert lines(brought, Side.NEW) == shown(next(found), brought), name


def test_looks_and_comments_come_back(libreoffice: LibreOffice, tmp_path: Path) -> None:
    path = tmp_path / "looks.odt"
    words = {
        "gras": {"CharWeight": 150.0},
        "souligné": {"CharUnderline": 1},
        "barré": {"CharStrikeout": 1},
        "rouge": {"CharColor": 0xFF0000},
        "grand": {"CharHeight": 18.0},
    }
    steps = [add(" ".join(["normal", *words]))]
    for word, look in words.items():
        steps += [step("select", word), step("look", **look)]
    libreoffice.typed([(path, [*steps, step("at", "grand"), step("comment", "ici ?", "Nina")])])
    brought = read_odt(path.read_bytes())
    (found,) = brought.paragraphs()
    looks = {run.text.strip(): run for run in found.runs if run.text.strip()}
    assert looks["gras"].strong
    assert not looks["normal"].strong
    assert looks["souligné"].underline
    assert looks["barré"].strike
    assert looks["rouge"].colour == "#ff0000"
    assert (looks["grand"].size, looks["normal"].size, looks["normal"].colour) == (18, 12, "")
    assert [(one.kind, one.author, one.paragraphs[0].text) for one in brought.asides] == [
        (AsideKind.COMMENT, "Nina", "ici ?")
    ]
    assert all(run.op is Op.EQUAL for run in found.runs)


def test_what_this_program_writes_comes_back(libreoffice: LibreOffice, tmp_path: Path) -> None:
    """A redline as an OpenDocument paper, read again, is both texts with their changes."""
    writer, sheets = pytest.importorskip("statuts.render.odt.write"), pytest.importorskip("sheets")
    jobs, files = [], []
    for k, path in enumerate(CASES[:: 1 if LONG else 9]):
        parts = parts_of(path)
        files.append(tmp_path / f"{k}.odt")
        files[-1].write_bytes(
            writer.write_odt(sheets.sheet_of(*sheets.redline(parts["old"], parts["new"])), sheets.VOICE)
        )
        jobs += [(files[-1], REJECT), (files[-1], ACCEPT)]
    found = iter(libreoffice.judge(jobs))
    for path in files:
        brought = read_odt(path.read_bytes())
        assert not [remark for remark in brought.remarks if "tracked" in str(remark)]
        assert lines(brought, Side.OLD) == shown(next(found), brought), path
        assert lines(brought, Side.NEW) == shown(next(found), brought), path

"""Word files as LibreOffice shows them: every number, and both texts of every tracked file."""

from pathlib import Path

import pytest
from budget import LONG
from libreoffice import ACCEPT, AS_IT_IS, REJECT, LibreOffice, Seen
from sheets import redline_sheet, voice
from test_diff_cases import CASES, parts_of
from word_files import DEL, INS, STYLES, abstract, dele, ins, level, num, p, r, restart, row, table, word

from statuts.importers.docx import read_docx
from statuts.importers.sides import one_side
from statuts.model.brought import Brought
from statuts.model.redline import Side

SIDES = {AS_IT_IS: Side.BOTH, ACCEPT: Side.NEW, REJECT: Side.OLD}
BULLETS = "•◦▪–-"
Shown = list[tuple[str, str]]
Step = list[object]

ARTICLES = abstract(0, level(0, "Article %1 – "), level(1, "%1.%2"), level(2, "%3)", "lowerLetter"))
NUMBERS = ARTICLES + num(1, 0) + num(2, 0, restart(0))
TWO_LEVELS = (
    p("a", number="1/0")
    + p("b", number="1/1")
    + p("c", number="1/1")
    + p("d", number="1/0")
    + p("e", number="1/1")
)


def in_list(*places: str, of: str = NUMBERS, styles: str = STYLES) -> bytes:
    return word("".join(p("x", number=place) for place in places), styles, numbering=of)


def alone(*levels: str) -> str:
    return abstract(0, *levels) + num(1, 0)


def formatted(form: str, count: int = 30) -> bytes:
    return in_list(*["1/0"] * count, of=alone(level(0, "%1.", form)))


HEADS = STYLES.replace(
    '<w:outlineLvl w:val="0"/>', '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>'
)
HEADS = HEADS.replace(
    '<w:outlineLvl w:val="1"/>',
    '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/>',
)
HEADS += '<w:style w:type="paragraph" w:styleId="Sous"><w:name w:val="Sous-titre"/><w:basedOn w:val="Titre2"/></w:style>'
LINKED = STYLES + (
    '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
)
NUMBERED = {
    "three levels": in_list("1/0", "1/1", "1/1", "1/0", "1/1", "1/2", "1/2", "1/0", "1/2"),
    "a lower level first": in_list("1/1", "1/1", "1/0", "1/2", "1/1"),
    "one definition, two lists": in_list(
        "1/0", "1/1", "2/0", "2/1", "1/0", of=ARTICLES + num(1, 0) + num(2, 0)
    ),
    "begun anew": in_list("1/0", "1/0", "2/0", "2/0", "1/0", "2/0"),
    "begun anew at 5": in_list(
        "1/0", "1/0", "2/0", "2/1", of=ARTICLES + num(1, 0) + num(2, 0, restart(0, 5))
    ),
    "begun anew below": in_list(
        "1/0", "1/1", "2/1", "2/1", "1/0", "2/1", of=ARTICLES + num(1, 0) + num(2, 0, restart(1))
    ),
    "begun anew on two levels": in_list(
        "1/0",
        "1/1",
        "1/1",
        "2/0",
        "2/1",
        "2/0",
        "2/1",
        of=ARTICLES + num(1, 0) + num(2, 0, restart(0) + restart(1)),
    ),
    "an empty paragraph counts": word(
        p("a", number="1/0") + p("", number="1/0") + p("c", number="1/0"), numbering=NUMBERS
    ),
    "degrees": in_list("1/0", "1/0", of=alone(level(0, "%1°"))),
    "from 0, and from 3": in_list(
        "1/0", "1/1", of=alone(level(0, "%1", start=0), level(1, "%1.%2", start=3))
    ),
    "a level without number": word(TWO_LEVELS, numbering=alone(level(0, "", "none"), level(1, "%1.%2"))),
    "a level without words": word(TWO_LEVELS, numbering=alone(level(0, ""), level(1, "%1.%2"))),
    "by style": word(
        p("a", "Titre1")
        + p("b", "Titre2")
        + p("c", "Sous")
        + p("d", "Titre1")
        + p("e", "Titre1", "0")
        + p("f", "Titre1"),
        HEADS,
        numbering=alone(level(0, "Article %1 –", more='<w:pStyle w:val="Titre1"/>'), level(1, "%1.%2")),
    ),
    "a list that names another": in_list(
        "1/0",
        "1/1",
        "2/0",
        styles=LINKED,
        of=abstract(0, more='<w:numStyleLink w:val="L"/>')
        + abstract(1, level(0, "§ %1"), level(1, "%1.%2"), more='<w:styleLink w:val="L"/>')
        + num(1, 0)
        + num(2, 1),
    ),
    "a level of its own": in_list(
        "1/0",
        "2/0",
        "2/0",
        "1/0",
        of=ARTICLES
        + num(1, 0)
        + num(2, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "Annexe %1", "upperLetter")}</w:lvlOverride>'),
    ),
    "in a table": word(
        p("a", number="1/0")
        + table(
            row(p("b", number="1/0"), p("c", number="1/0")), row(p("d", number="1/0"), p("e", number="1/1"))
        )
        + p("f", number="1/0"),
        numbering=NUMBERS,
    ),
    "spaces and signs": word(
        "<w:p><w:r><w:t> a  b </w:t></w:r><w:r><w:t>c </w:t></w:r><w:r><w:tab/><w:t>d</w:t><w:br/><w:t>e</w:t>"
        '<w:noBreakHyphen/><w:softHyphen/><w:cr/><w:t xml:space="preserve"> x\n y </w:t></w:r></w:p>'
    ),
    **{
        form: formatted(form)
        for form in (
            "decimal",
            "upperRoman",
            "lowerRoman",
            "upperLetter",
            "lowerLetter",
            "decimalZero",
            "none",
        )
    },
    "ranks in words": formatted("ordinalText", 20),
    "numbers in words": formatted("cardinalText", 20),
    "circles": formatted("decimalEnclosedCircle", 20),
}


def change(old: str) -> str:
    """What a paragraph was before a tracked change of its style."""
    return (
        f'<w:pPrChange w:id="9" w:author="a" w:date="2026-11-23T10:00:00Z"><w:pPr>{old}</w:pPr></w:pPrChange>'
    )


def moved(what: str, text: str) -> str:
    mark = f'<w:{what} w:id="1" w:author="a"/>'
    return p(mark.replace("/>", ">") + r(text) + f"</w:{what}>", mark=mark)


IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
END = p("fin")
GONE_ROW = row(p(dele("c"), mark=DEL, number="1/0"), p(dele("d"), mark=DEL), mark=DEL)
NEW_ROW = row(p(ins("c"), mark=INS), p(ins("d"), mark=INS), mark=INS)
TRACKED = {
    "words": p(r("a ") + ins("b ") + dele("c ") + r("d")),
    "a paragraph gone": p("un") + p(dele("deux"), mark=DEL) + p("trois"),
    "a paragraph new": p("un") + p(ins("deux"), mark=INS) + p("trois"),
    "split": p("un", mark=INS) + p("deux"),
    "joined": p("un ", mark=DEL) + p("deux"),
    "joined, of two styles": p("un ", "Titre1", mark=DEL) + p("deux", "Titre2"),
    "split, of two styles": p("un ", "Titre1", mark=INS) + p("deux", "Titre2"),
    "three joined": p("un ", "Titre1", mark=DEL) + p("deux ", mark=DEL) + p("trois", "Titre2"),
    "a heading gone": p("zéro") + p(dele("un"), "Titre1", mark=DEL) + p("deux", "Titre2"),
    "parts gone": p(r("garde ") + dele("un"), "Titre1", mark=DEL) + p(dele("deux ") + r("reste"), "Titre2"),
    "an item gone": p("un", "", "1/0")
    + p(dele("deux"), "", "1/0", DEL)
    + p("trois", "", "1/0")
    + p("q", "", "1/1"),
    "an item new": p("un", "", "1/0")
    + p(ins("deux"), "", "1/0", INS)
    + p("trois", "", "1/0")
    + p("q", "", "1/1"),
    "an item split": p("un", "", "1/0", INS) + p("deux", "", "1/0") + p("trois", "", "1/0"),
    "an item after which one is new": p("un", "", "1/0", INS)
    + p(ins("deux"), "", "1/1")
    + p("trois", "", "1/0"),
    "an item whose heir is gone": p("un", "", "1/0", DEL)
    + p(dele("deux"), "", "1/1")
    + p("trois", "", "1/0"),
    "moved": moved("moveFrom", "deux") + p("un") + moved("moveTo", "deux"),
    "struck in inserted": p(r("a ") + ins(dele("perdu ") + r("mis "), by='w:author="Zoé"') + r("b")),
    "an empty paragraph gone": p("un") + p("", mark=DEL) + p("deux"),
    "an empty paragraph new": p("un") + p("", mark=INS) + p("deux"),
    "a row gone": p("t", "", "1/0")
    + table(row(p("a", "", "1/0"), "b"), GONE_ROW, row(p("e", "", "1/0"), "f")),
    "a row new": p("t") + table(row("a", "b"), NEW_ROW, row("e", "f")),
    "a table gone": p("t") + table(GONE_ROW),
    "words in cells": p("t") + table(row(p(dele("c") + ins("x")), p(r("d ") + dele("d")))),
    "paragraphs in cells": p("t") + table(row(p("c ", mark=DEL) + p("d"), p(ins("x"), mark=INS) + p("d"))),
    "the end of a cell": p("t") + table(row(p("c") + p(dele("d"), mark=DEL), "e")),
    "words before a table": p("t") + p("avant", mark=DEL) + table(row("a", "b")),
    "another style": p("un", "Titre1", more=change('<w:pStyle w:val="Titre2"/>')),
    "into a list": p("un", "", "1/0", more=change("")) + p("deux", "", "1/0"),
    "out of a list": p("un", more=change(IN_LIST)) + p("deux", "", "1/0"),
    "another level": p("z", "", "1/0") + p("un", "", "1/1", more=change(IN_LIST)) + p("deux", "", "1/0"),
    "another look": p(
        '<w:r><w:rPr><w:b/><w:rPrChange w:id="3" w:author="a"><w:rPr/></w:rPrChange></w:rPr><w:t>gras</w:t></w:r>'
    ),
    "lines and tabs": p(
        r("a") + ins("<w:r><w:br/><w:t>b</w:t></w:r>") + dele("<w:r><w:tab/><w:delText>c</w:delText></w:r>")
    ),
    "several people": p(
        r("a ")
        + ins("b ", 1, 'w:author="A" w:date="2026-01-01T10:00:00Z"')
        + ins("c ", 2, 'w:author="B"')
        + dele("d ", 3)
    ),
    "new, then gone": p("un") + p(ins("deux"), mark=INS) + p(dele("trois"), mark=DEL) + p("quatre"),
    "gone, then new": p("un") + p(dele("trois"), mark=DEL) + p(ins("deux"), mark=INS) + p("quatre"),
    "in a link": p(r("a ") + f'<w:hyperlink w:anchor="x">{ins("b ")}{dele("c ")}{r("d")}</w:hyperlink>'),
    "numbered headings": p("a", "Titre1", "1/0")
    + p(dele("b"), "Titre1", "1/0", DEL)
    + p(ins("c"), "Titre1", "1/0", INS)
    + p("d", "Titre1", "1/0"),
}

TYPED: list[Step] = [
    ["paragraph", "Statuts", "Titre 1"],
    ["paragraph", "Nom", "Titre 2", "articles", 0],
    ["paragraph", "L’association se nomme X."],
    ["paragraph", "Siège", "Titre 2", "articles", 0],
    ["paragraph", "Lyon", "Standard", "articles", 1],
    ["paragraph", "Paris", "Standard", "articles", 1],
    ["paragraph", "cave", "Standard", "articles", 2],
    ["paragraph", "grenier", "Standard", "articles", 2],
    ["paragraph", "Objet", "Titre 2", "articles", 0],
    ["paragraph", "alpha", "Standard", "figures", 0],
    ["paragraph", "beta", "Standard", "figures", 0],
    ["paragraph", "gamma", "Standard", "figures", 0, True],
    ["paragraph", "delta", "Standard", "figures", 0],
    ["paragraph", "sous", "Standard", "figures", 1],
    ["paragraph", "un", "Standard", "titres", 0],
    ["paragraph", "deux", "Standard", "titres", 0],
    ["paragraph", "Entre", "Heading 3"],
    ["paragraph", "tiret", "Standard", "tirets", 0],
    ["paragraph", "Fin."],
    ["table", [["Catégorie", "Montant"], ["membre", "dix"], ["ami", "vingt"]]],
    ["paragraph", "Après le tableau."],
]
EDITS: dict[str, list[Step]] = {
    "nothing": [],
    "a word": [["replace", "se nomme", "s’appelle"]],
    "more words": [["insert", "se nomme", " désormais"]],
    "a paragraph": [["insert", "se nomme X.", "\nElle est libre."]],
    "an article": [["insert", "Siège", "\nDurée"]],
    "an item": [["insert", "alpha", "\nalpha bis"]],
    "two items": [["insert", "Lyon", "\nNantes\nBrest"]],
    "words gone": [["delete", "nomme", "X"]],
    "an item gone": [["delete", "beta", "beta"], ["join", "alpha"]],
    "an article gone": [["delete", "Siège", "grenier"]],
    "from one into another": [["delete", "nomme X.", "Siè"]],
    "from one item into another": [["delete", "Paris", "cave"]],
    "split": [["insert", "L’association", "\n"]],
    "a heading split": [["insert", "Ob", "\n"]],
    "items joined": [["join", "Lyon"]],
    "a heading joined to words": [["join", "Nom"]],
    "words joined to a heading": [["join", "se nomme X."]],
    "out of a list": [["number", "Lyon", ""]],
    "into a list": [["number", "se nomme", "articles", 1]],
    "a row gone": [["strike_row", "membre"]],
    "a row new": [["add_row", "membre"]],
    "a cell": [["replace", "dix", "onze"]],
    "a paragraph in a cell": [["insert", "dix", "\nonze"]],
    "where a list begins anew": [["delete", "gamma", "gamma"], ["join", "beta"]],
    "the first article": [["delete", "Nom", "se nomme X."]],
    "typed and struck": [["insert", "Lyon", "\nNantes\nBrest"], ["delete", "Nantes", "Nantes"]],
    "the end": [["delete", "Fin.", "Fin."]],
    "several": [
        ["replace", "se nomme", "s’appelle"],
        ["insert", "Siège", "\nDurée"],
        ["delete", "beta", "beta"],
        ["join", "alpha"],
        ["replace", "vingt", "trente"],
        ["delete", "cave", "cave"],
    ],
}


def ours(brought: Brought) -> Shown:
    """Each paragraph and its number; bullets are read into signs that every font has, and judged elsewhere."""
    return [(one.text, without_bullet(one.label)) for one in brought.paragraphs()]


def theirs(seen: list[Seen]) -> Shown:
    return [(one.text, without_bullet(one.label)) for one in seen]


def without_bullet(label: str) -> str:
    return "" if label in BULLETS or "\ue000" <= label <= "\uf8ff" else label


def assert_same(office: LibreOffice, files: dict[str, Path], *ways: str) -> None:
    jobs = [(path, way) for path in files.values() for way in ways]
    for (path, way), seen in zip(jobs, office.judge(jobs), strict=True):
        assert ours(one_side(read_docx(path.read_bytes()), SIDES[way])) == theirs(seen), (path.stem, way)


def written(folder: Path, documents: dict[str, bytes]) -> dict[str, Path]:
    files = {name: folder / f"{name}.docx" for name in documents}
    for name, path in files.items():
        path.write_bytes(documents[name])
    return files


def test_every_number_is_the_one_that_is_shown(libreoffice: LibreOffice, tmp_path: Path) -> None:
    assert_same(libreoffice, written(tmp_path, NUMBERED), AS_IT_IS)


def test_both_texts_of_a_tracked_file_are_those_that_are_shown(
    libreoffice: LibreOffice, tmp_path: Path
) -> None:
    documents = {name: word(body + END, numbering=NUMBERS) for name, body in TRACKED.items()}
    assert_same(libreoffice, written(tmp_path, documents), ACCEPT, REJECT)


def test_both_texts_of_a_file_typed_by_hand_are_those_that_are_shown(
    libreoffice: LibreOffice, tmp_path: Path
) -> None:
    files = {name: tmp_path / f"{name}.docx" for name in EDITS}
    libreoffice.make([(path, [*TYPED, ["record"], *EDITS[name]]) for name, path in files.items()])
    assert_same(libreoffice, files, ACCEPT, REJECT)


def test_both_texts_of_our_own_redlines_are_those_that_are_shown(
    libreoffice: LibreOffice, tmp_path: Path
) -> None:
    write = pytest.importorskip("statuts.render.docx.write")
    parts = [parts_of(path) for path in CASES[:: 1 if LONG else 9]]
    sheets = [redline_sheet(part["old"], part["new"]) for part in parts]
    documents = {str(n): write.write_docx(one, voice()) for n, one in enumerate(sheets)}
    files = written(tmp_path, documents)
    jobs = [(path, way) for path in files.values() for way in (ACCEPT, REJECT)]
    for (path, way), seen in zip(jobs, libreoffice.judge(jobs), strict=True):
        found = ours(one_side(read_docx(path.read_bytes()), SIDES[way]))
        assert with_words(found) == with_words(theirs(seen)), (path.stem, way)


def with_words(shown: Shown) -> Shown:
    """Without empty paragraphs: LibreOffice keeps one before a table, where Word has none."""
    return [one for one in shown if one[0]]

"""Word files made to harm, broken or mislabelled: refused or read with words, at once, and nothing else happens."""

import socket
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from budget import in_time, turns
from hostile import BOMBS, zipped
from test_import_docx_judged import TRACKED
from word_files import STYLES, abstract, ins, level, members, num, p, r, relation, row, table, word

from statuts.errors import InputError, StatutsError
from statuts.importers.docx import read_docx
from statuts.importers.sides import one_side
from statuts.model.redline import Side


@pytest.fixture(autouse=True)
def without_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def measured(data: bytes, seconds: float = 1, megabytes: int = 100) -> StatutsError | None:
    """What reading says, within its bounds; it is done twice, for measuring memory takes time."""
    start = time.process_time()
    refused = refusal(data)
    assert in_time(time.process_time() - start, seconds)
    tracemalloc.start()
    try:
        refusal(data)
        assert tracemalloc.get_traced_memory()[1] < megabytes * 1_000_000
    finally:
        tracemalloc.stop()
    return refused


def refusal(data: bytes) -> StatutsError | None:
    try:
        read_docx(data)
    except StatutsError as refused:
        return refused
    return None


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_refused_at_once(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    refused = measured(BOMBS[kind]())
    assert isinstance(refused, InputError)
    assert refused.hint
    assert not list(tmp_path.rglob("*"))


def with_part(name: str, content: bytes) -> bytes:
    return zipped({**members(p("a"), numbering=""), name: content})


ENTITY = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "{}">]><w>&x;</w>'


@pytest.mark.parametrize(
    "part",
    [
        "word/document.xml",
        "word/styles.xml",
        "word/numbering.xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32"])
@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://127.0.0.1:1/a"])
def test_entities_are_refused_in_every_part(part: str, encoding: str, address: str) -> None:
    assert isinstance(measured(with_part(part, ENTITY.format(address).encode(encoding))), InputError)


def test_what_a_file_would_load_from_elsewhere_is_not_loaded() -> None:
    kinds = (
        "attachedTemplate",
        "image",
        "oleObject",
        "subDocument",
        "header",
        "styles",
        "numbering",
        "footnotes",
    )
    links = "".join(
        relation(f"x{k}", kind, "http://127.0.0.1:1/x", outside=True) for k, kind in enumerate(kinds)
    )
    read = read_docx(word(p("a"), links=links))
    assert [paragraph.text for paragraph in read.paragraphs()] == ["a"]
    assert [str(remark) for remark in read.remarks] == [
        "8 files that the document would load from elsewhere were ignored."
    ]


def nested(open_: str, close: str, depth: int) -> bytes:
    return word(open_ * depth + p("a") + close * depth)


def note(n: int) -> str:
    return f'<w:footnote w:id="{n}">{p(f"""<w:r><w:t>a</w:t><w:footnoteReference w:id="{n + 1}"/></w:r>""")}</w:footnote>'


HEAVY: dict[str, Callable[[], bytes]] = {
    "tables in tables": lambda: nested("<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>", 30),
    "controls in controls": lambda: nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 40),
    "too deep": lambda: nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 1000),
    "wide cells": lambda: word(
        table(row(*["a"] * 200).replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="999999999"/>'))
    ),
    "wide rows": lambda: word(table(row("a", mark='<w:gridBefore w:val="999999999"/>'))),
    "notes that name each other": lambda: word(
        p('<w:r><w:footnoteReference w:id="1"/></w:r>'), footnotes="".join(note(n) for n in range(1, 3000))
    ),
    "one note named often": lambda: word(
        p('<w:r><w:footnoteReference w:id="1"/></w:r>' * 5000),
        footnotes=f'<w:footnote w:id="1">{p("a" * 100_000)}</w:footnote>',
    ),
    "comments over everything": lambda: word(
        p("".join(f'<w:commentRangeStart w:id="{n}"/>' for n in range(3000)) + r("a" * 3000) * 50)
        + p("".join(f'<w:commentRangeEnd w:id="{n}"/>' for n in range(3000))),
        comments="".join(f'<w:comment w:id="{n}">{p("x")}</w:comment>' for n in range(3000)),
    ),
    "a chain of styles": lambda: word(
        p("a", "s3000") * 200,
        STYLES
        + "".join(
            f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="s{n}"/><w:basedOn w:val="s{n - 1}"/></w:style>'
            for n in range(3001)
        ),
    ),
    "lists that name each other": lambda: word(
        p("a", number="1/0"),
        numbering=abstract(0, more='<w:styleLink w:val="b"/><w:numStyleLink w:val="a"/>')
        + abstract(1, more='<w:styleLink w:val="a"/><w:numStyleLink w:val="b"/>')
        + num(1, 0),
    ),
    "long numbers": lambda: word(
        p("a", number="1/0") * 3000, numbering=abstract(0, level(0, "%1" * 5000, "upperLetter")) + num(1, 0)
    ),
    "numbers out of bounds": lambda: word(
        p("a", number="99999999999999999999/99999999999") + p("b", number="-1/-1") + p("c", number="1/0"),
        numbering=abstract(0, level(0, "%1", start=10**30)) + num(1, 0),
    ),
    "fields never closed": lambda: word(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("a")) * 3000),
    "changes in changes": lambda: word(p(nest(ins, r("a"), 50))),
    "long names": lambda: word(p("a", "x" * 1_000_000)),
}


def nest(wrap: Callable[[str], str], inner: str, depth: int) -> str:
    return nest(wrap, wrap(inner), depth - 1) if depth else inner


@pytest.mark.parametrize("kind", HEAVY)
def test_what_grows_has_bounds(kind: str) -> None:
    measured(HEAVY[kind]())


def mutated(parts: dict[str, bytes], random: Random) -> bytes:
    """The same file with an accident: bytes of its zip or of a part, a part gone, an end cut off."""
    accident = random.randrange(5)
    if accident in (0, 1):
        name = random.choice(list(parts))
        content = bytearray(parts[name])
        for _ in range(random.randint(1, 12)):
            if content:
                content[random.randrange(len(content))] = random.choice(
                    (random.randrange(256), ord("<"), ord('"'), ord("9"))
                )
        parts[name] = bytes(content)
    elif accident == 2:
        del parts[random.choice(list(parts))]
    data = bytearray(zipped(parts))
    if accident == 3:
        for _ in range(random.randint(1, 12)):
            data[random.randrange(len(data))] = random.randrange(256)
    elif accident == 4:
        del data[random.randrange(len(data)) :]
    return bytes(data)


def test_accidents_end_in_a_text_or_in_words() -> None:
    random, read = Random(1901), 0
    bodies = list(TRACKED.values())
    for _ in range(turns(100, 5000)):
        parts = dict(
            members("".join(random.sample(bodies, 8)), numbering=abstract(0, level(0, "%1")) + num(1, 0))
        )
        data = mutated(parts, random)
        refused = refusal(data)
        if refused:
            assert refused.hint
            continue
        read += 1
        for side in (Side.OLD, Side.NEW):
            one_side(read_docx(data), side)
    assert read

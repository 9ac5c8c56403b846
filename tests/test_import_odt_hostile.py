"""An OpenDocument file made to harm is refused, or read within bounds: at once, and never with a traceback."""

import random
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from budget import in_time, turns
from hostile import BOMBS, flat_bomb, many_medium
from lxml import etree
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
    packed,
    row,
    table,
    ul,
)
from test_zips import ENCODED

from statuts.errors import InputError, StatutsError
from statuts.importers.odt import read_odt

SECONDS = 1.0
MEGABYTES = 100


def _nest(opening: str, closing: str, inside: str, depth: int) -> str:
    return opening * depth + inside + closing * depth


def _repeated(times: int) -> bytes:
    inner = p("x" * 50)
    for _ in range(6):
        inner = table(
            row(
                cell(inner, more=f' table:number-columns-repeated="{times}"'),
                more=f' table:number-rows-repeated="{times}"',
            )
        )
    return flat(inner)


def _chained(count: int) -> bytes:
    regions = "".join(deleted(f"d{k}", p(f"a{at(f'd{k + 1}')}b")) for k in range(count))
    return flat(p(at("d0")), regions=regions)


def _styles(count: int) -> bytes:
    styles = "".join(
        f'<style:style style:name="S{k}" style:family="{family}" style:parent-style-name="S{k - 1}">'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
        for family in ("paragraph", "text")
        for k in range(count)
    )
    body = "".join(p(f'<text:span text:style-name="S{k}">x</text:span>', f"S{k}") for k in range(0, count, 2))
    return flat(body, styles=styles)


def _comments(count: int) -> bytes:
    marks = "".join(f'<office:annotation office:name="{k}"/>x' for k in range(count))
    return flat(p(marks))


GIANT = "1000000000"
FILES: dict[str, Callable[[], bytes]] = {
    "columns repeated": lambda: flat(
        table(row(cell(p("x"), more=f' table:number-columns-repeated="{GIANT}"'), cell(p("y"))))
    ),
    "rows repeated": lambda: flat(table(row(cell(p("x")), more=f' table:number-rows-repeated="{GIANT}"'))),
    "both, in each other": lambda: _repeated(100),
    "thousands of repeated cells": lambda: flat(
        table(row(*[cell(p("x"), more=f' table:number-columns-repeated="{GIANT}"')] * 20_000))
    ),
    "spaces": lambda: flat(p('<text:s text:c="999999999"/>')),
    "many spaces": lambda: flat(p('<text:s text:c="999999999"/>' * 190_000)),
    "an endless number": lambda: flat(
        ul("L1", li(p("x"), more=f' text:start-value="{"9" * 1_000_000}"')), LISTS
    ),
    "deep lists": lambda: flat(
        _nest("<text:list><text:list-item>", "</text:list-item></text:list>", p("x"), 55)
    ),
    "deep spans": lambda: flat(p(_nest("<text:span>", "</text:span>", "x", 110))),
    "deep sections": lambda: flat(_nest("<text:section>", "</text:section>", p("x"), 110)),
    "deep notes": lambda: flat(
        _nest("<text:p><text:note><text:note-body>", "</text:note-body></text:note></text:p>", "", 35)
    ),
    "deep tables": lambda: flat(
        _nest(
            "<table:table><table:table-row><table:table-cell>",
            "</table:table-cell></table:table-row></table:table>",
            p("x"),
            36,
        )
    ),
    "deep frames": lambda: flat(p(_nest("<draw:g>", "</draw:g>", "", 110))),
    "much too deep": lambda: flat(_nest("<text:section>", "</text:section>", p("x"), 20_000)),
    "a deletion in itself": lambda: flat(p(at("d") * 1000), regions=deleted("d", p("x" + at("d")) * 3)),
    "deletions in deletions": lambda: _chained(10_000),
    "styles of styles": lambda: _styles(6_000),
    "comments that never end": lambda: _comments(20_000),
    "insertions that never close": lambda: flat(
        "".join(p(begin(f"i{k}") + "x") for k in range(9000)) + "".join(end(f"i{k}") for k in range(9000)),
        regions="".join(inserted(f"i{k}") for k in range(9000)),
    ),
    "a hundred thousand paragraphs": lambda: flat(p("x") * 100_000),
    "a hundred thousand spans": lambda: flat(p("<text:span>x</text:span>" * 100_000)),
    "headings without end": lambda: flat(h("x") * 15_000, styles=HEADINGS + OUTLINE),
    "lists without end": lambda: flat(ul("L1", li(p("x"))) * 12_000, LISTS),
    "ten million letters": lambda: flat(p("x" * 9_000_000)),
    "a bomb as text": lambda: flat_bomb("content.xml"),
    "a bomb as styles": lambda: packed({"content.xml": flat(p()), "styles.xml": b"<a>" + b" " * 19_000_000}),
    "a bomb beside": lambda: many_medium("content.xml"),
}
OWN = tuple(FILES)
FILES |= {f"bomb, {kind}": make for kind, make in BOMBS.items()}
FILES |= {
    f"declared, {kind}": lambda data=data: packed({"content.xml": data}) for kind, data in ENCODED.items()
}
FILES |= {
    f"declared beside, {kind}": lambda data=data, part=part: packed({"content.xml": flat(p()), part: data})
    for part in ("styles.xml", "META-INF/manifest.xml")
    for kind, data in ENCODED.items()
}
FILES |= {
    f"flat, {kind}": lambda data=data: data.replace(b"<a", b"<office:document")
    for kind, data in ENCODED.items()
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_made_to_harm_is_refused_or_read_at_once(kind: str) -> None:
    data = FILES[kind]()
    read = None
    start = time.process_time()
    with suppress(StatutsError):
        read = read_odt(data)
    assert in_time(time.process_time() - start, SECONDS)
    if read is not None:
        assert sum(len(found.text) for found in read.paragraphs()) <= 5_000_000
        assert not kind.startswith(("bomb", "declared", "flat"))


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="measured on Linux alone")
def test_what_it_takes_is_bounded() -> None:
    """Each file in a process of its own, so that each takes what it takes alone; those of zips have their test."""
    script = (
        "import sys; from pathlib import Path; from test_import_odt_hostile import *\n"
        "def kilobytes(name): return int(Path('/proc/self/status').read_text().split(name + ':')[1].split()[0])\n"
        "data = FILES[sys.argv[1]]()\n"
        "Path('/proc/self/clear_refs').write_text('5'); before = kilobytes('VmRSS')\n"
        "with suppress(StatutsError): found = read_odt(data)\n"
        "print(kilobytes('VmHWM') - before)"
    )
    for kind in list(OWN)[:: turns(4, 1)]:
        done = subprocess.run(
            [sys.executable, "-c", script, kind],
            cwd=Path(__file__).parent,
            env={"PYTHONPATH": str(Path(__file__).parent.parent)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert int(done.stdout) < MEGABYTES * 1000, kind


def _whole() -> bytes:
    body = (
        h("A")
        + p("un " + at("d") + begin("i") + "deux" + end("i"))
        + ul("L1", li(p("x"), ul("", li(p("y")))))
    )
    body += table(row(cell(p("c")), cell(p("d"), more=' table:number-columns-repeated="2"')))
    body += p(
        '<text:note><text:note-citation>1</text:note-citation><text:note-body/></text:note><text:s text:c="2"/>'
    )
    regions = inserted("i") + deleted("d", p("z") + p())
    return flat(body, LISTS, HEADINGS + OUTLINE, regions)


@pytest.mark.parametrize("seed", range(200))
def test_a_broken_file_is_read_or_refused(seed: int) -> None:
    dice = random.Random(seed)
    data = bytearray(_whole() if seed % 2 else packed({"content.xml": _whole(), "styles.xml": flat("")}))
    for _ in range(dice.choice([1, 3, 20])):
        at_byte = dice.randrange(len(data))
        match dice.randrange(3):
            case 0:
                data[at_byte] = dice.randrange(256)
            case 1:
                del data[at_byte : at_byte + dice.randrange(1, 60)]
            case _:
                other = dice.randrange(len(data))
                data[at_byte:at_byte] = data[other : other + dice.randrange(1, 60)]
    start = time.process_time()
    with suppress(StatutsError):
        read_odt(bytes(data))
    assert in_time(time.process_time() - start, SECONDS)


@pytest.mark.parametrize("seed", range(200))
def test_a_file_whose_parts_stand_elsewhere_is_read(seed: int) -> None:
    """Sound XML whose elements and attributes were moved about: nothing in it can be relied on."""
    dice = random.Random(seed)
    root = etree.fromstring(_whole())
    elements = [element for element in root.iter() if element.getparent() is not None]
    for _ in range(dice.choice([1, 5, 40])):
        one, other = dice.choice(elements), dice.choice(elements)
        match dice.randrange(4):
            case 0 if other not in one.iter() and one is not other:
                other.append(one)
            case 1:
                one.tag = other.tag
            case 2:
                one.attrib.update(other.attrib)
            case _ if one.attrib:
                one.attrib[dice.choice(one.attrib.keys())] = dice.choice(
                    ["", "-1", "x", "99999999999", "²", "L1"]
                )
    with suppress(InputError):
        read_odt(etree.tostring(root))

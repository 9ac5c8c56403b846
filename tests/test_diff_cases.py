"""The cases a careful lawyer would check, one readable file each: old, new, wanted redline, wanted figures.

`pytest --update-cases` writes what was found; look at the difference before committing it.
"""

import re
from pathlib import Path

import pytest

from statuts.diff.compare import compare
from statuts.diff.inverse import new_text, old_text
from statuts.diff.statistics import statistics
from statuts.markdown.read import read
from statuts.model.redline import FOLDED, BlockStatus, Op, Redline
from statuts.render.filtering import DEFAULT
from statuts.render.wdiff import render

FOLDER = Path(__file__).parent / "cases" / "diff"
CASES = sorted(FOLDER.glob("*.txt"))
PAGE = Path(__file__).parent.parent / "docs" / "tricky-cases.md"
PARTS = re.compile(r"^=== (old|new|redline|figures)\n", re.M)


def parts_of(path: Path) -> dict[str, str]:
    """A case file's parts; what stands before the first one says what the case is about."""
    about, *rest = PARTS.split(path.read_bytes().decode())
    return {"about": about} | dict(zip(rest[::2], rest[1::2], strict=True))


def figures_of(redline: Redline) -> str:
    """Changes, words by class, statuses: what must be counted, in one line each."""
    figures = statistics(redline)
    lines = [f"changes {figures.changes}"]
    lines += [
        f"{cls.value} -{count.deleted} +{count.inserted} in {count.places}"
        for cls, count in figures.classes.items()
        if count.places
    ]
    if figures.moved:
        lines.append(f"moved {figures.moved}")
    lines += [f"article {status.value} {n}" for status, n in figures.articles.items() if n]
    for kind, found in figures.parts.items():
        lines += [f"{kind.value} {status.value} {n}" for status, n in found.items() if n]
    seen = [s.value for block in redline.blocks() for s in block.statuses if s is not BlockStatus.UNCHANGED]
    if seen:
        lines.append(f"alinéas {', '.join(seen)}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_the_redline_is_the_wanted_one(path: Path, update_cases: bool) -> None:
    parts = parts_of(path)
    redline = compare(read(parts["old"]), read(parts["new"]))
    found = parts | {"redline": render(redline, DEFAULT), "figures": figures_of(redline)}
    if update_cases:
        text = found.pop("about") + "".join(f"=== {name}\n{part}" for name, part in found.items())
        path.write_bytes(text.encode())
        return
    assert found["redline"] == parts["redline"]
    assert found["figures"] == parts["figures"]


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_both_texts_come_back_and_the_reverse_is_the_mirror(path: Path) -> None:
    parts = parts_of(path)
    old, new = parts["old"], parts["new"]
    there, back = compare(read(old), read(new)), compare(read(new), read(old))
    assert (old_text(there), new_text(there)) == (old, new)
    assert (old_text(back), new_text(back)) == (new, old)
    there_words, back_words = statistics(there), statistics(back)
    assert there_words.deleted + there_words.inserted == back_words.deleted + back_words.inserted


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_no_mark_cuts_a_word(path: Path) -> None:
    parts = parts_of(path)
    for block in compare(read(parts["old"]), read(parts["new"])).blocks():
        for op in (Op.DELETE, Op.INSERT):
            text, borders = "", list[int]()
            for segment in block.segments:
                if segment.op in (Op.EQUAL, op):
                    marked = segment.op is op and segment.cls not in FOLDED
                    borders += [len(text), len(text) + len(segment.text)] if marked else []
                    text += segment.text
            for at in borders:
                assert not (0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()), text


def test_there_are_cases() -> None:
    assert len(CASES) >= 40


HEAD = """# Tricky cases

What the engine makes of the cases that redlines usually get wrong. Each is a file in `tests/cases/diff/`; a test
holds it to what is shown here, and rewrites this page with `pytest --update-cases`. `[-struck-]{+added+}`; what is
folded away stands as the new text has it, and is counted.
"""


def test_the_page_of_tricky_cases_shows_what_the_program_does(update_cases: bool) -> None:
    rows = [HEAD]
    for path in CASES:
        parts = parts_of(path)
        title = path.stem.replace("-", " ")
        rows.append(f"\n## {title}\n\n{parts['about'].strip()}\n")
        for name in ("old", "redline", "figures"):
            rows.append(f"\n{name}\n\n````text\n{parts[name]}````\n")
    wanted = "".join(rows).replace("\r\n", "\n")
    if update_cases:
        PAGE.write_text(wanted, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == wanted


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_whatever_ends_the_lines_the_same_changes_are_marked(path: Path, ends: str) -> None:
    parts = parts_of(path)
    if any("\r" in parts[side] for side in ("old", "new")):
        pytest.skip("about line ends")

    def marks(end: str) -> list[tuple[object, ...]]:
        old, new = (read(parts[side].replace("\n", end)) for side in ("old", "new"))
        blocks = compare(old, new).blocks()
        return [(s.op, s.text.replace(end, "\n"), s.change, s.cls) for b in blocks for s in b.segments]

    assert marks(ends) == marks("\n")

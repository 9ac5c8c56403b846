"""Other programs beside the engine, in one run, on the same texts; each gives word-level differences.

A program that needs more than `PATIENCE` seconds for a size is not asked for a larger one.
"""

import difflib
import gc
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import texts
from compiled import Compiled
from timing import forget, processes

from statuts.diff.compare import compare
from statuts.markdown.read import read

PATIENCE = 20.0
ROUNDS = 11
SIZES = ((250, 1), (250, 10), (6_000, 60), (100_000, 1_000), (1_000_000, 5_000))
TOKEN = re.compile(r"\w+|[^\w\s]")

Pair = tuple[str, str]


def ours(pair: Pair) -> object:
    """Reading included."""
    return compare(read(pair[0]), read(pair[1]))


def ours_read(pair: tuple[Any, Any]) -> object:
    """The engine alone, on texts already read."""
    return compare(*pair)


def _codes(pair: Pair) -> Pair:
    words: dict[str, int] = {}
    coded = []
    for text in pair:
        numbers = [words.setdefault(word, len(words)) for word in TOKEN.findall(text)]
        coded.append("".join([chr(n + 1 if n < 0xD7FF else n + 0x801) for n in numbers]))
    return coded[0], coded[1]


def floor(pair: Pair) -> object:
    """Tokenise, intern, C++ diff of the flat list."""
    from fast_diff_match_patch import diff

    return diff(*_codes(pair), timelimit=0, checklines=False, cleanup="No")


def whole_list(pair: Pair) -> object:
    """diff-match-patch in Python, on the whole word list, without its time-out."""
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    return engine.diff_main(*_codes(pair), False)


def with_rapidfuzz(pair: Pair) -> object:
    """Opcodes of the whole word list."""
    from rapidfuzz.distance import Indel

    return Indel.opcodes(TOKEN.findall(pair[0]), TOKEN.findall(pair[1]))


def with_difflib(pair: Pair) -> object:
    """Opcodes of the whole word list, without the heuristic for popular words."""
    return difflib.SequenceMatcher(None, TOKEN.findall(pair[0]), TOKEN.findall(pair[1]), False).get_opcodes()


def with_redlines(pair: Pair) -> object:
    """redlines, Markdown output."""
    from redlines import Redlines

    return Redlines(*pair).output_markdown


def with_lxml(pair: Pair) -> object:
    """lxml.html.diff."""
    from lxml.html.diff import htmldiff

    return htmldiff(*(f"<div>{text}</div>" for text in pair))


def with_xmldiff(pair: Pair) -> object:
    """xmldiff, a paragraph an element."""
    from xmldiff.main import diff_texts

    return diff_texts(*("<t>" + "".join(f"<p>{p}</p>" for p in text.split("\n\n")) + "</t>" for text in pair))


def command(*words: str) -> Callable[[Pair], object]:
    """A program as a process, on two files."""

    def run(pair: Pair) -> object:
        with tempfile.TemporaryDirectory() as folder:
            old, new = Path(folder, "old"), Path(folder, "new")
            old.write_text(pair[0], encoding="utf-8")
            new.write_text(pair[1], encoding="utf-8")
            start = time.perf_counter()
            subprocess.run([*words, str(old), str(new)], capture_output=True, check=False)
            return time.perf_counter() - start

    return run


PEERS: dict[str, Callable[[Any], object]] = {
    "statuts, compiled wheel": Compiled(),
    "statuts, from source": ours,
    "statuts, from source, texts already read": ours_read,
    "floor: tokenise + intern + C++ diff": floor,
    "diff-match-patch, whole word list": whole_list,
    "rapidfuzz, whole word list": with_rapidfuzz,
    "difflib": with_difflib,
    "redlines": with_redlines,
    "lxml.html.diff": with_lxml,
    "xmldiff": with_xmldiff,
    "git diff --word-diff (process)": command("git", "diff", "--no-index", "--word-diff"),
    "wdiff (process)": command("wdiff"),
}
if not shutil.which("wdiff"):
    del PEERS["wdiff (process)"]
MEMORY_BOUND = {"rapidfuzz, whole word list": 100_000}  # beyond, it needs more than 10 GB
MINUTES = {("diff-match-patch, whole word list", "20,000 w unrelated")}  # seven of them, measured once


def once(peer: Callable[[Any], object], pair: Any) -> float:
    """Seconds of one run; a process times itself, without the writing of its files."""
    forget()
    gc.collect()
    gc.disable()  # for everybody, as `timeit` does
    start = time.perf_counter()
    inside = peer(pair)
    elapsed = time.perf_counter() - start
    gc.enable()
    return inside if isinstance(inside, float) else elapsed


def quickest(peer: Callable[[Any], object], pair: Any) -> float:
    """Seconds of the better of two runs in a row, where they are short: the first finds cold caches."""
    seconds = once(peer, pair)
    return min(seconds, once(peer, pair)) if seconds < 0.1 else seconds


def table() -> list[str]:
    """Milliseconds for growing texts, unrelated ones, and one with a block moved."""
    pairs: dict[str, Pair] = {
        f"{size:,} w, {edits:,} edit{'s' * (edits > 1)}": texts.pair(size, edits) for size, edits in SIZES
    }
    pairs["20,000 w unrelated"] = texts.unrelated(20_000, 1), texts.unrelated(20_000, 2)
    pairs["6,000 w, one block moved"] = texts.moved(6_000)
    columns: dict[str, dict[str, float]] = {}
    for label, pair in pairs.items():
        names = [n for n in _asked(len(pair[0].split()), columns) if (n, label) not in MINUTES]
        columns[label] = _in_turn(names, pair)
        print(label, columns[label], flush=True)
    rows = ["| ms | " + " | ".join(pairs) + " |", "|---|" + "---|" * len(pairs)]
    for name in PEERS:
        cells = [_cell(column.get(name)) for column in columns.values()]
        rows.append(f"| {name} | " + " | ".join(cells) + " |")
    return rows


def _asked(words: int, done: dict[str, dict[str, float]]) -> list[str]:
    """The programs that a text of so many words is not too much for."""
    slow = {
        name
        for column in done.values()
        for name, seconds in column.items()
        if words > 10_000 and (seconds > PATIENCE or (words > 150_000 and seconds > PATIENCE / 20))
    }
    return [name for name in PEERS if name not in slow and words <= MEMORY_BOUND.get(name, 10**9) * 1.5]


def _in_turn(names: list[str], pair: Pair) -> dict[str, float]:
    """The shortest of several runs of each, one after the other in every round: noise meets all of them."""
    read_before = read(pair[0]), read(pair[1])
    given = {name: read_before if PEERS[name] is ours_read else pair for name in names}
    seconds = {name: once(PEERS[name], given[name]) for name in names}
    for round_ in range(ROUNDS):
        for name in names:
            if seconds[name] < (PATIENCE / 4 if round_ < 2 else 0.5):
                seconds[name] = min(seconds[name], quickest(PEERS[name], given[name]))
    return seconds


def _cell(seconds: float | None) -> str:
    if seconds is None:
        return "–"
    return f"{seconds * 1000:,.1f}" if seconds < 1 else f"{seconds * 1000:,.0f}"


def growth() -> list[str]:
    """Our time and memory over six sizes, as whole processes: no faster than the text."""
    rows = ["| words | `statuts compare --summary`, ms | µs a word | peak MB |", "|---|---|---|---|"]
    program = str(Path(sys.executable).parent / "statuts")
    for size in (2_000, 8_000, 32_000, 128_000, 512_000, 1_000_000):
        old, new = texts.pair(size, max(10, size // 200))
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder, "old.md"), Path(folder, "new.md")]
            for file, source in zip(files, (old, new), strict=True):
                file.write_text(source, encoding="utf-8")
            command = [program, "compare", *map(str, files), "--summary"]
            milliseconds, peak = processes({"": command}, runs=3)[""]
        words = len(old.split())
        rows.append(f"| {words:,} | {milliseconds:,.0f} | {milliseconds * 1000 / words:.2f} | {peak:.0f} |")
    return rows

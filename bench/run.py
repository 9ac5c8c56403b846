"""Measure speed and memory; prints a table. `--peers` adds other programs, side by side in one run.

Times are medians of several runs in one process, or of whole processes where it says so; ratios are within the
run, since machines are noisy. `--write` puts the tables into docs/benchmarks.md.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import archive
import compiled
import importing
import papers
import serve
import site_pages
import texts
import wording
from timing import processes, timed

from statuts.diff.compare import compare
from statuts.markdown.read import read

ROOT = Path(__file__).parent.parent
BEFORE, AFTER = (
    ROOT / "versions" / "statuts" / version / "objet.md" for version in ("anterieure", "2021-06-21")
)
EMPTY_CLICK = "import click\n@click.group()\ndef main(): pass\nmain()\n"


def start_up() -> list[str]:
    """The program's start, against an empty click program."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "empty.py")
        empty.write_text(EMPTY_CLICK)
        python, program = sys.executable, str(Path(sys.executable).parent / "statuts")
        wheel = ["/usr/bin/env", f"PYTHONPATH={compiled.FOLDER}"]
        results = processes(
            {
                "empty click program": [python, str(empty), "--help"],
                "statuts --help": [program, "--help"],
                "statuts compare, article 1": [program, "compare", str(BEFORE), str(AFTER)],
                "the same, compiled wheel": [*wheel, program, "compare", str(BEFORE), str(AFTER)],
            }
        )
    floor = results["empty click program"][0]
    rows = ["| whole process | ms | × empty click | peak MB |", "|---|---|---|---|"]
    return rows + [
        f"| {name} | {milliseconds:.0f} | {milliseconds / floor:.2f} | {peak:.0f} |"
        for name, (milliseconds, peak) in results.items()
    ]


def engine() -> list[str]:
    """Reading and comparing, for growing texts."""
    rows = ["| words | edits | read both, ms | compare, ms | changes shown |", "|---|---|---|---|---|"]
    for size, edits, runs in ((250, 10, 30), (6_000, 60, 15), (100_000, 1_000, 3)):
        old, new = texts.pair(size, edits)
        documents = read(old), read(new)
        reading = timed(lambda old=old, new=new: (read(old), read(new)), runs)  # type: ignore[misc]
        comparing = timed(lambda documents=documents: compare(*documents), runs)  # type: ignore[misc]
        shown = compare(*documents).changes
        rows.append(f"| {len(old.split()):,} | {edits:,} | {reading:.1f} | {comparing:.1f} | {shown:,} |")
    return rows


def main() -> None:
    """Print the tables, and write them where it is asked for."""
    tables = {
        "Start": start_up,
        "Engine": engine,
        "Archive": archive.table,
        "Wording": wording.table,
        "Papers": papers.table,
        "Importing": importing.table,
        "Site": site_pages.table,
        "Drafting": serve.table,
    }
    if "--peers" in sys.argv:
        import peers

        tables |= {"Side by side": peers.table, "Growth": peers.growth}
    found = {title: "\n".join(make()) for title, make in tables.items()}
    for title, table in found.items():
        print(f"{title}\n\n{table}\n")
    if "--write" in sys.argv:
        page = (ROOT / "bench" / "page.md").read_text(encoding="utf-8")
        for title, table in found.items():
            page = page.replace(f"<!-- {title} -->", table)
        (ROOT / "docs" / "benchmarks.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()

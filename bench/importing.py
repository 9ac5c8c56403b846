"""Files of other programs, some 20 pages long, brought in: the whole process, from the shell to the Markdown."""

import sys
import tempfile
from pathlib import Path

import texts
from timing import processes

_WORDS = 7_000


def table() -> list[str]:
    """One row a format: median time of the whole process, and its peak of memory."""
    program = str(Path(sys.executable).parent / "statuts")
    with tempfile.TemporaryDirectory() as folder:
        old, new = (Path(folder, name) for name in ("old.md", "new.md"))
        for file, text in zip((old, new), texts.pair(_WORDS, 60), strict=True):
            file.write_text(text, encoding="utf-8")
        files = {suffix: str(Path(folder, f"text.{suffix}")) for suffix in ("docx", "odt", "pdf", "html")}
        processes(
            {
                name: [program, "document", "clean", str(old), str(new), "-o", file]
                for name, file in files.items()
            },
            runs=1,
        )
        tracked = str(Path(folder, "tracked.docx"))
        processes({"tracked": [program, "compare", str(old), str(new), "-o", tracked]}, runs=1)
        commands = {
            f"import, {name}": [program, "import", file, "-o", str(Path(folder, "out.md"))]
            for name, file in files.items()
        }
        commands["accept, docx with 60 edits tracked"] = [
            program,
            "accept",
            tracked,
            "-o",
            str(Path(folder, "out.md")),
        ]
        measured = processes(commands, runs=5)
    rows = [f"| {_WORDS:,} words | whole process, ms | peak MB |", "|---|---|---|"]
    return rows + [f"| {name} | {ms:,.0f} | {peak:.0f} |" for name, (ms, peak) in measured.items()]

"""Papers of a revision of 6,000 words, from the shell to the file: each format, and a whole pack."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import texts
from timing import processes

_FORMATS = ("html", "pdf", "docx", "odt", "markdown", "text")


def table() -> list[str]:
    """One row a paper: median time of the whole process, and its peak of memory."""
    program = str(Path(sys.executable).parent / "statuts")
    with tempfile.TemporaryDirectory() as folder:
        old, new = (Path(folder, name) for name in ("old.md", "new.md"))
        for file, text in zip((old, new), texts.pair(6_000, 60), strict=True):
            file.write_text(text, encoding="utf-8")
        commands = {
            f"redline, {suffix}": [program, "compare", str(old), str(new), "-o", f"{folder}/r.{suffix}"]
            for suffix in ("html", "pdf", "docx", "odt")
        }
        for kind in ("clean", "comparison", "proposal"):
            commands[f"{kind}, pdf"] = [
                program,
                "document",
                kind,
                str(old),
                str(new),
                "-o",
                f"{folder}/{kind}.pdf",
            ]
        everything = [word for name in _FORMATS for word in ("--format", name)]
        commands["pack of 7 papers, 6 formats"] = [
            program, "document", "pack", str(old), str(new), *everything, "-o", f"{folder}/pack",
        ]  # fmt: skip
        measured = processes(commands, runs=5)
        pages = {name: _pages(Path(command[-1])) for name, command in commands.items()}
    rows = ["| paper of 6,000 words, 60 edits | pages | whole process, ms | peak MB |", "|---|---|---|---|"]
    return rows + [
        f"| {name} | {pages[name]} | {milliseconds:,.0f} | {peak:.0f} |"
        for name, (milliseconds, peak) in measured.items()
    ]


def _pages(file: Path) -> str:
    if file.suffix != ".pdf":
        return ""
    told = subprocess.run(["pdfinfo", str(file)], capture_output=True, text=True, check=False).stdout
    found = re.search(r"Pages:\s+(\d+)", told)
    return found[1] if found else "?"

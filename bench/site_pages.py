"""A site of 50 versions of 30 articles: made, made again, after another version, after an edited proposal."""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import archive

VERSIONS, ARTICLES = 50, 30


def table() -> list[str]:
    """One row a step: the time of the whole process, and how many files it wrote."""
    program = str(Path(sys.executable).parent / "statuts")
    rows = ["| step | s | files written |", "|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        root, site = Path(folder, "versions"), Path(folder, "site")
        root.mkdir()
        archive.make(root, VERSIONS, ARTICLES, always=(), changed=3)
        words = ["--archive", str(root)]

        def step(name: str) -> None:
            before = {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}
            start = time.perf_counter()
            subprocess.run([program, "publish", "-o", str(site), *words], check=True, capture_output=True)
            elapsed = time.perf_counter() - start
            written = sum(
                before.get(path) != path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()
            )
            rows.append(f"| {name} | {elapsed:.2f} | {written:,} |")

        step("published")
        step("again, nothing changed")
        article = root / "statuts" / "proposals" / "projet" / "article-7.md"
        subprocess.run(
            [program, "propose", "projet", "--edit", "article-7", *words], check=True, capture_output=True
        )
        article.write_text(article.read_text(encoding="utf-8") + "\nUn alinéa de plus.\n", encoding="utf-8")
        subprocess.run([program, "propose", "projet", "--ready", *words], check=True, capture_output=True)
        step("with a proposal and its papers, PDF and Word")
        words.append("--no-papers")
        step("without papers")
        article.write_text(article.read_text(encoding="utf-8") + "\nEt un autre.\n", encoding="utf-8")
        step("after an edited proposal, without papers")
        subprocess.run(
            [program, "adopt", "projet", "--date", "2026-11-28", *words[:2]], check=True, capture_output=True
        )
        step("after the 51st version")
        first = sum((site / name).stat().st_size for name in ("index.html", "look.css"))
        size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
        shutil.rmtree(site)
    return [
        *rows,
        "",
        f"First page with all it loads: {first / 1000:.0f} kB; the whole: {size / 1e6:.0f} MB.",
    ]

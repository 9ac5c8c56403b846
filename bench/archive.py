"""An archive of many versions, made by the program's own writer, and what asking it costs."""

import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import texts
from timing import processes

from statuts.archive.disk import Disk
from statuts.archive.write import Writer
from statuts.model.archive import (
    Association,
    Decision,
    Quorum,
    Resolution,
    Result,
    Version,
    VersionKind,
    Votes,
)
from statuts.model.document import SectionKind
from statuts.model.parts import Part

ARTICLES, CHANGED = 40, 4
_FIRST = date(1950, 6, 15)


class _Careless(Disk):
    """Waits for no disk: what is made here is thrown away."""

    def create(self, path: Path, data: bytes) -> None:
        """A new file."""
        path.write_bytes(data)

    def sync_folder(self, path: Path) -> None:
        """Nothing."""


def make(
    root: Path,
    versions: int,
    articles: int = ARTICLES,
    seed: int = 1,
    always: tuple[int, ...] = (0,),
    changed: int = CHANGED,
) -> None:
    """An archive in `root`: each version rewords some articles of the one before, those of `always` every time."""
    chance = random.Random(seed)
    writer = Writer(root, _Careless())
    writer.create(Association("Les Amis du Four"), {"statuts": "Statuts"})
    blocks = [texts.sentence(chance) + " " + texts.sentence(chance) for _ in range(3 * articles)]
    latest: Version | None = None
    for n in range(versions):
        day = _FIRST + timedelta(days=120 * n)
        if n:
            others = chance.sample(range(len(always), articles), changed - len(always))
            for article in (*always, *others):
                at = 3 * article + chance.randrange(3)
                blocks[at] = texts.edited(["", blocks[at]], 1, chance.randrange(10**6))[1]
        parts = [
            Part(
                SectionKind.ARTICLE,
                f"article-{k + 1}",
                f"## Article {k + 1} – Titre {k + 1}\n\n" + "\n\n".join(blocks[3 * k : 3 * k + 3]) + "\n",
            )
            for k in range(articles)
        ]
        latest = writer.add_version(_version(day, latest), parts)


def _version(day: date, before: Version | None) -> Version:
    decision = Decision(
        "assemblée générale extraordinaire", day, "Loches", day - timedelta(20), 120, 60, 20, Quorum(True, 40),
        (Resolution("Modification des statuts", "statuts", ("article-1",), Result.ADOPTED, Votes(70, 5, 5)),),
    )  # fmt: skip
    return Version(
        "statuts", day.isoformat(), f"Statuts modifiés par l’AGE du {day}", VersionKind.ADOPTION, (), "", "",
        day, decision=decision, follows=before.name if before else "",
        follows_manifest=before.manifest if before else "",
    )  # fmt: skip


COMMANDS = {
    "log": ["log"],
    "log --article": ["log", "--article", "article-1"],
    "show @1970-01-01": ["show", "@1970-01-01"],
    "verify": ["verify"],
    "blame, changed by every version": ["blame", "article-1"],
    "blame, changed by one in thirteen": ["blame", "article-2"],
}


def table() -> list[str]:
    """Whole processes on archives of growing length."""
    sizes = (50, 100, 200)
    program = str(Path(sys.executable).parent / "statuts")
    columns = []
    for versions in sizes:
        with tempfile.TemporaryDirectory() as folder:
            make(Path(folder), versions)
            measured = processes(
                {
                    name: [program, *words, "--archive", folder, "-o", str(Path(folder, ".out"))]
                    for name, words in COMMANDS.items()
                },
                runs=7,
            )
            adopting = _adopting(program, Path(folder), runs=7)
        columns.append({name: milliseconds for name, (milliseconds, _) in measured.items()} | adopting)
    heads = [f"{versions} versions, ms" for versions in sizes]
    rows = [f"| whole process, {ARTICLES} articles | {' | '.join(heads)} |", "|---" * (len(sizes) + 1) + "|"]
    return rows + [
        f"| {name} | " + " | ".join(f"{column[name]:.0f}" for column in columns) + " |" for name in columns[0]
    ]


def _adopting(program: str, folder: Path, runs: int) -> dict[str, float]:
    """Median milliseconds of an adoption, every file synced; each on a copy of the archive."""
    subprocess.run(
        [program, "propose", "un", "--term", "association", "collectif", "--archive", str(folder)],
        capture_output=True,
        check=True,
    )
    times = []
    for turn in range(runs):
        with tempfile.TemporaryDirectory() as scratch:
            copy = shutil.copytree(folder, Path(scratch, "versions"))
            words = ["adopt", "un", "--date", f"2026-01-{turn + 1:02}", "--archive", str(copy)]
            start = time.perf_counter()
            subprocess.run([program, *words], capture_output=True, check=True)
            times.append((time.perf_counter() - start) * 1000)
    return {"adopt, every file synced": statistics.median(times)}

"""The drafting page over HTTP, served as the verb serves it: previews while typing, the first page, fifty readers."""

import http.client
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import texts

_ROUNDS = 40
_READERS = 50


def table() -> list[str]:
    """One row a figure."""
    rows = ["| asked of the page | median, ms | slowest of forty, ms |", "|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        for words in (300, 3_000):
            text = _statutes(words)
            with _served(Path(folder, str(words)), text) as port:
                for what, name in (("", "redline and wording"), ("verifications", "checks")):
                    times = _typed(port, text, what)
                    label = f"{name}, an article of {words:,} words in {len(text.split()):,}"
                    rows.append(f"| {label} | {statistics.median(times):.1f} | {max(times):.1f} |")
                if words == 300:
                    weight = sum(len(_get(port, path)[1]) for path in ("/", "/look.css", "/desk.js"))
                    errors, seconds = _crowd(port)
    rows.append(f"\nFirst page, style sheet and script included: {weight / 1000:.1f} kB.")
    rows.append(
        f"{_READERS} readers at once, 1,000 pages in all: {errors} errors, {1000 / seconds:.0f} pages a second."
    )
    return rows


def _statutes(words: int) -> str:
    """Some 6,000 words, the first article of as many as are asked for."""
    body = [block for block in texts.statutes(words, seed=3) if not block.startswith("#")]
    rest = texts.statutes(6_000 - words, seed=4)[1:]
    rest = [re.sub(r"^## Article (\d+)", lambda m: f"## Article {int(m[1]) + 1}", block) for block in rest]
    return "\n\n".join(["# Statuts", "## Article 1 – Objet premier", *body, *rest]) + "\n"


@contextmanager
def _served(folder: Path, text: str) -> Iterator[int]:
    folder.mkdir()
    source, root = folder / "avant.md", folder / "versions"
    source.write_text(text, encoding="utf-8")
    program = [sys.executable, "-m", "statuts"]
    for words in (
        ["init", str(root), "--name", "Les Amis du Four"],
        ["import", str(source), "--adopted", "1998-03-14", "--archive", str(root)],
        ["propose", "age-2026", "--archive", str(root)],
    ):
        subprocess.run([*program, *words], check=True, capture_output=True)
    process = subprocess.Popen(
        [*program, "serve", "--port", "0", "--archive", str(root)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout
    try:
        found = re.search(r":(\d+)/", process.stdout.readline())
        assert found
        port = int(found[1])
        while not _answers(port):
            time.sleep(0.05)
        yield port
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def _answers(port: int) -> bool:
    try:
        return _get(port, "/")[0] == 200
    except OSError:
        return False


def _get(port: int, path: str) -> tuple[int, bytes]:
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    link.request("GET", path)
    answer = link.getresponse()
    data = answer.read()
    link.close()
    return answer.status, data


def _typed(port: int, text: str, what: str) -> list[float]:
    """Milliseconds from sending what was typed to having all of the answer; each time one word more changed."""
    article = text.split("## Article 2", maxsplit=1)[0].removeprefix("# Statuts\n\n")
    words = article.split(" ")
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    head = {
        "Origin": f"http://127.0.0.1:{port}",
        "Content-Type": "application/x-www-form-urlencoded",
        "Accept": "application/json",
    }
    times = []
    for turn in range(_ROUNDS + 3):
        words[20 + 6 * turn] = f"mot{turn}"
        data = urllib.parse.urlencode({"text": " ".join(words), "quoi": what})
        start = time.perf_counter()
        link.request("POST", "/propositions/statuts/age-2026/articles/objet-premier/apercu", data, head)
        answer = link.getresponse()
        said = answer.read()
        times.append((time.perf_counter() - start) * 1000)
        assert answer.status == 200, said
        assert b'"problem"' not in said, said
    link.close()
    return times[3:]


def _crowd(port: int) -> tuple[int, float]:
    """Errors and seconds of fifty readers who ask for twenty pages each."""
    paths = ["/", "/propositions/statuts/age-2026", "/textes/statuts/1998-03-14", "/look.css"]

    def read(n: int) -> int:
        return _get(port, paths[n % len(paths)])[0]

    start = time.perf_counter()
    with ThreadPoolExecutor(_READERS) as pool:
        found = list(pool.map(read, range(20 * _READERS)))
    return sum(code != 200 for code in found), time.perf_counter() - start


if __name__ == "__main__":
    print("\n".join(table()))

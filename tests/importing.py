"""What the tests of all readers share: the words of what was brought in, and real texts to bring in."""

import re
import subprocess
import sys
import textwrap
from collections import Counter
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from statuts.model.brought import Brought, BroughtParagraph, BroughtTable

CORPUS = Path(__file__).parents[1].parent / "shared/reference/corpus/zeste-de-savoir"
_ELSEWHERE = Path("/work/shared/reference/corpus/zeste-de-savoir")
_MEASURE = """
import re, resource
use = resource.getrusage(resource.RUSAGE_SELF)
peak = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())
print(use.ru_utime + use.ru_stime, int(peak[1]) // 1024)
"""
WORD = re.compile(r"\w+")


def corpus(name: str) -> str:
    """A real text, as Markdown."""
    for folder in (CORPUS, _ELSEWHERE):
        if (folder / name).exists():
            return (folder / name).read_text(encoding="utf-8")
    pytest.skip("no ../shared here: the real texts are missing")


def as_html(markdown: str) -> str:
    """Markdown as the body of a page."""
    return MarkdownIt().render(markdown)


def words_of_html(html: str) -> list[str]:
    """The words a reader of the page sees, numbers of lists apart."""
    import html as entities

    return WORD.findall(entities.unescape(re.sub(r"<[^>]+>", " ", html)))


def lines(brought: Brought) -> list[str]:
    """The blocks as lines: the label, the words; the cells of a row apart by « | »."""
    found = []
    for block in brought.blocks:
        if isinstance(block, BroughtTable):
            found += [
                " | ".join(" / ".join(_line(p) for p in cell) for cell in row.cells) for row in block.rows
            ]
        else:
            found.append(_line(block))
    return found


def _line(paragraph: BroughtParagraph) -> str:
    return f"{paragraph.label} {paragraph.text}".strip()


def words(brought: Brought) -> list[str]:
    """The words of the blocks in order, labels apart."""
    return [word for paragraph in brought.paragraphs() for word in WORD.findall(paragraph.text)]


def all_words(brought: Brought) -> Counter[str]:
    """How often each word stands in the blocks or beside them, labels and marks included."""
    found = Counter(words(brought))
    for paragraph in brought.paragraphs():
        found.update(WORD.findall(paragraph.label))
    for aside in brought.asides:
        found.update(WORD.findall(aside.about))
        for paragraph in aside.paragraphs:
            found.update(WORD.findall(f"{paragraph.label} {paragraph.text}"))
    return found


def asides(brought: Brought) -> list[tuple[str, str]]:
    """What stands beside the text: kind and words."""
    return [(str(a.kind), " / ".join(_line(p) for p in a.paragraphs)) for a in brought.asides]


def looks(brought: Brought, what: str) -> list[str]:
    """The words that have a look: `strike`, `strong`…"""
    return [run.text.strip() for p in brought.paragraphs() for run in p.runs if getattr(run, what)]


def measured(code: str, path: Path) -> tuple[str, float, int]:
    """What a process prints that runs `code` with `path`; its seconds of work, its peak of memory in MB."""
    script = f"import sys\npath = sys.argv[1]\n{textwrap.dedent(code)}\n{_MEASURE}"
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, timeout=60, check=True
    )
    *said, numbers = done.stdout.strip().splitlines()
    seconds, megabytes = numbers.split()
    return "\n".join(said), float(seconds), int(megabytes)

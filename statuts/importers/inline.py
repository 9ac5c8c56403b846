"""The words of a paragraph as Markdown: their signs escaped; bold, italics and allowed links kept."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from statuts.model.brought import BroughtRun

# What Markdown would read as a sign of its own, wherever it stands in a line.
_SIGNS = re.compile(
    r"[\\`*\[\]]|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<!\w)_|_(?!\w)|~(?=~)|(?<=~)~|\{(?=\+\+|--|~~|>>|==|#|\.)"
)
# What it would read as one at the head of a line only.
_HEAD = re.compile(r"(?:#{1,6}(?=\s|$)|[-+](?=\s)|>|\||={3,}\s*$|-{3,}\s*$|%|:::|~~~)")
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s)")
_SPACES = re.compile(r"[ \t]+")
_EDGES = re.compile(r"\A(\s*)(.*?)(\s*)\Z", re.S)


def escaped(text: str) -> str:
    """The text such that Markdown shows it as it is."""
    return _SIGNS.sub(lambda match: "\\" + match[0], text)


def escaped_line(text: str) -> str:
    """The same at the head of a line, already escaped inside."""
    if _HEAD.match(text):
        return "\\" + text
    return _NUMBER.sub(r"\1\\\2", text, count=1) if _NUMBER.match(text) else text


def markdown_of(runs: Sequence[BroughtRun], *, styled: bool = True) -> str:
    """The runs as one paragraph of Markdown. Without `styled`, bold and italics are left out: a heading."""
    parts = []
    for (strong, em, link), group in groupby(runs, key=lambda run: _style(run, styled)):
        text = _SPACES.sub(" ", "".join(run.text for run in group))
        parts.append(_marked(text, strong=strong, em=em, link=link))
    lines = [line.strip(" ") for line in "".join(parts).split("\n")]
    return "\\\n".join(escaped_line(line) for line in _filled(lines))


def _filled(lines: Iterable[str]) -> list[str]:
    """The lines that hold something: an empty one would end the paragraph."""
    return [line for line in lines if line]


def _style(run: BroughtRun, styled: bool) -> tuple[bool, bool, str]:
    if not styled:
        return (False, False, "")
    return (run.strong, run.em, run.link)


def _marked(text: str, *, strong: bool, em: bool, link: str) -> str:
    """Words in one style; its signs touch the words, and no line end stands between them."""
    signs = "*" * (2 * strong + em)
    if not (signs or link) or not text.strip():
        return escaped(text)
    lines = []
    for line in text.split("\n"):
        before, words, after = _EDGES.fullmatch(line).groups()  # type: ignore[union-attr]
        said = escaped(words)
        if link and words:
            said = f"[{said}](<{link}>)" if re.search(r"[()\s]", link) else f"[{said}]({link})"
        lines.append(f"{before}{signs}{said}{signs}{after}" if words else line)
    return "\n".join(lines)

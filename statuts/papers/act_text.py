"""The words of an act cut into its paragraphs, each knowing which instructions it says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from statuts.model.instruction import Instruction
from statuts.wording.quotes import ended

_PARAGRAPH = re.compile(r"[^\n](?:[^\n]|\n(?![ \t]*(?:\n|$)))*")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row. `starts` are the instructions that begin with them, `ends` those that end with them."""

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an act. `about` is the instruction it says, or leads to."""

    runs: tuple[Run, ...]
    about: int


def paragraphs(text: str, act: Sequence[Instruction]) -> list[Paragraph]:
    """The paragraphs of an act, and in each what is said where; by their labels where that is not found."""
    spans = _spans(text, act)
    if spans is None:
        return [p for n, each in enumerate(act) for p in _labelled(n, each)]
    found: list[Paragraph] = []
    about = 0
    for match in _PARAGRAPH.finditer(text):
        start, end = match.start(), match.end()
        inside = [n for n, (a, b) in enumerate(spans) if a < end and start < b]
        # what leads to an instruction belongs to it; what follows the last one, to the last
        about = inside[0] if inside else next((n for n, (a, _) in enumerate(spans) if a >= end), about)
        found.append(Paragraph(tuple(_runs(text, start, end, spans)), about))
    return found


def _spans(text: str, act: Sequence[Instruction]) -> list[tuple[int, int]] | None:
    """Where each instruction stands in the act; None where one is not found in its order."""
    found: list[tuple[int, int]] = []
    for n, each in enumerate(act):
        before = act[n - 1] if n else None
        if before and (before.label, before.wording) == (each.label, each.wording):
            found.append(found[-1])  # one clause, several deeds
            continue
        at = text.find(each.wording, found[-1][1] if found else 0)
        if at < 0 or not each.wording:
            return None
        found.append((at, at + len(each.wording)))
    return found


def _runs(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> list[Run]:
    cuts = {start, end, *(border for span in spans for border in span if start < border < end)}
    edges = sorted(cuts)
    return [
        Run(
            text[a:b],
            tuple(n for n, span in enumerate(spans) if span[0] == a),
            tuple(n for n, span in enumerate(spans) if span[1] == b),
        )
        for a, b in pairwise(edges)
    ]


def _labelled(n: int, each: Instruction) -> list[Paragraph]:
    parts = [match[0] for match in _PARAGRAPH.finditer(each.wording)] or [""]
    last = len(parts) - 1
    return [
        Paragraph(
            (Run(f"{each.label} {part}" if not k else part, () if k else (n,), (n,) if k == last else ()),), n
        )
        for k, part in enumerate(parts)
    ]


def sentence_paragraphs(sentence: str) -> tuple[str, ...]:
    """A sentence of an act with its final stop, which is not doubled where a quotation ends with one."""
    return tuple(ended(sentence, ".").split("\n\n"))

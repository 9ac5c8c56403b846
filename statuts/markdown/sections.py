"""Blocks to sections: cut at the headings, given an identity that does not depend on the place."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from statuts.markdown.blocks import Reading
from statuts.markdown.cuts import PSEUDO
from statuts.markdown.labels import Label, LabelKind, read_label, title_after
from statuts.markdown.outline import Head, classify, find_heads, settle
from statuts.markdown.slug import slug
from statuts.model.document import Block, BlockKind, Heading, Section, SectionKind

_ANCHOR = re.compile(r"\{[^{}]*#([^\s{}]+)[^{}]*\}")
# Words for divisions that contain those of the next entry; any other word stands where « titre » does.
_RANKS = (
    ("livre", "book", "partie", "part", "teil"),
    (),
    ("chap", "cap", "kap"),
    ("sec", "abschnitt"),
    ("sous",),
)
_TITLES = 1
_ARTICLE = SectionKind.ARTICLE  # what most sections are, looked up once
_new = tuple.__new__  # nothing in a section need be checked
_OUTSIDE = frozenset({SectionKind.OPENING, SectionKind.TITLE})
_CONTAINERS = frozenset({SectionKind.DIVISION, SectionKind.ANNEX})
_FIXED = {SectionKind.TITLE: "intitule", SectionKind.PREAMBLE: "preambule"}
# « Art. 2. - **But.** Texte »: a few bold words, and a stop, head the text that follows.
_BOLD_TITLE = re.compile(
    r"(?P<bold>\*\*|__)(?=[^\W\d_])(?P<title>[^*_\r\n.:]{1,60}+)(?:\. ?(?P=bold)|(?P=bold)[ ]*\.)"
)
_AFTER_BOLD = re.compile(r"\s*(?:[.:–—-]+\s*)?")


def read_sections(reading: Reading) -> tuple[Section, ...]:
    """The sections of a text; what precedes any heading is one of its own."""
    reading = settle(reading)
    heads = classify(find_heads(reading), reading.blocks)
    blocks = _with_levels(reading, heads)
    outlines = [_outlined(head, kind, blocks[head.place]) for head, kind in heads]
    bounds = [head.place for head, _ in heads] + [len(blocks)]
    if bounds[0]:
        outlines.insert(0, _Outline(SectionKind.OPENING, None, None, 0, "ouverture"))
        bounds.insert(0, 0)
    elif not outlines:
        return ()
    ids = _named(outlines)
    divisions = _placed(outlines, ids)
    return tuple(
        [
            _new(Section, (name, outline.kind, outline.heading, tuple(blocks[start:end]), division))
            for outline, name, division, (start, end) in zip(
                outlines, ids, divisions, pairwise(bounds), strict=True
            )
        ]
    )


class _Outline(NamedTuple):
    """What a section is by its heading, and the id it asks for."""

    kind: SectionKind
    heading: Heading | None
    label: Label | None
    level: int
    wanted: str


def _outlined(head: Head, kind: SectionKind, block: Block) -> _Outline:
    heading = _heading(block.body, head.run_in)
    return _Outline(kind, heading, head.label, head.level, _wanted_id(kind, heading, head.label, block))


def _with_levels(reading: Reading, heads: Sequence[tuple[Head, SectionKind]]) -> list[Block]:
    """The blocks; a heading Markdown does not know is shown one level below what it stands under."""
    kinds = {head.place: kind for head, kind in heads}
    above = [reading.levels.get(i, 0) for i, kind in kinds.items() if kind is not SectionKind.ARTICLE]
    base = min(5, max((level for level in above if level < PSEUDO), default=1) + 1)
    article = base + (PSEUDO in above and SectionKind.DIVISION in kinds.values())
    levels = {SectionKind.TITLE: 1, SectionKind.ARTICLE: article, None: article}
    blocks = list(reading.blocks)
    for index, level in reading.levels.items():
        if level == PSEUDO:
            blocks[index] = blocks[index]._replace(depth=levels.get(kinds.get(index), base))
    return blocks


@lru_cache(maxsize=65536)
def _heading(body: str, run_in: bool) -> Heading:
    label = read_label(body)
    if not run_in:
        return Heading(label.number, label.key, title_after(body, label), label.end)
    if label.bold and (close := body.find(label.bold, label.end)) >= 0:
        # `**Article 12 – Objet.** Texte`: what is bold heads the text, and only that.
        title = body[label.end : close].strip().rstrip(".:").strip()
        end = close + len(label.bold)
        after = _AFTER_BOLD.match(body, end)
        return Heading(label.number, label.key, title, after.end() if after else end, run_in=True)
    title_in_bold = _BOLD_TITLE.match(body, label.end)
    if title_in_bold and title_in_bold["title"][0].isupper():
        after = _AFTER_BOLD.match(body, title_in_bold.end())
        end = after.end() if after else title_in_bold.end()
        return Heading(label.number, label.key, title_in_bold["title"].strip(), end, run_in=True)
    return Heading(label.number, label.key, "", label.end, run_in=True)


def _named(outlines: Sequence[_Outline]) -> list[str]:
    """The ids of the sections; articles choose first, so that no division takes a name from one."""
    taken: set[str] = set()
    counts: Counter[str] = Counter()
    ids = [""] * len(outlines)
    for index in sorted(range(len(outlines)), key=lambda i: outlines[i].kind is not _ARTICLE):
        wanted = name = outlines[index].wanted
        while name in taken:
            counts[wanted] += 1
            name = f"{wanted}-{counts[wanted] + 1}"
        taken.add(name)
        ids[index] = name
    return ids


def _wanted_id(kind: SectionKind, heading: Heading, label: Label, block: Block) -> str:
    anchor = _ANCHOR.search(block.tail) if "{" in block.tail and block.kind is BlockKind.HEADING else None
    if anchor and slug(anchor[1]):
        return slug(anchor[1])
    if kind in _FIXED:
        return _FIXED[kind]
    if kind is SectionKind.ANNEX:
        return slug(f"annexe {heading.key} {heading.title}")
    return slug(heading.title) or slug(_numbered(heading, label)) or "article"


def _numbered(heading: Heading, label: Label) -> str:
    """The name of a section without a title: « article 12-bis », « titre IV »."""
    if label.kind in (LabelKind.ARTICLE, LabelKind.NUMBER, LabelKind.NONE):
        return f"article {heading.key}"
    return f"{label.word} {heading.number}"


def _placed(outlines: Sequence[_Outline], ids: Sequence[str]) -> list[str]:
    """The id of the division or annex each section stands in, empty where it stands in none."""
    open_: list[tuple[tuple[int, int], str]] = []
    placed = []
    for outline, name in zip(outlines, ids, strict=True):
        if outline.kind in _OUTSIDE:
            placed.append("")
            continue
        rank = _rank(outline)
        while open_ and open_[-1][0] >= rank:
            open_.pop()
        placed.append(open_[-1][1] if open_ else "")
        if outline.kind in _CONTAINERS:
            open_.append((rank, name))
    return placed


def _rank(outline: _Outline) -> tuple[int, int]:
    """Where a section stands in the order of containers: its level, then the rank of its word."""
    if outline.kind is _ARTICLE:
        return outline.level, len(_RANKS)
    if outline.kind is SectionKind.DIVISION and outline.label is not None:
        ranks = [rank for rank, words in enumerate(_RANKS) if outline.label.word.startswith(words)]
        return outline.level, ranks[-1] if ranks else _TITLES
    return outline.level, 0

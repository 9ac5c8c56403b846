"""Pieces to sections: cut at the headings, given an identity that does not depend on the place."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from statuts.markdown.blocks import PSEUDO, Piece
from statuts.markdown.labels import Label, LabelKind, title_after
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
_AFTER_BOLD = re.compile(r"\s*(?:[.:–—-]+\s*)?")


def read_sections(pieces: Sequence[Piece]) -> tuple[Section, ...]:
    """The sections of a text; what precedes any heading is one of its own."""
    pieces = settle(pieces)
    heads = classify(find_heads(pieces), pieces)
    blocks = _with_levels(pieces, heads)
    bounds = [head.place for head, _ in heads] + [len(pieces)]
    sections = [
        Section("", kind, _heading(head, blocks[head.place]), tuple(blocks[head.place : end]))
        for (head, kind), end in zip(heads, bounds[1:], strict=True)
    ]
    if blocks[: bounds[0]]:
        sections.insert(0, Section("", SectionKind.OPENING, None, tuple(blocks[: bounds[0]])))
    levels = [0] * (len(sections) - len(heads)) + [head.level for head, _ in heads]
    labels = [None] * (len(sections) - len(heads)) + [head.label for head, _ in heads]
    return _placed(_named(sections, labels), levels, labels)


def _with_levels(pieces: Sequence[Piece], heads: Sequence[tuple[Head, SectionKind]]) -> list[Block]:
    """The blocks; a heading Markdown does not know is shown one level below what it stands under."""
    kinds = {head.place: kind for head, kind in heads}
    above = [pieces[i].level for i, kind in kinds.items() if kind is not SectionKind.ARTICLE]
    base = min(5, max((level for level in above if level < PSEUDO), default=1) + 1)
    article = base + (PSEUDO in above and SectionKind.DIVISION in kinds.values())
    levels = {SectionKind.TITLE: 1, SectionKind.ARTICLE: article, None: article}
    return [
        piece.block
        if piece.level != PSEUDO
        else piece.block._replace(depth=levels.get(kinds.get(index), base))
        for index, piece in enumerate(pieces)
    ]


def _heading(head: Head, block: Block) -> Heading:
    label = head.label
    if not head.run_in:
        return Heading(label.number, label.key, title_after(block.body, label), label.end)
    if label.bold and (close := block.body.find(label.bold, label.end)) >= 0:
        # `**Article 12 – Objet.** Texte`: what is bold heads the text, and only that.
        title = block.body[label.end : close].strip().rstrip(".:").strip()
        end = close + len(label.bold)
        after = _AFTER_BOLD.match(block.body, end)
        return Heading(label.number, label.key, title, after.end() if after else end, run_in=True)
    return Heading(label.number, label.key, "", label.end, run_in=True)


def _named(sections: Sequence[Section], labels: Sequence[Label | None]) -> list[Section]:
    """The sections with their ids; articles choose first, so that no division takes a name from one."""
    taken: set[str] = set()
    counts: Counter[str] = Counter()
    ids: dict[int, str] = {}
    order = sorted(range(len(sections)), key=lambda i: sections[i].kind is not SectionKind.ARTICLE)
    for index in order:
        wanted = _wanted_id(sections[index], labels[index])
        name = wanted
        while name in taken:
            counts[wanted] += 1
            name = f"{wanted}-{counts[wanted] + 1}"
        taken.add(name)
        ids[index] = name
    return [replace(section, id=ids[index]) for index, section in enumerate(sections)]


def _wanted_id(section: Section, label: Label | None) -> str:
    if section.heading is None or label is None:
        return "ouverture"
    anchor = _ANCHOR.search(section.blocks[0].tail) if section.blocks[0].kind is BlockKind.HEADING else None
    if anchor and slug(anchor[1]):
        return slug(anchor[1])
    fixed = {SectionKind.TITLE: "intitule", SectionKind.PREAMBLE: "preambule"}.get(section.kind)
    if fixed:
        return fixed
    if section.kind is SectionKind.ANNEX:
        return slug(f"annexe {section.heading.key} {section.heading.title}")
    return slug(section.heading.title) or slug(_numbered(section.heading, label)) or "article"


def _numbered(heading: Heading, label: Label) -> str:
    """The name of a section without a title: « article 12-bis », « titre IV »."""
    if label.kind in (LabelKind.ARTICLE, LabelKind.NUMBER, LabelKind.NONE):
        return f"article {heading.key}"
    return f"{label.word} {heading.number}"


def _placed(
    sections: Sequence[Section], levels: Sequence[int], labels: Sequence[Label | None]
) -> tuple[Section, ...]:
    """The sections with the id of the division or annex each stands in."""
    open_: list[tuple[tuple[int, int], str]] = []
    placed = []
    for section, level, label in zip(sections, levels, labels, strict=True):
        if section.kind in (SectionKind.OPENING, SectionKind.TITLE):
            placed.append(section)
            continue
        rank = _rank(section, level, label)
        while open_ and open_[-1][0] >= rank:
            open_.pop()
        placed.append(replace(section, division=open_[-1][1] if open_ else ""))
        if section.kind in (SectionKind.DIVISION, SectionKind.ANNEX):
            open_.append((rank, section.id))
    return tuple(placed)


def _rank(section: Section, level: int, label: Label | None) -> tuple[int, int]:
    """Where a section stands in the order of containers: its level, then the rank of its word."""
    if section.kind is SectionKind.ARTICLE:
        return level, len(_RANKS)
    if section.kind is SectionKind.DIVISION and label is not None:
        ranks = [rank for rank, words in enumerate(_RANKS) if label.word.startswith(words)]
        return level, ranks[-1] if ranks else _TITLES
    return level, 0

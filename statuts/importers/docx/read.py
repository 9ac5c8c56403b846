"""From the bytes of a Word file to what it shows: the text, and what stands beside it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from statuts.errors import InputError
from statuts.importers.docx.figures import figure
from statuts.importers.docx.names import Element, W
from statuts.importers.docx.parts import Parts
from statuts.importers.docx.source import Hanging, Source
from statuts.importers.docx.story import Story, flat
from statuts.importers.zips import members
from statuts.model.brought import Aside, AsideKind, Brought, BroughtParagraph
from statuts.model.message import msg

_PAGE_NUMBER = re.compile(r"[\W\d_]*(?:page)?[\W\d_]*(?:sur|of|de)?[\W\d_]*", re.IGNORECASE)


def read_docx(data: bytes) -> Brought:
    """All that a Word file holds, tracked changes on both sides. Nothing of it is run, nothing fetched."""
    parts = Parts(members(data))
    body = parts.main.find(f"{W}body")
    if body is None:
        raise InputError(
            msg("This is no Word file: it has no text."),
            msg("open it, save it as .docx or .odt, and try again"),
        )
    source = Source(parts)
    blocks = Story(source).read(body)
    source.asides += tuple(_hanging(source))
    source.asides += tuple(_margins(source))
    source.asides += tuple(_hanging(source))  # a header may have boxes
    source.asides += tuple(_comments(source))
    return Brought("DOCX", blocks, tuple(source.asides), tuple(source.remarks()))


def _hanging(source: Source) -> Iterator[Aside]:
    """Notes and boxes in the order of their places; one may bring others."""
    counts = {"footnote": 0, "endnote": 0}
    while source.hanging:
        hanging, place = source.hanging.popleft()
        is_box = hanging.kind == "box"
        element = hanging.element if is_box else source.note(hanging.kind, hanging.identifier)
        paragraphs = () if element is None else _worded(source, element, hanging)
        about = ""
        if element is not None and not is_box:
            counts[hanging.kind] += 1
            about = figure(counts[hanging.kind], "decimal" if hanging.kind == "footnote" else "lowerRoman")
        if paragraphs:
            yield Aside(AsideKind.TEXT_BOX if is_box else AsideKind.FOOTNOTE, paragraphs, place, about=about)


def _worded(source: Source, element: Element, hanging: Hanging) -> tuple[BroughtParagraph, ...]:
    """Its paragraphs, none where they say nothing; a space after the mark of a note is not of its words."""
    paragraphs = flat(Story(source).read(element, hanging.fate), source)
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        return ()
    first = paragraphs[0]
    if hanging.kind != "box" and first.runs:
        runs = (first.runs[0]._replace(text=first.runs[0].text.lstrip(" \t\u00a0")), *first.runs[1:])
        first = replace(first, runs=tuple(run for run in runs if run.text))
    return (first, *paragraphs[1:])


def _margins(source: Source) -> Iterator[Aside]:
    """Headers and footers, each wording once; where nothing but the page's number is said, it is said so."""
    for kind in (AsideKind.HEADER, AsideKind.FOOTER):
        seen: set[str] = set()
        for root in source.parts.all(kind.value):
            paragraphs = flat(Story(source).read(root), source)
            text = "\n".join(paragraph.text for paragraph in paragraphs).strip()
            if text and text not in seen:
                seen.add(text)
                yield Aside(AsideKind.PAGE_NUMBER if _PAGE_NUMBER.fullmatch(text) else kind, paragraphs)


def _comments(source: Source) -> Iterator[Aside]:
    root = source.parts.first("comments")
    for comment in () if root is None else root.iterfind(f"{W}comment"):
        yield Aside(
            AsideKind.COMMENT,
            flat(Story(source).read(comment), source),
            author=comment.get(f"{W}author", ""),
            about=source.anchors.about.get(comment.get(f"{W}id", ""), ""),
        )

"""What a file is, by its first bytes and its name, and the reader for it, imported when it is used."""

import re
from dataclasses import dataclass
from enum import StrEnum

from statuts.errors import InputError
from statuts.model.brought import Brought
from statuts.model.message import msg

_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_LATEX = re.compile(rb"^[^%\n]*\\(?:documentclass|begin\{document\}|(?:sub)*section\*?\{)", re.M)
_MIMETYPE = b"mimetypeapplication/vnd.oasis.opendocument.text"


class Format(StrEnum):
    """The formats of files that hold a text."""

    MARKDOWN = "markdown"
    TEXT = "text"
    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    HTML = "html"
    LATEX = "latex"
    DOC = "doc"  # Word 97–2003
    RTF = "rtf"


THROUGH_OFFICE = frozenset({Format.DOC, Format.RTF})
"""What no reader of ours reads: another program turns it into OpenDocument first."""
TRACKED = frozenset({Format.DOCX, Format.ODT, Format.HTML, *THROUGH_OFFICE})
"""What may hold tracked changes."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How one format is recognised: by how its bytes begin, and by the end of its name."""

    format: Format
    start: bytes
    suffixes: tuple[str, ...]


_KINDS = (
    Kind(Format.PDF, b"%PDF-", (".pdf",)),
    Kind(Format.RTF, b"{\\rtf", (".rtf",)),
    Kind(Format.DOC, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", (".doc",)),
)


_BY_NAME = {
    ".docx": Format.DOCX,
    ".docm": Format.DOCX,
    ".odt": Format.ODT,
    ".fodt": Format.ODT,
    **{suffix: kind.format for kind in _KINDS for suffix in kind.suffixes},
}


def format_of(data: bytes, name: str) -> Format:
    """The format, as the content has it; the name decides only where the content tells nothing."""
    for kind in _KINDS:
        if data.startswith(kind.start):
            return Format.DOCX if _is_locked(data, name) else kind.format
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    if data.startswith(b"PK"):
        return Format.ODT if _MIMETYPE in data[:120] or suffix in (".odt", ".ott") else Format.DOCX
    head = data[:65536]
    if _HTML.match(head.lstrip(b"\xef\xbb\xbf")) or suffix in (".html", ".htm", ".xhtml"):
        return Format.HTML
    if named := _BY_NAME.get(suffix):  # its reader says what is wrong with it
        return named
    if suffix == ".tex" or (suffix not in (".md", ".markdown") and _LATEX.search(head)):
        return Format.LATEX
    return Format.TEXT if suffix in (".txt", ".text") else Format.MARKDOWN


def _is_locked(data: bytes, name: str) -> bool:
    """A Word file with a password is wrapped in the format of older ones: its reader says so."""
    return name.lower().endswith((".docx", ".docm")) and data.startswith(b"\xd0\xcf")


def read_as(format_: Format, data: bytes, encoding: str | None = None) -> Brought:
    """What a file holds. Raises `InputError`, with what to do, where it cannot be read."""
    if format_ is Format.DOCX:
        from statuts.importers.docx.read import read_docx

        return read_docx(data)
    if format_ is Format.ODT:
        from statuts.importers.odt.read import read_odt

        return read_odt(data)
    if format_ is Format.PDF:
        from statuts.importers.pdf.read import read_pdf

        return read_pdf(data)
    if format_ is Format.HTML:
        from statuts.importers.html.read import read_html

        return read_html(data, encoding)
    text = decoded(data, encoding)
    if format_ is Format.LATEX:
        from statuts.importers.latex.read import read_latex

        return read_latex(text)
    from statuts.importers.text import read_plain

    return read_plain(text)


def decoded(data: bytes, encoding: str | None) -> str:
    """The text of bytes in `encoding`, else in UTF-8 or what Windows wrote before. Raises `InputError`."""
    for name in (encoding,) if encoding else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
        except LookupError:
            break
    raise InputError(
        msg("the text cannot be read as {encoding}.", encoding=encoding or "UTF-8"),
        msg("name its encoding: --encoding windows-1252"),
    )

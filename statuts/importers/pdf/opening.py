"""A PDF file opened within bounds: its pages in order, found without trusting its tree."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import suppress

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral

from statuts.errors import InputError
from statuts.importers.pdf.bounds import MOST_BYTES, MOST_OBJECTS, MOST_PAGES, BoundedParser, too_much
from statuts.model.message import msg

logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # what it thinks of a file is said by us

_INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")
_OUR_SOURCES = frozenset({"texte-nouveau.md", "texte.md"})
_MOST_NAMES = 1000


class _Document(PDFDocument):
    """A document whose chain of cross-reference tables is followed once."""

    def read_xref_from(self, parser: PDFParser, start: int, xrefs: list[object]) -> None:  # type: ignore[override]
        """As the parent does, for a table that was not read yet."""
        seen: set[int] = self.__dict__.setdefault("_tables", set())
        if start in seen:
            return
        seen.add(start)
        if len(seen) > 200:
            too_much()
        super().read_xref_from(parser, start, xrefs)  # type: ignore[arg-type]


def open_pdf(data: bytes) -> PDFDocument:
    """The document of a file, or the reason it cannot be opened."""
    if b"%PDF-" not in data[:1024]:
        raise InputError(
            msg("This is no PDF file: it does not begin as one."), msg("Give a file that a PDF reader opens.")
        )
    if len(data) > MOST_BYTES or data.count(b" obj") > MOST_OBJECTS:
        too_much()
    try:
        return _Document(BoundedParser(data))
    except PDFPasswordIncorrect as fault:
        raise InputError(
            msg("This PDF file is locked with a password."),
            msg("Open it with the password, save a copy without one, and give that copy."),
        ) from fault
    except PDFEncryptionError as fault:
        raise InputError(
            msg("This PDF file is encrypted in a way that cannot be read here."),
            msg("Open it in a PDF reader, print it to a new PDF file, and give that one."),
        ) from fault


def pages_of(document: PDFDocument) -> list[PDFPage]:
    """The pages in order; a page tree that loops, or holds too many, is refused."""
    found: list[PDFPage] = []
    seen: set[int] = set()
    waiting: list[tuple[object, dict[str, object]]] = [(document.catalog.get("Pages"), {})]
    while waiting:
        reference, inherited = waiting.pop()
        number = reference.objid if isinstance(reference, PDFObjRef) else None
        if number is not None and number in seen:
            raise InputError(
                msg("The list of pages of this PDF file goes in a circle: it is broken."),
                msg("Open it in a PDF reader, print it to a new PDF file, and give that one."),
            )
        if number is not None:
            seen.add(number)
        node = _dictionary(reference)
        if node is None:
            continue
        own = {**inherited, **{key: node[key] for key in _INHERITED if key in node}}
        kids = _kids(node)
        if kids is not None:
            if len(kids) + len(waiting) > 4 * MOST_PAGES:
                too_much()
            waiting += [(kid, own) for kid in reversed(kids)]
        else:
            found.append(PDFPage(document, number, {**own, **node}, None))
        if len(found) > MOST_PAGES:
            raise InputError(
                msg("This PDF file has more than {most} pages.", most=MOST_PAGES),
                msg("Keep the pages that hold the text, and give those."),
            )
    return found


def our_attachments(document: PDFDocument) -> list[str]:
    """Names of sources that this program attaches to the papers it writes, where the file carries them."""
    names: list[str] = []
    with suppress(PDFException, ValueError, TypeError, KeyError, AttributeError):
        tree = _dictionary(document.catalog.get("Names")) or {}
        for entry in _names(tree.get("EmbeddedFiles")):
            name = entry.decode("utf-16" if entry[:2] in (b"\xfe\xff", b"\xff\xfe") else "latin-1")
            if name in _OUR_SOURCES and name not in names:
                names.append(name)
    return names


def _names(root: object) -> Iterator[bytes]:
    """The keys of a name tree, as far as it is sensible to look."""
    waiting, looks = [root], 0
    while waiting and looks < _MOST_NAMES:
        looks += 1
        node = _dictionary(waiting.pop()) or {}
        kids, names = resolve1(node.get("Kids")), resolve1(node.get("Names"))
        waiting += kids[:_MOST_NAMES] if isinstance(kids, list) else []
        for key in names[: 2 * _MOST_NAMES : 2] if isinstance(names, list) else []:
            if isinstance(key := resolve1(key), bytes):
                yield key


def _dictionary(value: object) -> Mapping[str, object] | None:
    value = resolve1(value)
    return value if isinstance(value, Mapping) else None


def _kids(node: Mapping[str, object]) -> list[object] | None:
    """What hangs below a node of the page tree; None where the node is a page."""
    kind = node.get("Type")
    kids = resolve1(node.get("Kids"))
    if isinstance(kids, list) and not (isinstance(kind, PSLiteral) and kind.name == "Page"):
        return kids
    return None

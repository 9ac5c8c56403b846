"""A PDF file with text → `Brought`: opened within bounds, its pages measured, its lines put together.

pdfminer.six alone is used, what pdfplumber reads with: on the same files it takes 0.03 s a page where
pdfplumber takes 0.07 s, and it needs no rendering library. pypdf has no widths of letters.
"""

from statuts.errors import InputError, StatutsError
from statuts.importers.hyphens import Hyphens
from statuts.importers.pdf.characters import UNREADABLE
from statuts.importers.pdf.flow import Flow
from statuts.importers.pdf.opening import open_pdf, our_attachments, pages_of
from statuts.importers.pdf.sheets import Sheet, read_sheets, text_of
from statuts.model.brought import Brought
from statuts.model.message import Message, msg, msgn

_LEAST_LETTERS = 20  # fewer on pages of pictures are the stamp on a scan
_UNREADABLE = 0.2


def read_pdf(data: bytes) -> Brought:
    """What a PDF file shows. Refuses what is locked, broken, a scan without text, or made to do harm."""
    try:
        document = open_pdf(data)
        sheets = read_sheets(pages_of(document))
        attached = our_attachments(document)
    except StatutsError:
        raise
    except Exception as fault:
        raise InputError(
            msg("This PDF file cannot be read: it is broken, or not made as PDF files are."),
            msg("Open it in a PDF reader, print it to a new PDF file, and give that one."),
        ) from fault
    _check_there_is_text(sheets)
    hyphens = Hyphens(line.text for sheet in sheets for line in sheet.lines())
    flow = Flow(sheets, hyphens)
    remarks = [
        *(
            msg("The file carries “{name}”; what its pages show was read, not that.", name=name)
            for name in attached
        ),
        *_remarks(sheets),
        *hyphens.remarks(),
    ]
    return Brought("PDF", tuple(flow.blocks), tuple(flow.asides), tuple(remarks))


def _check_there_is_text(sheets: list[Sheet]) -> None:
    text = text_of(sheets)
    letters = sum(map(str.isalnum, text))
    if letters == 0 or (letters < _LEAST_LETTERS and any(sheet.pictures for sheet in sheets)):
        raise InputError(
            msg("There is no text in this PDF file: its pages are pictures (a scan), or empty."),
            msg("Have the words recognised first (OCR), or give the file the scan was printed from."),
        )
    if text.count(UNREADABLE) > _UNREADABLE * len(text):
        raise InputError(
            msg("The letters of this PDF file cannot be read: its fonts do not say which they are."),
            msg("Have the words recognised (OCR), or give the file it was made from."),
        )


def _remarks(sheets: list[Sheet]) -> list[Message]:
    found = []
    if pictures := sum(sheet.pictures for sheet in sheets):
        found.append(msgn("{count} picture was left out.", "{count} pictures were left out.", pictures))
    if empty := sum(not sheet.letters.strip() for sheet in sheets):
        found.append(msgn("{count} page shows no text.", "{count} pages show no text.", empty))
    if unreadable := text_of(sheets).count(UNREADABLE):
        found.append(
            msgn(
                "{count} letter could not be read; “�” stands in its place.",
                "{count} letters could not be read; “�” stands in their place.",
                unreadable,
            )
        )
    return found

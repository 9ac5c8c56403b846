"""How much a PDF file may ask of us: counts and sizes, never a clock: a refusal is the same everywhere."""

import re
import zlib
from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise
from typing import NoReturn

from pdfminer.lzw import LZWDecoder
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import (
    LITERALS_FLATE_DECODE,
    LITERALS_LZW_DECODE,
    LITERALS_RUNLENGTH_DECODE,
    PDFStream,
    resolve1,
)
from pdfminer.psparser import PSKeyword

from statuts.errors import InputError
from statuts.model.message import msg

MOST_BYTES = 40_000_000
MOST_PAGES = 500
MOST_OBJECTS = 200_000
MOST_SIGNS = 2_000_000  # letters shown, all pages together
MOST_SHAPES = 40_000  # lines and boxes drawn
MOST_FORMS = 5_000  # pieces of drawing called from another, however often
DEEPEST = 12
_MOST_INFLATED = 32_000_000
_MOST_PREDICTED = 4_000_000  # what is undone byte by byte in Python
_MOST_LZW = 200_000  # undone code by code in Python
_STEP = 1 << 16
_MOST_WIDTHS = 70_000
_RANGE = re.compile(rb"<\s*([0-9A-Fa-f]{1,16})\s*>\s*<\s*([0-9A-Fa-f]{1,16})\s*>\s*[<\[0-9]")


def too_much() -> NoReturn:
    """The one refusal of a file that asks for more than any text does."""
    raise InputError(
        msg("This PDF file asks for far more room or work than a text of statutes does."),
        msg("Open it in a PDF reader, print it to a new PDF file, and give that one."),
    )


class Budget:
    """What is left of the bytes that may come out of compressed streams."""

    def __init__(self) -> None:
        self.left = _MOST_INFLATED

    def spend(self, size: int) -> None:
        """Take `size` off what is left, or refuse the file."""
        self.left -= size
        if self.left < 0:
            too_much()


class BoundedStream(PDFStream):
    """A stream that is measured before it is unpacked."""

    budget: Budget

    def decode(self) -> None:
        """Undo the filters one by one, none of which may give more than the budget has left."""
        data = self.rawdata or b""
        if self.decipher and self.objid is not None and self.genno is not None:
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        for name, parameters in self.get_filters():
            data = self._undone(name, parameters, data)
        self.budget.spend(len(data))
        self.data, self.rawdata = data, None

    def _undone(self, name: object, parameters: object, data: bytes) -> bytes:
        most = self.budget.left
        predicted = isinstance(parameters, Mapping) and resolve1(parameters.get("Predictor", 1)) != 1
        if name in LITERALS_FLATE_DECODE:
            data = _inflated(data, most)
            if not predicted:
                return data
            packed = zlib.compress(data, 0)  # the library undoes a predictor only behind its filter
        elif name in LITERALS_LZW_DECODE:
            packed, data = data, _lzw(data, most)
        else:
            if name in LITERALS_RUNLENGTH_DECODE and len(data) * 64 > most:
                too_much()
            packed = data
        if predicted and len(data) > _MOST_PREDICTED:
            too_much()
        return PDFStream({"Filter": name, "DecodeParms": parameters}, packed).get_data()


class BoundedParser(PDFParser):
    """Reads the objects of a file; each stream it meets is a `BoundedStream` of one budget."""

    def __init__(self, data: bytes) -> None:
        super().__init__(BytesIO(data))
        self._budget = Budget()

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """As the parent does, with the stream it made put into bounds."""
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            place, made = self.curstack[-1]
            if type(made) is PDFStream:
                bounded = BoundedStream(made.attrs, made.rawdata or b"", made.decipher)
                bounded.budget = self._budget
                self.curstack[-1] = (place, bounded)


def check_font(spec: Mapping[str, object]) -> None:
    """Refuse a font whose table of widths or of letters is written to fill the memory."""
    for key in ("W", "W2"):
        widths = resolve1(spec.get(key))
        if isinstance(widths, list):
            numbers = [value for value in widths if isinstance(value, int)]
            spans = (b - a for a, b in pairwise(numbers) if b > a)
            if sum(span for span in spans if span > 1000) > 4 * _MOST_WIDTHS or len(widths) > _MOST_WIDTHS:
                too_much()
    for key in ("ToUnicode", "Encoding"):
        table = resolve1(spec.get(key))
        if isinstance(table, PDFStream):
            _check_letters(table.get_data())


def _check_letters(table: bytes) -> None:
    """Ranges `<0000> <FFFF> <0041>` of a table of letters, added up."""
    total = 0
    for low, high in _RANGE.findall(table):
        span = int(high, 16) - int(low, 16)
        total += span if len(low) == len(high) and b"range" in table else 0
        if total > 16 * _MOST_WIDTHS:
            too_much()


def _inflated(data: bytes, most: int) -> bytes:
    """What can be inflated of `data`: a stream that breaks off gives what came before."""
    machine, pieces, size = zlib.decompressobj(), [], 0
    try:
        while not machine.eof:
            piece = machine.decompress(data, _STEP)
            data = machine.unconsumed_tail
            if not piece and not data:
                break
            pieces.append(piece)
            size += len(piece)
            if size > most:
                too_much()
    except zlib.error:
        pass
    return b"".join(pieces)


def _lzw(data: bytes, most: int) -> bytes:
    if len(data) > _MOST_LZW:
        too_much()
    pieces, size = [], 0
    for piece in LZWDecoder(BytesIO(data)).run():
        pieces.append(piece)
        size += len(piece)
        if size > most:
            too_much()
    return b"".join(pieces)

"""Bytes of a page → its text: which encoding it is in, as browsers find out."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_-]{1,40})")
_KNOWN = re.compile(
    r"utf-?8|(?:windows|cp)-?(?:125\d|437|850)|iso-?8859-?\d{1,2}|latin-?\d|macintosh|us-ascii"
)
_READ_FOR_META = 8192


def decoded(data: bytes, encoding: str | None) -> str:
    """The text of a page. What it says of itself is believed where the bytes agree; else it is Windows'."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    start = data[:_READ_FOR_META]
    declared = _META.search(start) or _XML.search(start)
    names = [encoding or "", declared[1].decode("ascii") if declared else "", "utf-8"]
    for name in names:
        known = _python_name(name)
        if known:
            try:
                return data.decode(known)
            except UnicodeDecodeError:
                continue
    return data.decode("cp1252", errors="replace")


def _python_name(name: str) -> str:
    """The codec for a name of the web; empty where it is none that pages are written in."""
    name = name.strip().lower()
    if name.startswith("utf-16"):  # said in bytes that are not: as browsers do
        return "utf-8"
    if not _KNOWN.fullmatch(name):
        return ""
    if name in ("us-ascii", "latin1", "latin-1", "iso-8859-1", "iso8859-1"):
        return "cp1252"
    if name == "macintosh":
        return "mac-roman"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""

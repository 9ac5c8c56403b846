"""PDF files for tests: printed by a browser, a word processor or a typesetter, or written by hand to do harm."""

import shutil
import subprocess
import zlib
from pathlib import Path

import pytest
from chromium import CHROMIUM

SOFFICE = shutil.which("soffice")
_PAGE = (
    '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Statuts</title>'
    "<style>@page{{size:A4;margin:20mm}}body{{font:12pt serif}}td,th{{border:1px solid black}}{style}</style><body>{body}</body>"
)


def printed(body: str, folder: Path, *, style: str = "", edges: bool = False) -> bytes:
    """`body` as a browser prints it; with `edges`, date, title, address and page numbers around it."""
    if CHROMIUM is None:
        pytest.skip("no chromium here: apt-get install chromium")
    page, out = folder / "page.html", folder / "page.pdf"
    page.write_text(_PAGE.format(style=style, body=body), encoding="utf-8")
    options = [] if edges else ["--no-pdf-header-footer"]
    command = [
        CHROMIUM,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={folder / 'profile'}",
    ]
    subprocess.run(
        [*command, *options, f"--print-to-pdf={out}", page.as_uri()],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return out.read_bytes()


def by_office(body: str, folder: Path) -> bytes:
    """`body` as LibreOffice prints it."""
    if SOFFICE is None:
        pytest.skip("no soffice here: apt-get install libreoffice-writer")
    page = folder / "page.html"
    page.write_text(_PAGE.format(style="", body=body), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = "pdf:writer_web_pdf_Export"
    subprocess.run(
        [SOFFICE, "--headless", profile, "--convert-to", target, "--outdir", str(folder), str(page)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return (folder / "page.pdf").read_bytes()


def typeset(source: str) -> bytes:
    """`source` as typst sets it."""
    typst = pytest.importorskip("typst")
    return bytes(typst.compile(source.encode()))


def by_hand(objects: dict[int, bytes], *, root: int = 1, extra: bytes = b"") -> bytes:
    """A file of these objects, with a table of them that is right."""
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % places.get(number, 0)
    out += b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, extra, start)
    return bytes(out)


def stream(data: bytes, attributes: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), attributes, data)


def flate(data: bytes, attributes: bytes = b"") -> bytes:
    """A stream object, deflated."""
    return stream(zlib.compress(data, 9), b"/Filter /FlateDecode " + attributes)


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
WORDS = b"BT /F 12 Tf 72 700 Td (Article 1 - Objet de notre association) Tj ET"


def one_page(content: bytes, *, resources: bytes = b"", more: dict[int, bytes] | None = None) -> bytes:
    """A file of one page that draws `content` (a stream object)."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> %s >> >>"
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: page % resources,
        4: content,
        5: FONT,
    }
    return by_hand(objects | (more or {}))

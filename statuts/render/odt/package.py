"""The files of a paper, packed so that the same paper always gives the same bytes."""

import io
import zipfile
from collections.abc import Mapping

from statuts.model.sheet import Sheet
from statuts.render.odt.escape import attribute, words
from statuts.render.odt.namespaces import VERSION, document, manifest

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_TYPES = {"xml": "text/xml", "png": "image/png", "jpg": "image/jpeg"}
_LEVEL = 6


def packed(files: Mapping[str, bytes]) -> bytes:
    """The package: `mimetype` first and not compressed, the other files by name, without dates."""
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{attribute(name)}" manifest:media-type="{_type(name)}"/>'
        for name in sorted(files)
    )
    root = (
        f'<manifest:file-entry manifest:full-path="/" manifest:version="{VERSION}"'
        f' manifest:media-type="{MEDIA_TYPE}"/>'
    )
    listed = manifest(root + entries).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        _store(package, "mimetype", MEDIA_TYPE.encode(), zipfile.ZIP_STORED)
        for name, data in sorted({**files, "META-INF/manifest.xml": listed}.items()):
            _store(package, name, data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def meta(sheet: Sheet) -> str:
    """What the paper says of itself to programs."""
    moment = sheet.moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    author = words(sheet.author)
    return document(
        "document-meta",
        f"<office:meta><meta:generator>statuts</meta:generator><dc:title>{words(sheet.title)}</dc:title>"
        f"<meta:initial-creator>{author}</meta:initial-creator><dc:creator>{author}</dc:creator>"
        f"<meta:creation-date>{moment}</meta:creation-date><dc:date>{moment}</dc:date>"
        f"<dc:language>{words(sheet.language)}</dc:language></office:meta>",
    )


def _type(name: str) -> str:
    return _TYPES[name.rpartition(".")[2]]


def _store(package: zipfile.ZipFile, name: str, data: bytes, method: int) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = method
    entry.external_attr = 0o644 << 16
    package.writestr(entry, data, compresslevel=_LEVEL)

"""The names of OpenDocument's vocabularies, and the beginning of each file."""

_NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
_ALL = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in _NAMES.items() if prefix != "manifest")
VERSION = "1.3"


def document(element: str, inner: str) -> str:
    """A whole file of the vocabulary `office`."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<office:{element}{_ALL} office:version="{VERSION}">{inner}</office:{element}>'
    )


def manifest(inner: str) -> str:
    """The list of files."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="{_NAMES["manifest"]}"'
        f' manifest:version="{VERSION}">{inner}</manifest:manifest>'
    )

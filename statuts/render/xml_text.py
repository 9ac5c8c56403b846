"""Words inside XML: what it reserves is escaped, what version 1.0 forbids is shown as a replacement sign."""

import re

_RESERVED = re.compile('[&<>"\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]')
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}


def xml_text(text: str) -> str:
    """`text` for an element or an attribute in double quotes."""
    if not _RESERVED.search(text):
        return text
    return _RESERVED.sub(lambda match: _ESCAPES.get(match[0], "\ufffd"), text)

"""Words as XML: the one place where text becomes markup, so that no text can be read as markup."""

import re

_FORBIDDEN = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
# OpenDocument folds spaces in a row and drops those at the edges of a paragraph.
_KEPT = re.compile(r"^ +| +$| {2,}|\t|\r\n|[\r\n]")
_PLAIN = re.compile(
    r"[^\s&<>\"\x00-\x1f\ud800-\udfff\ufffe\uffff](?: ?[^\s&<>\"\x00-\x1f\ud800-\udfff\ufffe\uffff])*"
)


def attribute(text: str) -> str:
    """`text` between the quotation marks of an attribute."""
    return _FORBIDDEN.sub("\ufffd", text).translate(_SIGNS).replace("\n", "&#10;")


def words(text: str) -> str:
    """`text` inside a paragraph: every space, tab and line end is kept."""
    if _PLAIN.fullmatch(text):
        return text
    return _KEPT.sub(_kept, _FORBIDDEN.sub("\ufffd", text).translate(_SIGNS))


def _kept(match: re.Match[str]) -> str:
    found = match.group()
    if found == "\t":
        return "<text:tab/>"
    if found[0] in "\r\n":
        return "<text:line-break/>"
    return "<text:s/>" if len(found) == 1 else f'<text:s text:c="{len(found)}"/>'

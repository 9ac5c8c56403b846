"""The one parser of XML parts: no DOCTYPE, no entity, no network, and limits on all that can grow."""

import codecs
import re

from lxml import etree

from statuts.errors import InputError
from statuts.model.message import Message, msg

MAX_TAGS = 250_000  # two hundred pages of a text that was much worked on
MAX_ATTRIBUTES = 400_000
MAX_DEPTH = 120  # a table in a text box in a table is at 40

_DECLARATION = re.compile(r"""\A<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"']*)["'][^>]*\?>""")
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DEEP = f"boolean({'/*' * (MAX_DEPTH + 1)})"
_WIDE = (  # the longest first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
_NAMES = {"utf-8", "utf8", "us-ascii", "ascii"}


def parsed(data: bytes, name: str) -> etree._Element:
    """The root of a part; `name` is what the message calls it. Comments and instructions are left out."""
    content = _in_utf8(data, name)
    if _DOCTYPE.search(content):
        raise _refused(msg("The part “{name}” declares entities, which documents never do.", name=name))
    if content.count(b"<") > MAX_TAGS or content.count(b"=") > MAX_ATTRIBUTES:
        raise InputError(
            msg("The part “{name}” is too large to be read.", name=name),
            msg("import the file in several parts, or take what is no text out of it"),
        )
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        collect_ids=False,  # programs write ids that are none, or twice
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise _damaged(name) from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise _refused(msg("The part “{name}” declares entities, which documents never do.", name=name))
    if root.xpath(_DEEP):
        raise _refused(msg("The part “{name}” is nested beyond measure.", name=name))
    return root


def _in_utf8(data: bytes, name: str) -> bytes:
    """The part in the one encoding that is looked at, and that the parser is told to use."""
    wide = next((encoding for sign, encoding in _WIDE if data.startswith(sign)), "")
    if not wide:
        head = data[:400].decode("ascii", "replace").removeprefix("\ufffd" * 3)
        declared = _DECLARATION.match(head)
        if declared and declared[1].lower() not in _NAMES:
            raise _refused(
                msg("The part “{name}” is written in an encoding that documents never use.", name=name)
            )
        return data
    try:
        return data.decode(wide).removeprefix("\ufeff").encode("utf-8")
    except UnicodeError as fault:
        raise _damaged(name) from fault


def _damaged(name: str) -> InputError:
    return InputError(msg("The part “{name}” is damaged.", name=name), msg("copy or download the file again"))


def _refused(message: Message) -> InputError:
    return InputError(message, msg("open it in a word processor, save it anew, and try again"))

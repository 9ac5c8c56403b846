"""A page of a web site → `Brought`: decoded, parsed within bounds, its text found, then read.

lxml is used, not the standard library's parser: libxml2 mends a page as browsers do, in C and in linear
time, and stops by itself where elements stand too deep in each other or a text is too long; then the page
is refused, since words behind that place would be lost.
"""

from lxml import etree

from statuts.errors import InputError
from statuts.importers.html.decoding import decoded
from statuts.importers.html.regions import Regions
from statuts.importers.html.walk import Walk
from statuts.model.brought import Brought
from statuts.model.message import Message, msg, msgn

_MOST_BYTES = 20_000_000
_MOST_ELEMENTS = 60_000
_LIMIT = "ERR_RESOURCE_LIMIT"


def read_html(data: bytes, encoding: str | None = None) -> Brought:
    """What a saved page shows; `encoding` is what is known of it from elsewhere."""
    if len(data) > _MOST_BYTES:
        raise _too_much()
    body = _body(decoded(data, encoding))
    walk = Walk(Regions(body).apart)
    walk.read(body)
    if not walk.blocks and not walk.asides:
        raise InputError(
            msg("There are no words in this page."),
            msg("Save the page again once the browser shows it whole, or copy its text."),
        )
    return Brought("HTML", tuple(walk.blocks), tuple(walk.asides), tuple(_remarks(walk)))


def _body(text: str) -> etree._Element:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, remove_comments=True)
    try:
        root = etree.fromstring(text.replace("\0", "").encode("utf-8", errors="replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise InputError(
            msg("This page cannot be read as HTML."), msg("Give a page that a browser saved.")
        ) from fault
    if any(entry.type_name == _LIMIT for entry in parser.error_log):
        raise _too_much()
    if root is None:
        return etree.Element("body")
    if sum(1 for _ in root.iter()) > _MOST_ELEMENTS:
        raise _too_much()
    body = root.find("body")
    return root if body is None else body


def _too_much() -> InputError:
    return InputError(
        msg("This page is larger, or more deeply nested, than any text of statutes."),
        msg("Keep the part of the page that holds the text, and give that."),
    )


def _remarks(walk: Walk) -> list[Message]:
    found = []
    if walk.pictures:
        found.append(msgn("{count} picture was left out.", "{count} pictures were left out.", walk.pictures))
    beside = sum(len(p.text.split()) for aside in walk.asides for p in aside.paragraphs)
    if beside:
        found.append(
            msgn(
                "{count} word around the text (navigation, banners, footer) was set apart.",
                "{count} words around the text (navigation, banners, footer) were set apart.",
                beside,
            )
        )
    if walk.frames:
        found.append(
            msgn(
                "{count} page inside the page was left out.",
                "{count} pages inside the page were left out.",
                walk.frames,
            )
        )
    return found

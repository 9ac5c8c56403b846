"""An OpenDocument text, zipped or flat, read as it is shown."""

import re
from collections.abc import Iterator

from lxml import etree

from statuts.errors import InputError
from statuts.importers.odt.finish import finished
from statuts.importers.odt.namespaces import MANIFEST, OFFICE, STYLE
from statuts.importers.odt.part import AsideDraft, Found, Part
from statuts.importers.odt.walk import Walk
from statuts.importers.xml import parsed
from statuts.importers.zips import MAX_ENTRY, Package, members
from statuts.model.brought import AsideKind, Brought
from statuts.model.message import msg

_FLAT = b"office:document"
_MACROS = ("basic/", "scripts/")
_PAGE_NUMBER = re.compile(r"[\W\d_]*(?:page)?[\W\d_]*(?:sur|of|de)?[\W\d_]*", re.IGNORECASE)
_PAGES = {"header": AsideKind.HEADER, "footer": AsideKind.FOOTER}


def read_odt(data: bytes) -> Brought:
    """What an .odt, .ott or .fodt shows; a file that is none, or is not safe, is refused with a reason."""
    found = Found()
    if data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and _FLAT in data[:5000]:
        if len(data) > MAX_ENTRY:
            raise InputError(msg("The text is too long to be read."), msg("import the file in several parts"))
        content = styles = parsed(data, "office:document")
    else:
        package = members(data)
        _check(package)
        content = parsed(package.read("content.xml"), "content.xml")
        other = package.get("styles.xml")
        styles = content if other is None else parsed(other, "styles.xml")
        if any(name.lower().startswith(_MACROS) for name in package.names):
            found.remarks["macro"] += 1
    if content.find(f"{OFFICE}scripts/{OFFICE}script") is not None:
        found.remarks["macro"] += 1
    text = content.find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        raise InputError(
            msg("This is an OpenDocument file, but not a text."),
            msg("open it, save it as .docx or .odt, and try again"),
        )
    part = Part(text, _holders(styles, content), found)
    walk = Walk(part)
    blocks = walk.story(text)
    walk.lost()
    _count(part)
    _pages(styles, found)
    return finished(blocks, found)


def _check(package: Package) -> None:
    """Refuses what cannot be read, and says what it is."""
    if "content.xml" not in package and "word/document.xml" in package:
        raise InputError(
            msg("This is a Word file, whatever its name says."),
            msg("give it the ending that fits, or save it as .docx or .odt"),
        )
    manifest = package.get("META-INF/manifest.xml")
    if "encrypted-package" in package or (
        manifest is not None
        and next(parsed(manifest, "manifest.xml").iter(f"{MANIFEST}encryption-data"), None) is not None
    ):
        raise InputError(
            msg("The file is protected by a password."),
            msg("open it, save it without a password, and try again"),
        )


def _holders(styles: etree._Element, content: etree._Element) -> Iterator[etree._Element]:
    """What holds the styles of the text: those with names, and those made for it."""
    for root, name in ((styles, "styles"), (content, "automatic-styles")):
        yield from root.iterchildren(f"{OFFICE}{name}")


def _pages(styles: etree._Element, found: Found) -> None:
    """Headers and footers, each wording once."""
    masters = styles.find(f"{OFFICE}master-styles")
    if masters is None:
        return
    part = Part(masters, _holders(styles, styles), found)
    walk = Walk(part)
    seen = set()
    for page in masters.iterchildren(f"{STYLE}master-page"):
        for element in page:
            name = str(element.tag).removeprefix(STYLE).split("-")[0]
            if name not in _PAGES:
                continue
            words = (name, "".join(element.itertext()).strip())
            if words[1] and words not in seen:
                seen.add(words)
                kind = AsideKind.PAGE_NUMBER if _PAGE_NUMBER.fullmatch(words[1]) else _PAGES[name]
                found.asides.append(AsideDraft(kind, walk.story(element), 0))
    walk.lost()
    _count(part)


def _count(part: Part) -> None:
    part.found.remarks["broken"] += part.changes.broken
    part.found.remarks["form"] += part.changes.of_form

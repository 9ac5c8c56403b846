"""A sheet as the bytes of an OpenDocument text."""

from statuts.model.sheet import Sheet
from statuts.render.flow import context_of
from statuts.render.odt.automatic import Automatic
from statuts.render.odt.changes import Changes
from statuts.render.odt.elements import elements
from statuts.render.odt.names import ENDER
from statuts.render.odt.namespaces import document
from statuts.render.odt.package import meta, packed
from statuts.render.odt.place import Place, Shared
from statuts.render.odt.stream import Stream
from statuts.render.odt.styles import fonts, size_of, styles
from statuts.render.voice import Voice


def write_odt(sheet: Sheet, voice: Voice) -> bytes:
    """The file: its changes are tracked, so that accepting all gives the new text, rejecting all the old."""
    changes = Changes(sheet.author, sheet.moment)
    shared = Shared(sheet, voice, Automatic(size_of(sheet)), changes, context_of(sheet, voice.say))
    place = Place(shared, Stream(changes))
    elements(sheet.elements, place)
    body = place.stream.xml(ENDER)
    content = document(
        "document-content",
        f"{fonts()}<office:automatic-styles>{shared.automatic.xml()}</office:automatic-styles>"
        f"<office:body><office:text>{changes.xml()}{body}</office:text></office:body>",
    )
    files = {
        "content.xml": content.encode(),
        "styles.xml": styles(sheet, voice).encode(),
        "meta.xml": meta(sheet).encode(),
        **shared.pictures,
    }
    return packed(files)

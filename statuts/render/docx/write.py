"""A paper as a Word file: every change a tracked one, whose author and moment are the paper's."""

from statuts.model.sheet import Sheet
from statuts.render.docx.anchors import anchors_of
from statuts.render.docx.elements import Elements
from statuts.render.docx.marks import Marks
from statuts.render.docx.package import HEAD, NAMESPACES, Package
from statuts.render.docx.pages import (
    WIDTH,
    comments_xml,
    fonts_xml,
    footer_xml,
    header_xml,
    numbering_xml,
    section,
    settings_xml,
)
from statuts.render.docx.passages import is_article
from statuts.render.docx.place import Place
from statuts.render.docx.styles import styles_xml
from statuts.render.flow import context_of, passage_flow
from statuts.render.voice import Voice

_LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}


def write_docx(sheet: Sheet, voice: Voice) -> bytes:
    """The file; the same bytes whenever the paper is the same. Attachments have no place in it."""
    language = _LANGUAGES.get(sheet.language, sheet.language)
    passages = list(sheet.passages())
    context = context_of(sheet, voice.say)
    flows = {id(p): passage_flow(p, sheet.shown, voice.say, context) for p in passages}
    with_article = any(is_article(p.article.kind, p.look, flows[id(p)]) for p in passages)
    marks, package = Marks(sheet.author, sheet.moment), Package()
    accent = sheet.accent[1:].upper()
    elements = Elements(marks, package, accent, flows, anchors_of(sheet.elements))
    body = elements.written(sheet.elements, Place(WIDTH))
    words = {
        "document": "",
        "styles": styles_xml(language, accent, WIDTH, large=sheet.large),
        "numbering": numbering_xml(elements.ordered),
        "settings": settings_xml(language),
        "fontTable": fonts_xml(),
        "header": header_xml(sheet, with_article=with_article),
        "footer": footer_xml(sheet, voice),
    }
    if marks.comments:
        words["comments"] = comments_xml(marks.comments)
    closing = section(package.part("header"), package.part("footer"))
    words["document"] = f"{HEAD}<w:document {NAMESPACES}><w:body>{body}{closing}</w:body></w:document>"
    return package.packed(words, sheet.title, sheet.author, language, sheet.moment)

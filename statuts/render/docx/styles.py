"""The styles of a Word paper, one for each role: a book serif for the texts, a quiet sans for all else."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from statuts.model.sheet import Role
from statuts.render.docx.package import HEAD, NAMESPACES

SERIF, SANS, MONO = "Cambria", "Calibri", "Consolas"
DASHES = 1
"""The list of items behind a dash; ordered lists follow it."""
INDENT = 454
"""How far one list is set in: 8 mm, in twentieths of a point."""

_KNOWN = re.compile(r"Title|heading \d|header|footer|annotation text")
"""Names that Word itself gives, and says in its user's language."""

_INK, _QUIET, _HAIR = "1A1A1A", "555555", "BFBFBF"
_LARGE, _RUNNING = 1.4, 1.15
_ON_EVERY_PAGE = frozenset({"EnTete", "PiedDePage"})  # one line each, also in large print


class Style(NamedTuple):
    """A paragraph style: sizes and distances in points, before it is scaled for large print."""

    key: str
    name: str
    size: float
    font: str = SANS
    before: float = 0
    after: float = 4
    line: float = 1.15
    bold: bool = False
    italic: bool = False
    colour: str = _INK
    more: str = ""  # further properties of the paragraph, those before its spacing
    indent: str = ""
    align: str = ""
    outline: int = 0
    following: str = ""
    caps: bool = False


_DASHED = f'<w:numPr><w:numId w:val="{DASHES}"/></w:numPr>'
_KEEP = "<w:keepNext/><w:keepLines/>"
_WHOLE = "<w:suppressAutoHyphens/>"
_HEADING = f"{_KEEP}{_WHOLE}"
ROLES = {
    Role.BODY: "Corps",
    Role.ORG: "Organisme",
    Role.STATUS: "Statut",
    Role.BRIEF: "Essentiel",
    Role.META: "Mention",
    Role.LABEL: "Intitule",
    Role.SMALL: "Petit",
    Role.MISSING: "Manquant",
    Role.ORIGIN: "Origine",
    Role.WORDING: "Disposition",
    Role.FOOT: "Pied",
}


def _hanging(level: int = 1) -> str:
    return f'<w:ind w:left="{INDENT * level}" w:hanging="{INDENT}"/>'


def _styles(accent: str) -> Iterator[Style]:
    """All of them; those of headings are known to Word by their English names, and shown in the reader's."""
    yield Style("Titre", "Title", 22, SERIF, bold=True, after=6, line=1.05, more=_HEADING, following="Corps")
    sizes = ((1, 15.0, 20), (2, 12.5, 16), (3, 11.5, 12), (4, 11.0, 10), (5, 10.5, 8))
    for level, size, before in sizes:
        yield Style(
            f"Titre{level}", f"heading {level}", size, SERIF, before=before, after=4, line=1.1, bold=True,
            more=_HEADING, outline=level, following="Corps",
        )  # fmt: skip
    yield Style("Corps", "Corps du document", 10.5, after=6)
    yield Style("Organisme", "Organisme", 11, colour=_QUIET, after=2, more=_HEADING)
    yield Style("Statut", "Statut", 11, bold=True, colour=accent, before=2, after=10)
    yield Style("Essentiel", "Essentiel", 11.5, after=4)
    yield Style("Mention", "Mention", 9, colour=_QUIET, after=6, more="<w:keepNext/>")
    yield Style("Intitule", "Intitulé", 9, bold=True, colour=_QUIET, before=8, after=3, more=_HEADING)
    yield Style("Petit", "Petit", 9, after=3)
    yield Style("Manquant", "Manquant", 10.5, italic=True, colour=_QUIET, after=6)
    yield Style("Origine", "Origine", 8.5, colour=_QUIET, before=2, after=8)
    yield Style("Disposition", "Disposition", 11, SERIF, after=6, line=1.25)
    yield Style("Pied", "Pied du document", 8, colour=_QUIET, after=2)
    for key, name, font, size, line in (
        ("", "", SERIF, 11, 1.25),
        ("Corps", " du document", SANS, 10.5, 1.15),
    ):
        yield Style(
            f"Puce{key}", f"Puce{name}", size, font, after=3, line=line, indent=_hanging(), more=_DASHED
        )
        yield Style(
            f"Enumeration{key}", f"Énumération{name}", size, font, after=3, line=line, indent=_hanging()
        )
        yield Style(
            f"Suite{key}",
            f"Suite{name}",
            size,
            font,
            after=4,
            line=line,
            indent=f'<w:ind w:left="{INDENT}"/>',
        )
    yield Style("Alinea", "Alinéa", 11, SERIF, after=6, line=1.25)
    yield Style(
        "Article",
        "Article",
        12,
        SERIF,
        before=18,
        after=4,
        line=1.1,
        bold=True,
        more=_HEADING,
        following="Alinea",
    )
    yield Style(
        "Division",
        "Division",
        13,
        SERIF,
        before=24,
        after=6,
        line=1.1,
        bold=True,
        more=_HEADING,
        following="Alinea",
    )
    yield Style(
        "Intertitre",
        "Intertitre",
        11,
        SERIF,
        before=10,
        after=3,
        line=1.1,
        bold=True,
        italic=True,
        more=_HEADING,
        following="Alinea",
    )
    yield Style(
        "Source", "Code source", 9, MONO, after=6, line=1.1, more="<w:suppressAutoHyphens/>", align="left"
    )
    hair = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="{_HAIR}"/></w:pBdr>'
    yield Style("Filet", "Filet", 4, before=4, after=8, line=1, more=hair)
    yield Style("Intervalle", "Intervalle", 4, after=2, line=1)
    yield Style("Cellule", "Cellule", 10, after=2, line=1.1)
    yield Style("CelluleTexte", "Cellule de texte", 10.5, SERIF, after=2, line=1.15)
    yield Style("TeteTexte", "Tête de colonne de texte", 10, bold=True, after=2, line=1.1, more=_WHOLE)
    yield Style("Tete", "Tête de colonne", 9, bold=True, colour=_QUIET, after=2, line=1.1, more=_WHOLE)
    tabs = '<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    yield Style("EnTete", "header", 8.5, colour=_QUIET, after=0, more=tabs)
    yield Style("PiedDePage", "footer", 8, colour=_QUIET, after=0, more=tabs)
    yield Style("Commentaire", "annotation text", 10, after=2)


def styles_xml(language: str, accent: str, width: int, *, large: bool) -> str:
    """The part `styles`."""
    scale = _LARGE if large else 1.0
    default = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'{_fonts(SANS)}{_size(10.5 * scale)}<w:lang w:val="{language}" w:eastAsia="{language}"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="Police">'
        '<w:name w:val="Default Paragraph Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="Tableau"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="SansListe"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )
    characters = (
        _character("Lien", "Hyperlink", f'<w:color w:val="{accent}"/><w:u w:val="single"/>')
        + _character("CodeEnLigne", "Code en ligne", f"{_fonts(MONO)}<w:noProof/>")
        + _character("Renvoi", "annotation reference", '<w:sz w:val="16"/><w:szCs w:val="16"/>')
    )
    rows = "".join(
        _paragraph(style, min(scale, _RUNNING) if style.key in _ON_EVERY_PAGE else scale).replace(
            "{width}", str(width)
        )
        for style in _styles(accent)
    )
    return f"{HEAD}<w:styles {NAMESPACES}>{default}{rows}{characters}</w:styles>"


def _paragraph(style: Style, scale: float) -> str:
    following = f'<w:next w:val="{style.following}"/>' if style.following else ""
    spacing = (
        f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}" '
        f'w:line="{round(style.line * 240)}" w:lineRule="auto"/>'
    )
    own = "" if _KNOWN.fullmatch(style.name) else ' w:customStyle="1"'
    align = f'<w:jc w:val="{style.align}"/>' if style.align else ""
    outline = f'<w:outlineLvl w:val="{style.outline - 1}"/>' if style.outline else ""
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    italic = "<w:i/><w:iCs/>" if style.italic else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style.key}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/>{following}<w:uiPriority w:val="9"/><w:qFormat/>'
        f"<w:pPr>{style.more}{spacing}{style.indent}{align}{outline}</w:pPr>"
        f'<w:rPr>{_fonts(style.font)}{bold}{italic}<w:color w:val="{style.colour}"/>'
        f"{_size(style.size * scale)}</w:rPr></w:style>"
    )


def _character(key: str, name: str, properties: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Police"/><w:uiPriority w:val="99"/><w:rPr>{properties}</w:rPr></w:style>'
    )


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'

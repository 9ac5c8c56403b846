"""The sheet of paper, and what stands on every page of it."""

from statuts.model.message import msg
from statuts.model.sheet import Sheet
from statuts.render.odt import names
from statuts.render.odt.escape import words
from statuts.render.paper_look import BOTTOM, LINE, PAGE, SIDE, TOP
from statuts.render.voice import Voice

_PAGE, _TOTAL = "\ue000", "\ue001"
_CHAPTER_RANK = 4
"""The running article is the last heading of this rank or a higher one."""
_RIGHT = "ADroite"
_COLUMNS = (("Large", 0.8), ("Etroite", 0.2), ("Moitie", 0.5))


def page_layout() -> str:
    """A4, its margins, and the styles that only header and footer use."""
    width, height = PAGE
    wide = width - 2 * SIDE
    rule = f"0.4pt solid {LINE}"
    columns = "".join(
        f'<style:style style:name="{name}" style:family="table-column"><style:table-column-properties'
        f' style:column-width="{wide * share:g}mm" style:rel-column-width="{round(share * 1000)}*"/>'
        "</style:style>"
        for name, share in _COLUMNS
    )
    cells = "".join(
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties'
        f' fo:border="none" fo:border-{edge}="{rule}" fo:padding="0mm" fo:padding-{edge}="1.5mm"'
        f' style:vertical-align="{edge}"/></style:style>'
        for name, edge in (("Haut", "bottom"), ("Bas", "top"))
    )
    return (
        '<style:page-layout style:name="A4"><style:page-layout-properties'
        f' fo:page-width="{width}mm" fo:page-height="{height}mm" style:print-orientation="portrait"'
        f' fo:margin-top="{TOP}mm" fo:margin-bottom="{BOTTOM}mm"'
        f' fo:margin-left="{SIDE}mm" fo:margin-right="{SIDE}mm"/>'
        '<style:header-style><style:header-footer-properties fo:min-height="8mm" fo:margin-bottom="6mm"/>'
        '</style:header-style><style:footer-style><style:header-footer-properties fo:min-height="8mm"'
        ' fo:margin-top="6mm"/></style:footer-style></style:page-layout>'
        f'<style:style style:name="Page" style:family="table"><style:table-properties style:width="{wide}mm"'
        f' table:align="margins"/></style:style>{columns}{cells}<style:style style:name="{_RIGHT}"'
        f' style:family="paragraph" style:parent-style-name="{names.RUNNING_STYLE}">'
        '<style:paragraph-properties fo:text-align="end"/></style:style>'
    )


def masters(sheet: Sheet, voice: Voice) -> str:
    """The first page has no running article, since the title stands there."""
    band = f'<text:p text:style-name="{names.BAND_STYLE}">{words(sheet.band)}</text:p>'
    chapter = _right(f'<text:chapter text:display="name" text:outline-level="{_CHAPTER_RANK}"/>')
    running = f'<text:p text:style-name="{names.RUNNING_STYLE}">{words(sheet.running)}</text:p>'
    foot = _pair("Bas", ("Large", running), ("Etroite", _right(_count(voice))))
    first = _master("Standard", _pair("Haut", ("Large", band), ("Etroite", _right(""))), foot, "Suite")
    return first + _master("Suite", _pair("Haut", ("Moitie", band), ("Moitie", chapter)), foot)


def _count(voice: Voice) -> str:
    said = voice.say(msg("page {n} of {total}", n=_PAGE, total=_TOTAL))
    number = '<text:page-number text:select-page="current">1</text:page-number>'
    return words(said).replace(_PAGE, number).replace(_TOTAL, "<text:page-count>1</text:page-count>")


def _right(xml: str) -> str:
    return f'<text:p text:style-name="{_RIGHT}">{xml}</text:p>'


def _master(name: str, head: str, foot: str, follows: str = "") -> str:
    after = f' style:next-style-name="{follows}"' if follows else ""
    return (
        f'<style:master-page style:name="{name}" style:page-layout-name="A4"{after}>'
        f"<style:header>{head}</style:header><style:footer>{foot}</style:footer></style:master-page>"
    )


def _pair(cell: str, *columns: tuple[str, str]) -> str:
    """Two things side by side."""
    wide = "".join(f'<table:table-column table:style-name="{column}"/>' for column, _ in columns)
    cells = "".join(
        f'<table:table-cell table:style-name="{cell}" office:value-type="string">{xml}</table:table-cell>'
        for _, xml in columns
    )
    return (
        f'<table:table table:style-name="Page">{wide}<table:table-row>{cells}</table:table-row></table:table>'
        f'<text:p text:style-name="{names.ENDER}"/>'
    )

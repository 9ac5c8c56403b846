"""The file of styles: letters, named styles, the sheet of paper, what stands on every page."""

from collections.abc import Iterable

from statuts.model.flow import ParagraphStyle
from statuts.model.message import msg
from statuts.model.sheet import Sheet
from statuts.render.odt import names
from statuts.render.odt.escape import attribute, words
from statuts.render.odt.namespaces import document
from statuts.render.paper_look import (
    ACCENT,
    BOTTOM,
    HEADINGS,
    LARGE,
    LINE,
    MONO,
    PAGE,
    QUIET,
    SANS,
    SERIF,
    SIDE,
    SIZE,
    STEP,
    TOP,
    Look,
)
from statuts.render.voice import Voice

_SERIF, _SANS, _MONO = "Livre", "Baton", "Fixe"
_COUNTRIES = {"fr": "FR", "en": "GB"}
_PAGE, _TOTAL = "\ue000", "\ue001"
_DEEPEST = 10
_CHAPTER_RANK = 4
_HYPHENS = 'fo:hyphenate="true" fo:hyphenation-remain-char-count="3" fo:hyphenation-push-char-count="3"'
_LADDER = 'fo:hyphenation-ladder-count="2"'


def size_of(sheet: Sheet) -> float:
    """The size of the text, in points."""
    return LARGE if sheet.large else SIZE


def fonts() -> str:
    """The families of letters, each with what may stand for it."""
    families = (
        (_SERIF, SERIF, "roman", "variable"),
        (_SANS, SANS, "swiss", "variable"),
        (_MONO, MONO, "modern", "fixed"),
    )
    faces = "".join(
        f'<style:font-face style:name="{name}" svg:font-family="{_listed(family)}"'
        f' style:font-family-generic="{generic}" style:font-pitch="{pitch}"/>'
        for name, family, generic, pitch in families
    )
    return f"<office:font-face-decls>{faces}</office:font-face-decls>"


def styles(sheet: Sheet, voice: Voice) -> str:
    """The whole file."""
    named = "".join(_named(sheet, voice))
    return document(
        "document-styles",
        f"{fonts()}<office:styles>{named}</office:styles>"
        f"<office:automatic-styles>{_page_layout()}</office:automatic-styles>"
        f"<office:master-styles>{_masters(sheet, voice)}</office:master-styles>",
    )


def _listed(family: Iterable[str]) -> str:
    return attribute(", ".join(f"'{name}'" if " " in name else name for name in family))


def _named(sheet: Sheet, voice: Voice) -> Iterable[str]:
    size = size_of(sheet)
    language = sheet.language.partition("-")[0]
    yield (
        '<style:default-style style:family="paragraph"><style:paragraph-properties fo:widows="2" fo:orphans="2"'
        ' style:tab-stop-distance="6mm" style:writing-mode="page"/>'
        f'<style:text-properties style:font-name="{_SERIF}" fo:font-size="{size:g}pt" fo:color="{HEADINGS[0].colour}"'
        f' fo:language="{attribute(language)}" fo:country="{_COUNTRIES.get(language, "none")}"/></style:default-style>'
        '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/>'
        "</style:default-style>"
        '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>'
    )
    for name, look in names.looks().items():
        yield _paragraph(name, look, sheet, voice)
    yield (
        f'<style:style style:name="{names.ENDER}" style:family="paragraph" style:parent-style-name="Standard">'
        '<style:paragraph-properties fo:line-height="1pt"/><style:text-properties fo:font-size="1pt"/></style:style>'
    )
    spans = (
        (names.STRONG, msg("Strong"), 'fo:font-weight="bold"'),
        (names.EM, msg("Emphasis"), 'fo:font-style="italic"'),
        (names.CODE, msg("Code"), f'style:font-name="{_MONO}" fo:font-size="85%"'),
        (names.MISSING, msg("Missing words"), f'fo:font-style="italic" fo:color="{QUIET}"'),
    )
    for name, said, form in spans:
        display = attribute(voice.say(said))
        yield (
            f'<style:style style:name="{name}" style:display-name="{display}" style:family="text">'
            f"<style:text-properties {form}/></style:style>"
        )
    links = f'<style:text-properties fo:color="{sheet.accent}" style:text-underline-style="none"/>'
    for name in (names.LINK, names.VISITED_LINK):
        yield f'<style:style style:name="{name}" style:family="text">{links}</style:style>'
    yield (
        '<style:style style:name="Cadre" style:family="graphic"><style:graphic-properties'
        ' text:anchor-type="as-char" style:vertical-pos="top" style:vertical-rel="baseline"/></style:style>'
    )
    yield _dashes()


def _paragraph(name: str, look: Look, sheet: Sheet, voice: Voice) -> str:
    size = size_of(sheet) * look.size
    unit = size_of(sheet)
    colour = sheet.accent if look.colour == ACCENT else look.colour
    rank = name.removeprefix("Titre")
    outline = f' style:default-outline-level="{rank}"' if rank.isdigit() else ""
    listed = ' style:list-style-name="Tirets"' if name == names.text(ParagraphStyle.BULLET) else ""
    form = (
        f'fo:margin-top="{unit * look.above:.4g}pt" fo:margin-bottom="{unit * look.below:.4g}pt"'
        f' fo:line-height="{look.lines:.0%}" fo:text-align="{"start" if look.ragged or sheet.large else "justify"}"'
    )
    if not look.ragged:
        form += f" {_LADDER}"
    if look.kept:
        form += ' fo:keep-with-next="always"'
    if rank.isdigit():
        form += ' fo:keep-together="always"'
    if look.inset:
        form += f' fo:margin-left="{unit * look.inset:.4g}pt"'
    if look.barred:
        form += f' fo:border="none" fo:border-left="0.4pt solid {LINE}" fo:padding-left="2mm"'
    if name == names.text(ParagraphStyle.RULE):
        form += f' fo:border="none" fo:border-bottom="0.4pt solid {LINE}" fo:padding="0mm" style:join-border="false"'
    font = _SANS if look.sans else _MONO if name == names.text(ParagraphStyle.CODE) else _SERIF
    letters = (
        f'style:font-name="{font}" fo:font-size="{size:.4g}pt" fo:color="{colour}"'
        f' fo:font-weight="{"bold" if look.bold else "normal"}"'
        f' fo:font-style="{"italic" if look.italic else "normal"}"'
    )
    letters += ' fo:hyphenate="false"' if look.ragged or sheet.large else f" {_HYPHENS}"
    return (
        f'<style:style style:name="{name}" style:display-name="{attribute(voice.say(look.name))}"'
        f' style:family="paragraph" style:parent-style-name="Standard"{outline}{listed}>'
        f"<style:paragraph-properties {form}/><style:text-properties {letters}/></style:style>"
    )


def _dashes() -> str:
    levels = "".join(
        f'<text:list-level-style-bullet text:level="{n}" text:bullet-char="–">'
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        f'<style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="{n * STEP:g}mm"'
        f' fo:text-indent="-{STEP:g}mm" text:list-tab-stop-position="{n * STEP:g}mm"/>'
        f'</style:list-level-properties><style:text-properties fo:color="{QUIET}"/></text:list-level-style-bullet>'
        for n in range(1, _DEEPEST + 1)
    )
    return f'<text:list-style style:name="Tirets">{levels}</text:list-style>'


def _page_layout() -> str:
    width, height = PAGE
    band = (
        f'fo:border="none" fo:border-bottom="0.4pt solid {LINE}" fo:padding="0mm" fo:padding-bottom="1.5mm"'
    )
    foot = f'fo:border="none" fo:border-top="0.4pt solid {LINE}" fo:padding="0mm" fo:padding-top="1.5mm"'
    wide = width - 2 * SIDE
    columns = "".join(
        f'<style:style style:name="{name}" style:family="table-column"><style:table-column-properties'
        f' style:column-width="{wide * share:g}mm" style:rel-column-width="{round(share * 1000)}*"/></style:style>'
        for name, share in (("Large", 0.8), ("Etroite", 0.2), ("Moitie", 0.5))
    )
    return (
        '<style:page-layout style:name="A4"><style:page-layout-properties'
        f' fo:page-width="{width}mm" fo:page-height="{height}mm" style:print-orientation="portrait"'
        f' fo:margin-top="{TOP}mm" fo:margin-bottom="{BOTTOM}mm" fo:margin-left="{SIDE}mm" fo:margin-right="{SIDE}mm"/>'
        '<style:header-style><style:header-footer-properties fo:min-height="8mm" fo:margin-bottom="6mm"/>'
        '</style:header-style><style:footer-style><style:header-footer-properties fo:min-height="8mm"'
        ' fo:margin-top="6mm"/></style:footer-style></style:page-layout>'
        f'<style:style style:name="Page" style:family="table"><style:table-properties style:width="{wide}mm"'
        f' table:align="margins"/></style:style>{columns}'
        f'<style:style style:name="Haut" style:family="table-cell"><style:table-cell-properties {band}'
        ' style:vertical-align="bottom"/></style:style>'
        f'<style:style style:name="Bas" style:family="table-cell"><style:table-cell-properties {foot}/></style:style>'
        f'<style:style style:name="ADroite" style:family="paragraph" style:parent-style-name="{names.RUNNING_STYLE}">'
        '<style:paragraph-properties fo:text-align="end"/></style:style>'
    )


def _masters(sheet: Sheet, voice: Voice) -> str:
    """The first page has no running article, since the title stands there."""
    band = f'<text:p text:style-name="{names.BAND_STYLE}">{words(sheet.band)}</text:p>'
    chapter = f'<text:p text:style-name="ADroite"><text:chapter text:display="name" text:outline-level="{_CHAPTER_RANK}"/></text:p>'
    page, _, pages = voice.say(msg("page {n} of {total}", n=_PAGE, total=_TOTAL)).partition(_PAGE)
    between, _, after = pages.partition(_TOTAL)
    running = f'<text:p text:style-name="{names.RUNNING_STYLE}">{words(sheet.running)}</text:p>'
    count = (
        f'<text:p text:style-name="ADroite">{words(page)}<text:page-number text:select-page="current">1</text:page-number>'
        f"{words(between)}<text:page-count>1</text:page-count>{words(after)}</text:p>"
    )
    foot = _pair("Bas", ("Large", running), ("Etroite", count))
    first = _master(
        "Standard",
        _pair("Haut", ("Large", band), ("Etroite", '<text:p text:style-name="ADroite"/>')),
        foot,
        "Suite",
    )
    rest = _master("Suite", _pair("Haut", ("Moitie", band), ("Moitie", chapter)), foot, "")
    return first + rest


def _master(name: str, head: str, foot: str, follows: str) -> str:
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

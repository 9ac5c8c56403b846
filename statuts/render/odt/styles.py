"""The file of styles: letters and named styles."""

from collections.abc import Iterable

from statuts.model.flow import ParagraphStyle
from statuts.model.message import msg
from statuts.model.sheet import Sheet
from statuts.render.odt import names
from statuts.render.odt.escape import attribute
from statuts.render.odt.namespaces import document
from statuts.render.odt.pages import masters, page_layout
from statuts.render.paper_look import (
    ACCENT,
    DELETED,
    INK,
    INSERTED,
    LARGE,
    LINE,
    MONO,
    QUIET,
    SANS,
    SERIF,
    SIZE,
    STEP,
    Look,
)
from statuts.render.voice import Voice

_SERIF, _SANS, _MONO = "Livre", "Baton", "Fixe"
_COUNTRIES = {"fr": "FR", "en": "GB"}
_DEEPEST = 10
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
        f"<office:automatic-styles>{page_layout()}</office:automatic-styles>"
        f"<office:master-styles>{masters(sheet, voice)}</office:master-styles>",
    )


def _listed(family: Iterable[str]) -> str:
    return attribute(", ".join(f"'{name}'" if " " in name else name for name in family))


def _named(sheet: Sheet, voice: Voice) -> Iterable[str]:
    size = size_of(sheet)
    language = sheet.language.partition("-")[0]
    country = _COUNTRIES.get(language, "none")
    yield (
        '<style:default-style style:family="paragraph">'
        '<style:paragraph-properties fo:widows="2" fo:orphans="2"'
        f' style:tab-stop-distance="{STEP:g}mm" style:writing-mode="page"/>'
        f'<style:text-properties style:font-name="{_SERIF}" fo:font-size="{size:g}pt" fo:color="{INK}"'
        f' fo:language="{attribute(language)}" fo:country="{country}"/></style:default-style>'
        '<style:default-style style:family="table">'
        '<style:table-properties table:border-model="collapsing"/></style:default-style>'
        '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>'
    )
    for name, look in names.looks().items():
        yield _paragraph(name, look, sheet, voice)
    yield (
        f'<style:style style:name="{names.ENDER}" style:family="paragraph"'
        ' style:parent-style-name="Standard">'
        '<style:paragraph-properties fo:line-height="1pt"/>'
        '<style:text-properties fo:font-size="1pt"/></style:style>'
    )
    spans = (
        (names.STRONG, msg("Strong"), 'fo:font-weight="bold"'),
        (names.EM, msg("Emphasis"), 'fo:font-style="italic"'),
        (names.CODE, msg("Code"), f'style:font-name="{_MONO}" fo:font-size="85%"'),
        (
            names.STRUCK,
            msg("Struck"),
            f'style:text-line-through-style="solid" fo:color="{DELETED}"',
        ),
        (
            names.ADDED,
            msg("Added"),
            f'style:text-underline-style="solid" style:text-underline-width="auto" fo:color="{INSERTED}"',
        ),
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
    side = "start" if look.ragged or sheet.large else "justify"
    form = (
        f'fo:margin-top="{unit * look.above:.4g}pt" fo:margin-bottom="{unit * look.below:.4g}pt"'
        f' fo:line-height="{look.lines:.0%}" fo:text-align="{side}"'
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
        form += f' fo:border="none" fo:border-bottom="0.4pt solid {LINE}" style:join-border="false"'
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
        f'</style:list-level-properties><style:text-properties fo:color="{QUIET}"/>'
        "</text:list-level-style-bullet>"
        for n in range(1, _DEEPEST + 1)
    )
    return f'<text:list-style style:name="Tirets">{levels}</text:list-style>'

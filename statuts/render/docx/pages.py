"""What stands on every page of a Word paper, and how the file behaves: header, footer, lists, settings."""

from statuts.model.message import msg
from statuts.model.sheet import Sheet
from statuts.render.docx.marks import run
from statuts.render.docx.package import HEAD, NAMESPACES
from statuts.render.docx.styles import DASHES, INDENT, MONO, SANS, SERIF
from statuts.render.voice import Voice

WIDTH = 9298
"""Of the lines, in twentieths of a point: 164 mm."""
_PAGE = '<w:pgSz w:w="11906" w:h="16838"/>'  # A4
_MARGINS = (
    '<w:pgMar w:top="1474" w:right="1304" w:bottom="1361" w:left="1304" '
    'w:header="680" w:footer="624" w:gutter="0"/>'
)
_DEEPEST = 9


def section(header: str, footer: str) -> str:
    """The last element of the body: the page and the ids of its header and footer."""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>'
        f'<w:footerReference w:type="default" r:id="{footer}"/>{_PAGE}{_MARGINS}'
        '<w:cols w:space="708"/></w:sectPr>'
    )


def header_xml(sheet: Sheet, *, with_article: bool) -> str:
    """What the paper is worth, and the article the page begins or ends with."""
    article = run("\t") + _field('STYLEREF "Article"', "") if with_article else ""
    band = run(sheet.band, f'<w:b/><w:bCs/><w:color w:val="{sheet.accent[1:]}"/>') if sheet.band else ""
    return f"{HEAD}<w:hdr {NAMESPACES}>{_line('EnTete', band + article)}</w:hdr>"


def footer_xml(sheet: Sheet, voice: Voice) -> str:
    """Whose paper, which, and the page."""
    page, pages = "\ue000", "\ue001"
    said = voice.say(msg("page {n} of {total}", n=page, total=pages))
    before, _, rest = said.partition(page)
    between, _, after = rest.partition(pages)
    counted = run(before) + _field("PAGE", "1") + run(between) + _field("NUMPAGES", "1") + run(after)
    content = run(sheet.running) + run("\t") + counted
    return f"{HEAD}<w:ftr {NAMESPACES}>{_line('PiedDePage', content)}</w:ftr>"


def _line(style: str, content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def _field(code: str, shown: str) -> str:
    """A field that Word fills in."""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
    )
    opened = "".join(f"<w:r>{part}</w:r>" for part in (*parts, '<w:fldChar w:fldCharType="separate"/>'))
    return f'{opened}{run(shown) if shown else ""}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def settings_xml(language: str) -> str:
    """The part `settings`: words are divided at line ends, never capitals."""
    return (
        f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="{INDENT}"/>'
        '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="284"/>'
        '<w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        f'w:val="15"/></w:compat><w:themeFontLang w:val="{language}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def numbering_xml(ordered: int) -> str:
    """The part `numbering`: dashes, which do not count, and `ordered` lists that begin at 1."""
    dashes = "".join(_level(k, "bullet", "–") for k in range(_DEEPEST))
    numbers = "".join(_level(k, "decimal", f"%{k + 1}.") for k in range(_DEEPEST))
    several = '<w:multiLevelType w:val="hybridMultilevel"/>'
    lists = f'<w:num w:numId="{DASHES}"><w:abstractNumId w:val="0"/></w:num>' + "".join(
        f'<w:num w:numId="{DASHES + k}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for k in range(1, ordered + 1)
    )
    return (
        f"{HEAD}<w:numbering {NAMESPACES}>"
        f'<w:abstractNum w:abstractNumId="0">{several}{dashes}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{several}{numbers}</w:abstractNum>'
        f"{lists}</w:numbering>"
    )


def _level(rank: int, form: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{rank}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{INDENT * (rank + 1)}" w:hanging="{INDENT}"/></w:pPr>'
        "</w:lvl>"
    )


def fonts_xml() -> str:
    """The part `fontTable`: what stands in for a font that is missing."""
    rows = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:family w:val="{family}"/>'
        f'<w:pitch w:val="{pitch}"/></w:font>'
        for name, other, family, pitch in (
            (SERIF, "Caladea", "roman", "variable"),
            (SANS, "Carlito", "swiss", "variable"),
            (MONO, "Liberation Mono", "modern", "fixed"),
        )
    )
    return f"{HEAD}<w:fonts {NAMESPACES}>{rows}</w:fonts>"


def comments_xml(comments: list[str]) -> str:
    """The part `comments`."""
    return f"{HEAD}<w:comments {NAMESPACES}>{''.join(comments)}</w:comments>"

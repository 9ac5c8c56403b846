"""Word files made by hand, part by part: what a test needs of one, and nothing else."""

from collections.abc import Mapping

from hostile import zipped

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": _MAIN,
        "r": _OFFICE,
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
_ROOTS = {"document": "document", "styles": "styles", "numbering": "numbering", "settings": "settings"}
_ROOTS |= {"footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments"}
_ROOTS |= {"header1": "hdr", "header2": "hdr", "footer1": "ftr", "footer2": "ftr"}
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
 <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>
 <w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Gras"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""


def word(
    body: str, styles: str = STYLES, section: str = SECTION, links: str = "", **parts: str | bytes
) -> bytes:
    """A file with this body; further parts by name (`numbering`, `footnotes`, `header1`…) or by whole path."""
    return zipped(members(body, styles, section, links, **parts))


def members(
    body: str, styles: str = STYLES, section: str = SECTION, links: str = "", **parts: str | bytes
) -> Mapping[str, bytes]:
    """The same, not yet packed. `links` are further relations."""
    inner = {"document": f"<w:body>{body}{section}</w:body>", "styles": styles, **parts}
    files: dict[str, bytes] = {}
    relations = types = ""
    for name, content in inner.items():
        if name not in _ROOTS:
            files[name] = content if isinstance(content, bytes) else content.encode()
            continue
        assert isinstance(content, str)
        files[f"word/{name}.xml"] = f"{HEAD}<w:{_ROOTS[name]} {_NAMES}>{content}</w:{_ROOTS[name]}>".encode()
        kind = name.rstrip("0123456789")
        content_type = f"{_WORD}.{kind}{'.main' if kind == 'document' else ''}+xml"
        types += f'<Override PartName="/word/{name}.xml" ContentType="{content_type}"/>'
        if name != "document":
            relations += f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>'
    around = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="d" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{relations}{links}</Relationships>",
    }
    return {name: content.encode() for name, content in around.items()} | files


def relation(identifier: str, kind: str, target: str, outside: bool = False) -> str:
    """One more relation of the text."""
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{identifier}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'


def r(text: str, looks: str = "", tag: str = "t") -> str:
    """A run."""
    return f'<w:r>{looks and f"<w:rPr>{looks}</w:rPr>"}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def p(content: str = "", style: str = "", number: str = "", mark: str = "", more: str = "") -> str:
    """A paragraph of plain words or of XML; `number` is « list/level »."""
    inner = content if content.startswith("<") or not content else r(content)
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        identifier, _, level = number.partition("/")
        rank = f'<w:ilvl w:val="{level}"/>' if level else ""
        properties += f'<w:numPr>{rank}<w:numId w:val="{identifier}"/></w:numPr>'
    properties += more
    if mark:
        properties += f"<w:rPr>{mark}</w:rPr>"
    change = ""
    if "<w:pPrChange" in properties and mark:  # the schema has it last
        at = properties.index("<w:pPrChange")
        end = properties.index("</w:pPrChange>") + len("</w:pPrChange>")
        change, properties = properties[at:end], properties[:at] + properties[end:]
    return f"<w:p><w:pPr>{properties}{change}</w:pPr>{inner}</w:p>"


_BY = 'w:author="Léa" w:date="2026-11-23T10:00:00Z"'


def ins(content: str, n: int = 1, by: str = _BY) -> str:
    """Inserted runs."""
    return f'<w:ins w:id="{n}" {by}>{content if content.startswith("<") else r(content)}</w:ins>'


def dele(content: str, n: int = 2, by: str = _BY) -> str:
    """Struck runs."""
    return (
        f'<w:del w:id="{n}" {by}>{content if content.startswith("<") else r(content, tag="delText")}</w:del>'
    )


INS = f'<w:ins w:id="90" {_BY}/>'
DEL = f'<w:del w:id="91" {_BY}/>'


def row(*cells: str, mark: str = "") -> str:
    """A row of a table; cells are paragraphs, or plain words."""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{c if c.startswith("<") else p(c)}</w:tc>'
        for c in cells
    )
    return f"<w:tr>{mark and f'<w:trPr>{mark}</w:trPr>'}{inner}</w:tr>"


def table(*rows: str, columns: int = 2) -> str:
    """A table."""
    grid = '<w:gridCol w:w="2000"/>' * columns
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'


def level(rank: int, text: str, form: str = "decimal", start: int = 1, more: str = "") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{rank}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def abstract(number: int, *levels: str, more: str = "") -> str:
    """The definition of a list."""
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{more}{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, more: str = "") -> str:
    """A list that paragraphs name."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def restart(rank: int, start: int = 1) -> str:
    """A list that begins anew at a level."""
    return f'<w:lvlOverride w:ilvl="{rank}"><w:startOverride w:val="{start}"/></w:lvlOverride>'

"""OpenDocument files written by hand, as flat XML or as a zip."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "office": f"{_ODF}:office:1.0",
        "style": f"{_ODF}:style:1.0",
        "text": f"{_ODF}:text:1.0",
        "table": f"{_ODF}:table:1.0",
        "draw": f"{_ODF}:drawing:1.0",
        "fo": f"{_ODF}:xsl-fo-compatible:1.0",
        "svg": f"{_ODF}:svg-compatible:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
        "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    }.items()
)
INFO = "<office:change-info><dc:creator>{}</dc:creator><dc:date>{}</dc:date></office:change-info>"
TEXT_TYPE = "application/vnd.oasis.opendocument.text"


def flat(body: str, auto: str = "", styles: str = "", regions: str = "", masters: str = "") -> bytes:
    """A whole document in one XML file."""
    tracked = f"<text:tracked-changes>{regions}</text:tracked-changes>" if regions else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMES} office:version="1.3" '
        f'office:mimetype="{TEXT_TYPE}"><office:styles>{styles}</office:styles>'
        f"<office:automatic-styles>{auto}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles>"
        f"<office:body><office:text>{tracked}{body}</office:text></office:body></office:document>"
    ).encode()


def packed(parts: Mapping[str, bytes]) -> bytes:
    """An .odt of these parts."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as file:
        file.writestr("mimetype", TEXT_TYPE, ZIP_STORED)
        for name, content in parts.items():
            file.writestr(name, content)
    return target.getvalue()


def inserted(name: str, who: str = "Ana", when: str = "2026-01-02T10:00:00") -> str:
    return (
        f'<text:changed-region xml:id="{name}" text:id="{name}"><text:insertion>{INFO.format(who, when)}'
        "</text:insertion></text:changed-region>"
    )


def deleted(
    name: str, content: str, who: str = "Ana", when: str = "2026-01-02T10:00:00", more: str = ""
) -> str:
    return (
        f'<text:changed-region xml:id="{name}" text:id="{name}"><text:deletion>{INFO.format(who, when)}'
        f"{content}</text:deletion>{more}</text:changed-region>"
    )


def at(name: str) -> str:
    return f'<text:change text:change-id="{name}"/>'


def begin(name: str) -> str:
    return f'<text:change-start text:change-id="{name}"/>'


def end(name: str) -> str:
    return f'<text:change-end text:change-id="{name}"/>'


def p(words: str = "", style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{words}</text:p>' if style else f"<text:p>{words}</text:p>"


def h(words: str, level: int = 1, more: str = "") -> str:
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}"{more}>{words}</text:h>'


def li(*content: str, more: str = "") -> str:
    return f"<text:list-item{more}>{''.join(content)}</text:list-item>"


def ul(style: str, *items: str, more: str = "") -> str:
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:list{named}{more}>{''.join(items)}</text:list>"


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def cell(*content: str, more: str = "") -> str:
    return f"<table:table-cell{more}>{''.join(content)}</table:table-cell>"


def table(*rows: str) -> str:
    return (
        f'<table:table><table:table-column table:number-columns-repeated="2"/>{"".join(rows)}</table:table>'
    )


def level(
    rank: int,
    form: str = "1",
    prefix: str = "",
    suffix: str = ".",
    shown: int = 1,
    start: int = 1,
    pattern: str = "",
    outline: bool = False,
) -> str:
    name = "outline-level-style" if outline else "list-level-style-number"
    listed = f' loext:num-list-format="{pattern}"' if pattern else ""
    return (
        f'<text:{name} text:level="{rank}" style:num-format="{form}" style:num-prefix="{prefix}" '
        f'style:num-suffix="{suffix}" text:display-levels="{shown}" text:start-value="{start}"{listed}/>'
    )


def list_style(name: str, *levels: str, more: str = "") -> str:
    return f'<text:list-style style:name="{name}"{more}>{"".join(levels)}</text:list-style>'


HEADINGS = "".join(
    f'<style:style style:name="Heading_20_{k}" style:display-name="Heading {k}" style:family="paragraph" '
    f'style:default-outline-level="{k}"/>'
    for k in range(1, 5)
)
OUTLINE = (
    '<text:outline-style style:name="Outline">'
    + level(1, prefix="Article ", suffix=" –", outline=True)
    + level(2, suffix="", shown=2, outline=True)
    + level(3, "a", suffix=")", outline=True)
    + "</text:outline-style>"
)
LISTS = (
    list_style("L1", level(1), level(2, "a", suffix=")"), level(3, "i", "(", ")"))
    + list_style("L2", level(1, prefix="Article ", suffix=" – "), level(2, shown=2, suffix=""), level(3, shown=3))
    + list_style("L3", level(1, "I", suffix=" -", start=3), level(2, "A", shown=2, start=2, suffix=""), level(3, pattern="%1%/%3%)"))
    + list_style("LS", '<text:list-level-style-number text:level="1" style:num-format="a" style:num-letter-sync="true"/>')
    + list_style("LC", level(1), level(2), more=' text:consecutive-numbering="true"')
    + list_style(
        "LB",
        '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>',
        '<text:list-level-style-bullet text:level="2" text:bullet-char="–"/>',
    )
)  # fmt: skip

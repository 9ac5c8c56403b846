"""A picture in a Word paper, no larger than a letterhead needs."""

from statuts.model.sheet import Image
from statuts.render.xml_text import xml_text

_EMU = 12700  # in a point
_WIDEST, _HIGHEST = 170.0, 62.0  # points: 60 by 22 mm
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})


def drawing(image: Image, key: str, number: int) -> str:
    """The run that shows an image; `key` is its id in the file, `number` unique among pictures."""
    width, height = _pixels(image.data)
    scale = min(_WIDEST / width, _HIGHEST / height)
    cx, cy = round(width * scale * _EMU), round(height * scale * _EMU)
    named = f'id="{number}" name="Image {number}" descr="{xml_text(image.alt)}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" '
        f'distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/><wp:docPr {named}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {named}/>'
        '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{key}"/><a:stretch>'
        '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _pixels(data: bytes) -> tuple[int, int]:
    """The width and height of a PNG or JPEG picture; a square where they cannot be read."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
        return max(width, 1), max(height, 1)
    at = 2
    while data[:2] == b"\xff\xd8" and at + 9 <= len(data) and data[at] == 0xFF:
        if data[at + 1] in _FRAMES:
            height, width = (int.from_bytes(data[at + k : at + k + 2], "big") for k in (5, 7))
            return max(width, 1), max(height, 1)
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return 1, 1

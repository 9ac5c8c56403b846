"""Pictures: their size, read from their bytes, and their frame."""

from statuts.model.sheet import Image
from statuts.render.odt.escape import attribute, words
from statuts.render.odt.place import Place

_HIGHEST, _WIDEST = 18.0, 80.0
_KINDS = {"image/png": "png", "image/jpeg": "jpg"}


def picture(image: Image, place: Place) -> str:
    """The frame of a picture, as a character; its words where its bytes are no picture."""
    size = _size(image.data)
    if size is None or image.media_type not in _KINDS:
        return words(image.alt)
    width, height = size
    scale = min(_HIGHEST / height, min(_WIDEST, place.width) / width)
    pictures = place.shared.pictures
    name = f"Pictures/{len(pictures) + 1}.{_KINDS[image.media_type]}"
    pictures[name] = image.data
    return (
        f'<draw:frame draw:name="Image{len(pictures)}" draw:style-name="Cadre" text:anchor-type="as-char" '
        f'svg:width="{width * scale:.2f}mm" svg:height="{height * scale:.2f}mm">'
        f'<draw:image xlink:href="{name}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
        f"<svg:title>{attribute(image.alt)}</svg:title></draw:frame>"
    )


def _size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, of a PNG or a JPEG."""
    found = None
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        found = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    elif data.startswith(b"\xff\xd8"):
        found = _jpeg_size(data)
    return found if found and all(found) else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        kind = data[at + 1]
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None

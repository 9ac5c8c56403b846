"""The zip of a Word file: its parts, who refers to whom, and the same bytes for the same words."""

from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from statuts.render.xml_text import xml_text

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {  # name in word/, and the kind of its relationship and content
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "fontTable": "fontTable",
    "header": "header",
    "footer": "footer",
    "comments": "comments",
}
_EXTENSIONS = {"image/png": "png", "image/jpeg": "jpeg"}
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can name: no file tells when it was packed


@dataclass(slots=True)
class Package:
    """The parts of one file as they come to be: images and addresses get an id when first asked for."""

    parts: dict[str, bytes] = field(default_factory=dict)
    _targets: dict[tuple[str, str], str] = field(default_factory=dict)
    _media: dict[tuple[str, bytes], str] = field(default_factory=dict)

    def link(self, address: str) -> str:
        """The id of an outside address."""
        return self._relation("hyperlink", address)

    def image(self, data: bytes, media_type: str) -> str:
        """The id of a picture."""
        name = self._media.setdefault(
            (media_type, data), f"media/image{len(self._media) + 1}.{_EXTENSIONS[media_type]}"
        )
        self.parts[f"word/{name}"] = data
        return self._relation("image", name)

    def part(self, name: str) -> str:
        """The id of one of the parts beside the words."""
        return self._relation(_PARTS[name], f"{name}.xml")

    def packed(
        self, words: dict[str, str], title: str, author: str, language: str, moment: datetime
    ) -> bytes:
        """The file. `words` are the parts in `word/` by name: `document`, `styles`, …"""
        for name, xml in words.items():
            self.parts[f"word/{name}.xml"] = xml.encode()
            if name != "document":
                self.part(name)
        self.parts["docProps/core.xml"] = _core(title, author, language, moment).encode()
        self.parts["docProps/app.xml"] = _APP.encode()
        self.parts["_rels/.rels"] = _ROOT.encode()
        self.parts["word/_rels/document.xml.rels"] = self._relations().encode()
        self.parts["[Content_Types].xml"] = self._types(words).encode()
        held = BytesIO()
        with ZipFile(held, "w", ZIP_DEFLATED) as archive:
            for name in sorted(self.parts, key=lambda name: (name != "[Content_Types].xml", name)):
                entry = ZipInfo(name, _EPOCH)
                entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
                archive.writestr(entry, self.parts[name])
        return held.getvalue()

    def _relation(self, kind: str, target: str) -> str:
        return self._targets.setdefault((kind, target), f"rId{len(self._targets) + 1}")

    def _relations(self) -> str:
        rows = [
            f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{xml_text(target)}"'
            + (' TargetMode="External"/>' if kind == "hyperlink" else "/>")
            for (kind, target), key in self._targets.items()
        ]
        return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>'

    @staticmethod
    def _types(words: dict[str, str]) -> str:
        rows = [f'<Default Extension="{end}" ContentType="{kind}"/>' for kind, end in _EXTENSIONS.items()]
        rows += [
            f'<Default Extension="rels" ContentType="{_TYPES["rels"]}"/>',
            '<Default Extension="xml" ContentType="application/xml"/>',
        ]
        for name in words:
            kind = "document.main" if name == "document" else _PARTS[name]
            rows.append(f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>')
        for name in ("core", "app"):
            rows.append(f'<Override PartName="/docProps/{name}.xml" ContentType="{_TYPES[name]}"/>')
        return f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">{"".join(rows)}</Types>'


_TYPES = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
    "app": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_APP = (
    f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>statuts</Application></Properties>"
)
_ROOT = (
    f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/>'
    "</Relationships>"
)


def stamp(moment: datetime) -> str:
    """A moment as Word writes it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _core(title: str, author: str, language: str, moment: datetime) -> str:
    when = stamp(moment)
    name = xml_text(author)
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{xml_text(title)}</dc:title><dc:creator>{name}</dc:creator>"
        f"<cp:lastModifiedBy>{name}</cp:lastModifiedBy><dc:language>{language}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{when}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{when}</dcterms:modified></cp:coreProperties>'
    )

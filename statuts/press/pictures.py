"""The pictures a paper may show: a logo named by its user, and those beside the user's own templates."""

from dataclasses import dataclass, field
from pathlib import Path

from statuts.desk.files import read_bytes
from statuts.errors import InputError
from statuts.model.message import msg
from statuts.model.sheet import Image

_TYPES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_LOGO = "logo"
_MOST = 2_000_000
"""Bytes of a picture that are still carried along in every paper."""


@dataclass
class Pictures:
    """Finds a picture by the name a template gives it, and remembers which it did not find."""

    folder: Path | None
    logo_file: Path | None
    lacking: list[str] = field(default_factory=list)
    _found: dict[str, Image | None] = field(default_factory=dict)

    @staticmethod
    def of(folder: Path | None, logo: Path | None) -> "Pictures":
        """Those of a folder of templates, and a logo, which is looked at now."""
        made = Pictures(folder, logo)
        if logo is not None:
            made._found[_LOGO] = _picture(logo)
        return made

    @property
    def logo(self) -> str:
        """The name under which a template finds the logo; empty where there is none."""
        return _LOGO if self.logo_file else ""

    def find(self, name: str) -> Image | None:
        """The picture of that name; None, and remembered, where there is none."""
        if name not in self._found:
            # the name only: a template shows what lies beside it, nothing else of the disk
            path = self.folder / Path(name).name if self.folder and name else None
            self._found[name] = _picture(path) if path and path.is_file() else None
            if self._found[name] is None:
                self.lacking.append(name)
        return self._found[name]


def _picture(path: Path) -> Image:
    """The picture in a file. Raises `InputError` where it is not one that every format can print."""
    data = read_bytes(path)
    media_type = next((name for start, name in _TYPES.items() if data.startswith(start)), None)
    if media_type is None:
        raise InputError(
            msg("“{file}” is not a picture that every paper can print.", file=str(path)),
            msg("save it as PNG or JPEG"),
        )
    if len(data) > _MOST:
        raise InputError(
            msg("“{file}” is larger than {limit} MB.", file=str(path), limit=_MOST // 1_000_000),
            msg("a logo is printed small: save it at a lower resolution"),
        )
    return Image(data, media_type, path.stem)

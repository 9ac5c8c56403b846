"""Files of other programs: read, turned by LibreOffice where only it can, and made into articles."""

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from statuts.desk.files import read_bytes, read_text
from statuts.errors import InputError
from statuts.i18n import _, say
from statuts.importers.articles import Confirm, imported
from statuts.importers.formats import THROUGH_OFFICE, TRACKED, Format, format_of, read_as
from statuts.importers.sides import one_side
from statuts.model.brought import Brought
from statuts.model.import_report import Imported
from statuts.model.message import msg
from statuts.model.redline import Side

_PATIENCE = 120  # seconds that LibreOffice may take for one file


@dataclass(frozen=True, slots=True)
class Foreign:
    """A file as another program has it; `may_track` says that its format knows tracked changes."""

    name: str
    format: Format
    brought: Brought

    @property
    def is_tracked(self) -> bool:
        """Whether it holds two texts."""
        return self.format in TRACKED and self.brought.is_tracked

    def side(self, side: Side, confirm: Confirm | None = None) -> Imported:
        """The articles of one of its texts."""
        return imported(one_side(self.brought, side), confirm)


def foreign(path: Path, encoding: str | None = None) -> Foreign | None:
    """The file, if another program wrote it; None for Markdown. Raises `InputError`."""
    data = read_bytes(path)
    format_ = format_of(data, path.name)
    if format_ is Format.MARKDOWN:
        return None
    if format_ in THROUGH_OFFICE:
        return Foreign(path.name, format_, read_as(Format.ODT, _turned(path, format_)))
    return Foreign(path.name, format_, read_as(format_, data, encoding))


def foreign_text(path: Path, encoding: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The Markdown of a file, its tracked changes accepted; and what whoever asked must know of it."""
    found = foreign(path, encoding)
    if found is None:
        return read_text(path, encoding), ()
    made = found.side(Side.NEW)
    account = made.report
    if not made.markdown.strip():
        raise InputError(
            msg("“{file}” holds no text.", file=found.name),
            msg("check that this is the right file; a scan must be recognised (OCR) first"),
        )
    remarks = []
    if found.is_tracked:
        remarks.append(_("{file} holds tracked changes: the new text is taken.").format(file=found.name))
    remarks += [f"{found.name}: {say(remark)}" for remark in account.remarks]
    if account.guesses:
        said = _("{file}: {count} guesses; “statuts import {file} -o text.md” shows them.")
        remarks.append(said.format(file=found.name, count=len(account.guesses)))
    return made.markdown, tuple(remarks)


def _turned(path: Path, format_: Format) -> bytes:
    """The file as OpenDocument, through LibreOffice. Raises `InputError` where it is not there or fails."""
    office = which("soffice") or which("libreoffice")
    hint = msg("open it in Word or LibreOffice and save it as .docx or .odt, then try again")
    if office is None:
        raise InputError(
            msg("“{file}” is a {format} file, and only LibreOffice can read it: it is not installed here.",
                file=str(path), format=format_.upper()),
            hint,
        )  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="statuts-") as folder:
        copy = Path(folder, f"source.{format_}")
        copy.write_bytes(path.read_bytes())
        command = [
            office, "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile",
            "--convert-to", "odt", "--outdir", folder, str(copy),
        ]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)  # noqa: S603
            return Path(folder, "source.odt").read_bytes()
        except (OSError, subprocess.TimeoutExpired):
            raise InputError(msg("LibreOffice could not read “{file}”.", file=str(path)), hint) from None

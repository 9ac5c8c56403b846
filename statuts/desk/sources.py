"""What a person names becomes a text: a file, standard input, or a version of the archive."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from statuts.desk.files import is_foreign, read_stdin, read_text
from statuts.i18n import _

if TYPE_CHECKING:
    from statuts.archive.read import Archive
    from statuts.model.archive import Version
    from statuts.model.proposal import Proposal


@dataclass(frozen=True)
class Source:
    """A text and what to call it; with its version and archive, where it comes from one. `remarks` are what
    whoever asked for it must know.
    """

    text: str
    label: str
    version: "Version | None" = None
    archive: "Archive | None" = None
    proposal: "Proposal | None" = None
    remarks: tuple[str, ...] = ()


def source(name: str, archive: Path | None = None, encoding: str | None = None) -> Source:
    """The text that `name` means on the command line.

    `-` is standard input; a word with a path separator or an extension is a file; else it is
    `VERSION`, `@DAY`, `TEXT:VERSION`, `TEXT:@DAY` or `TEXT:` (the latest), or a file of that name when
    no version has it. Raises `InputError` or `ArchiveError`.
    """
    if name == "-":
        return Source(read_stdin(encoding), _("(standard input)"))
    if _is_path(name):
        return _from_file(name, encoding)
    from statuts.desk.versions import named_proposal, named_version

    if proposed := named_proposal(name, archive):
        from statuts.desk.proposals import proposed_text

        of, proposal = proposed
        return Source(proposed_text(of, proposal), proposal.title, None, of, proposal)
    found = named_version(name, archive, Path(name) if _on_disk(name) else None)
    if found is None:
        return _from_file(name, encoding)
    opened, version = found
    return Source(opened.source(version), version.label, version, opened)


def _on_disk(name: str) -> bool:
    try:
        return bool(name) and Path(name).exists()
    except OSError:  # too long for a file name
        return False


def _is_path(name: str) -> bool:
    separators = [separator for separator in (os.sep, os.altsep, "/") if separator]
    return any(separator in name for separator in separators) or bool(Path(name).suffix)


def _from_file(name: str, encoding: str | None) -> Source:
    path = Path(name)
    if not is_foreign(path):
        return Source(read_text(path, encoding), path.name)
    from statuts.desk.foreign import foreign_text

    text, remarks = foreign_text(path, encoding)
    return Source(text, path.name, remarks=remarks)

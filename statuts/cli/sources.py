"""What a person names becomes a text: a file, standard input, or a version of the archive."""

import os
from dataclasses import dataclass
from pathlib import Path

from statuts.archive.chain import find_version, unknown_version
from statuts.archive.read import Archive, find_archive, open_archive
from statuts.cli.files import read_stdin, read_text
from statuts.errors import ArchiveError, InputError
from statuts.i18n import _
from statuts.model.archive import TextHistory, Version
from statuts.model.message import msg

DEFAULT_TEXT = "statuts"


@dataclass(frozen=True)
class Source:
    """A text and what to call it; with its version and archive, where it comes from one."""

    text: str
    label: str
    version: Version | None = None
    archive: Archive | None = None


def opened(archive: Path | None) -> Archive:
    """The archive in that folder, else the one that serves the current folder. Raises `ArchiveError`."""
    found = archive or find_archive(Path.cwd())
    if found is None:
        raise ArchiveError(
            msg("there is no archive here: neither this folder nor one above holds an archive.toml."),
            msg("name the folder that holds archive.toml with --archive"),
        )
    return open_archive(found)


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
    on_disk = _on_disk(name)
    found = archive or find_archive(Path.cwd())
    if found is None:
        if on_disk:
            return _from_file(name, encoding)
        raise InputError(
            msg(
                "“{name}” is no file, and there is no archive here that could hold such a version.", name=name
            ),
            msg("check the file's name, or name the archive's folder with --archive"),
        )
    opened_archive = open_archive(found)
    if on_disk:
        text, word = _split(opened_archive, name)
        if find_version(opened_archive.history(text), word) is None:
            return _from_file(name, encoding)
        if Path(name).is_file():
            raise InputError(
                msg("“{name}” is both a file and a version of the archive.", name=name),
                msg(
                    "write ./{name} for the file, {text}:{word} for the version",
                    name=name,
                    text=text,
                    word=word,
                ),
            )
    version = version_of(opened_archive, name)
    return Source(opened_archive.source(version), version.label, version, opened_archive)


def _on_disk(name: str) -> bool:
    try:
        return bool(name) and Path(name).exists()
    except OSError:  # too long for a file name
        return False


def version_of(archive: Archive, name: str) -> Version:
    """The version that `name` means (see `source`). Raises `ArchiveError`, with the nearest names."""
    text, word = _split(archive, name)
    history = archive.history(text)
    version = find_version(history, word)
    if version is not None:
        return version
    if archive.has_proposal(text, word):
        raise ArchiveError(
            msg("“{name}” is a proposal, and proposals are not read yet.", name=word),
            msg("its files can be read in {folder}", folder=str(archive.root / text / "proposals" / word)),
        )
    if word in archive.texts:
        raise ArchiveError(
            msg("“{name}” is a text, not a version.", name=word),
            msg("write {name}: for its latest version", name=word),
        )
    raise unknown_version(history, word)


def history_of(archive: Archive, text: str | None) -> TextHistory:
    """The history of a text; of the statutes, or of the only text there is, when none is named."""
    return archive.history((text or _default_text(archive)).removesuffix(":"))


def _split(archive: Archive, name: str) -> tuple[str, str]:
    text, colon, word = name.rpartition(":")
    return (text if colon and text else _default_text(archive)), word


def _default_text(archive: Archive) -> str:
    return archive.texts[0] if len(archive.texts) == 1 else DEFAULT_TEXT


def _is_path(name: str) -> bool:
    separators = [separator for separator in (os.sep, os.altsep, "/") if separator]
    return any(separator in name for separator in separators) or bool(Path(name).suffix)


def _from_file(name: str, encoding: str | None) -> Source:
    path = Path(name)
    return Source(read_text(path, encoding), path.name)

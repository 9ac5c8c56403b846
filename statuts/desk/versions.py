"""Names that mean a version of the archive; imported only when one is used."""

from pathlib import Path

from statuts.archive.chain import find_version, unknown_version
from statuts.archive.read import ARCHIVE_FILE, Archive, find_archive, open_archive
from statuts.errors import ArchiveError, InputError
from statuts.model.archive import TextHistory, Version
from statuts.model.message import msg
from statuts.model.proposal import Proposal

DEFAULT_TEXT = "statuts"


def opened(archive: Path | None) -> Archive:
    """The archive in that folder, else the one that serves the current folder. Raises `ArchiveError`."""
    return open_archive(opened_folder(archive))


def opened_folder(archive: Path | None) -> Path:
    """The folder of the archive that is meant, even of one too broken to be opened. Raises `ArchiveError`."""
    found = archive or find_archive(Path.cwd())
    if found is None:
        raise ArchiveError(
            msg("there is no archive here: neither this folder nor one above holds an archive.toml."),
            msg("name the folder that holds archive.toml with --archive"),
        )
    return found.parent if found.name == ARCHIVE_FILE else found


def named_version(name: str, folder: Path | None, on_disk: Path | None) -> tuple[Archive, Version] | None:
    """The version that `name` means; None where the file `on_disk` of that name is meant instead.

    Raises `InputError` where there is no archive, or where `name` could mean both; `ArchiveError` where
    the archive has no such version.
    """
    found = folder or find_archive(Path.cwd())
    if found is None:
        if on_disk:
            return None
        raise InputError(
            msg(
                "“{name}” is no file, and there is no archive here that could hold such a version.", name=name
            ),
            msg("check the file's name, or name the archive's folder with --archive"),
        )
    archive = open_archive(found)
    if on_disk:
        text, word = _split(archive, name)
        if find_version(archive.history(text), word) is None:
            return None
        if on_disk.is_file():
            raise InputError(
                msg("“{name}” is both a file and a version of the archive.", name=name),
                msg(
                    "write ./{name} for the file, {text}:{word} for the version",
                    name=name,
                    text=text,
                    word=word,
                ),
            )
    return archive, version_of(archive, name)


def named_proposal(name: str, folder: Path | None) -> tuple[Archive, Proposal] | None:
    """The proposal that `name` means; None where there is none of that name."""
    found = folder or find_archive(Path.cwd())
    if found is None:
        return None
    archive = open_archive(found)
    text, word = _split(archive, name)
    if text not in archive.texts or not archive.has_proposal(text, word):
        return None
    return archive, archive.proposal(text, word)


def version_of(archive: Archive, name: str) -> Version:
    """The version that `name` means (see `source`). Raises `ArchiveError`, with the nearest names."""
    text, word = _split(archive, name)
    history = archive.history(text)
    version = find_version(history, word)
    if version is not None:
        return version
    if archive.has_proposal(text, word):
        raise ArchiveError(
            msg("“{name}” is a proposal, not a version.", name=word),
            msg("see “statuts status {name}”", name=word),
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

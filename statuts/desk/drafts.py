"""What was typed and not saved yet: kept on the disk, so that neither a crash nor a closed window loses it.

Drafts lie in the archive's folder `.drafts`: with the archive, because there they are found again by whoever
opens it, on whichever machine the folder is; under a hidden name, because readers, `verify` and backups of
adopted texts pass those over, and an unfinished sentence must never be taken for a proposal.
"""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock, get_ident

from statuts.archive.disk import Disk
from statuts.errors import ArchiveError
from statuts.model.message import msg
from statuts.model.names import NAMES_HINT, is_name

FOLDER = ".drafts"
_IGNORED = b"*\n"  # for those who carry the archive in git: an unfinished sentence is nobody else's


@dataclass(frozen=True, slots=True)
class Draft:
    """A text being typed, the digest of what it was begun from, when it was last kept (ISO), and what is
    typed beside it: the reasons, or who moves it.
    """

    text: str
    base: str
    when: str
    beside: str = ""


class Drafts:
    """The drafts of one archive. A name is a few words that each may be a name of the archive."""

    def __init__(self, root: Path, disk: Disk | None = None) -> None:
        self._folder = root / FOLDER
        self._disk = disk or Disk()
        self._lock = Lock()

    def keep(self, name: Sequence[str], draft: Draft) -> None:
        """Keep a draft in the place of the last one of that name. Raises `ArchiveError`."""
        target = self._path(name)
        temporary = target.with_name(f"{target.name}.{os.getpid()}-{get_ident()}")
        try:
            with self._lock:
                self._prepare()
            self._disk.create(temporary, json.dumps(asdict(draft), ensure_ascii=False).encode())
            self._disk.replace(temporary, target)
            self._disk.sync_folder(self._folder)
        except OSError as error:
            self._disk.remove(temporary)
            raise ArchiveError(
                msg(
                    "“{folder}” cannot be written: {reason}.",
                    folder=str(self._folder),
                    reason=error.strerror or str(error),
                ),
                msg("your text is still in the page: copy it, make room, then try again"),
            ) from None

    def find(self, name: Sequence[str]) -> Draft | None:
        """The draft of that name; None where there is none that can be read."""
        with suppress(OSError, ValueError, TypeError, KeyError):
            data = json.loads(self._path(name).read_bytes())
            return Draft(*(str(data[word]) for word in ("text", "base", "when", "beside")))
        return None

    def drop(self, name: Sequence[str]) -> None:
        """Forget a draft: it was saved, or its author said so."""
        with suppress(OSError):
            self._path(name).unlink()

    def _prepare(self) -> None:
        if self._folder.is_symlink():
            raise OSError(0, "symbolic link")
        if not self._folder.is_dir():
            self._disk.make_folder(self._folder)
        ignored = self._folder / ".gitignore"
        if not ignored.exists():
            self._disk.create(ignored, _IGNORED)

    def _path(self, name: Sequence[str]) -> Path:
        for word in name:
            if not is_name(word):
                raise ArchiveError(msg("“{name}” cannot be a name.", name=word[:80]), NAMES_HINT)
        return self._folder / (".".join(name) + ".json")

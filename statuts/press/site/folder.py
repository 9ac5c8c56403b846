"""The folder of a site: only files that it wrote itself are replaced or removed, each whole or not at all."""

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from statuts.desk.files import write_file
from statuts.errors import OutputError
from statuts.model.message import msg

MANIFEST = ".statuts-site.json"
_FORMAT = 1
_PATH = re.compile(r"[^/\\\x00:]+(?:/[^/\\\x00:]+)*")


class Written(NamedTuple):
    """A file of the site: what it was made from, its size and its digest."""

    made_from: str
    size: int
    sha256: str


class SiteFolder:
    """A folder that holds a site, or will. Raises `OutputError` where it holds anything else."""

    def __init__(self, root: Path, *, dry_run: bool = False, is_share: bool = False) -> None:
        self.root, self.dry_run, self.is_share = root, dry_run, is_share
        self.before = {} if is_share else self._manifest()  # a share writes what it is told, and no list
        self.now: dict[str, Written] = {}
        self.written: list[str] = []
        self._planned: set[str] = set(self.before)
        self._begun = False

    def _manifest(self) -> dict[str, Written]:
        if self.root.is_symlink() or (self.root.exists() and not self.root.is_dir()):
            raise OutputError(
                msg("“{folder}” is not a folder.", folder=str(self.root)), msg("choose another place with -o")
            )
        if not self.root.exists():
            return {}
        try:
            data = json.loads((self.root / MANIFEST).read_bytes())
            files = {str(path): _written(found) for path, found in data["files"].items()}
        except FileNotFoundError:
            if any(self.root.iterdir()):
                raise OutputError(
                    msg("“{folder}” is not empty, and holds no site of this program.", folder=str(self.root)),
                    msg("name a new or an empty folder: what it holds is never touched"),
                ) from None
            return {}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            raise OutputError(
                msg("the list of files “{file}” cannot be read.", file=str(self.root / MANIFEST)),
                msg("publish into a new folder"),
            ) from None
        return {path: found for path, found in files.items() if _is_inside(path)}

    def kept(self, path: str, made_from: str) -> bool:
        """Whether a page made from the same lies there already; it then stays."""
        known = self.before.get(path)
        if known is None or not made_from or known.made_from != made_from:
            return False
        with suppress(OSError):
            if (self.root / path).stat().st_size == known.size:
                self.now[path] = known
                return True
        return False

    def put(self, path: str, data: bytes, made_from: str = "") -> None:
        """Write a file, unless it lies there with these very bytes."""
        found = Written(made_from, len(data), sha256(data).hexdigest())
        known = self.before.get(path)
        self.now[path] = found
        if known and (known.size, known.sha256) == found[1:] and self._size(path) == found.size:
            return
        self.written.append(path)
        if not self.dry_run:
            self._own(path)
            write_file(self._checked(path), data)

    def adopt(self, path: str, found: Written) -> None:
        """A file that another process wrote."""
        self.now[path] = found
        self.written.append(path)

    def _size(self, path: str) -> int:
        with suppress(OSError):
            return (self.root / path).stat().st_size
        return -1

    def begin(self, planned: Iterable[str]) -> None:
        """The files that will be ours: said in the folder before the first is written, so that a run cut
        short leaves nothing that is nobody's.
        """
        self._planned.update(planned)

    def _own(self, path: str) -> None:
        if self.is_share or (self._begun and path in self._planned):
            return
        self._begun = True
        self._planned.add(path)
        empty = Written("", -1, "")
        self._write_manifest(dict.fromkeys(self._planned, empty) | self.before)

    def finish(self) -> list[str]:
        """Remove what is no longer made, and say what the folder holds. The paths that were removed."""
        gone = [path for path in self.before if path not in self.now]
        if self.dry_run:
            return gone
        for path in gone:
            with suppress(OSError):
                self._checked(path).unlink()
                for folder in (self.root / path).relative_to(self.root).parents:
                    if folder != Path():
                        (self.root / folder).rmdir()  # only an empty one goes
        if self.now != self.before:
            self._write_manifest(self.now)
        return gone

    def _write_manifest(self, files: dict[str, Written]) -> None:
        lines = ",\n".join(f"{json.dumps(path)}: {json.dumps(files[path])}" for path in sorted(files))
        data = f'{{"format": {_FORMAT}, "files": {{\n{lines}\n}}}}\n'
        write_file(self.root / MANIFEST, data.encode())

    def _checked(self, path: str) -> Path:
        """The place of a file; a link on the way would lead out of the folder."""
        place = self.root
        for part in path.split("/")[:-1]:
            place = place / part
            if place.is_symlink():
                raise OutputError(
                    msg("“{file}” is a symbolic link: it would lead out of the site.", file=str(place)),
                    msg("remove it, or publish into a new folder"),
                )
        return self.root / path


def _is_inside(path: str) -> bool:
    return _PATH.fullmatch(path) is not None and not {".", ".."}.intersection(path.split("/"))


def _written(found: object) -> Written:
    """An entry of the list. Raises `ValueError` where it is none."""
    match found:
        case [str(made_from), int(size), str(digest)]:
            return Written(made_from, size, digest)
    raise ValueError

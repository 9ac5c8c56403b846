"""Every touch of the disk that writes: each step is durable before the next begins."""

import os
import shutil
from contextlib import suppress
from pathlib import Path


class Disk:
    """Writes that a crash leaves whole or absent.

    What SQLite and git learnt: a rename is only worth what was synced before it, and a name only lasts once
    its folder is synced. Everything an archive writes goes through these few methods, so that a test can
    stop the program, or let the disk fail, at each of them.
    """

    def create(self, path: Path, data: bytes) -> None:
        """A new file with its bytes on the disk. Raises `OSError`, also where the file exists."""
        with path.open("xb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())

    def make_folder(self, path: Path) -> None:
        """A new folder, whose name is on the disk."""
        path.mkdir()
        self.sync_folder(path.parent)

    def rename(self, source: Path, target: Path) -> None:
        """Give a file or a folder its final name: the step that makes a change count."""
        source.rename(target)

    def replace(self, source: Path, target: Path) -> None:
        """Put a file in the place of another."""
        source.replace(target)

    def sync_folder(self, path: Path) -> None:
        """Make the names in a folder last; Windows has no such call, and needs none."""
        if os.name == "nt":
            return
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def remove(self, path: Path) -> None:
        """Remove what was left half-written; what cannot be removed is never read, and may stay."""
        with suppress(OSError):
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()

"""One writer at a time: a lock that the system takes back when its holder dies."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from statuts.errors import ArchiveError
from statuts.model.message import msg

LOCK_FILE = ".lock"
_PATIENCE = 10.0
"""Seconds to wait for another writer: an adoption takes a fraction of one."""


@contextmanager
def locked(root: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold the archive in `root` alone. Raises `ArchiveError` where another program holds it for long."""
    try:
        handle = os.open(root / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise ArchiveError(
            msg(
                "“{folder}” cannot be written: {reason}.",
                folder=str(root),
                reason=error.strerror or str(error),
            ),
            msg("check the rights on the folder; nothing was changed"),
        ) from None
    try:
        limit = time.monotonic() + patience
        while not _taken(handle):
            if time.monotonic() > limit:
                raise ArchiveError(
                    msg("another program is writing to “{folder}”.", folder=str(root)),
                    msg("wait until it is done and try again; nothing was changed"),
                )
            time.sleep(0.02)
        yield
    finally:
        os.close(handle)  # gives the lock back


if sys.platform == "win32":
    import msvcrt

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

"""The few calls that read the disk, on plain strings: for small files pathlib costs more than they do."""

import os
import stat
from typing import NamedTuple


class Found(NamedTuple):
    """What stands under a name in a folder."""

    name: str
    is_folder: bool


def listing(folder: str) -> list[Found]:
    """What a folder holds, by name; a link counts as what it leads to. Raises `OSError`."""
    with os.scandir(folder) as entries:
        return sorted(Found(entry.name, entry.is_dir()) for entry in entries)


class Status(NamedTuple):
    """What the disk says of a path itself, not of what it leads to."""

    is_link: bool
    size: int


def status(path: str) -> Status:
    """Whether a path is a link, and its size. Raises `OSError`."""
    found = os.lstat(path)
    return Status(stat.S_ISLNK(found.st_mode), found.st_size)


def content(path: str) -> bytes:
    """The bytes of a file. Raises `OSError`."""
    with open(path, "rb", buffering=0) as handle:  # noqa: PTH123
        return handle.read()


def is_file(path: str) -> bool:
    """Whether a file is there, or a link to one."""
    return os.path.isfile(path)  # noqa: PTH113


def exists(path: str) -> bool:
    """Whether something is there, or what a link leads to."""
    return os.path.exists(path)  # noqa: PTH110


def below(root: str, *parts: str) -> str:
    """A path below `root`."""
    return os.path.join(root, *parts)  # noqa: PTH118

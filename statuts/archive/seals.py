"""The list of digests beside the files of a version, as `sha256sum -c` reads it."""

import re
from collections.abc import Mapping
from hashlib import sha256

SEALS_FILE = "SHA256SUMS"
_SEAL = "# sha256 "
_LIKE_A_SEAL = re.compile(rb"(?!\s*\w+\s*=\s).*[0-9a-f]{24}")
_LINE = re.compile(r"([0-9a-f]{64})  ([a-z0-9.-]+)")


def seals_text(files: Mapping[str, bytes]) -> str:
    """The list for these files, by name."""
    return "".join([f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)])


def sealed(text: str) -> str:
    """A register with a last line that seals all above it: TOML takes it for a comment."""
    return f"{text}{_SEAL}{sha256(text.encode()).hexdigest()}\n"


def is_seal_broken(data: bytes) -> bool:
    """Whether the last line is a seal that does not fit what stands above it, or looks like one no more.

    A register kept by hand may have none.
    """
    above, _, last = data.rstrip(b"\n").rpartition(b"\n")
    if not _LIKE_A_SEAL.match(last):
        return False
    return data != sealed((above + b"\n").decode("utf-8", "replace")).encode()


def read_seals(text: str) -> dict[str, str] | None:
    """Digest by name; None where a line is not as it was written."""
    lines = text.split("\n")
    matches = [_LINE.fullmatch(line) for line in lines[:-1]]
    if lines[-1] or not matches or not all(matches):
        return None
    return {match[2]: match[1] for match in matches if match}

"""TOML to plain data, without paying the general price for the long list at the end of a version.

A version lists forty parts in the same three lines each; they are nine tenths of its file, and the
time to read a history is the time to read them. Written as the archive writes them they are read by
one expression; written in any other way they are read as any TOML.
"""

import re
import tomllib
from typing import Any

_HEAD = "\n[[contents]]\n"
_PART = re.compile(
    r"\[\[contents\]\]\n"
    r'kind = "(?P<kind>[a-z]+)"\n'
    r'id = "(?P<id>[a-z0-9-]+)"\n'
    r'(?:division = "(?P<division>[a-z0-9-]+)"\n)?'
    r'(?:sha256 = "(?P<sha256>[0-9a-f]{64})"|heading = "(?P<heading>[^"\\\x00-\x1f\x7f]+)")\n'
    r"\n*"
)


def load(source: str) -> dict[str, Any]:
    """What `tomllib.loads` gives for `source`, always. Raises `tomllib.TOMLDecodeError`."""
    before, found, after = source.partition(_HEAD)
    parts = _parts(_HEAD[1:] + after) if found else []
    if not parts:
        return tomllib.loads(source)
    data = tomllib.loads(before + "\n")
    if "contents" in data:
        return tomllib.loads(source)
    data["contents"] = parts
    return data


def _parts(source: str) -> list[dict[str, str]]:
    """The parts that `source` wholly consists of; none where it holds anything else."""
    parts, end = [], 0
    for match in _PART.finditer(source):
        if match.start() != end:
            return []
        parts.append({key: value for key, value in match.groupdict().items() if value is not None})
        end = match.end()
    return parts if end == len(source) else []

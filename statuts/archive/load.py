"""TOML to plain data, without paying the general price where a version is written as the archive writes it.

To read a history is to read its versions, and tomllib reads letter by letter. The list of parts, nine
tenths of a version, is read by one expression; the plain lines before it by one expression each. What is
written in any other way is read as any TOML.
"""

import re
from datetime import date
from typing import Any, NamedTuple

_HEAD = "\n[[contents]]\n"
_PART = re.compile(
    r"^\[\[contents\]\]\n"
    r'kind = "([a-z]+)"\n'
    r'id = "([a-z0-9-]+)"\n'
    r'(?:division = "([a-z0-9-]+)"\n)?'
    r'(?:sha256 = "([0-9a-f]{64})"|heading = "([^"\\\x00-\x1f\x7f]+)")\n',
    re.MULTILINE,
)
_KEYS = ("kind", "id", "division", "sha256", "heading")

_NUMBER, _STRING = r"(?:0|[1-9][0-9]{0,15})", r'"[^"\\\x00-\x1f\x7f]*"'
_LINE = re.compile(
    rf"""(?P<key>[a-z0-9_]+)\ =\ (?:
        (?P<string>{_STRING})|(?P<day>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})|(?P<number>{_NUMBER})|(?P<flag>true|false)
        |\[(?P<list>{_STRING}(?:,\ {_STRING})*)\]
        |\{{\ (?P<table>[a-z]+\ =\ (?:{_NUMBER}|true|false)(?:,\ [a-z]+\ =\ (?:{_NUMBER}|true|false))*)\ \}}
    )
    |\[(?P<one>[a-z0-9-]+(?:\.[a-z0-9-]+)?)\]|\[\[(?P<many>[a-z0-9-]+(?:\.[a-z0-9-]+)?)\]\]""",
    re.VERBOSE,
)

Row = tuple[str, str, str, str, str]
"""Kind, id, division, digest, heading; empty where it is not there."""


class Split(NamedTuple):
    """A version's file, its list of parts set apart; `rows` is empty where it is not plainly written."""

    head: str
    rows: list[Row]


def split(source: str) -> Split:
    """The head of a `version.toml` and its parts; where those are not the last in it, all is head."""
    before, found, after = source.partition(_HEAD)
    if not found or "contents" in before:
        return Split(source, [])
    parts = _HEAD[1:] + after
    rows = _PART.findall(parts)
    # every line is one of a part or empty: nothing stands between two parts that the expression passed over
    lines = 4 * len(rows) + sum(1 for row in rows if row[2]) + parts.count("\n\n")
    if not rows or lines != parts.count("\n") or not parts.endswith("\n"):
        return Split(source, [])
    return Split(before + "\n", rows)


def load(source: str) -> dict[str, Any]:
    """What `tomllib.loads` gives for `source`, always. Raises `tomllib.TOMLDecodeError`."""
    head, rows = split(source)
    data = _plain(head)
    if data is None:
        import tomllib  # half a dozen modules, for the few files written otherwise

        data = tomllib.loads(head)
    if rows:
        data["contents"] = [{k: v for k, v in zip(_KEYS, row, strict=True) if v} for row in rows]
    return data


def _plain(source: str) -> dict[str, Any] | None:
    """The data of a text that holds nothing but lines as the archive writes them; else None."""
    data: dict[str, Any] = {}
    here = data
    for line in source.split("\n"):
        if not line:
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            return None
        name = match["key"]
        if name is None:
            table = _opened(data, match)
            if table is None:
                return None
            here = table
            continue
        value = _value(match)
        if value is None or name in here:
            return None
        here[name] = value
    return data


def _opened(data: dict[str, Any], match: re.Match[str]) -> dict[str, Any] | None:
    """The new table that a header begins; None where its name is taken by something else."""
    outer, dot, inner = (match["one"] or match["many"]).partition(".")
    parent = data
    if dot:
        parent = data.setdefault(outer, {})
        if type(parent) is not dict:
            return None
    name = inner if dot else outer
    table: dict[str, Any] = {}
    if match["one"]:
        if name in parent:
            return None
        parent[name] = table
        return table
    tables = parent.setdefault(name, [])
    if type(tables) is not list or (tables and type(tables[-1]) is not dict):
        return None
    tables.append(table)
    return table


def _value(match: re.Match[str]) -> object:
    kind, text = match.lastgroup, match[str(match.lastgroup)]
    if kind == "string":
        return text[1:-1]
    if kind == "day":
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None
    if kind == "number":
        return int(text)
    if kind == "flag":
        return text == "true"
    if kind == "list":
        return text[1:-1].split('", "')
    pairs = [pair.split(" = ") for pair in text.split(", ")]
    table = {name: word == "true" if word in ("true", "false") else int(word) for name, word in pairs}
    return table if len(table) == len(pairs) else None

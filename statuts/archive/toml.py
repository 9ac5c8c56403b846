"""TOML with manners: every fault names its file and its line, and no key is ever passed over."""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from statuts.archive.load import load
from statuts.errors import ArchiveError
from statuts.language.invisible import named
from statuts.model.message import Value, msg
from statuts.model.names import LONGEST, NAMES_HINT, is_name

_AT_LINE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")
_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\- ]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*["']?([\w\-]+)["']?\s*(?:\.[\w.\-]+\s*)?=""")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_SHARE = re.compile(r"([1-9]\d?)/([1-9]\d?)")
_SHA256 = re.compile(r"[0-9a-f]{64}")

Step = str | int
E = TypeVar("E", bound=StrEnum)


def parse(source: str, file: str) -> "Table":
    """The top table of a TOML text. `file` names it in errors. Raises `ArchiveError`."""
    try:
        return Table(load(source), file, source)
    except ValueError as error:
        text = str(error)
        found = _AT_LINE.search(text)
        line = int(found[1]) if found and found[1] else source.count("\n") + 1
        raise ArchiveError(
            msg("{file}, line {line}: this is not valid TOML.", file=file, line=line),
            msg("mend that line ({reason})", reason=_AT_LINE.sub("", text)),
        ) from None
    except RecursionError:
        raise ArchiveError(
            msg("{file}, line {line}: this is not valid TOML.", file=file, line=1),
            msg("values are nested too deep"),
        ) from None


class Table:
    """One table of a TOML file. Read its keys, then `close` it: what was not asked for is a mistake."""

    def __init__(self, data: dict[str, Any], file: str, source: str, path: tuple[Step, ...] = ()) -> None:
        self._data = data
        self._file = file
        self._source = source
        self._path = path
        self._known: set[str] = set()

    def at(self, key: str) -> dict[str, Value]:
        """`file` and `line` of a key, for a message; the line of this table where the key is absent."""
        return {"file": self._file, "line": _line_of(self._source, (*self._path, key))}

    def _get(self, key: str, kind: type, expected: str) -> Any:
        self._known.add(key)
        value = self._data.get(key)
        # `type` and not isinstance: for Python true is a number, and a date with an hour is a date.
        if value is None or type(value) is kind:
            return value
        raise self._wrong(key, expected)

    def _wrong(self, key: str, expected: str) -> ArchiveError:
        return ArchiveError(
            msg("{file}, line {line}: the value of “{key}” is of the wrong kind.", **self.at(key), key=key),
            msg("write it like this: {key} = {expected}", key=key, expected=expected),
        )

    def _required(self, key: str, value: Any) -> Any:
        if value in (None, ""):
            raise self.missing(key)
        return value

    def missing(self, key: str) -> ArchiveError:
        """The error that says so, for a key that must be there."""
        return ArchiveError(
            msg("{file}, line {line}: “{key}” is missing.", **self.at(key), key=key),
            msg("add it, or take the file again from a copy of the archive"),
        )

    def text(self, key: str) -> str:
        """A string; empty where the key is absent."""
        return self._get(key, str, '"…"') or ""

    def needed(self, key: str) -> str:
        """A string that must be there."""
        return str(self._required(key, self.text(key)))

    def number(self, key: str) -> int | None:
        """A count, never negative; None where the key is absent."""
        value: int | None = self._get(key, int, "12")
        if value is not None and value < 0:
            raise self._wrong(key, "12")
        return value

    def flag(self, key: str) -> bool | None:
        """True or false; None where the key is absent."""
        value: bool | None = self._get(key, bool, "true")
        return value

    def day(self, key: str) -> date | None:
        """A date; None where the key is absent."""
        value: date | None = self._get(key, date, "2021-06-21")
        return value

    def name(self, key: str) -> str:
        """An id that must be there."""
        return self._check_name(self.needed(key), key)

    def names(self, key: str) -> tuple[str, ...]:
        """A list of ids; empty where the key is absent."""
        items = self._get(key, list, '["…", "…"]') or []
        if not all(isinstance(item, str) for item in items):
            raise self._wrong(key, '["…", "…"]')
        return tuple(self._check_name(item, key) for item in items)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings; empty where the key is absent."""
        items = self._get(key, list, '["…", "…"]') or []
        if not all(isinstance(item, str) for item in items):
            raise self._wrong(key, '["…", "…"]')
        return tuple(items)

    def _check_name(self, word: str, key: str) -> str:
        if is_name(word):
            return word
        raise ArchiveError(
            msg(
                "{file}, line {line}: “{name}” cannot be a name.", **self.at(key), name=named(word[:LONGEST])
            ),
            NAMES_HINT,
        )

    def sha256(self, key: str) -> str:
        """A SHA-256 in hexadecimal; empty where the key is absent."""
        value = self.text(key)
        if value and not _SHA256.fullmatch(value):
            raise self._wrong(key, '"0123…cdef" (SHA-256)')
        return value

    def needed_sha256(self, key: str) -> str:
        """A SHA-256 in hexadecimal, that must be there."""
        return str(self._required(key, self.sha256(key)))

    def colour(self, key: str) -> str:
        """A colour as `#rrggbb`; empty where the key is absent."""
        value = self.text(key)
        if value and not _COLOUR.fullmatch(value):
            raise self._wrong(key, '"#1f4e79"')
        return value

    def share(self, key: str) -> str:
        """A fraction such as « 2/3 », at most one; empty where the key is absent."""
        value = self.text(key)
        match = _SHARE.fullmatch(value)
        if value and not (match and 0 < int(match[1]) <= int(match[2])):
            raise self._wrong(key, '"2/3"')
        return value

    def choice(self, key: str, kind: type[E]) -> E | None:
        """One word of a closed list; None where the key is absent."""
        value = self.text(key)
        if not value:
            return None
        try:
            return kind(value)
        except ValueError:
            words = ", ".join(kind)
            raise ArchiveError(
                msg("{file}, line {line}: “{name}” is not known here.", **self.at(key), name=value),
                msg("one of: {words}", words=words),
            ) from None

    def chosen(self, key: str, kind: type[E]) -> E:
        """One word of a closed list, that must be there."""
        value: E = self._required(key, self.choice(key, kind))
        return value

    def table(self, key: str) -> "Table | None":
        """The table below; None where the key is absent."""
        value = self._get(key, dict, "{ … }")
        return None if value is None else self._below(value, key)

    def needed_table(self, key: str) -> "Table":
        """The table below, that must be there."""
        found: Table = self._required(key, self.table(key))
        return found

    def tables(self, key: str) -> Iterator["Table"]:
        """The tables of a list `[[key]]`, in order."""
        for position, value in enumerate(self._get(key, list, "[{ … }]") or ()):
            if not isinstance(value, dict):
                raise self._wrong(key, "[{ … }]")
            yield self._below(value, key, position)

    def below(self, key: str) -> Iterator[tuple[str, "Table"]]:
        """The tables `[key.ID]`, with their ids, in order."""
        for name, value in (self._get(key, dict, "{ … }") or {}).items():
            self._check_name(name, key)
            if not isinstance(value, dict):
                raise self._wrong(key, "{ … }")
            yield name, self._below(value, key, name)

    def _below(self, data: dict[str, Any], *steps: Step) -> "Table":
        return Table(data, self._file, self._source, (*self._path, *steps))

    def check_format(self) -> None:
        """Refuse a file of another edition of the format than 1."""
        edition = self._required("format", self.number("format"))
        if edition != 1:
            raise ArchiveError(
                msg(
                    "{file}, line {line}: format {format} is not read by this program.",
                    **self.at("format"),
                    format=edition,
                ),
                msg("install a newer version of statuts"),
            )

    def close(self) -> None:
        """Raise `ArchiveError` at the first key that nobody asked for."""
        for key in self._data:
            if key not in self._known:
                from difflib import get_close_matches  # only a slip of the pen pays for it

                near = get_close_matches(key, self._known, 1)
                raise ArchiveError(
                    msg("{file}, line {line}: “{name}” is not known here.", **self.at(key), name=key),
                    msg("did you mean “{name}”?", name=near[0])
                    if near
                    else msg("one of: {words}", words=", ".join(sorted(self._known))),
                )


def _line_of(source: str, path: tuple[Step, ...]) -> int:
    """The line (from 1) of the key at `path`; where it has none, of the nearest table around it.

    Reads lines, not TOML: the text is already known to be valid, and a line inside a long string that
    looks like a key can only make the line shown less exact.
    """
    best, depth = 1, 0
    here: tuple[Step, ...] = ()
    counts: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(source.split("\n"), 1):
        if header := _HEADER.match(line):
            names = tuple(part.strip() for part in header[2].split("."))
            if header[1] == "[[":
                counts[names] = counts.get(names, -1) + 1
            here = _with_positions(names, counts)
            found = here
        elif key := _KEY.match(line):
            found = (*here, key[1])
        else:
            continue
        if len(found) > depth and found == path[: len(found)]:
            best, depth = number, len(found)
    return best


def _with_positions(names: tuple[str, ...], counts: dict[tuple[str, ...], int]) -> tuple[Step, ...]:
    steps: list[Step] = []
    for end, name in enumerate(names, 1):
        steps.append(name)
        if names[:end] in counts:
            steps.append(counts[names[:end]])
    return tuple(steps)

"""Texts from files, results to files: whole, or not at all."""

import codecs
import sys
from contextlib import suppress
from pathlib import Path

from statuts.errors import InputError, OutputError
from statuts.i18n import _
from statuts.model.message import msg

MAX_BYTES = 10_000_000
"""Larger files are refused: no statutes are that long, and every cost downstream is bounded by it."""

# First bytes of formats people have; said by name, since « binary » would not help them.
_SIGNATURES = {
    b"%PDF-": "PDF",
    b"PK\x03\x04": "DOCX, ODT (ZIP)",
    b"\xd0\xcf\x11\xe0": "DOC (Word 97–2003)",
    b"{\\rtf": "RTF",
}


def read_text(path: Path, encoding: str | None = None) -> str:
    """The text of a file, every byte of it: line ends and a leading mark are kept.

    Raises `InputError` where the file is missing, a folder, empty, too large, of a format that is not
    read, or not in `encoding` (UTF-8 unless told).
    """
    return _decode(read_bytes(path), str(path), encoding)


_FOREIGN = frozenset(
    {".docx", ".docm", ".odt", ".fodt", ".pdf", ".html", ".htm", ".xhtml", ".doc", ".rtf", ".tex"}
)
"""Ends of the names of files that other programs write."""


def is_foreign(path: Path) -> bool:
    """Whether another program's reader is wanted, by the name, or by the first bytes where the name lies."""
    if path.suffix.lower() in _FOREIGN:
        return True
    try:
        with path.open("rb") as file:
            return file.read(8).startswith(tuple(_SIGNATURES))
    except OSError:
        return False  # told by whoever reads it


def read_stdin(encoding: str | None = None) -> str:
    """The text on standard input. Raises `InputError` as `read_text` does."""
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    name = _("(standard input)")
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    if not data.strip():
        raise _empty(name)
    return _decode(data, name, encoding)


def _decode(data: bytes, name: str, encoding: str | None) -> str:
    for signature, format_name in _SIGNATURES.items():
        if data.startswith(signature):
            raise InputError(
                msg(
                    "“{file}” is a {format} file: it cannot be read here.",
                    file=name,
                    format=format_name,
                ),
                msg("turn it into Markdown first: statuts import FILE -o text.md"),
            )
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and encoding is None:
        raise _other_encoding(name, "UTF-16", "utf-16")
    if b"\x00" in data and encoding is None:
        raise InputError(
            msg("“{file}” is not a text: it holds binary data.", file=name),
            msg("a text file is expected: Markdown (.md), or plain text in UTF-8"),
        )
    try:
        return data.decode(encoding or "utf-8")
    except LookupError:
        raise InputError(
            msg("“{encoding}” is not a known encoding.", encoding=str(encoding)),
            msg("for example: --encoding windows-1252"),
        ) from None
    except UnicodeDecodeError:
        if encoding:
            raise InputError(
                msg("“{file}” cannot be read as {encoding}.", file=name, encoding=encoding),
                msg("leave out --encoding to read it as UTF-8"),
            ) from None
        raise _other_encoding(name, "Windows-1252 (Latin 1)", "windows-1252") from None


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises `InputError` where it is missing, a folder, empty or too large."""
    try:
        if path.is_dir():
            raise InputError(
                msg("“{file}” is a folder, not a file.", file=str(path)), msg("name the file inside it")
            )
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(str(path))
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError(
            msg("“{file}” does not exist.", file=str(path)), msg("check the spelling of the file's name")
        ) from None
    except OSError as error:
        raise InputError(
            msg("“{file}” cannot be read: {reason}.", file=str(path), reason=error.strerror or str(error)),
            msg("check the rights on the file"),
        ) from None
    if not data.strip():
        raise _empty(str(path))
    return data


def _too_large(name: str) -> InputError:
    return InputError(
        msg("“{file}” is larger than {limit} MB.", file=name, limit=MAX_BYTES // 1_000_000),
        msg("statutes are never that long: check that this is the right file"),
    )


def _empty(name: str) -> InputError:
    return InputError(msg("“{file}” is empty.", file=name), msg("name a file that holds a text"))


def _other_encoding(file: str, name: str, option: str) -> InputError:
    return InputError(
        msg("“{file}” is not in UTF-8; it looks like {encoding}.", file=file, encoding=name),
        msg("try again with --encoding {option}", option=option),
    )


def write_file(target: Path, data: bytes) -> None:
    """Write a whole file or nothing: a full disk leaves what was there before."""
    from tempfile import NamedTemporaryFile  # only what writes pays for it

    temporary: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=target.parent, prefix=".statuts-", delete=False) as handle:
            temporary = Path(handle.name)
            handle.write(data)
        temporary.chmod(0o644)
        temporary.replace(target)
    except OSError as error:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()
        raise OutputError(
            msg(
                "“{file}” cannot be written: {reason}.", file=str(target), reason=error.strerror or str(error)
            ),
            msg("choose another place with -o"),
        ) from None

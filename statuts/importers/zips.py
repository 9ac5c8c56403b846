"""The only way into a zip: everything that makes one dangerous is refused before a member is unpacked."""

import re
import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from statuts.errors import InputError
from statuts.model.message import Message, msg

MAX_ENTRIES = 2_000
MAX_ENTRY = 20_000_000
MAX_TOTAL = 50_000_000
MAX_RATIO = 200
MAX_NAME = 255
_SMALL = 1_000_000  # below, a ratio says nothing: an empty page packs very well

_ENTRY_SIGN = b"PK\x01\x02"
_LOCAL_HEADER = 30
_OLE_SIGN = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)
_ABSOLUTE_OR_CLIMBING = re.compile(r"^/|^[A-Za-z]:|\\|(?:^|/)\.\.(?:/|$)|[\x00-\x1f\x7f]")


class Package:
    """The members of one file, unpacked only when asked for, and never more than `MAX_TOTAL` of them."""

    def __init__(self, opened: ZipFile) -> None:
        self._opened = opened
        self._entries = {entry.orig_filename.lower(): entry for entry in opened.infolist()}
        self._unpacked = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all members, as written, in the order of the file."""
        return tuple(entry.orig_filename for entry in self._entries.values())

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def get(self, name: str) -> bytes | None:
        """The bytes of a member, capitals in its name apart; None where there is none."""
        entry = self._entries.get(name.lower())
        if entry is None:
            return None
        limit = min(MAX_ENTRY, MAX_TOTAL - self._unpacked)
        try:
            with self._opened.open(entry) as member:
                content = member.read(limit + 1)
        except _BROKEN as fault:
            raise _damaged() from fault
        if len(content) > limit:
            raise _too_large()
        if len(content) != entry.file_size:
            raise _damaged()
        self._unpacked += len(content)
        return content

    def read(self, name: str) -> bytes:
        """The bytes of a member that must be there."""
        content = self.get(name)
        if content is None:
            raise InputError(
                msg("A part of the file is missing: “{name}”.", name=name),
                msg("copy or download the file again"),
            )
        return content


def members(data: bytes) -> Package:
    """The members of a zip that is safe to read; anything else is refused, with a reason."""
    if not data.startswith(b"PK\x03\x04"):
        raise _no_zip(data)
    if len(data) > MAX_TOTAL:
        raise _too_large()
    if data.count(_ENTRY_SIGN) > 10 * MAX_ENTRIES:  # a file stored inside may hold signs of its own
        raise _too_many()
    try:
        opened = ZipFile(BytesIO(data))
    except _BROKEN as fault:
        raise _damaged() from fault
    entries = opened.infolist()
    if len(entries) > MAX_ENTRIES:
        raise _too_many()
    _check_names(entries)
    _check_sizes(entries)
    _check_places(data, entries, opened.start_dir)
    return Package(opened)


def _check_names(entries: list[ZipInfo]) -> None:
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        if len(name) > MAX_NAME or _ABSOLUTE_OR_CLIMBING.search(name):
            raise _refused(
                msg("The file holds a member with a dangerous name: “{name}”.", name=ascii(name[:80])[1:-1])
            )
        if name.lower() in seen:
            raise _refused(msg("The file holds two members with the same name: “{name}”.", name=name))
        seen.add(name.lower())


def _check_sizes(entries: list[ZipInfo]) -> None:
    for entry in entries:
        if entry.flag_bits & 0x41:
            raise InputError(
                msg("The file is protected by a password."),
                msg("open it, save it without a password, and try again"),
            )
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise _refused(msg("The file is packed in a way that documents never are."))
        if entry.file_size > MAX_ENTRY:
            raise _too_large()
        if entry.file_size > max(_SMALL, MAX_RATIO * entry.compress_size):
            raise _refused(msg("The file would swell beyond measure once unpacked."))
    if sum(entry.file_size for entry in entries) > MAX_TOTAL:
        raise _too_large()


def _check_places(data: bytes, entries: list[ZipInfo], start: int) -> None:
    """Each member's bytes are its own: members that share them unpack to far more than the file holds."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        head = data[entry.header_offset : entry.header_offset + _LOCAL_HEADER]
        if entry.header_offset < end or len(head) < _LOCAL_HEADER:
            raise _refused(msg("Members of the file overlap."))
        name, extra = struct.unpack("<HH", head[26:])
        end = entry.header_offset + _LOCAL_HEADER + name + extra + entry.compress_size
        if end > start:
            raise _refused(msg("Members of the file overlap."))


_OTHERS = (
    (re.compile(rb"%PDF-"), msg("This is a PDF file, whatever its name says.")),
    (re.compile(rb"\{\\rtf"), msg("This is an RTF file, whatever its name says.")),
    (
        re.compile(rb"\s*<(?:!doctype\s+html|html|head|body)\b", re.I),
        msg("This is a web page, whatever its name says."),
    ),
)


def _no_zip(data: bytes) -> InputError:
    if not data:
        return InputError(msg("The file is empty."), msg("copy or download the file again"))
    if data.startswith(_OLE_SIGN):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return InputError(
                msg("The file is protected by a password."),
                msg("open it, save it without a password, and try again"),
            )
        return InputError(
            msg("This is a file of an old Word (.doc)."),
            msg("open it, save it as .docx or .odt, and try again"),
        )
    head = data[:1024].removeprefix(b"\xef\xbb\xbf")
    for sign, message in _OTHERS:
        if sign.match(head):
            return InputError(message, msg("give it the ending that fits, or save it as .docx or .odt"))
    return InputError(
        msg("This is neither a Word nor an OpenDocument file."),
        msg("open it, save it as .docx or .odt, and try again"),
    )


def _damaged() -> InputError:
    return InputError(msg("The file is damaged or cut short."), msg("copy or download the file again"))


def _too_many() -> InputError:
    return _refused(msg("The file holds more than {count} members.", count=MAX_ENTRIES))


def _too_large() -> InputError:
    return InputError(
        msg("The file is too large: more than {size} MB once unpacked.", size=MAX_TOTAL // 1_000_000),
        msg("take large pictures out of it, and try again"),
    )


def _refused(message: Message) -> InputError:
    return InputError(message, msg("open it in a word processor, save it anew, and try again"))

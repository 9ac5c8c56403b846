"""Files made to harm: each a zip, or nearly, that no reader may unpack, run past its bounds or believe."""

import struct
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

OLE_SIGN = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMB_NAME = "word/document.xml"


def zipped(parts: Mapping[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    """A zip of these members."""
    target = BytesIO()
    with ZipFile(target, "w", method) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return target.getvalue()


def flat_bomb(name: str = BOMB_NAME, size: int = 300_000_000) -> bytes:
    """One member of zeros: 300 MB in 300 kB."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as file, file.open(name, "w") as member:
        for _ in range(size // 1_000_000):
            member.write(bytes(1_000_000))
    return target.getvalue()


def many_medium(name: str = BOMB_NAME) -> bytes:
    """No member is too large, all of them are."""
    return zipped({name: b"<a/>", **{f"m{n}.xml": bytes(900_000) for n in range(80)}})


def forged(name: str = BOMB_NAME) -> bytes:
    """A bomb that says it holds ten bytes."""
    data = bytearray(flat_bomb(name, 100_000_000))
    size = struct.pack("<L", 100_000_000)
    while (at := data.find(size)) >= 0:
        data[at : at + 4] = struct.pack("<L", 10)
    return bytes(data)


def nested_bomb(name: str = BOMB_NAME) -> bytes:
    """A zip in a zip in a zip; what is asked for is no text either."""
    inner = flat_bomb("x", 20_000_000)
    for _ in range(5):
        inner = zipped({f"{n}.zip": inner for n in range(10)})
    return zipped({name: inner})


def overlapping(name: str = BOMB_NAME, count: int = 40) -> bytes:
    """Every member of the directory is the same bytes of the file."""
    content = zlib.compress(bytes(900_000), 9)[2:-4]
    crc = zlib.crc32(bytes(900_000))
    names = [name.encode(), *(b"%0*d" % (len(name), n) for n in range(count))]
    local = struct.pack("<4sHHHHHLLLHH", b"PK\3\4", 20, 0, 8, 0, 0, crc, len(content), 900_000, len(name), 0)
    data = local + name.encode() + content
    directory = b"".join(
        struct.pack(
            "<4sHHHHHHLLLHHHHHLL",
            b"PK\1\2",
            20,
            20,
            0,
            8,
            0,
            0,
            crc,
            len(content),
            900_000,
            len(n),
            0,
            0,
            0,
            0,
            0,
            0,
        )
        + n
        for n in names
    )
    end = struct.pack("<4sHHHHLLH", b"PK\5\6", 0, 0, len(names), len(names), len(directory), len(data), 0)
    return data + directory + end


def quoted(name: str = BOMB_NAME, count: int = 40) -> bytes:
    """Each member holds the headers of those after it as stored blocks, and all end in one kernel."""
    kernel = zlib.compress(bytes(900_000), 9)[2:-4]
    full, offset = b"", 0
    headers: list[tuple[bytes, int, int, int, int]] = []
    names = [name.encode(), *(b"%04d" % n for n in range(count))]
    # from the last to the first, as each quotes what follows it
    body, plain = kernel, bytes(900_000)
    for n in reversed(names):
        crc = zlib.crc32(plain)
        local = (
            struct.pack("<4sHHHHHLLLHH", b"PK\3\4", 20, 0, 8, 0, 0, crc, len(body), len(plain), len(n), 0) + n
        )
        headers.append((n, crc, len(body), len(plain), len(local)))
        full = local + body
        body = b"\x00" + struct.pack("<HH", len(local), len(local) ^ 0xFFFF) + full
        plain = local + plain
    directory = b""
    for n, crc, packed, size, length in reversed(headers):
        directory += (
            struct.pack(
                "<4sHHHHHHLLLHHHHHLL",
                b"PK\1\2",
                20,
                20,
                0,
                8,
                0,
                0,
                crc,
                packed,
                size,
                len(n),
                0,
                0,
                0,
                0,
                0,
                offset,
            )
            + n
        )
        offset += length + 5
    end = struct.pack("<4sHHHHLLH", b"PK\5\6", 0, 0, len(names), len(names), len(directory), len(full), 0)
    return full + directory + end


def many_entries(count: int = 60_000) -> bytes:
    """So many members that listing them is the harm."""
    return zipped({f"{n}": b"" for n in range(count)}, ZIP_STORED)


def twice(name: str = BOMB_NAME) -> bytes:
    """Two members of one name: which one is shown depends on who reads."""
    one = zipped({name: b"<a/>", name[:-1] + "\x01": b"<b/>"})
    return one.replace((name[:-1] + "\x01").encode(), name.encode())


def named(name: str) -> bytes:
    """A member that wants to be written elsewhere."""
    return zipped({BOMB_NAME: b"<a/>", name.replace("\0", "\1"): b"x"}).replace(
        name.replace("\0", "\1").encode(), name.encode()
    )


def encrypted_zip() -> bytes:
    """A zip whose members say they are encrypted."""
    data = bytearray(zipped({BOMB_NAME: b"<a/>"}))
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    return bytes(data)


def encrypted_ole() -> bytes:
    """What Word writes where a document has a password."""
    return OLE_SIGN + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(2000)


CLIMBING = (
    "../evil.txt",
    "word/../../evil.txt",
    "/etc/evil",
    "C:\\evil.txt",
    "C:/evil",
    "a\\b",
    "a\0b",
    "..",
    "a" * 60_000,
)

BOMBS: dict[str, Callable[[], bytes]] = {
    "flat": flat_bomb,
    "many medium": many_medium,
    "forged sizes": forged,
    "nested": nested_bomb,
    "overlapping": overlapping,
    "quoted overlap": quoted,
    "many entries": many_entries,
    "one name twice": twice,
    "encrypted zip": encrypted_zip,
    "encrypted by Word": encrypted_ole,
    "old Word": lambda: OLE_SIGN + "WordDocument".encode("utf-16-le") + bytes(2000),
    "cut short": lambda: zipped({BOMB_NAME: b"<a/>" * 1000})[:-30],
    "a PDF": lambda: b"%PDF-1.7\n" + bytes(1000),
    "a web page": lambda: b"\xef\xbb\xbf<!DOCTYPE html><html><body>bonjour</body></html>",
    "RTF": lambda: rb"{\rtf1 bonjour}",
    "text": lambda: b"bonjour",
    "nothing": lambda: b"",
    **{f"name {name[:20]!r}": (lambda name=name: named(name)) for name in CLIMBING},
}

"""Whatever makes a zip or a part of it dangerous is refused, at once, with words."""

import time
import tracemalloc

import pytest
from budget import in_time
from hostile import BOMBS, zipped

from statuts.errors import InputError
from statuts.importers.xml import parsed
from statuts.importers.zips import members

BILLION = b'<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;">]><a>&y;</a>'
DECLARED = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
ENCODED = {
    "utf-8": DECLARED.encode(),
    "utf-8 with mark": b"\xef\xbb\xbf" + DECLARED.encode(),
    "utf-16": DECLARED.encode("utf-16"),
    "utf-16-be": DECLARED.encode("utf-16-be"),
    "utf-16-le": DECLARED.encode("utf-16-le"),
    "utf-32": DECLARED.encode("utf-32"),
    "utf-32-be": DECLARED.encode("utf-32-be"),
    "utf-7": b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a><a/>',
    "ebcdic": DECLARED.replace("?>", ' encoding="cp037"?>').encode("cp037"),
    "across a read border": b"<!--" + b" " * 8185 + b"--><!DOCTYPE a><a/>",
    "across another": b" " * 32760 + b"<!DOCTYPE a><a/>",
    "billion laughs": BILLION,
    "external": b'<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a/>',
    "small letters": b"<!doctype a><a/>",
}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_zip_made_to_harm_is_refused_at_once(kind: str) -> None:
    data = BOMBS[kind]()
    tracemalloc.start()
    start = time.process_time()
    try:
        with pytest.raises(InputError) as refused:
            parsed(members(data).read("word/document.xml"), "word/document.xml")
        assert in_time(time.process_time() - start, 1)
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()
    assert refused.value.hint
    assert str(refused.value).isprintable()


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("flat", "too large"),
        ("many medium", "too large"),
        ("overlapping", "overlap"),
        ("quoted overlap", "overlap"),
        ("many entries", "members"),
        ("one name twice", "same name"),
        ("encrypted zip", "password"),
        ("encrypted by Word", "password"),
        ("old Word", "old Word"),
        ("a PDF", "PDF"),
        ("a web page", "web page"),
        ("RTF", "RTF"),
        ("nothing", "empty"),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_unpacked(kind: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        members(BOMBS[kind]())


def test_a_bomb_that_lies_about_its_size_or_swells_too_much_is_refused() -> None:
    with pytest.raises(InputError, match="damaged"):
        members(BOMBS["forged sizes"]()).read("word/document.xml")
    with pytest.raises(InputError, match="swell"):
        members(zipped({"a": bytes(5_000_000)}))


@pytest.mark.parametrize("kind", ENCODED)
def test_a_part_that_declares_anything_is_refused(kind: str) -> None:
    with pytest.raises(InputError):
        parsed(ENCODED[kind], "word/document.xml")


@pytest.mark.parametrize(
    "content",
    [
        b"<a>" * 200 + b"</a>" * 200,
        b"<a>" * 5000 + b"</a>" * 5000,
        b"<a>" + b"<b/>" * 500_000 + b"</a>",
        b"<a " + b" ".join(b'b%d="1"' % n for n in range(900_000)) + b"/>",
        b"<a>" + b"x" * 15_000_000 + b"</a>",
        b"<a>&nbsp;</a>",
        b"<a",
        b"",
        b"\xff\xfe<",
        b"<a>\xff</a>",
        b"<a>&#0;</a>",
    ],
    ids=range(11),
)
def test_a_part_beyond_its_bounds_or_broken_is_refused_at_once(content: bytes) -> None:
    start = time.process_time()
    with pytest.raises(InputError):
        parsed(content, "word/document.xml")
    assert in_time(time.process_time() - start, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_part_is_read_in_every_encoding_of_unicode(encoding: str) -> None:
    text = '<?xml version="1.0" encoding="{}"?><a>é<!-- no -->à</a>'.format(encoding.replace("-sig", ""))
    assert parsed(text.encode(encoding), "a").text == "éà"


def test_members_are_found_and_only_those_asked_for_are_unpacked() -> None:
    package = members(zipped({"word/document.xml": b"<a/>", "inside.zip": zipped({"x": b"y"})}))
    assert package.names == ("word/document.xml", "inside.zip")
    assert package.read("Word/Document.XML") == b"<a/>"
    assert package.get("absent") is None
    with pytest.raises(InputError, match="missing"):
        package.read("absent")

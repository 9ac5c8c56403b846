"""`statuts accept` and `statuts reject`, through the front door."""

import io
import json
import sys
from pathlib import Path

import pytest

from statuts.cli import run
from statuts.diff.compare import compare
from statuts.markdown.read import read
from statuts.model.redline import ChangeClass
from statuts.render.critic import render as critic
from statuts.render.json import to_json

OLD = "# Article 1\r\n\r\nUn espace {++neutre++}.\r\n"
NEW = "# Article 1\r\n\r\nUn espace {++apartisan++}.\r\n"
FAULTY = "Un espace **neutre** **apartisan**.\n"

Capture = pytest.CaptureFixture[bytes]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STATUTS_LANG", "en")


def file(text: str) -> str:
    Path("redline").write_bytes(text.encode())
    return "redline"


@pytest.mark.parametrize("notation", ["json", "critic"])
def test_both_texts_come_out_byte_for_byte(notation: str, capfdbinary: Capture) -> None:
    redline = compare(read(OLD), read(NEW))
    text = to_json(redline, str) if notation == "json" else critic(redline, frozenset(ChangeClass))
    for verb, expected in (("accept", NEW), ("reject", OLD)):
        assert run([verb, file(text)]) == 0
        out, err = capfdbinary.readouterr()
        assert (out, err) == (expected.encode(), b"")


def test_the_text_goes_to_standard_output_and_the_findings_to_standard_error(capfdbinary: Capture) -> None:
    assert run(["accept", file(FAULTY)]) == 0
    out, err = capfdbinary.readouterr()
    assert out == b"Un espace neutre apartisan.\n"
    assert err.decode().startswith("redline:1: “neutre apartisan”")
    assert err.decode().endswith("(bold-beside-bold)\n")


def test_strict_turns_findings_into_exit_code_1() -> None:
    assert run(["reject", "--strict", file(FAULTY)]) == 1
    assert run(["reject", "--strict", file("Un espace ~~neutre~~ **apartisan**.\n")]) == 0


def test_the_report_can_be_json(capfdbinary: Capture) -> None:
    run(["accept", "--json", file(FAULTY)])
    report = json.loads(capfdbinary.readouterr().err)
    assert report["input_format"] == "markdown"
    assert [(f["line"], f["code"]) for f in report["findings"]] == [(1, "bold-beside-bold")]


def test_a_text_without_marks_is_given_back_with_a_note(capfdbinary: Capture) -> None:
    assert run(["accept", file("Un texte.\n")]) == 0
    out, err = capfdbinary.readouterr()
    assert out == b"Un texte.\n"
    assert b"no tracked changes" in err


def test_the_notation_can_be_said(capfdbinary: Capture) -> None:
    assert run(["accept", "--input-format", "markdown", file("{++ ~~a~~ **b**\n")]) == 0
    assert capfdbinary.readouterr().out == b"{++ b\n"


def test_the_result_can_be_written_to_a_file() -> None:
    assert run(["accept", file("~~a~~ **b**\n"), "-o", "texte.md"]) == 0
    assert Path("texte.md").read_bytes() == b"b\n"


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capfdbinary: Capture) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("{--é--}{++è++}".encode())))
    assert run(["accept", "-"]) == 0
    assert capfdbinary.readouterr().out == "è".encode()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("un\n{++deux", "Line 2"),
        ('{"format": "statuts-redline", "version": 1', "not JSON"),
        ('{"format": "statuts-redline", "version": 1}', "old"),
        ("", "empty"),
    ],
)
def test_bad_input_is_one_message_with_a_hint_and_nothing_is_written(
    content: str, says: str, capfdbinary: Capture
) -> None:
    assert run(["accept", file(content), "-o", "texte.md"]) == 2
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert says in err.decode()
    assert "Hint:" in err.decode()
    assert not Path("texte.md").exists()


@pytest.mark.parametrize("verb", ["accept", "reject"])
def test_help_shows_an_example(verb: str, capfdbinary: Capture) -> None:
    assert run([verb, "--help"]) == 0
    assert f"statuts {verb} redline.md" in capfdbinary.readouterr().out.decode()

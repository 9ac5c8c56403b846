"""What people read is French, all of it, set as a printer would set it; English is there for who asks."""

import gettext
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import messages
import pytest
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo

from statuts import i18n
from statuts.cli import VERBS, VerbGroup, group, run
from statuts.model.message import msgn

Capture = pytest.CaptureFixture[str]

LONG_ENOUGH = 12
"""Characters from which an English message can be told from a word that French has too."""


def _all() -> list[Message]:
    return [message for message in messages.stored() if message.id]


def _forms(message: Message) -> list[tuple[str, str]]:
    """English and French, one pair a grammatical number."""
    if isinstance(message.id, tuple):
        return list(zip(message.id, message.string, strict=True))
    return [(message.id, message.string)]


def _command_paths() -> list[list[str]]:
    paths: list[list[str]] = [[]]
    root = group()
    assert isinstance(root, VerbGroup)
    for verb in VERBS:
        paths.append([verb])
        command = root.get_command(click.Context(root), verb)
        if isinstance(command, click.Group):
            paths += [[verb, kind] for kind in command.commands]
    return paths


@pytest.fixture(autouse=True)
def spoken(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test speaks French until it asks otherwise, and leaves the process as it found it."""
    before = i18n.current_language()
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setenv("STATUTS_LANG", "fr")
    yield
    i18n.set_language(before)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def test_every_message_of_the_code_and_the_templates_is_in_french() -> None:
    assert messages.problems() == []


def test_every_french_message_is_set_as_a_printer_sets_it() -> None:
    faults = [(french, messages.typography(french)) for m in _all() for _, french in _forms(m)]
    assert [fault for fault in faults if fault[1]] == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("l'objet", "straight apostrophe"),
        ("Vraiment ?", "thin no-break space before ; ! ?"),
        ("Vraiment?", "thin no-break space before ; ! ?"),
        ("Vraiment\u00a0?", "thin no-break space before ; ! ?"),
        ("Erreur : non", "no-break space before :"),
        ("Erreur: non", "no-break space before :"),
        ("« oui\u00a0»", "no-break space inside « »"),
        ("«\u00a0oui »", "no-break space inside « »"),
        ("“oui”", "« » for quotation marks"),
    ],
)
def test_a_fault_of_typography_is_named(text: str, fault: str) -> None:
    assert fault in messages.typography(text)


@pytest.mark.parametrize(
    "text", ["l’objet\u202f; non\u202f?", "Voyez\u00a0: «\u00a0oui\u00a0»", "TEXTE:VERSION, ./a:b"]
)
def test_what_is_set_well_is_left_alone(text: str) -> None:
    assert messages.typography(text) == []


def test_french_fills_in_every_value_that_english_fills_in() -> None:
    def places(text: str) -> set[str]:
        return set(re.findall(r"%\(\w+\)|\{\w+\}", text.replace("!r}", "}")))

    pairs = [pair for message in _all() for pair in _forms(message)]
    assert [pair for pair in pairs if places(pair[0]) != places(pair[1])] == []


def test_every_french_message_can_be_filled_in() -> None:
    for message in _all():
        for english, french in _forms(message):
            values = dict.fromkeys(re.findall(r"\{(\w+)", english), "x")
            if values and "{++new++}" not in english:
                assert "{x" not in french.format(**values)


def test_the_compiled_catalogue_is_that_of_the_source(tmp_path: Path) -> None:
    fresh = tmp_path / "statuts.mo"
    with fresh.open("wb") as out:
        write_mo(out, messages.stored())
    with fresh.open("rb") as made, messages.PO.with_suffix(".mo").open("rb") as used:
        one, other = gettext.GNUTranslations(made), gettext.GNUTranslations(used)
    for message in _all():
        for text, _ in _forms(message):
            assert other.gettext(text) == one.gettext(text), "run `make messages`"
        if isinstance(message.id, tuple):
            for count in (0, 1, 2):
                assert other.ngettext(*message.id, count) == one.ngettext(*message.id, count), (
                    "run `make messages`"
                )


@pytest.mark.parametrize("path", _command_paths(), ids=" ".join)
def test_the_help_holds_no_english_sentence(path: list[str], capsys: Capture) -> None:
    assert run([*path, "--help"]) == 0
    shown = _on_one_line(capsys.readouterr().out)
    assert shown.startswith("Utilisation : statuts")
    assert "Options : " in shown
    assert "Affiche cette aide." in shown
    for message in _all():
        for english, french in _forms(message):
            if len(english) > LONG_ENOUGH and english != french:
                assert _on_one_line(english) not in shown


@pytest.mark.parametrize("path", _command_paths(), ids=" ".join)
def test_the_help_is_in_english_for_who_asks(path: list[str], capsys: Capture) -> None:
    assert run(["--lang", "en", *path, "--help"]) == 0
    shown = _on_one_line(capsys.readouterr().out)
    assert shown.startswith("Usage: statuts")
    assert "Show this message and exit." in shown
    for message in _all():
        for english, french in _forms(message):
            if len(french) > LONG_ENOUGH and english != french:
                assert _on_one_line(french) not in shown


def test_english_is_what_the_code_says() -> None:
    english = i18n.translations("en")
    assert all(english.gettext(text) == text for message in _all() for text, _ in _forms(message))


MISTAKES = [
    ["compar"],
    ["compare"],
    ["compare", "--formt", "html"],
    ["compare", "--format", "x", "a.md", "b.md"],
    ["compare", "--full=1", "a.md", "b.md"],
    ["compare", "a.md", "b.md", "c.md", "d.md", "e.md"],
    ["compare", "a.md", "absent.md"],
    ["log", "nulle-part"],
    ["show", "2021-06-22"],
    ["show", "@hier"],
    ["show", "--article", "obj"],
    ["document", "proces-verbal"],
    ["document", "proposal", "anterieure", "2021-06-21", "--date", "demain"],
]


@pytest.mark.parametrize("arguments", MISTAKES, ids=" ".join)
def test_a_mistake_is_told_in_french_with_a_hint(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(messages.ROOT)
    assert run(arguments) == 2
    said = capsys.readouterr().err
    assert re.match("Erreur\u00a0: .+\nConseil\u00a0: .+", said)
    for message in _all():
        for english, french in _forms(message):
            if len(english) > LONG_ENOUGH and english != french and "{" not in english:
                assert english not in said


@pytest.mark.parametrize("arguments", [[], ["document"]], ids=str)
def test_a_command_without_its_verb_shows_what_there_is(arguments: list[str], capsys: Capture) -> None:
    assert run(arguments) == 2
    assert capsys.readouterr().err.startswith("Utilisation\u00a0: statuts")


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "fr"),
        ({"LANG": "C"}, "fr"),
        ({"LANG": "C.UTF-8"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "fr"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "STATUTS_LANG": "en"}, "en"),
    ],
)
def test_french_unless_the_locale_asks_for_english(
    variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("STATUTS_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert i18n.language_of_environment() == language


@pytest.mark.parametrize(("count", "said"), [(0, "0 mot ajouté"), (1, "1 mot ajouté"), (2, "2 mots ajoutés")])
def test_the_plural_begins_at_two(count: int, said: str) -> None:
    assert i18n.say(msgn("{count} word added", "{count} words added", count), "fr") == said


def test_a_checkout_that_was_never_installed_speaks_french(tmp_path: Path) -> None:
    source = Path(i18n.__file__).parent
    shutil.copytree(
        source, tmp_path / "statuts", ignore=shutil.ignore_patterns("*.mo", "__pycache__", "*.so")
    )
    (tmp_path / "old.md").write_text("Le siège est à Lyon.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "statuts", "compare", "old.md", "missing.md"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path), "LANG": "C", "STATUTS_LANG": "fr"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "n’existe pas" in done.stderr
    assert "Traceback" not in done.stderr

"""Whoever waits at a terminal is told so; a program that reads the output never is."""

import io
import sys
import time

import pytest

from statuts.cli import progress, results


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    monkeypatch.setattr(progress, "_BEAT", 0.01)


@pytest.mark.usefixtures("hasty")
def test_a_long_command_says_that_it_is_at_work_and_how_far(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with progress.waiting():
        progress.reached(7)
        while "7" not in screen.getvalue():
            time.sleep(0.001)
    assert screen.getvalue().endswith("\r\x1b[K"), "it is wiped away at the end"


@pytest.mark.usefixtures("hasty")
def test_nothing_is_said_once_the_result_is_written(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with progress.waiting():
        results.write_result("résultat\n", None)
        said = screen.getvalue()
        time.sleep(0.05)
    assert screen.getvalue() == said
    assert capfdbinary.readouterr().out == "résultat\n".encode()


@pytest.mark.usefixtures("hasty")
def test_where_there_is_no_terminal_nothing_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.waiting():
        time.sleep(0.05)
    assert capsys.readouterr().err == ""

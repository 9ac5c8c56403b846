"""LibreOffice as judge: what a file says once all its tracked changes are accepted, or rejected."""

import atexit
import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

SCRIPT = Path(__file__).parent / "libreoffice_script.py"
MAKER = Path(__file__).parent / "libreoffice_maker.py"
TYPIST = Path(__file__).parent / "libreoffice_typist.py"
PYTHON = "/usr/bin/python3"  # the system's: LibreOffice's bindings are installed for it alone
OFFICE = shutil.which("soffice")
ACCEPT, REJECT, AS_IT_IS = "accept", "reject", "keep"
_TRIES = 3
_SECONDS = 600


class Seen(NamedTuple):
    """A paragraph as LibreOffice has it: its words, its style, the mark of its list; whether in a table."""

    text: str
    style: str
    label: str
    in_table: bool


def missing() -> str:
    """Why there is no judge here; empty where there is one."""
    if OFFICE is None:
        return "no soffice here: apt-get install libreoffice-writer"
    command = [PYTHON, "-c", "import uno"]
    if not Path(PYTHON).exists() or subprocess.run(command, check=False, capture_output=True).returncode:
        return "no LibreOffice bindings for the system's Python here: apt-get install python3-uno"
    return ""


class LibreOffice:
    """One headless office with a profile of its own, started again if it falls over."""

    def __init__(self) -> None:
        self._home = tempfile.TemporaryDirectory(prefix="statuts-office-", ignore_cleanup_errors=True)
        self._pipe = f"statuts{os.getpid()}"
        self._office: subprocess.Popen[bytes] | None = None
        atexit.register(self.close)  # a run that fails half-way leaves no office behind

    def judge(self, files: Sequence[tuple[Path, str]]) -> list[list[Seen]]:
        """The paragraphs of each file in body order, after all its changes are accepted or rejected."""
        found: list[list[Seen]] = []
        tries = 0
        while len(found) < len(files):
            more = self._run(files[len(found) :])
            tries = 0 if more else tries + 1
            found += more
            if tries == _TRIES:
                raise RuntimeError(f"LibreOffice does not read {files[len(found)][0]}")
        return found

    def make(self, documents: Sequence[tuple[Path, Sequence[Sequence[object]]]]) -> None:
        """Type these documents, step by step, as `libreoffice_maker.Writer` names the steps, and save them."""
        self._start()
        jobs = "".join(json.dumps({"path": str(path), "steps": steps}) + "\n" for path, steps in documents)
        command = [PYTHON, str(MAKER), self._pipe]
        done = subprocess.run(
            command, input=jobs, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
        if done.returncode:
            raise RuntimeError(done.stderr)

    def typed(
        self, documents: Sequence[tuple[Path, Sequence[tuple[str, Sequence[object], object]]]]
    ) -> list[tuple[list[Seen], list[Seen]]]:
        """Type these documents as `libreoffice_typist.Typist` names the steps, changes recorded, and save them:
        the paragraphs each had before its first change, and those it has once all are accepted.
        """
        self._start()
        jobs = "".join(json.dumps({"path": str(path), "steps": steps}) + "\n" for path, steps in documents)
        command = [PYTHON, str(TYPIST), self._pipe]
        done = subprocess.run(
            command, input=jobs, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
        if done.returncode:
            raise RuntimeError(done.stderr)
        sides = [json.loads(line) for line in done.stdout.splitlines()]
        return [([Seen(*p) for p in old], [Seen(*p) for p in new]) for old, new in sides]

    def close(self) -> None:
        """End the office that was started here."""
        if self._office is not None and self._office.poll() is None:
            os.killpg(self._office.pid, signal.SIGKILL)
            self._office.wait()
        self._office = None
        self._home.cleanup()

    def _run(self, files: Sequence[tuple[Path, str]]) -> list[list[Seen]]:
        self._start()
        jobs = "".join(json.dumps({"path": str(path), "what": what}) + "\n" for path, what in files)
        done = subprocess.run(
            [PYTHON, str(SCRIPT), self._pipe],
            input=jobs,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
        lines = done.stdout.splitlines()
        if done.returncode and not lines and self._office is not None:
            os.killpg(self._office.pid, signal.SIGKILL)  # it hangs, or is gone: the next try starts anew
            self._office.wait()
        return [[Seen(*paragraph) for paragraph in json.loads(line)] for line in lines]

    def _start(self) -> None:
        if self._office is not None and self._office.poll() is None:
            return
        assert OFFICE is not None
        profile = (Path(self._home.name) / "profile").as_uri()
        self._office = subprocess.Popen(
            [
                OFFICE,
                "--headless",
                "--norestore",
                "--nologo",
                "--nodefault",
                "--nolockcheck",
                f"-env:UserInstallation={profile}",
                f"--accept=pipe,name={self._pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )


@pytest.fixture(scope="session")
def libreoffice() -> Iterator[LibreOffice]:
    """The judge, for all tests of one run."""
    if why := missing():
        pytest.skip(why)
    office = LibreOffice()
    yield office
    office.close()

"""A drafting page for tests: a made-up association, a browser without a screen, forms read from pages."""

import html
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from statuts.cli import run
from statuts.desk.versions import opened
from statuts.i18n import set_language
from statuts.web.app import create_app
from statuts.web.kit import kit_of

ROOT = Path(__file__).parent.parent
HOST = "127.0.0.1:8901"
ORIGIN = {"Origin": f"http://{HOST}"}
PLACE = "/propositions/statuts/age-2026"

BEFORE = """# Statuts

## Article 1 – Objet

L'association est un espace neutre et autonome.

## Article 2 – Siège

Le siège est à Paris (Paris).

## Article 3 – Bureau

Le bureau applique l'article 2.
"""


def archive_in(folder: Path, language: str = "fr") -> Path:
    """An archive of one version and one proposal, « age-2026 », that changes nothing yet."""
    old = folder / "avant.md"
    old.write_text(BEFORE, encoding="utf-8")
    root = folder / "versions"
    done = [
        run(["init", str(root), "--name", "Les Amis du Four", "--town", "Paris", "--departement", "Paris"]),
        run(["import", str(old), "--adopted", "1998-03-14", "--archive", str(root)]),
        run(["propose", "age-2026", "--title", "Un espace apartisan", "--archive", str(root)]),
    ]
    assert done == [0, 0, 0]
    if language != "fr":
        facts = (root / "archive.toml").read_text(encoding="utf-8")
        (root / "archive.toml").write_text(
            facts.replace('language = "fr"', f'language = "{language}"'), encoding="utf-8"
        )
    return root


def example_in(folder: Path) -> Path:
    """The archive of Les Ateliers de la Garenne: five versions, thirty articles."""
    return Path(shutil.copytree(ROOT / "tests" / "example" / "versions", folder / "versions"))


def client_of(root: Path, passphrase: str = "", hosts: frozenset[str] = frozenset({HOST})) -> Any:
    """A browser on the drafting page of an archive."""
    archive = opened(root)
    set_language(archive.association.language)
    app = create_app(root, kit_of(archive, None, hosts, passphrase))
    app.testing = True
    app.config["PROPAGATE_EXCEPTIONS"] = False
    return app.test_client()


def get(client: Any, path: str, **headers: str) -> Any:
    return client.get(path, headers={"Host": HOST, **headers})


def post(client: Any, path: str, data: dict[str, str], **headers: str) -> Any:
    return client.post(path, data=data, headers={"Host": HOST, **ORIGIN, **headers})


class Forms(HTMLParser):
    """The fields of each form of a page, by where it is sent."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, list[dict[str, str]]] = {}
        self._now: dict[str, str] | None = None
        self._area = self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "form":
            self._now = {}
            self.found.setdefault(given.get("action", ""), []).append(self._now)
        elif self._now is not None and "name" in given:
            if tag == "textarea":
                self._area = given["name"]
                self._now[self._area] = ""
            elif tag == "select":
                self._select = given["name"]
            elif tag == "input" and (given.get("type") not in ("radio", "checkbox") or "checked" in given):
                self._now[given["name"]] = given.get("value", "")
        if (
            tag == "option"
            and self._now is not None
            and (self._select not in self._now or "selected" in given)
        ):
            self._now[self._select] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._now = None
        if tag == "textarea":
            if self._now is not None:
                self._now[self._area] = self._now[self._area].removeprefix("\n")
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area and self._now is not None:
            self._now[self._area] += data


def form(page: str, target: str) -> dict[str, str]:
    """The fields of the first form that is sent to `target`."""
    return dict(Forms(page).found[target][0])


def text_of(page: str) -> str:
    """What a page says, without its tags."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


def tree(root: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@contextmanager
def served(root: Path, *words: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The verb itself, in a process of its own, on a free port: its address, and the process."""
    command = [sys.executable, "-m", "statuts", "--lang", "fr", "serve", "--archive", str(root), *words]
    if "--port" not in words:
        command += ["--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout
    assert process.stderr
    try:
        line = process.stdout.readline()
        found = re.search(r"http://\S+/", line)
        assert found, line + process.stderr.read()
        await_answer(found[0])
        yield found[0].rstrip("/"), process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.wait(10)
        process.stdout.close()
        process.stderr.close()


def await_answer(address: str) -> None:
    """Until the page answers; ten seconds at most."""
    limit = time.monotonic() + 10
    while True:
        try:
            urllib.request.urlopen(address + "look.css", timeout=5).close()  # noqa: S310
        except OSError:
            assert time.monotonic() < limit
            time.sleep(0.05)
        else:
            return


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

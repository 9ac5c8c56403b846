"""The archive under fire: a crash, a full disk or a failing one leaves the old state or the new, and it verifies.

Each test also runs against a writer that is broken on purpose, and must catch it.
"""

import errno
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from budget import turns

from statuts.amend.parts import parts_of
from statuts.archive.audit import audit
from statuts.archive.disk import Disk
from statuts.archive.read import open_archive
from statuts.archive.write import Writer
from statuts.errors import ArchiveError
from statuts.model.archive import Association, Fact, FactKind, Version, VersionKind
from statuts.model.parts import Part

ARTICLES = "\n".join(f"## Article {n} – Titre {n}\n\nTexte {{}} de l'article {n}.\n" for n in range(1, 8))


class Died(BaseException):
    """The process or the machine stopped here."""


class Machine(Disk):
    """A disk on which the machine stops, or a call fails, at one step.

    `power`: what was not synced is lost with it: bytes of files, and names in folders.
    """

    def __init__(self, fatal: int, error: int | None = None, *, power: bool = False) -> None:
        self.fatal, self.error, self.power = fatal, error, power
        self.steps = 0
        self._unsynced: list[Path] = []
        self._renamed: list[tuple[Path, Path, bytes | None]] = []

    def _step(self) -> None:
        self.steps += 1
        if self.steps != self.fatal:
            return
        if self.error is not None:
            raise OSError(self.error, os.strerror(self.error))
        if self.power:
            for path in self._unsynced:
                if path.exists():
                    path.write_bytes(b"")
            for source, target, before in reversed(self._renamed):
                if target.is_dir():
                    target.rename(source)
                elif before is None:
                    target.unlink()
                else:
                    target.write_bytes(before)
        raise Died

    def create(self, path: Path, data: bytes) -> None:
        self._step()
        self._unsynced.append(path)
        path.write_bytes(data)
        self._step()
        self.sync_file(path)
        self._step()

    def sync_file(self, path: Path) -> None:
        self._unsynced.remove(path)

    def make_folder(self, path: Path) -> None:
        self._step()
        super().make_folder(path)

    def rename(self, source: Path, target: Path) -> None:
        self._step()
        super().rename(source, target)
        self._moved(source, target)
        self._renamed.append((source, target, None))
        self._step()

    def replace(self, source: Path, target: Path) -> None:
        self._step()
        before = target.read_bytes() if target.exists() else None
        super().replace(source, target)
        self._moved(source, target)
        self._renamed.append((source, target, before))
        self._step()

    def _moved(self, source: Path, target: Path) -> None:
        self._unsynced = [
            target / path.relative_to(source) if path.is_relative_to(source) else path
            for path in self._unsynced
        ]

    def sync_folder(self, path: Path) -> None:
        self._step()
        self._renamed = [entry for entry in self._renamed if entry[1].parent != path]

    def remove(self, path: Path) -> None:
        super().remove(path)


class NoSync(Machine):
    """Broken on purpose: never syncs a file."""

    def sync_file(self, path: Path) -> None:
        pass


class InPlace(Writer):
    """Broken on purpose: writes under the final name."""

    def _put_folder(self, target: Path, files: Mapping[str, bytes]) -> None:
        self._disk.make_folder(target)
        for name, data in files.items():
            self._disk.create(target / name, data)


def parts(word: object) -> tuple[Part, ...]:
    return parts_of(ARTICLES.format(*[word] * 7))


def version(root: Path, name: str) -> Version:
    archive = open_archive(root)
    latest = archive.history("statuts").latest if "statuts" in archive.texts else None
    return Version(
        "statuts",
        name,
        f"Version {name}",
        VersionKind.ADOPTION,
        (),
        "",
        "",
        follows=latest.name if latest else "",
        follows_manifest=latest.manifest if latest else "",
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive with one version and one fact."""
    folder = tmp_path / "versions"
    folder.mkdir()
    Writer(folder).create(Association("Les Essais"), {"statuts": "Statuts"})
    Writer(folder).add_version(version(folder, "2020-01-01"), parts("premier"))
    Writer(folder).record("statuts", Fact("2020-01-01", FactKind.DECLARED, date(2020, 1, 9)))
    return folder


def names(root: Path) -> list[str]:
    return [found.name for found in open_archive(root).versions("statuts")]


def outcomes(
    root: Path, scratch: Path, machine: type[Machine], writer: type[Writer], **how: object
) -> Iterator[str]:
    """What is on the disk after a fault at each step of an adoption and of a fact, one after another."""
    for step in range(1, 200):
        here = scratch / "here"
        shutil.rmtree(here, ignore_errors=True)
        shutil.copytree(root, here)
        disk = machine(step, **how)  # type: ignore[arg-type]
        writing = writer(here, disk)
        try:
            writing.add_version(version(here, "2021-01-01"), parts("second"))
            writing.record("statuts", Fact("2021-01-01", FactKind.DECLARED, date(2021, 2, 1)))
        except Died:
            pass
        except ArchiveError:
            pass
        if disk.steps < step:
            return
        try:
            found = audit(here)
            kept = names(here)
            whole = found.is_sound and kept in (["2020-01-01"], ["2020-01-01", "2021-01-01"])
            if whole:  # and the next command works without repair by hand
                Writer(here).add_version(version(here, "2022-01-01"), parts("troisième"))
                whole = audit(here).is_sound and names(here) == [*kept, "2022-01-01"]
                whole = whole and not audit(here).findings
        except ArchiveError:
            whole = False
        yield "whole" if whole else f"broken at step {step}"


HOW = {
    "the process dies": {},
    "the power goes": {"power": True},
    "the disk is full": {"error": errno.ENOSPC},
    "the disk fails": {"error": errno.EIO},
}


@pytest.mark.parametrize("how", list(HOW))
def test_a_fault_at_any_step_leaves_the_old_state_or_the_new_one(
    root: Path, tmp_path: Path, how: str
) -> None:
    found = list(outcomes(root, tmp_path, Machine, Writer, **HOW[how]))
    assert len(found) > 30
    assert set(found) == {"whole"}


def test_the_same_faults_break_a_writer_that_does_not_sync(root: Path, tmp_path: Path) -> None:
    assert set(outcomes(root, tmp_path, NoSync, Writer, power=True)) - {"whole"}


@pytest.mark.parametrize("how", list(HOW))
def test_the_same_faults_break_a_writer_that_writes_in_place(root: Path, tmp_path: Path, how: str) -> None:
    assert set(outcomes(root, tmp_path, Machine, InPlace, **HOW[how])) - {"whole"}


LOOP = f"""
import sys
from pathlib import Path
sys.path.insert(0, {str(Path(__file__).parent)!r})
from test_archive_faults import parts, version
from statuts.archive.write import Writer
from statuts.errors import ArchiveError
root, count, prefix = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
done = 0
while done < count:
    name = f"{{prefix}}-{{done}}"
    try:
        Writer(root).add_version(version(root, name), parts(name))
    except ArchiveError as error:
        if "meanwhile" not in str(error.message):
            raise
        continue
    print(name, flush=True)
    done += 1
"""


def loop(root: Path, count: int, prefix: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", LOOP, str(root), str(count), prefix],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def test_two_writers_at_once_lose_nothing_and_overwrite_nothing(root: Path) -> None:
    count = turns(20, 200)
    writers = [loop(root, count, prefix) for prefix in ("a", "b")]
    said = [line for writer in writers for line in writer.communicate()[0].split()]
    assert len(said) == 2 * count
    assert sorted(said) == sorted(names(root)[1:])
    assert audit(root).is_sound


NO_LOCK = LOOP.replace(
    "from statuts.errors",
    """import contextlib
import statuts.archive.write as write
write.locked = lambda root: contextlib.nullcontext()
write.Writer._sweep = lambda self, folder: None
write.Writer._check_base = lambda self, version: None
from statuts.errors""",
    1,
)


def test_without_the_lock_and_the_check_of_the_base_two_writers_break_the_chain(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "LOOP", NO_LOCK)
    writers = [loop(root, 60, prefix) for prefix in ("a", "b")]
    for writer in writers:
        writer.communicate()
    assert "E009" in [finding.code for finding in audit(root).findings]


def test_killed_at_any_instant_no_acknowledged_version_is_lost(root: Path) -> None:
    acknowledged = 0
    for turn in range(turns(20, 1000)):
        writer = loop(root, 1000, f"k{turn}")
        assert writer.stdout is not None
        first = writer.stdout.readline().split()  # it is under way; now at any instant
        time.sleep((turn % 40) / 400)
        writer.kill()
        said = [*first, *writer.communicate()[0].split()]
        acknowledged += len(said)
        assert set(said) <= set(names(root))
        assert audit(root).is_sound
        if len(names(root)) > 60:  # keep the archive small: its chain is read at every step
            shutil.rmtree(root / "statuts")
            Writer(root).add_version(version(root, "2020-01-01"), parts("premier"))
    assert acknowledged


IN_PLACE = LOOP.replace(
    "from statuts.archive.write import Writer", "from test_archive_faults import InPlace as Writer"
)


def test_the_same_kills_break_a_writer_that_writes_in_place(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "LOOP", IN_PLACE)
    for turn in range(60):
        writer = loop(root, 1000, f"k{turn}")
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep((turn % 40) / 400)
        writer.kill()
        writer.communicate()
        if not audit(root).is_sound:
            return
    pytest.fail("sixty kills in the middle of writing left no trace")


def test_flipped_bits_escape_a_verifier_that_looks_at_manifests_alone(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = next((root / "statuts" / "2020-01-01").glob("titre-1.md"))
    article.write_bytes(article.read_bytes().replace(b"premier", b"premies"))
    assert not audit(root).is_sound
    for check in ("_contents", "_seals"):
        monkeypatch.setattr(f"statuts.archive.audit._Auditor.{check}", lambda *_: None)
    assert audit(root).is_sound


def test_every_single_flipped_bit_is_found(root: Path) -> None:
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and not path.name.startswith(".")]
    step = turns(7, 1)
    tried = 0
    for path in files:
        data = path.read_bytes()
        for bit in range(0, 8 * len(data), step):
            changed = bytearray(data)
            changed[bit // 8] ^= 1 << (bit % 8)
            path.write_bytes(bytes(changed))
            assert audit(root).findings, f"{path.name}, bit {bit}"
            tried += 1
        path.write_bytes(data)
    assert tried > 1000
    assert not audit(root).findings


def test_a_second_writer_waits_and_is_told_why(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from statuts.archive import lock

    with lock.locked(root), pytest.raises(ArchiveError, match="another program"), lock.locked(root, 0.05):
        pass


def test_a_version_made_for_an_overtaken_base_is_refused(root: Path) -> None:
    stale = version(root, "2021-01-01")
    Writer(root).add_version(version(root, "2020-06-01"), parts("entre-temps"))
    with pytest.raises(ArchiveError, match="adopted meanwhile"):
        Writer(root).add_version(stale, parts("second"))
    assert names(root) == ["2020-01-01", "2020-06-01"]


def test_a_history_rewritten_as_a_whole_shows_against_a_digest_noted_elsewhere(root: Path) -> None:
    noted = open_archive(root).history("statuts").latest.manifest
    assert audit(root, noted[:16]).is_sound
    shutil.rmtree(root / "statuts")
    Writer(root).add_version(version(root, "2020-01-01"), parts("autre chose"))
    assert audit(root).is_sound
    assert [f.code for f in audit(root, noted[:16]).findings] == ["E013"]


def test_a_read_only_folder_is_one_message(root: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    root.chmod(0o500)
    try:
        with pytest.raises(ArchiveError, match="cannot be written"):
            Writer(root).add_version(version(root, "2021-01-01"), parts("second"))
    finally:
        root.chmod(0o700)

"""The only writer of an archive: all or nothing, and nothing adopted is ever touched."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from statuts.archive.disk import Disk
from statuts.archive.lock import locked
from statuts.archive.read import (
    ARCHIVE_FILE,
    PROPOSAL_FILE,
    PROPOSALS,
    RATIONALE,
    REGISTER_FILE,
    VERSION_FILE,
    Archive,
    open_archive,
)
from statuts.archive.seals import SEALS_FILE, sealed, seals_text
from statuts.archive.toml_text import archive_toml, fact_toml, proposal_toml, version_toml
from statuts.errors import ArchiveError
from statuts.model.archive import Association, Entry, Fact, FactKind, Version
from statuts.model.message import msg
from statuts.model.names import NAMES_HINT, is_name
from statuts.model.parts import Part, joined
from statuts.model.proposal import Proposal

UNFINISHED = ".statuts-"
"""How what is being written is called until it counts; the reader passes hidden names over."""

ATTACHMENTS = "attachments"

_GIT = b"* -text\n*.md diff=statuts\n"
"""For those who carry the archive in git: no line end is ever changed, and a diff may be a redline."""


class Writer:
    """Writes to the archive in `root`: every method holds the lock, and leaves the old state or the new."""

    def __init__(self, root: Path, disk: Disk | None = None) -> None:
        self.root = root
        self._disk = disk or Disk()

    def create(self, association: Association, titles: Mapping[str, str]) -> None:
        """Begin an archive in an existing folder. Raises `ArchiveError` where there is one already."""
        with self._alone():
            if (self.root / ARCHIVE_FILE).exists():
                raise ArchiveError(
                    msg("there is an archive in “{folder}” already.", folder=str(self.root)),
                    msg("bring a text into it with “statuts import”, or name another folder"),
                )
            self._put(self.root / ".gitattributes", _GIT)
            facts = archive_toml(association, titles).encode()
            self._put(self.root / SEALS_FILE, seals_text({ARCHIVE_FILE: facts}).encode())
            self._put(self.root / ARCHIVE_FILE, facts)

    def seal_facts(self) -> None:
        """Take `archive.toml` as it is now: somebody changed it by hand, and meant to."""
        with self._alone():
            facts = (self.root / ARCHIVE_FILE).read_bytes()
            self._put(self.root / SEALS_FILE, seals_text({ARCHIVE_FILE: facts}).encode())

    def add_version(self, version: Version, parts: Sequence[Part]) -> Version:
        """Add an adopted version to its text; returns it as it stands on the disk.

        `version` says all but its contents and digests; its `follows_manifest` is that of the version it
        was made for. Raises `ArchiveError` where another version was adopted meanwhile, where the name is
        taken or cannot be one, or where the disk fails: then nothing changed.
        """
        for name in (version.text, version.name, *(part.id for part in parts)):
            if not is_name(name):
                raise ArchiveError(msg("“{name}” cannot be a name.", name=name[:80]), NAMES_HINT)
        with self._alone():
            self._check_base(version)
            complete = replace(
                version,
                contents=tuple(map(_entry, parts)),
                digest=sha256(joined(parts).encode()).hexdigest(),
            )
            manifest = version_toml(complete).encode()
            files = {VERSION_FILE: manifest}
            files |= {f"{part.id}.md": part.markdown.encode() for part in parts if not part.is_heading}
            text = self.root / version.text
            if not text.is_dir():
                self._disk.make_folder(text)
            self._put_folder(text / version.name, files)
        return replace(complete, manifest=sha256(manifest).hexdigest())

    def save_proposal(self, proposal: Proposal) -> None:
        """Write a proposal: its wordings first, then what makes them count; what is no longer used goes."""
        _check_names(proposal)
        with self._alone():
            self._save(proposal)

    def change_proposal(
        self, text: str, name: str, change: Callable[[Archive, Proposal], Proposal]
    ) -> Proposal:
        """Read a proposal, change it and write it, alone: nobody writes between the reading and the writing.

        What `change` raises is passed on, and nothing is written.
        """
        with self._alone():
            archive = open_archive(self.root)
            changed = change(archive, archive.proposal(text, name))
            _check_names(changed)
            self._save(changed)
        return changed

    def _save(self, proposal: Proposal) -> None:
        folder = self.root / proposal.text / PROPOSALS
        if not folder.is_dir():
            self._disk.make_folder(folder)
        folder /= proposal.name
        if not folder.is_dir():
            self._disk.make_folder(folder)
        files = {f"{name}.md": markdown for name, markdown in proposal.wordings.items()}
        if proposal.rationale:
            files[f"{RATIONALE}.md"] = proposal.rationale
        for name, text in (*files.items(), (PROPOSAL_FILE, proposal_toml(proposal))):
            data = text.encode()
            if not (folder / name).exists() or (folder / name).read_bytes() != data:
                self._put(folder / name, data)
        for path in folder.glob("*.md"):
            if path.name not in files:
                self._disk.remove(path)

    def record(self, text: str, fact: Fact) -> None:
        """Add a fact to the register of a text. Raises `ArchiveError` where the version is not there."""
        with self._alone():
            self._record(open_archive(self.root), text, fact)

    def attach(self, text: str, version: str, name: str, data: bytes) -> None:
        """Keep a file (signed scan, minutes, receipt) beside a version, its digest in the register.

        The same file again changes nothing; another one of that name is refused.
        """
        with self._alone():
            archive = open_archive(self.root)
            _known(archive, text, version)
            folder = self.root / text / version / ATTACHMENTS
            target = folder / name
            digest = sha256(data).hexdigest()
            fact = Fact(version, FactKind.ATTACHED, None, f"{name} {digest}")
            if fact in archive.history(text).facts:
                return
            if target.exists() and sha256(target.read_bytes()).hexdigest() != digest:
                raise ArchiveError(
                    msg(
                        "another file “{name}” is attached to “{version}” already.",
                        name=name,
                        version=version,
                    ),
                    msg("give this one another name: what is attached never changes"),
                )
            if not folder.is_dir():
                self._disk.make_folder(folder)
            if not target.exists():
                self._put(target, data)
            self._record(archive, text, fact)

    def _record(self, archive: Archive, text: str, fact: Fact) -> None:
        _known(archive, text, fact.version)
        path = self.root / text / REGISTER_FILE
        data = path.read_bytes() if path.exists() else b"format = 1\n"
        data = data if data.endswith(b"\n") else data + b"\n"
        head = data + b"\n"
        entry = fact_toml(fact, sha256(head).hexdigest())
        self._put(path, sealed((head + entry.encode()).decode()).encode())

    def _check_base(self, version: Version) -> None:
        archive = open_archive(self.root)
        if version.text in archive.texts:
            if not archive.stands_last(version.text, version.follows, version.follows_manifest):
                self._overtaken(archive, version)
        elif version.follows:
            raise ArchiveError(
                msg("the archive holds no text “{name}”.", name=version.text),
                msg("bring it in first with “statuts import”"),
            )
        if (self.root / version.text / version.name).exists():
            raise ArchiveError(
                msg("there is a version “{name}” already.", name=version.name),
                msg("an adopted version never changes: give this one another name"),
            )

    def _overtaken(self, archive: Archive, version: Version) -> None:
        """Raise `ArchiveError` where another version than its base is the latest."""
        latest = archive.history(version.text).latest
        if (version.follows, version.follows_manifest) == (latest.name, latest.manifest):
            return
        raise ArchiveError(
            msg(
                "“{latest}” was adopted meanwhile: this version was made for “{base}”.",
                latest=latest.name,
                base=version.follows or "–",
            ),
            msg("look at it with “statuts log”, then make this change again on top of it"),
        )

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with locked(self.root):
            self._sweep(self.root)
            for folder in self.root.iterdir():
                if folder.is_dir() and not folder.is_symlink() and not folder.name.startswith("."):
                    self._sweep(folder)
            try:
                yield
            except OSError as error:
                raise ArchiveError(
                    msg(
                        "“{folder}” cannot be written: {reason}.",
                        folder=str(self.root),
                        reason=error.strerror or str(error),
                    ),
                    msg("nothing was changed; make room or check the rights, then try again"),
                ) from None

    def _sweep(self, folder: Path) -> None:
        """Remove what a crash left half-written: under the lock, nobody is writing it any more."""
        for path in folder.iterdir():
            if path.name.startswith(UNFINISHED):
                self._disk.remove(path)

    def _put(self, target: Path, data: bytes) -> None:
        """A whole file in its place, or the one before."""
        temporary = target.with_name(f"{UNFINISHED}{os.getpid()}-{target.name}")
        try:
            self._disk.create(temporary, data)
            self._disk.replace(temporary, target)
        except OSError:
            self._disk.remove(temporary)
            raise
        self._confirm(target)

    def _put_folder(self, target: Path, files: Mapping[str, bytes]) -> None:
        """A whole folder under its name, sealed, or nothing of that name."""
        temporary = target.with_name(f"{UNFINISHED}{os.getpid()}-{target.name}")
        try:
            self._disk.make_folder(temporary)
            for name, data in files.items():
                self._disk.create(temporary / name, data)
            self._disk.create(temporary / SEALS_FILE, seals_text(files).encode())
            self._disk.sync_folder(temporary)
            self._disk.rename(temporary, target)
        except OSError:
            self._disk.remove(temporary)
            raise
        self._confirm(target)

    def _confirm(self, target: Path) -> None:
        """Make the new name last. From here on the change is there: it must not be called undone."""
        try:
            self._disk.sync_folder(target.parent)
        except OSError as error:
            raise ArchiveError(
                msg(
                    "“{file}” was written, but the disk did not confirm it: {reason}.",
                    file=str(target),
                    reason=error.strerror or str(error),
                ),
                msg("check the disk, then the archive with “statuts verify”"),
            ) from None


def _check_names(proposal: Proposal) -> None:
    for name in (proposal.text, proposal.name, *proposal.wordings):
        if not is_name(name):
            raise ArchiveError(msg("“{name}” cannot be a name.", name=name[:80]), NAMES_HINT)


def _entry(part: Part) -> Entry:
    if part.is_heading:
        return Entry(part.kind, part.id, part.division, heading=part.markdown[:-1])
    return Entry(part.kind, part.id, part.division, sha256(part.markdown.encode()).hexdigest())


def _known(archive: Archive, text: str, version: str) -> None:
    names = [known.name for known in archive.versions(text)]
    if version not in names:
        raise ArchiveError(
            msg("“{text}” has no version “{name}”.", text=text, name=version),
            msg("its versions: {names}", names=", ".join(names)),
        )

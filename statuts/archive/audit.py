"""Every digest and every link of an archive checked again; what is wrong is listed, not stopped at."""

import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from statuts.amend.derive import unexplained
from statuts.archive.chain import in_order
from statuts.archive.facts import read_archive_facts, read_register, read_version
from statuts.archive.read import ARCHIVE_FILE, PROPOSALS, REGISTER_FILE, VERSION_FILE
from statuts.archive.seals import SEALS_FILE, is_seal_broken, read_seals
from statuts.archive.write import ATTACHMENTS, UNFINISHED
from statuts.errors import ArchiveError
from statuts.model.archive import Fact, FactKind, Version
from statuts.model.audit import Audit, Code, Finding
from statuts.model.message import Message, msg
from statuts.model.names import is_name
from statuts.model.parts import Part

_SHORTEST_ANCHOR = 12
"""Hexadecimal figures of a digest that are enough to tell it from any other."""


def audit(root: Path, anchor: str = "") -> Audit:
    """All that is wrong with the archive in `root`. Raises `ArchiveError` for an anchor that is no digest."""
    anchor = anchor.strip().lower()
    if anchor and (len(anchor) < _SHORTEST_ANCHOR or set(anchor) - set("0123456789abcdef")):
        raise ArchiveError(
            msg("“{anchor}” is not a digest.", anchor=anchor[:80]),
            msg("copy at least {count} figures of it from the minutes or the foot of a page", count=12),
        )
    return _Auditor(root).run(anchor)


class _Auditor:
    """One walk over the folder, trusting nothing that was said before."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.findings: list[Finding] = []
        self.versions = 0
        self.files = 0
        self.digests: set[str] = set()
        self._parts: dict[str, tuple[Part, ...]] = {}  # of the text being looked at

    def run(self, anchor: str) -> Audit:
        if facts := self._toml(self.root / ARCHIVE_FILE):
            with self._listed(Code.BROKEN_FILE, self.root / ARCHIVE_FILE):
                read_archive_facts(*facts[1:])
        self._sealed_facts()
        for name in self._names(self.root):
            if (self.root / name).is_dir() and name != PROPOSALS:
                self._text(name)
        if anchor and not any(digest.startswith(anchor) for digest in self.digests):
            message = msg(
                "no version has the digest {anchor}: the history was rewritten, or cut.", anchor=anchor
            )
            self.findings.append(Finding(Code.ANCHOR, str(self.root), message))
        return Audit(tuple(self.findings), self.versions, self.files, anchor)

    def _sealed_facts(self) -> None:
        """`archive.toml` may be changed by hand: a change is told, and is no fault."""
        path = self.root / SEALS_FILE
        if not path.exists():
            return
        data, facts = self._bytes(path), self._bytes(self.root / ARCHIVE_FILE)
        seals = read_seals(data.decode("utf-8", "replace")) if data is not None else None
        if seals is None or facts is None or seals.get(ARCHIVE_FILE) != sha256(facts).hexdigest():
            message = msg("it was changed by hand: if that was meant, run “statuts verify --accept-facts”.")
            self._say(Code.FACTS, self.root / ARCHIVE_FILE, message)

    def _text(self, text: str) -> None:
        folder = self.root / text
        self._parts.clear()
        versions = []
        for name in self._names(folder):
            if (folder / name / VERSION_FILE).exists() and name != PROPOSALS:
                version = self._version(text, name)
                if version is not None:
                    versions.append(version)
        if versions:
            with self._listed(Code.CHAIN, folder):
                self._replay(text, in_order(versions))
        self._register(text, {version.name for version in versions})

    def _version(self, text: str, name: str) -> Version | None:
        folder = self.root / text / name
        self.versions += 1
        if not is_name(name) or not is_name(text):
            self._say(Code.NAME, folder, msg("this cannot be the name of a text or a version."))
            return None
        read = self._toml(folder / VERSION_FILE)
        if read is None:
            return None
        data, source, file = read
        version: Version | None = None
        with self._listed(Code.BROKEN_FILE, folder / VERSION_FILE):
            version = read_version(data, source, file, text, name)
        self._seals(folder)
        if version is not None:
            self.digests |= {version.digest, version.manifest}
            self._contents(folder, version)
        return version

    def _contents(self, folder: Path, version: Version) -> None:
        known = {f"{entry.id}.md" for entry in version.contents if entry.sha256}
        for name in self._names(folder):
            if name.endswith(".md") and name not in known:
                self._say(Code.EXTRA_FILE, folder / name, msg("it is not in the contents of its version."))
        whole = []
        for entry in version.contents:
            if entry.heading:
                whole.append(entry.heading.encode() + b"\n")
                continue
            data = self._bytes(folder / f"{entry.id}.md")
            if data is None:
                return
            if sha256(data).hexdigest() != entry.sha256:
                self._say(Code.ALTERED, folder / f"{entry.id}.md", msg("it was altered after its adoption."))
                return
            whole.append(data)
        self._parts[version.name] = tuple(
            Part(entry.kind, entry.id, data.decode("utf-8", "replace"), entry.division)
            for entry, data in zip(version.contents, whole, strict=True)
        )
        if sha256(b"\n".join(whole)).hexdigest() != version.digest:
            self._say(
                Code.WHOLE_TEXT,
                folder / VERSION_FILE,
                msg("the whole text is not the one its digest was made of."),
            )

    def _replay(self, text: str, versions: Sequence[Version]) -> None:
        """Each version is what its operations make of the one before: nothing less, and nothing more."""
        for before, version in pairwise(versions):
            if not version.operations:
                continue
            old, new = (self._parts.get(found.name) for found in (before, version))
            if old is None or new is None:
                continue
            for name, differs in unexplained(old, new, version.operations):
                message = (
                    msg("“{name}” differs, and no operation says so.", name=name)
                    if differs
                    else msg("an operation names “{name}”, which it does not change.", name=name)
                )
                self._say(Code.REPLAY, self.root / text / version.name / VERSION_FILE, message)

    def _seals(self, folder: Path) -> None:
        """The list of digests, where there is one: archives made by hand may have none."""
        path = folder / SEALS_FILE
        if not path.exists():
            return
        data = self._bytes(path)
        seals = read_seals(data.decode("utf-8", "replace")) if data is not None else None
        if seals is None:
            self._say(Code.SEALS, path, msg("it is not as it was written."))
            return
        for name, digest in seals.items():
            content = self._bytes(folder / name)
            if content is not None and sha256(content).hexdigest() != digest:
                self._say(Code.ALTERED, folder / name, msg("it was altered after its adoption."))
        for name in {path.name for path in folder.glob("*.md")} - seals.keys():
            self._say(Code.SEALS, path, msg("“{file}” is missing from it.", file=name))

    def _register(self, text: str, versions: set[str]) -> None:
        path = self.root / text / REGISTER_FILE
        facts: tuple[Fact, ...] = ()
        if path.exists() and (read := self._toml(path)):
            with self._listed(Code.REGISTER, path):
                facts = read_register(*read)
            if is_seal_broken(read[0]):
                self._say(Code.REGISTER, path, msg("it is not as it was written."))
        for fact in facts:
            if fact.version not in versions:
                self._say(
                    Code.REGISTER,
                    path,
                    msg("it names a version “{name}” that is not there.", name=fact.version),
                )
            if fact.kind is FactKind.ATTACHED:
                self._attached(self.root / text / fact.version / ATTACHMENTS, fact)

    def _attached(self, folder: Path, fact: Fact) -> None:
        name, _, digest = fact.value.rpartition(" ")
        if not name:  # a register kept by hand may name the file alone
            name, digest = fact.value, ""
        data = self._bytes(folder / name)
        if data is not None and digest and sha256(data).hexdigest() != digest:
            self._say(Code.ATTACHMENT, folder / name, msg("it is not the file that was attached."))

    def _names(self, folder: Path) -> Iterator[str]:
        try:
            names = sorted(path.name for path in folder.iterdir())
        except OSError as error:
            self._say(
                Code.UNREADABLE, folder, msg("it cannot be read: {reason}.", reason=error.strerror or "")
            )
            return
        for name in names:
            if name.startswith(UNFINISHED):
                self._say(
                    Code.DEBRIS, folder / name, msg("it was left half-written; the next change removes it.")
                )
            elif not name.startswith("."):
                yield name

    def _toml(self, path: Path) -> tuple[bytes, str, str] | None:
        data = self._bytes(path)
        if data is None:
            return None
        try:
            return data, data.decode("utf-8-sig"), str(path)
        except UnicodeDecodeError:
            self._say(Code.BROKEN_FILE, path, msg("it is not in UTF-8."))
            return None

    def _bytes(self, path: Path) -> bytes | None:
        try:
            if stat.S_ISLNK(path.lstat().st_mode):
                self._say(Code.LINK, path, msg("it is a symbolic link."))
                return None
            self.files += 1
            return path.read_bytes()
        except FileNotFoundError:
            self._say(Code.MISSING, path, msg("it is missing."))
        except OSError as error:
            self._say(Code.UNREADABLE, path, _unreadable(error))
        return None

    @contextmanager
    def _listed(self, code: Code, path: Path) -> Iterator[None]:
        try:
            yield
        except ArchiveError as error:
            self._say(code, path, error.message)

    def _say(self, code: Code, path: Path, message: Message) -> None:
        finding = Finding(code, str(path), message)
        if finding not in self.findings:
            self.findings.append(finding)


def _unreadable(error: OSError) -> Message:
    return msg("it cannot be read: {reason}.", reason=error.strerror or str(error))

"""Every digest and every link of an archive checked again; what is wrong is listed, not stopped at."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from statuts.amend.derive import unexplained
from statuts.archive.chain import in_order
from statuts.archive.facts import read_archive_facts, read_register, read_version
from statuts.archive.files import Found, below, content, exists, listing, status
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


def audit(root: Path, anchor: str = "", reached: Callable[[int], object] = int) -> Audit:
    """All that is wrong with the archive in `root`. Raises `ArchiveError` for an anchor that is no digest.

    `reached` is told how many versions were looked at, for whoever waits.
    """
    anchor = anchor.strip().lower()
    if anchor and (len(anchor) < _SHORTEST_ANCHOR or set(anchor) - set("0123456789abcdef")):
        raise ArchiveError(
            msg("“{anchor}” is not a digest.", anchor=anchor[:80]),
            msg("copy at least {count} figures of it from the minutes or the foot of a page", count=12),
        )
    return _Auditor(root, reached).run(anchor)


class _Auditor:
    """One walk over the folder, trusting nothing that was said before."""

    def __init__(self, root: Path, reached: Callable[[int], object]) -> None:
        self._reached = reached
        self.root = str(root)
        self._read: dict[str, tuple[bytes, str]] = {}  # of the version at hand, with their digests
        self.findings: list[Finding] = []
        self.versions = 0
        self.files = 0
        self.digests: set[str] = set()
        self._whole: dict[str, list[bytes]] = {}  # of the text being looked at

    def run(self, anchor: str) -> Audit:
        if facts := self._toml(below(self.root, ARCHIVE_FILE)):
            with self._listed(Code.BROKEN_FILE, below(self.root, ARCHIVE_FILE)):
                read_archive_facts(*facts[1:])
        self._sealed_facts()
        for found in self._found(self.root):
            if found.is_folder and found.name != PROPOSALS:
                self._text(found.name)
        if anchor and not any(digest.startswith(anchor) for digest in self.digests):
            message = msg(
                "no version has the digest {anchor}: the history was rewritten, or cut.", anchor=anchor
            )
            self.findings.append(Finding(Code.ANCHOR, self.root, message))
        return Audit(tuple(self.findings), self.versions, self.files, anchor)

    def _sealed_facts(self) -> None:
        """`archive.toml` may be changed by hand: a change is told, and is no fault."""
        path = below(self.root, SEALS_FILE)
        if not exists(path):
            return
        data, facts = self._bytes(path), self._bytes(below(self.root, ARCHIVE_FILE))
        seals = read_seals(data.decode("utf-8", "replace")) if data is not None else None
        if seals is None or facts is None or seals.get(ARCHIVE_FILE) != sha256(facts).hexdigest():
            message = msg("it was changed by hand: if that was meant, run “statuts verify --accept-facts”.")
            self._say(Code.FACTS, below(self.root, ARCHIVE_FILE), message)

    def _text(self, text: str) -> None:
        folder = below(self.root, text)
        self._whole.clear()
        versions = []
        for name in self._names(folder):
            if name != PROPOSALS and exists(below(folder, name, VERSION_FILE)):
                version = self._version(text, name)
                if version is not None:
                    versions.append(version)
        if versions:
            with self._listed(Code.CHAIN, folder):
                self._replay(text, in_order(versions))
        self._register(text, {version.name for version in versions})

    def _version(self, text: str, name: str) -> Version | None:
        folder = below(self.root, text, name)
        self.versions += 1
        self._reached(self.versions)
        self._read.clear()
        if not is_name(name) or not is_name(text):
            self._say(Code.NAME, folder, msg("this cannot be the name of a text or a version."))
            return None
        read = self._toml(below(folder, VERSION_FILE))
        if read is None:
            return None
        data, source, file = read
        version: Version | None = None
        with self._listed(Code.BROKEN_FILE, below(folder, VERSION_FILE)):
            version = read_version(data, source, file, text, name)
        self._seals(folder)
        if version is not None:
            self.digests |= {version.digest, version.manifest}
            self._contents(folder, version)
        return version

    def _contents(self, folder: str, version: Version) -> None:
        known = {f"{entry.id}.md" for entry in version.contents if entry.sha256}
        for name in self._names(folder):
            if name.endswith(".md") and name not in known:
                self._say(
                    Code.EXTRA_FILE, below(folder, name), msg("it is not in the contents of its version.")
                )
        whole = []
        for entry in version.contents:
            if entry.heading:
                whole.append(entry.heading.encode() + b"\n")
                continue
            found = self._sealed(below(folder, f"{entry.id}.md"))
            if found is None:
                return
            if found[1] != entry.sha256:
                self._say(
                    Code.ALTERED, below(folder, f"{entry.id}.md"), msg("it was altered after its adoption.")
                )
                return
            whole.append(found[0])
        self._whole[version.name] = whole
        if sha256(b"\n".join(whole)).hexdigest() != version.digest:
            self._say(
                Code.WHOLE_TEXT,
                below(folder, VERSION_FILE),
                msg("the whole text is not the one its digest was made of."),
            )

    def _replay(self, text: str, versions: Sequence[Version]) -> None:
        """Each version is what its operations make of the one before: nothing less, and nothing more."""
        for before, version in pairwise(versions):
            if not version.operations:
                continue
            if before.name not in self._whole or version.name not in self._whole:
                continue
            for name, differs in unexplained(self._parts(before), self._parts(version), version.operations):
                message = (
                    msg("“{name}” differs, and no operation says so.", name=name)
                    if differs
                    else msg("an operation names “{name}”, which it does not change.", name=name)
                )
                self._say(Code.REPLAY, below(self.root, text, version.name, VERSION_FILE), message)

    def _parts(self, version: Version) -> tuple[Part, ...]:
        return tuple(
            Part(entry.kind, entry.id, data.decode("utf-8", "replace"), entry.division)
            for entry, data in zip(version.contents, self._whole[version.name], strict=True)
        )

    def _seals(self, folder: str) -> None:
        """The list of digests, where there is one: archives made by hand may have none."""
        path = below(folder, SEALS_FILE)
        if not exists(path):
            return
        data = self._bytes(path)
        seals = read_seals(data.decode("utf-8", "replace")) if data is not None else None
        if seals is None:
            self._say(Code.SEALS, path, msg("it is not as it was written."))
            return
        for name, digest in seals.items():
            found = self._sealed(below(folder, name))
            if found is not None and found[1] != digest:
                self._say(Code.ALTERED, below(folder, name), msg("it was altered after its adoption."))
        for name in {name for name in self._names(folder) if name.endswith(".md")} - seals.keys():
            self._say(Code.SEALS, path, msg("“{file}” is missing from it.", file=name))

    def _register(self, text: str, versions: set[str]) -> None:
        path = below(self.root, text, REGISTER_FILE)
        facts: tuple[Fact, ...] = ()
        if exists(path) and (read := self._toml(path)):
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
                self._attached(below(self.root, text, fact.version, ATTACHMENTS), fact)

    def _attached(self, folder: str, fact: Fact) -> None:
        name, _, digest = fact.value.rpartition(" ")
        if not name:  # a register kept by hand may name the file alone
            name, digest = fact.value, ""
        data = self._bytes(below(folder, name))
        if data is not None and digest and sha256(data).hexdigest() != digest:
            self._say(Code.ATTACHMENT, below(folder, name), msg("it is not the file that was attached."))
        self._read.clear()  # a scan may be large

    def _names(self, folder: str) -> list[str]:
        return [found.name for found in self._found(folder)]

    def _found(self, folder: str) -> Iterator[Found]:
        try:
            everything = listing(folder)
        except OSError as error:
            self._say(
                Code.UNREADABLE, folder, msg("it cannot be read: {reason}.", reason=error.strerror or "")
            )
            return
        for found in everything:
            if found.name.startswith(UNFINISHED):
                self._say(
                    Code.DEBRIS,
                    below(folder, found.name),
                    msg("it was left half-written; the next change removes it."),
                )
            elif not found.name.startswith("."):
                yield found

    def _toml(self, path: str) -> tuple[bytes, str, str] | None:
        data = self._bytes(path)
        if data is None:
            return None
        try:
            return data, data.decode("utf-8-sig"), path
        except UnicodeDecodeError:
            self._say(Code.BROKEN_FILE, path, msg("it is not in UTF-8."))
            return None

    def _bytes(self, path: str) -> bytes | None:
        found = self._sealed(path)
        return found[0] if found else None

    def _sealed(self, path: str) -> tuple[bytes, str] | None:
        """The bytes of a file and their digest; read once, since two lists seal it."""
        if path in self._read:
            return self._read[path]
        try:
            if status(path).is_link:
                self._say(Code.LINK, path, msg("it is a symbolic link."))
                return None
            self.files += 1
            data = content(path)
        except FileNotFoundError:
            self._say(Code.MISSING, path, msg("it is missing."))
            return None
        except OSError as error:
            self._say(Code.UNREADABLE, path, _unreadable(error))
            return None
        self._read[path] = data, sha256(data).hexdigest()
        return self._read[path]

    @contextmanager
    def _listed(self, code: Code, path: str) -> Iterator[None]:
        try:
            yield
        except ArchiveError as error:
            self._say(code, path, error.message)

    def _say(self, code: Code, path: str, message: Message) -> None:
        finding = Finding(code, path, message)
        if finding not in self.findings:
            self.findings.append(finding)


def _unreadable(error: OSError) -> Message:
    return msg("it cannot be read: {reason}.", reason=error.strerror or str(error))

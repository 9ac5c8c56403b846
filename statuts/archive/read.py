"""Reads an archive: what is asked for, when it is asked for, and nothing that was altered unnoticed."""

import re
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from statuts.archive.chain import in_order
from statuts.archive.facts import ArchiveFacts, read_archive_facts, read_proposal, read_register, read_version
from statuts.archive.files import Found, below, content, is_file, listing, status
from statuts.errors import ArchiveError
from statuts.model.archive import Association, Entry, Fact, TextHistory, Version
from statuts.model.message import msg
from statuts.model.names import NAMES_HINT, is_name
from statuts.model.parts import Part
from statuts.model.proposal import Proposal, Stage

ARCHIVE_FILE = "archive.toml"
VERSION_FILE = "version.toml"
REGISTER_FILE = "register.toml"
PROPOSALS = "proposals"
PROPOSAL_FILE = "proposal.toml"
RATIONALE = "rationale"

_FOLLOWS = re.compile(rb'^\[follows\]\nversion = "([a-z0-9-]+)"$', re.MULTILINE)
_MAX_BYTES = 1_000_000
"""For one file of an archive; statutes as a whole are smaller."""


def find_archive(start: Path) -> Path | None:
    """The archive that serves `start`: there, in `versions/` there, or the same in a folder above."""
    for folder in (start, *start.parents):
        for candidate in (folder, folder / "versions"):
            if (candidate / ARCHIVE_FILE).is_file():
                return candidate
    return None


def open_archive(path: Path) -> "Archive":
    """The archive in the folder `path`. Raises `ArchiveError` where it is missing or broken."""
    root = path.parent if path.name == ARCHIVE_FILE else path
    if not (root / ARCHIVE_FILE).is_file():
        raise ArchiveError(
            msg("there is no archive in “{folder}”: it holds no archive.toml.", folder=str(root)),
            msg("name the folder that holds archive.toml with --archive"),
        )
    return Archive(root)


class Archive:
    """An archive on the disk. Facts and texts are read when first asked for, then kept."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._histories: dict[str, TextHistory] = {}
        self._sound: set[str] = set()  # folders that are no links
        self._facts = self._archive_facts()

    def _archive_facts(self) -> ArchiveFacts:
        data = self._read(ARCHIVE_FILE)
        return read_archive_facts(self._text(data, ARCHIVE_FILE), self._shown(ARCHIVE_FILE))

    @property
    def association(self) -> Association:
        """Whose archive it is."""
        return self._facts.association

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The ids of the texts: as `archive.toml` lists them, then any other in alphabetical order."""
        found = [name for name in self._folders() if self._version_folders(name)]
        listed = [name for name in self._facts.titles if name in found]
        return (*listed, *(name for name in found if name not in listed))

    def history(self, text: str) -> TextHistory:
        """A text with its versions, oldest first. Raises `ArchiveError` for an unknown text."""
        if text not in self._histories:
            if text not in self.texts:
                raise ArchiveError(
                    msg("the archive holds no text “{name}”.", name=text),
                    msg("its texts: {names}", names=", ".join(self.texts) or "–"),
                )
            versions = in_order([self._version(text, name) for name in self._version_folders(text)])
            title = self._facts.titles.get(text) or text.replace("-", " ").capitalize()
            self._histories[text] = TextHistory(text, title, versions, self._register(text))
        return self._histories[text]

    def stands_last(self, text: str, name: str, manifest: str) -> bool:
        """Whether that version is the one no other follows: told from one line of each, without reading all.

        False also where these lines are not written as the archive writes them: then look at `history`.
        """
        names = self._version_folders(text)
        followed = [_FOLLOWS.search(self._read(text, other, VERSION_FILE)) for other in names]
        before = [match[1].decode() for match in followed if match]
        last = set(names).difference(before)
        if last != {name} or len(before) != len(names) - 1 or len(set(before)) != len(before):
            return False
        return sha256(self._read(text, name, VERSION_FILE)).hexdigest() == manifest

    def versions(self, text: str) -> tuple[Version, ...]:
        """The versions of a text in the order in which they follow one another, oldest first."""
        return self.history(text).versions

    def pieces(self, version: Version) -> tuple[tuple[Entry, str], ...]:
        """Each part of a version with its own Markdown, checked against its digest.

        Raises `ArchiveError` naming the file that is missing, was altered, or does not belong there.
        """
        known = {f"{entry.id}.md" for entry in version.contents if entry.sha256}
        for name in self._names(version.text, version.name):
            if name.endswith(".md") and name not in known:
                raise ArchiveError(
                    msg(
                        "“{file}” is not in the contents of its version.",
                        file=self._shown(version.text, version.name, name),
                    ),
                    msg("move it elsewhere: an adopted version never changes"),
                )
        return tuple((entry, self.piece(version, entry)) for entry in version.contents)

    def source(self, version: Version) -> str:
        """The whole text of a version as one Markdown text, its parts one blank line apart."""
        text = "\n".join(piece for _entry, piece in self.pieces(version))
        if sha256(text.encode()).hexdigest() != version.digest:
            raise ArchiveError(
                msg(
                    "the text of “{file}” is not the one its digest was made of.",
                    file=self._shown(version.text, version.name, VERSION_FILE),
                ),
                msg("take the folder again from a copy of the archive"),
            )
        return text

    def proposals(self, text: str) -> tuple[str, ...]:
        """The names of the proposals to change a text."""
        if not (self.root / text / PROPOSALS).is_dir():
            return ()
        return tuple(name for name in self._names(text, PROPOSALS) if self.has_proposal(text, name))

    def proposal(self, text: str, name: str) -> Proposal:
        """A proposal with its wordings. Raises `ArchiveError` where it is missing or broken.

        One that a version says it was made by is adopted, whatever stands in its file: a crash between
        the two can then not lose the fact.
        """
        if not self.has_proposal(text, name):
            raise ArchiveError(
                msg("there is no proposal “{name}”.", name=name),
                msg("the proposals: {names}", names=", ".join(self.proposals(text)) or "–"),
            )
        parts = (text, PROPOSALS, name)
        source = self._text(self._read(*parts, PROPOSAL_FILE), *parts, PROPOSAL_FILE)
        found = read_proposal(source, self._shown(*parts, PROPOSAL_FILE), text, name)
        files = {
            file.removesuffix(".md"): self._text(self._read(*parts, file), *parts, file)
            for file in self._names(*parts)
            if file.endswith(".md")
        }
        rationale = files.pop(RATIONALE, "")
        adopted = name in self._adopted(text)
        stage = Stage.ADOPTED if adopted else found.stage
        return replace(found, wordings=files, rationale=rationale, stage=stage)

    def _adopted(self, text: str) -> set[str]:
        """The proposals that versions were made by, and those that these amended."""
        names = {version.proposal for version in self.versions(text) if version.proposal}
        waiting = list(names)
        while waiting:
            file = (text, PROPOSALS, waiting.pop(), PROPOSAL_FILE)
            if self.has_proposal(text, file[2]):
                source = self._text(self._read(*file), *file)
                base = read_proposal(source, self._shown(*file), text, file[2]).base
                if base not in names and self.has_proposal(text, base):
                    names.add(base)
                    waiting.append(base)
        return names

    def parts(self, version: Version) -> tuple[Part, ...]:
        """The parts of a version, each checked against its digest."""
        return tuple(Part(entry.kind, entry.id, text, entry.division) for entry, text in self.pieces(version))

    def has_proposal(self, text: str, name: str) -> bool:
        """Whether a proposal of that name is on the disk."""
        return is_name(name) and (self.root / text / PROPOSALS / name / PROPOSAL_FILE).is_file()

    def piece(self, version: Version, entry: Entry) -> str:
        """The Markdown of one part of a version, checked against its digest. Raises `ArchiveError`."""
        if entry.heading:
            return entry.heading + "\n"
        parts = (version.text, version.name, f"{entry.id}.md")
        data = self._read(*parts)
        if sha256(data).hexdigest() != entry.sha256:
            hint = msg("an adopted version never changes: take the file again from a copy of the archive")
            if sha256(data.replace(b"\r\n", b"\n")).hexdigest() == entry.sha256:
                hint = msg(
                    "only its line ends changed: save it with LF, or tell git “* -text” for the archive"
                )
            raise ArchiveError(
                msg("“{file}” was altered after its adoption.", file=self._shown(*parts)), hint
            )
        text = self._text(data, *parts)
        if not text.endswith("\n"):
            raise ArchiveError(
                msg("“{file}” does not end with a line end.", file=self._shown(*parts)),
                msg("take the file again from a copy of the archive"),
            )
        return text

    def _version(self, text: str, name: str) -> Version:
        parts = (text, name, VERSION_FILE)
        data = self._read(*parts)
        return read_version(data, self._text(data, *parts), self._shown(*parts), text, name)

    def _register(self, text: str) -> tuple[Fact, ...]:
        if REGISTER_FILE not in self._names(text):
            return ()
        data = self._read(text, REGISTER_FILE)
        return read_register(data, self._text(data, text, REGISTER_FILE), self._shown(text, REGISTER_FILE))

    def _folders(self, *parts: str) -> list[str]:
        """The folders that count; hidden ones (git, half-written work) are none of ours."""
        return [found.name for found in self._found(*parts) if found.is_folder and found.name != PROPOSALS]

    def _version_folders(self, text: str) -> list[str]:
        folder = below(str(self.root), text)
        found = [name for name in self._folders(text) if is_file(below(folder, name, VERSION_FILE))]
        for parts in ((text,), *((text, name) for name in found)) if found else ():
            if not is_name(parts[-1]):
                raise ArchiveError(
                    msg("“{folder}” cannot be the name of a text or a version.", folder=self._shown(*parts)),
                    NAMES_HINT,
                )
        return found

    def _names(self, *parts: str) -> list[str]:
        return [found.name for found in self._found(*parts)]

    def _found(self, *parts: str) -> list[Found]:
        folder = self._checked(*parts)
        try:
            return [found for found in listing(folder) if not found.name.startswith(".")]
        except OSError as error:
            raise self._unreadable(error, *parts) from None

    def _read(self, *parts: str) -> bytes:
        path = self._checked(*parts[:-1])
        path = below(path, parts[-1])
        try:
            found = status(path)
            if found.is_link:
                raise _linked(path)
            if found.size > _MAX_BYTES:
                raise ArchiveError(
                    msg("“{file}” is larger than {limit} MB.", file=self._shown(*parts), limit=1),
                    msg("no article is that long: check that this is the right file"),
                )
            return content(path)
        except OSError as error:
            raise self._unreadable(error, *parts) from None

    def _checked(self, *parts: str) -> str:
        """A folder inside the archive; a symbolic link on the way could lead out of it, or change later."""
        path = str(self.root)
        for part in parts:
            path = below(path, part)
            if path in self._sound:
                continue
            try:
                linked = status(path).is_link
            except OSError as error:
                raise self._unreadable(error, *parts) from None
            if linked:
                raise _linked(path)
            self._sound.add(path)
        return path

    def _text(self, data: bytes, *parts: str) -> str:
        try:
            # Notepad puts a mark at the start of what it saves; TOML knows none. Texts are kept as they are.
            return data.decode("utf-8-sig" if parts[-1].endswith(".toml") else "utf-8")
        except UnicodeDecodeError:
            raise ArchiveError(
                msg("“{file}” is not in UTF-8.", file=self._shown(*parts)),
                msg("every file of an archive is UTF-8: save it so"),
            ) from None

    def _unreadable(self, error: OSError, *parts: str) -> ArchiveError:
        return ArchiveError(
            msg(
                "“{file}” cannot be read: {reason}.",
                file=self._shown(*parts),
                reason=error.strerror or str(error),
            ),
            msg("take the file again from a copy of the archive"),
        )

    def _shown(self, *parts: str) -> str:
        return str(self.root.joinpath(*parts))


def _linked(path: str) -> ArchiveError:
    return ArchiveError(
        msg("“{file}” is a symbolic link.", file=path),
        msg("an archive holds its own files: put a copy in its place"),
    )

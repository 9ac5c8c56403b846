"""The index of a pack: which papers are in the folder, in which formats, each with its digest."""

from dataclasses import dataclass

from statuts.papers.paper import Paper


@dataclass(frozen=True, slots=True)
class PackedFile:
    """One file of the pack: its name, its format as people call it, its SHA-256."""

    name: str
    format: str
    sha256: str


@dataclass(frozen=True, slots=True)
class PackedPaper:
    """One paper of the pack in all its formats; `purpose` says what it is for."""

    title: str
    purpose: str
    files: tuple[PackedFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack(Paper):
    """The index page."""

    old_label: str
    new_label: str
    papers: tuple[PackedPaper, ...]

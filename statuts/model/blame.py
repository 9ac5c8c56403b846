"""Who brought each phrase of an article: its text in runs, each with the version it comes from."""

from dataclasses import dataclass

from statuts.model.archive import Version


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that one version brought.

    Where its words stood in another article first, `article` is that article's id and `moved` the version
    that put them here; else `article` is empty and `moved` None.
    """

    text: str
    version: Version
    article: str = ""
    moved: Version | None = None

    def __post_init__(self) -> None:
        if not self.text or bool(self.article) != (self.moved is not None):
            raise ValueError("a run has a text, and an article it came from if and only if it was moved")


@dataclass(frozen=True, slots=True)
class Blame:
    """An article and where its words come from. Always: the runs, end to end, are `text`.

    `since` is the version in which the article is first met; `inserted` says that this version brought it,
    and is False where what came before is not recorded. `repealed` is the version that repealed it, if one
    did: `text` is then its last wording.
    """

    article: str
    text: str
    runs: tuple[Run, ...]
    since: Version
    inserted: bool
    repealed: Version | None = None

    def __post_init__(self) -> None:
        if "".join([run.text for run in self.runs]) != self.text:
            raise ValueError("the runs of an article do not add up to its text")

    @property
    def versions(self) -> tuple[Version, ...]:
        """The versions that brought or moved words of it, each once, oldest first as far as dates tell."""
        found: dict[str, Version] = {}
        for run in self.runs:
            for version in (run.version, run.moved):
                if version is not None:
                    found.setdefault(version.name, version)
        return tuple(found.values())

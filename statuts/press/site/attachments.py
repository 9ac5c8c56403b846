"""The files kept beside versions, shown only where that is asked for: scans bear signatures and addresses."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from statuts.archive.read import Archive
from statuts.archive.write import ATTACHMENTS
from statuts.language.invisible import named
from statuts.site.page import Link
from statuts.site.paths import Paths
from statuts.site.texts import SiteText


class Attachments:
    """Finds and reads them. A folder, a link, a hidden file is none."""

    def __init__(self, archive: Archive, paths: Paths, *, wanted: bool) -> None:
        self._root, self._paths, self._wanted = archive.root, paths, wanted

    def links(self, text: SiteText) -> Mapping[str, Sequence[Link]]:
        """To the files of each version, by its name."""
        return {
            state.version.name: tuple(
                Link(named(file.name), quote(self._paths.attachment(text.id, state.version.name, file.name)))
                for file in self._found(text.id, state.version.name)
            )
            for state in text.states
        }

    def files(self, text: SiteText) -> Iterator[tuple[str, bytes]]:
        """Their paths in the site, and what they hold."""
        for state in text.states:
            for file in self._found(text.id, state.version.name):
                yield self._paths.attachment(text.id, state.version.name, file.name), file.read_bytes()

    def _found(self, text: str, version: str) -> list[Path]:
        folder = self._root / text / version / ATTACHMENTS
        if not self._wanted or folder.is_symlink() or not folder.is_dir():
            return []
        return sorted(
            file
            for file in folder.iterdir()
            if file.is_file() and not file.is_symlink() and not file.name.startswith(".")
        )

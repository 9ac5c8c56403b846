"""A text that a person names on the command line, and what they must know of it."""

from pathlib import Path

from statuts.cli.results import tell
from statuts.desk import sources
from statuts.desk.sources import Source


def source(name: str, archive: Path | None = None, encoding: str | None = None) -> Source:
    """The text that `name` means; see `statuts.desk.sources.source`. Its remarks go to standard error."""
    found = sources.source(name, archive, encoding)
    tell(found.remarks)
    return found

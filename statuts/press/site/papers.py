"""The papers of an open proposal, to be downloaded from its page: printed again only when it changes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from statuts.press.press import Press
from statuts.press.site.folder import SiteFolder
from statuts.press.site.proposals import worked_out
from statuts.site.page import Link
from statuts.site.paths import Paths
from statuts.site.proposal_pages import SiteProposal

if TYPE_CHECKING:
    from statuts.archive.read import Archive
    from statuts.press.amendment import Amendment

_FORMATS = {
    ".html": "HTML",
    ".pdf": "PDF",
    ".docx": "Word",
    ".odt": "OpenDocument",
    ".md": "Markdown",
    ".txt": "TXT",
}


def papers_of(
    of: SiteProposal,
    archive: "Archive",
    press: Press,
    formats: Sequence[str],
    folder: SiteFolder,
    made_from: str,
) -> tuple[Link, ...]:
    """The papers of a proposal, written into the site where they are not there yet, and links to them."""
    if not formats or not of.is_open or of.problem:
        return ()
    home = Paths(press.language).papers(of.proposal.text, of.proposal.name)
    known = [
        path
        for path, found in folder.before.items()
        if path.startswith(f"{home}/") and found.made_from == made_from
    ]
    if not known or not all(folder.kept(path, made_from) for path in known):
        known = []
        for name, data in _printed(of, archive, press, formats):
            folder.put(f"{home}/{name}", data, made_from)
            known.append(f"{home}/{name}")
    return tuple(_link(path) for path in sorted(known, key=_order))


def _printed(
    of: SiteProposal, archive: "Archive", press: Press, formats: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    from statuts.press.amendment import Given
    from statuts.press.pack import write_pack

    about = worked_out(archive, of.proposal)
    about = replace(about, moment=_moment(about))
    with TemporaryDirectory(prefix="statuts-") as temporary:
        written = Path(temporary)
        write_pack(about, Given(archive=archive.root), press, formats, written)
        for file in sorted(written.iterdir()):
            if file.name != "index.html":
                yield file.name, file.read_bytes()


def _moment(about: "Amendment") -> datetime:
    """When a paper was made, for its own record: a day of the archive's, so that the same archive gives the
    same bytes.
    """
    base = about.old.version
    day = about.case.meeting.day or (base and (base.adopted or base.decision.day)) or date(1970, 1, 1)
    return datetime.combine(day, time(12), UTC)


def _link(path: str) -> Link:
    name = path.rpartition("/")[2]
    stem, dot, suffix = name.rpartition(".")
    words = stem.partition("-")[2].replace("-", " ")
    return Link(f"{words[:1].upper()}{words[1:]}", path, _FORMATS.get(dot + suffix, suffix))


def _order(path: str) -> tuple[int, str]:
    number = path.rpartition("/")[2].partition("-")[0]
    return (int(number) if number.isdecimal() else 0, path)

"""An archive read for its site: every version of every text, once, and the proposals that are public."""

from collections.abc import Iterator
from hashlib import sha256

from statuts.archive.history import article_notes, recorded_ids
from statuts.archive.read import Archive
from statuts.markdown.read import read
from statuts.model.archive import Version
from statuts.model.proposal import Proposal, Stage
from statuts.site.texts import SiteText, State


def text_of(archive: Archive, text: str) -> SiteText:
    """A text with all its versions. Raises `ArchiveError` where a file is not as it was adopted."""
    history = archive.history(text)
    states = tuple(_state(archive, version) for version in history.versions)
    return SiteText(history, states, article_notes(archive, history.latest))


def _state(archive: Archive, version: Version) -> State:
    document = read(archive.source(version))
    return State(version, document, recorded_ids(archive, version, document))


def public_proposals(archive: Archive, text: str, *, drafts: bool) -> Iterator[Proposal]:
    """The proposals to be shown. A draft is its author's own: it is shown only where that is asked for."""
    for name in archive.proposals(text):
        proposal = archive.proposal(text, name)
        if proposal.stage is not Stage.DRAFT or drafts:
            yield proposal


def digest(*parts: object) -> str:
    """One digest of several facts, each with its own end."""
    found = sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        found.update(len(data).to_bytes(8, "big") + data)
    return found.hexdigest()

"""What every page shares: the archive as it is now, the proposal that is meant, a template filled."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

from flask import Response, abort

from statuts.amend.outcome import outcome
from statuts.archive.read import Archive, open_archive
from statuts.archive.write import Writer
from statuts.desk.drafts import Drafts
from statuts.desk.proposals import Ground, ground_of
from statuts.language.invisible import named
from statuts.markdown.read import read
from statuts.model.archive import Version
from statuts.model.document import Document
from statuts.model.message import Message
from statuts.model.parts import Part, joined
from statuts.model.proposal import Proposal
from statuts.render.templating import filled
from statuts.web.kit import Kit

_MOST_GROUNDS = 16


@dataclass(frozen=True, slots=True)
class Known:
    """What a proposal starts from, read: it never changes, so it is read once."""

    ground: Ground
    document: Document

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that the proposal changes."""
        return self.ground.parts


class Room:
    """One archive on the desk. Nothing that a request says is ever joined to a path or a template's name."""

    def __init__(self, root: Path, kit: Kit) -> None:
        self.root = root
        self.kit = kit
        self.drafts = Drafts(root)
        self._grounds: dict[tuple[str, str, str], Known] = {}
        self._lock = Lock()

    @property
    def say(self) -> Callable[[Message], str]:
        """A message in the language of the archive."""
        return self.kit.voice.say

    def archive(self) -> Archive:
        """The archive as it is on the disk now."""
        return open_archive(self.root)

    def writer(self) -> Writer:
        """The one who may write to it."""
        return Writer(self.root)

    def proposal(self, archive: Archive, text: str, name: str) -> Proposal:
        """The proposal that an address means; 404 where the archive lists none of that name."""
        if text not in archive.texts or name not in archive.proposals(text):
            abort(404)
        return archive.proposal(text, name)

    def version(self, archive: Archive, text: str, name: str) -> Version:
        """The version that an address means; 404 where the archive lists none of that name."""
        found = [v for v in archive.versions(text) if v.name == name] if text in archive.texts else []
        return found[0] if found else abort(404)

    def known(self, archive: Archive, proposal: Proposal) -> Known:
        """What a proposal starts from. Raises `ProposalError` where it is not there as it was."""
        key = (proposal.text, proposal.base, proposal.base_manifest)
        amends = archive.has_proposal(proposal.text, proposal.base)  # which may have changed since
        ground = ground_of(archive, proposal) if amends else None
        with self._lock:
            found = self._grounds.get(key)
        if found is None:
            ground = ground or ground_of(archive, proposal)
            found = Known(ground, read(joined(ground.parts)))
            with self._lock:
                if len(self._grounds) >= _MOST_GROUNDS:
                    self._grounds.clear()
                self._grounds[key] = found
        return found

    def page(self, template: str, values: Mapping[str, Any], status: int = 200) -> Response:
        """A template filled."""
        voice = self.kit.voice
        given = {
            "language": voice.language,
            "say": voice.say,
            "day": voice.day,
            "number": voice.number,
            "named": named,
            "shared": bool(self.kit.passphrase),
            "view_names": (),
            **values,
        }
        html = filled(self.kit.templates, template, given)
        return Response(html, status, content_type="text/html; charset=utf-8")


def digest(text: str) -> str:
    """What tells whether a text is still the one that a page was made of."""
    return sha256(text.encode()).hexdigest()


def state_of(proposal: Proposal) -> str:
    """The same for all that a proposal does to its text."""
    said = [repr((proposal.base, proposal.base_manifest, proposal.numbering, proposal.operations))]
    said += [f"{name}\0{text}" for name, text in sorted(proposal.wordings.items())]
    return digest("\0".join(said))


def proposed(known: Known, proposal: Proposal) -> tuple[Sequence[Part], Document]:
    """The parts and the text that a proposal makes. Raises `ProposalError`."""
    parts = outcome(known.parts, proposal).parts
    return parts, read(joined(parts))

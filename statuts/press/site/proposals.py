"""The proposals of an archive for its site: each worked out only when a page asks for it."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from statuts.archive.read import Archive
from statuts.errors import StatutsError
from statuts.i18n import say
from statuts.model.proposal import Proposal
from statuts.papers.case import AmendmentCase
from statuts.press.site.reading import digest, public_proposals
from statuts.site.proposal_pages import SiteProposal
from statuts.site.texts import SiteText

if TYPE_CHECKING:
    from statuts.press.amendment import Amendment


def site_proposals(archive: Archive, text: SiteText, *, drafts: bool) -> Iterator[SiteProposal]:
    """The public proposals to change a text."""
    for proposal in public_proposals(archive, text.id, drafts=drafts):
        work_out = partial(_case, archive, proposal)
        yield SiteProposal(proposal, text, _made(archive, text, proposal), work_out)


def _case(archive: Archive, proposal: Proposal) -> tuple[AmendmentCase | None, str]:
    try:
        return worked_out(archive, proposal).case, ""
    except StatutsError as error:
        return None, say(error.message, archive.association.language)


def worked_out(archive: Archive, proposal: Proposal) -> "Amendment":
    """A proposal with its two texts and all its papers say. Raises `StatutsError`."""
    from statuts.press.amendment import Given, amendment

    return amendment([f"{proposal.text}:{proposal.name}"], Given(archive=archive.root))


def _made(archive: Archive, text: SiteText, proposal: Proposal) -> str:
    """What the pages of a proposal are made from: itself, those it amends, the version that came of it."""
    facts: list[object] = [proposal, archive.association, text.history.title]
    below = proposal
    for _ in range(8):
        if not archive.has_proposal(text.id, below.base):
            break
        below = archive.proposal(text.id, below.base)
        facts.append(below)
    made = [v for v in text.history.versions if v.proposal == proposal.name]
    facts += [(v.manifest, text.history.facts_of(v)) for v in made]
    return digest(*map(repr, facts))

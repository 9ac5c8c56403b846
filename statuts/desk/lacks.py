"""What a proposal still lacks before it can be put to a vote."""

from statuts.amend.outcome import Outcome
from statuts.model.archive import Association
from statuts.model.message import Message, msg
from statuts.model.proposal import Proposal, Stage
from statuts.papers.case import meeting_of
from statuts.papers.gaps import meeting_gaps, notice_gaps


def missing(proposal: Proposal, found: Outcome, association: Association) -> list[Message]:
    """What a proposal still lacks before a meeting, and what its papers would leave blank."""
    lacks = []
    if not found.operations:
        lacks.append(msg("any change of the text"))
    if not proposal.author:
        lacks.append(msg("who proposes it"))
    if not proposal.summary:
        lacks.append(msg("a summary"))
    if not proposal.rationale.strip():
        lacks.append(msg("the rationale (rationale.md)"))
    if proposal.stage in (Stage.DRAFT, Stage.PROPOSED):
        meeting = meeting_of(proposal.decision)
        rules = [rule for rule in association.rules if rule.text in ("", proposal.text)]
        lacks += [*meeting_gaps(association.name, meeting), *notice_gaps(meeting, rules)]
    return lacks

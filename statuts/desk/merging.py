"""Several proposals together: made one, carried over to a later version, their possible outcomes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from statuts.amend.derive import operations_between
from statuts.amend.merge import Conflict, Meeting, merge
from statuts.amend.outcome import outcome
from statuts.amend.outcomes import MOST, admissible
from statuts.amend.overlay import overlaid
from statuts.archive.read import Archive
from statuts.desk.proposals import base_of, ground_of
from statuts.errors import ProposalError
from statuts.i18n import _, say, say_number
from statuts.language.invisible import named
from statuts.model.message import Message, msg
from statuts.model.operations import WORDED
from statuts.model.parts import joined
from statuts.model.proposal import Proposal

_MEETINGS = {
    Meeting.WORDING: msg("the same words, changed in two ways"),
    Meeting.REPEAL: msg("changed by one, repealed by the other"),
    Meeting.INSERTION: msg("two different articles under one id"),
    Meeting.PLACE: msg("moved to two places"),
    Meeting.NUMBERING: msg("numbered in two ways"),
}


def merged_proposal(archive: Archive, proposals: Sequence[Proposal], name: str, title: str) -> Proposal:
    """One proposal of several on the same base. Raises `ProposalError` with every place where they meet."""
    first = proposals[0]
    if len({(proposal.base, proposal.base_manifest) for proposal in proposals}) > 1:
        raise ProposalError(
            msg("these proposals do not change the same version."),
            msg("carry the older ones over first: statuts propose NAME --carry-over"),
        )
    found = merge(ground_of(archive, first).parts, proposals)
    if found.conflicts:
        raise ProposalError(
            _met(found.conflicts), msg("decide which one is to be followed, and change the other")
        )
    return replace(
        first,
        name=name,
        title=title or " ; ".join(sorted(proposal.title for proposal in proposals)),
        author=", ".join(dict.fromkeys(p.author for p in proposals if p.author)),
        summary=(),
        operations=found.operations,
        wordings=found.wordings,
        numbering=found.numbering,
        rationale="\n\n".join(p.rationale.strip() for p in proposals if p.rationale.strip()),
    )


def carried_over(archive: Archive, proposal: Proposal) -> Proposal:
    """The proposal on top of the latest version. Raises `ProposalError` where it meets what was adopted."""
    base, latest = base_of(archive, proposal), archive.history(proposal.text).latest
    if base.name == latest.name:
        return proposal
    old, new = archive.parts(base), archive.parts(latest)
    operations = operations_between(old, new)
    worded = {operation.article for operation in operations if operation.act in WORDED}
    adopted = replace(
        proposal,
        name=latest.name,
        operations=operations,
        wordings={part.id: part.markdown for part in new if part.id in worded},
        numbering=proposal.numbering,
    )
    found = merge(old, [adopted, proposal])
    if found.conflicts:
        raise ProposalError(
            _met(found.conflicts), msg("write the proposal anew on “{label}”", label=latest.label)
        )
    whole = overlaid(old, found.operations, found.wordings)
    own = operations_between(new, whole)
    worded = {operation.article for operation in own if operation.act in WORDED}
    return replace(
        proposal,
        base=latest.name,
        base_manifest=latest.manifest,
        operations=own,
        wordings={part.id: part.markdown for part in whole if part.id in worded},
    )


def _met(conflicts: Sequence[Conflict]) -> Message:
    lines = []
    for conflict in conflicts:
        lines.append(f"{conflict.article or '–'} : {say(_MEETINGS[conflict.meeting])}")
        for name, result in zip(conflict.names, conflict.results, strict=True):
            said = named(" ".join(result.split())) or _("(repealed)")
            lines.append(f"    {name} : {said if len(said) <= 400 else said[:399] + '…'}")
    return msg("these proposals meet:\n{places}", places="\n".join(lines))


def previewed(archive: Archive, proposals: Sequence[Proposal]) -> list[Mapping[str, object]]:
    """For every admissible result of the votes: what is adopted, and the text's digest, or where it fails."""
    if len(proposals) > MOST:
        raise ProposalError(
            msg("the outcomes of more than {count} proposals are too many to be read.", count=MOST),
            msg("name those that are put to the vote together"),
        )
    shown: list[Mapping[str, object]] = []
    for chosen in admissible(proposals):
        row: dict[str, object] = {"adopted": [proposal.name for proposal in chosen]}
        try:
            if chosen:
                whole = merged_proposal(archive, chosen, chosen[0].name, "")
                found = outcome(ground_of(archive, whole).parts, whole)
                row["text"] = joined(found.parts)
                row["articles"] = list(dict.fromkeys(op.article for op in found.operations))
                row["sha256"] = sha256(joined(found.parts).encode()).hexdigest()
        except ProposalError as error:
            row["conflict"] = say(error.message)
        shown.append(row)
    return shown


def said_outcomes(rows: Sequence[Mapping[str, object]]) -> str:
    """The outcomes for the terminal, one a line."""
    lines = [_("{count} possible outcomes:").format(count=say_number(len(rows)))]
    for row in rows:
        adopted = ", ".join(map(str, row["adopted"])) if row["adopted"] else _("none adopted")  # type: ignore[call-overload]
        if "conflict" in row:
            detail = str(row["conflict"])
        elif "articles" in row:
            detail = _("articles: {names}").format(names=", ".join(map(str, row["articles"])))  # type: ignore[call-overload]
            detail += f" · {str(row['sha256'])[:12]}"
        else:
            detail = _("the text stays as it is")
        lines.append(f"  {adopted} → {detail}")
    return "\n".join(lines) + "\n"

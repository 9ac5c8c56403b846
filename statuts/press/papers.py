"""Which paper is asked for: what it is made of, its template, and what it is signed with."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time

from statuts.archive.history import article_notes, recorded_ids
from statuts.archive.read import Archive
from statuts.desk.versions import named_proposal
from statuts.diff.compare import compare
from statuts.errors import UsageError
from statuts.markdown.read import read
from statuts.model.archive import Decision, Version
from statuts.model.message import msg
from statuts.model.proposal import Proposal, Stage
from statuts.model.sheet import Attachment
from statuts.papers.ballot import ballot
from statuts.papers.case import AmendmentCase
from statuts.papers.clean import clean
from statuts.papers.comparison import comparison
from statuts.papers.consolidated import ConsolidatedCase, consolidated
from statuts.papers.filing import FilingCase, filing
from statuts.papers.minutes import minutes
from statuts.papers.names import changes_of, heading_of, is_left_behind
from statuts.papers.notice import notice
from statuts.papers.paper import Paper
from statuts.papers.printing import Imprint
from statuts.papers.proposal import proposal, status_of
from statuts.papers.redline_paper import RedlineCase, redline_paper
from statuts.press.amendment import (
    Amendment,
    Given,
    amendment,
)
from statuts.press.carried import source_attachment
from statuts.press.order import Order
from statuts.render.filtering import DEFAULT
from statuts.render.voice import Voice

_MAKERS: dict[str, Callable[[AmendmentCase, Voice], Paper]] = {
    "proposal": proposal,
    "clean": clean,
    "comparison": comparison,
    "notice": notice,
}


def of_amendment(kind: str, about: Amendment) -> Order:
    """One of the papers of an amendment."""
    case, template = about.case, kind
    make: Callable[[Voice], Paper]
    if kind == "redline":
        template = "redline_paper"

        def make(voice: Voice) -> Paper:
            told = RedlineCase(
                case.redline,
                case.text,
                case.association,
                status_of(case, voice),
                case.standing.band,
                case.adopted is not None,
                tuple(case.summary),
            )
            return redline_paper(told, DEFAULT, voice)
    elif kind == "minutes":
        decision = about.new.version.decision if about.new.version else _refusal(about.new.proposal)

        def make(voice: Voice) -> Paper:
            return minutes(case, decision, voice)
    elif kind == "ballot":
        return of_ballot([[about]])
    else:
        maker = _MAKERS[kind]

        def make(voice: Voice) -> Paper:
            return maker(case, voice)

    return Order(kind, template, make, about.imprint(), about.archive, about.carried, about)


def _refusal(refused: Proposal | None) -> Decision:
    return refused.decision if refused else Decision()


def of_ballot(groups: Sequence[Sequence[Amendment]]) -> Order:
    """The ballot on several amendments; those of one group exclude each other."""
    first = groups[0][0]

    def make(voice: Voice) -> Paper:
        return ballot([[about.case for about in group] for group in groups], voice)

    return Order("ballot", "ballot", make, first.imprint(), first.archive)


def ballot_groups(names: Sequence[str], given: Given) -> list[list[Amendment]]:
    """The amendments that names mean, those together that exclude each other. Raises `UsageError` where
    texts and proposals are mixed.
    """
    found = [named_proposal(name, given.archive) for name in names]
    proposals = [one[1] for one in found if one]
    if not proposals:
        return [[amendment(names, given)]]
    if not all(found):
        raise UsageError(
            msg("a ballot is about proposals, or about two texts: not about both."),
            msg("name the proposals: statuts document ballot age-2026 age-2026-b"),
        )
    archive = next(one for one in found if one)[0]
    return [
        [amendment([f"{one.text}:{one.name}"], given) for one in group]
        for group in _grouped(archive, proposals)
    ]


def variants_of(about: Amendment, given: Given) -> list[list[Amendment]]:
    """An amendment with the variants of its proposal that still stand."""
    proposal = about.new.proposal
    if proposal is None:
        return [[about]]
    return ballot_groups([f"{proposal.text}:{proposal.name}"], given)


def _grouped(archive: Archive, proposals: Sequence[Proposal]) -> list[list[Proposal]]:
    """Proposals with the variants of theirs that still stand, those together that exclude each other."""
    wanted = {(one.text, one.name): one for one in proposals}
    for text in {one.text for one in proposals}:
        for other in (archive.proposal(text, name) for name in archive.proposals(text)):
            stands = other.stage in (Stage.DRAFT, Stage.PROPOSED)
            if stands and any(excluded(other, one) for one in proposals):
                wanted.setdefault((text, other.name), other)
    groups: list[list[Proposal]] = []
    for one in wanted.values():
        home = next((group for group in groups if any(excluded(one, other) for other in group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups


def excluded(one: Proposal, other: Proposal) -> bool:
    """Whether two proposals are variants of which only one can be adopted."""
    return one.text == other.text and (one.name in other.excludes or other.name in one.excludes)


def of_version(kind: str, archive: Archive, version: Version) -> Order:
    """One of the papers of an adopted text."""
    document = read(archive.source(version))

    def make(voice: Voice) -> Paper:
        if kind == "filing":
            case = FilingCase(
                archive.association, archive.history(version.text), version, _changed(archive, version, voice)
            )
            return filing(case, voice)
        return consolidated(
            ConsolidatedCase(
                association=archive.association,
                history=archive.history(version.text),
                version=version,
                document=document,
                recorded=recorded_ids(archive, version, document),
                notes=article_notes(archive, version),
                labels=_last_labels(archive, version),
            ),
            voice,
        )

    day = version.adopted or version.decision.day
    moment = datetime.combine(day, time(12), UTC) if day else datetime(1970, 1, 1, tzinfo=UTC)

    def carried() -> tuple[Attachment, ...]:
        text = archive.source(version)
        return (source_attachment(version.label, text),) if kind == "consolidated" else ()

    return Order(kind, kind, make, Imprint(archive.association.name, moment), archive, carried)


def _changed(archive: Archive, version: Version, voice: Voice) -> tuple[str, ...]:
    """The headings of what a version changes; nothing for the first."""
    before = next((v for v in archive.versions(version.text) if v.name == version.follows), None)
    if before is None:
        return ()
    redline = compare(read(archive.source(before)), read(archive.source(version)))
    changed = [a for a in redline.articles if changes_of(a) and not is_left_behind(a)]
    return tuple(heading_of(article, voice) for article in changed)


def _last_labels(archive: Archive, version: Version) -> dict[str, str]:
    """How each article was last headed, up to `version`."""
    labels: dict[str, str] = {}
    for known in archive.versions(version.text):
        document = read(archive.source(known))
        names = recorded_ids(archive, known, document)
        labels |= {names[section.id]: section.label for section in document.sections if section.label}
        if known.name == version.name:
            break
    return labels

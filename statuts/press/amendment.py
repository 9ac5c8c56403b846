"""What a person names becomes one amendment: a proposal, a version against the one before, or two texts."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from pathlib import Path

from statuts.archive.history import recorded_ids
from statuts.archive.read import Archive
from statuts.desk.files import read_text
from statuts.desk.meeting import planned
from statuts.desk.proposals import ground_of, proposed_text
from statuts.desk.sources import Source, source
from statuts.diff.compare import compare
from statuts.errors import InputError, UsageError, WordingError
from statuts.i18n import _, current_language, say
from statuts.markdown.read import read
from statuts.model.archive import Decision, Version
from statuts.model.document import Document, SectionKind
from statuts.model.instruction import Instruction
from statuts.model.message import msg
from statuts.model.parts import joined
from statuts.model.proposal import Proposal, Stage
from statuts.model.redline import Redline
from statuts.model.sheet import Attachment
from statuts.papers.case import AmendmentCase, meeting_of
from statuts.papers.names import TextKind, TextName
from statuts.papers.printing import Imprint
from statuts.papers.rationale import NO_RATIONALE, read_rationale
from statuts.press.carried import attachments, moment_of


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line tells of an amendment; empty or None where it tells nothing."""

    body: str = ""
    day: date | None = None
    hour: str = ""
    place: str = ""
    convened: date | None = None
    members: int | None = None
    association: str = ""
    rationale: Path | None = None
    author: str = ""
    archive: Path | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """An amendment with the two texts it comes from, and when the new one was written. `remarks` are what
    whoever asked for it must know.
    """

    case: AmendmentCase
    old: Source
    new: Source
    moment: datetime
    remarks: tuple[str, ...] = ()

    @property
    def archive(self) -> Archive | None:
        """The archive that holds one of the texts."""
        return self.new.archive or self.old.archive

    def imprint(self) -> Imprint:
        """What its papers are signed with, and what they carry along for machines."""
        return Imprint(
            author=self.case.author or self.case.association,
            moment=self.moment,
        )

    def carried(self) -> tuple[Attachment, ...]:
        """Its two texts and the redline as data."""
        return attachments(self.case.redline, self.old.text, self.new.text)


def amendment(names: Sequence[str], given: Given) -> Amendment:
    """The amendment that `names` mean: OLD and NEW, or a proposal or version alone. Raises `StatutsError`."""
    old, new = _pair(names, given)
    before, after = read(old.text), read(new.text)
    redline = compare(before, after, old.label, new.label)
    archive = new.archive or old.archive
    proposal, version = _proposal(new), new.version
    decision = version.decision if version else proposal.decision if proposal else Decision()
    reasons = proposal.rationale if proposal else ""
    if given.rationale:
        reasons = read_text(given.rationale, given.encoding)
    rationale = read_rationale(reasons, redline.articles) if reasons.strip() else NO_RATIONALE
    name = _text_name((old, new), after)
    association = archive.association if archive else None
    text = version.text if version else proposal.text if proposal else "statuts"
    act, lacking = _act(redline, before, after, association.language if association else current_language())
    case = AmendmentCase(
        redline=redline,
        old=before,
        new=after,
        text=name,
        association=given.association or (association.name if association else ""),
        meeting=meeting_of(planned(decision, asdict(given))),
        rationale=rationale,
        author=given.author or (proposal.author if proposal else ""),
        adopted=version,
        recorded=recorded_ids(archive, version, after) if archive and version else None,
        act=act,
        title=proposal.title if proposal else "",
        summary=proposal.summary if proposal else (),
        stage=proposal.stage if proposal else None,
        facts=archive.history(version.text).facts_of(version) if archive and version else (),
        rules=[r for r in association.rules if r.text in ("", text)] if association else (),
    )
    remarks = (*old.remarks, *new.remarks, *map(say, rationale.remarks), *lacking)
    return Amendment(case, old, new, moment_of(new, names[-1]), remarks)


def _pair(names: Sequence[str], given: Given) -> tuple[Source, Source]:
    if len(names) > 2:
        raise UsageError(
            msg("too many names: this paper is about one amendment."),
            msg("name a proposal, a version, or two texts"),
        )
    if len(names) == 2:
        old, new = (source(name, given.archive, given.encoding) for name in names)
        return old, new
    new = source(names[0], given.archive, given.encoding)
    if new.archive and new.proposal:
        return _of_proposal(new.archive, new.proposal)
    if new.archive and new.version:
        return _of_version(new.archive, new.version)
    raise UsageError(
        msg("“{name}” alone does not tell what it changes.", name=names[0]),
        msg("name a proposal, a version of the archive, or two texts: OLD NEW"),
    )


def _of_proposal(archive: Archive, proposal: Proposal) -> tuple[Source, Source]:
    made = [v for v in archive.versions(proposal.text) if v.proposal == proposal.name]
    if made:  # once adopted, what was adopted counts, be it only a part of the proposal
        return _of_version(archive, made[-1])
    ground = ground_of(archive, proposal)
    amends_version = proposal.base == ground.version.name
    label = ground.version.label if amends_version else archive.proposal(proposal.text, proposal.base).title
    old = Source(joined(ground.parts), label, ground.version if amends_version else None, archive)
    return old, Source(proposed_text(archive, proposal), proposal.title, None, archive, proposal)


def _of_version(archive: Archive, version: Version) -> tuple[Source, Source]:
    before = next((v for v in archive.versions(version.text) if v.name == version.follows), None)
    if before is None:
        raise InputError(
            msg("“{label}” is the first version known: it changes none.", label=version.label),
            msg("for its text: statuts document consolidated {name}", name=version.name),
        )
    old, new = (Source(archive.source(v), v.label, v, archive) for v in (before, version))
    return old, new


def _proposal(new: Source) -> Proposal | None:
    """The proposal of a text, or the one that its version was made by, while it is kept."""
    if new.proposal or not (new.archive and new.version and new.version.proposal):
        return new.proposal
    text, name = new.version.text, new.version.proposal
    if not new.archive.has_proposal(text, name):
        return None
    return replace(new.archive.proposal(text, name), stage=Stage.ADOPTED)


def _act(
    redline: Redline, before: Document, after: Document, code: str
) -> tuple[tuple[Instruction, ...], tuple[str, ...]]:
    """The amending wording, in the language `code`; where none is found, the paper does without, and why."""
    from statuts.wording.languages import language
    from statuts.wording.write import write

    try:
        return write(redline, before, after, language(code)).instructions, ()
    except WordingError as error:
        return (), (_("No amending wording in this paper: {reason}").format(reason=say(error.message)),)


def _text_name(sources: tuple[Source, Source], document: Document) -> TextName:
    """The text that is amended: as the archive has it; for a file the statutes, unless headed otherwise."""
    for found in reversed(sources):
        text = found.version.text if found.version else found.proposal.text if found.proposal else ""
        if text and found.archive:
            return TextName.of(text, found.archive.history(text).title)
    title = next((s.label for s in document.sections if s.kind is SectionKind.TITLE), "")
    rules = "règlement intérieur" in title.lower() or "internal rules" in title.lower()
    return TextName(TextKind.RULES if rules else TextKind.STATUTES, title)

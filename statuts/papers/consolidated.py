"""The whole text as in force, with what made each article what it is, as a template prints it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from statuts.language.grammar import capitalised
from statuts.model.archive import ArticleNote, Association, Decision, Resolution, TextHistory, Version
from statuts.model.document import Document, SectionKind
from statuts.model.message import msg
from statuts.model.sheet import Passage
from statuts.papers.history import article_lines, history_line, repealed
from statuts.papers.names import TextKind, TextName
from statuts.papers.outlook import outlook
from statuts.papers.paper import Paper, standing_of
from statuts.papers.passages import as_it_is
from statuts.render.facts import (
    EXPECTED,
    Row,
    Vote,
    decided,
    decision_rows,
    missing_facts,
    validity,
    version_rows,
)
from statuts.render.voice import Voice

_TOP = 2
"""Level of the highest headings of the text: the paper itself has the first."""


@dataclass(frozen=True, slots=True)
class ConsolidatedCase:
    """All that a consolidated text is made of.

    `recorded` gives the archive's id of a section, by the id it was read with; `notes` the life of each
    article and `labels` the last label of those that are gone, both by the archive's id.
    """

    association: Association
    history: TextHistory
    version: Version
    document: Document
    recorded: Mapping[str, str]
    notes: Mapping[str, tuple[ArticleNote, ...]]
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text: its anchor, its label for the table of contents, itself, and the notes below it."""

    anchor: str
    label: str
    level: int
    text: Passage
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gone:
    """An article that was repealed before this version."""

    label: str
    notes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Consolidated(Paper):
    """The paper of a consolidated text."""

    identity: tuple[Row, ...]
    version: str
    history: str
    validity: str
    outlook: tuple[str, ...]
    pieces: tuple[Piece, ...]
    gone: tuple[Gone, ...]
    facts: tuple[Row, ...]
    decision: tuple[Row, ...]
    votes: tuple[Vote, ...]


def consolidated(case: ConsolidatedCase, voice: Voice) -> Consolidated:
    """The paper of one version of a text."""
    version = case.version
    name = TextName.of(case.history.id, case.history.title)
    expected = EXPECTED[case.association.regime] if name.kind is TextKind.STATUTES else ()
    facts = tuple(version_rows(version, case.history.facts_of(version), expected, voice))
    decision = tuple(decision_rows(version.decision, voice))
    votes = decided(_own(version), voice)
    identity = tuple(_identity(case.association, voice))
    versions = _up_to(case.history, version)
    title = next((s.label for s in case.document.sections if s.kind is SectionKind.TITLE), "")
    return Consolidated(
        language=voice.language,
        title=title or case.history.title,
        association=_name(case.association),
        identity=identity,
        version=version.label,
        status=_status(version, voice),
        band=voice.say(standing_of(version, case.history.facts_of(version), None).band),
        history=history_line(name, versions, voice),
        validity=capitalised(validity(version, voice)),
        outlook=outlook(case.history, version, case.association.regime, voice),
        pieces=tuple(_pieces(case, voice)),
        gone=tuple(Gone(*found) for found in repealed(case.notes, case.labels, voice)),
        facts=facts,
        decision=() if version.decision == Decision() else decision,
        votes=votes,
        digest=version.digest,
        missing=missing_facts(version, [*identity, *facts, *decision], votes, voice),
    )


def _own(version: Version) -> list[Resolution]:
    return [r for r in version.decision.resolutions if r.text in ("", version.text)]


def _name(association: Association) -> str:
    return f"{association.name} ({association.sigle})" if association.sigle else association.name


def _identity(association: Association, voice: Voice) -> list[Row]:
    seat = association.seat
    place = ", ".join(part for part in (seat.address, f"{seat.postcode} {seat.town}".strip()) if part)
    rows = [
        Row(voice.say(msg("Seat")), place, missing=not place),
        Row(voice.say(msg("RNA number")), association.rna, missing=not association.rna),
    ]
    unknown = voice.say(msg("not recorded"))
    return [replace(row, value=unknown) if row.missing else row for row in rows]


def _up_to(history: TextHistory, version: Version) -> Sequence[Version]:
    names = [known.name for known in history.versions]
    return history.versions[: names.index(version.name) + 1]


def _status(version: Version, voice: Voice) -> str:
    day = version.starts
    if day is None:
        return voice.say(msg("Consolidated version (day of entry into force not known)"))
    return voice.say(msg("Consolidated version, in force from {day}", day=voice.day(day)))


def _pieces(case: ConsolidatedCase, voice: Voice) -> list[Piece]:
    sections = case.document.sections
    depths = [
        s.blocks[0].depth
        for s in sections
        if s.heading and not s.heading.run_in and s.kind is not SectionKind.TITLE
    ]
    top = min(depths, default=_TOP)
    pieces = []
    for number, section in enumerate(sections, 1):
        heads = section.heading is not None and not section.heading.run_in
        level = min(_TOP + max(section.blocks[0].depth - top, 0), 6) if heads else 0
        shown = section
        if section.kind is SectionKind.TITLE:
            shown, level = section._replace(heading=None, blocks=section.blocks[1:]), 0
        notes = case.notes.get(case.recorded.get(section.id, section.id), ())
        if shown.blocks:
            pieces.append(
                Piece(
                    f"s{number}",
                    section.label if level else "",
                    level,
                    as_it_is(shown, level or _TOP),
                    article_lines(notes, voice),
                )
            )
    return pieces

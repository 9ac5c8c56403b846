"""What must be filed after the vote: a checklist of what is due, when and to whom, and the cover letter.

The law is cited, never interpreted: what applies to an association is for its board to judge.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from statuts.amend.rules import three_months_after
from statuts.errors import UsageError
from statuts.model.archive import Association, Fact, FactKind, Regime, TextHistory, Version
from statuts.model.message import Message, msg
from statuts.papers.names import TextKind, TextName
from statuts.papers.paper import Paper, standing_of
from statuts.render.facts import decision_name
from statuts.render.voice import BLANK, Voice


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do: what, to whom, by when, by what rule; `done` says what the archive knows of it."""

    what: str
    whom: str
    due: str
    source: str
    done: str


@dataclass(frozen=True, slots=True)
class Sender:
    """The head of the letter, with room for what is not known."""

    name: str
    address: str
    rna: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing(Paper):
    """The paper of a declaration. `changed` are the parts of the text that differ from the version before;
    `authority` is whom the letter goes to.
    """

    regime: str
    version: str
    decision: str
    day: str
    limit: str
    changed: tuple[str, ...]
    steps: tuple[Step, ...]
    enclosed: tuple[str, ...]
    sender: Sender
    authority: str
    filing_town: str


@dataclass(frozen=True, slots=True)
class FilingCase:
    """The version to file; `changed` are the headings of what it changes, empty for the first version."""

    association: Association
    history: TextHistory
    version: Version
    changed: Sequence[str] = ()


def filing(case: FilingCase, voice: Voice) -> Filing:
    """The checklist and the letter. Raises `UsageError` for a text the law does not ask to be filed."""
    association, version, say = case.association, case.version, voice.say
    name = TextName.of(case.history.id, case.history.title)
    if name.kind is not TextKind.STATUTES:
        raise UsageError(
            msg("no declaration is known for the text “{title}”: only the statutes are filed.",
                title=case.history.title),
            msg("for its text: statuts document consolidated {text}:{name}", text=case.history.id,
                name=version.name),
        )  # fmt: skip
    day = version.adopted or version.decision.day
    limit = three_months_after(day) if day else None
    facts = case.history.facts_of(version)
    return Filing(
        language=voice.language,
        title=say(msg("Filing of the amended statutes")),
        association=association.name,
        status=version.label,
        band=say(standing_of(version, facts, None).band),
        digest=version.digest,
        regime=association.regime.value,
        version=version.label,
        decision=decision_name(version, voice),
        day=voice.day(day) if day else BLANK,
        limit=voice.day(limit) if limit else BLANK,
        changed=tuple(case.changed),
        steps=tuple(_steps(association, limit, facts, voice)),
        enclosed=tuple(map(say, _enclosed(association, version, voice))),
        sender=_sender(association),
        authority=say(_authority(association)),
        filing_town=association.seat.town or BLANK,
        missing=tuple(map(say, _missing(association, day))),
    )


def _steps(
    association: Association, limit: date | None, facts: Sequence[Fact], voice: Voice
) -> Iterator[Step]:
    """The steps of the association's regime, in the order in which they are taken."""
    say, regime = voice.say, association.regime
    done = {fact.kind: _said(fact, voice) for fact in facts}
    due = voice.day(limit) if limit else BLANK
    board, ministry = msg("the board"), msg("ministry of the interior")
    whom = _authority(association)
    steps: list[tuple[Message, Message, Message | str, str, FactKind | None]] = [
        (_SIGN, board, msg("before filing"), "associations.gouv.fr", None)
    ]
    if regime is Regime.ALSACE_MOSELLE:
        steps.append((_INSCRIBE, whom, msg("without delay"), "code civil local, art. 71", FactKind.INSCRIBED))
    else:
        if regime is Regime.PUBLIC_UTILITY:
            before = msg("before any application")
            steps.append((_APPROVE, ministry, before, f"{_DECREE}, art. 13-1", FactKind.APPROVED))
        after = msg("after the declaration")
        steps += [
            (_DECLARE, whom, due, "loi du 1er juillet 1901, art. 5", FactKind.DECLARED),
            (_RECEIPT, board, after, _DECREE, FactKind.RECEIPT),
            (_PUBLISH, msg("JOAFE"), msg("with the declaration"), f"{_DECREE}, art. 1", FactKind.JOAFE),
            (_SIRENE, msg("INSEE"), after, "–", None),
        ]
        if regime is Regime.PUBLIC_UTILITY:
            within = msg("within six months")
            steps.append((_RULES, ministry, within, "décret n° 2024-720 du 5 juillet 2024", None))
    steps.append((_KEEP, board, msg("always"), "–", None))
    for what, to, by, source, kind in steps:
        by_when = by if isinstance(by, str) else say(by)
        yield Step(say(what), say(to), by_when, source, done.get(kind, "") if kind else "")


_DECREE = "décret du 16 août 1901"
_SIGN = msg("Date the amended statutes and have them signed by at least two of the declared leaders")
_INSCRIBE = msg(
    "Ask for the amendment to be inscribed in the register of associations; it takes effect only then"
)
_APPROVE = msg(
    "Ask for the approval of the amendment: by decree in the Conseil d’État, or by order of the minister of"
    " the interior where it follows the opinion of the Conseil d’État; it takes effect only then"
)
_DECLARE = msg(
    "Declare the amendment, on form cerfa no. 13972 or by the online service “e-modification”; it binds third"
    " parties only from that day"
)
_RECEIPT = msg("Receive the receipt, given within five days of a complete file, and record it")
_PUBLISH = msg("Where the title, the object or the seat changes: it may be published in the JOAFE")
_SIRENE = msg("Where the association is in the Sirene directory: report a change of name, object or seat")
_RULES = msg("Bring the internal rules into line and declare them; they take effect only then")
_KEEP = msg("Keep the declarations and the receipts as long as the association lives")


def _said(fact: Fact, voice: Voice) -> str:
    return ", ".join(part for part in (voice.day(fact.day) if fact.day else "", fact.value) if part)


def _authority(association: Association) -> Message:
    if association.regime is Regime.ALSACE_MOSELLE:
        return msg("judicial court (register of associations)")
    where = association.seat.departement
    if where:
        return msg("prefecture of the département “{departement}” (registry of associations)",
                   departement=where)  # fmt: skip
    return msg("prefecture of the département of the seat (registry of associations)")


def _enclosed(association: Association, version: Version, voice: Voice) -> Iterator[Message]:
    yield msg("extract of the minutes of {decision}", decision=decision_name(version, voice))
    yield msg("consolidated statutes, dated and signed")
    if association.regime is not Regime.ALSACE_MOSELLE:
        yield msg("form cerfa no. 13972, filled in")
    yield msg("where another person files: the mandate given to that person")


def _sender(association: Association) -> Sender:
    seat = association.seat
    lines = (seat.address, f"{seat.postcode} {seat.town}".strip())
    return Sender(
        association.name,
        ", ".join(line for line in lines if line) or BLANK,
        association.rna or BLANK,
    )


def _missing(association: Association, day: date | None) -> Iterator[Message]:
    if day is None:
        yield msg("date of the decision, from which the time to declare runs")
    if not (association.seat.address and association.seat.town):
        yield msg("address of the seat")
    if not association.rna and association.regime is not Regime.ALSACE_MOSELLE:
        yield msg("RNA number")

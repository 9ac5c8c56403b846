"""What a version's record lacks for its filing; each finding cites the clause, and none is legal advice."""

from collections.abc import Iterator
from datetime import date, timedelta

from statuts.model.archive import Association, Fact, FactKind, Regime, Result, Version
from statuts.model.check import CheckCode, CheckFinding
from statuts.model.message import Message, msg

MONTHS_TO_DECLARE = 3  # loi du 1er juillet 1901, art. 5


def fact_findings(
    association: Association, version: Version, facts: tuple[Fact, ...], today: date
) -> tuple[CheckFinding, ...]:
    """What is not recorded of a version of the statutes; `facts` are those learnt about it later."""
    return tuple(
        CheckFinding(code, "", 0, message) for code, message in _found(association, version, facts, today)
    )


def deadline(decided: date) -> date:
    """The last day to declare what was decided that day: three months later, or that month's last day."""
    first, after = (_first(decided, months) for months in (MONTHS_TO_DECLARE, MONTHS_TO_DECLARE + 1))
    return min(first + timedelta(days=decided.day - 1), after - timedelta(days=1))


def _first(day: date, months: int) -> date:
    """The first day of the month that comes so many months later."""
    count = day.month - 1 + months
    return date(day.year + count // 12, count % 12 + 1, 1)


def _found(
    association: Association, version: Version, facts: tuple[Fact, ...], today: date
) -> Iterator[tuple[CheckCode, Message]]:
    decided = version.decision.day or version.adopted
    if decided is None:
        yield CheckCode.NO_DATE, msg("the date of adoption is not recorded.")
    if not version.decision.body:
        yield CheckCode.NO_BODY, msg("the body that decided is not recorded.")
    yield from _votes(version)
    days = {fact.kind: fact.day for fact in facts}
    if association.regime is Regime.ALSACE_MOSELLE:
        if FactKind.INSCRIBED not in days:
            yield (
                CheckCode.NOT_INSCRIBED,
                msg(
                    "no inscription is recorded; the amendment takes effect once it is inscribed in the "
                    "register of associations (local civil code, art. 71)."
                ),
            )
        return
    yield from _declared(decided, days, today)
    if association.regime is Regime.PUBLIC_UTILITY and FactKind.APPROVED not in days:
        yield (
            CheckCode.NOT_APPROVED,
            msg(
                "no approval is recorded; the amendment of an association of public utility takes effect "
                "once it is approved (decree of 16 August 1901, art. 13-1)."
            ),
        )


def _votes(version: Version) -> Iterator[tuple[CheckCode, Message]]:
    adopted = [r for r in version.decision.resolutions if r.result in (Result.ADOPTED, None)]
    adopted = [r for r in adopted if r.text in ("", version.text)]
    if not adopted:
        yield CheckCode.NO_VOTES, msg("no vote is recorded.")
    for resolution in adopted:
        votes = resolution.votes
        if votes is None or (votes.pour is None and not votes.unanimous):
            yield CheckCode.NO_VOTES, msg("no vote is recorded for “{subject}”.", subject=resolution.subject)


def _declared(
    decided: date | None, days: dict[FactKind, date | None], today: date
) -> Iterator[tuple[CheckCode, Message]]:
    last = deadline(decided) if decided else None
    declared = days.get(FactKind.DECLARED)
    if FactKind.DECLARED not in days:
        if last is None:
            message = msg(
                "no declaration is recorded; changes are declared within three months "
                "(law of 1 July 1901, art. 5)."
            )
        elif today > last:
            message = msg(
                "no declaration is recorded; the three months ended on {last} (law of 1 July 1901, art. 5).",
                last=last,
            )
        else:
            message = msg(
                "no declaration is recorded; the three months end on {last} (law of 1 July 1901, art. 5).",
                last=last,
            )
        yield CheckCode.NOT_DECLARED, message
    elif declared and last and declared > last:
        yield (
            CheckCode.DECLARED_LATE,
            msg(
                "declared on {day}, after the three months that ended on {last} "
                "(law of 1 July 1901, art. 5).",
                day=declared,
                last=last,
            ),
        )
    elif declared is None:
        yield (
            CheckCode.NOT_DECLARED,
            msg(
                "a declaration is recorded, but not its date; it binds others from that day "
                "(law of 1 July 1901, art. 5)."
            ),
        )
